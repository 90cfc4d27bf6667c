#include "app/json/outcomes_json.h"

#include "app/clinical/band.h"
#include "app/json/json_value.h"
#include "app/json/phrase_json.h"
#include "app/json/scale_json.h"
#include "app/progress/words/condition_words.h"
#include "app/progress/words/outcome_words.h"
#include "app/texts/language.h"

namespace exchange {

namespace {

using Json = OrderedJson;
using progress::Result;

Json share_json(const std::optional<progress::Share>& share) {
    if (!share) {
        return nullptr;
    }
    return {{"k", share->k},
            {"n", share->n},
            {"share", json_value(share->share)},
            {"low95", json_value(share->low95)},
            {"high95", json_value(share->high95)}};
}

Json rate_json(const std::optional<progress::EventRate>& rate) {
    if (!rate) {
        return nullptr;
    }
    return {{"events", rate->events},
            {"sessions", rate->sessions},
            {"per_100", json_value(rate->per_100)},
            {"low95", json_value(rate->low95)},
            {"high95", json_value(rate->high95)}};
}

Json values_json(const std::optional<progress::Descriptives>& values) {
    if (!values) {
        return nullptr;
    }
    return {{"n", values->n},
            {"mean", json_value(values->mean)},
            {"median", json_value(values->median)},
            {"sd", json_value(values->sd)},
            {"quartile1", json_value(values->quartile1)},
            {"quartile3", json_value(values->quartile3)},
            {"lowest", json_value(values->lowest)},
            {"highest", json_value(values->highest)}};
}

Json value_label_json(const schema::Instrument& instrument, double value) {
    const auto band =
        instrument.built_in ? clinical::band_of(instrument.code, value) : std::nullopt;
    return band ? Json(band->name) : Json(nullptr);
}

Json values_json(const schema::Instrument& instrument, const Result& result) {
    auto json = values_json(result.values);
    for (const auto& value : result.each_value) {
        Json each{{"value", json_value(value.value)},
                  {"label", value_label_json(instrument, value.value)}};
        each.update(share_json(value.share));
        json["values"].push_back(std::move(each));
    }
    return json;
}

Json wilcoxon_json(const std::optional<progress::SignedRank>& test) {
    if (!test) {
        return nullptr;
    }
    return {{"v", json_value(test->v)},
            {"p", json_value(test->p)},
            {"n", test->n},
            {"unchanged", test->unchanged},
            {"ties", test->ties},
            {"exact", test->exact},
            {"w_min", json_value(test->w_min)},
            {"p_without_continuity", json_value(test->p_uncorrected)}};
}

Json hodges_lehmann_json(const std::optional<progress::HodgesLehmann>& typical) {
    if (!typical) {
        return nullptr;
    }
    return {{"estimate", json_value(typical->estimate)},
            {"low95", json_value(typical->low95)},
            {"high95", json_value(typical->high95)}};
}

// Of pairs of values: their mean difference and the tests.
Json difference_json(const schema::Instrument& instrument, const Result& result) {
    if (!result.change) {
        return nullptr;
    }
    const auto& change = *result.change;
    return {{"n", change.n},
            {"mean", json_value(change.mean)},
            {"sd", json_value(change.sd)},
            {"low95", json_value(change.low95)},
            {"high95", json_value(change.high95)},
            {"t", json_value(change.t)},
            {"df", json_value(change.df)},
            {"p", json_value(change.p)},
            {"ordinal", progress::is_ordinal(instrument)},
            {"hodges_lehmann", hodges_lehmann_json(result.hodges_lehmann)},
            {"wilcoxon", wilcoxon_json(result.wilcoxon)}};
}

Json change_json(const schema::Instrument& instrument, const Result& result) {
    auto json = difference_json(instrument, result);
    if (!json.is_null()) {
        json["baseline"] = values_json(result.before);
    }
    return json;
}

Json by_confirmation_json(const std::optional<progress::ByConfirmation>& shares) {
    return shares ? Json{{"confirmed", share_json(shares->confirmed)},
                         {"unconfirmed", share_json(shares->unconfirmed)}}
                  : Json(nullptr);
}

// What became of patients since their baseline.
void add_change(Json& json, const schema::Instrument& instrument, const Result& result) {
    const auto& mean = result.mean_percent_change;
    json["change"] = change_json(instrument, result);
    json["mean_percent_change"] = mean ? json_value(mean->mean) : Json(nullptr);
    json["mean_percent_change_n"] = mean ? mean->n : 0;
    json["percent_change_of_means"] = json_value(result.percent_change_of_means);
    json["improved"] = by_confirmation_json(result.improved);
    json["worsened"] = by_confirmation_json(result.worsened);
    json["responders"] = share_json(result.responders);
    json["responders_within_noise"] =
        result.responders ? Json(result.responders_within_noise) : Json(nullptr);
    Json steps = Json::array();
    for (const auto& step : result.steps_better) {
        steps.push_back(Json{{"at_least", json_value(step.by)}});
        steps.back().update(share_json(step.share));
    }
    json["better_by"] = steps.empty() ? Json(nullptr) : std::move(steps);
}

Json response_json(const std::optional<progress::Survival>& response) {
    if (!response) {
        return nullptr;
    }
    Json steps = Json::array();
    for (const auto& step : response->steps) {
        steps.push_back({{"days", json_value(step.days)},
                         {"at_risk", step.at_risk},
                         {"responded", step.events},
                         {"censored", step.censored},
                         {"survival", json_value(step.survival)},
                         {"low95", json_value(step.low95)},
                         {"high95", json_value(step.high95)}});
    }
    return {{"n", response->n},
            {"responded", response->events},
            {"median_days", json_value(response->median)},
            {"steps", std::move(steps)}};
}

Json instrument_json(const progress::InstrumentResult& result) {
    Json json{{"instrument", result.code()},
              {"name", result.instrument.name},
              {"concern", json_value(result.instrument.concern)},
              {"unit", result.instrument.unit},
              {"better", better_json(result.instrument)},
              {"n", result.n},
              {"size", json_value(result.size())},
              {"small", result.size() != progress::GroupSize::enough},
              {"followed", share_json(result.followed)},
              {"baseline", values_json(result.instrument, result.baseline)},
              {"latest", values_json(result.instrument, result.latest)}};
    add_change(json, result.instrument, result.latest);
    json["worst_case"] = {{"improved", share_json(result.worst_case.improved)},
                          {"responders", share_json(result.worst_case.responders)}};
    json["noise"] = scale_noise_json(result.instrument);
    json["responder_rule"] = responder_rule_json(result.instrument);
    json["time_to_response"] = response_json(result.response);
    if (!result.visits.empty()) {
        Json visits = Json::array();
        for (const auto& visit : result.visits) {
            Json block{{"at", progress::offset_text(visit.offset)},
                       {"n", visit.result.values ? visit.result.values->n : 0},
                       {"value", values_json(result.instrument, visit.result)}};
            add_change(block, result.instrument, visit.result);
            visits.push_back(std::move(block));
        }
        json["visits"] = std::move(visits);
    }
    return json;
}

Json split_json(const progress::SplitResult& split) {
    const auto& result = split.result;
    const auto size = progress::size_of_group(result.values ? result.values->n : 0);
    return {{"instrument", split.instrument.code},
            {"name", split.instrument.name},
            {"unit", split.instrument.unit},
            {"better", better_json(split.instrument)},
            {"size", json_value(size)},
            {"small", size != progress::GroupSize::enough},
            {"both_needled", split.both_needled},
            {"treated_change", values_json(result.values)},
            {"other_change", values_json(result.before)},
            {"difference", difference_json(split.instrument, result)},
            {"treated_better", by_confirmation_json(result.improved)},
            {"other_better", by_confirmation_json(result.worsened)}};
}

Json events_json(const progress::GroupResult& group) {
    Json kinds = Json::array();
    for (const auto& each : group.by_kind) {
        Json json{{"kind", json_value(each.kind)}};
        json.update(rate_json(each.rate));
        json["patients"] = share_json(each.patients);
        kinds.push_back(std::move(json));
    }
    const auto rate = rate_json(group.event_rate);
    Json json{{"events", group.events}, {"sessions", group.sessions}};
    for (const auto* key : {"per_100", "low95", "high95"}) {
        json[key] = rate.is_null() ? Json(nullptr) : rate[key];
    }
    json["patients"] = share_json(group.patients_with_events);
    json["by_kind"] = std::move(kinds);
    return json;
}

Json group_json(const progress::GroupResult& group) {
    Json instruments = Json::array();
    for (const auto& each : group.instruments) {
        instruments.push_back(instrument_json(each));
    }
    Json split_faces = Json::array();
    for (const auto& each : group.split_faces) {
        split_faces.push_back(split_json(each));
    }
    return {{"by", json_value(group.group.name)},
            {"n", group.n},
            {"size", json_value(group.size())},
            {"small", group.size() != progress::GroupSize::enough},
            {"instruments", std::move(instruments)},
            {"split_faces", std::move(split_faces)},
            {"adverse_events", events_json(group)}};
}

Json pair_json(const progress::WithinPatients& within, const progress::ConditionPair& pair) {
    const auto& result = pair.result;
    const auto size = progress::size_of_group(pair.patients());
    const auto conclusion =
        progress::conclusion(within, pair, progress::condition_decimals(within));
    return {{"first", pair.first},
            {"second", pair.second},
            {"patients", pair.patients()},
            {"size", json_value(size)},
            {"small", size != progress::GroupSize::enough},
            {"first_values", values_json(result.before)},
            {"second_values", values_json(result.values)},
            {"difference", difference_json(within.instrument, result)},
            {"noise", pair.noise ? json_value(pair.noise->value) : Json(nullptr)},
            {"within_noise", pair.noise ? Json(pair.is_within_noise()) : Json(nullptr)},
            {"first_better", pair.first_better ? Json(*pair.first_better) : Json(nullptr)},
            {"second_better", pair.second_better ? Json(*pair.second_better) : Json(nullptr)},
            {"conclusion", texts::english().sentences(conclusion)},
            {"conclusion_phrases", phrases_json(conclusion)}};
}

Json within_json(const progress::WithinPatients& within) {
    Json conditions = Json::array();
    for (const auto& each : within.conditions) {
        conditions.push_back({{"name", each.name},
                              {"values", each.values},
                              {"patients", values_json(each.patients)}});
    }
    Json pairs = Json::array();
    for (const auto& each : within.pairs) {
        pairs.push_back(pair_json(within, each));
    }
    Json places = Json::array();
    for (const auto& each : within.places) {
        places.push_back(json_value(each));
    }
    return {{"instrument", within.instrument.code},
            {"name", within.instrument.name},
            {"unit", within.instrument.unit},
            {"better", better_json(within.instrument)},
            {"regions", std::move(places)},
            {"conditions", std::move(conditions)},
            {"pairs", std::move(pairs)}};
}

}  // namespace

OrderedJson outcomes_json(const progress::Outcomes& outcomes) {
    Json within = Json::array();
    for (const auto& each : outcomes.within) {
        within.push_back(within_json(each));
    }
    Json groups = Json::array();
    for (const auto& group : outcomes.groups) {
        groups.push_back(group_json(group));
    }
    const auto notes = how_to_read(outcomes);
    return {{"as_of", json_value(outcomes.as_of)},
            {"grouping", outcomes.grouping.text()},
            {"notes", texts_json(notes)},
            {"note_phrases", phrases_json(notes)},
            {"groups", std::move(groups)},
            {"within", std::move(within)}};
}

namespace {

Json due_patient_json(const progress::DuePatient& each) {
    const auto& course = each.course;
    return {{"patient", json_value(each.patient)},
            {"chart", each.chart},
            {"course", json_value(course.course.id)},
            {"concern", json_value(course.course.concern)},
            {"done", course.done},
            {"planned", course.course.sessions},
            {"every", course.course.every.text()},
            {"last_session", json_value(course.last_session)},
            {"last_visit", json_value(each.last_visit)},
            {"next_on", json_value(each.due.next_on)},
            {"overdue_days", each.due.overdue_days},
            {"state", json_value(each.state)}};
}

}  // namespace

OrderedJson due_json(const std::vector<progress::DuePatient>& list) {
    return array_of(list, due_patient_json);
}

}  // namespace exchange
