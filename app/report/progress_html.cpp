#include "app/report/progress_html.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "app/progress/words/figures.h"
#include "app/report/chart_data.h"
#include "app/report/markup.h"
#include "app/report/report_html.h"
#include "app/texts/language.h"

namespace exchange {

namespace {

constexpr std::size_t most_values = 12;   // in the table under a chart
constexpr std::size_t values_in_row = 4;  // of a whole; a region has less room
constexpr std::size_t values_in_small_row = 3;

std::string values_row(const char* head,
                       const std::vector<progress::Point>& points,
                       std::size_t begin,
                       std::size_t in_row,
                       auto text) {
    std::string html = fmt::format("<tr><th scope=\"row\">{}</th>", head);
    for (auto i = begin; i < begin + in_row; ++i) {
        html += "<td>" + (i < points.size() ? html_text(text(points[i])) : std::string()) + "</td>";
    }
    return html + "</tr>\n";
}

// With what keeps it from being compared with the others.
std::string value_text(const progress::Point& point, const progress::Series& series, int decimals) {
    return series.label_of(point.value).value_or(progress::figure(point.value, decimals)) +
           (point.days_too_soon ? " too soon" : "");
}

// Days above, values below, a few in a row.
std::string values_html(const ReportSeries& shown) {
    const auto& series = *shown.series;
    const auto& points = series.points;
    const int decimals = progress::decimals_of(series);
    const auto hidden = points.size() - std::min(points.size(), most_values);
    std::string html = "<div class=\"wide\"><table class=\"values\" aria-label=\"Values of " +
                       html_text(shown.name) + "\">\n";
    const auto in_row = series.region ? values_in_small_row : values_in_row;
    for (auto i = hidden; i < points.size(); i += in_row) {
        html += values_row(
            "Day", points, i, in_row, [](const auto& point) { return point.at.day().text(); });
        html += values_row("Value", points, i, in_row, [&](const auto& point) {
            return value_text(point, series, decimals);
        });
    }
    html += "</table></div>\n";
    return hidden == 0 ? html
                       : html + fmt::format(
                                    "<figcaption>The last {} of {} values; the CSV has "
                                    "all.</figcaption>\n",
                                    most_values,
                                    points.size());
}

// The chart is drawn in its place by the script; without it the table stays.
std::string figure_html(const ReportSeries& shown, std::size_t place) {
    const auto verdict =
        shown.verdict.empty()
            ? std::string()
            : fmt::format(
                  "<span class=\"verdict {}\">{}</span> ", shown.tone, html_text(shown.verdict));
    return fmt::format("<figure data-series=\"{}\"><h3>{}</h3>\n<p>{}{}</p>\n{}</figure>\n",
                       place,
                       html_text(shown.name),
                       verdict,
                       html_text(shown.change),
                       values_html(shown));
}

// How to read the charts, as far as they have it.
std::string key_html(const progress::Summary& summary, const Report& report, Audience audience) {
    const bool has_noise = audience == Audience::clinic &&
                           std::any_of(report.series.begin(),
                                       report.series.end(),
                                       [](const auto& e) { return e.series->noise.has_value(); });
    std::string text;
    if (!summary.sessions.empty()) {
        text += "▲ a session. ";
    }
    if (has_noise) {
        text += "Shaded: differences from the baseline that chance can explain.";
    }
    return text.empty() ? text : "<p class=\"soft key\">" + text + "</p>\n";
}

// The charts of the wholes, or of the regions.
std::string grid_html(const Report& report, bool of_regions) {
    std::string html;
    for (std::size_t i = 0; i < report.series.size(); ++i) {
        if (report.series[i].series->region.has_value() == of_regions) {
            html += figure_html(report.series[i], i);
        }
    }
    return html.empty()
               ? html
               : fmt::format(
                     "<div class=\"charts{}\">\n{}</div>\n", of_regions ? " small" : "", html);
}

std::string charts_html(const progress::Summary& summary, const Report& report, Audience audience) {
    if (report.series.empty()) {
        return "";
    }
    return "<section id=\"charts\" aria-labelledby=\"charts-h\"><h2 id=\"charts-h\">Values over "
           "time</h2>\n" +
           key_html(summary, report, audience) + grid_html(report, false) +
           grid_html(report, true) + "</section>\n";
}

std::string header_html(const Report& report) {
    std::string html = "<header><h1>" + html_prose(report.title) + "</h1>\n";
    std::string names;
    for (const auto& name : report.names) {
        names += (names.empty() ? "" : " · ") + ("<bdi>" + html_text(name) + "</bdi>");
    }
    if (!names.empty()) {
        html += "<p>" + names + "</p>\n";
    }
    if (!report.facts.empty()) {
        html += "<p class=\"soft\">" + html_text(report.facts) + "</p>\n";
    }
    return html + "</header>\n";
}

}  // namespace

std::string progress_html(const progress::Summary& summary, Audience audience) {
    const auto& language = texts::english();
    const auto report = report_of(summary, audience, language);
    auto body = header_html(report) + "<main>\n";
    for (const auto& section : report.before) {
        body += html_section(section);
    }
    body += charts_html(summary, report, audience);
    for (const auto& section : report.after) {
        body += html_section(section);
    }
    return html_report({.language = &language,
                        .title = report.title,
                        .kind = schema::word(audience),
                        .body = body + "</main>\n",
                        .data = chart_data(summary, report, audience)});
}

}  // namespace exchange
