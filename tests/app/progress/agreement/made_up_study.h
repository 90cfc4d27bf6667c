#pragma once
// Ratings of a study, as tests write them down.

#include <cstdint>
#include <string>
#include <vector>

#include "app/progress/agreement/study.h"

namespace progress {

inline schema::Instrument grades(double low, double high) {
    return {.code = "grade",
            .name = "Grade",
            .low = low,
            .high = high,
            .step = 1,
            .unit = "{score}",
            .noise = 1,
            .noise_rule = schema::NoiseRule::points,
            .noise_kind = schema::NoiseKind::ours};
}

class MadeUpStudy {
  public:
    explicit MadeUpStudy(schema::Instrument instrument) {
        study_.instrument = std::move(instrument);
    }

    MadeUpStudy& rate(std::int64_t patient, const std::string& rater, double value) {
        auto& rating = study_.ratings.emplace_back();
        rating.patient.value = patient;
        rating.rater = rater;
        rating.value = value;
        return *this;
    }
    // One value of each rater, named A, B, C …
    MadeUpStudy& row(std::int64_t patient, const std::vector<double>& values) {
        char rater = 'A';
        for (const auto value : values) {
            rate(patient, std::string(1, rater++), value);
        }
        return *this;
    }
    MadeUpStudy& treat(std::int64_t patient) {
        study_.treated_between.insert(schema::Id<schema::Patient>(patient));
        return *this;
    }

    const StudyRatings& ratings() const { return study_; }
    StudyResult result() const { return study_result(study_); }

  private:
    StudyRatings study_;
};

// Patients 1 to `patients` by two raters who differ by a step on every third.
inline MadeUpStudy two_raters(int patients) {
    MadeUpStudy study(grades(0, 4));
    for (int i = 1; i <= patients; ++i) {
        const double grade = 1 + i % 3;
        study.row(i, {grade, i % 3 == 0 ? grade + 1 : grade});
    }
    return study;
}

}  // namespace progress
