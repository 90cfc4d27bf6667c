#include "app/clinical/safety/period.h"

#include <gtest/gtest.h>

#include "app/clinical/safety/finding_phrases.h"
#include "app/texts/language.h"

namespace clinical::period_test {
namespace {

std::optional<schema::PartialDate> partly(const char* text) {
    return schema::PartialDate::read(text);
}

std::string text_of_period(const Period& period) {
    return texts::english().text(phrase_of(period));
}

TEST(Period, HoldsFromItsFirstDayToItsLastAsEarlyAndAsLateAsTheyCanMean) {
    const auto day = *schema::Date::read("2026-06-15");
    const struct {
        const char* from;
        const char* until;
        bool holds;
        std::optional<int> over;
    } cases[] = {
        {"", "", true, std::nullopt},
        {"2026-06-15", "", true, std::nullopt},
        {"2026-06-16", "", false, std::nullopt},
        {"", "2026-06-15", true, 0},
        {"", "2026-06-14", false, 1},
        {"", "2026-06", true, std::nullopt},
        {"", "2026-05", false, 15},
        {"2026", "", true, std::nullopt},
        {"2027", "", false, std::nullopt},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(std::string(each.from) + " until " + each.until);
        const Period period{partly(each.from), partly(each.until)};
        EXPECT_EQ(period.holds_on(day), each.holds);
        EXPECT_EQ(period.days_over(day), each.over);
    }
}

TEST(Period, ReadsAsPeopleSayIt) {
    EXPECT_EQ(text_of_period({partly("2026-01"), partly("2026-03-05")}),
              "from 2026-01 until 2026-03-05");
    EXPECT_EQ(text_of_period({partly("2026-01"), {}}), "since 2026-01");
    EXPECT_EQ(text_of_period({{}, partly("2026")}), "until 2026");
    EXPECT_EQ(text_of_period({}), "dates unknown");
}

TEST(Procedure, WasDoneOnTheLastDayThatIsKnown) {
    EXPECT_EQ(day_done({partly("2026-01"), partly("2026-03-05")})->text(), "2026-03-05");
    EXPECT_EQ(day_done({partly("2026-01"), {}})->text(), "2026-01");
    EXPECT_EQ(day_done({}), std::nullopt);
}

}  // namespace
}  // namespace clinical::period_test
