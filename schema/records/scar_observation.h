#pragma once
// Scars: contour, not colour. A grade, and counts by type.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "schema/records/description.h"
#include "schema/records/kept.h"
#include "schema/records/scar_items.h"
#include "schema/types/civil_time.h"
#include "schema/types/word.h"

namespace schema {

// The types of Goodman and Baron's quantitative scale (J Cosmet Dermatol 2006;5:48), then those of
// ECCA.
enum class ScarType {
    macular,
    dish_mild,
    dish_moderate,
    punched_shallow,
    broad_shallow,
    punched_deep_normal,
    punched_deep_abnormal,
    linear,
    broad_deep,
    papular,
    keloidal_cm2,
    ecca_v,
    ecca_u,
    ecca_m,
    ecca_elastolysis,
    ecca_hypertrophic_recent,
    ecca_hypertrophic_old,
};

template <>
struct Words<ScarType> {
    static constexpr std::string_view table = "word_scar_type";
    static constexpr std::array<std::string_view, 17> all{"macular",
                                                          "dish_mild",
                                                          "dish_moderate",
                                                          "punched_shallow",
                                                          "broad_shallow",
                                                          "punched_deep_normal",
                                                          "punched_deep_abnormal",
                                                          "linear",
                                                          "broad_deep",
                                                          "papular",
                                                          "keloidal_cm2",
                                                          "ecca_v",
                                                          "ecca_u",
                                                          "ecca_m",
                                                          "ecca_elastolysis",
                                                          "ecca_hypertrophic_recent",
                                                          "ecca_hypertrophic_old"};
};

struct ScarCount {
    ScarType type{};
    double amount = 0;

    bool operator==(const ScarCount&) const = default;
};

template <>
struct Description<ScarCount> {
    static constexpr std::string_view form = "TYPE=COUNT";
    static constexpr PartForm written = PartForm::equals;
    static constexpr std::tuple fields{
        Field{"type", &ScarCount::type, "what kind of scar"},
        Field{"amount",
              &ScarCount::amount,
              "how many; for keloidal_cm2 the area in cm²",
              {.range = {0, 9999}, .plausible = {0, 300, "ours: of a face"}}},
    };
};

enum class OtherScars { none };

template <>
struct Words<OtherScars> {
    static constexpr std::string_view table = "word_other_scars";
    static constexpr std::array<std::string_view, 1> all{"none"};
};

struct ScarObservation : Kept<ScarObservation> {
    CivilTime on;
    std::optional<int> goodman_baron_grade;
    std::optional<std::string> note;
    std::optional<GoodmanBaron> goodman_baron;
    std::optional<ScarS> scar_s;
    std::optional<Vancouver> vancouver;
    std::optional<OtherScars> rest;
    std::optional<std::string> rater;
    std::vector<ScarCount> counts;

    bool operator==(const ScarObservation&) const = default;
};

template <>
struct Description<ScarObservation> {
    static constexpr std::string_view noun = "scars";
    static constexpr std::string_view table = "scar_observation";
    static constexpr std::string_view plural = "scars";
    static constexpr std::string_view summary = "scars: a grade, and counts by type";
    static constexpr Steps steps{.scores = true};
    static constexpr Example example{
        .summary = "Record scars: contour, not colour.",
        .options = "C-001 --on 2026-01-05 --goodman-baron-grade 3 --count dish_mild=25",
        .correction = "--goodman-baron-grade 2",
        .headers = "id  on          goodman baron grade  counts",
        .row = "3   2026-01-05  3                    dish_mild=25"};
    static constexpr std::tuple fields{
        Field{"on", &ScarObservation::on, "when they were seen", {.role = Role::when}},
        Field{"goodman_baron_grade",
              &ScarObservation::goodman_baron_grade,
              "Goodman-Baron grade 1 to 4; 0 = none is our extension",
              {.range = {0, 4}, .plausible = every_grade, .unit = "{score}"}},
        Field{"note",
              &ScarObservation::note,
              "free text",
              {.role = Role::free_text, .confidential = true}},
        Field{"goodman_baron",
              &ScarObservation::goodman_baron,
              "answers that decide the Goodman-Baron grade"},
        Field{"scar_s", &ScarObservation::scar_s, "SCAR-S categories by site"},
        Field{"vancouver",
              &ScarObservation::vancouver,
              "Vancouver Scar Scale items of one raised scar"},
        Field{"rest",
              &ScarObservation::rest,
              "none = every type that is not counted was looked for, and there is none"},
        Field{"rater", &ScarObservation::rater, "who rated; empty = not recorded"},
    };
    static constexpr Parts<ScarObservation, ScarCount> parts{"counts",
                                                             "count",
                                                             "scar_count",
                                                             "scar_observation_id",
                                                             &ScarObservation::counts,
                                                             "scars of one type"};
};

}  // namespace schema
