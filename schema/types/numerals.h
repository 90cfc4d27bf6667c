#pragma once
// Numbers and dates in the digits and signs of any script, as plain ones.

#include <algorithm>
#include <string>
#include <string_view>

namespace schema {

// Nothing in it needs to be made plain.
inline bool is_plain(std::string_view text) {
    return std::all_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Digits of any script as 0 to 9, ٫ as a point, full-width signs, hyphens and the minus sign as
// those of a keyboard, every kind of blank as one; invisible marks (direction, joiners, byte order)
// are left out, blanks around it too where there was anything to change. All else stays: letters,
// and ٬, which groups and is no comma.
std::string plain_numerals(std::string_view text);

// What `read` makes of the text in plain signs.
template <class Read>
auto read_plain(std::string_view text, Read read) {
    return is_plain(text) ? read(text) : read(std::string_view(plain_numerals(text)));
}

}  // namespace schema
