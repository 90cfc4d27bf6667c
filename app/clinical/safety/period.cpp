#include "app/clinical/safety/period.h"

#include <fmt/format.h>

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

std::string period_text(const Period& period) {
    if (period.from && period.until) {
        return fmt::format("from {} until {}", period.from->text(), period.until->text());
    }
    if (period.from) {
        return fmt::format("since {}", period.from->text());
    }
    return period.until ? fmt::format("until {}", period.until->text()) : "dates unknown";
}

}  // namespace clinical
