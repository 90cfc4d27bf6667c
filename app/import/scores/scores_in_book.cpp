#include "app/import/scores/scores_in_book.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "db/records/scores.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

constexpr auto by_key = [](const auto& a, const auto& b) {
    return std::tie(a.instrument, a.region, a.at) < std::tie(b.instrument, b.region, b.at);
};

// "treated=yes", or that nothing is said.
std::string on(const schema::Labels& labels) {
    return labels.empty() ? "no label" : schema::labels_text(labels);
}

}  // namespace

InBook ScoresInBook::take(const schema::Score& score) {
    const auto range = of(score);
    const auto find = [&](bool voided) {
        const auto is_it = [&](const Known& known) {
            return known.voided == voided && !known.is_taken && known.value == score.value &&
                   is_by(known, score) && schema::includes(known.labels, score.labels);
        };
        const auto same = std::find_if(range.first, range.last, [&](const Known& known) {
            return is_it(known) && known.labels == score.labels;
        });
        return same != range.last ? same : std::find_if(range.first, range.last, is_it);
    };
    if (const auto same = find(score.voided); same != range.last) {
        same->is_taken = true;
        return InBook::yes;
    }
    return !score.voided && find(true) != range.last ? InBook::voided : InBook::no;
}

std::optional<tracking::Question> ScoresInBook::twin(const schema::Score& score,
                                                     std::string_view code) {
    const auto [first, last] = of(score);
    const auto found = std::find_if(first, last, [&](const Known& known) {
        return !known.voided && is_by(known, score) && !schema::differ(known.labels, score.labels);
    });
    if (found == last) {
        return std::nullopt;
    }
    auto reason = fmt::format("score {} ({} at {}) is there already; {} there, {} here",
                              found->id,
                              code,
                              score.at.text(),
                              schema::number_text(found->value),
                              schema::number_text(score.value));
    if (found->labels != score.labels) {
        reason += fmt::format("; {} there, {} here", on(found->labels), on(score.labels));
    }
    return tracking::Question{schema::Fault::duplicate, "at", std::move(reason)};
}

bool ScoresInBook::is_by(const Known& known, const schema::Score& score) const {
    return !score.rater || raters_[known.rater] == *score.rater;
}

ScoresInBook::Range ScoresInBook::of(const schema::Score& score) {
    const auto [of_patient, is_new] = known_.try_emplace(score.patient.value);
    if (is_new) {
        of_patient->second = read(score.patient);
    }
    const Known like{.id = 0,
                     .instrument = score.instrument.value,
                     .region = score.region,
                     .at = score.at,
                     .value = 0,
                     .rater = 0,
                     .labels = {},
                     .voided = false,
                     .is_taken = false};
    const auto [first, last] =
        std::equal_range(of_patient->second.begin(), of_patient->second.end(), like, by_key);
    return {first, last};
}

std::vector<ScoresInBook::Known> ScoresInBook::read(schema::Id<schema::Patient> patient) {
    std::vector<Known> all;
    for (const auto& score : db::entered_scores_of(book_, patient)) {
        std::uint32_t rater = 0;
        if (score.rater) {
            const auto next = static_cast<std::uint32_t>(raters_.size());
            const auto [place, is_new] = rater_places_.try_emplace(*score.rater, next);
            if (is_new) {
                raters_.push_back(*score.rater);
            }
            rater = place->second;
        }
        all.push_back({.id = score.id.value,
                       .instrument = score.instrument.value,
                       .region = score.region,
                       .at = score.at,
                       .value = score.value,
                       .rater = rater,
                       .labels = score.labels,
                       .voided = score.voided,
                       .is_taken = false});
    }
    std::stable_sort(all.begin(), all.end(), by_key);
    return all;
}

}  // namespace exchange
