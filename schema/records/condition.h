#pragma once
// Something about the patient that bears on the safety of needling.

#include <array>
#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/records/kept.h"
#include "schema/types/date.h"
#include "schema/types/region.h"

namespace schema {

enum class ConditionKind {
    keloid_tendency,
    herpes_history,
    herpes_active,
    active_infection,
    open_wound,
    suspicious_lesion,
    wart_or_keratosis,
    rosacea,
    bleeding_disorder,
    anticoagulant,
    connective_tissue_disease,
    pregnancy,
    breastfeeding,
    metal_allergy,
    anaesthetic_allergy,
    anaesthetic_risk,
    immunosuppression,
    uncontrolled_diabetes,
    isotretinoin,
    topical_retinoid,
    sunburn,
    tattoo,
    electronic_implant,
    metal_implant,
    vitiligo,
    psoriasis,
    lichen_planus,
    eczema,
    reduced_sensation,
    radiotherapy,
    blood_borne_infection,
    body_dysmorphic_concern,
    allergy,
    other,
};

template <>
struct Words<ConditionKind> {
    static constexpr std::string_view table = "word_condition_kind";
    static constexpr std::array<std::string_view, 34> all{"keloid_tendency",
                                                          "herpes_history",
                                                          "herpes_active",
                                                          "active_infection",
                                                          "open_wound",
                                                          "suspicious_lesion",
                                                          "wart_or_keratosis",
                                                          "rosacea",
                                                          "bleeding_disorder",
                                                          "anticoagulant",
                                                          "connective_tissue_disease",
                                                          "pregnancy",
                                                          "breastfeeding",
                                                          "metal_allergy",
                                                          "anaesthetic_allergy",
                                                          "anaesthetic_risk",
                                                          "immunosuppression",
                                                          "uncontrolled_diabetes",
                                                          "isotretinoin",
                                                          "topical_retinoid",
                                                          "sunburn",
                                                          "tattoo",
                                                          "electronic_implant",
                                                          "metal_implant",
                                                          "vitiligo",
                                                          "psoriasis",
                                                          "lichen_planus",
                                                          "eczema",
                                                          "reduced_sensation",
                                                          "radiotherapy",
                                                          "blood_borne_infection",
                                                          "body_dysmorphic_concern",
                                                          "allergy",
                                                          "other"};
};

struct Condition : Kept<Condition> {
    ConditionKind kind{};
    std::optional<Region> region;
    std::optional<PartialDate> from;
    std::optional<PartialDate> until;
    std::optional<std::string> note;
    std::optional<std::string> substance;

    bool operator==(const Condition&) const = default;
};

template <>
struct Description<Condition> {
    static constexpr std::string_view noun = "condition";
    static constexpr std::string_view table = "condition";
    static constexpr std::string_view plural = "conditions";
    static constexpr std::string_view summary = "something that bears on the safety of needling";
    static constexpr std::string_view verb = "add";
    static constexpr Steps steps{.ends = true};
    static constexpr Example example{
        .summary = "Add something that bears on the safety of needling.",
        .options = "C-001 --kind isotretinoin --from 2025-01-10 --until 2025-06-01",
        .correction = "--until 2025-07-01",
        .headers = "id  kind          from        until",
        .row = "3   isotretinoin  2025-01-10  2025-06-01"};
    static constexpr std::tuple fields{
        Field{"kind", &Condition::kind, "what it is", {.identity = true}},
        Field{"region", &Condition::region, "where, if it is in one place", {.identity = true}},
        Field{"from", &Condition::from, "since when, as far as known", {.role = Role::when}},
        Field{"until",
              &Condition::until,
              "until when; empty = still so",
              {.role = Role::until, .planned = true}},
        Field{
            "note", &Condition::note, "free text", {.role = Role::free_text, .confidential = true}},
        Field{"substance",
              &Condition::substance,
              "of an allergy: to what, as the label names it",
              {.identity = true}},
    };
};

constexpr bool is_allergy(ConditionKind kind) {
    return kind == ConditionKind::allergy || kind == ConditionKind::metal_allergy ||
           kind == ConditionKind::anaesthetic_allergy;
}

}  // namespace schema
