#pragma once
// The parts of a report as HTML, and the file around them; every text is escaped.

#include <string>
#include <string_view>

#include "app/report/report.h"
#include "app/texts/language.h"

namespace exchange {

struct HtmlReport {
    const texts::Language* language = nullptr;
    std::string title;
    std::string_view kind;  // one word, for the style sheet
    std::string body;       // HTML
    std::string data;       // JSON of chart_data.h
};

// One file that needs nothing else: our script and style are in it, and its content security policy
// lets nothing but these run and nothing be fetched. Nothing in the data can end its element.
std::string html_report(const HtmlReport& report);

// Text in which days are marked as such, so that no line breaks within one.
std::string html_prose(std::string_view text);

// It scrolls where it is wider than its place. Verdicts have a colour that repeats the word.
std::string html_table(const ReportTable& table, const std::string& caption);
std::string html_section(const ReportSection& section);

}  // namespace exchange
