#include "app/clinical/aftercare/hours_text.h"

#include <fmt/format.h>

#include "schema/types/civil_time.h"

namespace clinical {

namespace {

constexpr int first_in_days = 4 * schema::hours_in_day;

std::string counted_hours(int hours) {
    return fmt::format("{} hour{}", hours, hours == 1 ? "" : "s");
}

}  // namespace

std::string hours_text(int hours) {
    return hours % schema::hours_in_day == 0 && hours >= first_in_days
               ? fmt::format("{} days", hours / schema::hours_in_day)
               : counted_hours(hours);
}

std::string span_text(int from, int until) {
    const auto first = hours_text(from);
    const auto last = hours_text(until);
    const auto unit = first.find(' ');
    const bool is_same_unit = first.substr(unit) == last.substr(last.find(' '));
    return fmt::format("{} to {}", is_same_unit ? first.substr(0, unit) : first, last);
}

std::string elapsed_text(double hours) {
    const int whole = static_cast<int>(hours);
    if (whole < 1) {
        return "less than 1 hour";
    }
    return whole < first_in_days ? counted_hours(whole)
                                 : fmt::format("{} days", whole / schema::hours_in_day);
}

}  // namespace clinical
