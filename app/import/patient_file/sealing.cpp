#include "app/import/patient_file/sealing.h"

#include <utility>

#include <sodium.h>

#include "app/libraries/gnutls.h"
#include "db/file/wiped.h"
#include "db/key/sealed_key.h"
#include "schema/types/error.h"

namespace exchange {

namespace {

using libraries::datum_of;
using libraries::gnutls;
using libraries::must_work;

constexpr std::size_t key_size = 32;
constexpr std::size_t salt_size = 16;
constexpr std::size_t nonce_size = 12;
constexpr std::size_t tag_size = 16;

std::string random_bytes(std::size_t size) {
    std::string bytes(size, '\0');
    randombytes_buf(bytes.data(), size);
    return bytes;
}

db::Wiped spelled(std::string_view passphrase) {
    const auto given = datum_of(passphrase);
    gnutls_datum_t typed{};
    if (gnutls().utf8_password_normalize(given.data, given.size, &typed, 0) < 0) {
        throw schema::refused("passphrase",
                              "has characters that cannot be typed alike everywhere",
                              "choose one of letters, digits and blanks")
            .as("passphrase_letters");
    }
    return db::Wiped(libraries::taken(typed));
}

db::Wiped key_of(std::string_view passphrase, const std::string& salt, unsigned rounds) {
    const auto typed = spelled(passphrase);
    const auto password = datum_of(typed.view());
    const auto salted = datum_of(salt);
    std::string key(key_size, '\0');
    must_work(
        gnutls().pbkdf2(GNUTLS_MAC_SHA256, &password, &salted, rounds, key.data(), key.size()));
    return db::Wiped(std::move(key));
}

class Cipher {
  public:
    explicit Cipher(const db::Wiped& key) {
        const auto bytes = datum_of(key.view());
        must_work(gnutls().aead_cipher_init(&handle_, GNUTLS_CIPHER_AES_256_GCM, &bytes));
    }
    ~Cipher() { gnutls().aead_cipher_deinit(handle_); }
    Cipher(const Cipher&) = delete;
    Cipher& operator=(const Cipher&) = delete;

    gnutls_aead_cipher_hd_t get() const { return handle_; }

  private:
    gnutls_aead_cipher_hd_t handle_ = nullptr;
};

}  // namespace

Sealed seal(std::string_view plain, std::string_view passphrase) {
    db::refuse_short_passphrase(passphrase);
    Sealed sealed{.rounds = sealing_rounds,
                  .salt = random_bytes(salt_size),
                  .nonce = random_bytes(nonce_size),
                  .bytes = std::string(plain.size() + tag_size, '\0')};
    const Cipher cipher(key_of(passphrase, sealed.salt, sealed.rounds));
    auto size = sealed.bytes.size();
    must_work(gnutls().aead_cipher_encrypt(cipher.get(),
                                           sealed.nonce.data(),
                                           nonce_size,
                                           nullptr,
                                           0,
                                           tag_size,
                                           plain.data(),
                                           plain.size(),
                                           sealed.bytes.data(),
                                           &size));
    sealed.bytes.resize(size);
    return sealed;
}

std::optional<std::string> unseal(const Sealed& sealed, std::string_view passphrase) {
    if (sealed.salt.size() != salt_size || sealed.nonce.size() != nonce_size ||
        sealed.bytes.size() < tag_size || sealed.rounds < 1 ||
        sealed.rounds > most_sealing_rounds) {
        return std::nullopt;
    }
    const Cipher cipher(key_of(passphrase, sealed.salt, sealed.rounds));
    std::string plain(sealed.bytes.size(), '\0');
    auto size = plain.size();
    if (gnutls().aead_cipher_decrypt(cipher.get(),
                                     sealed.nonce.data(),
                                     nonce_size,
                                     nullptr,
                                     0,
                                     tag_size,
                                     sealed.bytes.data(),
                                     sealed.bytes.size(),
                                     plain.data(),
                                     &size) < 0) {
        return std::nullopt;
    }
    plain.resize(size);
    return plain;
}

}  // namespace exchange
