#include "app/cli/pages/patient_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/terminal/display_text.h"
#include "app/cli/terminal/page_line.h"
#include "app/report/patient_parts.h"
#include "app/texts/language.h"

namespace cli {

std::string patient_page(const progress::Summary& summary, const PageStyle& style) {
    const int width = std::clamp(style.width, 72, 120);
    const auto& english = texts::english();
    const auto other_day =
        summary.contact.umm_al_qura ? english.umm_al_qura(summary.as_of) : std::nullopt;
    const auto title = fmt::format("Progress of {} on {}{}",
                                   summary.patient.chart,
                                   summary.as_of.text(),
                                   other_day ? " (" + *other_day + ")" : "");
    auto page = paragraph({}, one_line(title), width, Ink::strong);
    for (const auto& name : exchange::names_of(summary.patient)) {
        append(page, paragraph({}, one_line(name), width, Ink::strong));
    }
    for (const auto& part : exchange::patient_parts(summary)) {
        page.push_back({});
        page.push_back({{english.text(part.title()), Ink::strong}});
        if (part.lead) {
            append(page,
                   paragraph({{"  "}}, one_line(english.sentence(*part.lead)), width, Ink::strong));
        }
        for (const auto& line : part.lines) {
            append(page, paragraph({{"  • "}}, one_line(english.sentence(line)), width));
        }
    }
    return text_of(page, style.colour);
}

}  // namespace cli
