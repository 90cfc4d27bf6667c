#include "app/exchange/month_name.h"

#include <algorithm>
#include <array>
#include <string>

namespace exchange {

namespace {

// One line a month; no name stands in two lines, so the language need not be known.
constexpr std::array<std::string_view, 12> english_months{
    " january jan janvier janv enero ene ",
    " february feb février fevrier févr fevr fév fev febrero ",
    " march mar mars marzo ",
    " april apr avril avr abril abr ",
    " may mai mayo ",
    " june jun juin junio ",
    " july jul juillet juil julio ",
    " august aug août aout agosto ago ",
    " september sept sep septembre septiembre setiembre set ",
    " october oct octobre octubre ",
    " november nov novembre noviembre ",
    " december dec décembre decembre déc diciembre dic ",
};

// Lower case for ASCII and for É and Û, the only other capitals of these english_months.
std::string lower(std::string_view word) {
    std::string text(word);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool accented = at > 0 && text[at - 1] == '\xC3' && (byte == 0x89 || byte == 0x9B);
        if ((byte >= 'A' && byte <= 'Z') || accented) {
            text[at] = static_cast<char>(byte + 0x20);
        }
    }
    return text;
}

}  // namespace

std::optional<int> month_named(std::string_view word) {
    if (word.empty() || word.find(' ') != std::string_view::npos) {
        return std::nullopt;
    }
    const std::string wanted = " " + lower(word) + " ";
    const auto* const found =
        std::find_if(english_months.begin(), english_months.end(), [&](std::string_view month) {
            return month.find(wanted) != std::string_view::npos;
        });
    return found == english_months.end()
               ? std::nullopt
               : std::optional(static_cast<int>(found - english_months.begin()) + 1);
}

}  // namespace exchange
