#pragma once
// What of a study can be the noise of its scale, and what it still lacks.

#include <optional>
#include <string>
#include <vector>

#include "app/progress/agreement/study.h"

namespace progress {

// The bounds of an error from fewer patients are too wide to judge by: from 10 the true one can
// still be 1.75 times as large.
constexpr int fewest_patients = 10;
// Where no two ratings differed: from 30 patients on, at most about 1 in 10 would (95 %).
constexpr int fewest_without_difference = 30;

struct Adoption {
    std::optional<double> sdc_same_rater;
    std::optional<double> sdc_other_rater;
    // Sentences on what each of the two lacks; none when both are there.
    std::vector<std::string> lacks;

    bool is_possible() const { return sdc_same_rater || sdc_other_rater; }

    bool operator==(const Adoption&) const = default;
};

Adoption adoption_of(const StudyResult& result);

// Design and result in one line for a verdict: "study of 2026-01-05, 12 patients rated twice, 2
// raters, photographs: quadratic kappa 0.81 (95 % 0.61 to 0.98), SEM …". The errors are those that
// `adoption` takes. No rater is named.
std::string study_summary(const schema::Agreement& study,
                          const StudyResult& result,
                          const Adoption& adoption);

// What adopting would change, a sentence for each number: "When another rater looks, a change of at
// most 1.4 points would be within noise, instead of 1 (ours)". `in_force` is the study that would
// give way. Of photographs it is one sentence: the book's scores are of the patient.
std::vector<std::string> what_would_change(const schema::Agreement& study,
                                           const schema::Instrument& instrument,
                                           const Adoption& adoption,
                                           const std::optional<schema::Agreement>& in_force);

// A kappa that has a value; its interval is cut at -1 and 1.
std::string kappa_text(const Kappa& kappa);

// "0.81 (95 % 0.61 to 0.98)", "0.81" without an interval.
std::string with_interval(double value,
                          const std::optional<double>& low95,
                          const std::optional<double>& high95,
                          int decimals);

}  // namespace progress
