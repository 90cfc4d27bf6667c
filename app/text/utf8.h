#pragma once
// UTF-8 text: whether it is, where in a file a byte stands, and a piece of it short enough to show.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace exchange {

// The offset of the first byte that is not part of a UTF-8 character (no surrogates, no overlong
// forms), or is NUL; nothing when all of the text is sound.
std::optional<std::size_t> first_fault(std::string_view text);

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

struct Place {
    std::size_t line = 1;       // physical lines: CR, LF and CRLF each end one
    std::size_t character = 1;  // of the line, in code points

    bool operator==(const Place&) const = default;
};

// The place of the byte at `offset`; the text before it must be sound.
Place place_of(std::string_view text, std::size_t offset);

// How many line ends there are: CR, LF, CRLF.
std::size_t line_ends(std::string_view text);

// The text in quotes for a message: on one line, no longer than 40 bytes, never cut inside a
// character.
std::string excerpt(std::string_view text);

// The text without the blanks, tabs and no-break spaces around it.
std::string_view trimmed(std::string_view text);

}  // namespace exchange
