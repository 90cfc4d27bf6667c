// Side effects of earlier sessions: those that go on ask for a reason, those that are over are
// remembered.

#include <array>
#include <optional>
#include <utility>

#include "app/clinical/events/event_catalogue.h"
#include "app/clinical/events/event_concern.h"
#include "app/clinical/safety/finding_phrases.h"
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

texts::Phrase said_of(const AdverseEvent& event, const EventConcern& concern) {
    auto said = graded(event);
    if (event.onset) {
        said = because("graded_since",
                       {{"event", phrase_of(event.kind)},
                        {"grade", event.severity},
                        {"date", texts::When{*event.onset}}});
    }
    const auto add = [&](std::string_view name, std::optional<int> days) {
        texts::Arguments values{{"what", std::move(said)}};
        if (days) {
            values.push_back({"days", *days});
        }
        said = because(name, std::move(values));
    };
    if (concern.days) {
        add(concern.going_on ? "going_on_days" : "over_days", *concern.days);
    } else {
        add(concern.going_on ? "going_on" : "over", std::nullopt);
    }
    const auto usual = facts_of(event.kind).longest_days;
    if (concern.kind == EventConcernKind::longer_than_twice_expected && usual) {
        add("usually_at_most", *usual);
    }
    if (concern.kind == EventConcernKind::persistent) {
        add("more_than", persistent_after_days);
    }
    return said;
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
                    {.because = said_of(event, concern), .record = reference_to(event)});
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
            found.push_back(
                {.because = held(graded(event), period), .record = reference_to(event)});
        }
    }
    return found;
}

constexpr std::array event_rule_table{
    Rule{.id = "event_damage",
         .level = Level::sign_off,
         .grade = SourceGrade::study,
         .source = "event_lasting",
         .find = &damage},
    Rule{.id = "event_grave",
         .level = Level::sign_off,
         .grade = SourceGrade::expert_practice,
         .source = "event_grades",
         .find = &concerning<EventConcernKind::grade_two_or_worse, true>},
    Rule{.id = "event_long",
         .level = Level::sign_off,
         .grade = SourceGrade::expert_practice,
         .source = "event_durations",
         .find = &concerning<EventConcernKind::longer_than_twice_expected, true>},
    Rule{.id = "event_persistent",
         .level = Level::sign_off,
         .grade = SourceGrade::study,
         .source = "event_lasting",
         .find = &concerning<EventConcernKind::persistent, true>},
    Rule{.id = "event_grave_past",
         .level = Level::caution,
         .grade = SourceGrade::expert_practice,
         .source = "event_grades",
         .find = &concerning<EventConcernKind::grade_two_or_worse, false>},
    Rule{.id = "event_long_past",
         .level = Level::caution,
         .grade = SourceGrade::expert_practice,
         .source = "event_durations",
         .find = &concerning<EventConcernKind::longer_than_twice_expected, false>},
    Rule{.id = "event_persistent_past",
         .level = Level::caution,
         .grade = SourceGrade::study,
         .source = "event_lasting",
         .find = &concerning<EventConcernKind::persistent, false>},
};

}  // namespace

std::span<const Rule> event_rules() {
    return event_rule_table;
}

}  // namespace clinical
