#pragma once
// What breaks a comparison between an early and a late value: a long hole, another device, another
// rater, another scale.

#include <optional>
#include <vector>

#include "app/progress/course_progress.h"
#include "app/progress/history.h"
#include "app/progress/series/gaps.h"
#include "app/progress/series/series.h"

namespace progress {

// A hole is longer than this; while a course is under way, longer than twice its interval. Both
// are our own advice.
inline constexpr int long_hole_days = 180;

// The longest hole of each series; series that share one are named together. A region is left out
// where its instrument has a whole.
std::vector<Gap> long_holes(const std::vector<Series>& all,
                            const std::optional<CourseProgress>& course);

// Readings of one measure at one place with two devices, by what the readings say of theirs; the
// last change of each measure. A reading that names no device says nothing.
std::vector<Gap> device_changes(const History& history, const std::vector<Series>& all);

// Visits that another person rated than the visit before, the last of each series; series with one
// change are named together. A visit whose rater is not recorded says nothing.
std::vector<Gap> rater_changes(const std::vector<Series>& all);

// Two scales for one concern, the later one begun after the last value of the earlier, and no
// third scale with values on both sides. Only scales that count points: a reading of sebum does
// not stand for one of water loss.
std::vector<Gap> scale_changes(const std::vector<Series>& all);

}  // namespace progress
