#include "app/report/report_series.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/progress/words/figures.h"
#include "app/progress/words/named.h"
#include "app/progress/words/plain_words.h"
#include "app/progress/words/series_sentences.h"
#include "app/report/patient_parts.h"
#include "app/texts/language.h"

namespace exchange {

namespace {

using progress::plain;
using progress::Series;

// "improved", "worsened" of what two visits say; nothing else has a colour.
std::string tone_of(const Series& series) {
    return series.confirmed.value_or(false) ? std::string(schema::word(series.verdict)) : "";
}

}  // namespace

ReportSeries report_series(const Series& series,
                           const std::string& name,
                           Audience audience,
                           const texts::Language& language) {
    ReportSeries shown{
        .series = &series, .name = name, .change = language.written(value_over_time(series))};
    const bool compares = series.verdict != progress::Verdict::not_enough_data &&
                          series.verdict != progress::Verdict::stated;
    if (compares && audience == Audience::clinic) {
        shown.change += fmt::format(
            " ({}{})",
            progress::signed_figure(series.change, progress::decimals_of(series)),
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
                                     const texts::Language& language) {
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
        all.push_back(
            report_series(*series,
                          language.bare().written(progress::everyday_name_of(series->instrument)),
                          audience,
                          language));
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

}  // namespace exchange
