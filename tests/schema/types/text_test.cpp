#include "schema/types/text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "schema/records/session.h"

namespace schema::text_test {
namespace {

TEST(Number, ReadsPlainDecimals) {
    const std::pair<const char*, double> table[] = {
        {"0", 0}, {"14.2", 14.2}, {"-3", -3}, {"2e3", 2000}, {".5", 0.5}, {"١٫٥", 1.5}};
    for (const auto& [text, value] : table) {
        SCOPED_TRACE(text);
        EXPECT_EQ(read_number(text), value);
    }
}

TEST(Number, RefusesEverythingElse) {
    for (const auto* text : {"",
                             " 1",
                             "1 ",
                             "+1",
                             "1,5",
                             "0x10",
                             "inf",
                             "nan",
                             "1e999",
                             "1.2.3",
                             "--1",
                             "one",
                             "١،٢"}) {
        SCOPED_TRACE(text);
        EXPECT_FALSE(read_number(text));
    }
}

RC_GTEST_PROP(NumberLaw, TextReadsBackAsTheSameNumber, (double value)) {
    RC_PRE(std::isfinite(value));
    RC_ASSERT(read_number(number_text(value)) == value);
}

TEST(Region, HasOneWordEachWay) {
    for (const auto word_of_region : Words<Region>::all) {
        const auto region = read_word<Region>(word_of_region);
        ASSERT_TRUE(region);
        EXPECT_EQ(word(*region), word_of_region);
    }
}

TEST(Region, RefusesOtherWords) {
    for (const auto* text :
         {"", "Forehead", "forehead ", "left cheek", "leftcheek", "cheek", "left-cheek", "all"}) {
        SCOPED_TRACE(text);
        EXPECT_FALSE(read_word<Region>(text));
    }
}

TEST(Device, RefusesOtherWords) {
    EXPECT_EQ(read_word<Device>("rf_insulated"), Device::rf_insulated);
    for (const auto* text : {"", "Pen", "rf", "rf-insulated", "laser"}) {
        SCOPED_TRACE(text);
        EXPECT_FALSE(read_word<Device>(text));
    }
}

TEST(Interval, ReadsDaysWeeksAndMonths) {
    EXPECT_EQ(Interval::read("4w")->after(*Date::read("2026-01-05")).text(), "2026-02-02");
    EXPECT_EQ(Interval::read("28d")->after(*Date::read("2026-01-05"), 2).text(), "2026-03-02");
    EXPECT_EQ(Interval::read("1m")->after(*Date::read("2026-01-31"), 2).text(), "2026-03-31");
}

TEST(Interval, RefusesEverythingElse) {
    for (const auto* text :
         {"", "w", "4", "0w", "-4w", "4y", "4 w", "4ww", "04w", "1.5w", "99999w"}) {
        SCOPED_TRACE(text);
        EXPECT_FALSE(Interval::read(text));
    }
}

TEST(Answers, KeepBlankItems) {
    const auto answers = Answers::read("1,2,,3");
    ASSERT_TRUE(answers);
    ASSERT_EQ(answers->items.size(), 4U);
    EXPECT_FALSE(answers->items[2]);
    EXPECT_EQ(answers->text(), "1,2,,3");
}

TEST(Answers, RefuseEverythingElse) {
    for (const auto* text : {"", "1;2", "12,3", "a", "1, 2", "-1"}) {
        SCOPED_TRACE(text);
        EXPECT_FALSE(Answers::read(text));
    }
}

}  // namespace
}  // namespace schema::text_test
