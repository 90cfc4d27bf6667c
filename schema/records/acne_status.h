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
    static constexpr PartForm written = PartForm::named;
    static constexpr Range count{0, 999};
    static constexpr Usual usual_count{0, 150, "ours: of one region"};
    static constexpr std::tuple fields{
        Field{"region", &AcneRegion::region, "where"},
        Field{"open_comedones",
              &AcneRegion::open_comedones,
              "blackheads",
              {.range = count, .plausible = usual_count, .unit = "{lesions}"}},
        Field{"closed_comedones",
              &AcneRegion::closed_comedones,
              "whiteheads",
              {.range = count, .plausible = usual_count, .unit = "{lesions}"}},
        Field{"papules",
              &AcneRegion::papules,
              "papules",
              {.range = count, .plausible = usual_count, .unit = "{lesions}"}},
        Field{"pustules",
              &AcneRegion::pustules,
              "pustules",
              {.range = count,
               .plausible = usual_count,
               .unit = "{lesions}",
               .code = {"http://snomed.info/sct", "271760008"}}},
        Field{"nodules",
              &AcneRegion::nodules,
              "nodules",
              {.range = count,
               .plausible = usual_count,
               .unit = "{lesions}",
               .code = {"http://snomed.info/sct", "95319004"}}},
        Field{"cysts",
              &AcneRegion::cysts,
              "cysts",
              {.range = count, .plausible = usual_count, .unit = "{lesions}"}},
    };
};

enum class Rest { clear };

template <>
struct Words<Rest> {
    static constexpr std::string_view table = "word_rest";
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
    static constexpr Steps steps{.scores = true};
    static constexpr Example example{
        .summary = "Record active acne: lesions that are there now, counted per region.",
        .options =
            "C-001 --on 2026-01-05 --region forehead:papules=3,pustules=1 --region "
            "chin:open_comedones=8 --rest clear --iga 3",
        .correction = "--iga 2",
        .headers = "id  on          rest   iga  regions",
        .row = "3   2026-01-05  clear  3    chin:open_comedones=8 forehead:papules=3,pustules=1"};
    static constexpr std::tuple fields{
        Field{"on", &AcneStatus::on, "when it was seen", {.role = Role::when}},
        Field{
            "rest", &AcneStatus::rest, "clear = every other region was examined and has no lesion"},
        Field{"iga",
              &AcneStatus::iga,
              "Investigator's Global Assessment, 0 to 4",
              {.range = {0, 4}, .plausible = every_grade, .unit = "{score}"}},
        Field{"redness",
              &AcneStatus::redness,
              "redness, 0 none to 3 strong (our scale)",
              {.range = {0, 3}, .plausible = every_grade, .unit = "{score}"}},
        Field{"tenderness",
              &AcneStatus::tenderness,
              "tenderness, 0 none to 3 strong (our scale)",
              {.range = {0, 3}, .plausible = every_grade, .unit = "{score}"}},
        Field{"note",
              &AcneStatus::note,
              "free text",
              {.role = Role::free_text, .confidential = true}},
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
