#include "app/clinical/catalogue.h"

#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "schema/records/questionnaire.h"
#include "schema/records/reading.h"

namespace clinical {
namespace {

using schema::Better;
using schema::Instrument;

std::map<std::string, Instrument> by_code() {
    std::map<std::string, Instrument> instruments;
    for (const auto& instrument : catalogue()) {
        instruments.emplace(instrument.code, instrument);
    }
    return instruments;
}

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
                                       "gais"};
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
        EXPECT_EQ(each.noise.has_value(), each.noise_source.has_value());
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
        {"pahpi", {6, 22}},
        {"iga", {0, 4}},
        {"cadi", {0, 15}},
    };
    for (const auto& [code, range] : ranges) {
        SCOPED_TRACE(code);
        EXPECT_EQ(instruments.at(code).low, range.first);
        EXPECT_EQ(instruments.at(code).high, range.second);
    }
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
    EXPECT_FALSE(on_scale(instruments.at("pahpi"), 5));
    EXPECT_FALSE(on_scale(instruments.at("pahpi"), 23));
    EXPECT_FALSE(on_scale(instruments.at("iga"), 5));
    EXPECT_FALSE(on_scale(instruments.at("vancouver"), 14));
    EXPECT_FALSE(on_scale(instruments.at("lesions_total"), 2.5));
}

TEST(Catalogue, HasTheResponderRulesThatArePublishedAndNoOther) {
    const auto instruments = by_code();
    EXPECT_EQ(instruments.at("iga").responder_change, 2);
    EXPECT_EQ(instruments.at("iga").responder_reach, 1);
    EXPECT_EQ(instruments.at("goodman_baron_grade").responder_change, 1);
    EXPECT_EQ(instruments.at("dlqi").responder_change, 4);
    EXPECT_EQ(instruments.at("lesions_total").responder_percent, 50);
    const std::set<std::string> with_rule{"lesions_total",
                                          "lesions_inflammatory",
                                          "lesions_noninflammatory",
                                          "iga",
                                          "goodman_baron_grade",
                                          "dlqi"};
    for (const auto& [code, instrument] : instruments) {
        EXPECT_EQ(instrument.responder_text.has_value(), with_rule.contains(code)) << code;
    }
}

TEST(Catalogue, KnowsRaterNoiseOnlyWhereItWasMeasured) {
    for (const auto& [code, instrument] : by_code()) {
        SCOPED_TRACE(code);
        EXPECT_EQ(instrument.noise,
                  code == "goodman_baron_score" ? std::optional(4.0) : std::nullopt);
    }
}

TEST(Catalogue, KnowsWhichWayIsBetter) {
    for (const auto& [code, instrument] : by_code()) {
        SCOPED_TRACE(code);
        const auto expected = code == "hydration"                 ? Better::higher
                              : code == "sebum" || code == "gais" ? Better::neither
                                                                  : Better::lower;
        EXPECT_EQ(instrument.better, expected);
    }
}

TEST(Catalogue, MarksTheFactsThatWereNotCheckedAgainstThePaper) {
    const auto instruments = by_code();
    constexpr std::string_view mark = "(unverified)";
    for (const auto* code : {"ecca", "goodman_baron_score", "pahpi", "cadi", "sebum", "hayashi"}) {
        EXPECT_TRUE(instruments.at(code).source->ends_with(mark)) << code;
    }
    for (const auto* code : {"gags", "mmasi", "sga"}) {
        EXPECT_FALSE(instruments.at(code).source->ends_with(mark)) << code;
    }
}

}  // namespace
}  // namespace clinical
