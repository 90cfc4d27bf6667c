#include "app/progress/words/series_sentences.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

#include "app/clinical/band.h"
#include "app/clinical/instruments/gags.h"
#include "app/clinical/instruments/pahpi.h"
#include "app/progress/series/burden.h"
#include "app/progress/series/responder.h"
#include "app/progress/words/figures.h"
#include "app/progress/words/noise_words.h"
#include "app/texts/words.h"

namespace progress {

namespace {

using schema::Better;

// The number, or what it stands for: on the index of brown marks 0 is "no marks".
Value value_of(const Series& series, double value) {
    return clinical::says_no_marks(series.instrument.code, value)
               ? Value(part("no_marks"))
               : Value(Number{value, decimals_of(series)});
}

Phrase start_of(const Series& series, const SentenceWriter& out) {
    const auto& warning = series.baseline.warning;
    return warning == BaselineWarning::old || warning == BaselineWarning::after_first_session
               ? part("from_a_day", {{"date", out.date(series.baseline.at.day())}})
           : series.baseline.n > 1 && !out.for_patient()
               ? part("from_several", {{"count", series.baseline.n}})
               : part("from_the_start");
}

Value::List names_of(const std::vector<schema::Region>& regions) {
    Value::List names;
    for (const auto region : regions) {
        names.push_back(texts::phrase_of(region));
    }
    return names;
}

// All numbers of a series by the names that sentences give them.
Arguments values_of(const Series& series, const SentenceWriter& out) {
    const int decimals = decimals_of(series);
    const auto day = series.latest.at.day();
    Arguments values{{"measure", out.measure(series)},
                     {"before", value_of(series, series.baseline.value)},
                     {"after", value_of(series, series.latest.value)},
                     {"start", start_of(series, out)},
                     {"label", series.band ? Value(band_phrase(series.band->name)) : Value("")},
                     {"date", out.date(day)}};
    if (out.for_patient()) {
        values.push_back({"now", out.when(day)});
        values.push_back({"ends", ends_of(series.instrument, decimals)});
        return values;
    }
    const auto [low, high] = std::minmax_element(
        series.compared.begin(), series.compared.end(), [](const auto& a, const auto& b) {
            return a.value < b.value;
        });
    values.push_back({"change", Number{series.change, decimals, true, series.instrument.unit}});
    values.push_back({"noise_note", noise_note(series.noise, series.instrument)});
    values.push_back({"low", Number{low->value, decimals}});
    values.push_back({"high", Number{high->value, decimals}});
    values.push_back({"count", static_cast<int>(series.compared.size())});
    return values;
}

// Of scales without a name for it, one end is the best and the other the worst.
Phrase name_of_end(const schema::Instrument& scale, bool is_high) {
    static const std::set<std::string_view> named{"iga",
                                                  "gags",
                                                  "sga",
                                                  "gea",
                                                  "goodman_baron_grade",
                                                  "goodman_baron_score",
                                                  "ecca",
                                                  "scar_s",
                                                  "pahpi",
                                                  "masi",
                                                  "mmasi",
                                                  "dlqi",
                                                  "cadi",
                                                  "pain_nrs",
                                                  "pain_vas"};
    if (named.contains(scale.code)) {
        return {(is_high ? "instrument.high." : "instrument.low.") + scale.code};
    }
    const bool is_best = is_high == (scale.better == Better::higher);
    return {is_best ? "instrument.end.best" : "instrument.end.worst"};
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

std::string_view about_same(const Series& series, bool for_patient) {
    if (!for_patient && is_steady(series)) {
        return series.trend->slope_per_day < 0 ? "same_falling" : "same_rising";
    }
    if (!for_patient && is_swinging(series)) {
        return "same_swinging";
    }
    return series.change == 0 ? "same_exactly" : "same";
}

std::string_view about_unjudged(const Series& series) {
    switch (series.why.value_or(Unjudged::one_visit)) {
        case Unjudged::other_places:
            return "other_places";
        case Unjudged::other_device:
            return "other_device";
        case Unjudged::soon_after_session:
            return "too_soon";
        case Unjudged::one_visit:
            break;
    }
    return "one_visit";
}

std::string_view about(const Series& series, bool for_patient) {
    const bool confirmed = series.confirmed.value_or(false);
    switch (series.verdict) {
        case Verdict::improved:
            return confirmed ? "better" : "better_once";
        case Verdict::worsened:
            return confirmed ? "worse" : "worse_once";
        case Verdict::unchanged:
            return about_same(series, for_patient);
        case Verdict::changed:
            return "changed";
        case Verdict::not_sure:
            return "not_sure";
        case Verdict::stated:  // said by itself
        case Verdict::not_enough_data:
            break;
    }
    return about_unjudged(series);
}

void say_too_soon(const Series& series, SentenceWriter& out) {
    if (!series.too_soon) {
        return;
    }
    const auto& [value, days] = *series.too_soon;
    Arguments values{{"measure", out.measure(series)},
                     {"after", value_of(series, value.value)},
                     {"date", out.date(value.at.day())},
                     {"days", days}};
    if (out.for_patient()) {
        values.push_back({"ends", ends_of(series.instrument, decimals_of(series))});
    }
    out.say(series.code(), "too_soon", std::move(values));
}

// The one value against which all before it stand; told instead of a verdict to a patient.
bool stands_alone(const Series& series) {
    return series.against_trend && !series.confirmed.value_or(false);
}

void say_start(const Series& series, SentenceWriter& out) {
    if (series.baseline.warning == BaselineWarning::after_first_session &&
        series.verdict != Verdict::not_enough_data && !out.for_patient()) {
        out.say(series.code(),
                "start_after",
                {{"measure", out.measure(series)}, {"date", out.date(series.baseline.at.day())}});
    }
}

void say_season(const Series& series, SentenceWriter& out) {
    if (!series.same_season) {
        return;
    }
    Value::List years;
    for (const auto& [at, value] : series.same_season->values) {
        years.push_back(
            part("in_year",
                 {{"year", std::to_string(at.day().year())}, {"value", value_of(series, value)}}));
    }
    out.say(series.code(),
            "same_season",
            {{"measure", out.measure(series)},
             {"after", value_of(series, series.latest.value)},
             {"month", Phrase{"word.month." + std::to_string(series.same_season->month)}},
             {"list", years}});
}

void say_relapse(const Series& series, SentenceWriter& out) {
    if (series.shows_relapse()) {
        out.say(series.code(),
                "relapse",
                {{"measure", out.measure(series)},
                 {"before", value_of(series, series.relapse->best.value)},
                 {"date", out.date(series.relapse->best.at.day())}});
    }
}

void say_responder(const Series& series, SentenceWriter& out) {
    if (out.for_patient() || !series.responder) {
        return;
    }
    const bool of_lesions = series.instrument.noise_rule == schema::NoiseRule::count;
    out.say(series.code(),
            !*series.responder                     ? "no_responder"
            : series.verdict == Verdict::unchanged ? "responder_within"
            : of_lesions                           ? "responder_of_acne"
                                                   : "responder",
            {{"measure", out.measure(series)}, {"rule", responder_rule(series.instrument)}});
}

// The word that was said, for the clinic beside the one before it.
void say_statement(const Series& series, SentenceWriter& out) {
    const auto label = [&](double value) {
        const auto band = clinical::band_of(series.instrument.code, value);
        return band ? Value(band_phrase(band->name)) : Value(Number{value, 0});
    };
    Arguments values{{"measure", out.measure(series)},
                     {"label", label(series.latest.value)},
                     {"date", out.date(series.latest.at.day())}};
    if (out.for_patient()) {
        const bool by_doctor = series.instrument.code != "pgic";
        out.say(series.code(), by_doctor ? "stated_doctor" : "stated", std::move(values));
        return;
    }
    if (series.compared.size() == 1) {
        out.say(series.code(), "stated", std::move(values));
        return;
    }
    const auto& before = series.compared[series.compared.size() - 2];
    values.push_back({"label_before", label(before.value)});
    values.push_back({"date_before", out.date(before.at.day())});
    out.say(series.code(), "stated_again", std::move(values));
}

// A count of part of the face after the last one of the whole: no comparison, and not passed over.
void say_later_part(const Series& series, SentenceWriter& out) {
    const auto& last = series.points.back();
    if (series.places || !last.places || last.at <= series.latest.at ||
        series.verdict == Verdict::not_enough_data) {
        return;
    }
    out.say(series.code(),
            "later_part",
            {{"measure", out.measure(series)},
             {"after", value_of(series, last.value)},
             {"date", out.date(last.at.day())},
             {"list", names_of(*last.places)}});
}

void say_beside(const Series& series, const Arguments& values, SentenceWriter& out) {
    if (series.places && series.verdict != Verdict::not_enough_data) {
        out.say(series.code(),
                "over_places",
                {{"measure", out.measure(series)}, {"list", names_of(*series.places)}});
    }
    say_later_part(series, out);
    if (stands_alone(series) && !out.for_patient()) {
        out.say(series.code(),
                "against_trend",
                {{"measure", out.measure(series)},
                 {"after", value_of(series, series.latest.value)},
                 {"count", static_cast<int>(series.compared.size()) - 1}});
    }
    if (clinical::grades_kinds(series.instrument.code) && !out.for_patient() &&
        series.verdict == Verdict::unchanged) {
        out.say(series.code(), "kind_not_number", {{"measure", out.measure(series)}});
    }
    say_start(series, out);
    say_season(series, out);
    if (series.is_at_best_end() && series.verdict == Verdict::unchanged && series.change != 0) {
        out.say(series.code(), "best_end", values);
    }
    if (!stands_alone(series)) {
        say_relapse(series, out);
    }
}

}  // namespace

Value ends_of(const schema::Instrument& scale, int decimals) {
    if (scale.target) {
        return scale.built_in ? part("nearer_is_better")
                              : part("nearer_to_is_better",
                                     {{"target", scale_number(*scale.target, decimals)}});
    }
    if (!has_better(scale)) {
        return "";
    }
    const auto high_is_better = scale.better == Better::higher;
    if (!scale.high || is_ratio_scale(scale)) {
        return part(high_is_better              ? "higher_is_better"
                    : scale.unit == "{lesions}" ? "fewer_is_better"
                                                : "lower_is_better");
    }
    return part("ends",
                {{"low", scale_number(scale.low, decimals)},
                 {"low_name", name_of_end(scale, false)},
                 {"high", scale_number(*scale.high, decimals)},
                 {"high_name", name_of_end(scale, true)}});
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
            stands_alone(series) && out.for_patient() ? "against_trend"
                                                      : about(series, out.for_patient()),
            values);
    say_beside(series, values, out);
    say_too_soon(series, out);
    say_responder(series, out);
}

void say_disagreement(const Disagreement& found, SentenceWriter& out) {
    Value::List parts;
    if (found.doctor != nullptr) {
        parts.push_back(out.said("by_doctor", values_of(*found.doctor, out)));
    }
    if (found.patient != nullptr) {
        parts.push_back(out.said("by_patient", values_of(*found.patient, out)));
    }
    for (const auto* scale : found.scales) {
        parts.push_back(out.said("by_scale", values_of(*scale, out)));
    }
    out.say("disagreement", "disagree", {{"list", parts}});
}

std::string verdict_words(const Series& series, const texts::Language& language) {
    return language.written(verdict_phrase(series));
}

}  // namespace progress
