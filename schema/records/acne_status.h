#pragma once
// Active acne at a moment: lesions that are there now, counted per region. Marks and scars are
// other records.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "schema/records/description.h"
#include "schema/records/kept.h"
#include "schema/types/civil_time.h"
#include "schema/types/region.h"

namespace schema {

// The lesions of one region that was examined.
struct AcneRegion {
    Region region{};
    int open_comedones = 0;
    int closed_comedones = 0;
    int papules = 0;
    int pustules = 0;
    int nodules = 0;
    int cysts = 0;

    bool operator==(const AcneRegion&) const = default;
};

template <>
struct Description<AcneRegion> {
    static constexpr std::string_view form = "REGION:LESION=COUNT,…";
    static constexpr Range count{0, 999};
    static constexpr std::tuple fields{
        Field{"region", &AcneRegion::region, "where"},
        Field{"open_comedones", &AcneRegion::open_comedones, "blackheads", count},
        Field{"closed_comedones", &AcneRegion::closed_comedones, "whiteheads", count},
        Field{"papules", &AcneRegion::papules, "papules", count},
        Field{"pustules", &AcneRegion::pustules, "pustules", count},
        Field{"nodules", &AcneRegion::nodules, "nodules", count},
        Field{"cysts", &AcneRegion::cysts, "cysts", count},
    };
};

enum class Rest { clear };

template <>
struct Words<Rest> {
    static constexpr std::array<std::string_view, 1> all{"clear"};
};

struct AcneStatus : Kept<AcneStatus> {
    CivilTime on;
    std::optional<Rest> rest;
    std::optional<int> iga;
    std::optional<int> redness;
    std::optional<int> tenderness;
    std::optional<std::string> note;
    std::optional<std::string> rater;
    std::vector<AcneRegion> regions;

    bool operator==(const AcneStatus&) const = default;
};

template <>
struct Description<AcneStatus> {
    static constexpr std::string_view noun = "acne";
    static constexpr std::string_view table = "acne_status";
    static constexpr std::string_view plural = "acne";
    static constexpr std::string_view summary =
        "active acne at a moment, lesions counted per region";
    static constexpr std::tuple fields{
        Field{"on", &AcneStatus::on, "when it was seen"},
        Field{
            "rest", &AcneStatus::rest, "clear = every other region was examined and has no lesion"},
        Field{"iga", &AcneStatus::iga, "Investigator's Global Assessment, 0 to 4", Range{0, 4}},
        Field{"redness",
              &AcneStatus::redness,
              "redness, 0 none to 3 strong (our scale)",
              Range{0, 3}},
        Field{"tenderness",
              &AcneStatus::tenderness,
              "tenderness, 0 none to 3 strong (our scale)",
              Range{0, 3}},
        Field{"note", &AcneStatus::note, "free text", Range{}, confidential},
        Field{"rater", &AcneStatus::rater, "who rated; empty = not recorded"},
    };
    static constexpr Parts<AcneStatus, AcneRegion> parts{
        "regions",
        "region",
        "acne_region",
        "acne_status_id",
        &AcneStatus::regions,
        "a region that was examined, with its lesion counts"};
};

}  // namespace schema
