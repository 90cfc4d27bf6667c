#pragma once
// How deep the clinic needles at most: one row of its profile of depths.

#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/records/patient.h"
#include "schema/types/id.h"
#include "schema/types/region.h"

namespace schema {

struct DepthLimit {
    Id<DepthLimit> id{};  // 0: a row of the program's own

    Region region{};
    std::optional<Fitzpatrick> fitzpatrick;  // none: every skin type that has no row of its own
    bool radiofrequency = false;
    std::optional<double> max_mm;  // none: no limit
    std::string source;

    bool is_same_place(const DepthLimit& other) const {
        return region == other.region && fitzpatrick == other.fitzpatrick &&
               radiofrequency == other.radiofrequency;
    }
    bool operator==(const DepthLimit&) const = default;
};

template <>
struct Description<DepthLimit> {
    static constexpr std::string_view noun = "depth-limit";
    static constexpr std::string_view table = "depth_limit";
    static constexpr std::string_view plural = "depth_limits";
    static constexpr std::string_view summary =
        "how deep the clinic needles at most, in place of the program's limit";
    static constexpr std::tuple fields{
        Field{"region", &DepthLimit::region, "where"},
        Field{"fitzpatrick", &DepthLimit::fitzpatrick, "skin type; empty = every other one"},
        Field{"radiofrequency", &DepthLimit::radiofrequency, "yes = for radiofrequency devices"},
        Field{"max_mm",
              &DepthLimit::max_mm,
              "deepest in mm, 0.1 to 8; empty = no limit",
              {.range = {0.1, 8}, .unit = "mm"}},
        Field{"source", &DepthLimit::source, "where the limit comes from"},
    };
};

}  // namespace schema
