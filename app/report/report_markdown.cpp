#include "app/report/report_markdown.h"

#include "app/report/markup.h"

namespace exchange {

namespace {

std::string row(const std::vector<std::string>& cells) {
    std::string line = "|";
    for (const auto& cell : cells) {
        line += cell.empty() ? " |" : " " + markdown_text(cell) + " |";
    }
    return line + "\n";
}

}  // namespace

std::string markdown_table(const ReportTable& table) {
    std::string text = row(table.headers) + "|";
    for (std::size_t i = 0; i < table.headers.size(); ++i) {
        text += " --- |";
    }
    text += "\n";
    for (const auto& cells : table.rows) {
        text += row(cells);
    }
    return text;
}

std::string markdown_section(const ReportSection& section) {
    std::string text = "\n## " + markdown_text(section.title) + "\n";
    if (!section.lead.empty()) {
        text += "\n" + markdown_text(section.lead) + "\n";
    }
    if (!section.lines.empty()) {
        text += "\n";
    }
    for (const auto& line : section.lines) {
        text += "- " + markdown_text(line) + "\n";
    }
    return section.table ? text + "\n" + markdown_table(*section.table) : text;
}

}  // namespace exchange
