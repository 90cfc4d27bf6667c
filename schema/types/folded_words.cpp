#include "schema/types/folded_words.h"

#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "schema/types/folding.h"

namespace schema {

std::vector<std::string> folded_words(std::string_view text) {
    const auto whole = folded(text);
    std::vector<std::string> words;
    bool goes_on = false;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(whole.data());
    const auto length = static_cast<std::int32_t>(whole.size());
    for (std::int32_t at = 0; at < length;) {
        const auto from = at;
        UChar32 c = 0;
        U8_NEXT(bytes, at, length, c);
        const bool is_of_word = c >= 0 && (u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0);
        if (is_of_word) {
            if (!goes_on) {
                words.emplace_back();
            }
            words.back().append(
                whole, static_cast<std::size_t>(from), static_cast<std::size_t>(at - from));
        }
        goes_on = is_of_word;
    }
    return words;
}

}  // namespace schema
