// Side effects of earlier sessions: those that go on ask for a reason, those that are over are
// remembered.

#include <array>

#include <fmt/format.h>

#include "app/clinical/events/event_catalogue.h"
#include "app/clinical/events/event_concern.h"
#include "app/clinical/safety/period.h"
#include "app/clinical/safety/rules.h"

namespace clinical {

namespace {

using schema::AdverseEvent;
using schema::Level;

std::optional<schema::Date> session_day(const Situation& situation, const AdverseEvent& event) {
    for (const auto& session : situation.sessions) {
        if (event.session && session.id == *event.session) {
            return session.at.day();
        }
    }
    return std::nullopt;
}

std::string because(const AdverseEvent& event, const EventConcern& concern) {
    const auto name =
        event.kind == schema::EventKind::pih ? std::string("PIH") : schema::spaced(event.kind);
    auto text = fmt::format("{} of grade {}", name, event.severity);
    if (event.onset) {
        text += fmt::format(" since {}", event.onset->text());
    }
    text += concern.going_on ? ", going on" : ", over";
    if (concern.days) {
        text += fmt::format(", {} days", *concern.days);
    }
    const auto usual = facts_of(event.kind).longest_days;
    if (concern.kind == EventConcernKind::longer_than_twice_expected && usual) {
        text += fmt::format("; usually at most {}", *usual);
    }
    if (concern.kind == EventConcernKind::persistent) {
        text += fmt::format("; that is more than {}", persistent_after_days);
    }
    return text;
}

// What does not heal by itself, or may get worse: whatever its grade.
bool is_damage(schema::EventKind kind) {
    using enum schema::EventKind;
    return kind == burn || kind == scar || kind == tram_track_scarring || kind == granuloma ||
           kind == nerve_injury || kind == fat_loss;
}

template <EventConcernKind kind, bool going_on>
std::vector<Basis> concerning(const Situation& situation, const Rule&) {
    std::vector<Basis> found;
    for (const auto& event : situation.events) {
        if (kind == EventConcernKind::grade_two_or_worse && going_on && is_damage(event.kind)) {
            continue;  // the rule on damage tells its grade
        }
        for (const auto& concern :
             concerns_of(event, session_day(situation, event), situation.day())) {
            if (concern.kind == kind && concern.going_on == going_on) {
                found.push_back(
                    {.because = because(event, concern), .record = reference_to(event)});
            }
        }
    }
    return found;
}

std::vector<Basis> damage(const Situation& situation, const Rule&) {
    std::vector<Basis> found;
    for (const auto& event : situation.events) {
        const Period period{event.onset, event.resolved};
        if (is_damage(event.kind) && period.holds_on(situation.day())) {
            found.push_back({.because = fmt::format("{} of grade {}, {}",
                                                    schema::spaced(event.kind),
                                                    event.severity,
                                                    period_text(period)),
                             .record = reference_to(event)});
        }
    }
    return found;
}

constexpr std::string_view grades =
    "grades after CTCAE v5, in our own words; that they are shown is our own advice";
constexpr std::string_view durations =
    "the usual durations of the catalogue of side effects (docs/clinical.md); that more than twice "
    "as long is shown is our own advice";
constexpr std::string_view lasting =
    "Chu 2021, doi 10.1097/01.dss.0000790428.70373.f6: expected reactions are over within 7 days; "
    "28 days is our own limit";

constexpr std::array event_rule_table{
    Rule{.id = "event_damage",
         .level = Level::sign_off,
         .checks = "a burn, scar, granuloma, nerve injury or loss of fat after a session that goes "
                   "on, whatever its grade",
         .text = "It must have healed, or been seen by a doctor, before the next session. If it is "
                 "over, record when.",
         .grade = SourceGrade::study,
         .source = lasting,
         .find = &damage},
    Rule{.id = "event_grave",
         .level = Level::sign_off,
         .checks = "a side effect of grade 2 or worse that goes on, other than damage",
         .text = "It needs care and is not over. A clinician sees it before the next session; if "
                 "it is over, record when.",
         .grade = SourceGrade::expert_practice,
         .source = grades,
         .find = &concerning<EventConcernKind::grade_two_or_worse, true>},
    Rule{.id = "event_long",
         .level = Level::sign_off,
         .checks = "a side effect that goes on for more than twice its usual time",
         .text = "It lasts longer than expected. A clinician sees it before the next session; if "
                 "it is over, record when.",
         .grade = SourceGrade::expert_practice,
         .source = durations,
         .find = &concerning<EventConcernKind::longer_than_twice_expected, true>},
    Rule{.id = "event_persistent",
         .level = Level::sign_off,
         .checks = "a side effect that goes on for more than 28 days",
         .text = "It persists. Think of brown marks, tram-track scars and granulomas, which stay; "
                 "a clinician sees it before the next session.",
         .grade = SourceGrade::study,
         .source = lasting,
         .find = &concerning<EventConcernKind::persistent, true>},
    Rule{.id = "event_grave_past",
         .level = Level::caution,
         .checks = "a side effect of grade 2 or worse that is over",
         .text = "It happened after an earlier session. Think of depth, passes and aftercare.",
         .grade = SourceGrade::expert_practice,
         .source = grades,
         .find = &concerning<EventConcernKind::grade_two_or_worse, false>},
    Rule{.id = "event_long_past",
         .level = Level::caution,
         .checks = "a side effect that took more than twice its usual time and is over",
         .text = "It took longer than expected after an earlier session.",
         .grade = SourceGrade::expert_practice,
         .source = durations,
         .find = &concerning<EventConcernKind::longer_than_twice_expected, false>},
    Rule{.id = "event_persistent_past",
         .level = Level::caution,
         .checks = "a side effect that took more than 28 days and is over",
         .text = "It took more than 28 days after an earlier session.",
         .grade = SourceGrade::study,
         .source = lasting,
         .find = &concerning<EventConcernKind::persistent, false>},
};

}  // namespace

std::span<const Rule> event_rules() {
    return event_rule_table;
}

}  // namespace clinical
