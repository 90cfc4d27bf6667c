#include "app/texts/umm_al_qura.h"

#include <memory>

#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>

namespace texts {

std::optional<UmmAlQuraDay> umm_al_qura(schema::Date day) {
    static const auto first = *schema::Date::of(1882, 11, 12);
    static const auto last = *schema::Date::of(2174, 11, 25);
    static const auto begin_of_time = *schema::Date::of(1970, 1, 1);
    if (day < first || day > last) {
        return std::nullopt;
    }
    auto status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
        icu::TimeZone::getGMT()->clone(), icu::Locale("en@calendar=islamic-umalqura"), status));
    if (U_FAILURE(status)) {
        return std::nullopt;
    }
    constexpr double ms_of_day = 86'400'000;
    calendar->setTime(day.days_since(begin_of_time) * ms_of_day, status);
    const auto field = [&](UCalendarDateFields which) { return calendar->get(which, status); };
    const UmmAlQuraDay found{field(UCAL_YEAR), field(UCAL_MONTH) + 1, field(UCAL_DATE)};
    return U_FAILURE(status) ? std::nullopt : std::optional(found);
}

}  // namespace texts
