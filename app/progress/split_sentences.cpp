#include "app/progress/split_sentences.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "app/clinical/witness.h"
#include "app/progress/figures.h"
#include "app/progress/noise_words.h"
#include "app/progress/plain_words.h"
#include "app/progress/series_sentences.h"

namespace progress {

namespace {

constexpr std::size_t most_for_clinic = 3;
constexpr std::size_t most_for_patient = 1;
constexpr std::string_view split_face_topic = "split_face";

int pair_decimals(const SplitPair& pair) {
    std::vector<double> values;
    for (const auto* side : {&pair.treated, &pair.other}) {
        values.push_back(side->baseline.value);
        values.push_back(side->latest.value);
    }
    return decimals_of(values);
}

Say verdict_sentence(const SplitPair& pair, bool you) {
    const bool confirmed = pair.confirmed.value_or(false);
    if (pair.verdict == Verdict::improved) {
        return you ? (confirmed ? Say::you_split_better : Say::you_split_better_once)
                   : (confirmed ? Say::split_better : Say::split_better_once);
    }
    if (pair.verdict == Verdict::worsened) {
        return you ? (confirmed ? Say::you_split_worse : Say::you_split_worse_once)
                   : (confirmed ? Say::split_worse : Say::split_worse_once);
    }
    if (pair.verdict == Verdict::not_sure) {
        return you ? Say::you_split_not_sure : Say::split_not_sure;
    }
    return you ? Say::you_split_same : Say::split_same;
}

void say_pair(const SplitPair& pair, const SplitFace& split, SentenceWriter& out) {
    const int decimals = pair_decimals(pair);
    const auto& region = out.language().region;
    out.say(std::string(split_face_topic),
            verdict_sentence(pair, out.for_patient()),
            {{"measure", out.measure(pair.instrument)},
             {"place", region(place_of(split.side))},
             {"other_place", region(place_of(opposite(split.side)))},
             {"before", figure(pair.treated.baseline.value, decimals)},
             {"after", figure(pair.treated.latest.value, decimals)},
             {"other_before", figure(pair.other.baseline.value, decimals)},
             {"other_after", figure(pair.other.latest.value, decimals)},
             {"difference",
              with_unit(figure(std::abs(pair.difference()), decimals), pair.instrument.unit)},
             {"date", out.date(pair.treated.latest.at.day())},
             {"now", out.when(pair.treated.latest.at.day())},
             {"ends", ends_text(pair.instrument, decimals, out)},
             {"noise", noise_text(pair.noise, pair.instrument)},
             {"kind", noise_kind_text(pair.noise, out)}});
}

// With a verdict, those on the concern first, one of each witness.
std::vector<const SplitPair*> pairs_to_say(const SplitFace& split, schema::Concern concern) {
    std::vector<const SplitPair*> pairs;
    for (const auto& pair : split.pairs) {
        if (pair.verdict != Verdict::not_enough_data) {
            pairs.push_back(&pair);
        }
    }
    std::stable_partition(pairs.begin(), pairs.end(), [&](const SplitPair* pair) {
        return pair->instrument.concern == concern;
    });
    std::set<std::string_view> heard;
    std::erase_if(pairs, [&](const SplitPair* pair) {
        return !heard.insert(clinical::witness_of(pair->instrument.code)).second;
    });
    return pairs;
}

}  // namespace

void say_split_face(const SplitFace& split, schema::Concern concern, SentenceWriter& out) {
    auto pairs = pairs_to_say(split, concern);
    if (pairs.empty()) {
        if (!out.for_patient()) {
            out.say(std::string(split_face_topic), Say::split_none, {});
        }
        return;
    }
    pairs.resize(std::min(pairs.size(), out.for_patient() ? most_for_patient : most_for_clinic));
    for (const auto* pair : pairs) {
        say_pair(*pair, split, out);
    }
    if (split.other_sessions > 0) {
        out.say(std::string(split_face_topic),
                out.for_patient() ? Say::you_split_both : Say::split_both,
                {{"other_place", out.language().region(place_of(opposite(split.side)))},
                 {"count", std::to_string(split.other_sessions)}},
                split.other_sessions);
    }
}

}  // namespace progress
