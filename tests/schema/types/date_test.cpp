#include "schema/types/date.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace schema::date_test {
namespace {

TEST(Date, ReadsDaysOfTheCalendar) {
    for (const auto* text :
         {"2026-01-05", "2024-02-29", "2000-02-29", "1400-01-01", "9999-12-31"}) {
        SCOPED_TRACE(text);
        const auto date = Date::read(text);
        ASSERT_TRUE(date);
        EXPECT_EQ(date->text(), text);
    }
}

TEST(Date, RefusesEverythingElse) {
    for (const auto* text : {"2024-02-30",
                             "2023-02-29",
                             "1900-02-29",
                             "2024-13-01",
                             "2024-00-10",
                             "2024-01-00",
                             "2024-1-5",
                             "2024/01/05",
                             "2024-01-05 ",
                             " 2024-01-05",
                             "2024-01-05 junk",
                             "2024-Jan-05",
                             "20240105",
                             "2024-01",
                             "2024",
                             "",
                             "+024-01-05",
                             "2024--1-05",
                             "1399-12-31",
                             "٢٠٢٤-01-05"}) {
        SCOPED_TRACE(text);
        EXPECT_FALSE(Date::read(text));
    }
}

RC_GTEST_PROP(DateLaw, TextReadsBackAsTheSameDay, ()) {
    const auto date = Date::of(2000, 1, 1)->plus_days(*rc::gen::inRange(-200'000, 2'900'000));
    RC_ASSERT(Date::read(date.text()) == date);
}

RC_GTEST_PROP(DateLaw, OrderOfTextsIsOrderOfDays, ()) {
    const auto a = Date::of(2000, 1, 1)->plus_days(*rc::gen::inRange(-200'000, 2'900'000));
    const auto b = Date::of(2000, 1, 1)->plus_days(*rc::gen::inRange(-200'000, 2'900'000));
    RC_ASSERT((a < b) == (a.text() < b.text()));
    RC_ASSERT(a.plus_days(b.days_since(a)) == b);
}

TEST(Date, AMonthLaterIsTheSameDayOrTheMonthsLast) {
    EXPECT_EQ(Date::read("2026-01-31")->plus_months(1).text(), "2026-02-28");
    EXPECT_EQ(Date::read("2024-01-31")->plus_months(1).text(), "2024-02-29");
    EXPECT_EQ(Date::read("2023-02-28")->plus_months(12).text(), "2024-02-28");
    EXPECT_EQ(Date::read("2026-11-29")->plus_months(4).text(), "2027-03-29");
    EXPECT_EQ(Date::read("2026-03-15")->plus_months(-3).text(), "2025-12-15");
}

TEST(Date, RefusesToLeaveTheCalendar) {
    EXPECT_THROW(Date::read("9999-12-31")->plus_days(1), std::out_of_range);
    EXPECT_THROW(Date::read("1400-01-01")->plus_days(-1), std::out_of_range);
    EXPECT_THROW(Date::read("9999-12-01")->plus_months(1), std::out_of_range);
}

TEST(Age, CountsBirthdays) {
    EXPECT_EQ(age_in_years(*Date::read("1996-04-02"), *Date::read("2026-04-01")), 29);
    EXPECT_EQ(age_in_years(*Date::read("1996-04-02"), *Date::read("2026-04-02")), 30);
}

TEST(Age, OfTheTwentyNinthOfFebruaryGrowsOnTheFirstOfMarch) {
    EXPECT_EQ(age_in_years(*Date::read("2004-02-29"), *Date::read("2025-02-28")), 20);
    EXPECT_EQ(age_in_years(*Date::read("2004-02-29"), *Date::read("2025-03-01")), 21);
    EXPECT_EQ(age_in_years(*Date::read("2004-02-29"), *Date::read("2024-02-29")), 20);
}

TEST(Age, IsLeftOpenByABirthThatIsKnownToTheYearOrMonth) {
    const auto age = [](const char* born, const char* on) {
        return age_on(*Date::read(on), *PartialDate::read(born));
    };
    EXPECT_EQ(age("1990", "2026-01-01"), (Age{35, 36}));
    EXPECT_EQ(age("1990", "2026-12-31"), (Age{36, 36}));
    EXPECT_EQ(age("1990-06", "2026-05-31"), (Age{35, 35}));
    EXPECT_EQ(age("1990-06", "2026-06-01"), (Age{35, 36}));
    EXPECT_EQ(age("1990-06-15", "2026-06-15"), (Age{36, 36}));
    EXPECT_EQ(age("2026", "2026-06-15"), (Age{0, 0}));
    EXPECT_EQ(age("2026-07", "2026-06-15"), std::nullopt) << "not born yet";
    EXPECT_EQ(age_text({35, 36}), "about 36 years old");
    EXPECT_EQ(age_text({0, 1}), "about 1 year old");
    EXPECT_EQ(age_text({35, 35}), "35 years old");
}

TEST(PartialDate, MayBeAnotherThatSaysMoreOrLess) {
    const auto may_be = [](const char* a, const char* b) {
        const auto one = *PartialDate::read(a);
        const auto other = *PartialDate::read(b);
        EXPECT_EQ(one.may_be(other), other.may_be(one));
        return one.may_be(other);
    };
    EXPECT_TRUE(may_be("1990", "1990-04-02"));
    EXPECT_TRUE(may_be("1990-04", "1990-04-02"));
    EXPECT_TRUE(may_be("1990-04-02", "1990-04-02"));
    EXPECT_FALSE(may_be("1990-05", "1990-04-02"));
    EXPECT_FALSE(may_be("1990-04-03", "1990-04-02"));
    EXPECT_FALSE(may_be("1991", "1990"));
}

TEST(PartialDate, StaysAsItWasWritten) {
    for (const auto* text : {"2012", "2012-02", "2012-02-29"}) {
        SCOPED_TRACE(text);
        ASSERT_TRUE(PartialDate::read(text));
        EXPECT_EQ(PartialDate::read(text)->text(), text);
    }
    EXPECT_EQ(PartialDate::read("2012-02")->first_day().text(), "2012-02-01");
    EXPECT_EQ(PartialDate::read("2012-02")->last_day().text(), "2012-02-29");
    EXPECT_EQ(PartialDate::read("2012")->last_day().text(), "2012-12-31");
}

TEST(PartialDate, RefusesWhatNamesNoTime) {
    for (const auto* text :
         {"", "12", "2012-13", "2012-2", "2012-02-30", "2012-", "feb 2012", "20122", "2012-02-2"}) {
        SCOPED_TRACE(text);
        EXPECT_FALSE(PartialDate::read(text));
    }
}

}  // namespace
}  // namespace schema::date_test
