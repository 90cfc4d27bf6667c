#pragma once
// When something was so, against the day of a session. Dates that are only partly known are read
// the careful way: as early a begin and as late an end as they can mean.

#include <optional>

#include "schema/types/date.h"

namespace clinical {

struct Period {
    std::optional<schema::PartialDate> from;   // none: always
    std::optional<schema::PartialDate> until;  // none: still so

    // It had begun and was not over on the day.
    bool holds_on(schema::Date day) const;
    // Days from its end to the day; 0 on the last day itself; nothing if it goes on or lies ahead.
    std::optional<int> days_over(schema::Date day) const;
    // It held on the day, or had been over for less than so many days.
    bool held_within(schema::Date day, double days) const;
};

// A procedure rather than a period: the day it was done, which is the last one known.
std::optional<schema::PartialDate> day_done(const Period& period);

}  // namespace clinical
