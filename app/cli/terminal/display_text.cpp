#include "app/cli/terminal/display_text.h"

#include <algorithm>
#include <cstddef>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "app/cli/terminal/clean_output.h"
#include "schema/types/text.h"

namespace cli {

namespace {

icu::UnicodeString decoded(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string encoded(const icu::UnicodeString& text) {
    std::string utf8;
    return text.toUTF8String(utf8);
}

bool is_zero_width(UChar32 character) {
    constexpr UChar32 soft_hyphen = 0xAD;  // terminals show it
    if (character == soft_hyphen ||
        u_hasBinaryProperty(character, UCHAR_PREPENDED_CONCATENATION_MARK)) {
        return false;
    }
    switch (u_charType(character)) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_FORMAT_CHAR:
            return true;
        default:
            break;
    }
    const auto syllable = u_getIntPropertyValue(character, UCHAR_HANGUL_SYLLABLE_TYPE);
    return syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO;
}

int width_of(UChar32 character) {
    if (is_harmful(static_cast<char32_t>(character))) {
        return 1;  // it is shown as U+FFFD
    }
    if (is_zero_width(character)) {
        return 0;
    }
    const auto width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

int width_of(const icu::UnicodeString& text) {
    int width = 0;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        width += width_of(text.char32At(at));
    }
    return width;
}

// How many code units of `text` fit `width`, combining marks included.
std::int32_t fitting(const icu::UnicodeString& text, int width) {
    std::int32_t at = 0;
    while (at < text.length() && width_of(text.char32At(at)) <= width) {
        width -= width_of(text.char32At(at));
        at = text.moveIndex32(at, 1);
    }
    return at;
}

// The lines that a word fills which is wider than a line, but for its rest.
std::string break_word(std::string word, int width, std::vector<std::string>& lines) {
    while (display_width(word) > width) {
        const auto whole = decoded(word);
        const auto length = std::max(fitting(whole, width), whole.moveIndex32(0, 1));
        lines.push_back(encoded(whole.tempSubString(0, length)));
        word = encoded(whole.tempSubString(length));
    }
    return word;
}

}  // namespace

int display_width(std::string_view text) {
    return width_of(decoded(text));
}

std::string one_line(std::string_view text) {
    std::string line(text);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return line;
}

std::string cut(std::string_view text, int width) {
    const auto whole = decoded(text);
    if (width_of(whole) <= width) {
        return std::string(text);
    }
    return encoded(whole.tempSubString(0, fitting(whole, width - 1))) + "…";
}

std::string pad_right(std::string_view text, int width) {
    const int missing = std::max(0, width - display_width(text));
    return std::string(text) + std::string(static_cast<std::size_t>(missing), ' ');
}

std::string pad_left(std::string_view text, int width) {
    const int missing = std::max(0, width - display_width(text));
    return std::string(static_cast<std::size_t>(missing), ' ') + std::string(text);
}

std::vector<std::string> wrap(std::string_view text, int width) {
    std::vector<std::string> lines;
    std::string line;
    for (const auto word : schema::split(text, ' ')) {
        if (!line.empty() && display_width(line) + 1 + display_width(word) > width) {
            lines.push_back(line);
            line.clear();
        }
        line += (line.empty() ? "" : " ") + std::string(word);
        line = break_word(line, width, lines);
    }
    lines.push_back(line);
    return lines;
}

}  // namespace cli
