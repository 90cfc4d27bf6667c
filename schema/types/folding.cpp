#include "schema/types/folding.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "schema/types/error.h"

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
    return (U_GET_GC_MASK(c) & (U_GC_Z_MASK | U_GC_CC_MASK)) != 0;
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
            return c;
    }
}

}  // namespace

std::string folded(std::string_view text) {
    static const auto& nfkc = form(&icu::Normalizer2::getNFKCInstance);
    static const auto& nfd = form(&icu::Normalizer2::getNFDInstance);
    static const auto& nfc = form(&icu::Normalizer2::getNFCInstance);
    auto whole = normalized(
        nfkc,
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size()))));
    whole = normalized(nfd, whole.toLower(icu::Locale::getRoot()));
    icu::UnicodeString kept;
    for (int i = 0; i < whole.length(); i = whole.moveIndex32(i, 1)) {
        const auto c = whole.char32At(i);
        if (is_blank(c)) {
            if (!kept.isEmpty() && kept.char32At(kept.length() - 1) != u' ') {
                kept.append(u' ');
            }
        } else if (!is_dropped(c)) {
            kept.append(bare(c));
        }
    }
    std::string result;
    normalized(nfc, kept).trim().toUTF8String(result);
    return result;
}

}  // namespace schema
