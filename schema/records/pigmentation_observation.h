#pragma once
// Marks: colour, not contour. Brown (PIH), red (PIE) and melasma are different kinds.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "schema/records/description.h"
#include "schema/records/item_text.h"
#include "schema/records/kept.h"
#include "schema/types/civil_time.h"
#include "schema/types/region.h"
#include "schema/types/text.h"

namespace schema {

enum class PigmentationKind { pih, pie, melasma };

template <>
struct Words<PigmentationKind> {
    static constexpr std::array<std::string_view, 3> all{"pih", "pie", "melasma"};
};

enum class Marks { none };

template <>
struct Words<Marks> {
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
        Field{"size", &Pahpi::size, "points for the size of the marks", Range{2, 8}},
        Field{"intensity", &Pahpi::intensity, "points for how dark they are", Range{3, 9}},
        Field{"number", &Pahpi::number, "points for their number", Range{1, 5}},
    };
};

template <>
struct Text<Pahpi> : ItemText<Pahpi> {
    // Nothing either for points between those that exist: size 3.
    static std::optional<Pahpi> read(std::string_view text);
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
    static constexpr std::tuple fields{
        Field{"region", &PigmentationRegion::region, "forehead, right_cheek, left_cheek or chin"},
        Field{"area",
              &PigmentationRegion::area,
              "part of the region: 0 none, 1 <10 % … 6 ≥90 %",
              Range{0, 6}},
        Field{"darkness", &PigmentationRegion::darkness, "0 absent to 4 maximum", Range{0, 4}},
        Field{"homogeneity",
              &PigmentationRegion::homogeneity,
              "0 absent to 4 maximum; for MASI only",
              Range{0, 4}},
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
    static constexpr std::tuple fields{
        Field{"on", &PigmentationObservation::on, "when they were seen"},
        Field{
            "kind", &PigmentationObservation::kind, "pih = brown marks, pie = red marks, melasma"},
        Field{"pahpi", &PigmentationObservation::pahpi, "PAHPI items by their points"},
        Field{"melanin_index",
              &PigmentationObservation::melanin_index,
              "melanin index, lesion minus adjacent skin, a.u., -999 to 999",
              Range{-999, 999}},
        Field{"erythema_index",
              &PigmentationObservation::erythema_index,
              "erythema index, lesion minus adjacent skin, a.u., -999 to 999",
              Range{-999, 999}},
        Field{"note", &PigmentationObservation::note, "free text", Range{}, confidential},
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
