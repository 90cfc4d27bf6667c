#include "app/progress/agreement/study.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

namespace progress {

namespace {

using PatientId = schema::Id<schema::Patient>;

// With more grades than 0 to 10 a scale is a number, of which the correlation speaks.
constexpr double most_grades = 11;

double steps(const schema::Instrument& scale, double value) {
    return std::round((value - scale.low) / *scale.step);
}

// What each rater said of each patient, earlier first.
class Table {
  public:
    explicit Table(const StudyRatings& study) {
        for (const auto& each : study.ratings) {
            if (!study.treated_between.contains(each.patient)) {
                raters_.insert(each.rater);
                by_patient_[each.patient][each.rater].push_back(each.value);
            }
        }
    }

    std::vector<std::string> raters() const { return {raters_.begin(), raters_.end()}; }

    // Patients by raters: the first rating of each.
    Ratings first_ratings() const {
        Ratings table(by_patient_.size(), raters_.size());
        std::size_t row = 0;
        for (const auto& [patient, said] : by_patient_) {
            std::size_t column = 0;
            for (const auto& rater : raters_) {
                if (const auto values = said.find(rater); values != said.end()) {
                    table.at(row, column) = values->second.front();
                }
                ++column;
            }
            ++row;
        }
        return table;
    }

    // A row for each patient and rater: all that this one said of that one.
    Ratings repeats() const {
        std::size_t rows = 0;
        std::size_t most = 0;
        for_each_cell([&](const auto& values) {
            ++rows;
            most = std::max(most, values.size());
        });
        Ratings table(rows, most);
        std::size_t row = 0;
        for_each_cell([&](const auto& values) {
            for (std::size_t i = 0; i < values.size(); ++i) {
                table.at(row, i) = values[i];
            }
            ++row;
        });
        return table;
    }

    // Patients for whom `holds(what each rater said)`.
    template <class Holds>
    int count(const Holds& holds) const {
        return static_cast<int>(
            std::count_if(by_patient_.begin(), by_patient_.end(), [&](const auto& patient) {
                return holds(patient.second);
            }));
    }

  private:
    template <class Visit>
    void for_each_cell(const Visit& visit) const {
        for (const auto& [patient, said] : by_patient_) {
            for (const auto& [rater, values] : said) {
                visit(values);
            }
        }
    }

    std::set<std::string> raters_;
    std::map<PatientId, std::map<std::string, std::vector<double>>> by_patient_;
};

void count_patients(StudyResult& result, const Table& table, const StudyRatings& study) {
    const auto ratings = [](const auto& said) {
        std::size_t all = 0;
        for (const auto& [rater, values] : said) {
            all += values.size();
        }
        return all;
    };
    result.treated_between = static_cast<int>(study.treated_between.size());
    result.raters = table.raters();
    result.patients = table.count([](const auto&) { return true; });
    result.rated_twice = table.count([&](const auto& said) { return ratings(said) >= 2; });
    result.rated_by_all =
        table.count([&](const auto& said) { return said.size() == result.raters.size(); });
    result.repeated = table.count([](const auto& said) {
        return std::any_of(
            said.begin(), said.end(), [](const auto& of) { return of.second.size() >= 2; });
    });
    result.ratings = static_cast<int>(
        std::count_if(study.ratings.begin(), study.ratings.end(), [&](const auto& each) {
            return !study.treated_between.contains(each.patient);
        }));
}

// The number of grades of an ordered scale; none without both ends and steps.
std::optional<double> grades(const schema::Instrument& scale) {
    return scale.step && scale.high ? std::optional(steps(scale, *scale.high) + 1) : std::nullopt;
}

// The table counted in steps of the scale from its lowest value.
Ratings in_steps(const Ratings& ratings, const schema::Instrument& scale) {
    auto graded = ratings;
    for (std::size_t row = 0; row < ratings.targets(); ++row) {
        for (std::size_t column = 0; column < ratings.raters(); ++column) {
            if (auto& value = graded.at(row, column)) {
                value = steps(scale, *value);
            }
        }
    }
    return graded;
}

void compare_grades(StudyPair& result,
                    const Ratings& ratings,
                    const RaterPair& pair,
                    const schema::Instrument& scale) {
    if (!scale.step) {
        result.agreed.why_not = result.kappa.why_not =
            "the scale has no steps: two values are hardly ever the same";
        return;
    }
    const auto all = grades(scale);
    const bool few = all && *all <= most_grades;
    const auto found = pair_agreement(in_steps(ratings, scale),
                                      pair,
                                      few ? std::optional(GradeRange{0, *all - 1}) : std::nullopt);
    result.agreed.value = AgreedOn{.same = found.same, .within_one_step = found.within_one};
    if (!few) {
        result.kappa.why_not =
            fmt::format("kappa is for grades, and this scale has {}",
                        all ? fmt::format("{} values: see the correlation", *all) : "no upper end");
    } else if (found.quadratic && found.quadratic->value) {
        result.kappa.value = found.quadratic;
    } else {
        result.kappa.why_not = "both gave one and the same grade to all";
    }
}

StudyPair compare(const Ratings& ratings,
                  const RaterPair& pair,
                  const std::vector<std::string>& raters,
                  const schema::Instrument& scale) {
    StudyPair result{.first = raters[pair.first], .second = raters[pair.second]};
    result.patients = static_cast<int>(rated_by_both(ratings, pair).size());
    if (result.patients == 0) {
        result.agreed.why_not = result.kappa.why_not = result.apart.why_not =
            "no patient was rated by both";
        return result;
    }
    compare_grades(result, ratings, pair, scale);
    result.apart.value = bland_altman(ratings, pair);
    return result;
}

void correlate(Computed<Correlation>& result, const Correlation& found) {
    if (found.value) {
        result.value = found;
    } else {
        result.why_not = "all ratings are equal";
    }
}

// Its square is MSW, or where raters differ less than chance would have them MSE: the bounds of
// either are its own.
StandardError bounded(const MeasurementError& error, const MeanSquares& squares) {
    return squares.raters < squares.residual ? error.consistency : error.one_way;
}

void compare_all(StudyResult& result, const Ratings& ratings) {
    const auto squares = mean_squares(ratings);
    if (!squares) {
        result.icc_2_1.why_not = result.icc_3_1.why_not = result.other_rater.why_not =
            result.raters.size() < 2 ? "it takes two raters"
                                     : "fewer than two patients were rated by all raters";
        return;
    }
    const auto found = intraclass(*squares);
    correlate(result.icc_2_1, found.icc_2_1);
    correlate(result.icc_3_1, found.icc_3_1);
    result.other_rater.value = bounded(measurement_error(*squares), *squares);
}

}  // namespace

StudyResult study_result(const StudyRatings& study) {
    const Table table(study);
    StudyResult result;
    count_patients(result, table, study);
    const auto first = table.first_ratings();
    for (std::size_t a = 0; a < result.raters.size(); ++a) {
        for (std::size_t b = a + 1; b < result.raters.size(); ++b) {
            result.pairs.push_back(compare(first, {a, b}, result.raters, study.instrument));
        }
    }
    compare_all(result, first);
    result.same_rater.value = repeatability(table.repeats()).within;
    if (!result.same_rater.value) {
        result.same_rater.why_not = "no rater rated a patient twice";
    }
    return result;
}

}  // namespace progress
