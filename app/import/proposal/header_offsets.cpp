#include "app/import/proposal/header_offsets.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/import/proposal/header_words.h"
#include "app/text/utf8.h"

namespace exchange {

namespace {

// As they are compared: folded.
constexpr std::array time_units{
    std::pair<std::string_view, char>{"d", 'd'},
    std::pair<std::string_view, char>{"day", 'd'},
    std::pair<std::string_view, char>{"days", 'd'},
    std::pair<std::string_view, char>{"j", 'd'},
    std::pair<std::string_view, char>{"jour", 'd'},
    std::pair<std::string_view, char>{"jours", 'd'},
    std::pair<std::string_view, char>{"يوم", 'd'},
    std::pair<std::string_view, char>{"w", 'w'},
    std::pair<std::string_view, char>{"wk", 'w'},
    std::pair<std::string_view, char>{"wks", 'w'},
    std::pair<std::string_view, char>{"week", 'w'},
    std::pair<std::string_view, char>{"weeks", 'w'},
    std::pair<std::string_view, char>{"sem", 'w'},
    std::pair<std::string_view, char>{"semaine", 'w'},
    std::pair<std::string_view, char>{"semaines", 'w'},
    std::pair<std::string_view, char>{"اسبوع", 'w'},
    std::pair<std::string_view, char>{"اسابيع", 'w'},
    std::pair<std::string_view, char>{"m", 'm'},
    std::pair<std::string_view, char>{"mo", 'm'},
    std::pair<std::string_view, char>{"month", 'm'},
    std::pair<std::string_view, char>{"months", 'm'},
    std::pair<std::string_view, char>{"mois", 'm'},
    std::pair<std::string_view, char>{"شهر", 'm'},
    std::pair<std::string_view, char>{"اشهر", 'm'},
};

}  // namespace

std::string offset_named(std::string_view named) {
    const auto text = folded_header(named);
    if (text == "baseline" || text == "initial") {
        return "0d";
    }
    const auto digits_begin = std::find_if(text.begin(), text.end(), &is_digit);
    const auto digits_end = std::find_if_not(digits_begin, text.end(), &is_digit);
    const std::string number(digits_begin, digits_end);
    const bool leads = digits_begin == text.begin();
    if (number.empty() || number.size() > 3 || (!leads && digits_end != text.end())) {
        return "";
    }
    const std::string unit =
        leads ? std::string(digits_end, text.end()) : std::string(text.begin(), digits_begin);
    const auto found = std::find_if(
        time_units.begin(), time_units.end(), [&](const auto& each) { return each.first == unit; });
    return found == time_units.end() ? "" : number + found->second;
}

bool names_a_first_day(std::string_view header) {
    constexpr std::array<std::string_view, 12> words{"First day",
                                                     "First visit",
                                                     "First visit date",
                                                     "Date of first visit",
                                                     "First session",
                                                     "Baseline date",
                                                     "Date of baseline",
                                                     "Enrolment date",
                                                     "Enrollment date",
                                                     "Première visite",
                                                     "تاريخ أول زيارة",
                                                     "أول زيارة"};
    const auto folded = folded_header(header);
    return std::any_of(
        words.begin(), words.end(), [&](auto word) { return folded_header(word) == folded; });
}

}  // namespace exchange
