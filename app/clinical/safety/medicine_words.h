#pragma once
// A text of medicines cut into words, in the form in which they are compared.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace clinical {

// A run of letters, or of digits: 20mg is two.
struct Word {
    std::size_t begin{};  // in the text as written
    std::size_t end{};
    std::size_t part{};  // words of one part may make a name together
    std::u32string key;  // as it is compared
    bool is_number = false;
    bool is_attached = false;  // to the word before: the mg of 20mg
    bool is_named = false;
};

constexpr bool is_digit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9);
}

constexpr bool is_latin(char32_t c) {
    return c >= U'a' && c <= U'z';
}

// Bytes that are no UTF-8 count as letters that match nothing.
std::vector<Word> words_of(std::string_view text);

// One letter missing, too many or wrong, or two neighbours swapped.
bool is_one_slip(std::u32string_view a, std::u32string_view b);

}  // namespace clinical
