#include "app/text/clock_cell.h"

#include <gtest/gtest.h>

namespace exchange::clock_cell_test {
namespace {

constexpr int minute = 60;
constexpr int hour = 60 * minute;

TEST(ClockCell, IsReadWithSecondsAndHalvesOfTheDay) {
    EXPECT_EQ(read_clock_cell("14:30"), 14 * hour + 30 * minute);
    EXPECT_EQ(read_clock_cell(" 9:05:30 "), 9 * hour + 5 * minute + 30);
    EXPECT_EQ(read_clock_cell("09:05:30.750"), 9 * hour + 5 * minute + 30);
    EXPECT_EQ(read_clock_cell("2:30 PM"), 14 * hour + 30 * minute);
    EXPECT_EQ(read_clock_cell("2:30p.m."), 14 * hour + 30 * minute);
    EXPECT_EQ(read_clock_cell("2 pm"), 14 * hour);
    EXPECT_EQ(read_clock_cell("12:05 AM"), 5 * minute);
    EXPECT_EQ(read_clock_cell("12:00 pm"), 12 * hour);
    EXPECT_EQ(read_clock_cell("00:00"), 0);
    EXPECT_EQ(read_clock_cell("23:59:59"), 24 * hour - 1);
}

TEST(ClockCell, AnythingElseIsNone) {
    for (const auto* text : {"",
                             "14",
                             "24:00",
                             "14:60",
                             "14:3",
                             "14:30:60",
                             "13 pm",
                             "0:30am",
                             "noon",
                             "2:30 xm",
                             "14.30",
                             "14:30:",
                             "-1:30",
                             "1430",
                             "2:30:pm",
                             "14:30:00.",
                             ":30",
                             "114:30"}) {
        EXPECT_EQ(read_clock_cell(text), std::nullopt) << text;
    }
}

}  // namespace
}  // namespace exchange::clock_cell_test
