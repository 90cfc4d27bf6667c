// By what the catalogue lets a change be judged: noise, responder rules, directions.

#include <map>
#include <optional>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "app/clinical/catalogue.h"
#include "tests/app/clinical/catalogue_by_code.h"

namespace clinical::catalogue_rules_test {
namespace {

using schema::Better;
using schema::Instrument;

TEST(CatalogueRules, HasTheResponderRulesThatArePublishedAndNoOther) {
    const auto instruments = by_code();
    EXPECT_EQ(instruments.at("iga").responder_change, 2);
    EXPECT_EQ(instruments.at("iga").responder_reach, 1);
    EXPECT_EQ(instruments.at("goodman_baron_grade").responder_change, 1);
    EXPECT_EQ(instruments.at("dlqi").responder_change, 4);
    EXPECT_EQ(instruments.at("scar_vas").responder_change, 10);
    for (const auto& [code, from] : {std::pair("lesions_total", 45),
                                     {"lesions_inflammatory", 20},
                                     {"lesions_noninflammatory", 25}}) {
        EXPECT_EQ(instruments.at(code).responder_percent, 50) << code;
        EXPECT_EQ(instruments.at(code).responder_from, from) << code;
        EXPECT_TRUE(instruments.at(code).responder_text->ends_with("(commonly used)")) << code;
    }
    EXPECT_TRUE(instruments.at("goodman_baron_grade")
                    .responder_text->ends_with("(two authors' names, not a validated threshold)"));
    const std::set<std::string> with_rule{"lesions_total",
                                          "lesions_inflammatory",
                                          "lesions_noninflammatory",
                                          "iga",
                                          "goodman_baron_grade",
                                          "scar_vas",
                                          "dlqi"};
    for (const auto& [code, instrument] : instruments) {
        EXPECT_EQ(instrument.responder_text.has_value(), with_rule.contains(code)) << code;
    }
}

struct NoiseRow {
    schema::NoiseKind kind;
    double points;
    std::optional<double> other_rater = std::nullopt;
};

// Published: a paper gives it. Derived: from a published reliability. Ours: a convention.
TEST(CatalogueRules, KnowsTheNoiseOfItsScalesAndWhereItIsFrom) {
    using enum schema::NoiseKind;
    const std::map<std::string, NoiseRow> rows{
        {"iga", {derived, 1}},
        {"sga", {derived, 1}},
        {"gea", {derived, 1}},
        {"leeds", {ours, 2}},
        {"gags", {derived, 5}},
        {"goodman_baron_grade", {ours, 1}},
        {"goodman_baron_score", {published, 4}},
        {"ecca", {ours, 50}},
        {"scar_s", {ours, 3}},
        {"vancouver", {derived, 4}},
        {"scar_vas", {ours, 10, 20}},
        {"scar_global", {ours, 1}},
        {"cea", {derived, 1}},
        {"masi", {derived, 7}},
        {"mmasi", {derived, 4}},
        {"msi", {derived, 5}},
        {"pahpi", {derived, 3}},
        {"dlqi", {published, 4}},
        {"cadi", {ours, 2}},
        {"pain_nrs", {ours, 2}},
        {"pain_vas", {ours, 20}},
        {"melanin_index", {ours, 30}},
        {"erythema_index", {ours, 30}},
    };
    for (const auto& [code, instrument] : by_code()) {
        SCOPED_TRACE(code);
        const auto row = rows.find(code);
        EXPECT_EQ(instrument.noise.has_value(), row != rows.end());
        if (row != rows.end()) {
            EXPECT_EQ(instrument.noise, row->second.points);
            EXPECT_EQ(instrument.noise_kind, row->second.kind);
            EXPECT_EQ(instrument.noise_other_rater, row->second.other_rater);
            EXPECT_TRUE(instrument.noise_kind == published || instrument.noise_formula);
        }
    }
}

TEST(CatalogueRules, ComputesTheNoiseOfCountsFromTheCounts) {
    const std::set<std::string> counts{"lesions_total",
                                       "lesions_inflammatory",
                                       "lesions_noninflammatory",
                                       "trunk_lesions",
                                       "hayashi",
                                       "scar_count"};
    for (const auto& [code, instrument] : by_code()) {
        SCOPED_TRACE(code);
        EXPECT_EQ(instrument.noise_rule == schema::NoiseRule::count, counts.contains(code));
        EXPECT_TRUE(!counts.contains(code) || instrument.noise_kind == schema::NoiseKind::derived);
    }
}

// Without a noise no change of a scale that has a better direction may be called one.
TEST(CatalogueRules, SaysOfEveryDirectionalScaleItsNoiseOrWhyThereIsNone) {
    for (const auto& scale : scales()) {
        SCOPED_TRACE(scale.code);
        EXPECT_FALSE(scale.noise && !scale.no_noise.empty());
        if (scale.better != Better::neither) {
            EXPECT_TRUE(scale.noise || !scale.no_noise.empty());
        }
        EXPECT_TRUE(!scale.noise || !scale.noise->source.empty());
    }
    for (const auto* code : {"tewl", "hydration", "sebum"}) {
        EXPECT_TRUE(find_scale(code)->no_noise.starts_with("none until the clinic's own study"))
            << code;
    }
}

TEST(CatalogueRules, CallsNearerToZeroBetterOfDifferencesOnly) {
    for (const auto& [code, instrument] : by_code()) {
        const bool is_difference = code == "melanin_index" || code == "erythema_index";
        EXPECT_EQ(instrument.target, is_difference ? std::optional(0.0) : std::nullopt) << code;
    }
}

TEST(CatalogueRules, KnowsWhichScalesStateAChange) {
    for (const auto& scale : scales()) {
        EXPECT_EQ(scale.states_change, scale.code == "gais" || scale.code == "pgic") << scale.code;
    }
}

// The questions belong to their licence holders.

}  // namespace
}  // namespace clinical::catalogue_rules_test
