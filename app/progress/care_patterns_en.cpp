#include "app/progress/care_patterns_en.h"

#include <array>

namespace progress {

namespace {

constexpr auto care_patterns = std::to_array<Pattern>({
    {Say::you_aftercare_use, Plural::other, "For now use: {list}."},
    {Say::you_aftercare_avoid, Plural::other, "Avoid {list}."},
    {Say::you_avoid_group, Plural::other, "until {date}: {list}"},
    {Say::you_avoid_next_group, Plural::other, "; until {date}: {list}"},
    {Say::you_aftercare_sun,
     Plural::other,
     "Until {date} go into the sun only with sunscreen and a hat, and for a short time."},
    {Say::you_aftercare_hold,
     Plural::other,
     "Until the clinic has answered: shade; no retinoid, acids, peels or lasers."},
    {Say::care_first,
     Plural::other,
     "Until {date}: {what}no {list} yet, except what the clinic gave you for these hours."},
    {Say::care_shade, Plural::other, "stay in the shade; "},
    {Say::care_water, Plural::other, "wash with water only; "},
    {Say::care_until, Plural::other, "Until the evening of {date}: {list}."},
    {Say::care_sun, Plural::other, "sun without sunscreen and a hat, and sunbathing"},
    {Say::care_from, Plural::other, "From {date} (day {day}): {list}."},
    {Say::care_not, Plural::other, "no {what}"},
    {Say::care_used_before, Plural::other, "if you used it before, you may again use {list}"},
    {Say::care_both, Plural::other, "{list}; {what}"},
    {Say::care_in_sun,
     Plural::other,
     "outdoors with sunscreen and a hat, in the shade where you can; no sunbathing"},
    {Say::care_expect,
     Plural::other,
     "Redness for one to three days and dry, flaking skin in the first week are expected. Do not "
     "pick or rub: it falls off by itself."},
    {Say::care_expect_radiofrequency,
     Plural::other,
     "Swelling and tiny crusts are expected; they can last for one to three weeks. Do not pick or "
     "rub: crusts fall off by themselves."},
    {Say::care_call,
     Plural::other,
     "Call the clinic the same day if pain or swelling is strong on any day, if pain, swelling or "
     "redness gets worse after the second day or redness spreads, if there is pus or fever, or if "
     "you see blisters or cold sores. If it is hard to breathe or your lips or eyes swell fast: "
     "call an ambulance."},
    {Say::care_call_now,
     Plural::other,
     "Call the clinic now: a side effect is going on that a clinician has to see."},
    {Say::care_clinic, Plural::other, "Your clinic: {clinic}."},
    {Say::care_clinic_telephone, Plural::other, "Your clinic: {clinic}, telephone {telephone}."},
    {Say::care_next, Plural::other, "Your next session: {date}."},
    {Say::care_next_was,
     Plural::other,
     "Your next session was planned for {date}: ask the clinic for a new date."},
});

}  // namespace

std::span<const Pattern> english_care_patterns() {
    return care_patterns;
}

}  // namespace progress
