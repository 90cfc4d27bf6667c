#pragma once
// The functions of GnuTLS, without gnutls_ before their names.

#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

namespace libraries {

struct Gnutls {
    decltype(&::gnutls_strerror) strerror;
    decltype(&::gnutls_utf8_password_normalize) utf8_password_normalize;
    decltype(&::gnutls_x509_privkey_init) x509_privkey_init;
    decltype(&::gnutls_x509_privkey_deinit) x509_privkey_deinit;
    decltype(&::gnutls_x509_privkey_generate) x509_privkey_generate;
    decltype(&::gnutls_x509_privkey_import_pkcs8) x509_privkey_import_pkcs8;
    decltype(&::gnutls_x509_privkey_export2_pkcs8) x509_privkey_export2_pkcs8;
    decltype(&::gnutls_privkey_init) privkey_init;
    decltype(&::gnutls_privkey_deinit) privkey_deinit;
    decltype(&::gnutls_privkey_import_x509) privkey_import_x509;
    decltype(&::gnutls_privkey_sign_data2) privkey_sign_data2;
    decltype(&::gnutls_pubkey_init) pubkey_init;
    decltype(&::gnutls_pubkey_deinit) pubkey_deinit;
    decltype(&::gnutls_pubkey_import) pubkey_import;
    decltype(&::gnutls_pubkey_import_privkey) pubkey_import_privkey;
    decltype(&::gnutls_pubkey_export2) pubkey_export2;
    decltype(&::gnutls_pubkey_export_ecc_raw) pubkey_export_ecc_raw;
    decltype(&::gnutls_pubkey_verify_data2) pubkey_verify_data2;
};

// Loaded at the first call. Throws schema::Error (unavailable).
const Gnutls& gnutls();

}  // namespace libraries
