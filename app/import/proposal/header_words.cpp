#include "app/import/proposal/header_words.h"

#include "app/import/proposal/header_word_tables.h"
#include "app/text/utf8.h"
#include "schema/types/folding.h"
#include "schema/types/numerals.h"

namespace exchange {

namespace {

bool is_of_word(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

}  // namespace

const std::vector<HeaderWord>& header_words() {
    static const auto all = [] {
        std::vector<HeaderWord> words(patient_words().begin(), patient_words().end());
        words.insert(words.end(), record_words().begin(), record_words().end());
        return words;
    }();
    return all;
}

std::string folded_header(std::string_view header) {
    auto text = schema::folded(schema::plain_numerals(header));
    std::erase_if(text, [](char c) { return !is_of_word(c); });
    return text;
}

std::vector<std::string> words_of_header(std::string_view header) {
    std::vector<std::string> words;
    bool goes_on = false;
    for (const char c : schema::folded(schema::plain_numerals(header))) {
        if (!is_of_word(c)) {
            goes_on = false;
            continue;
        }
        if (!goes_on || is_digit(words.back().back()) != is_digit(c)) {
            words.emplace_back();
        }
        words.back() += c;
        goes_on = true;
    }
    return words;
}

}  // namespace exchange
