#pragma once
// A private key under a passphrase, for a file that may get into other hands: Argon2id (RFC 9106;
// 3 passes, 256 MiB) and XSalsa20-Poly1305 of libsodium, which tells a wrong passphrase or a
// changed byte from the right ones.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "db/file/wiped.h"

namespace db {

inline constexpr std::size_t shortest_passphrase = 12;  // characters

// Throws schema::Error (refused) for one that is shorter.
void refuse_short_passphrase(std::string_view passphrase);

// Base64 between "-----BEGIN NEEDLEBOOK SEALED KEY-----" and its end: one byte 1, which stands for
// all the above, 16 bytes of salt, 24 of nonce, the box. Throws schema::Error (refused) where the
// machine has not the memory.
std::string sealed_key(std::string_view private_key, std::string_view passphrase);

bool is_sealed_key(std::string_view text);
// Nothing for another passphrase, and for what is not as it was written. Throws as above.
std::optional<Wiped> opened_key(std::string_view sealed, std::string_view passphrase);

}  // namespace db
