#include "db/key/sealed_key.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#include <fmt/format.h>
#include <nettle/aes.h>
#include <nettle/cbc.h>
#include <nettle/pbkdf2.h>
#include <sodium.h>

#include "schema/types/error.h"

namespace db {

namespace {

using Bytes = std::string;

// A value of DER (ITU-T X.690); none here is longer than 65,535 bytes.
Bytes der(char tag, const Bytes& content) {
    Bytes all(1, tag);
    const auto size = content.size();
    if (size >= 256) {
        all += {static_cast<char>(0x82), static_cast<char>(size >> 8U)};
    } else if (size >= 128) {
        all += static_cast<char>(0x81);
    }
    all += static_cast<char>(size & 0xFFU);
    return all + content;
}

Bytes sequence(const Bytes& content) {
    return der(0x30, content);
}
Bytes octets(const Bytes& content) {
    return der(0x04, content);
}
Bytes object(std::string_view encoded) {
    return der(0x06, Bytes(encoded));
}

// 1.2.840.113549.1.5.13, .1.5.12, .2.9; 2.16.840.1.101.3.4.1.42
constexpr std::string_view pbes2 = "\x2A\x86\x48\x86\xF7\x0D\x01\x05\x0D";
constexpr std::string_view pbkdf2 = "\x2A\x86\x48\x86\xF7\x0D\x01\x05\x0C";
constexpr std::string_view hmac_sha256 = "\x2A\x86\x48\x86\xF7\x0D\x02\x09";
constexpr std::string_view aes256_cbc = "\x60\x86\x48\x01\x65\x03\x04\x01\x2A";

static_assert(passphrase_rounds > 0x7FFF && passphrase_rounds < 0x7FFFFF);
Bytes rounds() {
    return der(0x02,
               {static_cast<char>(passphrase_rounds >> 16U),
                static_cast<char>(passphrase_rounds >> 8U & 0xFFU),
                static_cast<char>(passphrase_rounds & 0xFFU)});
}

Bytes random(std::size_t size) {
    Bytes bytes(size, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

const std::uint8_t* bytes_in(std::string_view text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

Bytes encrypted(std::string_view text,
                std::string_view passphrase,
                const Bytes& salt,
                const Bytes& vector) {
    std::array<std::uint8_t, AES256_KEY_SIZE> key{};
    pbkdf2_hmac_sha256(passphrase.size(),
                       bytes_in(passphrase),
                       passphrase_rounds,
                       salt.size(),
                       bytes_in(salt),
                       key.size(),
                       key.data());
    const auto padding = AES_BLOCK_SIZE - text.size() % AES_BLOCK_SIZE;
    Bytes padded(text.size() + padding, static_cast<char>(padding));  // at once: no copy is left
    text.copy(padded.data(), text.size());
    struct CBC_CTX(aes256_ctx, AES_BLOCK_SIZE) cipher {};
    aes256_set_encrypt_key(&cipher.ctx, key.data());
    CBC_SET_IV(&cipher, bytes_in(vector));
    Bytes out(padded.size(), '\0');
    CBC_ENCRYPT(&cipher,
                aes256_encrypt,
                out.size(),
                reinterpret_cast<std::uint8_t*>(out.data()),
                bytes_in(padded));
    sodium_memzero(key.data(), key.size());
    sodium_memzero(padded.data(), padded.size());
    sodium_memzero(&cipher, sizeof cipher);
    return out;
}

std::string pem(const Bytes& bytes) {
    constexpr std::size_t line = 64;
    std::vector<char> digits(
        sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL));
    sodium_bin2base64(digits.data(),
                      digits.size(),
                      bytes_in(bytes),
                      bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    const std::string_view all(digits.data());
    std::string text = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n";
    for (std::size_t at = 0; at < all.size(); at += line) {
        text.append(all.substr(at, line)).append("\n");
    }
    return text + "-----END ENCRYPTED PRIVATE KEY-----\n";
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

std::string sealed_pkcs8(std::string_view private_key_info, std::string_view passphrase) {
    const auto salt = random(16);
    const auto vector = random(AES_BLOCK_SIZE);
    const auto function = sequence(object(hmac_sha256) + der(0x05, ""));
    const auto derivation = sequence(object(pbkdf2) + sequence(octets(salt) + rounds() + function));
    const auto cipher = sequence(object(aes256_cbc) + octets(vector));
    return pem(sequence(sequence(object(pbes2) + sequence(derivation + cipher)) +
                        octets(encrypted(private_key_info, passphrase, salt, vector))));
}

}  // namespace db
