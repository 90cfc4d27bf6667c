#pragma once
// PKCS#8 under a passphrase: PBES2 (RFC 8018) with PBKDF2-HMAC-SHA-256, 600,000 rounds (OWASP
// Password Storage Cheat Sheet, 2023), and AES-256-CBC. GnuTLS by itself takes 5,120 rounds.

#include <cstddef>
#include <string>
#include <string_view>

namespace db {

inline constexpr unsigned passphrase_rounds = 600'000;
inline constexpr std::size_t shortest_passphrase = 12;  // characters

// Throws schema::Error (refused) for one that is shorter.
void refuse_short_passphrase(std::string_view passphrase);

// EncryptedPrivateKeyInfo in PEM, of a PrivateKeyInfo in DER; OpenSSL and GnuTLS read it.
std::string sealed_pkcs8(std::string_view private_key_info, std::string_view passphrase);

}  // namespace db
