#include "app/access/random_token.h"

#include <array>
#include <cctype>

#include <sodium.h>

#include "app/access/start_sodium.h"
#include "db/ledger/sha256.h"

namespace access_control {

std::string random_token() {
    start_sodium();
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    constexpr auto variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::array<char, sodium_base64_ENCODED_LEN(32, variant)> text{};
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    sodium_memzero(bytes.data(), bytes.size());
    return text.data();
}

std::string random_code() {
    start_sodium();
    // 32 characters, five bits each: without i, l, o and 0.
    constexpr std::string_view characters = "abcdefghjkmnpqrstuvwxyz123456789";
    static_assert(characters.size() == 32);
    std::string code;
    for (int i = 0; i < 28; ++i) {
        code += i > 0 && i % 4 == 0 ? "-" : "";
        code += characters[randombytes_uniform(32)];
    }
    return code;
}

std::string random_secret() {
    start_sodium();
    std::array<unsigned char, 20> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::array<char, 41> text{};
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    sodium_memzero(bytes.data(), bytes.size());
    return text.data();
}

std::string token_hash(std::string_view token) {
    return db::hex(db::sha256(token));
}

std::string code_hash(std::string_view code) {
    std::string plain;
    for (const char byte : code) {
        if (byte != '-' && byte != ' ') {
            plain += static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
        }
    }
    return token_hash(plain);
}

}  // namespace access_control
