#include "app/backup/rotation.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <numeric>
#include <optional>

namespace backup {

namespace {

constexpr std::int64_t of_hour = 3600;
constexpr std::int64_t of_day = 24 * of_hour;

std::int64_t week_of(std::int64_t moment) {
    constexpr std::int64_t monday_before_1970 = 3;  // 1 January 1970 was a Thursday
    return (moment / of_day + monday_before_1970) / 7;
}

std::int64_t month_of(std::int64_t moment) {
    const std::chrono::sys_days date{std::chrono::days(moment / of_day)};
    const std::chrono::year_month_day parts(date);
    return static_cast<int>(parts.year()) * 12 + static_cast<int>(unsigned(parts.month()));
}

}  // namespace

std::vector<bool> stays(const std::vector<std::int64_t>& moments, const Keep& keep) {
    std::vector<std::size_t> newest_first(moments.size());
    std::iota(newest_first.begin(), newest_first.end(), std::size_t{0});
    std::stable_sort(newest_first.begin(), newest_first.end(), [&](auto a, auto b) {
        return moments[a] > moments[b];
    });
    std::vector<bool> all(moments.size(), false);
    const auto keep_each = [&](int most, const std::function<std::int64_t(std::int64_t)>& of) {
        std::optional<std::int64_t> last;
        int found = 0;
        for (const auto at : newest_first) {
            const auto period = of(moments[at]);
            if (found < most && period != last) {
                all[at] = true;
                ++found;
                last = period;
            }
        }
    };
    keep_each(1, [](std::int64_t moment) { return moment; });
    keep_each(keep.hourly, [](std::int64_t moment) { return moment / of_hour; });
    keep_each(keep.daily, [](std::int64_t moment) { return moment / of_day; });
    keep_each(keep.weekly, &week_of);
    keep_each(keep.monthly, &month_of);
    return all;
}

}  // namespace backup
