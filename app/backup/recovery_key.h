#pragma once
// The key that opens encrypted backups. The machine knows its public half only, and writes what it
// cannot read; the secret half is on paper, or is made of a passphrase that people know.
// docs/backup-format.md has the bytes.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "db/file/wiped.h"

namespace backup {

inline constexpr std::size_t key_size = 32;

// How a passphrase is made the secret key: Argon2id (version 1.3) of libsodium.
struct Stretch {
    std::array<unsigned char, 16> salt{};
    std::uint64_t passes = 0;
    std::uint64_t memory = 0;  // bytes

    bool operator==(const Stretch&) const = default;
};

// For whom backups are encrypted: a public key of X25519.
struct Recipient {
    std::array<unsigned char, key_size> public_key{};
    std::optional<Stretch> stretch{};  // none: the secret key is on paper

    bool operator==(const Recipient&) const = default;
};

// 16 hexadecimal digits of the SHA-256 of the public key: what people compare.
std::string fingerprint_of(const Recipient& recipient);

struct NewKey {
    Recipient recipient;
    db::Wiped secret;  // 32 bytes
};
NewKey new_key();
// With a salt of its own. Throws schema::Error (refused) for fewer than 12 characters.
Recipient recipient_of_passphrase(std::string_view passphrase);

// The secret key of a passphrase. Takes a second and `stretch.memory` bytes. Throws schema::Error
// (refused) where the numbers are beyond what this program makes: a file must not eat the machine.
db::Wiped secret_of_passphrase(std::string_view passphrase, const Stretch& stretch);
// Whether this secret key belongs to the recipient.
bool opens(const db::Wiped& secret, const Recipient& recipient);

// As it is printed: four lines of 16 hexadecimal digits in fours, each with two digits that show a
// slip in the line ("0f3a-91bc-d2e4-7758-c1").
std::string sheet_text(const db::Wiped& secret);
// The same read back, whatever stands between the digits, lines in one or several. Throws
// schema::Error (refused) that names the line which does not fit.
db::Wiped read_sheet_text(std::string_view text);

}  // namespace backup
