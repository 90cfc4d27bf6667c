#include "app/backup/rotation.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace backup::rotation_test {
namespace {

constexpr std::int64_t hours = 3600;
constexpr std::int64_t days = 24 * hours;
constexpr std::int64_t monday = 1'767'571'200;  // Monday, 5 January 2026, 00:00 UTC

std::vector<std::int64_t> kept(const std::vector<std::int64_t>& moments, const Keep& keep) {
    const auto all = stays(moments, keep);
    std::vector<std::int64_t> result;
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (all[at]) {
            result.push_back(moments[at]);
        }
    }
    std::sort(result.begin(), result.end());
    return result;
}

using Moments = std::vector<std::int64_t>;

TEST(Rotation, KeepsTheNewestOfEachOfTheLastHours) {
    const Moments all{
        monday, monday + 60, monday + hours, monday + 2 * hours, monday + 2 * hours + 5};
    EXPECT_EQ(kept(all, {.hourly = 2, .daily = 0, .weekly = 0, .monthly = 0}),
              (Moments{monday + hours, monday + 2 * hours + 5}));
    EXPECT_EQ(kept(all, {.hourly = 3, .daily = 0, .weekly = 0, .monthly = 0}),
              (Moments{monday + 60, monday + hours, monday + 2 * hours + 5}));
}

TEST(Rotation, CountsHoursThatHaveABackupAndNotThoseInBetween) {
    const Moments all{monday, monday + 90 * days};
    EXPECT_EQ(kept(all, {.hourly = 2, .daily = 0, .weekly = 0, .monthly = 0}), all);
}

TEST(Rotation, ADayEndsAtMidnightAndAWeekWithSunday) {
    const Moments night{monday - 1, monday};
    EXPECT_EQ(kept(night, {.hourly = 0, .daily = 2, .weekly = 0, .monthly = 0}), night);
    EXPECT_EQ(kept(night, {.hourly = 0, .daily = 0, .weekly = 2, .monthly = 0}), night);
    const Moments week{monday, monday + 7 * days - 1};
    EXPECT_EQ(kept(week, {.hourly = 0, .daily = 0, .weekly = 2, .monthly = 0}),
              (Moments{monday + 7 * days - 1}));
}

TEST(Rotation, AMonthIsOneOfTheCalendar) {
    const auto january_31 = monday + 26 * days;
    const Moments both{january_31, january_31 + days};
    EXPECT_EQ(kept(both, {.hourly = 0, .daily = 0, .weekly = 0, .monthly = 2}), both);
    const Moments same{january_31 - days, january_31};
    EXPECT_EQ(kept(same, {.hourly = 0, .daily = 0, .weekly = 0, .monthly = 2}),
              (Moments{january_31}));
}

TEST(Rotation, KeepsTheNewestWhateverIsKept) {
    EXPECT_EQ(kept({monday, monday + 1}, {.hourly = 0, .daily = 0, .weekly = 0, .monthly = 0}),
              (Moments{monday + 1}));
    EXPECT_TRUE(kept({}, {}).empty());
}

// A year of hourly backups, each judged when it is made.
TEST(Rotation, LeavesOfAYearWhatThePolicySays) {
    const Keep keep{.hourly = 24, .daily = 14, .weekly = 8, .monthly = 12};
    Moments all;
    for (int hour = 0; hour < 365 * 24; ++hour) {
        all.push_back(monday + hour * hours);
        all = kept(all, keep);
    }
    EXPECT_LE(all.size(), 24U + 14U + 8U + 12U);
    EXPECT_GE(all.size(), 45U);
    EXPECT_EQ(all.front(), monday + 55 * days - hours) << "the end of February, eleven months ago";
    for (int back = 0; back < 24; ++back) {
        const auto wanted = monday + (365 * 24 - 1 - back) * hours;
        EXPECT_NE(std::find(all.begin(), all.end(), wanted), all.end()) << back;
    }
}

RC_GTEST_PROP(Rotation, DoesNotDependOnTheOrder, ()) {
    const auto offsets = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 10'000'000));
    Moments moments;
    for (const auto offset : offsets) {
        moments.push_back(monday + offset);
    }
    const Keep keep{.hourly = *rc::gen::inRange(0, 5),
                    .daily = *rc::gen::inRange(0, 5),
                    .weekly = *rc::gen::inRange(0, 5),
                    .monthly = *rc::gen::inRange(0, 5)};
    auto sorted = moments;
    std::sort(sorted.begin(), sorted.end());
    RC_ASSERT(kept(moments, keep) == kept(sorted, keep));
    RC_ASSERT(kept(kept(moments, keep), keep) == kept(moments, keep));
}

}  // namespace
}  // namespace backup::rotation_test
