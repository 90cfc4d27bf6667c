#include "app/clinical/aftercare/phase.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/clinical/aftercare/hours_text.h"

namespace clinical {

namespace {

constexpr int hours_of_day = 24;

}  // namespace

std::vector<CarePhase> care_phases(const schema::Clinic& clinic, CareDevice device) {
    const bool has_heat = device == CareDevice::radiofrequency;
    const int open = clinic.absorption_hours;
    const int careful = std::max(open, clinic.precaution_hours);
    const int scaling =
        std::max(careful, (has_heat ? scaling_days_rf : scaling_days) * hours_of_day);
    const int end = aftercare_days * hours_of_day;
    const auto span = [](int from, int until) {
        return span_text(from, until) + " after the session";
    };
    std::vector<CarePhase> all{
        {fmt::format("the first {}: skin takes up more of what is put on it", hours_text(open)),
         0,
         open},
        {span(open, careful) + ": the skin is closing, stay careful", open, careful},
        {span(careful, scaling) + (has_heat ? ": swelling and tiny crusts are expected"
                                            : ": dryness and scaling are expected"),
         careful,
         scaling},
        {span(scaling, end) + ": the normal routine comes back step by step, with sunscreen",
         scaling,
         end},
    };
    std::erase_if(all, [](const auto& phase) { return phase.from_hours == phase.until_hours; });
    return all;
}

}  // namespace clinical
