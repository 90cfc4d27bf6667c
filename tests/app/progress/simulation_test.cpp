// Whether the judgement is true where the truth is known: made-up patients, rated with noise.

#include <functional>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/progress/judgement.h"
#include "tests/app/progress/example_history.h"

namespace progress::simulation_test {
namespace {

constexpr int patients = 400;

// Shares of 400 patients.
struct Shares {
    double improved = 0;
    double worsened = 0;
    double confirmed_improved = 0;
    double confirmed_worsened = 0;
    double warned = 0;            // improved, with the warning of a worst value ever beside it
    double confirmed_warned = 0;  // of the confirmed

    double called() const { return improved + worsened; }
    double confirmed() const { return confirmed_improved + confirmed_worsened; }
};

// Values by day of one patient: `baseline` before the session of day 0, the others after it.
struct Course {
    std::vector<std::pair<int, double>> values;
};

class Simulation : public testing::Test {
  protected:
    // The judgements of so many patients, whose courses `make` draws; one rater sees all.
    Shares run(std::string_view code, const std::function<Course()>& make) {
        ExampleHistory example;
        const auto& scale = example.instrument(code);
        const auto first_day = day("2026-01-10");
        const schema::CivilTime began(first_day);
        Shares shares;
        for (int i = 0; i < patients; ++i) {
            std::vector<Score> scores;
            for (const auto& [at, value] : make().values) {
                Score score;
                score.instrument = scale.id;
                score.at = schema::CivilTime(first_day.plus_days(at));
                score.value = value;
                score.rater = "Dr Saleh";
                scores.push_back(std::move(score));
            }
            const auto judged = judge(
                scores, {.instrument = scale, .began = began, .sessions = std::span(&began, 1)});
            const double one = 100.0 / patients;
            const bool improved = judged.verdict == Verdict::improved;
            const bool worsened = judged.verdict == Verdict::worsened;
            const bool confirmed = judged.confirmed.value_or(false);
            shares.improved += improved ? one : 0;
            shares.worsened += worsened ? one : 0;
            shares.confirmed_improved += improved && confirmed ? one : 0;
            shares.confirmed_worsened += worsened && confirmed ? one : 0;
            const bool warned =
                improved && judged.baseline.warning == BaselineWarning::highest_ever;
            shares.warned += warned ? one : 0;
            shares.confirmed_warned += warned && confirmed ? one : 0;
        }
        return shares;
    }

    double poisson(double mean) { return std::poisson_distribution<int>(mean)(random_); }
    double normal(double sd) { return std::normal_distribution<double>(0, sd)(random_); }

    // A day of rating before the session and three after it.
    static constexpr std::array days{-5, 30, 60, 90};

    Course counts(const std::array<double, 4>& means) {
        Course course;
        for (std::size_t i = 0; i < days.size(); ++i) {
            course.values.emplace_back(days[i], poisson(means[i]));
        }
        return course;
    }
    // A true value with the rater's error of this SD, rounded to whole points within the scale.
    Course rated(double truth, double sd, double high) {
        Course course;
        for (const int at : days) {
            course.values.emplace_back(at, std::clamp(std::round(truth + normal(sd)), 0.0, high));
        }
        return course;
    }

    // Other patients: --gtest_random_seed=N.
    std::mt19937 random_{20261128U + static_cast<unsigned>(GTEST_FLAG_GET(random_seed))};

    void report(const char* name, const Shares& shares) {
        RecordProperty(name,
                       "improved " + std::to_string(shares.improved) + " worsened " +
                           std::to_string(shares.worsened) + " confirmed " +
                           std::to_string(shares.confirmed()));
        std::cout << name << ": improved " << shares.improved << " % (confirmed "
                  << shares.confirmed_improved << "), worsened " << shares.worsened
                  << " % (confirmed " << shares.confirmed_worsened << "), warned " << shares.warned
                  << " % (confirmed " << shares.confirmed_warned << ")\n";
    }
};

TEST_F(Simulation, NothingChangesAndFewAreToldOtherwise) {
    struct Scale {
        const char* code;
        std::function<Course()> make;
    };
    // Errors of one rating as the reliabilities of each scale's noise have it.
    const std::vector<Scale> scales{
        {"lesions_inflammatory",
         [&] {
             return counts({20, 20, 20, 20});
         }},
        {"lesions_total",
         [&] {
             return counts({60, 60, 60, 60});
         }},
        {"gags", [&] { return rated(22, 1.6, 44); }},
        {"iga", [&] { return rated(2, 0.45, 4); }},  // quadratic kappa about 0.8
        {"goodman_baron_score", [&] { return rated(20, 1.22, 84); }},
        {"pahpi", [&] { return rated(14, 1.1, 22); }},
        {"mmasi", [&] { return rated(8, 1.3, 24); }},
        {"dlqi", [&] { return rated(10, 1.45, 30); }}};
    for (const auto& [code, make] : scales) {
        const auto shares = run(code, make);
        report(code, shares);
        EXPECT_LE(shares.called(), 8) << code;
        EXPECT_LE(shares.confirmed(), 2) << code;
    }
}

TEST_F(Simulation, AFallFromSixtyToThirtyIsConfirmed) {
    const auto shares = run("lesions_total", [&] { return counts({60, 30, 30, 30}); });
    report("60 to 30", shares);
    EXPECT_GE(shares.confirmed_improved, 80);
}

TEST_F(Simulation, AFallFromThirtyToFifteenIsOftenNotSeen) {
    const auto shares = run("lesions_total", [&] { return counts({30, 15, 15, 15}); });
    report("30 to 15", shares);
    EXPECT_GE(shares.improved, 50);
    EXPECT_EQ(shares.worsened, 0);
}

TEST_F(Simulation, WhoIsEnrolledInAFlareIsWarned) {
    const auto shares = run("lesions_inflammatory", [&] {
        // The true count swings from week to week; who comes has 25 or more that day.
        const auto now = [&] { return poisson(20 * std::exp(normal(0.5))); };
        double enrolled = now();
        while (enrolled < 25) {
            enrolled = now();
        }
        Course course;
        course.values.emplace_back(-5, enrolled);
        for (const int at : {30, 60, 90}) {
            course.values.emplace_back(at, now());
        }
        return course;
    });
    report("flare", shares);
    EXPECT_GE(shares.warned, 0.9 * shares.confirmed_improved);
    // Who was worse once more later is not warned of: about one in ten of the confirmed.
    EXPECT_GE(shares.confirmed_warned, 0.8 * shares.confirmed_improved);
}

}  // namespace
}  // namespace progress::simulation_test
