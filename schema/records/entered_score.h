#pragma once
// A score that was read off a paper chart, as it is entered: its scale by code.

#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/types/civil_time.h"
#include "schema/types/region.h"

namespace schema {

struct EnteredScore {
    std::string instrument;
    CivilTime at;
    double value = 0;
    std::optional<Region> region;
    std::optional<std::string> rater;
};

template <>
struct Description<EnteredScore> {
    static constexpr std::string_view noun = "score";
    static constexpr std::string_view table = "";  // it is stored as a schema::Score
    static constexpr std::string_view plural = "scores";
    static constexpr std::string_view summary = "a score that was read off a paper chart";
    static constexpr std::tuple fields{
        Field{"instrument", &EnteredScore::instrument, "code of the scale", {.identity = true}},
        Field{"at", &EnteredScore::at, "when it was taken", {.role = Role::when}},
        Field{"value",
              &EnteredScore::value,
              "the value, in the unit of the scale",
              {.plausible = {.why = "by its scale, which has its own ends"}}},
        Field{"region",
              &EnteredScore::region,
              "where; none = the patient as a whole",
              {.identity = true}},
        Field{"rater", &EnteredScore::rater, "who rated; none = who enters it"},
    };
};

}  // namespace schema
