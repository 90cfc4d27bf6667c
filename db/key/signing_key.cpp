#include "db/key/signing_key.h"

#include <utility>

#include <fmt/format.h>

#include "app/libraries/gnutls.h"
#include "db/key/sealed_key.h"
#include "db/ledger/sha256.h"
#include "schema/types/error.h"

namespace db {

namespace {

using libraries::datum_of;
using libraries::gnutls;
using libraries::must_work;
using libraries::taken;

constexpr auto algorithm = GNUTLS_SIGN_ECDSA_SHA256;

schema::Error not_of_the_curve(const std::string& where) {
    return schema::refused(where,
                           "is no key of the curve P-256",
                           "give the one that was shown, or the export of the private one",
                           "needlebook key show");
}

class PublicHandle {
  public:
    PublicHandle() { must_work(gnutls().pubkey_init(&key_)); }
    ~PublicHandle() { gnutls().pubkey_deinit(key_); }
    PublicHandle(const PublicHandle&) = delete;
    PublicHandle& operator=(const PublicHandle&) = delete;

    gnutls_pubkey_t get() const { return key_; }
    bool is_of_the_curve() const {
        gnutls_ecc_curve_t curve = GNUTLS_ECC_CURVE_INVALID;
        return gnutls().pubkey_export_ecc_raw(key_, &curve, nullptr, nullptr) >= 0 &&
               curve == GNUTLS_ECC_CURVE_SECP256R1;
    }
    std::string text(gnutls_x509_crt_fmt_t form) const {
        gnutls_datum_t out{};
        must_work(gnutls().pubkey_export2(key_, form, &out));
        return taken(out);
    }

  private:
    gnutls_pubkey_t key_ = nullptr;
};

// One spelling of each letter (RFC 8265), however it was typed.
Wiped spelled(std::string_view passphrase) {
    const auto given = datum_of(passphrase);
    gnutls_datum_t typed{};
    if (gnutls().utf8_password_normalize(given.data, given.size, &typed, 0) < 0) {
        throw schema::refused("passphrase",
                              "has characters that cannot be typed alike everywhere",
                              "choose one of letters, digits and blanks");
    }
    return Wiped(taken(typed));
}

}  // namespace

PublicKey PublicKey::read(std::string_view pem, const std::string& where) {
    const PublicHandle key;
    const auto text = datum_of(pem);
    if (gnutls().pubkey_import(key.get(), &text, GNUTLS_X509_FMT_PEM) < 0 ||
        !key.is_of_the_curve()) {
        throw not_of_the_curve(where);
    }
    return {key.text(GNUTLS_X509_FMT_PEM), hex(sha256(key.text(GNUTLS_X509_FMT_DER)))};
}

bool PublicKey::verifies(std::string_view bytes, std::string_view signature) const {
    const PublicHandle key;
    const auto text = datum_of(pem_);
    must_work(gnutls().pubkey_import(key.get(), &text, GNUTLS_X509_FMT_PEM));
    const auto signed_bytes = datum_of(bytes);
    const auto seal = datum_of(signature);
    return gnutls().pubkey_verify_data2(key.get(), algorithm, 0, &signed_bytes, &seal) >= 0;
}

struct SigningKey::Handle {
    Handle() {
        must_work(gnutls().x509_privkey_init(&file));
        must_work(gnutls().privkey_init(&key));
    }
    ~Handle() {
        gnutls().privkey_deinit(key);
        gnutls().x509_privkey_deinit(file);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    gnutls_x509_privkey_t file = nullptr;  // as it is kept
    gnutls_privkey_t key = nullptr;        // as it signs
};

SigningKey SigningKey::of(std::shared_ptr<Handle> handle, const std::string& where) {
    must_work(gnutls().privkey_import_x509(handle->key, handle->file, 0));
    const PublicHandle key;
    if (gnutls().pubkey_import_privkey(key.get(), handle->key, 0, 0) < 0 ||
        !key.is_of_the_curve()) {
        throw not_of_the_curve(where);
    }
    return {std::move(handle), PublicKey::read(key.text(GNUTLS_X509_FMT_PEM), where)};
}

SigningKey SigningKey::made() {
    auto handle = std::make_shared<Handle>();
    must_work(gnutls().x509_privkey_generate(
        handle->file, GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), 0));
    return of(std::move(handle), "GnuTLS");
}

SigningKey SigningKey::read(std::string_view pem, const std::string& where) {
    auto handle = std::make_shared<Handle>();
    const auto text = datum_of(pem);
    if (gnutls().x509_privkey_import_pkcs8(
            handle->file, &text, GNUTLS_X509_FMT_PEM, nullptr, GNUTLS_PKCS_PLAIN) < 0) {
        throw not_of_the_curve(where);
    }
    return of(std::move(handle), where);
}

SigningKey SigningKey::unsealed(std::string_view pem,
                                const std::string& passphrase,
                                const std::string& where) {
    const auto not_opened = schema::refused(where,
                                            "is not opened by this passphrase, or was altered",
                                            "type the passphrase that it was exported with");
    auto handle = std::make_shared<Handle>();
    if (is_sealed_key(pem)) {
        const auto opened = opened_key(pem, spelled(passphrase).view());
        if (!opened) {
            throw not_opened;
        }
        const auto bytes = datum_of(opened->view());
        must_work(gnutls().x509_privkey_import_pkcs8(
            handle->file, &bytes, GNUTLS_X509_FMT_DER, nullptr, GNUTLS_PKCS_PLAIN));
        return of(std::move(handle), where);
    }
    const auto text = datum_of(pem);
    const int result = gnutls().x509_privkey_import_pkcs8(
        handle->file, &text, GNUTLS_X509_FMT_PEM, passphrase.c_str(), 0);
    if (result < 0 && pem.find("-----BEGIN ENCRYPTED PRIVATE KEY-----") != pem.npos) {
        throw not_opened;
    }
    if (result < 0) {
        throw not_of_the_curve(where);
    }
    return of(std::move(handle), where);
}

std::string SigningKey::sign(std::string_view bytes) const {
    const auto text = datum_of(bytes);
    gnutls_datum_t out{};
    must_work(gnutls().privkey_sign_data2(handle_->key, algorithm, 0, &text, &out));
    return taken(out);
}

Wiped SigningKey::pem() const {
    gnutls_datum_t out{};
    must_work(gnutls().x509_privkey_export2_pkcs8(
        handle_->file, GNUTLS_X509_FMT_PEM, nullptr, GNUTLS_PKCS_PLAIN, &out));
    return Wiped(taken(out));
}

std::string SigningKey::sealed(const std::string& passphrase) const {
    const auto typed = spelled(passphrase);
    gnutls_datum_t out{};
    must_work(gnutls().x509_privkey_export2_pkcs8(
        handle_->file, GNUTLS_X509_FMT_DER, nullptr, GNUTLS_PKCS_PLAIN, &out));
    const Wiped bare(taken(out));
    return sealed_key(bare.view(), typed.view());
}

}  // namespace db
