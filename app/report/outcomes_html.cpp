#include "app/report/outcomes_html.h"

#include <fmt/format.h>

#include "app/report/chart_data.h"
#include "app/report/markup.h"
#include "app/report/outcomes_report.h"
#include "app/report/report_html.h"
#include "app/texts/language.h"

namespace exchange {

namespace {

std::string list_html(const std::vector<std::string>& lines) {
    std::string html = "<ul>\n";
    for (const auto& line : lines) {
        html += "<li>" + html_prose(line) + "</li>\n";
    }
    return html + "</ul>\n";
}

std::string scale_html(const ScaleReport& scale) {
    return fmt::format(
        "<section class=\"result\"><h2>{}</h2>\n<p>{}. {}</p>\n"
        "<figure data-instrument=\"{}\"></figure>\n{}{}{}</section>\n",
        html_text(scale.title),
        html_text(scale.remark),
        html_prose(scale.rules),
        html_text(scale.code),
        html_table(scale.table, scale.title),
        list_html(scale.details),
        scale.visits ? html_table(*scale.visits, scale.title + ", by visit") : std::string());
}

}  // namespace

std::string outcomes_html(const progress::Outcomes& outcomes) {
    const auto report = outcomes_report(outcomes);
    auto body = fmt::format("<header><h1>{}</h1>\n<p class=\"soft\">{}</p>\n</header>\n<main>\n",
                            html_prose(report.title),
                            html_text(report.facts));
    if (report.answer) {
        body += html_section(*report.answer) + "<figure data-overview></figure>\n";
    }
    for (const auto& scale : report.scales) {
        body += scale_html(scale);
    }
    if (report.split_faces) {
        body += html_section(*report.split_faces);
    }
    for (const auto* section : {&report.within, &report.events}) {
        body += *section ? html_section(**section) : std::string();
    }
    body += html_section(report.notes) + "</main>\n";
    return html_report({.language = &texts::english(),
                        .title = report.title,
                        .kind = "outcomes",
                        .body = body,
                        .data = chart_data(outcomes)});
}

}  // namespace exchange
