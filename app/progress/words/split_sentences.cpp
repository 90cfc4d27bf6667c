#include "app/progress/words/split_sentences.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "app/clinical/witness.h"
#include "app/progress/words/figures.h"
#include "app/progress/words/noise_words.h"
#include "app/progress/words/series_sentences.h"
#include "app/texts/words.h"

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

std::string_view verdict_sentence(const SplitPair& pair) {
    const bool confirmed = pair.confirmed.value_or(false);
    if (pair.verdict == Verdict::improved) {
        return confirmed ? "split_better" : "split_better_once";
    }
    if (pair.verdict == Verdict::worsened) {
        return confirmed ? "split_worse" : "split_worse_once";
    }
    return pair.verdict == Verdict::not_sure ? "split_not_sure" : "split_same";
}

void say_pair(const SplitPair& pair, const SplitFace& split, SentenceWriter& out) {
    const int decimals = pair_decimals(pair);
    const auto& unit = pair.instrument.unit;
    Arguments values{{"measure", out.measure(pair.instrument)},
                     {"place", texts::phrase_of(place_of(split.side))},
                     {"other_place", texts::phrase_of(place_of(opposite(split.side)))},
                     {"before", Number{pair.treated.baseline.value, decimals}},
                     {"after", Number{pair.treated.latest.value, decimals}},
                     {"other_before", Number{pair.other.baseline.value, decimals}},
                     {"other_after", Number{pair.other.latest.value, decimals}}};
    const auto day = pair.treated.latest.at.day();
    if (out.for_patient()) {
        values.push_back({"now", out.when(day)});
        values.push_back({"ends", ends_of(pair.instrument, decimals)});
    } else {
        values.push_back({"date", out.date(day)});
        values.push_back(
            {"difference", Number{std::abs(pair.difference()), decimals, false, unit}});
        values.push_back({"noise", noise_number(pair.noise, pair.instrument)});
        values.push_back({"kind", noise_kind(pair.noise)});
    }
    out.say(std::string(split_face_topic), verdict_sentence(pair), std::move(values));
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
            out.say(std::string(split_face_topic), "split_none");
        }
        return;
    }
    pairs.resize(std::min(pairs.size(), out.for_patient() ? most_for_patient : most_for_clinic));
    for (const auto* pair : pairs) {
        say_pair(*pair, split, out);
    }
    if (split.other_sessions > 0) {
        out.say(std::string(split_face_topic),
                "split_both",
                {{"other_place", texts::phrase_of(place_of(opposite(split.side)))},
                 {"count", split.other_sessions}});
    }
}

}  // namespace progress
