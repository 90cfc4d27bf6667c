#include "app/progress/sentences_en.h"

#include <algorithm>
#include <array>

#include "app/progress/plain_words.h"

namespace progress {

namespace {

struct Pattern {
    Say say{};
    Plural plural = Plural::other;
    std::string_view text;
};

constexpr auto one = Plural::one;
constexpr auto other = Plural::other;

constexpr auto patterns = std::to_array<Pattern>({
    {Say::course_under_way, one, "{done} of {planned} session is done."},
    {Say::course_under_way, other, "{done} of {planned} sessions are done."},
    {Say::course_complete, one, "The course is complete: {done} of {planned} session."},
    {Say::course_complete, other, "The course is complete: {done} of {planned} sessions."},
    {Say::course_ended, one, "The course ended on {date} after {done} of {planned} session."},
    {Say::course_ended, other, "The course ended on {date} after {done} of {planned} sessions."},
    {Say::sessions_only, one, "{done} session is recorded, of no course."},
    {Say::sessions_only, other, "{done} sessions are recorded, of no course."},
    {Say::no_session, other, "No session is recorded."},
    {Say::due, other, "The next session is due on {date}."},
    {Say::overdue, one, "The next session was due on {date}, {days} day ago."},
    {Say::overdue, other, "The next session was due on {date}, {days} days ago."},
    {Say::better_than_noise,
     other,
     "{measure}: {before} to {after} ({change}), better by more than the {noise} that raters "
     "differ by."},
    {Say::better,
     other,
     "{measure}: {before} to {after} ({change}), better; no rater noise is published."},
    {Say::worse_than_noise,
     other,
     "{measure}: {before} to {after} ({change}), worse by more than the {noise} that raters "
     "differ by."},
    {Say::worse,
     other,
     "{measure}: {before} to {after} ({change}), worse; no rater noise is published."},
    {Say::within_noise,
     other,
     "{measure}: {before} to {after} ({change}), within the {noise} that raters differ by: no "
     "real change is shown."},
    {Say::unchanged, other, "{measure}: {after}, unchanged."},
    {Say::changed,
     other,
     "{measure}: {before} to {after} ({change}); neither way is better by itself."},
    {Say::not_enough,
     other,
     "{measure}: {after} on {date}, with no value since the baseline: not enough data."},
    {Say::other_device,
     other,
     "{measure}: {before} to {after}, read with different devices, which do not compare."},
    {Say::open_skin,
     other,
     "{measure}: {after} on {date}, soon after a session, while the skin is still open: it says "
     "nothing of a change."},
    {Say::responder, other, "{measure}: a responder, “{rule}”."},
    {Say::no_responder, other, "{measure}: not a responder, “{rule}”."},
    {Say::darker,
     one,
     "{measure} was worse {days} day after the session on {date}: {before} to {after}."},
    {Say::darker,
     other,
     "{measure} was worse {days} days after the session on {date}: {before} to {after}."},
    {Say::more_darker, one, "{count} more time, and earlier, marks got worse after a session."},
    {Say::more_darker, other, "{count} more times, and earlier, marks got worse after a session."},
    {Say::events, other, "Side effects going on, or not marked as over: {list}."},
    {Say::event, other, "{event} since {date} ({severity})"},
    {Say::event_undated, other, "{event}, date unknown ({severity})"},
    {Say::aftercare, other, "Aftercare goes on until {date}."},
    {Say::measure_at, other, "{measure}, {region}"},
    {Say::more_gaps, one, "{count} more thing is missing or old."},
    {Say::more_gaps, other, "{count} more things are missing or old."},
    {Say::you_know_nothing, other, "Nothing has been measured yet, so nothing can be said."},
    {Say::you_need_visits,
     other,
     "There are not enough visits yet to say whether anything has changed."},
    {Say::you_have_gaps,
     other,
     "Some values are missing or not up to date, so the picture is not complete."},
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
    {Say::you_overdue, one, "Your next session was due on {date}, {days} day ago."},
    {Say::you_overdue, other, "Your next session was due on {date}, {days} days ago."},
    {Say::you_better_responder,
     other,
     "{measure}: {before} at the start, {after} now. That is better, and as much as studies count "
     "as a response."},
    {Say::you_better_than_noise,
     other,
     "{measure}: {before} at the start, {after} now. That is better, by more than what two "
     "examiners differ by."},
    {Say::you_better,
     other,
     "{measure}: {before} at the start, {after} now. That is better; how far two measurements "
     "can differ by chance is not known."},
    {Say::you_worse_than_noise,
     other,
     "{measure}: {before} at the start, {after} now. That is worse, by more than what two "
     "examiners differ by."},
    {Say::you_worse,
     other,
     "{measure}: {before} at the start, {after} now. That is worse; how far two measurements can "
     "differ by chance is not known."},
    {Say::you_within_noise,
     other,
     "{measure}: {before} at the start, {after} now. That is within what two examiners differ by, "
     "so it may be no change."},
    {Say::you_unchanged, other, "{measure}: {after} at the start and now. That is no change."},
    {Say::you_changed, other, "{measure}: {before} at the start, {after} now."},
    {Say::you_not_enough,
     other,
     "{measure}: {after}. There are not enough visits yet to say more."},
    {Say::you_other_device,
     other,
     "{measure}: {before} at the start, {after} now, read with different devices. They do not "
     "compare, so nothing can be said yet."},
    {Say::you_open_skin,
     other,
     "{measure}: {after}, soon after a session, while the skin is still open. It says nothing of a "
     "change."},
    {Say::you_events,
     one,
     "A side effect that is going on, or was not marked as over: {list}. Tell the clinic if it "
     "gets worse."},
    {Say::you_events,
     other,
     "Side effects that are going on, or were not marked as over: {list}. Tell the clinic if one "
     "gets worse."},
    {Say::you_aftercare,
     other,
     "Aftercare goes on until {date}. For now use: {use}. For now avoid: {avoid}."},
    {Say::you_aftercare_avoid, other, "Aftercare goes on until {date}. For now avoid: {avoid}."},
    {Say::you_aftercare_use, other, "Aftercare goes on until {date}. For now use: {use}."},
    {Say::you_aftercare_until, other, "Aftercare goes on until {date}."},
});

std::string_view pattern_of(Say say, Plural plural) {
    std::string_view found;
    for (const auto& pattern : patterns) {
        if (pattern.say == say && (pattern.plural == plural || pattern.plural == other)) {
            found = pattern.text;
            if (pattern.plural == plural) {
                break;
            }
        }
    }
    return found;
}

std::string_view gap_text(GapKind kind, bool has_series) {
    switch (kind) {
        case GapKind::no_course:
            return "Sessions are recorded without a course, so nothing can be due.";
        case GapKind::no_session:
            return "The course has no session yet.";
        case GapKind::no_observation:
            return "Nothing is recorded yet on what the course is for.";
        case GapKind::no_baseline:
            return "{measure}: there is no value from before the first session.";
        case GapKind::single_value:
            return "{measure}: one value cannot show a change.";
        case GapKind::stale:
            return "{measure}: two sessions or more have passed without a value.";
        case GapKind::no_result:
            return "{measure}: there is no value from after the last session.";
        case GapKind::long_hole:
            return has_series ? "{measure}: there is a long time without a value."
                              : "Several measures have a long time without a value.";
        case GapKind::other_device:
            return "{measure}: values of different devices do not compare.";
        case GapKind::other_scale:
            return "{measure}: earlier values are on another scale and do not compare.";
        case GapKind::no_skin_type:
            break;
    }
    return "The Fitzpatrick skin type is not recorded.";
}

struct Named {
    std::string_view code;
    std::string_view name;
};

constexpr auto measures = std::to_array<Named>({
    {"lesions_total", "Spots, all kinds"},
    {"lesions_inflammatory", "Inflamed spots"},
    {"lesions_noninflammatory", "Blackheads and whiteheads"},
    {"iga", "Acne, the doctor's rating"},
    {"gags", "Acne, rated place by place"},
    {"hayashi", "Acne, rated by half of the face"},
    {"gea", "Acne, rated over the whole face"},
    {"leeds", "Acne, rated against photographs"},
    {"sga", "Acne, your own rating"},
    {"goodman_baron_grade", "Scars, grade"},
    {"goodman_baron_score", "Scars, points"},
    {"ecca", "Scars, rated by their types"},
    {"scar_s", "Scars of face, chest and back"},
    {"scar_vas", "Scars, rated on a line"},
    {"vancouver", "Raised scars"},
    {"pahpi", "Dark marks after acne"},
    {"masi", "Dark patches, with their evenness"},
    {"mmasi", "Dark patches"},
    {"melanin_index", "Darkness of a mark"},
    {"erythema_index", "Redness of a mark"},
    {"tewl", "Water lost through the skin"},
    {"hydration", "Moisture of the skin"},
    {"sebum", "Oil on the skin"},
    {"pores", "Pores, counted"},
    {"dlqi", "How much the skin affects your life"},
    {"cadi", "How much acne affects your life"},
    {"pain_nrs", "Pain, from 0 to 10"},
    {"pain_vas", "Pain, marked on a line"},
    {"gais", "Overall improvement"},
    {"pgic", "Change, in your own view"},
    {"fitzpatrick", "Skin type"},
    {"monk", "Skin tone"},
});

std::string_view measure_name(std::string_view code) {
    const auto found = std::find_if(
        measures.begin(), measures.end(), [&](const auto& each) { return each.code == code; });
    return found == measures.end() ? std::string_view() : found->name;
}

std::string care_name(schema::CareSubject subject) {
    switch (subject) {
        case schema::CareSubject::vitamin_c:
            return "vitamin C";
        case schema::CareSubject::alcohol_based_product:
            return "alcohol-based products";
        case schema::CareSubject::perfume:
            return "perfumed products";
        case schema::CareSubject::scrub:
            return "scrubs";
        case schema::CareSubject::peel_or_laser:
            return "peels and lasers";
        case schema::CareSubject::make_up:
            return "make-up";
        case schema::CareSubject::other:
            return "other products";
        default:
            return spaced(schema::word(subject));
    }
}

}  // namespace

const Language& english() {
    static const Language language{
        .code = "en",
        .direction = "ltr",
        .list_comma = ", ",
        .plural = [](int count) { return count == 1 ? Plural::one : Plural::other; },
        .pattern = &pattern_of,
        .gap = &gap_text,
        .measure = &measure_name,
        .region = [](schema::Region region) { return spaced(schema::word(region)); },
        .event = [](schema::EventKind kind) { return plain(kind); },
        .severity = &plain_severity,
        .care = &care_name,
    };
    return language;
}

}  // namespace progress
