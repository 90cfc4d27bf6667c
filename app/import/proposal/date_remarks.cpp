#include "app/import/proposal/date_remarks.h"

#include <fmt/format.h>

namespace exchange {

namespace {

// So few whole dates may all be of the first days of their months.
constexpr std::size_t fewest_others = 3;

}  // namespace

std::vector<std::string> date_remarks(const std::string& label, const DateEvidence& dates) {
    std::vector<std::string> remarks;
    if (dates.day_first > 0 && dates.month_first > 0) {
        remarks.push_back(
            fmt::format("{} has dates day first (line {}) and month first (line {}): compare both "
                        "with where they come from",
                        label,
                        dates.day_first_line,
                        dates.month_first_line));
    }
    const bool is_one_order = (dates.day_first > 0) != (dates.month_first > 0);
    if (is_one_order && dates.either == 0 && dates.others >= fewest_others &&
        dates.others_late == 0) {
        remarks.push_back(fmt::format(
            "{}: the dates that can be read {} first only are texts (line {}), and no other is of "
            "a day after the 12th: a spreadsheet may have taken days for months in those",
            label,
            dates.day_first > 0 ? "day" : "month",
            dates.day_first > 0 ? dates.day_first_line : dates.month_first_line));
    }
    return remarks;
}

}  // namespace exchange
