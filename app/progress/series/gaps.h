#pragma once
// What is missing or stale, so that the next visit can fill it.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/progress/course_progress.h"
#include "app/progress/series/series.h"
#include "app/texts/phrase.h"
#include "schema/types/word.h"

namespace progress {

enum class GapKind {
    no_course,       // sessions without a course: nothing can be due
    no_session,      // an open course whose first session is not recorded
    no_observation,  // nothing is recorded on what the course is for
    no_baseline,     // the first of several values came after the first session
    single_value,    // one value cannot show a change
    stale,           // no value since two sessions or more, though there are several before
    no_result,       // no value since the last session of a finished course
    long_hole,       // so long between two values that nobody knows what happened
    other_device,    // read with one device first and another later
    other_rater,     // rated by one person first and another later
    other_scale,     // rated on one scale first and another later
    no_skin_type,    // needled, and Fitzpatrick is unknown
};

struct Gap {
    GapKind kind{};
    std::optional<std::string> series;  // its code; none: about the patient or the course
    texts::Phrase said;                 // a sentence that ends with what to record

    bool operator==(const Gap&) const = default;
};

// In the order of GapKind, then of the series. A region is not named beside the whole that has the
// same gap.
std::vector<Gap> gaps(const History& history,
                      const std::optional<CourseProgress>& course,
                      const std::vector<Series>& all);

}  // namespace progress

template <>
struct schema::Words<progress::GapKind> {
    static constexpr std::array<std::string_view, 12> all{"no_course",
                                                          "no_session",
                                                          "no_observation",
                                                          "no_baseline",
                                                          "single_value",
                                                          "stale",
                                                          "no_result",
                                                          "long_hole",
                                                          "other_device",
                                                          "other_rater",
                                                          "other_scale",
                                                          "no_skin_type"};
};
