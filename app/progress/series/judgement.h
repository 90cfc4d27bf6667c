#pragma once
// What one series of ratings amounts to: like compared with like, a change held against noise, one
// value per visit.

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "app/progress/series/baseline.h"
#include "app/progress/series/noise.h"
#include "app/progress/series/series_context.h"
#include "app/progress/series/verdict.h"
#include "app/progress/series/visit.h"
#include "app/progress/series/visit_plan.h"
#include "schema/records/agreement.h"
#include "schema/records/instrument.h"

namespace progress {

// Why there is no verdict.
enum class Unjudged {
    one_visit,           // of all, or since the baseline: none after it
    other_places,        // no place was looked at both times
    other_device,        // read with another device, or with one that is not named
    soon_after_session,  // nothing was rated long enough after needling
};

struct Baseline {
    schema::CivilTime at;  // its last visit
    double value = 0;      // the median of its visits
    int n = 1;             // visits
    std::optional<BaselineWarning> warning;

    bool operator==(const Baseline&) const = default;
};

struct SinceLast {
    double change = 0;
    Verdict verdict{};

    bool operator==(const SinceLast&) const = default;
};

// Worse than the best since the baseline, by more than noise.
struct Relapse {
    DatedValue best;
    double change = 0;  // latest - best
};

// A value that was taken too soon after needling to be judged.
struct TooSoon {
    DatedValue value;
    int days = 0;  // after the session
};

struct Judgement {
    Baseline baseline;
    DatedValue latest;  // the baseline itself where nothing came after it
    Verdict verdict = Verdict::not_enough_data;
    std::optional<Unjudged> why;    // of not_enough_data alone
    std::optional<bool> confirmed;  // of improved and worsened: the visit before says the same
    double change = 0;              // latest - baseline; 0 without a verdict, or of a statement
    std::optional<double> percent_change;  // of ratio scales with a baseline other than 0
    std::optional<SinceLast> since_last_visit;
    std::optional<Relapse> relapse;
    std::optional<Noise> noise;
    std::optional<bool> responder;
    // The places that both values have; none: the whole.
    std::optional<std::vector<schema::Region>> places;
    // Every value that compares, one per visit, those of the baseline first.
    std::vector<DatedValue> compared;
    std::size_t in_baseline = 0;  // so many of them
    std::vector<Verdict> later;   // of each of the others against the baseline
    // Both values are of all places that were looked at, so that it may stand beside others.
    bool is_whole = true;
    // The baseline as it can stand beside other patients', whether or not anything compares with
    // it.
    std::optional<double> baseline_alone;
    std::optional<TooSoon> too_soon;  // the last one, when it is later than `latest`

    // The baseline, then every later value that compares.
    std::vector<DatedValue> from_baseline() const;

    // Whether the later value before this one has the same verdict; nothing of a verdict without a
    // direction. `place` is among `later`.
    std::optional<bool> confirmed_at(std::size_t place) const;
};

// `by_time` is one patient's series on one scale and place, by time and id, not voided, not empty.
Judgement judge(std::span<const Score> by_time, const SeriesContext& context);

// The last session before the value that keeps it from being judged, in days; nothing when it may.
std::optional<int> days_too_soon(const schema::CivilTime& at, const SeriesContext& context);

}  // namespace progress

template <>
struct schema::Words<progress::Unjudged> {
    static constexpr std::array<std::string_view, 4> all{
        "one_visit", "other_places", "other_device", "soon_after_session"};
};
