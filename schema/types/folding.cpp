#include "schema/types/folding.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "schema/types/error.h"
#include "schema/types/text.h"

namespace schema {

namespace {

const icu::Normalizer2& form(const icu::Normalizer2* (*instance)(UErrorCode&)) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = instance(status);
    if (U_FAILURE(status) != 0) {
        throw schema::damaged("search",
                              std::string("ICU does not normalise text: ") + u_errorName(status),
                              "install Debian's ICU with its data");
    }
    return *normalizer;
}

icu::UnicodeString normalized(const icu::Normalizer2& to, const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    return to.normalize(text, status);  // fails only where memory does
}

constexpr UChar32 tatweel = 0x640;
constexpr UChar32 hamza = 0x621;

bool is_dropped(UChar32 c) {
    return c == tatweel || c == hamza || u_charType(c) == U_NON_SPACING_MARK ||
           u_charType(c) == U_FORMAT_CHAR;
}

bool is_blank(UChar32 c) {
    return u_isUWhiteSpace(c) || (U_GET_GC_MASK(c) & (U_GC_Z_MASK | U_GC_CC_MASK)) != 0;
}

// One sign for all that are read as the same: a digit of any script, a kind of dash or apostrophe.
UChar32 plain(UChar32 c) {
    constexpr UChar32 minus = 0x2212;
    constexpr std::array<UChar32, 5> apostrophes{0x2018, 0x2019, 0x201B, 0x2032, 0x02BC};
    if (const auto digit = u_charDigitValue(c); digit >= 0) {
        return u'0' + digit;
    }
    if (c == minus || u_charType(c) == U_DASH_PUNCTUATION) {
        return u'-';
    }
    const bool is_apostrophe =
        std::find(apostrophes.begin(), apostrophes.end(), c) != apostrophes.end();
    return is_apostrophe ? u'\'' : c;
}

void append_blank(icu::UnicodeString& kept) {
    if (!kept.isEmpty() && kept.char32At(kept.length() - 1) != u' ') {
        kept.append(u' ');
    }
}

icu::UnicodeString unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

bool is_ascii(std::string_view text) {
    return std::all_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_white_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}
bool is_white_space_or_control(char c) {
    constexpr char last_control = 0x7F;
    return (c >= 0 && c <= ' ') || c == last_control;
}

// Of plain letters, without ICU: small ones, one blank for many, none at the ends.
template <class IsBlank>
std::string ascii_plain(std::string_view text, IsBlank is_blank_sign) {
    std::string result;
    for (const char c : text) {
        const bool blank = is_blank_sign(c);
        if (blank && (result.empty() || result.back() == ' ')) {
            continue;
        }
        result += blank ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    if (result.ends_with(' ')) {
        result.pop_back();
    }
    return result;
}

UChar32 bare(UChar32 c) {
    switch (c) {
        case 0x649:  // alef maqsura: yaa
            return 0x64A;
        case 0x629:  // taa marbuta: haa
            return 0x647;
        case 0x671:  // alef wasla: alef
            return 0x627;
        default:
            return plain(c);
    }
}

}  // namespace

std::string identity(std::string_view text) {
    if (is_ascii(text)) {
        return ascii_plain(text, is_white_space);
    }
    static const auto& case_folder = form(&icu::Normalizer2::getNFKCCasefoldInstance);
    const auto same = normalized(case_folder, unicode(text));
    icu::UnicodeString kept;
    for (std::int32_t at = 0; at < same.length(); at = same.moveIndex32(at, 1)) {
        const auto c = same.char32At(at);
        if (u_isUWhiteSpace(c)) {
            append_blank(kept);
        } else if (u_charType(c) != U_FORMAT_CHAR) {
            kept.append(plain(c));
        }
    }
    std::string result;
    kept.toUTF8String(result);
    if (result.ends_with(' ')) {
        result.pop_back();
    }
    return result;
}

std::string code_identity(std::string_view text) {
    auto code = identity(text);
    std::erase_if(code,
                  [](char c) { return std::string_view(" -().").find(c) != std::string::npos; });
    return code;
}

std::string telephone_identity(std::string_view text) {
    auto code = code_identity(text);
    for (const std::string_view country : {"+20", "0020"}) {
        if (code.starts_with(country) &&
            code.find_first_not_of("0123456789", 1) == std::string::npos) {
            const auto national = code.substr(country.size());
            return national.starts_with('0') ? national : "0" + national;
        }
    }
    return code;
}

std::string folded(std::string_view text) {
    if (is_ascii(text)) {
        return ascii_plain(text, is_white_space_or_control);
    }
    static const auto& nfkc = form(&icu::Normalizer2::getNFKCInstance);
    static const auto& nfd = form(&icu::Normalizer2::getNFDInstance);
    static const auto& nfc = form(&icu::Normalizer2::getNFCInstance);
    auto whole = normalized(nfkc, unicode(text));
    whole = normalized(nfd, whole.toLower(icu::Locale::getRoot()));
    icu::UnicodeString kept;
    for (int i = 0; i < whole.length(); i = whole.moveIndex32(i, 1)) {
        const auto c = whole.char32At(i);
        if (is_blank(c)) {
            append_blank(kept);
        } else if (!is_dropped(c)) {
            kept.append(bare(c));
        }
    }
    std::string result;
    normalized(nfc, kept).trim().toUTF8String(result);
    return result;
}

// Nothing that folding looks at reaches over a blank.
std::string WordFolding::of(std::string_view text) {
    if (is_ascii(text)) {
        return folded(text);
    }
    std::string result;
    for (const auto word : split(text, ' ')) {
        auto [known, is_new] = words_.try_emplace(std::string(word));
        if (is_new) {
            known->second = folded(word);
        }
        if (!known->second.empty()) {
            result += (result.empty() ? "" : " ") + known->second;
        }
    }
    return result;
}

}  // namespace schema
