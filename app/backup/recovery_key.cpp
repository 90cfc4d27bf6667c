#include "app/backup/recovery_key.h"

#include <cctype>
#include <tuple>

#include <fmt/format.h>

#include "app/backup/sodium.h"
#include "db/key/sealed_key.h"
#include "db/ledger/sha256.h"
#include "schema/types/error.h"

namespace backup {

namespace {

static_assert(key_size == crypto_box_PUBLICKEYBYTES && key_size == crypto_box_SECRETKEYBYTES);
static_assert(std::tuple_size_v<decltype(Stretch::salt)> == crypto_pwhash_SALTBYTES);

constexpr std::size_t lines = 4;
constexpr std::size_t line_bytes = key_size / lines;
constexpr std::uint64_t most_passes = 64;
constexpr std::uint64_t most_memory = std::uint64_t{1} << 30;

std::array<unsigned char, key_size> public_of(const db::Wiped& secret) {
    start_sodium();
    std::array<unsigned char, key_size> key{};
    crypto_scalarmult_base(key.data(), raw(secret.view()));
    return key;
}

// Of a line and its number, so that two lines in the wrong order are noticed too.
std::string check_of(std::size_t line, std::string_view bytes) {
    return db::hex(db::sha256(std::string(1, static_cast<char>(line + 1)) + std::string(bytes)))
        .substr(0, 2);
}

schema::Error wrong_line(std::size_t line) {
    return schema::refused("recovery key",
                           fmt::format("line {} is not as it was printed", line + 1),
                           "compare it with the sheet, and type all four lines again");
}

}  // namespace

std::string fingerprint_of(const Recipient& recipient) {
    const auto& key = recipient.public_key;
    return db::hex(db::sha256({reinterpret_cast<const char*>(key.data()), key.size()}))
        .substr(0, 16);
}

NewKey new_key() {
    start_sodium();
    std::string bytes(key_size, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    db::Wiped secret(std::move(bytes));
    const auto public_key = public_of(secret);
    return {{.public_key = public_key}, std::move(secret)};
}

Recipient recipient_of_passphrase(std::string_view passphrase) {
    db::refuse_short_passphrase(passphrase);
    start_sodium();
    Stretch stretch{.passes = crypto_pwhash_OPSLIMIT_MODERATE,
                    .memory = crypto_pwhash_MEMLIMIT_MODERATE};
    randombytes_buf(stretch.salt.data(), stretch.salt.size());
    return {.public_key = public_of(secret_of_passphrase(passphrase, stretch)), .stretch = stretch};
}

db::Wiped secret_of_passphrase(std::string_view passphrase, const Stretch& stretch) {
    start_sodium();
    if (stretch.passes > most_passes || stretch.memory > most_memory) {
        throw schema::refused("passphrase",
                              "is stretched beyond what this program would ever make",
                              "the file is damaged or somebody made it up: take another backup");
    }
    std::string secret(key_size, '\0');
    if (crypto_pwhash(raw(secret),
                      secret.size(),
                      passphrase.data(),
                      passphrase.size(),
                      stretch.salt.data(),
                      stretch.passes,
                      static_cast<std::size_t>(stretch.memory),
                      crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw schema::refused("passphrase",
                              fmt::format("needs {} MB of memory", stretch.memory >> 20U),
                              "close other programs, and try again");
    }
    return db::Wiped(std::move(secret));
}

bool opens(const db::Wiped& secret, const Recipient& recipient) {
    return public_of(secret) == recipient.public_key;
}

std::string sheet_text(const db::Wiped& secret) {
    std::string text;
    for (std::size_t line = 0; line < lines; ++line) {
        const auto bytes = secret.view().substr(line * line_bytes, line_bytes);
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            text += fmt::format("{}{:02x}",
                                at > 0 && at % 2 == 0 ? "-" : "",
                                static_cast<unsigned char>(bytes[at]));
        }
        text += "-" + check_of(line, bytes) + "\n";
    }
    return text;
}

db::Wiped read_sheet_text(std::string_view text) {
    std::string digits;
    digits.reserve(text.size());
    for (const char each : text) {
        if (std::isxdigit(static_cast<unsigned char>(each)) != 0) {
            digits += static_cast<char>(std::tolower(static_cast<unsigned char>(each)));
        } else if (std::isalpha(static_cast<unsigned char>(each)) != 0) {
            db::wipe(digits);
            throw schema::refused("recovery key",
                                  fmt::format("holds \"{}\", which is no digit of it", each),
                                  "type the digits 0 to 9 and the letters a to f of the sheet");
        }
    }
    constexpr std::size_t line_digits = 2 * line_bytes + 2;
    const db::Wiped all(std::move(digits));
    if (all.view().size() != lines * line_digits) {
        throw schema::refused(
            "recovery key",
            fmt::format("has {} digits, not {}", all.view().size(), lines * line_digits),
            "type all four lines of the sheet, 18 digits each");
    }
    std::string secret(key_size, '\0');
    for (std::size_t line = 0; line < lines; ++line) {
        const auto of_line = all.view().substr(line * line_digits, line_digits);
        auto* const to = raw(secret) + line * line_bytes;
        sodium_hex2bin(to, line_bytes, of_line.data(), 2 * line_bytes, nullptr, nullptr, nullptr);
        const std::string_view bytes(secret.data() + line * line_bytes, line_bytes);
        if (check_of(line, bytes) != of_line.substr(2 * line_bytes)) {
            db::wipe(secret);
            throw wrong_line(line);
        }
    }
    return db::Wiped(std::move(secret));
}

}  // namespace backup
