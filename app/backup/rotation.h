#pragma once
// Which backups stay: the newest of each of the last so many hours, days, ISO weeks and months that
// have one, as `restic forget --keep-hourly …` counts. Hours and days are those of UTC, so that no
// change of the clock makes one twice.

#include <cstdint>
#include <vector>

namespace backup {

struct Keep {
    int hourly = 24;
    int daily = 14;
    int weekly = 8;
    int monthly = 12;

    bool operator==(const Keep&) const = default;
};

// Whether each of the moments (seconds since 1970, UTC; in any order) stays. The newest does,
// whatever is kept.
std::vector<bool> stays(const std::vector<std::int64_t>& moments, const Keep& keep);

}  // namespace backup
