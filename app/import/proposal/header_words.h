#pragma once
// What clinics call the columns of their files, in English, French and Arabic.

#include <string>
#include <string_view>
#include <vector>

namespace exchange {

struct HeaderWord {
    std::string_view word;    // as it is written; it is compared folded
    std::string_view field;   // "patient", "at"; "region|area": the first that the kind has
    std::string_view kind{};  // of these rows only: "patients"
    bool weak = false;        // it may as well be something else
};

// One row a word.
const std::vector<HeaderWord>& header_words();

// The header as it is compared: without case, accents, Arabic vowels, punctuation and blanks,
// with the digits of ASCII.
std::string folded_header(std::string_view header);

// The words and numbers of a header, folded: "iga", "w", "8" of "IGA_w8".
std::vector<std::string> words_of_header(std::string_view header);

}  // namespace exchange
