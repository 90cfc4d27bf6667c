#pragma once
// One patient's values on one scale over time, and what they amount to.

#include <optional>
#include <string>
#include <vector>

#include "app/clinical/band.h"
#include "app/progress/history.h"
#include "app/progress/trend.h"
#include "app/progress/verdict.h"

namespace progress {

// The record that a value was computed from.
struct Origin {
    schema::ScoreOrigin kind{};
    std::int64_t id = 0;

    bool operator==(const Origin&) const = default;
};

struct Point {
    schema::CivilTime at;
    double value = 0;
    int after_sessions = 0;               // sessions that came before it, of any course
    std::optional<int> recorded_total{};  // what the questionnaire's form itself says
    std::optional<Origin> record{};       // none: entered directly

    bool operator==(const Point&) const = default;
};

struct Series {
    schema::Instrument instrument;
    std::optional<schema::Region> region;  // none: the patient as a whole, or the mean over regions
    std::vector<Point> points;             // by (at, id); never empty
    Point baseline;
    Point latest;
    std::optional<Point> best;  // the earliest of its value; none when neither way is better
    double change = 0;          // latest - baseline; 0 when they are one point
    std::optional<double> percent_change;    // none when the baseline is 0
    std::optional<double> since_last_visit;  // none when all values are of one day
    Verdict verdict = Verdict::not_enough_data;
    std::optional<clinical::Band> band;  // of the latest value
    std::optional<bool> responder;
    std::optional<Trend> trend;

    // "tewl@left_cheek"
    std::string code() const;
    // "Transepidermal water loss, left cheek"
    std::string name() const;
    // The name without the remark in brackets that some end with, for sentences and tables.
    std::string short_name() const;
};

// Every series of the history: by concern, then instrument, the whole before its regions. The
// baseline is the last value on or before `began`, else the first value.
std::vector<Series> series_of(const History& history,
                              const std::optional<schema::CivilTime>& began);

// True for the patient as a whole, and for a region whose instrument has no whole among `all`: what
// is said of a patient in few words leaves out the others.
bool is_main(const Series& series, const std::vector<Series>& all);

}  // namespace progress
