#include "app/progress/cohort/load_within.h"

#include <algorithm>
#include <map>

#include "app/progress/cohort/aggregates.h"
#include "app/progress/cohort/within_patients.h"
#include "db/records/instruments.h"
#include "db/records/scores.h"

namespace progress {

namespace {

bool is_wanted(const OutcomesRequest& request, const Score& score) {
    const bool by_region = request.grouping.kind == GroupKind::label;
    const auto& wanted = request.wanted;
    return score.at.day() <= request.as_of &&
           (wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](const Wanted& each) {
                return each.instrument.id == score.instrument &&
                       (!by_region || !each.region || each.region == score.region);
            }));
}

std::vector<ConditionValue> values_of(const Grouping& grouping, const std::vector<Score>& scores) {
    if (grouping.kind == GroupKind::side) {
        return values_of_sides(scores);
    }
    std::vector<ConditionValue> values;
    for (const auto& score : scores) {
        values.push_back({score.patient, score.labels.at(grouping.key), score.value, score.region});
    }
    return values;
}

}  // namespace

std::vector<WithinPatients> load_within(const db::Book& book, const OutcomesRequest& request) {
    const auto scales = load_scales(book);
    std::map<schema::Id<schema::Instrument>, std::vector<Score>> scores;
    const auto take = [&](const Score& score) {
        if (is_wanted(request, score)) {
            scores[score.instrument].push_back(score);
        }
    };
    if (request.grouping.kind == GroupKind::side) {
        db::for_each_value_at(book, sided_regions(), take);
    } else {
        db::for_each_labelled_value(book, request.grouping.key, take);
    }
    std::map<ScaleOrder, WithinPatients> results;
    for (const auto& [id, of_scale] : scores) {
        const auto& instrument = db::instrument_among(scales.instruments, id);
        const auto values = values_of(request.grouping, of_scale);
        if (!values.empty()) {
            results.emplace(order_of(instrument),
                            within_patients(instrument, own_study(scales.studies, id), values));
        }
    }
    std::vector<WithinPatients> list;
    for (auto& [order, result] : results) {
        list.push_back(std::move(result));
    }
    return list;
}

}  // namespace progress
