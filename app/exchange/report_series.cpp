#include "app/exchange/report_series.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/progress/figures.h"
#include "app/progress/plain_words.h"
#include "app/progress/sentences_en.h"
#include "app/progress/series_sentences.h"

namespace exchange {

namespace {

using progress::plain;
using progress::Series;

// "improved", "worsened" of what two visits say; nothing else has a colour.
std::string tone_of(const Series& series) {
    return series.confirmed.value_or(false) ? std::string(schema::word(series.verdict)) : "";
}

std::string reason_text(progress::Unjudged why) {
    switch (why) {
        case progress::Unjudged::one_visit:
            return "no later visit to compare";
        case progress::Unjudged::other_places:
            return "other places were looked at than before";
        case progress::Unjudged::other_device:
            return "read with another device, or one that is not named";
        case progress::Unjudged::soon_after_session:
            break;
    }
    return "rated within four weeks of a session";
}

}  // namespace

ReportSeries report_series(const Series& series,
                           const std::string& name,
                           Audience audience,
                           const progress::Language& language) {
    const int decimals = progress::decimals_of(series);
    const auto unit = progress::plain_unit(series.instrument.unit);
    const auto with_unit = [&](const std::string& text) {
        return unit.empty() ? text : text + " " + unit;
    };
    const bool compares = series.verdict != progress::Verdict::not_enough_data &&
                          series.verdict != progress::Verdict::stated;
    ReportSeries shown{.series = &series, .name = name};
    const auto now = progress::figure(series.latest.value, decimals);
    shown.change = series.verdict == progress::Verdict::stated
                       ? "on " + series.latest.at.day().text()
                       : with_unit(now);
    if (compares) {
        shown.change = fmt::format(
            "{} → {}", progress::figure(series.baseline.value, decimals), with_unit(now));
    }
    if (compares && audience == Audience::clinic) {
        shown.change += fmt::format(
            " ({}{})",
            progress::signed_figure(series.change, decimals),
            series.percent_change ? ", " + progress::percent_figure(*series.percent_change) : "");
    }
    if (audience == Audience::clinic) {
        shown.verdict = verdict_words(series, language);
        shown.tone = tone_of(series);
    }
    return shown;
}

std::vector<ReportSeries> series_for(const progress::Summary& summary,
                                     Audience audience,
                                     const progress::Language& language) {
    std::vector<ReportSeries> all;
    if (audience == Audience::clinic) {
        for (const auto& series : summary.series) {
            all.push_back(report_series(series, series.short_name(), audience, language));
        }
        return all;
    }
    const Series* last = nullptr;
    for (const auto& sentence : summary.sentences.patient) {
        const auto series =
            std::find_if(summary.series.begin(), summary.series.end(), [&](const Series& each) {
                return each.code() == sentence.about;
            });
        if (series == summary.series.end() || &*series == last) {
            continue;
        }
        last = &*series;
        const auto everyday = std::string(language.measure(series->instrument.code));
        all.push_back(report_series(
            *series, everyday.empty() ? series->short_name() : everyday, audience, language));
    }
    return all;
}

std::string noise_text(const Series& series) {
    return series.noise
               ? fmt::format("{} ({})",
                             progress::figure(std::ceil(series.noise->value * 10 - 1e-9) / 10, 1),
                             plain(series.noise->kind))
               : "";
}

std::vector<std::string> remarks_of(const Series& series) {
    using progress::BaselineWarning;
    std::vector<std::string> remarks;
    if (series.why) {
        remarks.push_back(reason_text(*series.why));
    }
    if (series.baseline.n > 1) {
        remarks.push_back(fmt::format("start: median of {} visits", series.baseline.n));
    }
    if (series.rests_on_one_visit()) {
        remarks.emplace_back("one-visit start");
    }
    const auto& warning = series.baseline.warning;
    if (warning && *warning != BaselineWarning::highest_ever) {
        remarks.emplace_back(*warning == BaselineWarning::old
                                 ? "the start is from over 90 days before the first session"
                                 : "counted from after the first session");
    }
    if (series.places) {
        std::string places;
        for (const auto region : *series.places) {
            places += (places.empty() ? "" : ", ") + plain(region);
        }
        remarks.push_back("only over " + places);
    }
    if (series.too_soon && series.why != progress::Unjudged::soon_after_session) {
        remarks.push_back(fmt::format("a later value is from {} after a session, not judged",
                                      progress::counted(series.too_soon->days, "day")));
    }
    if (series.against_trend) {
        remarks.emplace_back("the last value stands against those before it");
    }
    if (series.shows_relapse()) {
        remarks.push_back("better on " + series.relapse->best.at.day().text());
    }
    if (series.same_season) {
        remarks.push_back(fmt::format("as in {} of earlier years",
                                      progress::english().month(series.same_season->month)));
    }
    return remarks;
}

}  // namespace exchange
