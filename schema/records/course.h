#pragma once
// A planned series of sessions for one concern.

#include <array>
#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/records/kept.h"
#include "schema/types/concern.h"
#include "schema/types/date.h"
#include "schema/types/interval.h"
#include "schema/types/word.h"

namespace schema {

// Half of the face, as the patient has it.
enum class Side { left, right };

template <>
struct Words<Side> {
    static constexpr std::string_view table = "word_side";
    static constexpr std::array<std::string_view, 2> all{"left", "right"};
};

struct Course : Kept<Course> {
    Concern concern{};
    int sessions = 0;
    Interval every;
    Date on;
    std::optional<Date> ended;
    std::optional<std::string> goal;
    std::optional<Side> side;

    bool operator==(const Course&) const = default;
};

template <>
struct Description<Course> {
    static constexpr std::string_view noun = "course";
    static constexpr std::string_view table = "course";
    static constexpr std::string_view plural = "courses";
    static constexpr std::string_view summary = "a planned series of sessions";
    static constexpr std::string_view verb = "start";
    static constexpr Steps steps{.feeds_aggregates = true, .ends = true};
    static constexpr Example example{
        .summary = "Start a planned series of sessions.",
        .options = "C-001 --concern acne_scars --sessions 6 --every 4w --on 2026-01-05",
        .correction = "--sessions 8",
        .headers = "id  concern     sessions  every  on",
        .row = "3   acne_scars  6         4w     2026-01-05"};
    static constexpr std::tuple fields{
        Field{"concern", &Course::concern, "what it is for"},
        Field{"sessions",
              &Course::sessions,
              "planned sessions, 1 to 50",
              {.range = {1, 50},
               .plausible = {1, 12, "trials treat 3 to 12 times"},
               .unit = "{sessions}"}},
        Field{"every", &Course::every, "interval between sessions"},
        Field{"on", &Course::on, "the day it began", {.role = Role::when, .planned = true}},
        Field{"ended",
              &Course::ended,
              "the day it ended; empty = still open",
              {.role = Role::until, .planned = true}},
        Field{"goal", &Course::goal, "what patient and clinician hope for", {.confidential = true}},
        Field{"side",
              &Course::side,
              "of a split face: the patient's side that is treated; empty = both"},
    };
};

}  // namespace schema
