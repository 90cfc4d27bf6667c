#pragma once
// Bytes of a fixed number as hexadecimal digits.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "schema/types/error.h"

namespace backup {

template <std::size_t Size>
std::string hex_of(const std::array<unsigned char, Size>& bytes) {
    std::string text;
    for (const auto each : bytes) {
        text += fmt::format("{:02x}", each);
    }
    return text;
}

// Throws schema::Error (damaged) for anything else than so many bytes.
template <std::size_t Size>
std::array<unsigned char, Size> bytes_of_hex(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<unsigned char, Size> bytes{};
    if (text.size() != 2 * Size || text.find_first_not_of(digits) != std::string_view::npos) {
        throw schema::damaged("key", "is not hexadecimal", "make another");
    }
    for (std::size_t at = 0; at < Size; ++at) {
        bytes[at] = static_cast<unsigned char>(digits.find(text[2 * at]) * 16 +
                                               digits.find(text[2 * at + 1]));
    }
    return bytes;
}

}  // namespace backup
