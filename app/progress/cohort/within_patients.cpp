#include "app/progress/cohort/within_patients.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "app/progress/series/burden.h"
#include "app/progress/series/verdict.h"
#include "schema/types/text.h"

namespace progress {

namespace {

using PatientId = schema::Id<schema::Patient>;
using Means = std::map<PatientId, double>;

// Numbers by their size, before other texts.
struct ByName {
    bool operator()(const std::string& a, const std::string& b) const {
        const auto one = schema::read_number(a);
        const auto other = schema::read_number(b);
        if (one && other && *one != *other) {
            return *one < *other;
        }
        return one.has_value() != other.has_value() ? one.has_value() : a < b;
    }
};

using ByCondition = std::map<std::string, std::map<PatientId, std::vector<double>>, ByName>;

Means means_of(const std::map<PatientId, std::vector<double>>& values) {
    Means means;
    for (const auto& [patient, of_patient] : values) {
        means.emplace(patient, mean_of(of_patient));
    }
    return means;
}

ConditionResult condition_result(const std::string& name,
                                 const std::map<PatientId, std::vector<double>>& values) {
    ConditionResult result{.name = name};
    std::vector<double> means;
    for (const auto& [patient, of_patient] : values) {
        result.values += static_cast<int>(of_patient.size());
        means.push_back(mean_of(of_patient));
    }
    result.patients = *describe(means);
    return result;
}

std::vector<Movement> pairs_of(const Means& first, const Means& second) {
    std::vector<Movement> pairs;
    for (const auto& [patient, mean] : first) {
        if (const auto other = second.find(patient); other != second.end()) {
            pairs.push_back({.baseline = mean, .latest = other->second});
        }
    }
    return pairs;
}

void count_verdicts(ConditionPair& pair,
                    const schema::Instrument& instrument,
                    const schema::Agreement* own,
                    const std::vector<Movement>& pairs) {
    if (!has_better(instrument) || !pair.noise) {
        return;
    }
    pair.second_better = 0;
    pair.first_better = 0;
    for (const auto& each : pairs) {
        const auto verdict = verdict_of(
            instrument, each, noise_between(instrument, own, each.baseline, each.latest, false));
        *pair.second_better += verdict == Verdict::improved;
        *pair.first_better += verdict == Verdict::worsened;
    }
}

ConditionPair pair_of(const schema::Instrument& instrument,
                      const schema::Agreement* own,
                      const std::pair<const std::string&, const Means&>& first,
                      const std::pair<const std::string&, const Means&>& second) {
    const auto pairs = pairs_of(first.second, second.second);
    ConditionPair pair{.first = first.first, .second = second.first};
    if (pairs.empty()) {
        return pair;
    }
    pair.result = paired_result(instrument, pairs, {});
    if (pairs.size() < 2) {
        pair.result.wilcoxon.reset();  // of one patient nothing is tested
    }
    pair.noise =
        noise_between(instrument, own, pair.result.before->mean, pair.result.values->mean, false);
    count_verdicts(pair, instrument, own, pairs);
    return pair;
}

// A side and what is left of the place without it.
struct SidedPlace {
    std::string_view side;
    std::string_view place;
};

std::optional<SidedPlace> sided(schema::Region region) {
    const auto word = schema::word(region);
    for (const std::string_view side : {"left", "right"}) {
        if (word.starts_with(side) && word.substr(side.size()).starts_with("_")) {
            return SidedPlace{side, word.substr(side.size())};
        }
    }
    return std::nullopt;
}

}  // namespace

bool ConditionPair::is_within_noise() const {
    return noise && result.change &&
           at_least(noise->value,
                    std::abs(result.change->mean),
                    std::max(std::abs(result.before->mean), std::abs(result.values->mean)));
}

WithinPatients within_patients(const schema::Instrument& instrument,
                               const schema::Agreement* own,
                               const std::vector<ConditionValue>& values) {
    WithinPatients within{.instrument = instrument};
    ByCondition conditions;
    std::set<std::optional<schema::Region>> places;
    for (const auto& each : values) {
        conditions[each.condition][each.patient].push_back(each.value);
        places.insert(each.region);
    }
    within.places.assign(places.begin(), places.end());
    std::map<std::string, Means, ByName> means;
    for (const auto& [name, of_patients] : conditions) {
        within.conditions.push_back(condition_result(name, of_patients));
        means.emplace(name, means_of(of_patients));
    }
    if (means.size() > most_conditions) {
        return within;
    }
    for (auto second = means.begin(); second != means.end(); ++second) {
        for (auto first = means.begin(); first != second; ++first) {
            within.pairs.push_back(pair_of(
                instrument, own, {first->first, first->second}, {second->first, second->second}));
        }
    }
    return within;
}

std::vector<ConditionValue> values_of_sides(std::span<const schema::Score> scores) {
    // Of a patient, a day and a place without its side.
    using Key = std::tuple<PatientId, schema::Date, std::string_view>;
    std::map<Key, std::vector<ConditionValue>> days;
    for (const auto& score : scores) {
        if (const auto place = score.region ? sided(*score.region) : std::nullopt) {
            days[{score.patient, score.at.day(), place->place}].push_back(
                {score.patient, std::string(place->side), score.value, score.region});
        }
    }
    std::vector<ConditionValue> values;
    for (const auto& day : days) {
        const auto& of_day = day.second;
        const bool has_both = std::any_of(of_day.begin(), of_day.end(), [&](const auto& each) {
            return each.condition != of_day.front().condition;
        });
        if (has_both) {
            values.insert(values.end(), of_day.begin(), of_day.end());
        }
    }
    return values;
}

std::vector<schema::Region> sided_regions() {
    std::vector<schema::Region> regions;
    for (const auto word : schema::Words<schema::Region>::all) {
        if (const auto region = *schema::read_word<schema::Region>(word); sided(region)) {
            regions.push_back(region);
        }
    }
    return regions;
}

}  // namespace progress
