#include "app/server/sealed_text.h"

#include <array>
#include <stdexcept>

#include <sodium.h>

namespace server {

namespace {

using SealKey = std::array<unsigned char, crypto_secretbox_KEYBYTES>;

SealKey key_bytes(const std::string& key) {
    SealKey bytes{};
    std::size_t size = 0;
    if (sodium_init() < 0 ||
        sodium_hex2bin(
            bytes.data(), bytes.size(), key.data(), key.size(), nullptr, &size, nullptr) != 0 ||
        size != bytes.size()) {
        throw std::runtime_error("the key of the drafts is none");
    }
    return bytes;
}

// libsodium speaks of unsigned bytes.
unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::string new_seal_key() {
    if (sodium_init() < 0) {
        throw std::runtime_error("libsodium does not start");
    }
    SealKey bytes{};
    crypto_secretbox_keygen(bytes.data());
    std::array<char, 2 * crypto_secretbox_KEYBYTES + 1> text{};
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    return text.data();
}

std::string sealed(std::string_view text, const std::string& key) {
    const auto with = key_bytes(key);
    std::string bytes(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.size(), '\0');
    auto* const nonce = bytes_of(bytes);
    randombytes_buf(nonce, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(
        nonce + crypto_secretbox_NONCEBYTES, bytes_of(text), text.size(), nonce, with.data());
    return bytes;
}

std::optional<std::string> unsealed(std::string_view bytes, const std::string& key) {
    const auto with = key_bytes(key);
    constexpr std::size_t around = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (bytes.size() < around) {
        return std::nullopt;
    }
    std::string text(bytes.size() - around, '\0');
    const auto box = bytes.substr(crypto_secretbox_NONCEBYTES);
    const bool is_sound =
        crypto_secretbox_open_easy(
            bytes_of(text), bytes_of(box), box.size(), bytes_of(bytes), with.data()) == 0;
    return is_sound ? std::optional(std::move(text)) : std::nullopt;
}

}  // namespace server
