#pragma once
// Texts that lie on a disk for nobody else to read: encrypted and authenticated, XSalsa20 and
// Poly1305 by libsodium (crypto_secretbox), each with a random nonce before it.

#include <optional>
#include <string>
#include <string_view>

namespace server {

// 256 random bits as 64 hexadecimal digits.
std::string new_seal_key();

// Throws std::runtime_error for a key that is none.
std::string sealed(std::string_view text, const std::string& key);

// Nothing for bytes that were not sealed with this key, or changed since.
std::optional<std::string> unsealed(std::string_view bytes, const std::string& key);

}  // namespace server
