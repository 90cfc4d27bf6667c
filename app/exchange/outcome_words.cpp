#include "app/exchange/outcome_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "app/exchange/outcome_figures.h"
#include "app/progress/figures.h"
#include "app/progress/plain_words.h"
#include "app/progress/responder.h"
#include "schema/types/text.h"

namespace exchange {

using progress::figure;
using progress::InstrumentResult;
using progress::Outcomes;
using progress::percent_figure;
using progress::plain;
using progress::plain_unit;
using progress::Result;

std::string better_text(schema::Better better) {
    switch (better) {
        case schema::Better::lower:
            return "less is better";
        case schema::Better::higher:
            return "more is better";
        case schema::Better::neither:
            break;
    }
    return "neither way is better";
}

std::string rules_of(const schema::Instrument& instrument) {
    std::string text = progress::has_responder_rule(instrument)
                           ? "Responder: " + progress::responder_rule_text(instrument)
                           : "No responder rule is published";
    if (instrument.better == schema::Better::neither) {
        return text + ".";
    }
    return text + (instrument.noise
                       ? fmt::format(". Improved and worsened: by more than {} {}, the noise "
                                     "between raters.",
                                     schema::number_text(*instrument.noise),
                                     plain_unit(instrument.unit))
                       : ". Improved and worsened: by any amount, as no noise is published.");
}

std::string name_of(const InstrumentResult& result) {
    const auto& name = result.instrument.name;
    auto text = name.substr(0, name.find(" ("));
    return result.region ? text + ", " + plain(*result.region) : text;
}

int result_decimals(const InstrumentResult& result) {
    const auto& values = result.latest.values ? result.latest.values : result.baseline.values;
    return std::max(decimals_of(*result.baseline.values), decimals_of(*values));
}

std::string percent_text(const Result& result) {
    std::string text;
    if (const auto& mean = result.mean_percent_change) {
        text = fmt::format(
            "each patient's change, on average {} (n {})", percent_figure(mean->mean), mean->n);
    }
    if (result.percent_change_of_means) {
        text += (text.empty() ? "" : "; ") + std::string("change of the means ") +
                percent_figure(*result.percent_change_of_means);
    }
    return text;
}

std::string steps_text(const std::vector<progress::StepsBetter>& steps) {
    std::string text;
    for (const auto& step : steps) {
        text +=
            (text.empty() ? "" : "; ") +
            fmt::format("at least {}: {}", schema::number_text(step.by), share_text(step.share));
    }
    return text;
}

std::string values_text(const std::vector<progress::ValueShare>& values) {
    std::string text;
    for (const auto& each : values) {
        text += (text.empty() ? "" : "; ") +
                fmt::format("{}: {}", schema::number_text(each.value), share_text(each.share));
    }
    return text;
}

std::string response_text(const progress::Survival& response) {
    constexpr std::array weeks{4, 8, 12, 24, 52, 104};
    constexpr double days_in_week = 7;
    std::string text = response.median
                           ? fmt::format("half of the patients by day {} ({} at risk)",
                                         figure(*response.median, 0),
                                         progress::at_risk_on(response, *response.median))
                           : fmt::format("{} of {} responded so far", response.events, response.n);
    for (const int week : weeks) {
        const double day = week * days_in_week;
        const int left = progress::at_risk_on(response, day);
        if (left == 0) {
            break;
        }
        const auto step = progress::step_at(response, day);
        if (!step || step->survival == 1) {
            continue;
        }
        text += fmt::format("; {} weeks: {}{}, {} at risk",
                            week,
                            share_figure(1 - step->survival),
                            step->low95 ? fmt::format(" ({} to {})",
                                                      figure(100 * (1 - *step->high95), 0),
                                                      figure(100 * (1 - *step->low95), 0))
                                        : "",
                            left);
    }
    return text;
}

std::vector<std::string> how_to_read(const Outcomes& outcomes) {
    std::vector<std::string> notes{
        "Baseline: the last value on or before the first session of the treatment, else the first "
        "value. A row is of the patients who have a later value: “70 of 75”. The other 5 count in "
        "“all baselines” only.",
        "Brackets hold 95 % intervals: t for means, Wilson for shares, Garwood for side effects. p "
        "is of the paired t test; Wilcoxon's signed rank test stands below. Response: the share of "
        "patients with a first response by then (Kaplan–Meier), and how many were still followed.",
        "These are patients of a clinic, not of a trial: groups may differ in more than what they "
        "are named after."};
    if (!outcomes.plan.empty()) {
        notes.emplace_back(
            "A visit is the value nearest to its day, counted from the baseline, within half the "
            "gap to the neighbouring visits.");
    }
    return notes;
}

std::vector<ScaleResults> scales_of(const Outcomes& outcomes) {
    using Key = std::tuple<int, std::int64_t, std::optional<schema::Region>>;
    std::map<Key, ScaleResults> tables;
    for (const auto& group : outcomes.groups) {
        for (const auto& result : group.instruments) {
            const auto& concern = result.instrument.concern;
            auto& table = tables[Key{concern ? static_cast<int>(*concern) : 1000,
                                     result.instrument.id.value,
                                     result.region}];
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

}  // namespace exchange
