#include "app/cli/pages/outcomes_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/pages/figures.h"
#include "app/cli/pages/outcome_rows.h"
#include "app/cli/pages/plain_words.h"
#include "app/cli/pages/within_lines.h"
#include "app/cli/terminal/display_text.h"
#include "app/cli/terminal/page_line.h"
#include "app/progress/words/condition_words.h"
#include "app/progress/words/figures.h"
#include "app/progress/words/outcome_figures.h"
#include "app/progress/words/outcome_words.h"
#include "app/texts/language.h"

namespace cli {

namespace {

using progress::InstrumentResult;
using progress::Outcomes;

Line rule_line(int width) {
    std::string rule;
    for (int i = 0; i < width; ++i) {
        rule += "─";
    }
    return {{rule, Ink::soft}};
}

Lines header(const Outcomes& outcomes, int width) {
    int patients = 0;
    for (const auto& group : outcomes.groups) {
        patients += group.n;
    }
    const auto by = one_line(progress::grouping_text(outcomes.grouping));
    const auto title = fmt::format("Results on {}", outcomes.as_of.text());
    const auto rest = outcomes.grouping.is_within_patients()
                          ? by
                          : counted(patients, "patient") + (by.empty() ? "" : ", " + by);
    return paragraph({{title + "  ", Ink::strong}}, rest, width);
}

Lines heading_of(const InstrumentResult& result, int width) {
    const auto unit = plain_unit(result.instrument.unit);
    const auto remark =
        (unit.empty() ? "" : unit + ", ") + progress::better_text(result.instrument);
    auto lines = paragraph(
        {}, one_line(progress::name_of(result)), width - display_width(remark) - 2, Ink::strong);
    lines.front().push_back({"  " + one_line(remark), Ink::soft});
    append(lines, paragraph({}, one_line(progress::rules_of(result.instrument)), width, Ink::soft));
    lines.push_back(outcome_titles(width));
    lines.push_back(rule_line(width));
    return lines;
}

// A block for each scale: the two changes of a face, and their difference.
Lines split_lines(const Outcomes& outcomes, int width) {
    Lines lines;
    for (const auto& group : outcomes.groups) {
        for (const auto& [instrument, result, both_needled] : group.split_faces) {
            const int decimals = progress::decimals_of(*result.values);
            const auto change = [&](double mean) {
                return progress::signed_figure(mean, decimals);
            };
            auto text = fmt::format("{}: treated side {}, other side {}, difference {} in {}",
                                    progress::short_name(instrument),
                                    change(result.values->mean),
                                    change(result.before->mean),
                                    progress::change_text(*result.change, decimals),
                                    counted(result.values->n, "patient"));
            if (result.wilcoxon) {
                text += ", Wilcoxon p " + progress::p_figure(result.wilcoxon->p);
            }
            if (result.improved && result.worsened) {
                text += fmt::format("; treated side better {}; other side better {}",
                                    progress::confirmed_text(*result.improved),
                                    progress::confirmed_text(*result.worsened));
            }
            if (both_needled > 0) {
                text += fmt::format("; the other side was needled too in {}", both_needled);
            }
            const auto name = progress::group_name(group.group, outcomes.grouping);
            append(lines, paragraph({}, one_line(name + ": " + text), width));
        }
    }
    return lines;
}

Lines event_lines(const Outcomes& outcomes, int width) {
    Lines lines{
        {{"Side effects", Ink::strong}, {"  per 100 sessions, with 95 % interval", Ink::soft}},
        rule_line(width)};
    for (const auto& group : outcomes.groups) {
        const auto name = one_line(progress::group_name(group.group, outcomes.grouping));
        const auto counts = fmt::format(
            "{} in {}", counted(group.events, "event"), counted(group.sessions, "session"));
        constexpr int name_columns = 28;  // a wider name has lines for itself
        const bool is_wide = display_width(name) > name_columns;
        if (is_wide) {
            append(lines, paragraph({}, name, width, Ink::strong));
        }
        lines.push_back(
            {{pad_right(is_wide ? "" : name, 30), Ink::strong},
             {pad_right(counts, 30)},
             {group.event_rate ? progress::rate_text(*group.event_rate) : "no session yet"}});
        for (const auto& each : group.by_kind) {
            lines.push_back({{"  " + pad_right(plain(each.kind), 26) + "  "},
                             {pad_right(std::to_string(each.rate.events), 30)},
                             {progress::rate_text(each.rate)}});
        }
    }
    return lines;
}

Lines notes(const Outcomes& outcomes, int width) {
    Lines lines{{{"How to read this", Ink::strong}}};
    for (const auto& note : progress::how_to_read(outcomes)) {
        append(lines, paragraph({{"  "}}, texts::english().sentence(note), width, Ink::soft));
    }
    return lines;
}

std::string within_page(const Outcomes& outcomes, int width, bool colour) {
    Lines page = header(outcomes, width);
    for (const auto& within : outcomes.within) {
        page.push_back({});
        append(page, within_lines(within, width));
    }
    if (outcomes.within.empty()) {
        page.push_back({});
        append(page, paragraph({}, progress::nothing_within(), width));
    }
    page.push_back({});
    append(page, notes(outcomes, width));
    return text_of(page, colour);
}

}  // namespace

std::string outcomes_page(const Outcomes& outcomes, const PageStyle& style) {
    const int width = std::clamp(style.width, 80, 100);
    if (outcomes.grouping.is_within_patients()) {
        return within_page(outcomes, width, style.colour);
    }
    Lines page = header(outcomes, width);
    const auto tables = progress::scales_of(outcomes);
    const auto splits = split_lines(outcomes, width);
    if (tables.empty() && splits.empty()) {
        page.push_back({});
        append(page,
               paragraph({}, "No value is recorded yet, so there is nothing to count.", width));
    }
    for (const auto& table : tables) {
        page.push_back({});
        append(page, heading_of(*table.any, width));
        for (const auto& [group, result] : table.rows) {
            append(page,
                   outcome_rows(one_line(progress::group_name(group->group, outcomes.grouping)),
                                *result,
                                width));
        }
    }
    if (!splits.empty()) {
        page.push_back({});
        page.push_back({{"Split faces", Ink::strong},
                        {"  mean change of each side, with 95 % interval", Ink::soft}});
        page.push_back(rule_line(width));
        append(page, splits);
    }
    page.push_back({});
    append(page, event_lines(outcomes, width));
    page.push_back({});
    append(page, notes(outcomes, width));
    return text_of(page, style.colour);
}

}  // namespace cli
