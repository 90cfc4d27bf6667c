#pragma once
// One patient's values on one scale over time, and what they amount to.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/clinical/band.h"
#include "app/progress/history.h"
#include "app/progress/series/judgement.h"
#include "app/progress/statistics/trend.h"

namespace progress {

// The record that a value was computed from.
struct Origin {
    schema::ScoreOrigin kind{};
    std::int64_t id = 0;

    bool operator==(const Origin&) const = default;
};

// One rater's value.
struct Rating {
    schema::CivilTime at;
    double value = 0;
    std::optional<std::string> rater{};   // none: not recorded
    std::optional<std::string> device{};  // of a reading
    std::optional<Origin> record{};       // none: entered directly
    schema::Labels labels{};              // what was on at the time
};

// What was found on one day: the median of its ratings.
struct Point {
    schema::CivilTime at;  // of its first rating
    double value = 0;
    int after_sessions = 0;               // sessions that came before it, of any course
    std::optional<int> recorded_total{};  // what the questionnaire's form itself says
    std::optional<std::vector<schema::Region>> places{};  // of part of the whole
    std::optional<int> days_too_soon{};  // after a session, when that keeps it from being judged
    std::vector<Rating> ratings{};       // at least one
};

// Values of the same season of at least two earlier years that are like the latest one: what a
// season does is no effect of the treatment.
struct SameSeason {
    int month = 0;                   // of the latest value, 1 to 12
    std::vector<DatedValue> values;  // the one nearest to the day in each earlier year
};

struct Series : Judgement {
    schema::Instrument instrument;
    std::optional<schema::Region> region;  // none: the patient as a whole, or the mean over regions
    std::vector<Point> points;             // one per day, by time; never empty
    // Of those that compare, the earliest; none when neither way is better.
    std::optional<DatedValue> best;
    std::optional<clinical::Band> band;     // of the latest value
    std::optional<Trend> trend;             // of the values that compare, the baseline's first
    std::optional<SameSeason> same_season;  // of an improvement or a worsening
    // The last value goes the other way than all before it, by more than noise.
    bool against_trend = false;

    // "tewl@left_cheek"
    std::string code() const;
    // "Transepidermal water loss, left cheek"
    std::string name() const;
    std::string short_name() const;  // without the remark in brackets
    // The latest value is the best that the scale can show.
    bool is_at_best_end() const;
    // A relapse worth telling: from better than the start. Who was never better did not fall back.
    bool shows_relapse() const;
    // An improvement on a start that was seen once: some of it may be regression to the mean.
    bool rests_on_one_visit() const;
    // How many values were taken under which label: {"treated": {"no": 24, "yes": 24}}; only those
    // that are not the same for all.
    std::map<std::string, std::map<std::string, int>> conditions() const;
    // What was said, of a scale whose values have names: "much improved".
    std::string latest_label() const;
    // What a value is called on such a scale; nothing on any other.
    std::optional<std::string> label_of(double value) const;
};

// The name without the remark in brackets that some end with, for sentences and tables.
std::string short_name(const schema::Instrument& instrument);

// Every series of the history: by concern, then instrument, the whole before its regions. Counted
// from the visits up to `began`; see baseline.h.
std::vector<Series> series_of(const History& history,
                              const std::optional<schema::CivilTime>& began);

// A trunk without a lesion at any visit: whoever says of a face that the rest is clear says so of
// the trunk too, and there is nothing to show.
bool was_always_clear(const Series& series);

// True for the patient as a whole, and for a region whose instrument has no whole among `all`: what
// is said of a patient in few words leaves out the others, and a trunk that was always clear.
bool is_main(const Series& series, const std::vector<Series>& all);

}  // namespace progress
