#include "app/libraries/gnutls.h"

#include "app/libraries/shared_library.h"

namespace libraries {

namespace {

template <class Function>
void find(const SharedLibrary& library, Function& function, const char* name) {
    function = library.function<Function>(name);
}

}  // namespace

const Gnutls& gnutls() {
    static const auto functions = [] {
        const SharedLibrary library(NEEDLEBOOK_GNUTLS);
        Gnutls all{};
        find(library, all.strerror, "gnutls_strerror");
        find(library, all.utf8_password_normalize, "gnutls_utf8_password_normalize");
        find(library, all.x509_privkey_init, "gnutls_x509_privkey_init");
        find(library, all.x509_privkey_deinit, "gnutls_x509_privkey_deinit");
        find(library, all.x509_privkey_generate, "gnutls_x509_privkey_generate");
        find(library, all.x509_privkey_import_pkcs8, "gnutls_x509_privkey_import_pkcs8");
        find(library, all.x509_privkey_export2_pkcs8, "gnutls_x509_privkey_export2_pkcs8");
        find(library, all.privkey_init, "gnutls_privkey_init");
        find(library, all.privkey_deinit, "gnutls_privkey_deinit");
        find(library, all.privkey_import_x509, "gnutls_privkey_import_x509");
        find(library, all.privkey_sign_data2, "gnutls_privkey_sign_data2");
        find(library, all.pubkey_init, "gnutls_pubkey_init");
        find(library, all.pubkey_deinit, "gnutls_pubkey_deinit");
        find(library, all.pubkey_import, "gnutls_pubkey_import");
        find(library, all.pubkey_import_privkey, "gnutls_pubkey_import_privkey");
        find(library, all.pubkey_export2, "gnutls_pubkey_export2");
        find(library, all.pubkey_export_ecc_raw, "gnutls_pubkey_export_ecc_raw");
        find(library, all.pubkey_verify_data2, "gnutls_pubkey_verify_data2");
        return all;
    }();
    return functions;
}

}  // namespace libraries
