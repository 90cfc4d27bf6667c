#pragma once
// Marks: colour, not contour. Brown (PIH), red (PIE) and melasma are different kinds.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "schema/records/description.h"
#include "schema/records/kept.h"
#include "schema/types/civil_time.h"
#include "schema/types/region.h"
#include "schema/types/word.h"

namespace schema {

enum class PigmentationKind { pih, pie, melasma };

template <>
struct Words<PigmentationKind> {
    static constexpr std::string_view table = "word_pigmentation_kind";
    static constexpr std::array<std::string_view, 3> all{"pih", "pie", "melasma"};
};

enum class Marks { none };

template <>
struct Words<Marks> {
    static constexpr std::string_view table = "word_marks";
    static constexpr std::array<std::string_view, 1> all{"none"};
};

// The PAHPI items by their points: size 2, 4, 6, 8; intensity 3, 6, 9; number 1 to 5.
struct Pahpi {
    int size = 0;
    int intensity = 0;
    int number = 0;

    bool operator==(const Pahpi&) const = default;
};

template <>
struct Description<Pahpi> {
    static constexpr std::string_view form =
        "size=2|4|6|8,intensity=3|6|9,number=1..5 (the points of each item)";
    static constexpr std::tuple fields{
        Field{"size",
              &Pahpi::size,
              "points for the size of the marks",
              {.range = {2, 8, 2}, .plausible = every_grade}},
        Field{"intensity",
              &Pahpi::intensity,
              "points for how dark they are",
              {.range = {3, 9, 3}, .plausible = every_grade}},
        Field{"number",
              &Pahpi::number,
              "points for their number",
              {.range = {1, 5}, .plausible = every_grade}},
    };
};

// The MASI items of one region. No area, no darkness: either both are 0 or neither.
struct PigmentationRegion {
    Region region{};
    int area = 0;
    int darkness = 0;
    std::optional<int> homogeneity;

    bool operator==(const PigmentationRegion&) const = default;
};

template <>
struct Description<PigmentationRegion> {
    static constexpr std::string_view form = "REGION:AREA:DARKNESS[:HOMOGENEITY]";
    static constexpr PartForm written = PartForm::colons;
    static constexpr std::tuple fields{
        Field{"region", &PigmentationRegion::region, "forehead, right_cheek, left_cheek or chin"},
        Field{"area",
              &PigmentationRegion::area,
              "part of the region: 0 none, 1 <10 % … 6 ≥90 %",
              {.range = {0, 6}, .plausible = every_grade}},
        Field{"darkness",
              &PigmentationRegion::darkness,
              "0 absent to 4 maximum",
              {.range = {0, 4}, .plausible = every_grade}},
        Field{"homogeneity",
              &PigmentationRegion::homogeneity,
              "0 absent to 4 maximum; for MASI only",
              {.range = {0, 4}, .plausible = every_grade}},
    };
};

struct PigmentationObservation : Kept<PigmentationObservation> {
    CivilTime on;
    PigmentationKind kind{};
    std::optional<Pahpi> pahpi;
    std::optional<double> melanin_index;
    std::optional<double> erythema_index;
    std::optional<std::string> note;
    std::optional<Marks> marks;
    std::optional<std::string> device;
    std::optional<std::string> rater;
    std::vector<PigmentationRegion> regions;

    bool operator==(const PigmentationObservation&) const = default;
};

template <>
struct Description<PigmentationObservation> {
    static constexpr std::string_view noun = "pigmentation";
    static constexpr std::string_view table = "pigmentation_observation";
    static constexpr std::string_view plural = "pigmentation";
    static constexpr std::string_view summary = "brown or red marks, or melasma";
    static constexpr Steps steps{.scores = true};
    static constexpr Example example{
        .summary = "Record marks: colour, not contour.",
        .options =
            "C-001 --on 2026-01-05 --kind pih --pahpi size=4,intensity=6,number=2 --mmasi "
            "forehead:3:2:2",
        .correction = "--kind melasma",
        .headers = "id  on          kind  pahpi                        regions",
        .row = "3   2026-01-05  pih   size=4,intensity=6,number=2  forehead:3:2:2"};
    static constexpr Usual usual_difference{-150, 300, "ours: trials report differences below 100"};
    static constexpr std::tuple fields{
        Field{"on", &PigmentationObservation::on, "when they were seen", {.role = Role::when}},
        Field{"kind",
              &PigmentationObservation::kind,
              "pih = brown marks, pie = red marks, melasma",
              {.prefill = Prefill::last_visit, .identity = true}},
        Field{"pahpi", &PigmentationObservation::pahpi, "PAHPI items by their points"},
        Field{"melanin_index",
              &PigmentationObservation::melanin_index,
              "melanin index, lesion minus adjacent skin, a.u., -999 to 999",
              {.range = {-999, 999}, .plausible = usual_difference, .unit = "[arb'U]"}},
        Field{"erythema_index",
              &PigmentationObservation::erythema_index,
              "erythema index, lesion minus adjacent skin, a.u., -999 to 999",
              {.range = {-999, 999}, .plausible = usual_difference, .unit = "[arb'U]"}},
        Field{"note",
              &PigmentationObservation::note,
              "free text",
              {.role = Role::free_text, .confidential = true}},
        Field{"marks",
              &PigmentationObservation::marks,
              "none = the whole face was looked at, and there is no mark of this kind"},
        Field{"device",
              &PigmentationObservation::device,
              "what read the indices: probe and serial number; compare only like with like"},
        Field{"rater", &PigmentationObservation::rater, "who rated; empty = not recorded"},
    };
    static constexpr Parts<PigmentationObservation, PigmentationRegion> parts{
        "regions",
        "mmasi",
        "pigmentation_region",
        "pigmentation_observation_id",
        &PigmentationObservation::regions,
        "MASI items of a region"};
};

}  // namespace schema
