#include "app/progress/words/series_sentences.h"

#include <algorithm>
#include <cmath>

#include "app/clinical/band.h"
#include "app/clinical/instruments/gags.h"
#include "app/clinical/instruments/pahpi.h"
#include "app/progress/series/burden.h"
#include "app/progress/series/responder.h"
#include "app/progress/words/figures.h"
#include "app/progress/words/noise_words.h"
#include "app/progress/words/plain_words.h"

namespace progress {

namespace {

using schema::Better;

// The number, or what it stands for: on the index of brown marks 0 is "no marks".
std::string value_text(const Series& series, double value, const SentenceWriter& out) {
    return clinical::says_no_marks(series.instrument.code, value)
               ? out.text(Say::no_marks)
               : figure(value, decimals_of(series));
}

std::string start_text(const Series& series, const SentenceWriter& out) {
    const auto& warning = series.baseline.warning;
    return warning == BaselineWarning::old || warning == BaselineWarning::after_first_session
               ? out.text(Say::from_a_day, {{"date", out.date(series.baseline.at.day())}})
           : series.baseline.n > 1 && !out.for_patient()
               ? out.text(Say::from_several, {{"count", std::to_string(series.baseline.n)}})
               : out.text(Say::from_the_start);
}

std::string region_list(const std::vector<schema::Region>& regions, const SentenceWriter& out) {
    std::vector<std::string> names;
    for (const auto region : regions) {
        names.push_back(out.language().region(region));
    }
    return out.joined(names);
}

// All numbers of a series by the names that templates give them.
Values values_of(const Series& series, const SentenceWriter& out) {
    const int decimals = decimals_of(series);
    const auto [low, high] = std::minmax_element(
        series.compared.begin(), series.compared.end(), [](const auto& a, const auto& b) {
            return a.value < b.value;
        });
    return {{"measure", out.measure(series)},
            {"before", value_text(series, series.baseline.value, out)},
            {"after", value_text(series, series.latest.value, out)},
            {"change", with_unit(signed_figure(series.change, decimals), series.instrument.unit)},
            {"start", start_text(series, out)},
            {"ends", ends_text(series.instrument, decimals_of(series), out)},
            {"noise_note", noise_note(series.noise, series.instrument, out)},
            {"now", out.when(series.latest.at.day())},
            {"low", figure(low->value, decimals)},
            {"high", figure(high->value, decimals)},
            {"label", series.latest_label()},
            {"count", std::to_string(series.compared.size())},
            {"date", out.date(series.latest.at.day())}};
}

// Every step down, or up; 0.05 is the usual limit, exact for few values.
bool is_steady(const Series& series) {
    return series.trend && series.trend->mann_kendall.p <= 0.05;
}

// Between its ends it went further than chance explains.
bool is_swinging(const Series& series) {
    if (!series.noise || series.compared.size() < 3) {
        return false;
    }
    const auto [low, high] = std::minmax_element(
        series.compared.begin(), series.compared.end(), [](const auto& a, const auto& b) {
            return a.value < b.value;
        });
    return high->value - low->value > series.noise->value;
}

Say about_same(const Series& series) {
    if (is_steady(series)) {
        return series.trend->slope_per_day < 0 ? Say::same_falling : Say::same_rising;
    }
    if (is_swinging(series)) {
        return Say::same_swinging;
    }
    return series.change == 0 ? Say::same_exactly : Say::same;
}

Say about_unjudged(const Series& series, bool for_patient) {
    switch (series.why.value_or(Unjudged::one_visit)) {
        case Unjudged::other_places:
            return for_patient ? Say::you_other_places : Say::other_places;
        case Unjudged::other_device:
            return for_patient ? Say::you_other_device : Say::other_device;
        case Unjudged::soon_after_session:
            return for_patient ? Say::you_too_soon : Say::too_soon;
        case Unjudged::one_visit:
            break;
    }
    return Say::one_visit;
}

Say about(const Series& series, bool for_patient) {
    const bool confirmed = series.confirmed.value_or(false);
    switch (series.verdict) {
        case Verdict::improved:
            return for_patient ? (confirmed ? Say::you_better : Say::you_better_once)
                               : (confirmed ? Say::better : Say::better_once);
        case Verdict::worsened:
            return for_patient ? (confirmed ? Say::you_worse : Say::you_worse_once)
                               : (confirmed ? Say::worse : Say::worse_once);
        case Verdict::unchanged:
            return for_patient ? (series.change == 0 ? Say::you_same_exactly : Say::you_same)
                               : about_same(series);
        case Verdict::changed:
            return for_patient ? Say::you_changed : Say::changed;
        case Verdict::not_sure:
            return for_patient ? Say::you_not_sure : Say::not_sure;
        case Verdict::stated:  // said by itself
        case Verdict::not_enough_data:
            break;
    }
    return about_unjudged(series, for_patient);
}

void say_too_soon(const Series& series, SentenceWriter& out) {
    if (!series.too_soon) {
        return;
    }
    const auto& [value, days] = *series.too_soon;
    out.say(series.code(),
            out.for_patient() ? Say::you_too_soon : Say::too_soon,
            {{"measure", out.measure(series)},
             {"after", value_text(series, value.value, out)},
             {"ends", ends_text(series.instrument, decimals_of(series), out)},
             {"date", out.date(value.at.day())},
             {"days", std::to_string(days)}},
            days);
}

// The one value against which all before it stand; told instead of a verdict to a patient.
bool stands_alone(const Series& series) {
    return series.against_trend && !series.confirmed.value_or(false);
}

void say_start(const Series& series, SentenceWriter& out) {
    if (series.baseline.warning == BaselineWarning::after_first_session &&
        series.verdict != Verdict::not_enough_data && !out.for_patient()) {
        out.say(series.code(),
                Say::start_after,
                {{"measure", out.measure(series)}, {"date", out.date(series.baseline.at.day())}});
    }
}

void say_season(const Series& series, SentenceWriter& out) {
    if (!series.same_season) {
        return;
    }
    std::vector<std::string> years;
    for (const auto& [at, value] : series.same_season->values) {
        years.push_back(std::to_string(at.day().year()) + ": " + value_text(series, value, out));
    }
    out.say(series.code(),
            out.for_patient() ? Say::you_same_season : Say::same_season,
            {{"measure", out.measure(series)},
             {"after", value_text(series, series.latest.value, out)},
             {"month", std::string(out.language().month(series.same_season->month))},
             {"list", out.joined(years)}});
}

void say_relapse(const Series& series, SentenceWriter& out) {
    if (series.shows_relapse()) {
        out.say(series.code(),
                out.for_patient() ? Say::you_relapse : Say::relapse,
                {{"measure", out.measure(series)},
                 {"before", value_text(series, series.relapse->best.value, out)},
                 {"date", out.date(series.relapse->best.at.day())}});
    }
}

void say_responder(const Series& series, SentenceWriter& out) {
    if (out.for_patient() || !series.responder) {
        return;
    }
    const bool of_lesions = series.instrument.noise_rule == schema::NoiseRule::count;
    out.say(series.code(),
            !*series.responder                     ? Say::no_responder
            : series.verdict == Verdict::unchanged ? Say::responder_within
            : of_lesions                           ? Say::responder_of_acne
                                                   : Say::responder,
            {{"measure", out.measure(series)}, {"rule", responder_rule_text(series.instrument)}});
}

// The word that was said, for the clinic beside the one before it.
void say_statement(const Series& series, SentenceWriter& out) {
    const auto label = [&](double value) {
        const auto band = clinical::band_of(series.instrument.code, value);
        return band ? band->name : figure(value, 0);
    };
    Values values{{"measure", out.measure(series)},
                  {"label", label(series.latest.value)},
                  {"date", out.date(series.latest.at.day())}};
    if (out.for_patient()) {
        const bool by_doctor = series.instrument.code != "pgic";
        out.say(series.code(), by_doctor ? Say::you_stated_doctor : Say::you_stated, values);
        return;
    }
    if (series.compared.size() == 1) {
        out.say(series.code(), Say::stated, values);
        return;
    }
    const auto& before = series.compared[series.compared.size() - 2];
    values.push_back({"label_before", label(before.value)});
    values.push_back({"date_before", out.date(before.at.day())});
    out.say(series.code(), Say::stated_again, values);
}

// A count of part of the face after the last one of the whole: no comparison, and not passed over.
void say_later_part(const Series& series, SentenceWriter& out) {
    const auto& last = series.points.back();
    if (series.places || !last.places || last.at <= series.latest.at ||
        series.verdict == Verdict::not_enough_data) {
        return;
    }
    out.say(series.code(),
            out.for_patient() ? Say::you_later_part : Say::later_part,
            {{"measure", out.measure(series)},
             {"after", value_text(series, last.value, out)},
             {"date", out.date(last.at.day())},
             {"list", region_list(*last.places, out)}});
}

void say_beside(const Series& series, const Values& values, SentenceWriter& out) {
    if (series.places && series.verdict != Verdict::not_enough_data) {
        out.say(series.code(),
                out.for_patient() ? Say::you_over_places : Say::over_places,
                {{"measure", out.measure(series)}, {"list", region_list(*series.places, out)}});
    }
    say_later_part(series, out);
    if (stands_alone(series) && !out.for_patient()) {
        out.say(series.code(),
                Say::against_trend,
                {{"measure", out.measure(series)},
                 {"after", value_text(series, series.latest.value, out)},
                 {"count", std::to_string(series.compared.size() - 1)}});
    }
    if (clinical::grades_kinds(series.instrument.code) && !out.for_patient() &&
        series.verdict == Verdict::unchanged) {
        out.say(series.code(), Say::kind_not_number, {{"measure", out.measure(series)}});
    }
    say_start(series, out);
    say_season(series, out);
    if (series.is_at_best_end() && series.verdict == Verdict::unchanged && series.change != 0) {
        out.say(series.code(), out.for_patient() ? Say::you_best_end : Say::best_end, values);
    }
    if (!stands_alone(series)) {
        say_relapse(series, out);
    }
}

}  // namespace

std::string ends_text(const schema::Instrument& scale, int decimals, const SentenceWriter& out) {
    if (scale.target) {
        return scale.built_in ? out.text(Say::nearer_is_better)
                              : out.text(Say::nearer_to_is_better,
                                         {{"target", scale_figure(*scale.target, decimals)}});
    }
    if (!has_better(scale)) {
        return "";
    }
    const auto high_is_better = scale.better == Better::higher;
    if (!scale.high || is_ratio_scale(scale)) {
        return out.text(high_is_better              ? Say::higher_is_better
                        : scale.unit == "{lesions}" ? Say::fewer_is_better
                                                    : Say::lower_is_better);
    }
    const auto& words = out.language();
    return out.text(Say::ends,
                    {{"low", scale_figure(scale.low, decimals)},
                     {"low_name", std::string(words.end_name(scale.code, false, !high_is_better))},
                     {"high", scale_figure(*scale.high, decimals)},
                     {"high_name", std::string(words.end_name(scale.code, true, high_is_better))}});
}

void say_series(const Series& series, SentenceWriter& out) {
    const auto values = values_of(series, out);
    if (series.why == Unjudged::soon_after_session) {
        say_too_soon(series, out);
        return;
    }
    if (series.verdict == Verdict::stated) {
        say_statement(series, out);
        return;
    }
    out.say(series.code(),
            stands_alone(series) && out.for_patient() ? Say::you_against_trend
                                                      : about(series, out.for_patient()),
            values);
    say_beside(series, values, out);
    say_too_soon(series, out);
    say_responder(series, out);
}

void say_disagreement(const Disagreement& found, SentenceWriter& out) {
    const bool you = out.for_patient();
    std::vector<std::string> parts;
    if (found.doctor != nullptr) {
        parts.push_back(
            out.text(you ? Say::you_by_doctor : Say::by_doctor, values_of(*found.doctor, out)));
    }
    if (found.patient != nullptr) {
        parts.push_back(
            out.text(you ? Say::you_by_patient : Say::by_patient, values_of(*found.patient, out)));
    }
    for (const auto* scale : found.scales) {
        parts.push_back(out.text(you ? Say::you_by_scale : Say::by_scale, values_of(*scale, out)));
    }
    out.say("disagreement", you ? Say::you_disagree : Say::disagree, {{"list", out.joined(parts)}});
}

std::string verdict_words(const Series& series, const Language& language) {
    return series.verdict == Verdict::stated
               ? series.latest_label()
               : std::string(language.verdict(series.verdict, series.confirmed));
}

}  // namespace progress
