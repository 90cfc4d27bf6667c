#pragma once
// Passwords: which are taken, and what the book keeps of them. After NIST SP 800-63B-4 (length and
// lists instead of rules of composition) and the OWASP Password Storage Cheat Sheet (Argon2id with
// 19 MiB and two passes).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace access_control {

inline constexpr std::size_t shortest_password = 8;  // Unicode characters, once composed (NFC)
inline constexpr std::size_t longest_password = 128;
inline constexpr std::size_t hash_memory = 19456 * 1024;  // bytes
inline constexpr unsigned hash_passes = 2;

// Why the password is not taken for an account of this name: its length, that it is one of the
// 10,000 most common (@zxcvbn-ts/language-common, the case does not matter), or that less than 8
// characters of it are not the name. Nothing when it is taken. Neither text is in it.
std::optional<std::string> password_fault(std::string_view password, std::string_view name);

// Throws schema::Error (refused) for one that is not taken.
void refuse_password(std::string_view password, std::string_view name);

// "$argon2id$v=19$m=19456,t=2,p=1$…", about 25 ms. Another one every time.
std::string hash_secret(std::string_view secret);

// Whether the hash is of this text; without a hash no, after the same work.
bool is_hash_of(const std::optional<std::string>& hash, std::string_view secret);

// How often `is_hash_of` worked in this process.
std::int64_t hashes_compared();

// The list, most common first, one a line.
std::string_view common_passwords();

}  // namespace access_control
