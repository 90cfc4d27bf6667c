#include "app/report/outcomes_report.h"

#include <fmt/format.h>

#include "app/progress/words/condition_words.h"
#include "app/progress/words/figures.h"
#include "app/progress/words/outcome_figures.h"
#include "app/progress/words/outcome_words.h"
#include "app/progress/words/plain_words.h"
#include "app/texts/language.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

using progress::better_text;
using progress::figure;
using progress::InstrumentResult;
using progress::Outcomes;
using progress::p_figure;
using progress::plain_unit;
using progress::Result;
using progress::rules_of;
using progress::scale_figure;
using progress::ScaleResults;
using Row = std::vector<std::string>;

std::string share_or_none(const std::optional<progress::Share>& share) {
    return share ? share_text(*share) : std::string("–");
}

std::string responders_or_none(const Result& result) {
    return result.responders ? responders_text(result) : std::string("–");
}

std::string verdicts_or_none(const std::optional<progress::ByConfirmation>& shares) {
    return shares ? confirmed_text(*shares) : std::string("–");
}

// "few" and "very few" stand beside the number, so that it is not read without.
std::string size_text(progress::GroupSize size) {
    switch (size) {
        case progress::GroupSize::small:
            return ", very few";
        case progress::GroupSize::few:
            return ", few";
        case progress::GroupSize::enough:
            break;
    }
    return "";
}

std::string change_or_none(const Result& result, int decimals) {
    return result.change ? change_text(*result.change, decimals) : std::string("–");
}

std::string p_or_none(const Result& result) {
    return result.change && result.change->p ? p_figure(*result.change->p) : std::string("–");
}

// "70 of 75", marked when they are few
std::string patients_text(const InstrumentResult& result) {
    const int later = result.latest.values ? result.latest.values->n : 0;
    return (later == result.n ? std::to_string(later) : fmt::format("{} of {}", later, result.n)) +
           size_text(result.size());
}

Row group_row(const std::string& group, const InstrumentResult& result) {
    const int decimals = result_decimals(result);
    const auto& latest = result.latest;
    const auto& before = latest.before ? latest.before : result.baseline.values;
    return {group,
            patients_text(result),
            before ? figure(before->mean, decimals) : "–",
            latest.values ? figure(latest.values->mean, decimals) : "–",
            change_or_none(latest, decimals),
            p_or_none(latest),
            verdicts_or_none(latest.improved),
            verdicts_or_none(latest.worsened),
            responders_or_none(latest)};
}

std::string sd_text(const progress::Descriptives& values, int decimals) {
    return values.sd ? figure(*values.sd, decimals) : std::string("–");
}

// What a row has no column for, in a line.
std::string detail_text(const std::string& group, const InstrumentResult& result) {
    const auto& latest = result.latest;
    if (!latest.values) {
        return group + ": nobody has a later value that can be judged yet";
    }
    const int decimals = result_decimals(result);
    if (!latest.before) {
        return group + ": " + values_text(latest.each_value);
    }
    auto text = fmt::format("{}: median {} → {}, SD {} → {}",
                            group,
                            scale_figure(latest.before->median, decimals),
                            scale_figure(latest.values->median, decimals),
                            sd_text(*latest.before, decimals),
                            sd_text(*latest.values, decimals));
    if (const auto& typical = latest.hodges_lehmann; typical && typical->low95) {
        text += fmt::format("; typical change {} ({} to {}; Hodges–Lehmann)",
                            progress::signed_figure(typical->estimate, decimals),
                            progress::signed_figure(*typical->low95, decimals),
                            progress::signed_figure(*typical->high95, decimals));
    }
    if (latest.wilcoxon) {
        text += fmt::format("; Wilcoxon V {}, p {}",
                            schema::number_text(latest.wilcoxon->v),
                            p_figure(latest.wilcoxon->p));
    }
    if (const auto percent = percent_text(latest); !percent.empty()) {
        text += "; in per cent: " + percent;
    }
    if (latest.steps_better.size() > 1) {
        text += "; better by " + steps_text(latest.steps_better);
    }
    if (result.response) {
        text += "; response: " + response_text(*result.response);
    }
    if (result.followed) {
        text += "; with a later value that can be judged " + share_text(*result.followed);
    }
    if (result.worst_case.improved) {
        text += "; improved, worst case " + share_text(*result.worst_case.improved);
    }
    if (result.worst_case.responders) {
        text += "; responders, worst case " + share_text(*result.worst_case.responders);
    }
    if (latest.values->n < result.n) {
        text += fmt::format(
            "; all baselines {}, n {}", figure(result.baseline.values->mean, decimals), result.n);
    }
    return text;
}

void add_visits(ReportTable& table, const std::string& group, const InstrumentResult& result) {
    const int decimals = result_decimals(result);
    for (const auto& visit : result.visits) {
        const auto& there = visit.result;
        const auto offset = progress::offset_text(visit.offset);
        if (!there.values) {
            table.rows.push_back({group, offset, "nobody", "–", "–", "–", "–", "–", "–"});
            continue;
        }
        table.rows.push_back(
            {group,
             offset,
             std::to_string(there.values->n) + size_text(progress::size_of_group(there.values->n)),
             figure(there.values->mean, decimals),
             change_or_none(there, decimals),
             p_or_none(there),
             verdicts_or_none(there.improved),
             verdicts_or_none(there.worsened),
             responders_or_none(there)});
    }
}

ScaleReport scale_report(const ScaleResults& scale, const progress::Grouping& grouping) {
    const auto& any = *scale.any;
    const auto unit = plain_unit(any.instrument.unit);
    ScaleReport report{.code = any.code(),
                       .title = name_of(any),
                       .remark = (unit.empty() ? "" : unit + ", ") + better_text(any.instrument),
                       .rules = rules_of(any.instrument),
                       .table = {{"Group",
                                  "Patients",
                                  "Baseline",
                                  "Latest",
                                  "Mean change (95 %)",
                                  "p",
                                  "Improved",
                                  "Worsened",
                                  "Responders"},
                                 {}}};
    ReportTable visits{{"Group",
                        "Visit",
                        "Patients",
                        "Mean",
                        "Mean change (95 %)",
                        "p",
                        "Improved",
                        "Worsened",
                        "Responders"},
                       {}};
    for (const auto& [group, result] : scale.rows) {
        const auto name = group_name(group->group, grouping);
        report.table.rows.push_back(group_row(name, *result));
        report.details.push_back(detail_text(name, *result));
        add_visits(visits, name, *result);
    }
    if (!visits.rows.empty()) {
        report.visits = std::move(visits);
    }
    return report;
}

// Every scale of the one group in a row.
ReportSection overview(const std::vector<ScaleResults>& scales) {
    ReportTable table{{"Measure", "Patients", "Mean change (95 %)", "Improved", "Worsened"}, {}};
    for (const auto& scale : scales) {
        const auto& result = *scale.any;
        const auto unit = plain_unit(result.instrument.unit);
        auto change = change_or_none(result.latest, result_decimals(result));
        table.rows.push_back({name_of(result),
                              patients_text(result),
                              change + (result.latest.change && !unit.empty() ? " " + unit : ""),
                              verdicts_or_none(result.latest.improved),
                              verdicts_or_none(result.latest.worsened)});
    }
    return {.id = "overview", .title = "What changed?", .table = std::move(table)};
}

// The sides of split faces; nothing where no two sides compare.
std::optional<ReportSection> split_section(const Outcomes& outcomes) {
    ReportTable table{{"Group",
                       "Measure",
                       "Patients",
                       "Change, treated side",
                       "Change, other side",
                       "Mean difference (95 %)",
                       "p (t)",
                       "p (Wilcoxon)",
                       "Treated side better",
                       "Other side better"},
                      {}};
    std::vector<std::string> lines;
    for (const auto& group : outcomes.groups) {
        const auto name = group_name(group.group, outcomes.grouping);
        for (const auto& [instrument, result, both_needled] : group.split_faces) {
            const int decimals = decimals_of(*result.values);
            table.rows.push_back({name,
                                  progress::short_name(instrument),
                                  std::to_string(result.values->n) +
                                      size_text(progress::size_of_group(result.values->n)),
                                  progress::signed_figure(result.values->mean, decimals),
                                  progress::signed_figure(result.before->mean, decimals),
                                  change_or_none(result, decimals),
                                  p_or_none(result),
                                  result.wilcoxon ? p_figure(result.wilcoxon->p) : std::string("–"),
                                  verdicts_or_none(result.improved),
                                  verdicts_or_none(result.worsened)});
            if (both_needled > 0) {
                lines.push_back(
                    fmt::format("{}, {}: the other side was needled too in {} of {} patients.",
                                name,
                                progress::short_name(instrument),
                                both_needled,
                                result.values->n));
            }
        }
    }
    if (table.rows.empty()) {
        return std::nullopt;
    }
    return ReportSection{
        .id = "split_faces",
        .title = "Split faces",
        .lead =
            "Each patient's treated side against the other side of the same face. Treatment "
            "of one side can reach the other, and nobody was blinded by this book.",
        .lines = std::move(lines),
        .table = std::move(table)};
}

ReportSection events_section(const Outcomes& outcomes) {
    ReportTable table{{"Group",
                       "Side effect",
                       "Events",
                       "Sessions",
                       "Per 100 sessions (95 %)",
                       "Patients with any"},
                      {}};
    for (const auto& group : outcomes.groups) {
        const auto name = group_name(group.group, outcomes.grouping);
        table.rows.push_back({name,
                              "all",
                              std::to_string(group.events),
                              std::to_string(group.sessions),
                              group.event_rate ? rate_text(*group.event_rate) : "no session yet",
                              share_or_none(group.patients_with_events)});
        for (const auto& each : group.by_kind) {
            table.rows.push_back({name,
                                  progress::plain(each.kind),
                                  std::to_string(each.rate.events),
                                  std::to_string(each.rate.sessions),
                                  rate_text(each.rate),
                                  share_or_none(each.patients)});
        }
    }
    return {.id = "events", .title = "Side effects", .table = std::move(table)};
}

// A row for every two conditions of a scale, and what follows below.
ReportSection within_section(const Outcomes& outcomes) {
    ReportTable table{{"Measure",
                       "First",
                       "Second",
                       "Mean, first",
                       "Mean, second",
                       "Patients with both",
                       "Mean difference (95 %)",
                       "p (t)",
                       "p (Wilcoxon)"},
                      {}};
    ReportSection section{.id = "within", .title = "Within patients"};
    for (const auto& within : outcomes.within) {
        const int decimals = progress::condition_decimals(within);
        const auto name = progress::short_name(within.instrument);
        const auto places = progress::places_text(within);
        for (const auto& condition : within.conditions) {
            section.lines.push_back(
                fmt::format("{}, {}", name, progress::condition_text(condition, decimals)));
        }
        for (const auto& pair : within.pairs) {
            const auto& result = pair.result;
            table.rows.push_back(
                {name,
                 pair.first,
                 pair.second,
                 result.before ? figure(result.before->mean, decimals) : "–",
                 result.values ? figure(result.values->mean, decimals) : "–",
                 std::to_string(pair.patients()) +
                     size_text(progress::size_of_group(pair.patients())),
                 change_or_none(result, decimals),
                 p_or_none(result),
                 result.wilcoxon ? p_figure(result.wilcoxon->p) : std::string("–")});
            section.lines.push_back(fmt::format("{}, {}: {}",
                                                name,
                                                progress::pair_name(pair),
                                                progress::conclusion_text(within, pair, decimals)));
        }
        for (const auto& remark : {places, progress::no_pairs_text(within)}) {
            if (!remark.empty()) {
                section.lines.push_back(name + ": " + remark);
            }
        }
    }
    if (!table.rows.empty()) {
        section.table = std::move(table);
    }
    if (outcomes.within.empty()) {
        section.lead = progress::nothing_within();
    }
    return section;
}

std::vector<std::string> notes_of(const Outcomes& outcomes) {
    std::vector<std::string> notes;
    for (const auto& note : how_to_read(outcomes)) {
        notes.push_back(texts::english().sentence(note));
    }
    return notes;
}

OutcomesReport within_report(const Outcomes& outcomes) {
    return {.title = "Results on " + outcomes.as_of.text(),
            .facts = grouping_text(outcomes.grouping),
            .within = within_section(outcomes),
            .notes = {.id = "notes", .title = "How to read this", .lines = notes_of(outcomes)}};
}

}  // namespace

OutcomesReport outcomes_report(const Outcomes& outcomes) {
    if (outcomes.grouping.is_within_patients()) {
        return within_report(outcomes);
    }
    int patients = 0;
    for (const auto& group : outcomes.groups) {
        patients += group.n;
    }
    const auto by = grouping_text(outcomes.grouping);
    OutcomesReport report{
        .title = "Results on " + outcomes.as_of.text(),
        .facts = progress::counted(patients, "patient") + (by.empty() ? "" : ", " + by),
        .split_faces = split_section(outcomes),
        .events = events_section(outcomes),
        .notes = {.id = "notes", .title = "How to read this", .lines = notes_of(outcomes)}};
    const auto scales = scales_of(outcomes);
    if (scales.empty() && !report.split_faces) {
        report.answer =
            ReportSection{.id = "overview",
                          .title = "What changed?",
                          .lead = "No value is recorded yet, so there is nothing to count."};
    } else if (!scales.empty() && outcomes.groups.size() == 1) {
        report.answer = overview(scales);
    }
    for (const auto& scale : scales) {
        report.scales.push_back(scale_report(scale, outcomes.grouping));
    }
    return report;
}

}  // namespace exchange
