#include "app/progress/words/condition_words.h"

#include <cmath>

#include <fmt/format.h>

#include "app/progress/series/burden.h"
#include "app/progress/words/figures.h"
#include "app/progress/words/noise_words.h"
#include "app/progress/words/outcome_figures.h"
#include "app/progress/words/plain_words.h"

namespace progress {

namespace {

std::string place_name(const std::optional<schema::Region>& place) {
    return place ? plain(*place) : std::string("the whole");
}

std::string single_noise(const WithinPatients& within, const ConditionPair& pair) {
    return fmt::format("the noise of one value ({})", noise_text(pair.noise, within.instrument));
}

// "yes lower than no by 0.081"; which of them is the better one, where one is.
std::string direction_text(const WithinPatients& within, const ConditionPair& pair, int decimals) {
    const auto& result = pair.result;
    const auto text = fmt::format(
        "{} {} than {} by {}",
        pair.second,
        result.change->mean < 0 ? "lower" : "higher",
        pair.first,
        with_unit(figure(std::abs(result.change->mean), decimals), within.instrument.unit));
    if (!has_better(within.instrument)) {
        return text;
    }
    const bool second_is_better = burden(within.instrument, result.values->mean) <
                                  burden(within.instrument, result.before->mean);
    return fmt::format(
        "{}, {} is the better one", text, second_is_better ? pair.second : pair.first);
}

// Of one patient.
std::string conclusion_of_one(const WithinPatients& within,
                              const ConditionPair& pair,
                              int decimals) {
    const std::string others = " One patient tells nothing of others.";
    if (!pair.noise) {
        return "No difference is told: no noise is known for this scale." + others;
    }
    if (pair.is_within_noise()) {
        return fmt::format("No difference is told: it is within {}.", single_noise(within, pair)) +
               others;
    }
    return fmt::format("In this patient {}: beyond {}.",
                       direction_text(within, pair, decimals),
                       single_noise(within, pair)) +
           others;
}

std::string few_text(int patients) {
    return size_of_group(patients) == GroupSize::few ? " Few patients: interval and p are rough."
                                                     : "";
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
    std::string text;
    for (const auto& place : within.places) {
        text += (text.empty() ? "" : ", ") + place_name(place);
    }
    return within.places.size() < 2 ? "" : fmt::format("values of {} together", text);
}

std::string condition_text(const ConditionResult& condition, int decimals) {
    const auto& patients = condition.patients;
    return fmt::format("{}: mean {}{}, in {}, {}",
                       condition.name,
                       figure(patients.mean, decimals),
                       patients.sd ? ", SD " + figure(*patients.sd, decimals) : "",
                       counted(patients.n, "patient"),
                       counted(condition.values, "value"));
}

std::string pair_name(const ConditionPair& pair) {
    return fmt::format("{} − {}", pair.second, pair.first);
}

std::string pair_text(const WithinPatients& within, const ConditionPair& pair, int decimals) {
    if (pair.patients() == 0) {
        return "no patient has both";
    }
    const auto& result = pair.result;
    auto text = change_text(*result.change, decimals);
    if (result.change->p) {
        text += ", p " + p_figure(*result.change->p);
    }
    if (result.wilcoxon) {
        text += ", Wilcoxon p " + p_figure(result.wilcoxon->p);
    }
    text += fmt::format(", in {} with both", counted(pair.patients(), "patient"));
    if (pair.second_better && pair.patients() > 1) {
        text += fmt::format("; beyond {} {} is better in {}, {} in {}",
                            single_noise(within, pair),
                            pair.second,
                            *pair.second_better,
                            pair.first,
                            *pair.first_better);
    }
    return text;
}

std::string conclusion_text(const WithinPatients& within, const ConditionPair& pair, int decimals) {
    const int patients = pair.patients();
    if (patients == 0) {
        return "Nothing is compared.";
    }
    if (patients == 1) {
        return conclusion_of_one(within, pair, decimals);
    }
    if (size_of_group(patients) == GroupSize::small) {
        return fmt::format("No difference is told: {} are too few to judge by.",
                           counted(patients, "patient"));
    }
    const auto& change = *pair.result.change;
    if (!change.low95) {
        return "No difference is told: it is the same in every patient, which makes no interval." +
               few_text(patients);
    }
    if (*change.low95 <= 0 && *change.high95 >= 0) {
        return "No difference is told: the interval includes 0." + few_text(patients);
    }
    if (pair.is_within_noise()) {
        return fmt::format(
                   "No difference is told: the interval leaves out 0, but the mean difference is "
                   "within {}.",
                   single_noise(within, pair)) +
               few_text(patients);
    }
    return fmt::format("On average {}{}.",
                       direction_text(within, pair, decimals),
                       pair.noise ? "" : "; no noise is known for this scale") +
           few_text(patients);
}

std::string no_pairs_text(const WithinPatients& within) {
    const auto conditions = within.conditions.size();
    return conditions < 2 ? "There are values under one condition alone: nothing is compared."
           : conditions > most_conditions
               ? fmt::format("{} conditions are more than {}: they are not compared in pairs.",
                             conditions,
                             most_conditions)
               : "";
}

std::vector<std::string> how_to_read_within(const Outcomes& outcomes) {
    std::vector<std::string> notes{
        "Each patient is one number under each condition: the mean of the values. Who has many "
        "values counts as much as who has few. A difference is of two such means of the same "
        "patient, the second less the first; who has values under one condition alone is in the "
        "means, not in the difference.",
        "Brackets hold 95 % t intervals of the mean difference between patients (of grades and "
        "points a convention), p is of the paired t test, Wilcoxon's signed rank test stands "
        "beside it. Of one patient there is neither: values that follow one another are alike, "
        "and a test that takes them for separate ones finds too much.",
        "Not modelled: that neighbouring days are alike, that an effect goes on after the "
        "treatment stops, that skin changes by itself and with time. Who chose the condition of a "
        "day or side, and who knew it when rating, this book does not know. The noise is that of "
        "single values; means of many have less."};
    if (outcomes.grouping.kind == GroupKind::side) {
        notes.emplace_back(
            "Left and right are of the same patient, place and day. Treatment of one side can "
            "reach the other.");
    }
    int tests = 0;
    for (const auto& within : outcomes.within) {
        for (const auto& pair : within.pairs) {
            tests += pair.result.change && pair.result.change->p ? 1 : 0;
        }
    }
    if (tests > 1) {
        notes.push_back(fmt::format(
            "{} are tested here, and nothing is adjusted for that: where nothing differs, one test "
            "in twenty still comes below 0.05.",
            counted(tests, "difference")));
    }
    return notes;
}

}  // namespace progress
