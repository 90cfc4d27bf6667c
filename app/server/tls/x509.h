#pragma once
// Handles of GnuTLS that end by themselves.

#include <string>
#include <string_view>

#include "app/libraries/gnutls.h"

namespace server {

class X509Handle {
  public:
    X509Handle() { libraries::must_work(libraries::gnutls().x509_crt_init(&certificate_)); }
    ~X509Handle() { libraries::gnutls().x509_crt_deinit(certificate_); }
    X509Handle(const X509Handle&) = delete;
    X509Handle& operator=(const X509Handle&) = delete;

    gnutls_x509_crt_t get() const { return certificate_; }

  private:
    gnutls_x509_crt_t certificate_ = nullptr;
};

// A private key, as it is kept and as it signs.
class PrivateKeyHandle {
  public:
    PrivateKeyHandle() {
        libraries::must_work(libraries::gnutls().x509_privkey_init(&kept_));
        libraries::must_work(libraries::gnutls().privkey_init(&signing_));
    }
    ~PrivateKeyHandle() {
        libraries::gnutls().privkey_deinit(signing_);
        libraries::gnutls().x509_privkey_deinit(kept_);
    }
    PrivateKeyHandle(const PrivateKeyHandle&) = delete;
    PrivateKeyHandle& operator=(const PrivateKeyHandle&) = delete;

    // From PEM, not encrypted: PKCS#8, PKCS#1 or SEC 1. False for what is none.
    bool read(std::string_view pem) {
        const auto text = libraries::datum_of(pem);
        return libraries::gnutls().x509_privkey_import2(
                   kept_, &text, GNUTLS_X509_FMT_PEM, nullptr, GNUTLS_PKCS_PLAIN) >= 0 &&
               libraries::gnutls().privkey_import_x509(signing_, kept_, 0) >= 0;
    }
    gnutls_x509_privkey_t kept() const { return kept_; }
    gnutls_privkey_t signing() const { return signing_; }

  private:
    gnutls_x509_privkey_t kept_ = nullptr;
    gnutls_privkey_t signing_ = nullptr;
};

// Which key it is: SHA-256 of the public half.
std::string key_id(gnutls_x509_crt_t certificate);
std::string key_id(gnutls_x509_privkey_t key);

}  // namespace server
