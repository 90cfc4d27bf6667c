#include "app/report/report_html.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/report/markup.h"
#include "app/web/bundle.h"
#include "schema/types/date.h"

namespace exchange {

namespace {

constexpr std::array<std::string_view, 6> verdicts{
    "improved", "worsened", "unchanged", "within noise", "changed", "not enough data"};

constexpr std::size_t short_cell = 20;  // is not broken where there is room

std::string cell(const std::string& text) {
    if (std::find(verdicts.begin(), verdicts.end(), text) == verdicts.end()) {
        return fmt::format(
            "<td{}>{}</td>", text.size() <= short_cell ? " class=\"short\"" : "", html_prose(text));
    }
    return fmt::format("<td><span class=\"verdict {0}\">{0}</span></td>", text);
}

// JSON inside an element of its own: without this character no tag begins in it.
std::string inert(std::string_view json) {
    std::string text;
    for (const char each : json) {
        if (each == '<') {
            text += "\\u003c";
        } else {
            text += each;
        }
    }
    return text;
}

}  // namespace

std::string html_report(const HtmlReport& report) {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body class=\"{}\">\n{}"
        "<script type=\"application/json\">{}</script>\n<script>{}</script>\n</body>\n</html>\n",
        report.language->code(),
        report.language->direction(),
        web::bundled("report.csp"),
        html_text(report.title),
        web::bundled("report.css"),
        report.kind,
        report.body,
        inert(report.data),
        web::bundled("report.js"));
}

std::string html_prose(std::string_view text) {
    constexpr std::size_t day_size = 10;
    std::string html;
    std::size_t begin = 0;
    for (std::size_t at = 0; at + day_size <= text.size();) {
        const auto day = text.substr(at, day_size);
        if (!schema::Date::read(day)) {
            ++at;
            continue;
        }
        html += html_text(text.substr(begin, at - begin)) + fmt::format("<time>{}</time>", day);
        begin = at += day_size;
    }
    return html + html_text(text.substr(begin));
}

std::string html_table(const ReportTable& table, const std::string& caption) {
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

std::string html_section(const ReportSection& section) {
    auto html =
        fmt::format("<section id=\"{0}\" aria-labelledby=\"{0}-h\"><h2 id=\"{0}-h\">{1}</h2>\n",
                    html_text(section.id),
                    html_text(section.title));
    if (!section.lead.empty()) {
        html += fmt::format("<p class=\"lead\">{}</p>\n", html_prose(section.lead));
    }
    if (!section.lines.empty()) {
        html += "<ul>\n";
        for (const auto& line : section.lines) {
            html += fmt::format("<li>{}</li>\n", html_prose(line));
        }
        html += "</ul>\n";
    }
    if (section.table) {
        html += html_table(*section.table, section.title);
    }
    return html + "</section>\n";
}

}  // namespace exchange
