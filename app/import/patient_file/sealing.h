#pragma once
// Bytes under a passphrase, so that a browser opens them with what it has (WebCrypto): AES-256-GCM
// (NIST SP 800-38D) with a key of PBKDF2-HMAC-SHA-256 (RFC 8018).

#include <optional>
#include <string>
#include <string_view>

namespace exchange {

// What OWASP asks of PBKDF2-HMAC-SHA-256 (Password Storage Cheat Sheet, 2023); and the most that a
// foreign file may ask of this machine.
inline constexpr unsigned sealing_rounds = 600'000;
inline constexpr unsigned most_sealing_rounds = 10'000'000;

struct Sealed {
    unsigned rounds = 0;
    std::string salt;   // 16 bytes
    std::string nonce;  // 12 bytes
    std::string bytes;  // the ciphertext, then 16 bytes of tag
};

// With a new salt and nonce. The passphrase counts as RFC 8265 spells it, however it was typed.
// Throws schema::Error (refused) for one that is shorter than db::shortest_passphrase or no text.
Sealed seal(std::string_view plain, std::string_view passphrase);

// Nothing for another passphrase, a changed byte, and for what cannot be of `seal`.
std::optional<std::string> unseal(const Sealed& sealed, std::string_view passphrase);

}  // namespace exchange
