#include "db/key/sealed_key.h"

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>
#include <sodium.h>

#include "schema/types/error.h"

namespace db {

namespace {

constexpr std::string_view begins = "-----BEGIN NEEDLEBOOK SEALED KEY-----\n";
constexpr std::string_view ends = "-----END NEEDLEBOOK SEALED KEY-----\n";
constexpr char version = 1;
constexpr std::size_t salt_at = 1;
constexpr std::size_t nonce_at = salt_at + crypto_pwhash_SALTBYTES;
constexpr std::size_t box_at = nonce_at + crypto_secretbox_NONCEBYTES;

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* raw(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

Wiped stretched(std::string_view passphrase, std::string_view salt) {
    std::string key(crypto_secretbox_KEYBYTES, '\0');
    if (crypto_pwhash(raw(key),
                      key.size(),
                      passphrase.data(),
                      passphrase.size(),
                      raw(salt),
                      crypto_pwhash_OPSLIMIT_MODERATE,
                      crypto_pwhash_MEMLIMIT_MODERATE,
                      crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw schema::refused(
            "passphrase",
            fmt::format("needs {} MB of memory", crypto_pwhash_MEMLIMIT_MODERATE >> 20U),
            "close other programs, and try again");
    }
    return Wiped(std::move(key));
}

std::string base64(std::string_view bytes) {
    constexpr std::size_t line = 64;
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::vector<char> digits(sodium_base64_ENCODED_LEN(bytes.size(), variant));
    sodium_bin2base64(digits.data(), digits.size(), raw(bytes), bytes.size(), variant);
    const std::string_view all(digits.data());
    std::string text;
    for (std::size_t at = 0; at < all.size(); at += line) {
        text.append(all.substr(at, line)).append("\n");
    }
    return text;
}

// Nothing for what is no Base64.
std::optional<std::string> bytes_of(std::string_view base64) {
    std::string bytes(base64.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(raw(bytes),
                          bytes.size(),
                          base64.data(),
                          base64.size(),
                          "\r\n ",
                          &size,
                          nullptr,
                          sodium_base64_VARIANT_ORIGINAL) != 0) {
        return std::nullopt;
    }
    bytes.resize(size);
    return bytes;
}

void start_sodium() {
    if (sodium_init() < 0) {
        throw std::runtime_error("libsodium does not start");
    }
}

}  // namespace

void refuse_short_passphrase(std::string_view passphrase) {
    const auto characters =
        std::count_if(passphrase.begin(), passphrase.end(), [](unsigned char byte) {
            return (byte & 0xC0U) != 0x80U;
        });
    if (static_cast<std::size_t>(characters) < shortest_passphrase) {
        throw schema::refused("passphrase",
                              fmt::format("has fewer than {} characters", shortest_passphrase),
                              "take a few words: whoever has the file can guess as often as they "
                              "like")
            .as("passphrase_short", {{"least", static_cast<int>(shortest_passphrase)}});
    }
}

std::string sealed_key(std::string_view private_key, std::string_view passphrase) {
    start_sodium();
    std::string bytes(box_at + crypto_secretbox_MACBYTES + private_key.size(), '\0');
    bytes[0] = version;
    randombytes_buf(&bytes[salt_at], box_at - salt_at);
    const auto key = stretched(passphrase, std::string_view(bytes).substr(salt_at));
    crypto_secretbox_easy(raw(bytes) + box_at,
                          raw(private_key),
                          private_key.size(),
                          raw(bytes) + nonce_at,
                          raw(key.view()));
    return std::string(begins) + base64(bytes) + std::string(ends);
}

bool is_sealed_key(std::string_view text) {
    return text.find(begins.substr(0, begins.size() - 1)) != text.npos;
}

std::optional<Wiped> opened_key(std::string_view sealed, std::string_view passphrase) {
    start_sodium();
    const auto from = sealed.find('\n', sealed.find(begins.substr(0, begins.size() - 1)));
    const auto until = sealed.find(ends.substr(0, ends.size() - 1));
    if (from >= until || until == sealed.npos) {
        return std::nullopt;
    }
    const auto bytes = bytes_of(sealed.substr(from, until - from));
    if (!bytes || bytes->size() < box_at + crypto_secretbox_MACBYTES || bytes->front() != version) {
        return std::nullopt;
    }
    const auto key = stretched(passphrase, std::string_view(*bytes).substr(salt_at));
    std::string opened(bytes->size() - box_at - crypto_secretbox_MACBYTES, '\0');
    const auto box = std::string_view(*bytes).substr(box_at);
    if (crypto_secretbox_open_easy(raw(opened),
                                   raw(box),
                                   box.size(),
                                   raw(std::string_view(*bytes)) + nonce_at,
                                   raw(key.view())) != 0) {
        return std::nullopt;
    }
    return Wiped(std::move(opened));
}

}  // namespace db
