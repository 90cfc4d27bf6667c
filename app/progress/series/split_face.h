#pragma once
// A face of which one side is treated: each side is judged by itself, then the treated one against
// the other.

#include <optional>
#include <vector>

#include "app/progress/history.h"
#include "app/progress/series/judgement.h"
#include "schema/records/course.h"

namespace progress {

// One scale on both sides, over the days on which both were rated.
struct SplitPair {
    schema::Instrument instrument;
    Judgement treated;
    Judgement other;
    // Since the baseline, in the unit of the scale; of a scale with a target, of the distance from
    // it. 0 without a verdict.
    double treated_change = 0;
    double other_change = 0;
    // Of the difference of the two changes: √(a² + b²) of the noises of both. What a rater adds to
    // both sides alike is counted twice by this, so it rather hides a difference than makes one.
    std::optional<Noise> noise;
    // improved: the treated side fared better than the other, by more than the noise; worsened: the
    // other one did.
    Verdict verdict = Verdict::not_enough_data;
    std::optional<Unjudged> why;    // of not_enough_data alone
    std::optional<bool> confirmed;  // of improved and worsened: the visit before says the same

    double difference() const { return treated_change - other_change; }
};

struct SplitFace {
    schema::Side side{};     // that is treated
    int other_sessions = 0;  // since the course began, in which the other side was needled as well
    std::vector<SplitPair> pairs;  // by concern, then instrument
};

// The place that stands for a side of the face: the cheek, the only one that has two.
schema::Region place_of(schema::Side side);
schema::Side opposite(schema::Side side);

// Of the latest course; nothing when it is for the whole face. Scales without a better direction
// and statements have no pair.
std::optional<SplitFace> split_face(const History& history);

}  // namespace progress
