#pragma once
// The functions of GnuTLS, without gnutls_ before their names.

#include <string>
#include <string_view>

#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
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
    // Certificates.
    decltype(&::gnutls_x509_crt_init) x509_crt_init;
    decltype(&::gnutls_x509_crt_deinit) x509_crt_deinit;
    decltype(&::gnutls_x509_crt_import) x509_crt_import;
    decltype(&::gnutls_x509_crt_export2) x509_crt_export2;
    decltype(&::gnutls_x509_crt_list_import2) x509_crt_list_import2;
    decltype(&::gnutls_x509_crt_get_fingerprint) x509_crt_get_fingerprint;
    decltype(&::gnutls_x509_crt_get_key_id) x509_crt_get_key_id;
    decltype(&::gnutls_x509_crt_get_activation_time) x509_crt_get_activation_time;
    decltype(&::gnutls_x509_crt_get_expiration_time) x509_crt_get_expiration_time;
    decltype(&::gnutls_x509_crt_get_dn3) x509_crt_get_dn3;
    decltype(&::gnutls_x509_crt_get_issuer_dn3) x509_crt_get_issuer_dn3;
    decltype(&::gnutls_x509_crt_get_subject_alt_name) x509_crt_get_subject_alt_name;
    decltype(&::gnutls_x509_crt_get_subject_key_id) x509_crt_get_subject_key_id;
    decltype(&::gnutls_x509_crt_check_issuer) x509_crt_check_issuer;
    decltype(&::gnutls_x509_crt_set_version) x509_crt_set_version;
    decltype(&::gnutls_x509_crt_set_serial) x509_crt_set_serial;
    decltype(&::gnutls_x509_crt_set_activation_time) x509_crt_set_activation_time;
    decltype(&::gnutls_x509_crt_set_expiration_time) x509_crt_set_expiration_time;
    decltype(&::gnutls_x509_crt_set_dn_by_oid) x509_crt_set_dn_by_oid;
    decltype(&::gnutls_x509_crt_set_key) x509_crt_set_key;
    decltype(&::gnutls_x509_crt_set_basic_constraints) x509_crt_set_basic_constraints;
    decltype(&::gnutls_x509_crt_set_key_usage) x509_crt_set_key_usage;
    decltype(&::gnutls_x509_crt_set_key_purpose_oid) x509_crt_set_key_purpose_oid;
    decltype(&::gnutls_x509_crt_set_subject_alt_name) x509_crt_set_subject_alt_name;
    decltype(&::gnutls_x509_crt_set_subject_key_id) x509_crt_set_subject_key_id;
    decltype(&::gnutls_x509_crt_set_authority_key_id) x509_crt_set_authority_key_id;
    decltype(&::gnutls_x509_crt_set_name_constraints) x509_crt_set_name_constraints;
    decltype(&::gnutls_x509_crt_get_name_constraints) x509_crt_get_name_constraints;
    decltype(&::gnutls_x509_crt_privkey_sign) x509_crt_privkey_sign;
    decltype(&::gnutls_x509_name_constraints_init) x509_name_constraints_init;
    decltype(&::gnutls_x509_name_constraints_deinit) x509_name_constraints_deinit;
    decltype(&::gnutls_x509_name_constraints_add_permitted) x509_name_constraints_add_permitted;
    decltype(&::gnutls_x509_name_constraints_add_excluded) x509_name_constraints_add_excluded;
    decltype(&::gnutls_x509_name_constraints_check) x509_name_constraints_check;
    decltype(&::gnutls_x509_privkey_import2) x509_privkey_import2;
    decltype(&::gnutls_x509_privkey_get_key_id) x509_privkey_get_key_id;
    decltype(&::gnutls_pcert_import_x509_list) pcert_import_x509_list;
    decltype(&::gnutls_pcert_deinit) pcert_deinit;
    decltype(&::gnutls_rnd) rnd;
    // What is under a passphrase.
    decltype(&::gnutls_pbkdf2) pbkdf2;
    decltype(&::gnutls_aead_cipher_init) aead_cipher_init;
    decltype(&::gnutls_aead_cipher_deinit) aead_cipher_deinit;
    decltype(&::gnutls_aead_cipher_encrypt) aead_cipher_encrypt;
    decltype(&::gnutls_aead_cipher_decrypt) aead_cipher_decrypt;
};

// Loaded at the first call. Throws schema::Error (unavailable).
const Gnutls& gnutls();

// As GnuTLS takes what it only reads: as if it could change it.
gnutls_datum_t datum_of(std::string_view bytes);

// The bytes that GnuTLS has given, which are wiped and freed: they may be a private key.
std::string taken(const gnutls_datum_t& given);

// Of what cannot fail but for want of memory: throws schema::Error (unavailable) where it did.
void must_work(int result);

}  // namespace libraries
