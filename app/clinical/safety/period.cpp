#include "app/clinical/safety/period.h"

namespace clinical {

bool Period::holds_on(schema::Date day) const {
    return (!from || from->first_day() <= day) && (!until || until->last_day() >= day);
}

std::optional<int> Period::days_over(schema::Date day) const {
    if (!until || until->last_day() > day) {
        return std::nullopt;
    }
    return day.days_since(until->last_day());
}

bool Period::held_within(schema::Date day, double days) const {
    const auto over = days_over(day);
    return holds_on(day) || (over && *over < days);
}

std::optional<schema::PartialDate> day_done(const Period& period) {
    return period.until ? period.until : period.from;
}

}  // namespace clinical
