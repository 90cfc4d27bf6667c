#pragma once
// The calendar of Umm al-Qura, by which Saudi Arabia reckons, as ICU's "islamic-umalqura" has it.
// Only to be shown beside the Gregorian day; nothing is reckoned by it.

#include <optional>

#include "schema/types/date.h"

namespace texts {

struct UmmAlQuraDay {
    int year = 0;   // of the Hijra
    int month = 0;  // 1 Muharram … 12 Dhu al-Hijja
    int day = 0;    // 1..30

    bool operator==(const UmmAlQuraDay&) const = default;
};

// Nothing of days outside of its years 1300 to 1600 (1882-11-12 to 2174-11-25), of which no table
// is published. tests/texts/umm_al_qura.json holds this and the pages to published days.
std::optional<UmmAlQuraDay> umm_al_qura(schema::Date day);

}  // namespace texts
