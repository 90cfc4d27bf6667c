#include "app/clinical/band.h"

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/clinical/catalogue.h"

namespace clinical::band_test {
namespace {

struct Row {
    std::string instrument;
    double value;
    std::string name;
};

TEST(Band, HasThePublishedLimits) {
    const std::vector<Row> rows = {
        // Doshi 1997
        {"gags", 0, "clear"},
        {"gags", 1, "mild"},
        {"gags", 11, "mild"},
        {"gags", 18, "mild"},
        {"gags", 19, "moderate"},
        {"gags", 30, "moderate"},
        {"gags", 31, "severe"},
        {"gags", 38, "severe"},
        {"gags", 40, "very severe"},
        {"gags", 44, "very severe"},
        // Hongbo 2005
        {"dlqi", 0, "none"},
        {"dlqi", 1, "none"},
        {"dlqi", 2, "small"},
        {"dlqi", 5, "small"},
        {"dlqi", 6, "moderate"},
        {"dlqi", 10, "moderate"},
        {"dlqi", 11, "very large"},
        {"dlqi", 20, "very large"},
        {"dlqi", 21, "extremely large"},
        {"dlqi", 30, "extremely large"},
        // Hayashi 2008
        {"hayashi", 0, "mild"},
        {"hayashi", 5, "mild"},
        {"hayashi", 6, "moderate"},
        {"hayashi", 20, "moderate"},
        {"hayashi", 21, "severe"},
        {"hayashi", 50, "severe"},
        {"hayashi", 51, "very severe"},
        {"hayashi", 400, "very severe"},
        // FDA guidance 2018
        {"iga", 0, "clear"},
        {"iga", 1, "almost clear"},
        {"iga", 2, "mild"},
        {"iga", 3, "moderate"},
        {"iga", 4, "severe"},
        // Goodman and Baron 2006, and our 0
        {"goodman_baron_grade", 0, "none"},
        {"goodman_baron_grade", 1, "macular"},
        {"goodman_baron_grade", 2, "mild"},
        {"goodman_baron_grade", 3, "moderate"},
        {"goodman_baron_grade", 4, "severe"},
        // Dreno 2011
        {"gea", 0, "clear"},
        {"gea", 1, "almost clear"},
        {"gea", 2, "mild"},
        {"gea", 3, "moderate"},
        {"gea", 4, "severe"},
        {"gea", 5, "very severe"},
        // labels under our own numbers
        {"gais", 1, "very much improved"},
        {"gais", 2, "much improved"},
        {"gais", 3, "improved"},
        {"gais", 4, "no change"},
        {"gais", 5, "worse"},
        {"pgic", 1, "very much improved"},
        {"pgic", 2, "much improved"},
        {"pgic", 3, "minimally improved"},
        {"pgic", 4, "no change"},
        {"pgic", 5, "minimally worse"},
        {"pgic", 6, "much worse"},
        {"pgic", 7, "very much worse"},
        {"fitzpatrick", 1, "I"},
        {"fitzpatrick", 2, "II"},
        {"fitzpatrick", 3, "III"},
        {"fitzpatrick", 4, "IV"},
        {"fitzpatrick", 5, "V"},
        {"fitzpatrick", 6, "VI"},
        // Dreno 2018
        {"scar_global", 0, "clear"},
        {"scar_global", 1, "almost clear"},
        {"scar_global", 2, "mild"},
        {"scar_global", 3, "moderate"},
        {"scar_global", 4, "severe"},
        // Tan 2014
        {"cea", 0, "clear"},
        {"cea", 1, "almost clear"},
        {"cea", 2, "mild"},
        {"cea", 3, "moderate"},
        {"cea", 4, "severe"},
        // our own value
        {"pahpi", 0, "no marks"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.instrument + " " + std::to_string(row.value));
        EXPECT_EQ(band_of(row.instrument, row.value), (Band{row.name, true}));
    }
}

TEST(Band, SaysThatGags39IsNotInTheTable) {
    EXPECT_EQ(band_of("gags", 39), (Band{"very severe", false}));
}

TEST(Band, IsMissingForValuesThatTheScaleCannotTake) {
    const std::vector<Row> rows = {
        {"iga", 5, ""},
        {"gags", 45, ""},
        {"gags", -1, ""},
        {"gags", 18.5, ""},
        {"dlqi", 31, ""},
        {"hayashi", std::numeric_limits<double>::infinity(), ""},
        {"gags", std::numeric_limits<double>::quiet_NaN(), ""},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.instrument + " " + std::to_string(row.value));
        EXPECT_EQ(band_of(row.instrument, row.value), std::nullopt);
    }
}

TEST(Band, IsMissingWhereNoneArePublished) {
    for (const auto* code :
         {"mmasi", "masi", "cadi", "pahpi", "ecca", "lesions_total", "tewl", "monk", "scar_s"}) {
        SCOPED_TRACE(code);
        EXPECT_EQ(band_of(code, 8), std::nullopt);
    }
    for (const double value : {1, 6, 22}) {
        EXPECT_EQ(band_of("pahpi", value), std::nullopt) << value;
    }
    EXPECT_EQ(band_of("our_own_scale", 1), std::nullopt);
}

struct NameRow {
    std::string instrument;
    std::string name;
    std::optional<double> value;
};

TEST(ValueName, StandsForItsNumberOnAScaleThatNamesEveryValue) {
    const std::vector<NameRow> rows = {
        {"gais", "very much improved", 1},
        {"gais", "very_much_improved", 1},
        {"gais", "Much_Improved", 2},
        {"gais", "worse", 5},
        {"pgic", "minimally worse", 5},
        {"pgic", "very much worse", 7},
        {"fitzpatrick", "iv", 4},
        {"goodman_baron_grade", "none", 0},
        {"iga", "ALMOST CLEAR", 1},
        {"gais", "much", {}},
        {"gais", "much worse", {}},
        {"gais", "", {}},
        {"gais", "2", {}},
        {"gags", "mild", {}},  // the name of many values
        {"dlqi", "none", {}},
        {"hayashi", "mild", {}},
        {"cadi", "mild", {}},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.instrument + " " + row.name);
        EXPECT_EQ(value_named(*find_scale(row.instrument), row.name), row.value);
    }
}

TEST(ValueName, IsThereForEveryValueOrForNone) {
    EXPECT_EQ(value_names(*find_scale("fitzpatrick")),
              (std::vector<std::string_view>{"I", "II", "III", "IV", "V", "VI"}));
    EXPECT_EQ(value_names(*find_scale("pgic")).size(), 7U);
    EXPECT_TRUE(value_names(*find_scale("gags")).empty());
    EXPECT_TRUE(value_names(*find_scale("cadi")).empty());
    EXPECT_TRUE(value_names(*find_scale("pahpi")).empty()) << "only its 0 has a name";
}

TEST(BandRange, EndsBeforeTheNextAndTheLastWithTheScale) {
    EXPECT_EQ(band_ranges(*find_scale("gags")),
              (std::vector<BandRange>{{0, 0, {"clear", true}},
                                      {1, 18, {"mild", true}},
                                      {19, 30, {"moderate", true}},
                                      {31, 38, {"severe", true}},
                                      {39, 39, {"very severe", false}},
                                      {40, 44, {"very severe", true}}}));
    EXPECT_EQ(band_ranges(*find_scale("hayashi")).back(),
              (BandRange{51, {}, {"very severe", true}}));
    EXPECT_TRUE(band_ranges(*find_scale("ecca")).empty());
    EXPECT_EQ(band_ranges(*find_scale("pahpi")),
              (std::vector<BandRange>{{0, 0, {"no marks", true}}}));
}

TEST(Band, BeginsAtTheLowEndOfItsScaleAndAscends) {
    for (const auto& scale : scales()) {
        SCOPED_TRACE(scale.code);
        for (std::size_t i = 0; i < scale.bands.size(); ++i) {
            EXPECT_EQ(i == 0, scale.bands[i].from == scale.low);
            EXPECT_TRUE(i == 0 || scale.bands[i - 1].from < scale.bands[i].from);
        }
    }
}

}  // namespace
}  // namespace clinical::band_test
