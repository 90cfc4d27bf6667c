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

// Printable and of ASCII: one cell each, which is most of what is shown.
bool is_plain(UChar32 character) {
    return character >= 0x20 && character < 0x7F;
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
    if (is_plain(character) || is_harmful(static_cast<char32_t>(character))) {
        return 1;  // a harmful one is shown as U+FFFD
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
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return is_plain(c); });
    return plain ? static_cast<int>(text.size()) : width_of(decoded(text));
}

std::string one_line(std::string_view text) {
    std::string line(text);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return line;
}

std::string cut(std::string_view text, int width) {
    if (display_width(text) <= width) {
        return std::string(text);
    }
    const auto whole = decoded(text);
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
    int filled = 0;  // cells of the line
    for (const auto word : schema::split(text, ' ')) {
        const int wide = display_width(word);
        if (!line.empty() && filled + 1 + wide <= width) {
            line.append(" ").append(word);
            filled += 1 + wide;
            continue;
        }
        if (!line.empty()) {
            lines.push_back(line);
        }
        line = break_word(std::string(word), width, lines);
        filled = display_width(line);
    }
    lines.push_back(line);
    return lines;
}

}  // namespace cli
