#include "app/progress/words/outcome_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "app/progress/series/burden.h"
#include "app/progress/series/responder.h"
#include "app/progress/series/series_context.h"
#include "app/progress/words/condition_words.h"
#include "app/progress/words/figures.h"
#include "app/progress/words/outcome_figures.h"
#include "app/progress/words/plain_words.h"

namespace progress {

namespace {

using texts::Arguments;
using texts::Phrase;
using texts::Value;

Phrase outcome(const std::string& name, Arguments values = {}) {
    return {"outcome." + name, std::move(values)};
}

std::string outcome_text(const std::string& name, const Arguments& values = {}) {
    return texts::english().text(outcome(name, values));
}

// Many looks find something by chance.
int tests_of(const Outcomes& outcomes) {
    int tests = 0;
    for (const auto& group : outcomes.groups) {
        for (const auto& scale : group.instruments) {
            tests += scale.latest.change && scale.latest.change->p ? 1 : 0;
        }
    }
    return tests;
}

Value noise_rule(const schema::Instrument& instrument) {
    if (instrument.noise_rule == schema::NoiseRule::count) {
        return outcome("noise.count");
    }
    const auto noise = exact_number(instrument.noise.value_or(0), instrument.unit);
    return instrument.noise_other_rater
               ? Value(outcome(
                     "noise.other_rater",
                     {{"noise", noise},
                      {"other", exact_number(*instrument.noise_other_rater, instrument.unit)}}))
               : noise;
}

}  // namespace

std::string better_text(const schema::Instrument& instrument) {
    if (instrument.target) {
        return outcome_text("better.nearer", {{"target", exact_number(*instrument.target)}});
    }
    return outcome_text("better." + std::string(schema::word(instrument.better)));
}

std::string noise_rule_text(const schema::Instrument& instrument) {
    return texts::english().written(noise_rule(instrument));
}

std::string rules_of(const schema::Instrument& instrument) {
    const bool is_exact = instrument.noise_rule == schema::NoiseRule::count;
    std::vector<Phrase> rules;
    if (has_responder_rule(instrument)) {
        rules.push_back(outcome("rules.responder", {{"rule", responder_rule(instrument)}}));
        if (is_exact) {
            rules.push_back(outcome("rules.vehicle"));
        }
    } else {
        rules.push_back(outcome("rules.no_responder"));
    }
    if (has_better(instrument) && has_noise(instrument)) {
        rules.push_back(outcome(
            "rules.noise",
            {{"noise", noise_rule(instrument)},
             {"kind", texts::phrase_of(instrument.noise_kind.value_or(schema::NoiseKind::ours))}}));
        rules.push_back(outcome(is_exact ? "rules.passed_by_few" : "rules.passed_by_unknown"));
    } else if (has_better(instrument)) {
        rules.push_back(instrument.noise_source
                            ? outcome("rules.no_noise", {{"source", *instrument.noise_source}})
                            : outcome("rules.no_noise_source"));
    }
    return texts::english().sentences(rules);
}

std::string name_of(const InstrumentResult& result) {
    const auto name = short_name(result.instrument);
    return result.region ? name + ", " + plain(*result.region) : name;
}

int result_decimals(const InstrumentResult& result) {
    const auto& values = result.latest.values ? result.latest.values : result.baseline.values;
    return std::max(result.baseline.values ? decimals_of(*result.baseline.values) : 0,
                    values ? decimals_of(*values) : 0);
}

std::string confirmed_text(const ByConfirmation& shares) {
    return outcome_text("confirmed",
                        {{"share", share_text(shares.confirmed)}, {"count", shares.unconfirmed.k}});
}

std::string responders_text(const Result& result) {
    if (!result.responders) {
        return "";
    }
    const auto text = share_text(*result.responders);
    return result.responders_within_noise == 0
               ? text
               : outcome_text("responders_within",
                              {{"share", text}, {"count", result.responders_within_noise}});
}

std::string percent_text(const Result& result) {
    std::string text;
    if (const auto& mean = result.mean_percent_change) {
        text =
            outcome_text("percent.each", {{"percent", percent_figure(mean->mean)}, {"n", mean->n}});
    }
    if (result.percent_change_of_means) {
        text = then(std::move(text),
                    outcome_text("percent.of_means",
                                 {{"percent", percent_figure(*result.percent_change_of_means)}}));
    }
    return text;
}

std::string steps_text(const std::vector<StepsBetter>& steps) {
    std::string text;
    for (const auto& step : steps) {
        text =
            then(std::move(text),
                 outcome_text("at_least",
                              {{"by", exact_number(step.by)}, {"share", share_text(step.share)}}));
    }
    return text;
}

std::string values_text(const std::vector<ValueShare>& values) {
    std::string text;
    for (const auto& each : values) {
        text = then(
            std::move(text),
            outcome_text("value",
                         {{"value", exact_number(each.value)}, {"share", share_text(each.share)}}));
    }
    return text;
}

std::string response_text(const Survival& response) {
    constexpr std::array weeks{4, 8, 12, 24, 52, 104};
    constexpr double days_in_week = 7;
    auto text =
        response.median
            ? outcome_text("response.half",
                           {{"day", texts::Number{*response.median}},
                            {"at_risk", at_risk_on(response, *response.median)}})
            : outcome_text("response.some", {{"count", response.events}, {"n", response.n}});
    for (const int week : weeks) {
        const double day = week * days_in_week;
        const int left = at_risk_on(response, day);
        if (left == 0) {
            break;
        }
        const auto step = step_at(response, day);
        if (!step || step->survival == 1) {
            continue;
        }
        Arguments values{
            {"weeks", week}, {"share", share_figure(1 - step->survival)}, {"at_risk", left}};
        if (step->low95) {
            values.push_back({"low", figure(100 * (1 - *step->high95), 0)});
            values.push_back({"high", figure(100 * (1 - *step->low95), 0)});
        }
        text = then(std::move(text),
                    outcome_text(step->low95 ? "response.by_interval" : "response.by", values));
    }
    return text;
}

std::vector<Phrase> how_to_read(const Outcomes& outcomes) {
    if (outcomes.grouping.is_within_patients()) {
        return how_to_read_within(outcomes);
    }
    std::vector<Phrase> notes{outcome("note.baseline"),
                              outcome("note.improved"),
                              outcome("note.intervals"),
                              outcome("note.no_control")};
    if (const int tests = tests_of(outcomes); tests > 0) {
        notes.push_back(outcome("note.tests", {{"count", tests}}));
    }
    if (!outcomes.plan.empty()) {
        notes.push_back(outcome("note.visits"));
    }
    return notes;
}

std::vector<ScaleResults> scales_of(const Outcomes& outcomes) {
    using Key = std::pair<progress::ScaleOrder, std::optional<schema::Region>>;
    std::map<Key, ScaleResults> tables;
    for (const auto& group : outcomes.groups) {
        for (const auto& result : group.instruments) {
            auto& table = tables[Key{progress::order_of(result.instrument), result.region}];
            table.any = &result;
            table.rows.emplace_back(&group, &result);
        }
    }
    std::vector<ScaleResults> list;
    for (auto& [key, table] : tables) {
        list.push_back(std::move(table));
    }
    return list;
}

}  // namespace progress
