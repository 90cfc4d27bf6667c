#include "app/progress/words/condition_words.h"

#include <cmath>
#include <utility>

#include "app/progress/series/burden.h"
#include "app/progress/words/figures.h"
#include "app/progress/words/noise_words.h"
#include "app/progress/words/outcome_figures.h"
#include "app/texts/language.h"
#include "app/texts/words.h"

namespace progress {

namespace {

using texts::Arguments;
using texts::Number;
using texts::Phrase;
using texts::Value;

Phrase of_pairs(const std::string& name, Arguments values = {}) {
    return {"outcome." + name, std::move(values)};
}
Phrase concluded(const std::string& name, Arguments values = {}) {
    return of_pairs("conclusion." + name, std::move(values));
}

std::string within_text(const std::string& name, Arguments values = {}) {
    return texts::english().text(of_pairs("within." + name, std::move(values)));
}

Number single_noise(const WithinPatients& within, const ConditionPair& pair) {
    return noise_number(pair.noise, within.instrument);
}

// "yes lower than no by 0.081"; which of them is the better one, where one is.
Phrase difference_of(const WithinPatients& within, const ConditionPair& pair, int decimals) {
    const auto& result = pair.result;
    const double mean = result.change->mean;
    const std::string name = mean < 0 ? "difference.lower" : "difference.higher";
    Arguments values{{"first", pair.first},
                     {"second", pair.second},
                     {"by", Number{std::abs(mean), decimals, false, within.instrument.unit}}};
    if (!has_better(within.instrument)) {
        return of_pairs(name, std::move(values));
    }
    const bool second_is_better = burden(within.instrument, result.values->mean) <
                                  burden(within.instrument, result.before->mean);
    values.push_back({"better", second_is_better ? pair.second : pair.first});
    return of_pairs(name + "_judged", std::move(values));
}

// Of one patient.
Phrase conclusion_of_one(const WithinPatients& within, const ConditionPair& pair, int decimals) {
    if (!pair.noise) {
        return concluded("no_noise");
    }
    const auto noise = single_noise(within, pair);
    return pair.is_within_noise()
               ? concluded("within_noise", {{"noise", noise}})
               : concluded(
                     "in_this_patient",
                     {{"difference", difference_of(within, pair, decimals)}, {"noise", noise}});
}

// Of several whose differences can be judged.
Phrase conclusion_of_several(const WithinPatients& within,
                             const ConditionPair& pair,
                             int decimals) {
    const auto& change = *pair.result.change;
    if (!change.low95) {
        return concluded("no_interval");
    }
    if (*change.low95 <= 0 && *change.high95 >= 0) {
        return concluded("includes_0");
    }
    if (pair.is_within_noise()) {
        return concluded("mean_within_noise", {{"noise", single_noise(within, pair)}});
    }
    return concluded(pair.noise ? "on_average" : "on_average_no_noise",
                     {{"difference", difference_of(within, pair, decimals)}});
}

}  // namespace

int condition_decimals(const WithinPatients& within) {
    std::vector<double> means;
    for (const auto& condition : within.conditions) {
        means.push_back(condition.patients.mean);
    }
    return decimals_of(means);
}

std::string places_text(const WithinPatients& within) {
    Value::List places;
    for (const auto& place : within.places) {
        places.push_back(place ? texts::phrase_of(*place) : of_pairs("within.whole"));
    }
    return within.places.size() < 2 ? "" : within_text("places", {{"list", places}});
}

std::string condition_text(const ConditionResult& condition, int decimals) {
    const auto& patients = condition.patients;
    Arguments values{{"name", condition.name},
                     {"mean", Number{patients.mean, decimals}},
                     {"patients", Phrase{"word.count.patient", {{"count", patients.n}}}},
                     {"values", Phrase{"word.count.value", {{"count", condition.values}}}}};
    if (!patients.sd) {
        return within_text("condition", std::move(values));
    }
    values.push_back({"sd", Number{*patients.sd, decimals}});
    return within_text("condition_sd", std::move(values));
}

std::string pair_name(const ConditionPair& pair) {
    return within_text("pair", {{"first", pair.first}, {"second", pair.second}});
}

std::string pair_text(const WithinPatients& within, const ConditionPair& pair, int decimals) {
    if (pair.patients() == 0) {
        return within_text("no_pair");
    }
    const auto& result = pair.result;
    Value::List parts{change_text(*result.change, decimals)};
    if (result.change->p) {
        parts.push_back(of_pairs("within.p", {{"p", p_figure(*result.change->p)}}));
    }
    if (result.wilcoxon) {
        parts.push_back(of_pairs("within.wilcoxon", {{"p", p_figure(result.wilcoxon->p)}}));
    }
    parts.push_back(of_pairs("within.patients", {{"count", pair.patients()}}));
    auto text = texts::english().written(parts);
    return pair.second_better && pair.patients() > 1
               ? then(std::move(text),
                      within_text("better",
                                  {{"noise", single_noise(within, pair)},
                                   {"first", pair.first},
                                   {"second", pair.second},
                                   {"first_better", *pair.first_better},
                                   {"second_better", *pair.second_better}}))
               : text;
}

std::vector<Phrase> conclusion(const WithinPatients& within,
                               const ConditionPair& pair,
                               int decimals) {
    const int patients = pair.patients();
    if (patients == 0) {
        return {concluded("nothing_compared")};
    }
    if (patients == 1) {
        return {conclusion_of_one(within, pair, decimals), concluded("one_patient")};
    }
    if (size_of_group(patients) == GroupSize::small) {
        return {concluded("too_few", {{"count", patients}})};
    }
    std::vector<Phrase> phrases{conclusion_of_several(within, pair, decimals)};
    if (size_of_group(patients) == GroupSize::few) {
        phrases.push_back(concluded("few"));
    }
    return phrases;
}

std::string conclusion_text(const WithinPatients& within, const ConditionPair& pair, int decimals) {
    return texts::english().sentences(conclusion(within, pair, decimals));
}

std::string no_pairs_text(const WithinPatients& within) {
    const auto conditions = within.conditions.size();
    return conditions < 2 ? within_text("one_condition")
           : conditions > most_conditions
               ? within_text("many_conditions",
                             {{"count", static_cast<int>(conditions)},
                              {"most", static_cast<int>(most_conditions)}})
               : "";
}

std::string nothing_within() {
    return within_text("nothing");
}

std::vector<Phrase> how_to_read_within(const Outcomes& outcomes) {
    std::vector<Phrase> notes{
        of_pairs("within.means"), of_pairs("within.intervals"), of_pairs("within.not_modelled")};
    if (outcomes.grouping.kind == GroupKind::side) {
        notes.push_back(of_pairs("within.sides"));
    }
    int tests = 0;
    for (const auto& within : outcomes.within) {
        for (const auto& pair : within.pairs) {
            tests += pair.result.change && pair.result.change->p ? 1 : 0;
        }
    }
    if (tests > 1) {
        notes.push_back(of_pairs("within.tests", {{"count", tests}}));
    }
    return notes;
}

}  // namespace progress
