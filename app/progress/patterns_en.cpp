#include "app/progress/patterns_en.h"

#include <array>
#include <span>

#include "app/progress/care_patterns_en.h"

namespace progress {

namespace {

namespace english_table {
using enum Plural;
constexpr auto patterns = std::to_array<Pattern>({
    {Say::course_under_way, one, "{done} of {planned} session is done."},
    {Say::course_under_way, other, "{done} of {planned} sessions are done."},
    {Say::course_complete, one, "The course is complete: {done} of {planned} session."},
    {Say::course_complete, other, "The course is complete: {done} of {planned} sessions."},
    {Say::course_ended, one, "The course ended on {date} after {done} of {planned} session."},
    {Say::course_ended, other, "The course ended on {date} after {done} of {planned} sessions."},
    {Say::sessions_only, one, "{done} session is recorded without a course."},
    {Say::sessions_only, other, "{done} sessions are recorded without a course."},
    {Say::no_session, other, "No session is recorded."},
    {Say::due, other, "The next session is due on {date}."},
    {Say::overdue, one, "The next session was due on {date}, {days} day ago."},
    {Say::overdue, other, "The next session was due on {date}, {days} days ago."},
    {Say::better,
     other,
     "{measure}: {before} {start} to {after} on {date} ({change}), better at two visits in a row. "
     "{noise_note}"},
    {Say::better_once,
     other,
     "{measure}: {before} {start} to {after} on {date} ({change}), looks better at one visit; the "
     "next will tell. {noise_note}"},
    {Say::worse,
     other,
     "{measure}: {before} {start} to {after} on {date} ({change}), worse at two visits in a row. "
     "{noise_note}"},
    {Say::worse_once,
     other,
     "{measure}: {before} {start} to {after} on {date} ({change}), looks worse at one visit; the "
     "next will tell. {noise_note}"},
    {Say::same,
     other,
     "{measure}: {before} {start} to {after} on {date} ({change}), about the same. {noise_note}"},
    {Say::same_falling,
     other,
     "{measure}: {before} {start} to {after} on {date} ({change}), a steady fall over {count} "
     "visits whose size is not beyond chance. {noise_note}"},
    {Say::same_rising,
     other,
     "{measure}: {before} {start} to {after} on {date} ({change}), a steady rise over {count} "
     "visits whose size is not beyond chance. {noise_note}"},
    {Say::same_swinging,
     other,
     "{measure}: {before} {start} to {after} on {date} ({change}), about the same, though it "
     "varied between {low} and {high}. {noise_note}"},
    {Say::same_exactly, other, "{measure}: {after} {start} and on {date}, about the same."},
    {Say::kind_not_number,
     other,
     "{measure} grades the gravest kind of lesion of each place, not how many there are."},
    {Say::changed,
     other,
     "{measure}: {before} {start} to {after} on {date} ({change}); neither way is better by "
     "itself."},
    {Say::not_sure,
     other,
     "{measure}: {before} {start} to {after} on {date} ({change}); not sure: this book knows no "
     "number for how far two values differ by chance."},
    {Say::stated, other, "{measure} on {date}: {label}."},
    {Say::stated_again,
     other,
     "{measure} on {date}: {label} (before, on {date_before}: {label_before})."},
    {Say::one_visit,
     other,
     "{measure}: {after} on {date}, with no later visit to compare: not enough data."},
    {Say::other_places,
     other,
     "{measure}: {after} on {date}, where other places were looked at than before: not enough "
     "data."},
    {Say::other_device,
     other,
     "{measure}: {after} on {date}, read with another device than before, or one that is not "
     "named: "
     "not enough data."},
    {Say::too_soon,
     one,
     "{measure}: {after} on {date}, {days} day after a session, is not judged: swelling and "
     "redness "
     "hide the result for four weeks."},
    {Say::too_soon,
     other,
     "{measure}: {after} on {date}, {days} days after a session, is not judged: swelling and "
     "redness "
     "hide the result for four weeks."},
    {Say::over_places,
     other,
     "{measure}: compared only over the places that were looked at both times: {list}."},
    {Say::later_part,
     other,
     "{measure}: on {date} only a part was looked at ({list}): {after}. It does not compare with "
     "the "
     "whole."},
    {Say::start_highest,
     other,
     "One-visit start ({list}): part of what looks better may be regression to the mean."},
    {Say::start_after,
     other,
     "{measure}: nothing was rated before the first session; it is counted from {date}."},
    {Say::against_trend,
     other,
     "{measure}: the last value, {after}, stands against {count} before it that went the other "
     "way: "
     "rate again, best by the same person and from photographs."},
    {Say::same_season,
     other,
     "{measure}: {after}, as in {month} of earlier years ({list}): it may be the season."},
    {Say::best_end, other, "{measure}: {after} is the best that the scale can show."},
    {Say::relapse,
     other,
     "{measure}: it was better on {date} ({before}) and is worse since, by more than values differ "
     "by chance."},
    {Say::responder, other, "{measure}: a responder, “{rule}”."},
    {Say::responder_of_acne,
     other,
     "{measure}: a responder, “{rule}”. In trials the vehicle alone takes away a third to a half "
     "of "
     "the inflammatory lesions."},
    {Say::responder_within,
     other,
     "{measure}: it meets “{rule}”, yet its change is within what chance explains."},
    {Say::no_responder, other, "{measure}: not a responder, “{rule}”."},
    {Say::disagree, other, "These contradict each other: {list}. Look again together."},
    {Say::by_doctor, other, "the doctor found “{label}” on {date}"},
    {Say::by_patient, other, "the patient found “{label}” on {date}"},
    {Say::by_scale, other, "{measure} went from {before} to {after}"},
    {Say::split_better,
     other,
     "Split face, {measure}: {place} (treated) {before} to {after}, {other_place} {other_before} "
     "to {other_after}, on {date}. The treated side did better by {difference}, at two visits in a "
     "row. Sides that go alike rarely differ by more than {noise} ({kind})."},
    {Say::split_better_once,
     other,
     "Split face, {measure}: {place} (treated) {before} to {after}, {other_place} {other_before} "
     "to {other_after}, on {date}. The treated side looks better by {difference} at one visit; the "
     "next will tell. Sides that go alike rarely differ by more than {noise} ({kind})."},
    {Say::split_worse,
     other,
     "Split face, {measure}: {place} (treated) {before} to {after}, {other_place} {other_before} "
     "to {other_after}, on {date}. The treated side did worse by {difference}, at two visits in a "
     "row. Sides that go alike rarely differ by more than {noise} ({kind})."},
    {Say::split_worse_once,
     other,
     "Split face, {measure}: {place} (treated) {before} to {after}, {other_place} {other_before} "
     "to {other_after}, on {date}. The treated side looks worse by {difference} at one visit; the "
     "next will tell. Sides that go alike rarely differ by more than {noise} ({kind})."},
    {Say::split_same,
     other,
     "Split face, {measure}: {place} (treated) {before} to {after}, {other_place} {other_before} "
     "to {other_after}, on {date}. The sides went about alike: the difference of {difference} can "
     "be chance. Sides that go alike rarely differ by more than {noise} ({kind})."},
    {Say::split_not_sure,
     other,
     "Split face, {measure}: {place} (treated) {before} to {after}, {other_place} {other_before} "
     "to {other_after}, on {date}. Not sure which side did better: this book knows no number for "
     "how far two values differ by chance."},
    {Say::split_none,
     other,
     "Split face: no scale was rated on both cheeks on the same days before and after, so the "
     "sides cannot be "
     "compared yet."},
    {Say::split_both,
     one,
     "The {other_place} was needled too in {count} session of this course's time: the sides do not "
     "stand for "
     "needled and not needled."},
    {Say::split_both,
     other,
     "The {other_place} was needled too in {count} sessions of this course's time: the sides do "
     "not stand for "
     "needled and not needled."},
    {Say::darker,
     one,
     "{measure} was worse {days} day after the session on {date}: {before} to {after}."},
    {Say::darker,
     other,
     "{measure} was worse {days} days after the session on {date}: {before} to {after}."},
    {Say::darker_unsure,
     one,
     "{measure} was read higher {days} day after the session on {date}: {before} to {after}. Not "
     "sure: "
     "this book knows no number for how far two readings differ by chance."},
    {Say::darker_unsure,
     other,
     "{measure} was read higher {days} days after the session on {date}: {before} to {after}. Not "
     "sure: this book knows no number for how far two readings differ by chance."},
    {Say::more_darker, one, "Before that, marks got worse after a session {count} more time."},
    {Say::more_darker, other, "Before that, marks got worse after a session {count} more times."},
    {Say::events, other, "Side effects going on, or not marked as over: {list}."},
    {Say::event, other, "{event} since {date} ({severity})"},
    {Say::event_undated, other, "{event}, date unknown ({severity})"},
    {Say::died, other, "The patient died on {date}: nothing is due."},
    {Say::died_undated, other, "The patient died: nothing is due."},
    {Say::left, other, "The patient left on {date}: nothing is due."},
    {Say::left_undated, other, "The patient left: nothing is due."},
    {Say::aftercare, other, "Aftercare goes on until {date}."},
    {Say::measure_at, other, "{measure}, {region}"},
    {Say::from_the_start, other, "at the start"},
    {Say::from_several, other, "at the start (median of {count} visits)"},
    {Say::from_a_day, other, "on {date}"},
    {Say::now, other, "now"},
    {Say::noise_own, other, "this clinic's own study"},
    {Say::noise_published, other, "published"},
    {Say::noise_derived, other, "derived from a published agreement"},
    {Say::noise_ours, other, "our own convention"},
    {Say::noise_by_chance, other, "By chance alone rarely more than {noise} apart ({kind})."},
    {Say::noise_convention, other, "Up to {noise} is counted as no change ({kind})."},
    {Say::noise_unnoticed, other, "Up to {noise} is less than patients usually notice ({kind})."},
    {Say::no_marks, other, "no marks"},
    {Say::ends, other, "({low} is {low_name}, {high} is {high_name})"},
    {Say::fewer_is_better, other, "(fewer is better)"},
    {Say::lower_is_better, other, "(lower is better)"},
    {Say::higher_is_better, other, "(higher is better)"},
    {Say::nearer_is_better, other, "(0 is like the skin beside it)"},
    {Say::nearer_to_is_better, other, "(nearer to {target} is better)"},
    {Say::more_gaps, one, "{count} more thing is missing or old."},
    {Say::more_gaps, other, "{count} more things are missing or old."},
    {Say::you_know_nothing, other, "Nothing has been measured yet, so nothing can be said."},
    {Say::you_need_visits,
     other,
     "There are not enough visits yet to say whether anything has changed."},
    {Say::you_have_gaps, other, "Not measured lately: {list}."},
    {Say::you_also_same, other, "About the same too: {list}."},
    {Say::you_course_under_way, one, "You have had {done} of {planned} planned session."},
    {Say::you_course_under_way, other, "You have had {done} of {planned} planned sessions."},
    {Say::you_course_complete, one, "You have had your planned session."},
    {Say::you_course_complete, other, "You have had all your planned sessions: {done}."},
    {Say::you_course_ended,
     one,
     "Your course ended on {date}, after {done} of {planned} planned session."},
    {Say::you_course_ended,
     other,
     "Your course ended on {date}, after {done} of {planned} planned sessions."},
    {Say::you_sessions_only, one, "You have had {done} session."},
    {Say::you_sessions_only, other, "You have had {done} sessions."},
    {Say::you_due, other, "Your next session is due on {date}."},
    {Say::you_overdue,
     other,
     "Your next session was planned for {date}: ask the clinic for a day."},
    {Say::you_better,
     other,
     "{measure}: {before} {start}, {after} {now} {ends}. That is better: two visits in a row say "
     "so."},
    {Say::you_better_once,
     other,
     "{measure}: {before} {start}, {after} {now} {ends}. That looks better; the next visit will "
     "tell."},
    {Say::you_worse,
     other,
     "{measure}: {before} {start}, {after} {now} {ends}. That is worse: two visits in a row say "
     "so."},
    {Say::you_worse_once,
     other,
     "{measure}: {before} {start}, {after} {now} {ends}. That looks worse; the next visit will "
     "tell."},
    {Say::you_same,
     other,
     "{measure}: {before} {start}, {after} {now} {ends}. That is about the same; a difference this "
     "small can be chance."},
    {Say::you_same_exactly,
     other,
     "{measure}: {after} {start} and {now} {ends}. That is about the same."},
    {Say::you_changed, other, "{measure}: {before} {start}, {after} {now}."},
    {Say::you_not_sure,
     other,
     "{measure}: {before} {start}, {after} {now} {ends}. Nobody can say whether this is a real "
     "change: how far two values differ by chance is not known."},
    {Say::you_stated_doctor,
     other,
     "On {date} the doctor found, against the time before the treatment: {label}."},
    {Say::you_stated,
     other,
     "On {date} you found, against the time before the treatment: {label}."},
    {Say::you_other_places,
     other,
     "{measure}: other places were looked at than the first time, so nothing can be compared yet."},
    {Say::you_other_device,
     other,
     "{measure}: read with different devices. They do not compare, so nothing can be said yet."},
    {Say::you_too_soon,
     one,
     "{measure}: {after} {ends} on {date}, {days} day after a session. Swelling and redness hide "
     "the "
     "result for four weeks, so nothing can be said yet."},
    {Say::you_too_soon,
     other,
     "{measure}: {after} {ends} on {date}, {days} days after a session. Swelling and redness hide "
     "the "
     "result for four weeks, so nothing can be said yet."},
    {Say::you_over_places,
     other,
     "{measure}: counted only over the places that were looked at both times: {list}."},
    {Say::you_later_part,
     other,
     "{measure}: on {date} only a part was looked at ({list}): {after}."},
    {Say::you_start_highest,
     other,
     "The start was measured only once, so part of what looks better can be chance."},
    {Say::you_against_trend,
     other,
     "{measure}: {after} {ends} at the last visit, unlike the visits before. It should be rated "
     "again "
     "before anything is said."},
    {Say::you_same_season, other, "It was much the same in {month} of earlier years ({list})."},
    {Say::you_best_end, other, "That is the best this scale can show."},
    {Say::you_relapse, other, "{measure}: it was better on {date} ({before}) than now."},
    {Say::you_disagree, other, "These do not agree: {list}. Talk about it at your next visit."},
    {Say::you_by_doctor, other, "the doctor said “{label}” on {date}"},
    {Say::you_by_patient, other, "you said “{label}” on {date}"},
    {Say::you_by_scale, other, "{measure} went from {before} to {after} {ends}"},
    {Say::you_split_better,
     other,
     "{measure}, side against side: {place} (treated) {before} at the start, {after} {now}; "
     "{other_place} {other_before} at the start, {other_after} {now} {ends}. The treated side is "
     "doing better: two visits in a row say so."},
    {Say::you_split_better_once,
     other,
     "{measure}, side against side: {place} (treated) {before} at the start, {after} {now}; "
     "{other_place} {other_before} at the start, {other_after} {now} {ends}. The treated side "
     "looks better; the next visit will tell."},
    {Say::you_split_worse,
     other,
     "{measure}, side against side: {place} (treated) {before} at the start, {after} {now}; "
     "{other_place} {other_before} at the start, {other_after} {now} {ends}. The other side is "
     "doing better: two visits in a row say so."},
    {Say::you_split_worse_once,
     other,
     "{measure}, side against side: {place} (treated) {before} at the start, {after} {now}; "
     "{other_place} {other_before} at the start, {other_after} {now} {ends}. The other side looks "
     "better; the next visit will tell."},
    {Say::you_split_same,
     other,
     "{measure}, side against side: {place} (treated) {before} at the start, {after} {now}; "
     "{other_place} {other_before} at the start, {other_after} {now} {ends}. Both sides are about "
     "alike; a difference this small can be chance."},
    {Say::you_split_not_sure,
     other,
     "{measure}, side against side: {place} (treated) {before} at the start, {after} {now}; "
     "{other_place} {other_before} at the start, {other_after} {now} {ends}. Nobody can say which "
     "side is doing better: how far two values differ by chance is not known."},
    {Say::you_split_both, other, "The {other_place} was treated with needles too."},
    {Say::you_events_urgent, other, "Call the clinic now: {list}."},
    {Say::you_telephone, other, " Telephone: {telephone}."},
    {Say::you_event_long,
     other,
     "{event}: if you still have it, call the clinic now; if not, tell the clinic."},
    {Say::you_event_since, other, "{event} since {date}"},
    {Say::you_no_session, other, "No session until the clinic has looked at this."},
    {Say::you_events_next_visit,
     other,
     "Show the clinic at your next visit, before any needling: {list}."},
    {Say::you_events,
     one,
     "A side effect that is going on, or was not marked as over: {list}. Tell the clinic if it "
     "gets worse."},
    {Say::you_events,
     other,
     "Side effects that are going on, or were not marked as over: {list}. Tell the clinic if one "
     "gets worse."},
});
}  // namespace english_table

// The one for this number, else the one for any.
std::string_view found_in(std::span<const Pattern> all, Say say, Plural plural) {
    std::string_view found;
    for (const auto& pattern : all) {
        if (pattern.say == say && (pattern.plural == plural || pattern.plural == Plural::other)) {
            found = pattern.text;
            if (pattern.plural == plural) {
                break;
            }
        }
    }
    return found;
}

}  // namespace

std::string_view english_pattern(Say say, Plural plural) {
    const auto found = found_in(english_table::patterns, say, plural);
    return found.empty() ? found_in(english_care_patterns(), say, plural) : found;
}

}  // namespace progress
