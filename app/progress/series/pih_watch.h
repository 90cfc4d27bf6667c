#pragma once
// Marks that were measured darker or redder after a session: what needling itself can cause, and
// what is easily put down to something else.

#include <optional>
#include <string>
#include <vector>

#include "app/progress/history.h"
#include "app/progress/series/series.h"

namespace progress {

// How long after a session a darkening counts as after it: 8 weeks. Our own advice; no source sets
// a window. Redness is expected for a week and shifts readings of melanin: the first two weeks are
// left out (Chu 2021: expected reactions up to 7 days).
inline constexpr int pih_watch_days = 56;
inline constexpr int pih_watch_from_days = 14;

struct PihWatch {
    std::string series;  // its code
    std::string name;
    schema::Id<schema::Session> session{};
    schema::CivilTime at;  // of the session
    DatedValue before;     // the last value on or before the session
    DatedValue after;      // the worst value of the window, the earliest of its size
    double change = 0;     // after - before
    int days_after = 0;    // from the session to `after`, pih_watch_from_days to pih_watch_days
    std::optional<double> noise;  // that the change exceeds; none: none is known
    bool is_sure = true;          // false: none is known, so that chance may explain it
    std::optional<schema::Fitzpatrick> fitzpatrick;
    std::optional<double> depth_mm;  // the greatest of that session; none: no area is recorded

    bool operator==(const PihWatch&) const = default;
};

// Every session and series of pahpi, masi, mmasi, melanin_index or erythema_index that worsened by
// more than its noise, or at all where none is known; by session, then series. One value can be
// within 8 weeks of two sessions, and is then named after both. A value of a session's own day is
// from before it, unless the hours of both say otherwise.
std::vector<PihWatch> pih_watch(const History& history, const std::vector<Series>& all);

// Whether a series is of marks: what pih_watch looks at.
bool is_of_marks(const schema::Instrument& instrument);

}  // namespace progress
