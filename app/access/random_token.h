#pragma once
// What the program draws by lot: tokens, codes, secrets. 256 or 80 bits need no slow hash; what the
// book keeps of them is the SHA-256, as hex.

#include <string>
#include <string_view>

namespace access_control {

// 256 bits from the system's source of randomness, 43 characters of base64url.
std::string random_token();

// 140 bits as seven groups of four characters, without those that are taken for another:
// "k7qm-3hxc-…". Throws nothing.
std::string random_code();

// 160 bits as 40 hexadecimal digits.
std::string random_secret();

// Of a token or code as the book keeps it. Of a code, case, blanks and dashes do not matter.
std::string token_hash(std::string_view token);
std::string code_hash(std::string_view code);

}  // namespace access_control
