#include "app/report/outcomes_markdown.h"

#include "app/report/markup.h"
#include "app/report/outcomes_report.h"
#include "app/report/report_markdown.h"

namespace exchange {

namespace {

std::string scale_text(const ScaleReport& scale) {
    auto text = "\n## " + markdown_text(scale.title) + "\n\n" +
                markdown_text(scale.remark + ". " + scale.rules) + "\n\n" +
                markdown_table(scale.table) + "\n";
    for (const auto& line : scale.details) {
        text += "- " + markdown_text(line) + "\n";
    }
    return scale.visits ? text + "\n" + markdown_table(*scale.visits) : text;
}

}  // namespace

std::string outcomes_markdown(const progress::Outcomes& outcomes) {
    const auto report = outcomes_report(outcomes);
    auto text = "# " + markdown_text(report.title) + "\n\n" + markdown_text(report.facts) + "\n";
    if (report.answer) {
        text += markdown_section(*report.answer);
    }
    for (const auto& scale : report.scales) {
        text += scale_text(scale);
    }
    if (report.split_faces) {
        text += markdown_section(*report.split_faces);
    }
    for (const auto* section : {&report.within, &report.events}) {
        text += *section ? markdown_section(**section) : std::string();
    }
    return text + markdown_section(report.notes);
}

}  // namespace exchange
