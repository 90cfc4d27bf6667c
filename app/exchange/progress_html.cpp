#include "app/exchange/progress_html.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "app/exchange/markup.h"
#include "app/exchange/report_style.h"
#include "app/exchange/series_chart.h"
#include "app/progress/figures.h"
#include "app/progress/sentences_en.h"

namespace exchange {

namespace {

using progress::Series;

constexpr std::size_t most_values = 12;   // in the table under a chart
constexpr std::size_t values_in_row = 4;  // of a whole; a region has less room
constexpr std::size_t values_in_small_row = 3;

// Verdicts have a colour that repeats the word.
std::string cell(const std::string& text) {
    const bool is_verdict = text == "improved" || text == "worsened";
    return is_verdict ? fmt::format("<td class=\"{0}\">{0}</td>", text)
                      : fmt::format("<td>{}</td>", html_text(text));
}

std::string table_html(const ReportTable& table, const std::string& caption) {
    std::string html =
        "<div class=\"wide\"><table aria-label=\"" + html_text(caption) + "\"><thead><tr>";
    for (const auto& header : table.headers) {
        html += "<th scope=\"col\">" + html_text(header) + "</th>";
    }
    html += "</tr></thead>\n<tbody>";
    for (const auto& row : table.rows) {
        html += "<tr>";
        for (const auto& each : row) {
            html += cell(each);
        }
        html += "</tr>\n";
    }
    return html + "</tbody></table></div>\n";
}

std::string section_html(const ReportSection& section) {
    auto html =
        fmt::format("<section id=\"{0}\" aria-labelledby=\"{0}-h\"><h2 id=\"{0}-h\">{1}</h2>\n",
                    html_text(section.id),
                    html_text(section.title));
    const bool is_list = section.lines.size() > 1 || !section.table;
    const std::string_view tag = is_list ? "li" : "p";
    std::string lines;
    for (const auto& line : section.lines) {
        lines += fmt::format("<{0}>{1}</{0}>\n", tag, html_text(line));
    }
    html += is_list && !lines.empty() ? "<ul>\n" + lines + "</ul>\n" : lines;
    if (section.table) {
        html += table_html(*section.table, section.title);
    }
    return html + "</section>\n";
}

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
            return progress::figure(point.value, decimals);
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

std::string figure_html(const ReportSeries& shown, const Chart& chart) {
    const bool has_colour = shown.verdict == "improved" || shown.verdict == "worsened";
    const auto verdict = shown.verdict.empty()
                             ? std::string()
                             : fmt::format(" · <span class=\"{}\">{}</span>",
                                           has_colour ? shown.verdict : std::string("soft"),
                                           html_text(shown.verdict));
    return fmt::format("<figure><h3>{}</h3><p>{}{}</p>\n{}\n{}</figure>\n",
                       html_text(shown.name),
                       html_text(shown.change),
                       verdict,
                       svg_chart(chart),
                       values_html(shown));
}

std::string legend_html(const progress::Summary& summary, const Report& report) {
    const bool has_noise =
        std::any_of(report.series.begin(), report.series.end(), [](const auto& e) {
            return e.series->instrument.noise.has_value();
        });
    std::string html;
    if (!summary.sessions.empty()) {
        html +=
            "<svg class=\"key\" viewBox=\"0 0 10 8\" aria-hidden=\"true\"><path class=\"mark\" "
            "d=\"M5 0l4 7h-8z\"/></svg>a session &ensp; ";
    }
    if (has_noise) {
        html +=
            "<svg class=\"key\" viewBox=\"0 0 14 9\" aria-hidden=\"true\"><rect class=\"noise\" "
            "width=\"14\" height=\"9\"/></svg>what raters differ by, around the baseline";
    }
    return html.empty() ? html : "<p class=\"soft\">" + html + "</p>\n";
}

// The series of one instrument share a scale.
std::vector<const Series*> family_of(const Series& series, const Report& report) {
    std::vector<const Series*> family;
    for (const auto& other : report.series) {
        if (other.series->instrument.code == series.instrument.code) {
            family.push_back(other.series);
        }
    }
    return family;
}

// The charts of the wholes, or of the regions.
std::string grid_html(const progress::Summary& summary,
                      const Report& report,
                      const ReportAxis& axis,
                      bool of_regions) {
    std::string html;
    for (std::size_t i = 0; i < report.series.size(); ++i) {
        const auto& shown = report.series[i];
        if (shown.series->region.has_value() == of_regions) {
            const auto chart = series_chart(shown,
                                            family_of(*shown.series, report),
                                            summary,
                                            axis,
                                            fmt::format("chart{}", i + 1));
            html += figure_html(shown, chart);
        }
    }
    return html.empty()
               ? html
               : fmt::format(
                     "<div class=\"charts{}\">\n{}</div>\n", of_regions ? " small" : "", html);
}

std::string charts_html(const progress::Summary& summary, const Report& report) {
    const auto axis = axis_of(summary);
    if (!axis || report.series.empty()) {
        return "";
    }
    return "<section id=\"charts\" aria-labelledby=\"charts-h\"><h2 id=\"charts-h\">Values over "
           "time</h2>\n" +
           legend_html(summary, report) + grid_html(summary, report, *axis, false) +
           grid_html(summary, report, *axis, true) + "</section>\n";
}

std::string header_html(const Report& report) {
    std::string html = "<header><h1>" + html_text(report.title) + "</h1>\n";
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
    const auto& language = progress::english();
    const auto report = report_of(summary, audience, language);
    auto html = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body class=\"{}\">\n",
        language.code,
        language.direction,
        html_text(report.title),
        report_style,
        schema::word(audience));
    html += header_html(report) + "<main>\n";
    for (const auto& section : report.before) {
        html += section_html(section);
    }
    html += charts_html(summary, report);
    for (const auto& section : report.after) {
        html += section_html(section);
    }
    return html + "</main>\n</body>\n</html>\n";
}

}  // namespace exchange
