#include "app/clinical/safety/medicine_words.h"

#include <algorithm>
#include <unordered_map>

#include "schema/types/folding.h"

namespace clinical {

namespace {

// Stands between words while they are folded together; no letter of any text.
constexpr char32_t between_words = 0xE000;
constexpr std::string_view between_words_utf8 = "\xEE\x80\x80";
constexpr char32_t not_a_letter = 0xFFFD;

struct CodePoint {
    char32_t value{};
    std::size_t size{};
};

// The code point that starts at `at`; a byte that starts none is one by itself.
CodePoint code_point(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto lead = byte(at);
    if (lead < 0x80) {
        return {lead, 1};
    }
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + size > text.size()) {
        return {not_a_letter, 1};
    }
    char32_t value = lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U) {
            return {not_a_letter, 1};
        }
        value = (value << 6U) | (byte(at + i) & 0x3FU);
    }
    return {value, size};
}

bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == 0x2018 || c == 0x2019 || c == 0x2BC;
}

// Blanks and what may stand inside a name; a word ends there, a name goes on.
bool is_gap(char32_t c) {
    constexpr std::u32string_view ascii = U" \t-._%\"";
    return (c < 0x80 && ascii.find(c) != ascii.npos) ||
           (c >= 0x80 && c <= 0xBF && c != 0xAA && c != 0xAB && c != 0xB5 && c != 0xBA &&
            c != 0xBB) ||
           c == 0xD7 || (c >= 0x2000 && c <= 0x200A) || (c >= 0x2010 && c <= 0x2015) ||
           c == 0x202F || c == 0x2122 || (c >= 0x66A && c <= 0x66C) || c == 0x3000 ||
           c == between_words;
}

// What ends a part of the text: no name goes over it.
bool is_end(char32_t c) {
    return (c < 0x80 && !is_gap(c) && !is_apostrophe(c) && !is_digit(c) && !is_latin(c | 0x20U)) ||
           c == 0xAB || c == 0xBB || c == 0x60C || c == 0x61B || c == 0x61F || c == 0x6D4 ||
           (c >= 0x201A && c <= 0x2029) || (c >= 0x2030 && c <= 0x205E) ||
           (c >= 0x2190 && c <= 0x2BFF) || (c >= 0x3001 && c <= 0x3003) ||
           (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0x1F000 && c <= 0x1FAFF);
}

// Letters that folding keeps apart and that are typed for one another.
std::u32string_view same_letters(char32_t c) {
    static const std::unordered_map<char32_t, std::u32string_view> same{{U'ı', U"i"},
                                                                        {U'ß', U"ss"},
                                                                        {U'æ', U"ae"},
                                                                        {U'œ', U"oe"},
                                                                        {U'ø', U"o"},
                                                                        {U'đ', U"d"},
                                                                        {U'ł', U"l"},
                                                                        {0x6A9, U"\u0643"},
                                                                        {0x6CC, U"\u064A"},
                                                                        {0x67E, U"\u0628"},
                                                                        {0x6A4, U"\u0641"},
                                                                        {0x6AF, U"\u062C"},
                                                                        {0x686, U"\u062C"}};
    const auto found = same.find(c);
    return found == same.end() ? std::u32string_view() : found->second;
}

std::u32string key_of(std::string_view folded) {
    std::u32string key;
    for (std::size_t at = 0; at < folded.size();) {
        const auto [c, size] = code_point(folded, at);
        at += size;
        if (const auto same = same_letters(c); !same.empty()) {
            key += same;
        } else if (is_digit(c)) {
            key += U'0' + (c & 0xFU);  // the last four bits of all three rows of digits
        } else if (c != U' ' && !is_apostrophe(c)) {
            key += c;
        }
    }
    return key;
}

// One call folds all words: a call costs far more than a letter.
void fold(std::string_view text, std::vector<Word>& words) {
    std::string joined;
    for (const auto& word : words) {
        joined += text.substr(word.begin, word.end - word.begin);
        joined += between_words_utf8;
    }
    const auto folded = schema::folded(joined);
    std::size_t begin = 0;
    for (auto& word : words) {
        const auto end = std::min(folded.find(between_words_utf8, begin), folded.size());
        word.key = key_of(std::string_view(folded).substr(begin, end - begin));
        begin = std::min(end + between_words_utf8.size(), folded.size());
    }
    std::erase_if(words, [](const Word& word) { return word.key.empty(); });
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    std::size_t part = 0;
    bool is_open = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point(text, at);
        if (is_gap(c) || is_end(c)) {
            part += is_end(c) ? 1 : 0;
            is_open = false;
        } else if (is_open && words.back().is_number == is_digit(c)) {
            words.back().end = at + size;
        } else {
            words.push_back({.begin = at,
                             .end = at + size,
                             .part = part,
                             .is_number = is_digit(c),
                             .is_attached = is_open});
            is_open = true;
        }
        at += size;
    }
    fold(text, words);
    return words;
}

bool is_one_slip(std::u32string_view a, std::u32string_view b) {
    const auto same = static_cast<std::size_t>(
        std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    const auto rest_a = a.substr(same);
    const auto rest_b = b.substr(same);
    if (a.size() == b.size()) {
        return !rest_a.empty() &&
               (rest_a.substr(1) == rest_b.substr(1) ||
                (rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
                 rest_a.substr(2) == rest_b.substr(2)));
    }
    return a.size() == b.size() + 1   ? rest_a.substr(1) == rest_b
           : b.size() == a.size() + 1 ? rest_b.substr(1) == rest_a
                                      : false;
}

}  // namespace clinical
