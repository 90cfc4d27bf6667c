#include "app/cli/outcomes_page.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "app/cli/display_text.h"
#include "app/cli/figures.h"
#include "app/cli/outcome_figures.h"
#include "app/cli/outcome_rows.h"
#include "app/cli/page_line.h"
#include "app/cli/plain_words.h"
#include "app/progress/responder.h"
#include "schema/types/text.h"

namespace cli {

namespace {

using progress::GroupResult;
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
    const auto by = grouping_text(outcomes.grouping);
    const auto title = fmt::format("Results on {}", outcomes.as_of.text());
    Line line{{title, Ink::strong}};
    const auto rest = counted(patients, "patient") + (by.empty() ? "" : ", " + by);
    line.push_back({"  " + cut(rest, width - display_width(title) - 2)});
    return {line};
}

std::string better_text(schema::Better better) {
    switch (better) {
        case schema::Better::lower:
            return "less is better";
        case schema::Better::higher:
            return "more is better";
        case schema::Better::neither:
            break;
    }
    return "neither way is better";
}

// What counts as a responder and as worse, so that no share stands without its rule.
std::string rules_of(const schema::Instrument& instrument) {
    std::string text = progress::has_responder_rule(instrument)
                           ? "Responder: " + progress::responder_rule_text(instrument)
                           : "No responder rule is published";
    if (instrument.better == schema::Better::neither) {
        return text + ".";
    }
    return text + (instrument.noise
                       ? fmt::format(". Improved and worsened: by more than {} {}, the noise "
                                     "between raters.",
                                     schema::number_text(*instrument.noise),
                                     plain_unit(instrument.unit))
                       : ". Improved and worsened: by any amount, as no noise is published.");
}

std::string name_of(const InstrumentResult& result) {
    const auto& name = result.instrument.name;
    auto text = name.substr(0, name.find(" ("));
    return result.region ? text + ", " + plain(*result.region) : text;
}

Lines heading_of(const InstrumentResult& result, int width) {
    const auto unit = plain_unit(result.instrument.unit);
    const auto remark = (unit.empty() ? "" : unit + ", ") + better_text(result.instrument.better);
    Lines lines{{{cut(printable(name_of(result)), width - display_width(remark) - 2), Ink::strong},
                 {"  " + printable(remark), Ink::soft}}};
    append(lines, paragraph({}, printable(rules_of(result.instrument)), width, Ink::soft));
    lines.push_back(outcome_titles(width));
    lines.push_back(rule_line(width));
    return lines;
}

// The results of one scale in every group that has them, in the order of the groups.
struct Table {
    const InstrumentResult* any = nullptr;
    std::vector<std::pair<const GroupResult*, const InstrumentResult*>> rows;
};

std::vector<Table> tables_of(const Outcomes& outcomes) {
    using Key = std::tuple<int, std::int64_t, std::optional<schema::Region>>;
    std::map<Key, Table> tables;
    for (const auto& group : outcomes.groups) {
        for (const auto& result : group.instruments) {
            const auto& concern = result.instrument.concern;
            auto& table = tables[Key{concern ? static_cast<int>(*concern) : 1000,
                                     result.instrument.id.value,
                                     result.region}];
            table.any = &result;
            table.rows.emplace_back(&group, &result);
        }
    }
    std::vector<Table> list;
    for (auto& [key, table] : tables) {
        list.push_back(std::move(table));
    }
    return list;
}

Lines event_lines(const Outcomes& outcomes, int width) {
    Lines lines{
        {{"Side effects", Ink::strong}, {"  per 100 sessions, with 95 % interval", Ink::soft}},
        rule_line(width)};
    for (const auto& group : outcomes.groups) {
        const auto name = group_name(group.group, outcomes.grouping);
        const auto counts = fmt::format(
            "{} in {}", counted(group.events, "event"), counted(group.sessions, "session"));
        lines.push_back({{pad_right(cut(name, 28), 30), Ink::strong},
                         {pad_right(counts, 30)},
                         {group.event_rate ? rate_text(*group.event_rate) : "no session yet"}});
        for (const auto& each : group.by_kind) {
            lines.push_back({{"  " + pad_right(cut(plain(each.kind), 26), 28)},
                             {pad_right(std::to_string(each.rate.events), 30)},
                             {rate_text(each.rate)}});
        }
    }
    return lines;
}

Lines notes(const Outcomes& outcomes, int width) {
    const auto note = [&](const std::string& text) {
        return paragraph({{"  "}}, text, width, Ink::soft);
    };
    Lines lines{{{"How to read this", Ink::strong}}};
    append(lines,
           note("Baseline: the last value on or before the first session of the treatment, else "
                "the first value. A row is of the patients who have a later value: “70 of 75”. "
                "The other 5 count in “all baselines” only."));
    append(lines,
           note("Brackets hold 95 % intervals: t for means, Wilson for shares, Garwood for side "
                "effects. p is of the paired t test; Wilcoxon's signed rank test stands below. "
                "Response: the share of patients with a first response by then "
                "(Kaplan–Meier), and how many were still followed."));
    append(lines,
           note("These are patients of a clinic, not of a trial: groups may differ in more than "
                "what they are named after."));
    if (!outcomes.plan.empty()) {
        append(lines,
               note("A visit is the value nearest to its day, counted from the baseline, within "
                    "half the gap to the neighbouring visits."));
    }
    return lines;
}

}  // namespace

std::string outcomes_page(const Outcomes& outcomes, const PageStyle& style) {
    const int width = std::clamp(style.width, 80, 100);
    Lines page = header(outcomes, width);
    const auto tables = tables_of(outcomes);
    if (tables.empty()) {
        page.push_back({});
        append(page,
               paragraph({}, "No value is recorded yet, so there is nothing to count.", width));
    }
    for (const auto& table : tables) {
        page.push_back({});
        append(page, heading_of(*table.any, width));
        for (const auto& [group, result] : table.rows) {
            append(page, outcome_rows(group_name(group->group, outcomes.grouping), *result, width));
        }
    }
    page.push_back({});
    append(page, event_lines(outcomes, width));
    page.push_back({});
    append(page, notes(outcomes, width));
    return text_of(page, style.colour);
}

}  // namespace cli
