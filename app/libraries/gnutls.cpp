#include "app/libraries/gnutls.h"

#include <cstdlib>
#include <cstring>

#include "app/libraries/shared_library.h"
#include "schema/types/error.h"

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
        find(library, all.x509_crt_init, "gnutls_x509_crt_init");
        find(library, all.x509_crt_deinit, "gnutls_x509_crt_deinit");
        find(library, all.x509_crt_import, "gnutls_x509_crt_import");
        find(library, all.x509_crt_export2, "gnutls_x509_crt_export2");
        find(library, all.x509_crt_list_import2, "gnutls_x509_crt_list_import2");
        find(library, all.x509_crt_get_fingerprint, "gnutls_x509_crt_get_fingerprint");
        find(library, all.x509_crt_get_key_id, "gnutls_x509_crt_get_key_id");
        find(library, all.x509_crt_get_activation_time, "gnutls_x509_crt_get_activation_time");
        find(library, all.x509_crt_get_expiration_time, "gnutls_x509_crt_get_expiration_time");
        find(library, all.x509_crt_get_dn3, "gnutls_x509_crt_get_dn3");
        find(library, all.x509_crt_get_issuer_dn3, "gnutls_x509_crt_get_issuer_dn3");
        find(library, all.x509_crt_get_subject_alt_name, "gnutls_x509_crt_get_subject_alt_name");
        find(library, all.x509_crt_get_subject_key_id, "gnutls_x509_crt_get_subject_key_id");
        find(library, all.x509_crt_check_issuer, "gnutls_x509_crt_check_issuer");
        find(library, all.x509_crt_set_version, "gnutls_x509_crt_set_version");
        find(library, all.x509_crt_set_serial, "gnutls_x509_crt_set_serial");
        find(library, all.x509_crt_set_activation_time, "gnutls_x509_crt_set_activation_time");
        find(library, all.x509_crt_set_expiration_time, "gnutls_x509_crt_set_expiration_time");
        find(library, all.x509_crt_set_dn_by_oid, "gnutls_x509_crt_set_dn_by_oid");
        find(library, all.x509_crt_set_key, "gnutls_x509_crt_set_key");
        find(library, all.x509_crt_set_basic_constraints, "gnutls_x509_crt_set_basic_constraints");
        find(library, all.x509_crt_set_key_usage, "gnutls_x509_crt_set_key_usage");
        find(library, all.x509_crt_set_key_purpose_oid, "gnutls_x509_crt_set_key_purpose_oid");
        find(library, all.x509_crt_set_subject_alt_name, "gnutls_x509_crt_set_subject_alt_name");
        find(library, all.x509_crt_set_subject_key_id, "gnutls_x509_crt_set_subject_key_id");
        find(library, all.x509_crt_set_authority_key_id, "gnutls_x509_crt_set_authority_key_id");
        find(library, all.x509_crt_set_name_constraints, "gnutls_x509_crt_set_name_constraints");
        find(library, all.x509_crt_get_name_constraints, "gnutls_x509_crt_get_name_constraints");
        find(library, all.x509_crt_privkey_sign, "gnutls_x509_crt_privkey_sign");
        find(library, all.x509_name_constraints_init, "gnutls_x509_name_constraints_init");
        find(library, all.x509_name_constraints_deinit, "gnutls_x509_name_constraints_deinit");
        find(library,
             all.x509_name_constraints_add_permitted,
             "gnutls_x509_name_constraints_add_permitted");
        find(library,
             all.x509_name_constraints_add_excluded,
             "gnutls_x509_name_constraints_add_excluded");
        find(library, all.x509_name_constraints_check, "gnutls_x509_name_constraints_check");
        find(library, all.x509_privkey_import2, "gnutls_x509_privkey_import2");
        find(library, all.x509_privkey_get_key_id, "gnutls_x509_privkey_get_key_id");
        find(library, all.pcert_import_x509_list, "gnutls_pcert_import_x509_list");
        find(library, all.pcert_deinit, "gnutls_pcert_deinit");
        find(library, all.rnd, "gnutls_rnd");
        find(library, all.pbkdf2, "gnutls_pbkdf2");
        find(library, all.aead_cipher_init, "gnutls_aead_cipher_init");
        find(library, all.aead_cipher_deinit, "gnutls_aead_cipher_deinit");
        find(library, all.aead_cipher_encrypt, "gnutls_aead_cipher_encrypt");
        find(library, all.aead_cipher_decrypt, "gnutls_aead_cipher_decrypt");
        return all;
    }();
    return functions;
}

gnutls_datum_t datum_of(std::string_view bytes) {
    return {reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data())),
            static_cast<unsigned>(bytes.size())};
}

std::string taken(const gnutls_datum_t& given) {
    std::string bytes(reinterpret_cast<const char*>(given.data), given.size);
    explicit_bzero(given.data, given.size);
    std::free(given.data);
    return bytes;
}

void must_work(int result) {
    if (result < 0) {
        throw schema::unavailable(
            "GnuTLS", gnutls().strerror(result), "check the memory of this machine");
    }
}

}  // namespace libraries
