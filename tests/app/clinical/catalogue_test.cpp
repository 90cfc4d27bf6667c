#include "app/clinical/catalogue.h"

#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "app/clinical/band.h"
#include "schema/records/questionnaire.h"
#include "schema/records/reading.h"
#include "schema/types/text.h"
#include "tests/app/clinical/catalogue_by_code.h"

namespace clinical::catalogue_test {
namespace {

using schema::Better;
using schema::Instrument;

bool on_scale(const Instrument& scale, double value) {
    const double steps = scale.step ? (value - scale.low) / *scale.step : 0;
    return value >= scale.low && (!scale.high || value <= *scale.high) &&
           std::abs(steps - std::round(steps)) <= 1e-6;
}

TEST(Catalogue, HasEveryInstrumentOfTheDesignOnce) {
    const std::set<std::string> design{"lesions_total",
                                       "lesions_inflammatory",
                                       "lesions_noninflammatory",
                                       "iga",
                                       "gags",
                                       "hayashi",
                                       "gea",
                                       "leeds",
                                       "sga",
                                       "scar_s",
                                       "goodman_baron_grade",
                                       "goodman_baron_score",
                                       "ecca",
                                       "vancouver",
                                       "pahpi",
                                       "masi",
                                       "mmasi",
                                       "melanin_index",
                                       "sebum",
                                       "erythema_index",
                                       "tewl",
                                       "hydration",
                                       "pores",
                                       "pain_nrs",
                                       "pain_vas",
                                       "cadi",
                                       "dlqi",
                                       "gais",
                                       "pgic",
                                       "scar_vas",
                                       "fitzpatrick",
                                       "monk",
                                       "trunk_lesions",
                                       "scar_count",
                                       "scar_global",
                                       "cea",
                                       "msi",
                                       "melasqol",
                                       "acne_q",
                                       "compaq",
                                       "scars",
                                       "fasqol"};
    std::set<std::string> codes;
    for (const auto& instrument : catalogue()) {
        EXPECT_TRUE(codes.insert(instrument.code).second) << instrument.code;
    }
    EXPECT_EQ(codes, design);
}

TEST(Catalogue, HasAnInstrumentForEveryMeasureAndForm) {
    const auto instruments = by_code();
    for (const auto code : schema::Words<schema::Measure>::all) {
        EXPECT_TRUE(instruments.contains(std::string(code))) << code;
    }
    for (const auto code : schema::Words<schema::Form>::all) {
        EXPECT_TRUE(instruments.contains(std::string(code))) << code;
    }
}

// What the table of instruments in a book demands of each row.
TEST(Catalogue, FitsIntoABook) {
    for (const auto& each : catalogue()) {
        SCOPED_TRACE(each.code);
        EXPECT_EQ(each.id.value, 0);
        EXPECT_TRUE(each.built_in);
        EXPECT_FALSE(each.name.empty());
        EXPECT_FALSE(each.unit.empty());
        EXPECT_FALSE(each.source.value().empty());
        EXPECT_TRUE(each.concern.has_value());
        EXPECT_TRUE(!each.high || *each.high > each.low);
        EXPECT_TRUE(!each.high || on_scale(each, *each.high));
        EXPECT_EQ(each.noise.has_value(), each.noise_rule == schema::NoiseRule::points);
        EXPECT_EQ(each.noise_kind.has_value(), each.noise_rule.has_value());
        EXPECT_TRUE(!each.noise_rule || each.noise_source);
        EXPECT_TRUE(!each.noise_other_rater || *each.noise_other_rater > each.noise.value());
        EXPECT_TRUE(!each.target || on_scale(each, *each.target));
        const bool has_rule =
            each.responder_change || each.responder_percent || each.responder_reach;
        EXPECT_EQ(has_rule, each.responder_text.has_value());
        EXPECT_EQ(has_rule, each.responder_source.has_value());
        EXPECT_TRUE(!has_rule || each.better != Better::neither);
    }
}

// 19_scoring_vectors/scale_ranges.json; VSS: Sullivan 1990. Goodman-Baron starts at our 0.
TEST(Catalogue, HasThePublishedRanges) {
    const auto instruments = by_code();
    const std::map<std::string, std::pair<double, double>> ranges{
        {"gags", {0, 44}},
        {"masi", {0, 48}},
        {"mmasi", {0, 24}},
        {"vancouver", {0, 13}},
        {"dlqi", {0, 30}},
        {"goodman_baron_score", {0, 84}},
        {"ecca", {0, 540}},
        {"goodman_baron_grade", {0, 4}},
        {"pahpi", {0, 22}},  // 6 to 22, and our 0
        {"iga", {0, 4}},
        {"cadi", {0, 15}},
        {"gea", {0, 5}},
        {"leeds", {1, 12}},
        {"sga", {0, 4}},
        {"scar_s", {0, 15}},
        {"scar_vas", {0, 100}},
        {"melanin_index", {-999, 999}},
        {"erythema_index", {-999, 999}},
        {"sebum", {0, 350}},
        {"hydration", {0, 120}},
        {"pain_nrs", {0, 10}},
        {"pain_vas", {0, 100}},
        {"gais", {1, 5}},
        {"pgic", {1, 7}},
        {"fitzpatrick", {1, 6}},
        {"monk", {1, 10}},
        {"scar_global", {0, 4}},
        {"cea", {0, 4}},
        {"msi", {0, 64}},
        {"melasqol", {10, 70}},
        {"acne_q", {0, 100}},
    };
    for (const auto& [code, range] : ranges) {
        SCOPED_TRACE(code);
        EXPECT_EQ(instruments.at(code).low, range.first);
        EXPECT_EQ(instruments.at(code).high, range.second);
    }
}

TEST(Catalogue, HasNoUpperEndWhereNoneIsPublished) {
    const std::set<std::string> without{"lesions_total",
                                        "lesions_inflammatory",
                                        "lesions_noninflammatory",
                                        "hayashi",
                                        "tewl",
                                        "pores",
                                        "trunk_lesions",
                                        "scar_count",
                                        "scars",
                                        "fasqol",
                                        "compaq"};
    for (const auto& [code, instrument] : by_code()) {
        EXPECT_EQ(!instrument.high, without.contains(code)) << code;
        EXPECT_TRUE(instrument.high || instrument.low == 0) << code;
    }
}

TEST(Catalogue, HasTheSmallestStepOfEachScale) {
    const std::map<std::string, std::optional<double>> others{{"masi", 0.1},
                                                              {"mmasi", 0.1},
                                                              {"msi", 0.2},
                                                              {"ecca", 5},
                                                              {"melanin_index", {}},
                                                              {"erythema_index", {}},
                                                              {"sebum", {}},
                                                              {"tewl", {}},
                                                              {"hydration", {}}};
    for (const auto& [code, instrument] : by_code()) {
        const auto other = others.find(code);
        EXPECT_EQ(instrument.step, other == others.end() ? std::optional(1.0) : other->second)
            << code;
    }
}

TEST(Catalogue, SaysForEachScaleHowItIsRatedWithACase) {
    for (const auto& scale : scales()) {
        SCOPED_TRACE(scale.code);
        EXPECT_FALSE(scale.formula.empty());
        EXPECT_FALSE(scale.example.empty());
        EXPECT_EQ(scale.source.find("unverified"), std::string_view::npos);
    }
}

struct NamedExample {
    std::string code;
    double value;
    std::string ending;
};

// Of the scales that are entered; those that are computed have theirs computed in their own tests.
TEST(Catalogue, HasExamplesThatAreOnTheirScales) {
    const auto instruments = by_code();
    const std::vector<NamedExample> rows = {
        {"iga", 3, ": 3, moderate"},
        {"gea", 3, ": 3, moderate"},
        {"hayashi", 17 + 7, "17 + 7 = 24, severe"},
        {"leeds", 4, ": 4"},
        {"sga", 2, ": 2"},
        {"scar_vas", 62 - 50, ": 12 mm better"},
        {"melanin_index", 243.7 - 200, "243.7 - 200 = 43.7"},
        {"erythema_index", 412 - 391, "412 - 391 = 21"},
        {"fitzpatrick", 4, "IV: kept as 4"},
        {"monk", 6, "a07e56: 6"},
        {"sebum", (118 + 121 + 124) / 3.0, ": 121"},
        {"tewl", (14.2 + 11.8) / 2, " 13"},
        {"hydration", 38.5, "38.5"},
        {"pores", 412, "412"},
        {"pain_nrs", 4, ": 4"},
        {"pain_vas", 37, ": 37"},
        {"gais", 2, "much improved: kept as 2"},
        {"pgic", 3, "minimally improved: kept as 3"},
        {"trunk_lesions", 4 + 7, "4 + 7 = 11"},
        {"scar_count", 5 + 6 + 1, "5 + 6 + 1 = 12"},
        {"scar_global", 4, ": 4, severe"},
        {"cea", 3, ": 3, moderate"},
        {"msi", 0.4 * 2 * 9 + 0.4 * 2 * 9 + 0.2 * 1 * 4, "7.2 + 7.2 + 0.8 = 15.2"},
        {"melasqol", 6 * 4 + 4 * 2, "24 + 8 = 32"},
        {"acne_q", 58, ": 58"},
        {"compaq", 62, ": 62"},
        {"scars", 23, ": 23"},
        {"fasqol", 17, ": 17"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.code);
        const auto* scale = find_scale(row.code);
        EXPECT_TRUE(scale->example.ends_with(row.ending));
        EXPECT_NE(scale->example.find(schema::number_text(std::round(row.value * 10) / 10)),
                  std::string_view::npos);
        EXPECT_TRUE(on_scale(instruments.at(row.code), row.value));
        const auto band = band_of(row.code, row.value);
        EXPECT_TRUE(!band || scale->example.find(band->name) != std::string_view::npos);
    }
}

TEST(Catalogue, NeverTurnsAMonkToneIntoAFitzpatrickType) {
    const auto* monk = find_scale("monk");
    for (const auto* colour : {"1 f6ede4",
                               "2 f3e7db",
                               "3 f7ead0",
                               "4 eadaba",
                               "5 d7bd96",
                               "6 a07e56",
                               "7 825c43",
                               "8 604134",
                               "9 3a312a",
                               "10 292420"}) {
        EXPECT_NE(monk->formula.find(colour), std::string_view::npos) << colour;
    }
    for (const auto* code : {"monk", "fitzpatrick"}) {
        EXPECT_NE(find_scale(code)->formula.find("Never converted"), std::string_view::npos);
    }
}

TEST(Catalogue, AppliesNoRuleToThePainOfASession) {
    const auto instruments = by_code();
    for (const auto* code : {"pain_nrs", "pain_vas"}) {
        EXPECT_FALSE(instruments.at(code).responder_text) << code;
        EXPECT_NE(find_scale(code)->formula.find("no rule is applied"), std::string_view::npos);
    }
}

TEST(Catalogue, FindsAScaleByItsCodeAndNoOther) {
    EXPECT_EQ(find_scale("gags")->name, "Global Acne Grading System");
    EXPECT_EQ(find_scale("Gags"), nullptr);
    EXPECT_EQ(find_scale(""), nullptr);
}

TEST(Catalogue, TakesValuesThatExist) {
    const auto instruments = by_code();
    EXPECT_TRUE(on_scale(instruments.at("masi"), 15.8));
    EXPECT_TRUE(on_scale(instruments.at("ecca"), 110));
    EXPECT_TRUE(on_scale(instruments.at("pahpi"), 6));
    EXPECT_TRUE(on_scale(instruments.at("tewl"), 14.23));
    EXPECT_TRUE(on_scale(instruments.at("melanin_index"), -43.7));
    EXPECT_TRUE(on_scale(instruments.at("lesions_total"), 4000));
}

TEST(Catalogue, RefusesValuesThatDoNotExist) {
    const auto instruments = by_code();
    EXPECT_FALSE(on_scale(instruments.at("masi"), 15.85));
    EXPECT_FALSE(on_scale(instruments.at("ecca"), 112));
    EXPECT_FALSE(on_scale(instruments.at("pahpi"), -1));
    EXPECT_FALSE(on_scale(instruments.at("pahpi"), 23));
    EXPECT_FALSE(on_scale(instruments.at("iga"), 5));
    EXPECT_FALSE(on_scale(instruments.at("vancouver"), 14));
    EXPECT_FALSE(on_scale(instruments.at("lesions_total"), 2.5));
}

TEST(Catalogue, SaysThatTheFormsOfOthersAreNumbersOnly) {
    for (const auto* code : {"melasqol", "acne_q", "compaq", "scars", "fasqol"}) {
        EXPECT_NE(find_scale(code)->formula.find("Numbers only"), std::string_view::npos) << code;
        EXPECT_TRUE(find_scale(code)->items.empty()) << code;
        EXPECT_TRUE(find_scale(code)->bands.empty()) << code;
    }
}

TEST(Catalogue, KnowsWhichWayIsBetter) {
    const std::set<std::string> neither{
        "sebum", "gais", "pgic", "fitzpatrick", "monk", "acne_q", "compaq"};
    for (const auto& [code, instrument] : by_code()) {
        SCOPED_TRACE(code);
        const auto expected = code == "hydration"      ? Better::higher
                              : neither.contains(code) ? Better::neither
                                                       : Better::lower;
        EXPECT_EQ(instrument.better, expected);
    }
}

TEST(Catalogue, MarksTheFactsThatWereNotCheckedAgainstThePaper) {
    const auto instruments = by_code();
    constexpr std::string_view mark = "(unverified)";
    for (const auto* code :
         {"ecca", "goodman_baron_score", "pahpi", "cadi", "sebum", "hayashi", "gais"}) {
        EXPECT_TRUE(instruments.at(code).source->ends_with(mark)) << code;
    }
    for (const auto* code : {"gags", "mmasi", "sga"}) {
        EXPECT_FALSE(instruments.at(code).source->ends_with(mark)) << code;
    }
    for (const auto& scale : scales()) {
        EXPECT_EQ(instruments.at(std::string(scale.code)).source->ends_with(mark),
                  !scale.unverified.empty())
            << scale.code;
    }
}

}  // namespace
}  // namespace clinical::catalogue_test
