#include "app/progress/words/outcome_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "app/progress/series/burden.h"
#include "app/progress/series/responder.h"
#include "app/progress/series/series_context.h"
#include "app/progress/words/condition_words.h"
#include "app/progress/words/figures.h"
#include "app/progress/words/outcome_figures.h"
#include "app/progress/words/plain_words.h"
#include "schema/types/text.h"

namespace progress {

std::string better_text(const schema::Instrument& instrument) {
    if (instrument.target) {
        return fmt::format("nearer to {} is better", schema::number_text(*instrument.target));
    }
    switch (instrument.better) {
        case schema::Better::lower:
            return "less is better";
        case schema::Better::higher:
            return "more is better";
        case schema::Better::neither:
            break;
    }
    return "neither way is better";
}

std::string noise_rule_text(const schema::Instrument& instrument) {
    if (instrument.noise_rule == schema::NoiseRule::count) {
        return "1.96·√(a + b + 1 + c(a² + b²)) of the two counts";
    }
    const auto in_unit = [&](double value) {
        return with_unit(schema::number_text(value), instrument.unit);
    };
    auto text = in_unit(instrument.noise.value_or(0));
    if (instrument.noise_other_rater) {
        text +=
            fmt::format(", {} where another rater looked", in_unit(*instrument.noise_other_rater));
    }
    return text;
}

std::string rules_of(const schema::Instrument& instrument) {
    auto text = has_responder_rule(instrument) ? "Responder: " + responder_rule_text(instrument)
                                               : std::string("No responder rule is published");
    if (instrument.noise_rule == schema::NoiseRule::count && has_responder_rule(instrument)) {
        text +=
            ". In trials the vehicle alone takes away a third to a half of the inflammatory "
            "lesions";
    }
    if (!has_better(instrument)) {
        return text + ".";
    }
    if (!has_noise(instrument)) {
        return text + ". Nobody is counted as improved or worsened: no noise is known (" +
               instrument.noise_source.value_or("none is given") + ").";
    }
    const bool is_exact = instrument.noise_rule == schema::NoiseRule::count;
    return fmt::format("{}. Improved and worsened: by more than {} ({}). {}",
                       text,
                       noise_rule_text(instrument),
                       plain(instrument.noise_kind.value_or(schema::NoiseKind::ours)),
                       is_exact ? "About 5 of 100 unchanged patients pass this at one visit, up or "
                                  "down."
                                : "How many unchanged patients pass this is not known.");
}

std::string name_of(const InstrumentResult& result) {
    const auto& name = result.instrument.name;
    auto text = name.substr(0, name.find(" ("));
    return result.region ? text + ", " + plain(*result.region) : text;
}

int result_decimals(const InstrumentResult& result) {
    const auto& values = result.latest.values ? result.latest.values : result.baseline.values;
    return std::max(result.baseline.values ? decimals_of(*result.baseline.values) : 0,
                    values ? decimals_of(*values) : 0);
}

std::string confirmed_text(const ByConfirmation& shares) {
    return fmt::format(
        "{} confirmed, {} not yet", share_text(shares.confirmed), shares.unconfirmed.k);
}

std::string responders_text(const Result& result) {
    if (!result.responders) {
        return "";
    }
    const auto text = share_text(*result.responders);
    return result.responders_within_noise == 0
               ? text
               : fmt::format("{}, {} of them within noise", text, result.responders_within_noise);
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

std::string steps_text(const std::vector<StepsBetter>& steps) {
    std::string text;
    for (const auto& step : steps) {
        text +=
            (text.empty() ? "" : "; ") +
            fmt::format("at least {}: {}", schema::number_text(step.by), share_text(step.share));
    }
    return text;
}

std::string values_text(const std::vector<ValueShare>& values) {
    std::string text;
    for (const auto& each : values) {
        text += (text.empty() ? "" : "; ") +
                fmt::format("{}: {}", schema::number_text(each.value), share_text(each.share));
    }
    return text;
}

std::string response_text(const Survival& response) {
    constexpr std::array weeks{4, 8, 12, 24, 52, 104};
    constexpr double days_in_week = 7;
    std::string text =
        response.median
            ? fmt::format("half of the patients by day {} ({} at risk)",
                          figure(*response.median, 0),
                          at_risk_on(response, *response.median))
            : fmt::format(
                  "{} of {} responded at some visit, kept or not", response.events, response.n);
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

// Many looks find something by chance.
std::string tests_note(const Outcomes& outcomes) {
    std::size_t tests = 0;
    for (const auto& group : outcomes.groups) {
        for (const auto& scale : group.instruments) {
            tests += scale.latest.change && scale.latest.change->p ? 1 : 0;
        }
    }
    if (tests == 0) {
        return "";
    }
    return fmt::format(
        "{} {} tested here, and nothing is adjusted for that: where nothing changes, "
        "one test in twenty still comes below 0.05.",
        counted(static_cast<int>(tests), "change"),
        tests == 1 ? "is" : "are");
}

std::vector<std::string> how_to_read(const Outcomes& outcomes) {
    if (outcomes.grouping.is_within_patients()) {
        return how_to_read_within(outcomes);
    }
    std::vector<std::string> notes{
        "Baseline: the median of the visits in the 90 days up to the first session, else the last "
        "one "
        "before it, else the first of all. A row is of the patients who have a later value of the "
        "same places that can be judged: “70 of 75”. The other 5 count in “all baselines” only. "
        "Values of scars, marks, pores and barrier within 28 days of a session are not judged.",
        "Improved and worsened: beyond noise; confirmed where the visit before says the same, not "
        "yet "
        "where the last visit alone does. Worst case: those improved, confirmed or not, of all who "
        "began, as if nobody who was not followed had got better.",
        "Brackets hold 95 % intervals: t for means (of grades and points a convention: they have "
        "an "
        "order, not distances), Wilson for shares, Garwood for side effects. p is of the paired t "
        "test; Wilcoxon's signed rank test stands below, exact up to 25 patients. Response: the "
        "share "
        "of patients with a first response by then (Kaplan–Meier), and how many were still "
        "followed.",
        "These are patients of a clinic, not of a trial: there is no control. Acne gets better by "
        "itself, and people come when it is worst. Groups may differ in more than what they are "
        "named "
        "after."};
    if (const auto note = tests_note(outcomes); !note.empty()) {
        notes.push_back(note);
    }
    if (!outcomes.plan.empty()) {
        notes.emplace_back(
            "A visit is the value nearest to its day, counted from the baseline, within half the "
            "gap to the neighbouring visits.");
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
