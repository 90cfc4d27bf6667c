#include "schema/types/folding.h"

#include <memory>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "schema/types/error.h"

namespace schema {

namespace {

// Each rule once; \u0651 and the like are marks (Mn) and go with the rest.
constexpr auto rules =
    u8R"(
    :: NFKC;
    :: Lower;
    :: NFD;
    :: [[:Mn:]\u0640[:Cf:]] Remove;
    \u0649 > \u064A;
    \u0629 > \u0647;
    \u0671 > \u0627;
    \u0621 > ;
    [[:Z:][:Cc:]]+ > ' ';
    :: NFC;
)";

std::unique_ptr<icu::Transliterator> make_folder() {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    std::unique_ptr<icu::Transliterator> folder(icu::Transliterator::createFromRules(
        "fold",
        icu::UnicodeString::fromUTF8(reinterpret_cast<const char*>(rules)),
        UTRANS_FORWARD,
        where,
        status));
    if (U_FAILURE(status) != 0) {
        throw schema::damaged(
            "search",
            std::string("ICU does not take the folding rules: ") + u_errorName(status),
            "install Debian's ICU with its data");
    }
    return folder;
}

}  // namespace

std::string folded(std::string_view text) {
    static const auto folder = make_folder();
    auto unicode =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
    folder->transliterate(unicode);
    std::string result;
    unicode.trim().toUTF8String(result);
    return result;
}

}  // namespace schema
