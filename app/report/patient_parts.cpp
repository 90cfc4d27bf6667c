#include "app/report/patient_parts.h"

#include <set>
#include <utility>

#include "app/progress/words/care_card.h"
#include "app/progress/words/event_sentences.h"
#include "app/progress/words/figures.h"

namespace exchange {

namespace {

using progress::Summary;
using texts::Phrase;

// The sentences about one of the topics, and of what was measured where `of_values`.
std::vector<Phrase> said_about(const Summary& summary,
                               const std::set<std::string>& topics,
                               bool of_values = false) {
    std::vector<Phrase> lines;
    for (const auto& each : summary.sentences.patient) {
        if (topics.contains(each.about) || (of_values && is_of_values(each))) {
            lines.push_back(each.said);
        }
    }
    return lines;
}

void add(std::vector<PatientPart>& parts, PatientPart part) {
    if (part.lead || !part.lines.empty()) {
        parts.push_back(std::move(part));
    }
}

void add_care_card(std::vector<PatientPart>& parts, const Summary& summary) {
    const bool died = summary.gone && summary.gone->status == schema::PatientStatus::died;
    if (!summary.aftercare || died) {
        return;
    }
    auto card =
        progress::care_card(*summary.aftercare,
                            summary.contact,
                            progress::is_due_for_patient(summary) ? summary.due : std::nullopt);
    std::vector<Phrase> avoid;
    for (auto& line : card.avoid) {
        avoid.push_back(std::move(line.said));
    }
    add(parts, {.id = "first", .lines = std::move(card.first)});
    add(parts, {.id = "use", .lines = std::move(card.use)});
    add(parts, {.id = "avoid", .lines = std::move(avoid)});
    add(parts, {.id = "expect", .lines = std::move(card.expect)});
    add(parts, {.id = "contact", .lines = std::move(card.contact)});
    add(parts, {.id = "next", .lines = std::move(card.next)});
}

}  // namespace

std::vector<PatientPart> patient_parts(const Summary& summary) {
    std::vector<PatientPart> parts;
    PatientPart urgent{.id = "urgent", .lines = said_about(summary, {"urgent"})};
    if (!urgent.lines.empty()) {
        urgent.lead = std::move(urgent.lines.front());
        urgent.lines.erase(urgent.lines.begin());
    }
    add(parts, std::move(urgent));
    add(parts, {.id = "answer", .lines = said_about(summary, {"gaps"}, true)});
    add(parts, {.id = "course", .lines = said_about(summary, {"course", "due"})});
    add(parts, {.id = "events", .lines = said_about(summary, {"events"})});
    add_care_card(parts, summary);
    return parts;
}

std::vector<std::string> names_of(const schema::Patient& patient) {
    std::vector<std::string> names;
    for (const auto& name : {patient.name, patient.name_ar}) {
        if (name) {
            names.push_back(*name);
        }
    }
    return names;
}

texts::Value value_over_time(const progress::Series& series) {
    if (series.verdict == progress::Verdict::stated) {
        return Phrase{"printed.value.on", {{"date", series.latest.at.day()}}};
    }
    const int decimals = progress::decimals_of(series);
    const texts::Number now{series.latest.value, decimals, false, series.instrument.unit};
    if (series.verdict == progress::Verdict::not_enough_data) {
        return now;
    }
    return Phrase{"printed.value.from_to",
                  {{"from", texts::Number{series.baseline.value, decimals}}, {"to", now}}};
}

}  // namespace exchange
