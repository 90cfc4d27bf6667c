#include "app/report/progress_markdown.h"

#include "app/progress/words/figures.h"
#include "app/report/markup.h"
#include "app/report/report_markdown.h"
#include "app/texts/language.h"

namespace exchange {

namespace {

// One row for each value.
std::string values_text(const ReportSeries& shown, bool with_verdict) {
    const auto& series = *shown.series;
    const int decimals = progress::decimals_of(series);
    ReportTable table{{"Day", "Value", "After sessions"}, {}};
    for (const auto& point : series.points) {
        table.rows.push_back({point.at.day().text(),
                              progress::figure(point.value, decimals),
                              std::to_string(point.after_sessions)});
    }
    return "\n### " + markdown_text(shown.name) + "\n\n" + markdown_text(shown.change) +
           (with_verdict ? ": " + markdown_text(shown.verdict) : std::string()) + "\n\n" +
           markdown_table(table);
}

}  // namespace

std::string progress_markdown(const progress::Summary& summary, Audience audience) {
    const auto report = report_of(summary, audience, texts::english());
    auto text = "# " + markdown_text(report.title) + "\n";
    for (const auto& name : report.names) {
        text += "\n" + markdown_text(name) + "\n";
    }
    if (!report.facts.empty()) {
        text += "\n" + markdown_text(report.facts) + "\n";
    }
    for (const auto& section : report.before) {
        text += markdown_section(section);
    }
    if (!report.series.empty()) {
        text += "\n## Values over time\n";
    }
    for (const auto& shown : report.series) {
        text += values_text(shown, audience == Audience::clinic);
    }
    for (const auto& section : report.after) {
        text += markdown_section(section);
    }
    return text;
}

}  // namespace exchange
