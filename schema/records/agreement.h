#pragma once
// A study of how far two ratings of the same unchanged patient differ, and its ratings. Adopted, it
// is the noise of its scale.

#include <array>
#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/records/instrument.h"
#include "schema/records/kept.h"
#include "schema/types/civil_time.h"
#include "schema/types/date.h"
#include "schema/types/word.h"

namespace schema {

// What the raters looked at: the patient, or photographs.
enum class Medium { live, photo };

template <>
struct Words<Medium> {
    static constexpr std::string_view table = "word_medium";
    static constexpr std::array<std::string_view, 2> all{"live", "photo"};
};

struct Agreement {
    Id<Agreement> id{};  // 0 until it is written

    Id<Instrument> instrument{};
    Medium medium{};
    int patients = 0;
    Date on;
    // What a verdict rests on, as it was computed on the day of adopting; all none until then.
    std::optional<Date> adopted;
    std::optional<std::string> reason;
    std::optional<double> sdc_same_rater;
    std::optional<double> sdc_other_rater;
    std::optional<std::string> summary;

    int version = 1;
    bool voided = false;

    bool operator==(const Agreement&) const = default;
};

// One rating of one patient. A rater may rate a patient more than once.
struct AgreementRating : Kept<AgreementRating> {
    Id<Agreement> agreement{};
    std::string rater;
    double value = 0;
    CivilTime at;

    bool operator==(const AgreementRating&) const = default;
};

template <>
struct Description<Agreement> {
    static constexpr std::string_view noun = "agreement";
    static constexpr std::string_view table = "agreement";
    static constexpr std::string_view plural = "agreements";
    static constexpr std::string_view summary =
        "a study of how far two ratings of the same unchanged patient differ";
    static constexpr std::tuple fields{
        Field{"medium", &Agreement::medium, "what was rated: the patient (live) or photographs"},
        Field{"patients",
              &Agreement::patients,
              "planned patients, 2 to 999",
              {.range = {2, 999}, .unit = "{patients}"}},
        Field{"on", &Agreement::on, "the day it began", {.role = Role::when}},
        Field{"adopted",
              &Agreement::adopted,
              "since when it is the noise of its scale; empty = it is not"},
        Field{"reason", &Agreement::reason, "why it was adopted", {.confidential = true}},
        Field{"sdc_same_rater",
              &Agreement::sdc_same_rater,
              "smallest detectable change when the same rater looks again, as adopted"},
        Field{"sdc_other_rater",
              &Agreement::sdc_other_rater,
              "the same when another rater looks, as adopted"},
        Field{"summary", &Agreement::summary, "design and result in one line, as adopted"},
    };
};

template <>
struct Description<AgreementRating> {
    static constexpr std::string_view noun = "agreement rating";
    static constexpr std::string_view table = "agreement_rating";
    static constexpr std::string_view plural = "agreement_ratings";
    static constexpr std::string_view summary = "one rating of one patient within such a study";
    static constexpr std::tuple fields{
        Field{"rater", &AgreementRating::rater, "who rated"},
        Field{"value", &AgreementRating::value, "the value, on the study's scale"},
        Field{"at", &AgreementRating::at, "when it was rated", {.role = Role::when}},
    };
};

}  // namespace schema
