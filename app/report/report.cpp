#include "app/report/report.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "app/progress/series/burden.h"
#include "app/progress/series/responder.h"
#include "app/progress/words/event_sentences.h"
#include "app/progress/words/figures.h"
#include "app/progress/words/plain_words.h"
#include "app/progress/words/series_remarks.h"
#include "app/report/patient_parts.h"
#include "app/report/report_series.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

using progress::capitalised;
using progress::plain;
using progress::Series;
using progress::Summary;
using Rows = std::vector<std::vector<std::string>>;
using Sections = std::vector<ReportSection>;

template <class Value, class Write>
std::string or_empty(const std::optional<Value>& value, Write write) {
    return value ? write(*value) : std::string();
}

std::string facts_of(const Summary& summary) {
    const auto& patient = summary.patient;
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " · ") + part; };
    if (const auto age =
            patient.born ? schema::age_on(summary.as_of, *patient.born) : std::nullopt) {
        add(schema::age_text(*age));
    }
    if (patient.sex && *patient.sex != schema::Sex::other) {
        add(plain(*patient.sex));
    }
    if (patient.fitzpatrick) {
        add(fmt::format("Fitzpatrick {}", schema::word(*patient.fitzpatrick)));
    }
    return text;
}

void add(Sections& sections, ReportSection section) {
    if (section.table && section.table->rows.empty()) {
        section.table.reset();
    }
    if (section.table || !section.lines.empty() || !section.lead.empty()) {
        sections.push_back(std::move(section));
    }
}

// The sentences about one of the topics, and of what was measured where `of_values`.
std::vector<std::string> sentences_about(const std::vector<progress::Sentence>& all,
                                         const std::set<std::string>& topics,
                                         bool of_values,
                                         const texts::Language& language) {
    std::vector<std::string> lines;
    for (const auto& each : all) {
        if (topics.contains(each.about) || (of_values && is_of_values(each))) {
            lines.push_back(language.sentence(each.said));
        }
    }
    return lines;
}

std::string responder_text(const Series& series) {
    if (!progress::has_responder_rule(series.instrument)) {
        return "no published threshold";
    }
    if (!series.responder) {
        return "not for this baseline";
    }
    return !*series.responder ? "no"
           : series.verdict == progress::Verdict::unchanged
               ? "meets the rule, though about the same"
               : "yes";
}

std::string remarks_text(const Series& series, const texts::Language& language) {
    std::string text;
    for (const auto& remark : remarks_of(series)) {
        text += (text.empty() ? "" : "; ") + language.text(remark);
    }
    return text;
}

ReportSection main_table(const Summary& summary, const texts::Language& language) {
    Rows rows;
    for (const auto& series : summary.series) {
        if (is_main(series, summary.series)) {
            const auto row = report_series(series, series.short_name(), Audience::clinic, language);
            rows.push_back({row.name,
                            row.verdict,
                            row.change,
                            noise_text(series),
                            remarks_text(series, language),
                            responder_text(series)});
        }
    }
    return {.id = "measures",
            .title = "Every measure",
            .table = ReportTable{{"Measure",
                                  "Verdict",
                                  "Baseline → latest (change)",
                                  "Rarely more by chance",
                                  "Beside it",
                                  "Responder"},
                                 std::move(rows)}};
}

ReportSection gap_list(const Summary& summary, const texts::Language& language) {
    ReportSection section{.id = "gaps", .title = "To record next"};
    for (const auto& gap : summary.gaps) {
        section.lines.push_back(language.sentence(gap.said));
    }
    return section;
}

ReportSection darker_list(const Summary& summary) {
    Rows rows;
    for (const auto& watch : summary.pih_watch) {
        rows.push_back(
            {watch.at.day().text(),
             watch.name,
             fmt::format(
                 "{} on {}", schema::number_text(watch.before.value), watch.before.at.day().text()),
             fmt::format(
                 "{} on {}", schema::number_text(watch.after.value), watch.after.at.day().text()),
             std::to_string(watch.days_after),
             watch.is_sure && watch.noise ? progress::figure(*watch.noise, 1)
                                          : "not known: not sure",
             or_empty(watch.depth_mm,
                      [](double depth) { return schema::number_text(depth) + " mm"; })});
    }
    return {.id = "darker",
            .title = "Marks that got worse after a session",
            .table = ReportTable{{"Session",
                                  "Measure",
                                  "Before",
                                  "After",
                                  "Days after",
                                  "Rarely more by chance",
                                  "Depth"},
                                 std::move(rows)}};
}

ReportSection benefit_list(const Summary& summary, const texts::Language& language) {
    Rows rows;
    for (const auto& benefit : summary.benefits) {
        std::string because;
        for (const auto& evidence : benefit.because) {
            because += (because.empty() ? "" : " ") + language.sentence(evidence.said);
        }
        rows.push_back({capitalised(plain(benefit.kind)),
                        plain(benefit.verdict),
                        because,
                        language.text(benefit.known)});
    }
    return {.id = "benefits",
            .title = "Benefits that clinics name",
            .table =
                ReportTable{{"Benefit", "Here", "Because", "What studies found"}, std::move(rows)}};
}

ReportSection session_list(const Summary& summary) {
    Rows rows;
    for (const auto& session : summary.sessions) {
        std::string areas;
        for (const auto& area : session.areas) {
            areas += (areas.empty() ? "" : ", ") + area_text(area);
        }
        const auto number = [](int value) { return std::to_string(value); };
        rows.push_back(
            {std::to_string(rows.size() + 1),
             session.at.text().substr(0, 10),
             plain(session.device),
             areas,
             or_empty(session.endpoint, [](schema::Endpoint endpoint) { return plain(endpoint); }),
             or_empty(session.pain, number),
             or_empty(session.downtime_days, number)});
    }
    std::vector<std::string> kept;
    for (const auto& session : summary.sessions) {
        for (const auto& finding : summary.findings) {
            if (const auto text = progress::kept_finding_text(finding);
                finding.session == session.id && !text.empty()) {
                kept.push_back(session.at.day().text() + ", " + text);
            }
        }
    }
    return {
        .id = "sessions",
        .title = "Sessions",
        .lines = std::move(kept),
        .table = ReportTable{
            {"", "Day", "Device", "Areas, depth × passes", "Endpoint", "Pain of 10", "Days off"},
            std::move(rows)}};
}

ReportSection event_list(const Summary& summary) {
    Rows rows;
    for (const auto& event : summary.events) {
        rows.push_back(
            {or_empty(event.onset, [](const auto& onset) { return onset.text(); }),
             plain(event),
             progress::plain_severity(event.severity),
             event.resolved ? event.resolved->text() : std::string("going on, or not recorded")});
    }
    return {.id = "events",
            .title = "Side effects",
            .table = ReportTable{{"Since", "Side effect", "Severity", "Over on"}, std::move(rows)}};
}

ReportSection safety_list(const Summary& summary) {
    ReportSection section{.id = "safety", .title = "Before the next session"};
    for (const auto& finding : summary.safety) {
        if (schema::asks_for_reason(finding.level)) {
            section.lines.push_back(capitalised(plain(finding.level)) + ": " +
                                    texts::english().text(finding.because));
        }
    }
    return section;
}

ReportSection source_list(const Summary& summary) {
    ReportSection section{.id = "sources", .title = "Where the rules come from"};
    std::set<std::string> listed;
    for (const auto& series : summary.series) {
        const auto& instrument = series.instrument;
        const auto name = instrument.name.substr(0, instrument.name.find(" ("));
        if (!listed.insert(instrument.code).second) {
            continue;
        }
        if (series.noise) {
            section.lines.push_back(
                fmt::format("{}, noise, {}{}: {}",
                            name,
                            plain(series.noise->kind),
                            series.noise->formula.empty() ? "" : ", " + series.noise->formula,
                            series.noise->source));
        } else if (!progress::has_noise(instrument) && instrument.noise_source &&
                   progress::has_better(instrument)) {
            section.lines.push_back(
                fmt::format("{}, no noise: {}", name, *instrument.noise_source));
        }
        if (progress::has_responder_rule(instrument)) {
            section.lines.push_back(
                fmt::format("{}, responder, “{}”: {}",
                            name,
                            progress::responder_rule_text(instrument),
                            instrument.responder_source.value_or("the clinic")));
        }
    }
    return section;
}

void add_parts_for_clinic(const Summary& summary, const texts::Language& language, Report& report) {
    const auto& said = summary.sentences.clinic;
    add(report.before,
        {.id = "answer",
         .title = "What changed?",
         .lines = sentences_about(said, {}, true, language)});
    add(report.before,
        {.id = "course",
         .title = "Course",
         .lines = sentences_about(said, {"status", "course", "due"}, false, language)});
    add(report.before, gap_list(summary, language));
    add(report.before, main_table(summary, language));
    add(report.after, darker_list(summary));
    add(report.after, benefit_list(summary, language));
    add(report.after, session_list(summary));
    add(report.after, event_list(summary));
    add(report.after, safety_list(summary));
    add(report.after,
        {.id = "aftercare",
         .title = "Aftercare",
         .lines = sentences_about(said, {"aftercare"}, false, language)});
    add(report.after, source_list(summary));
}

void add_parts_for_patient(const Summary& summary,
                           const texts::Language& language,
                           Report& report) {
    for (const auto& part : patient_parts(summary)) {
        ReportSection section{.id = part.id, .title = language.text(part.title())};
        if (part.lead) {
            section.lead = language.sentence(*part.lead);
        }
        for (const auto& line : part.lines) {
            section.lines.push_back(language.sentence(line));
        }
        add(report.before, std::move(section));
    }
}

}  // namespace

std::string area_text(const schema::SessionArea& area) {
    return fmt::format(
        "{} {} mm × {}", plain(area.region), schema::number_text(area.depth_mm), area.passes);
}

std::vector<std::string> names_of(const Summary& summary) {
    std::vector<std::string> names;
    for (const auto& name : {summary.patient.name, summary.patient.name_ar}) {
        if (name) {
            names.push_back(*name);
        }
    }
    return names;
}

Report report_of(const Summary& summary, Audience audience, const texts::Language& language) {
    Report report{
        .title = fmt::format("Progress of {} on {}", summary.patient.chart, summary.as_of.text())};
    report.names = names_of(summary);
    report.series = series_for(summary, audience, language);
    if (audience == Audience::patient) {
        add_parts_for_patient(summary, language, report);
    } else {
        report.facts = facts_of(summary);
        add_parts_for_clinic(summary, language, report);
    }
    return report;
}

}  // namespace exchange
