#pragma once
// What a language says. A sentence is one whole template with named values, never words strung
// together, so that a language may order them, inflect them and write from the right as it needs.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/progress/gaps.h"
#include "schema/records/adverse_event.h"
#include "schema/records/care_advice.h"
#include "schema/types/region.h"

namespace progress {

// What numbers of things are told apart in some language (Unicode CLDR); English needs one and
// other, Arabic all six.
enum class Plural { zero, one, two, few, many, other };

// The sentences that there are. For the clinic unless the name begins with `you`. In brackets the
// values of the template.
enum class Say {
    course_under_way,  // done, planned; plural by planned
    course_complete,   // done, planned; plural by planned
    course_ended,      // done, planned, date; plural by planned
    sessions_only,     // done; plural by done
    no_session,
    due,                // date
    overdue,            // date, days; plural by days
    better_than_noise,  // measure, before, after, change, noise
    better,             // measure, before, after, change
    worse_than_noise,
    worse,
    within_noise,
    unchanged,  // measure, after
    changed,
    not_enough,     // measure, after, date
    other_device,   // measure, before, after: read with different devices
    open_skin,      // measure, after, date: a barrier read soon after a session
    responder,      // measure, rule
    no_responder,   // measure, rule
    darker,         // measure, before, after, date, days; plural by days
    more_darker,    // count; plural by it
    events,         // list
    event,          // event, severity, date: a part of the list
    event_undated,  // event, severity
    aftercare,      // date
    measure_at,     // measure, region: the name of a series
    more_gaps,      // count; plural by it
    you_know_nothing,
    you_need_visits,
    you_have_gaps,
    you_course_under_way,
    you_course_complete,
    you_course_ended,
    you_sessions_only,
    you_due,
    you_overdue,
    you_better_responder,  // measure, before, after
    you_better_than_noise,
    you_better,
    you_worse_than_noise,
    you_worse,
    you_within_noise,
    you_unchanged,
    you_changed,
    you_not_enough,       // measure, after
    you_other_device,     // measure, before, after
    you_open_skin,        // measure, after
    you_events,           // list; plural by its length
    you_aftercare,        // date, use, avoid
    you_aftercare_avoid,  // date, avoid
    you_aftercare_use,    // date, use
    you_aftercare_until,  // date
};

struct Language {
    std::string_view code;       // of HTML's lang: "en"
    std::string_view direction;  // "ltr" or "rtl"
    std::string_view list_comma;
    Plural (*plural)(int count);
    // The template for this number of things; without one, the one of Plural::other.
    std::string_view (*pattern)(Say say, Plural plural);
    // What is missing; of several series, or of none, where `has_series` is false.
    std::string_view (*gap)(GapKind kind, bool has_series);
    // The everyday name of a built-in instrument; empty for any other code.
    std::string_view (*measure)(std::string_view code);
    std::string (*region)(schema::Region region);
    std::string (*event)(schema::EventKind kind);
    std::string (*severity)(int severity);
    std::string (*care)(schema::CareSubject subject);
};

using Values = std::vector<std::pair<std::string_view, std::string>>;

// The template with {name} replaced by the value of that name; a name without a value stays.
std::string filled(std::string_view pattern, const Values& values);

}  // namespace progress
