#include "app/progress/agreement/adoption.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/progress/words/figures.h"
#include "app/progress/words/plain_words.h"
#include "schema/types/text.h"

namespace progress {

namespace {

// The number when it may be used; else a sentence is added to `lacks`.
std::optional<double> usable(const Computed<StandardError>& error,
                             int patients,
                             const std::string& rated,
                             std::vector<std::string>& lacks) {
    if (patients < fewest_patients) {
        lacks.push_back(fmt::format("{} of {} patients {}", patients, fewest_patients, rated));
        return std::nullopt;
    }
    if (!error.value) {
        lacks.push_back(error.why_not);
        return std::nullopt;
    }
    if (error.value->sem <= 0 && patients < fewest_without_difference) {
        lacks.push_back(fmt::format(
            "{} of {} patients {}, which it takes where no two ratings differed: how far they can "
            "is not known yet",
            patients,
            fewest_without_difference,
            rated));
        return std::nullopt;
    }
    return error.value->sdc;
}

std::string statistic(const StudyResult& result) {
    if (result.pairs.size() == 1 && result.pairs[0].kappa.value) {
        return "quadratic kappa " + kappa_text(*result.pairs[0].kappa.value);
    }
    if (const auto& icc = result.icc_2_1.value) {
        return "ICC(2,1) " + with_interval(*icc->value, icc->low95, icc->high95, 2);
    }
    return "";
}

void add_error(std::string& text, std::string_view who, const StandardError& error) {
    text += fmt::format(
        "{}SEM {} {}",
        text.empty() ? "" : ", ",
        who,
        with_interval(error.sem, error.low95, error.high95, decimals_for_two_digits(error.sem)));
}

// What judges a change now: ", instead of 1 (ours)".
std::string noise_now(const schema::Instrument& instrument, const std::optional<double>& points) {
    if (instrument.noise_rule == schema::NoiseRule::count) {
        return ", instead of what two counts differ by through chance";
    }
    if (!points) {
        return "; so far no number is known, and no change is called better or worse";
    }
    const auto kind = instrument.noise_kind
                          ? fmt::format(" ({})", schema::word(*instrument.noise_kind))
                          : std::string();
    return fmt::format(", instead of {}{}", schema::number_text(*points), kind);
}

std::string sdc_text(double sdc) {
    return figure(sdc, decimals_for_two_digits(sdc));
}

}  // namespace

Adoption adoption_of(const StudyResult& result) {
    Adoption adoption;
    if (result.raters.size() > 1) {
        adoption.sdc_other_rater = usable(
            result.other_rater,
            result.rated_by_all,
            fmt::format(
                "are rated by {} raters",
                result.raters.size() == 2 ? "both" : fmt::format("all {}", result.raters.size())),
            adoption.lacks);
    } else {
        adoption.lacks.push_back(
            fmt::format("{} of {} patients are rated by two raters", 0, fewest_patients));
    }
    adoption.sdc_same_rater = usable(
        result.same_rater, result.repeated, "are rated twice by the same rater", adoption.lacks);
    return adoption;
}

std::string study_summary(const schema::Agreement& study,
                          const StudyResult& result,
                          const Adoption& adoption) {
    auto numbers = statistic(result);
    if (adoption.sdc_other_rater) {
        add_error(numbers, "between raters", *result.other_rater.value);
    }
    if (adoption.sdc_same_rater) {
        add_error(numbers, "of one rater", *result.same_rater.value);
    }
    return fmt::format("study of {}, {} rated twice, {}, {}{}{}",
                       study.on.text(),
                       counted(result.rated_twice, "patient"),
                       counted(static_cast<int>(result.raters.size()), "rater"),
                       study.medium == schema::Medium::photo ? "photographs" : "live",
                       numbers.empty() ? "" : ": ",
                       numbers);
}

std::vector<std::string> what_would_change(const schema::Agreement& study,
                                           const schema::Instrument& instrument,
                                           const Adoption& adoption,
                                           const std::optional<schema::Agreement>& in_force) {
    std::vector<std::string> sentences;
    if (study.medium == schema::Medium::photo && adoption.is_possible()) {
        return {
            "No verdict: scores are taken as rated on the patient, and a study of photographs "
            "does not judge them"};
    }
    const auto add = [&](std::string_view when,
                         const std::optional<double>& sdc,
                         const std::optional<double>& earlier,
                         const std::optional<double>& noise) {
        if (sdc) {
            sentences.push_back(fmt::format(
                "{}, a change of at most {} {} would be within noise{}",
                when,
                sdc_text(*sdc),
                plain_unit(instrument.unit),
                earlier ? fmt::format(
                              ", instead of {} (study {})", sdc_text(*earlier), in_force->id.value)
                        : noise_now(instrument, noise)));
        }
    };
    add("When the same rater looks again",
        adoption.sdc_same_rater,
        in_force ? in_force->sdc_same_rater : std::nullopt,
        instrument.noise);
    add("When another rater looks",
        adoption.sdc_other_rater,
        in_force ? in_force->sdc_other_rater : std::nullopt,
        instrument.noise_other_rater ? instrument.noise_other_rater : instrument.noise);
    return sentences;
}

std::string kappa_text(const Kappa& kappa) {
    const auto cut = [](const std::optional<double>& bound) {
        return bound ? std::optional(std::clamp(*bound, -1.0, 1.0)) : std::nullopt;
    };
    return with_interval(*kappa.value, cut(kappa.low95), cut(kappa.high95), 2);
}

std::string with_interval(double value,
                          const std::optional<double>& low95,
                          const std::optional<double>& high95,
                          int decimals) {
    auto text = figure(value, decimals);
    if (low95 && high95) {
        text +=
            fmt::format(" (95 % {} to {})", figure(*low95, decimals), figure(*high95, decimals));
    }
    return text;
}

}  // namespace progress
