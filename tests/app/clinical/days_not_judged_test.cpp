#include "app/clinical/days_not_judged.h"

#include <map>
#include <optional>
#include <string_view>

#include <gtest/gtest.h>

#include "app/clinical/catalogue.h"

namespace clinical::days_not_judged_test {
namespace {

using schema::Concern;

TEST(DaysNotJudged, AreFourWeeksWhereTheSkinShowsTheSession) {
    const std::map<Concern, int> days{
        {Concern::active_acne, 0},
        {Concern::acne_scars, 28},
        {Concern::pigmentation, 28},
        {Concern::pores, 28},
        {Concern::barrier, 28},
        {Concern::quality_of_life, 0},
        {Concern::other, 0},
    };
    EXPECT_EQ(days.size(), schema::Words<Concern>::all.size());
    for (const auto& [concern, expected] : days) {
        schema::Instrument instrument;
        instrument.concern = concern;
        EXPECT_EQ(days_not_judged_after_session(instrument), expected) << schema::word(concern);
    }
    EXPECT_EQ(days_not_judged_after_session(schema::Instrument{}), 0);
}

TEST(DaysNotJudged, LetLesionsAndStatementsBeJudgedAtOnce) {
    const auto days = [](std::string_view code) {
        return days_not_judged_after_session(instrument_of(*find_scale(code)));
    };
    for (const auto* code : {"lesions_total", "trunk_lesions", "iga", "gais", "pgic", "dlqi"}) {
        EXPECT_EQ(days(code), 0) << code;
    }
    for (const auto* code :
         {"ecca", "scar_count", "pahpi", "cea", "melanin_index", "tewl", "pores"}) {
        EXPECT_EQ(days(code), 28) << code;
    }
}

}  // namespace
}  // namespace clinical::days_not_judged_test
