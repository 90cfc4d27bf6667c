#pragma once
// What a study of agreement says, from its ratings: how far raters differ, and a rater from
// themselves.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/progress/agreement/bland_altman.h"
#include "app/progress/agreement/intraclass.h"
#include "app/progress/agreement/kappa.h"
#include "app/progress/agreement/measurement_error.h"
#include "schema/records/agreement.h"

namespace progress {

struct StudyRatings {
    schema::Instrument instrument;
    std::vector<schema::AgreementRating> ratings;  // earlier first
    // Whose ratings have a session between them: they are left out.
    std::set<schema::Id<schema::Patient>> treated_between;
};

// A value, or in words why there is none.
template <class Value>
struct Computed {
    std::optional<Value> value;
    std::string why_not;

    bool operator==(const Computed&) const = default;
};

struct AgreedOn {
    int same = 0;
    int within_one_step = 0;

    bool operator==(const AgreedOn&) const = default;
};

// Two raters, by the first rating that each gave a patient.
struct StudyPair {
    std::string first;
    std::string second;
    int patients = 0;             // that both rated
    Computed<AgreedOn> agreed;    // of a scale with steps
    Computed<Kappa> kappa;        // with quadratic weights, of a scale of few grades
    Computed<BlandAltman> apart;  // first minus second

    bool operator==(const StudyPair&) const = default;
};

struct StudyResult {
    int ratings = 0;                  // that count
    int patients = 0;                 // that somebody rated
    int rated_twice = 0;              // at least, by whomever
    int rated_by_all = 0;             // by every rater
    int repeated = 0;                 // at least twice by the same rater
    int treated_between = 0;          // left out of all of this
    std::vector<std::string> raters;  // by name
    std::vector<StudyPair> pairs;
    // Of the patients that all rated.
    Computed<Correlation> icc_2_1;
    Computed<Correlation> icc_3_1;
    // A single rating's error when any of the raters may look; bounds of sem by chi squared.
    Computed<StandardError> other_rater;
    // The same for one rater, from what raters rated again.
    Computed<StandardError> same_rater;

    bool operator==(const StudyResult&) const = default;
};

StudyResult study_result(const StudyRatings& study);

}  // namespace progress
