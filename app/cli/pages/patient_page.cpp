#include "app/cli/pages/patient_page.h"

#include <algorithm>

#include "app/cli/terminal/display_text.h"
#include "app/cli/terminal/page_line.h"
#include "app/report/report.h"
#include "app/texts/language.h"

namespace cli {

std::string patient_page(const progress::Summary& summary, const PageStyle& style) {
    const int width = std::clamp(style.width, 72, 120);
    const auto report = exchange::report_of(summary, exchange::Audience::patient, texts::english());
    auto page = paragraph({}, one_line(report.title), width, Ink::strong);
    for (const auto& name : report.names) {
        append(page, paragraph({}, one_line(name), width, Ink::strong));
    }
    for (const auto& section : report.before) {
        page.push_back({});
        page.push_back({{section.title, Ink::strong}});
        if (!section.lead.empty()) {
            append(page, paragraph({{"  "}}, one_line(section.lead), width, Ink::strong));
        }
        for (const auto& line : section.lines) {
            const auto sentence = paragraph({{"  • "}}, one_line(line), width);
            page.insert(page.end(), sentence.begin(), sentence.end());
        }
    }
    return text_of(page, style.colour);
}

}  // namespace cli
