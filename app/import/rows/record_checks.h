#pragma once
// Whether a record that was read from a row can be stored: what the book knows, and a row does not;
// and what the safety rules say of sessions once they are.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <fmt/format.h>

#include "app/clinical/scoring.h"
#include "app/import/import_cells.h"
#include "app/import/import_run.h"
#include "app/import/rows/rows_in_book.h"
#include "app/text/utf8.h"
#include "app/tracking/departure.h"
#include "app/tracking/restore.h"
#include "app/tracking/safety.h"
#include "app/tracking/score.h"
#include "app/tracking/scoring.h"
#include "db/records/records.h"
#include "schema/records/tag.h"

namespace exchange {

// Problems of a whole record, at its row.
inline void add_all(Problems found, const CellPlace& place) {
    for (auto& problem : found) {
        problem.where = place.text();
        place.problems.push_back(std::move(problem));
    }
}

// What the record scores must be on the scales. The database would refuse it too, but could not say
// which row it is in.
template <class Record>
void check_scores(const Record& record,
                  const std::vector<schema::Instrument>& scales,
                  schema::QuestionnaireScore counts,
                  const CellPlace& place) {
    if constexpr (tracking::Scored<Record>) {
        if (record.voided) {
            return;
        }
        for (const auto& scored : tracking::found_by(record, counts)) {
            const auto scale = std::find_if(scales.begin(), scales.end(), [&](const auto& each) {
                return each.code == scored.instrument;
            });
            if (scale == scales.end()) {
                continue;
            }
            if (auto problem = tracking::off_scale(*scale, scored.value, place.text())) {
                place.problems.push_back(std::move(*problem));
            }
        }
    }
}

// Why the patient's record cannot refer to this one; empty if it can.
template <class Other>
std::string reference_fault(ImportRun& run,
                            std::optional<ImportPatients::Place> patient,
                            schema::Id<Other> id) {
    const auto other = db::find(run.book, id);
    if (!other) {
        return "is not in the book";
    }
    if (other->voided) {
        return "was voided";
    }
    const bool own = patient && other->patient == run.patients.id(*patient);
    return own ? "" : "is another patient's";
}

// In a directory, ids are those of the place of export, and become those of this book.
template <class Other>
void check_reference(ImportRun& run,
                     std::optional<schema::Id<Other>>& id,
                     std::optional<ImportPatients::Place> patient,
                     const CellPlace& place) {
    const auto noun = kinds::of<Other>().noun;
    if (!id) {
        return;
    }
    std::string fault = "is not in this directory";
    if (run.of_directory()) {
        const auto& known = (*run.new_ids)[noun];
        if (const auto found = known.find(id->value); found != known.end()) {
            id->value = found->second;
            return;
        }
    } else {
        fault = reference_fault(run, patient, *id);
    }
    if (!fault.empty()) {
        place.problems.push_back(schema::Problem{
            place.text(),
            fmt::format("{} {} {}", noun, id->value, fault),
            fmt::format("give the id of a {} of the same patient, or leave it out", noun)}
                                     .as("reference"));
    }
}

// A session after its patient, who is in the book already, died or left. An export is what it is.
inline void check_departure(ImportRun& run,
                            schema::Session session,
                            std::optional<ImportPatients::Place> patient,
                            const CellPlace& place) {
    if (!patient || run.of_directory()) {
        return;
    }
    session.patient = run.patients.id(*patient);
    for (auto& problem : tracking::after_departure(run.book, session)) {
        problem.where = place.text();
        place.problems.push_back(std::move(problem));
    }
}

// A death before a session that is in the book already.
inline void check_death(ImportRun& run,
                        schema::AdverseEvent event,
                        std::optional<ImportPatients::Place> patient,
                        const CellPlace& place) {
    if (!patient || run.of_directory()) {
        return;
    }
    event.patient = run.patients.id(*patient);
    if (auto problem = tracking::departure_before(run.book, event)) {
        problem->where = place.text();
        place.problems.push_back(std::move(*problem));
    }
}

// A label that an earlier row says otherwise.
inline void check_label(const schema::Tag& tag,
                        const std::string& earlier,
                        const CellPlace& place) {
    if (earlier != tag.value) {
        place.problems.push_back(
            schema::Problem{
                place.text(),
                fmt::format("tag {}: {}, but an earlier row says {} of the same patient",
                            excerpt(tag.key),
                            excerpt(tag.value),
                            excerpt(earlier)),
                "give a patient one value per tag"}
                .as("label_other", {{"label", tag.key}, {"value", tag.value}, {"other", earlier}}));
    }
}

// What the record refers to.
template <class Record>
void check_references(ImportRun& run,
                      Record& record,
                      std::optional<ImportPatients::Place> patient,
                      const CellPlace& place) {
    if constexpr (std::is_same_v<Record, schema::Session>) {
        check_reference(run, record.course, patient, place);
        check_departure(run, record, patient, place);
    } else if constexpr (std::is_same_v<Record, schema::Application> ||
                         std::is_same_v<Record, schema::AdverseEvent>) {
        check_reference(run, record.session, patient, place);
        if constexpr (std::is_same_v<Record, schema::AdverseEvent>) {
            check_death(run, record, patient, place);
        }
    } else if constexpr (std::is_same_v<Record, schema::Photo>) {
        check_reference(run, record.session, patient, place);
    } else if constexpr (std::is_same_v<Record, schema::SessionFinding>) {
        std::optional session = record.session;
        check_reference(run, session, patient, place);
        record.session = *session;
        check_reference(run, record.sign_off, patient, place);
        if (run.of_directory() && record.record) {
            record.record->id = new_id(*run.new_ids, *record.record);
        }
    }
}

// Has the safety rules say of stored sessions what they would have asked. Of an export its own file
// tells.
template <class Record, class Row>
void judge_sessions(ImportRun& run, db::Write& write, const std::vector<Row>& rows) {
    if constexpr (std::is_same_v<Record, schema::Session>) {
        tracking::SessionsByPatient stored;
        for (const auto& row : rows) {
            stored[row.record.patient].insert(row.record.id);
        }
        if (!run.of_directory()) {
            run.report.findings_not_asked = tracking::judge_afterwards(write, stored);
        }
    }
}

// The problem when there is a scale of this code already; with `same_is_fine` not when it is the
// same scale.
inline std::optional<schema::Problem> taken_code(const schema::Instrument& scale,
                                                 const std::vector<schema::Instrument>& known,
                                                 bool same_is_fine) {
    const auto other = std::find_if(
        known.begin(), known.end(), [&](const auto& each) { return each.code == scale.code; });
    const auto same = [&] {
        auto one = scale;
        one.id = other->id;
        one.built_in = other->built_in;
        return one == *other;
    };
    if (other == known.end() || (same_is_fine && same())) {
        return std::nullopt;
    }
    return schema::Problem{"instrument",
                           fmt::format("there is already an instrument {}", scale.code),
                           "choose another code; `needlebook instrument list` shows those taken"}
        .as("code_taken", {{"code", scale.code}});
}

// Whether the chart is free. Who is in the book already is corrected there.
inline void check_patient(ImportRun& run,
                          const schema::Patient& patient,
                          RowsInBook<schema::Patient>& in_book,
                          const Plan& plan,
                          const CellPlace& place) {
    auto problem = run.patients.taken(patient.chart, place.text());
    if (!problem) {
        return;
    }
    if (run.joining != nullptr) {
        problem->remedy =
            "say whose records these are here, a patient of the book or a new chart number: "
            "--patient CHART";
        problem->told = {"error.patient_file_chart", {{"chart", patient.chart}}};
    }
    in_book.each(patient, std::nullopt, [&](const schema::Patient& there) {
        problem->what +=
            what_differs(kinds::of<schema::Patient>(), contradicted(there, patient, plan));
    });
    place.problems.push_back(std::move(*problem));
}

// Of a chart number that was a voided patient's.
inline void ask_of_voided_chart(ImportRun& run,
                                const schema::Patient& patient,
                                const CellPlace& place) {
    if (run.patients.is_of_voided(patient.chart)) {
        if (const auto question = tracking::voided_chart_question(run.book, patient)) {
            ask_row(run, *question, place);
        }
    }
}

// A patient may be known by number only; but where there is a column for names, one is expected.
inline void check_name(const schema::Patient& patient, const Plan& plan, const CellPlace& place) {
    const auto* name = plan.find("name");
    name = name != nullptr ? name : plan.find("name_ar");
    if (name != nullptr && !patient.name && !patient.name_ar) {
        place.problems.push_back(
            schema::Problem{place.text(*name),
                            "the name is empty",
                            "give the name, or leave the row out with --keep-good"}
                .as("name_missing"));
    }
}

}  // namespace exchange
