#include "schema/types/numerals.h"

#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace schema {

namespace {

// The sign of a keyboard that it stands for; itself, where it stands for none.
UChar32 keyboard_sign(UChar32 c) {
    constexpr UChar32 first_full_width = 0xFF01;
    constexpr UChar32 last_full_width = 0xFF5E;
    constexpr UChar32 to_ascii = first_full_width - u'!';
    if (const auto digit = u_charDigitValue(c); digit >= 0) {
        return u'0' + digit;
    }
    if (c >= first_full_width && c <= last_full_width) {
        return c - to_ascii;
    }
    switch (c) {
        case 0x66B:  // the Arabic decimal sign
            return u'.';
        case 0x2010:  // hyphens and the minus sign; longer dashes stand for ranges
        case 0x2011:
        case 0x2212:
            return u'-';
        default:
            return (U_GET_GC_MASK(c) & U_GC_ZS_MASK) != 0 ? u' ' : c;
    }
}

}  // namespace

std::string plain_numerals(std::string_view text) {
    const auto written = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    icu::UnicodeString kept;
    for (std::int32_t at = 0; at < written.length(); at = written.moveIndex32(at, 1)) {
        const auto c = written.char32At(at);
        if (u_charType(c) != U_FORMAT_CHAR) {
            kept.append(keyboard_sign(c));
        }
    }
    std::string result;
    kept.trim().toUTF8String(result);
    return result;
}

}  // namespace schema
