#pragma once
// What a language says. A sentence is one whole template with named values, never words strung
// together, so that a language may order them, inflect them and write from the right as it needs.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/progress/series/gaps.h"
#include "app/progress/series/verdict.h"
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
    due,      // date
    overdue,  // date, days; plural by days
    // Of a series: measure, before, after, change, start, noise_note, date.
    better,       // the visit before agrees
    better_once,  // one visit says so
    worse,
    worse_once,
    same,          // within noise
    same_falling,  // within noise, and every visit lower; count: visits
    same_rising,
    same_swinging,  // within noise, and beyond it in between: low, high
    same_exactly,
    kind_not_number,  // measure: what is added for GAGS
    changed,
    not_sure,
    stated,        // measure, label, date
    stated_again,  // the same, with label_before, date_before
    one_visit,
    other_places,
    other_device,
    too_soon,  // measure, after, date, days; plural by days
    // What is added to it.
    over_places,    // measure, list
    later_part,     // measure, after, date, list: of part of the whole, after the latest value
    start_highest,  // list: measures whose start is one visit; said once
    start_after,    // measure, date
    against_trend,  // measure, after, count
    same_season,    // measure, after, month, list
    best_end,       // measure, after
    relapse,        // measure, before: the best, date, after
    responder,      // measure, rule
    responder_of_acne,
    responder_within,  // though the change is within noise
    no_responder,      // measure, rule
    disagree,          // list
    by_doctor,         // label, date: parts of the list
    by_patient,
    by_scale,  // measure, before, after
    // Of a split face: measure, place, before, after, other_place, other_before, other_after,
    // difference, noise, kind.
    split_better,  // the treated side, and the visit before agrees
    split_better_once,
    split_worse,
    split_worse_once,
    split_same,
    split_not_sure,
    split_none,     // nothing compares
    split_both,     // other_place, count: the other side was needled too; plural by count
    darker,         // measure, before, after, date, days; plural by days
    darker_unsure,  // the same, where no noise is known
    more_darker,    // count; plural by it
    events,         // list
    event,          // event, severity, date: a part of the list
    event_undated,  // event, severity
    died,           // date
    died_undated,
    left,  // date
    left_undated,
    aftercare,       // date
    measure_at,      // measure, region: the name of a series
    from_the_start,  // parts of a sentence: what the first value is called
    from_several,    // count: visits
    from_a_day,      // date
    now,             // part of a sentence: when the last value is, else from_a_day
    noise_own,       // where a noise is from
    noise_published,
    noise_derived,
    noise_ours,
    noise_by_chance,   // noise, kind: a sentence beside a verdict
    noise_convention,  // the same of our own convention
    noise_unnoticed,   // the same of what patients report
    no_marks,          // in place of a number
    ends,              // low, low_name, high, high_name
    fewer_is_better,
    lower_is_better,
    higher_is_better,
    nearer_is_better,     // to the skin beside it
    nearer_to_is_better,  // target
    more_gaps,            // count; plural by it
    you_know_nothing,
    you_need_visits,
    you_have_gaps,  // list
    you_also_same,  // list
    you_course_under_way,
    you_course_complete,
    you_course_ended,
    you_sessions_only,
    you_due,
    you_overdue,
    // Of a series: measure, before, after, start, now, ends.
    you_better,
    you_better_once,
    you_worse,
    you_worse_once,
    you_same,
    you_same_exactly,
    you_changed,
    you_not_sure,
    you_stated_doctor,  // label, date
    you_stated,         // label, date
    you_other_places,
    you_other_device,
    you_too_soon,     // measure, after, ends, date, days; plural by days
    you_over_places,  // measure, list
    you_later_part,   // measure, after, date, list
    you_start_highest,
    you_against_trend,  // measure, after, ends
    you_same_season,    // after, month, list
    you_best_end,
    you_relapse,   // measure, before, date
    you_disagree,  // list
    you_by_doctor,
    you_by_patient,
    you_by_scale,
    // measure, place, before, after, other_place, other_before, other_after, now, ends
    you_split_better,
    you_split_better_once,
    you_split_worse,
    you_split_worse_once,
    you_split_same,
    you_split_not_sure,
    you_split_both,     // other_place
    you_events_urgent,  // list
    you_telephone,      // telephone: added to it
    you_event_long,     // event: since when it goes on, with a capital
    you_event_since,    // event, date: a part of a sentence
    you_no_session,
    you_events_next_visit,  // list
    you_events,             // list; plural by its length
    you_aftercare_use,      // list
    you_aftercare_avoid,    // list: its groups
    you_avoid_group,        // date, list: a part of it
    you_avoid_next_group,
    you_aftercare_sun,   // date
    you_aftercare_hold,  // in place of the others
    // Of the card of aftercare.
    care_first,  // date, what: the next two; list
    care_shade,
    care_water,
    care_until,        // date, list
    care_sun,          // in a list
    care_from,         // date, day, list
    care_not,          // what: in a list
    care_used_before,  // list
    care_both,         // list, what: the one before
    care_in_sun,       // in a list
    care_expect,
    care_expect_radiofrequency,
    care_call,
    care_call_now,
    care_clinic,            // clinic
    care_clinic_telephone,  // clinic, telephone
    care_next,              // date
    care_next_was,          // date
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
    // A day, month or year for people who are no clinicians; the year is left out where it is
    // `this_year`: "24 May", "24 May 2025", "May 2026".
    std::string (*date)(const schema::PartialDate& date, int this_year);
    std::string_view (*month)(int month);  // 1 to 12
    // What an end of the scale means, its highest value or its lowest; best: the better end of it.
    std::string_view (*end_name)(std::string_view code, bool highest, bool best);
    // A verdict in few words; `confirmed` of one with a direction.
    std::string_view (*verdict)(Verdict verdict, std::optional<bool> confirmed);
    std::string (*event)(const schema::AdverseEvent& event);
    std::string (*everyday_event)(schema::EventKind kind);  // as a patient says it
    std::string (*severity)(int severity);
    std::string_view (*weekday)(int days_after_monday);
    std::string (*care)(schema::CareSubject subject);
    std::string (*care_use)(schema::CareSubject subject);
    std::string (*care_again)(schema::CareSubject subject);  // empty: nothing to go back to
};

using Values = std::vector<std::pair<std::string_view, std::string>>;

// The template with {name} replaced by the value of that name; a name without a value stays.
std::string filled(std::string_view pattern, const Values& values);

}  // namespace progress
