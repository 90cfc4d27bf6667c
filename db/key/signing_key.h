#pragma once
// A key that signs: ECDSA over the curve P-256 with SHA-256 (FIPS 186-4), by GnuTLS. Signatures are
// DER, as the command line of OpenSSL makes and reads them.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "db/file/wiped.h"

namespace db {

class PublicKey {
  public:
    // From PEM (SubjectPublicKeyInfo). Throws schema::Error (refused) for anything else than a
    // public key of P-256; `where` says whose text it is.
    static PublicKey read(std::string_view pem, const std::string& where);

    const std::string& pem() const { return pem_; }
    // SHA-256 of the key's SubjectPublicKeyInfo (DER), 64 hexadecimal digits.
    const std::string& fingerprint() const { return fingerprint_; }

    // Whether the signature is one of these bytes by this key.
    bool verifies(std::string_view bytes, std::string_view signature) const;

  private:
    friend class SigningKey;
    PublicKey(std::string pem, std::string fingerprint)
        : pem_(std::move(pem)), fingerprint_(std::move(fingerprint)) {}

    std::string pem_;
    std::string fingerprint_;
};

class SigningKey {
  public:
    // A new one. Throws schema::Error (unavailable).
    static SigningKey made();
    // From PEM (PKCS#8, RFC 5958), not encrypted. Throws schema::Error (refused) for anything else
    // than a private key of P-256.
    static SigningKey read(std::string_view pem, const std::string& where);
    // The same, encrypted with a passphrase: as `sealed` makes it, or PKCS#8 as OpenSSL does and
    // this program did. Throws as above; refused for another passphrase.
    static SigningKey unsealed(std::string_view pem,
                               const std::string& passphrase,
                               const std::string& where);

    const PublicKey& public_key() const { return public_; }
    std::string sign(std::string_view bytes) const;

    // PKCS#8 in PEM, as it is; and under a passphrase (sealed_key.h), which throws schema::Error
    // (refused) for one that is no text.
    Wiped pem() const;
    std::string sealed(const std::string& passphrase) const;

  private:
    struct Handle;
    SigningKey(std::shared_ptr<const Handle> handle, PublicKey key)
        : handle_(std::move(handle)), public_(std::move(key)) {}
    static SigningKey of(std::shared_ptr<Handle> handle, const std::string& where);

    std::shared_ptr<const Handle> handle_;
    PublicKey public_;
};

}  // namespace db
