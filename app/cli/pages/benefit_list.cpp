#include "app/cli/pages/benefit_list.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/pages/figures.h"
#include "app/cli/pages/plain_words.h"
#include "app/cli/terminal/display_text.h"
#include "app/texts/language.h"
#include "schema/types/text.h"

namespace cli {

namespace {

std::string darker_text(const progress::PihWatch& watch, const progress::Summary& summary) {
    const auto& all = summary.series;
    const auto series = std::find_if(
        all.begin(), all.end(), [&](const auto& each) { return each.code() == watch.series; });
    const int decimals = series == all.end() ? 2 : decimals_of(*series);
    auto text = fmt::format("{} {} on {} → {} on {}, {} after",
                            watch.name,
                            figure(watch.before.value, decimals),
                            watch.before.at.day().text(),
                            figure(watch.after.value, decimals),
                            watch.after.at.day().text(),
                            counted(watch.days_after, "day"));
    if (watch.fitzpatrick) {
        text += fmt::format(" · Fitzpatrick{}{}", no_break, schema::word(*watch.fitzpatrick));
    }
    if (watch.depth_mm) {
        text += fmt::format(" · up to {}{}mm", schema::number_text(*watch.depth_mm), no_break);
    }
    return text;
}

Ink ink_of(progress::BenefitVerdict verdict) {
    switch (verdict) {
        case progress::BenefitVerdict::improved:
            return Ink::good;
        case progress::BenefitVerdict::worsened:
            return Ink::bad;
        default:
            return Ink::plain;
    }
}

}  // namespace

Lines darker_list(const progress::Summary& summary, int width) {
    if (summary.pih_watch.empty()) {
        return {};
    }
    Lines lines{{{"Marks that got worse after a session", Ink::bad}}};
    constexpr std::size_t most = 8;
    const auto hidden = summary.pih_watch.size() - std::min(summary.pih_watch.size(), most);
    if (hidden > 0) {
        lines.push_back({{fmt::format("  {} before these", hidden), Ink::soft}});
    }
    for (auto i = hidden; i < summary.pih_watch.size(); ++i) {
        const auto& watch = summary.pih_watch[i];
        append(lines,
               paragraph({{"  " + pad_right(watch.at.day().text(), 16) + "  "}},
                         one_line(darker_text(watch, summary)),
                         width));
    }
    if (std::any_of(summary.pih_watch.begin(), summary.pih_watch.end(), [](const auto& each) {
            return !each.is_sure;
        })) {
        append(lines,
               paragraph({{"  "}},
                         fmt::format("From day {} to {} after a session (our own advice). Where no "
                                     "noise is known every rise is named, and nobody can be sure.",
                                     progress::pih_watch_from_days,
                                     progress::pih_watch_days),
                         width,
                         Ink::soft));
    }
    return lines;
}

Lines benefit_list(const progress::Summary& summary, int width) {
    if (summary.series.empty()) {
        return {};
    }
    Lines lines{{{"Benefits", Ink::strong}}};
    for (const auto& benefit : summary.benefits) {
        std::string because;
        for (const auto& evidence : benefit.because) {
            because += (because.empty() ? "" : " ") + texts::english().sentence(evidence.said);
        }
        const Line verdict{{"  " + pad_right(capitalised(plain(benefit.kind)), 10)},
                           {pad_right(plain(benefit.verdict), 17), ink_of(benefit.verdict)}};
        append(lines, paragraph(verdict, one_line(because), width));
        append(
            lines,
            paragraph(
                {{std::string(29, ' ')}}, texts::english().text(benefit.known), width, Ink::soft));
    }
    return lines;
}

}  // namespace cli
