#pragma once
// A score that was read off a paper chart, as it is entered: its scale by code.

#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/types/civil_time.h"
#include "schema/types/region.h"

namespace exchange {

struct EnteredScore {
    std::string instrument;
    schema::CivilTime at;
    double value = 0;
    std::optional<schema::Region> region;
    std::optional<std::string> rater;
};

}  // namespace exchange

template <>
struct schema::Description<exchange::EnteredScore> {
    static constexpr std::string_view noun = "score";
    static constexpr std::string_view plural = "scores";
    static constexpr std::string_view summary = "a score that was read off a paper chart";
    static constexpr std::tuple fields{
        Field{"instrument", &exchange::EnteredScore::instrument, "code of the scale"},
        Field{"at", &exchange::EnteredScore::at, "when it was taken"},
        Field{"value", &exchange::EnteredScore::value, "the value, in the unit of the scale"},
        Field{"region", &exchange::EnteredScore::region, "where; none = the patient as a whole"},
        Field{"rater", &exchange::EnteredScore::rater, "who rated; none = who enters it"},
    };
};
