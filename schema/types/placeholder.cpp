#include "schema/types/placeholder.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <string>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "schema/types/folding.h"

namespace schema {

namespace {

// Every character of the text, from its first; below 0 where the bytes are not UTF-8.
template <class Visit>
void each_character(std::string_view text, Visit visit) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int64_t>(text.size());
    for (std::int64_t at = 0; at < size;) {
        const auto begin = at;
        UChar32 character = 0;
        U8_NEXT(bytes, at, size, character);
        visit(character,
              text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
    }
}

// Its letters and digits, folded.
std::string bare(std::string_view text) {
    std::string found;
    each_character(folded(text), [&](UChar32 character, std::string_view bytes) {
        found += u_isalnum(character) ? bytes : std::string_view();
    });
    return found;
}

using TextSet = std::set<std::string, std::less<>>;

template <std::size_t count>
TextSet words(const std::array<std::string_view, count>& list) {
    TextSet found;
    for (const auto word : list) {
        found.insert(bare(word));
    }
    return found;
}

const TextSet& unknown_words() {
    static const auto all =
        words(std::to_array<std::string_view>({"unknown",     "unkn",          "unk",
                                               "not known",   "not available", "not applicable",
                                               "not given",   "not stated",    "na",
                                               "nan",         "none",          "null",
                                               "nil",         "nul",           "nothing",
                                               "undefined",   "missing",       "empty",
                                               "blank",       "no name",       "no chart",
                                               "no number",   "anonymous",     "anon",
                                               "tbd",         "tba",           "tbc",
                                               "to do",       "test",          "tests",
                                               "testing",     "test patient",  "dummy",
                                               "example",     "xxx",           "xxxx",
                                               "inconnu",     "inconnue",      "unbekannt",
                                               "desconocido", "bilinmiyor",    "غير معروف",
                                               "غير معروفة",  "مجهول",         "مجهولة",
                                               "لا يوجد",     "بدون",          "بدون اسم",
                                               "بلا اسم",     "لا شيء",        "فارغ",
                                               "تجربة",       "اختبار",        "غير متوفر"}));
    return all;
}

const TextSet& summary_words() {
    static const auto all = words(std::to_array<std::string_view>({"total",
                                                                   "totals",
                                                                   "sum",
                                                                   "sums",
                                                                   "average",
                                                                   "averages",
                                                                   "avg",
                                                                   "mean",
                                                                   "means",
                                                                   "subtotal",
                                                                   "subtotals",
                                                                   "grand total",
                                                                   "count",
                                                                   "median",
                                                                   "minimum",
                                                                   "maximum",
                                                                   "stdev",
                                                                   "overall",
                                                                   "total sum",
                                                                   "total général",
                                                                   "sous-total",
                                                                   "somme",
                                                                   "moyenne",
                                                                   "summe",
                                                                   "gesamt",
                                                                   "mittelwert",
                                                                   "durchschnitt",
                                                                   "promedio",
                                                                   "toplam",
                                                                   "ortalama",
                                                                   "المجموع",
                                                                   "مجموع",
                                                                   "المتوسط",
                                                                   "متوسط",
                                                                   "الإجمالي",
                                                                   "إجمالي",
                                                                   "المعدل",
                                                                   "العدد",
                                                                   "الوسيط",
                                                                   "المجموع الكلي",
                                                                   "الإجمالي العام",
                                                                   "المجموع الفرعي",
                                                                   "المتوسط الحسابي"}));
    return all;
}

bool is_among(std::string_view text, std::string_view characters) {
    return std::all_of(text.begin(), text.end(), [&](char c) {
        return characters.find(c) != std::string_view::npos;
    });
}

bool is_digits(std::string_view text) {
    return !text.empty() && is_among(text, "0123456789");
}

bool is_dash_or_stop(UChar32 c) {
    return u_charType(c) == U_DASH_PUNCTUATION || c == U'.' || c == U',' || c == U';' ||
           c == U':' || c == U'/' || c == U'\u060C' || c == U'\u061B' || c == U'\u2026';
}

// Encodings that were mixed up leave ? and U+FFFD.
bool is_in_no_name(UChar32 c) {
    constexpr std::string_view marks = "\\|{}^~*%$#@?";
    return c == 0xFFFD ||
           (c > 0 && c < 0x80 && marks.find(static_cast<char>(c)) != std::string_view::npos);
}

}  // namespace

bool is_spreadsheet_error(std::string_view text) {
    const auto cell = identity(text);
    const auto body = std::string_view(cell).substr(cell.empty() ? 0 : 1);
    if (cell.starts_with("err:")) {
        return is_digits(body.substr(3));
    }
    if (!cell.starts_with('#') || body.empty()) {
        return false;
    }
    const bool is_named = (body.ends_with('!') || body.ends_with('?')) &&
                          std::any_of(body.begin(), body.end(), [](char c) {
                              return (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
                          });
    return is_named || is_among(body, "#") || body.starts_with("n/a") || body == "na" ||
           body == "nv" || body == "n/d" || body == "n/v" || body == "getting_data";
}

bool is_shortened_number(std::string_view text) {
    const auto cell = identity(text);
    const auto e = cell.find('e');
    if (e == std::string::npos) {
        return false;
    }
    const auto number = std::string_view(cell).substr(0, e);
    auto exponent = std::string_view(cell).substr(e + 1);
    const auto sign = number.find_first_of(".,");
    const bool is_fraction = sign != std::string_view::npos;
    const bool is_signed = exponent.starts_with('+');
    exponent.remove_prefix(is_signed ? 1 : 0);
    return (is_fraction || is_signed) && is_digits(exponent) && is_digits(number.substr(0, sign)) &&
           (!is_fraction || is_digits(number.substr(sign + 1)));
}

bool is_placeholder(std::string_view text) {
    const auto said = bare(text);
    if (!said.empty()) {
        return is_among(said, "0") || unknown_words().contains(said);
    }
    bool is_blank = true;  // nothing but what people type into a cell that stays empty
    each_character(identity(text), [&](UChar32 character, std::string_view) {
        is_blank =
            is_blank && (character == U' ' || character == U'?' || character == U'\u061F' ||
                         character == U'*' || character == U'_' || is_dash_or_stop(character));
    });
    return is_blank;
}

bool is_summary_label(std::string_view text, bool and_more) {
    if (summary_words().contains(bare(text))) {
        return true;
    }
    const auto cell = identity(text);
    return and_more && summary_words().contains(bare(cell.substr(0, cell.find_first_of(" :=(\t"))));
}

bool is_odd_name(std::string_view text) {
    bool has_letter = false;
    bool is_odd = false;
    bool is_first = true;
    each_character(text, [&](UChar32 character, std::string_view) {
        has_letter = has_letter || u_isalpha(character);
        is_odd = is_odd || is_in_no_name(character) || (is_first && is_dash_or_stop(character));
        is_first = is_first && u_isUWhiteSpace(character);
    });
    return is_odd || !has_letter;
}

}  // namespace schema
