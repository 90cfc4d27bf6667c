#pragma once
// What to use and what to avoid after needling, and for how long: one row of the clinic's profile
// of aftercare.

#include <array>
#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/types/id.h"
#include "schema/types/word.h"

namespace schema {

// The active ingredients of schema/types/active.h in their order, then what people do.
enum class CareSubject {
    niacinamide,
    hyaluronic_acid,
    peptides,
    growth_factors,
    platelet_rich_plasma,
    vitamin_c,
    retinoid,
    azelaic_acid,
    tranexamic_acid,
    glycolic_acid,
    salicylic_acid,
    benzoyl_peroxide,
    hydroquinone,
    ceramides,
    panthenol,
    petrolatum,
    moisturiser,
    sunscreen,
    cleanser,
    other,
    make_up,
    exercise,
    sauna_and_pool,
    alcohol_based_product,
    perfume,
    scrub,
    peel_or_laser,
    sun,
};

template <>
struct Words<CareSubject> {
    static constexpr std::string_view table = "word_care_subject";
    static constexpr std::array<std::string_view, 28> all{"niacinamide",
                                                          "hyaluronic_acid",
                                                          "peptides",
                                                          "growth_factors",
                                                          "platelet_rich_plasma",
                                                          "vitamin_c",
                                                          "retinoid",
                                                          "azelaic_acid",
                                                          "tranexamic_acid",
                                                          "glycolic_acid",
                                                          "salicylic_acid",
                                                          "benzoyl_peroxide",
                                                          "hydroquinone",
                                                          "ceramides",
                                                          "panthenol",
                                                          "petrolatum",
                                                          "moisturiser",
                                                          "sunscreen",
                                                          "cleanser",
                                                          "other",
                                                          "make_up",
                                                          "exercise",
                                                          "sauna_and_pool",
                                                          "alcohol_based_product",
                                                          "perfume",
                                                          "scrub",
                                                          "peel_or_laser",
                                                          "sun"};
};

// no_evidence: it is offered after needling, and no trial of that was found.
enum class Stance { advised, avoid, no_evidence };

template <>
struct Words<Stance> {
    static constexpr std::string_view table = "word_stance";
    static constexpr std::array<std::string_view, 3> all{"advised", "avoid", "no_evidence"};
};

// Hours are counted from the session.
struct CareAdvice {
    Id<CareAdvice> id{};  // 0: a row of the program's own

    CareSubject subject{};
    Stance stance{};
    int from_hours = 0;
    int until_hours = 0;                      // the shortest that a source gives
    std::optional<int> cautious_until_hours;  // the longest, where sources differ
    std::string source;

    bool is_same_place(const CareAdvice& other) const { return subject == other.subject; }
    bool operator==(const CareAdvice&) const = default;
};

template <>
struct Description<CareAdvice> {
    static constexpr std::string_view noun = "advice";
    static constexpr std::string_view table = "care_advice";
    static constexpr std::string_view plural = "advice";
    static constexpr std::string_view summary =
        "what to use or avoid after a session, in place of the program's advice";
    static constexpr Range hours{0, 2000};
    static constexpr Range end{1, 2000};
    static constexpr std::tuple fields{
        Field{"subject", &CareAdvice::subject, "an active ingredient, or what people do"},
        Field{"stance", &CareAdvice::stance, "advised, avoid, or no_evidence either way"},
        Field{"from_hours",
              &CareAdvice::from_hours,
              "from so many hours after a session",
              {.range = hours, .unit = "h"}},
        Field{"until_hours",
              &CareAdvice::until_hours,
              "until so many hours after it",
              {.range = end, .unit = "h"}},
        Field{"cautious_until_hours",
              &CareAdvice::cautious_until_hours,
              "the longest that any source says; empty = the same",
              {.range = end, .unit = "h"}},
        Field{"source", &CareAdvice::source, "where it comes from"},
    };
};

}  // namespace schema
