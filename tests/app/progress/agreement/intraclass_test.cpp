#include "app/progress/agreement/intraclass.h"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/app/progress/agreement/example_ratings.h"

namespace progress::intraclass_test {
namespace {

void expect_close(std::optional<double> actual, double expected, double within) {
    ASSERT_TRUE(actual.has_value());
    EXPECT_NEAR(*actual, expected, within * std::abs(expected));
}

void expect(const Correlation& found, double value, double low, double high) {
    expect_close(found.value, value, 1e-9);
    expect_close(found.low95, low, 1e-7);
    expect_close(found.high95, high, 1e-7);
}

IntraclassCorrelations of(const Ratings& ratings) {
    return intraclass(mean_squares(ratings).value());
}

std::vector<Correlation> all(const IntraclassCorrelations& of) {
    return {of.icc_1_1, of.icc_1_k, of.icc_2_1, of.icc_2_k, of.icc_3_1, of.icc_3_k};
}

// Shrout and Fleiss 1979, tables 3 and 4: mean squares 11.24, 32.49, 1.02 and 6.26; coefficients
// .17, .29, .71, .44, .62 and .91. The intervals are those of R's psych::ICC.
TEST(Intraclass, OfShroutAndFleissIsAsPublished) {
    const auto squares = mean_squares(shrout_and_fleiss());
    ASSERT_TRUE(squares.has_value());
    EXPECT_EQ(squares->n, 6);
    EXPECT_EQ(squares->k, 4);
    EXPECT_NEAR(squares->targets, 11.24, 5e-3);
    EXPECT_NEAR(squares->raters, 32.49, 5e-3);
    EXPECT_NEAR(squares->residual, 1.02, 5e-3);
    EXPECT_NEAR(squares->within, 6.26, 5e-3);
    const auto found = intraclass(*squares);
    expect(found.icc_1_1, 0.1657417684054754, -0.13293232487475098, 0.722560062328121);
    expect(found.icc_1_k, 0.4427971336792686, -0.8844421552381201, 0.9124154203407755);
    expect(found.icc_2_1, 0.28976377952755905, 0.018786513374712013, 0.7610843696489528);
    expect(found.icc_2_k, 0.6200505475989891, 0.07113681530250336, 0.9272320401677219);
    expect(found.icc_3_1, 0.7148407148407149, 0.3424647650339252, 0.9458582599553595);
    expect(found.icc_3_k, 0.9093155423770695, 0.6756747138163046, 0.9858916781690623);
}

TEST(Intraclass, LeavesOutTargetsThatSomebodyDidNotRate) {
    const auto squares = mean_squares(ratings_of({{9, 2}, {6, {}}, {8, 4}, {7, 1}}));
    EXPECT_EQ(squares->n, 3);
    EXPECT_EQ(squares->dropped, 1);
    EXPECT_EQ(of(ratings_of({{9, 2}, {6, {}}, {8, 4}, {7, 1}})),
              of(ratings_of({{9, 2}, {8, 4}, {7, 1}})));
}

TEST(Intraclass, NeedsTwoTargetsAndTwoRaters) {
    EXPECT_EQ(mean_squares(ratings_of({{1, 2}})), std::nullopt);
    EXPECT_EQ(mean_squares(ratings_of({{1, 2}, {3, {}}})), std::nullopt);
    EXPECT_EQ(mean_squares(ratings_of({{1}, {2}, {3}})), std::nullopt);
    EXPECT_EQ(mean_squares(Ratings(0, 2)), std::nullopt);
    EXPECT_TRUE(mean_squares(ratings_of({{1, 2}, {3, 5}})).has_value());
}

TEST(Intraclass, OfTwoTargetsHasNoInterval) {
    const auto found = of(ratings_of({{3, 4}, {8, 7}}));
    EXPECT_EQ(mean_squares(ratings_of({{3, 4}, {8, 7}}))->targets, 16);
    expect_close(found.icc_3_1.value, 15.0 / 17, 1e-9);
    for (const auto& each : all(found)) {
        EXPECT_TRUE(each.value.has_value());
        EXPECT_EQ(each.low95, std::nullopt);
        EXPECT_EQ(each.high95, std::nullopt);
    }
}

TEST(Intraclass, OfARaterAlwaysOneHigherIsConsistentButDoesNotAgree) {
    const auto found = of(ratings_of({{0, 1}, {1, 2}, {3, 4}, {3, 4}, {2, 3}}));
    EXPECT_EQ(found.icc_3_1, (Correlation{.value = 1}));
    EXPECT_EQ(found.icc_3_k, (Correlation{.value = 1}));
    EXPECT_LT(*found.icc_2_1.value, 1);
    EXPECT_EQ(found.icc_2_1.low95, std::nullopt) << "no residual";
    EXPECT_TRUE(found.icc_1_1.low95.has_value());
}

TEST(Intraclass, TakesRoundingForNoSpread) {
    const auto squares = mean_squares(ratings_of({{0.1, 0.2}, {0.2, 0.3}, {0.7, 0.8}}));
    EXPECT_EQ(squares->residual, 0);
    EXPECT_GT(squares->raters, 0);
}

TEST(Intraclass, OfEqualRatingsIsUndefined) {
    for (const auto& each : all(of(ratings_of({{2, 2}, {2, 2}, {2, 2}})))) {
        EXPECT_EQ(each, Correlation{});
    }
}

TEST(Intraclass, OfEqualTargetsIsUndefinedForTheMeanOnly) {
    const auto found = of(ratings_of({{1, 3}, {3, 1}, {1, 3}, {3, 1}}));
    EXPECT_EQ(found.icc_1_1, (Correlation{.value = -1}));
    EXPECT_EQ(found.icc_3_1, (Correlation{.value = -1}));
    EXPECT_EQ(found.icc_1_k, Correlation{});
    EXPECT_EQ(found.icc_2_k, Correlation{});
    EXPECT_EQ(found.icc_3_k, Correlation{});
}

TEST(Intraclass, MayBeNegative) {
    const auto found = of(ratings_of({{4, 0}, {1, 3}, {3, 1}, {0, 4}, {2, 3}}));
    EXPECT_LT(*found.icc_3_1.value, 0);
    EXPECT_LT(*found.icc_3_1.high95, 0.5);
}

Ratings any_ratings() {
    const auto raters = *rc::gen::inRange<std::size_t>(2, 5);
    const auto targets = *rc::gen::inRange<std::size_t>(2, 9);
    Ratings ratings(targets, raters);
    for (std::size_t i = 0; i < targets; ++i) {
        for (std::size_t j = 0; j < raters; ++j) {
            ratings.at(i, j) = *rc::gen::inRange(0, 5);
        }
    }
    return ratings;
}

RC_GTEST_PROP(Intraclass, IsFiniteAndWithinItsBounds, ()) {
    const auto found = of(any_ratings());
    for (const auto& each : all(found)) {
        RC_ASSERT(std::isfinite(each.value.value_or(0)));
        RC_ASSERT(each.value.value_or(0) <= 1);
        RC_ASSERT(each.low95.has_value() == each.high95.has_value());
        if (each.low95) {
            RC_ASSERT(std::isfinite(*each.low95) && std::isfinite(*each.high95));
            RC_ASSERT(*each.low95 <= *each.value && *each.value <= *each.high95);
        }
    }
}

// Thirds are not exact: without allowing for it the value is minus a million million million.
TEST(Intraclass, OfPatientsWithOneAndTheSameMeanIsNone) {
    for (std::size_t patients = 2; patients <= 9; ++patients) {
        Ratings ratings(patients, 3);
        for (std::size_t i = 0; i < patients; ++i) {
            for (std::size_t j = 0; j < 3; ++j) {
                ratings.at(i, (i + j) % 3) = static_cast<double>(j * j) / 3;
            }
        }
        const auto found = of(ratings);
        EXPECT_EQ(found.icc_1_k.value, std::nullopt) << patients;
        EXPECT_EQ(found.icc_3_k.value, std::nullopt) << patients;
    }
}

// Spearman and Brown: a mean of k ratings is as reliable as kr/(1 + (k-1)r).
RC_GTEST_PROP(Intraclass, OfTheMeanIsThatOfSpearmanAndBrown, ()) {
    const auto squares = mean_squares(any_ratings()).value();
    const auto found = intraclass(squares);
    for (const auto& [single, mean] : {std::pair(found.icc_1_1, found.icc_1_k),
                                       std::pair(found.icc_2_1, found.icc_2_k),
                                       std::pair(found.icc_3_1, found.icc_3_k)}) {
        if (mean.value) {
            const double r = *single.value;
            const double expected = squares.k * r / (1 + (squares.k - 1) * r);
            RC_ASSERT(std::abs(*mean.value - expected) <= 1e-6 * (1 + std::abs(expected)));
        }
    }
}

}  // namespace
}  // namespace progress::intraclass_test
