#include "app/tracking/restore.h"

#include <algorithm>
#include <type_traits>

#include <fmt/format.h>

#include "app/clinical/contradictions.h"
#include "app/tracking/commit.h"
#include "app/tracking/departure.h"
#include "app/tracking/people/recorder.h"
#include "app/tracking/possibility.h"
#include "app/tracking/questions.h"
#include "app/tracking/scoring.h"
#include "app/tracking/twins.h"
#include "db/ledger/changes.h"
#include "db/ledger/ledger.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "schema/types/error.h"

namespace tracking {

using access_control::Right;

namespace {

using schema::Patient;

bool becomes_voided(const db::RowChange& row) {
    return std::any_of(row.columns.begin(), row.columns.end(), [](const auto& column) {
        return column.column == "voided" && column.before == "0" && column.after == "1";
    });
}

std::optional<Voiding> voiding_in(const db::LedgerEntry& entry,
                                  const std::vector<db::RowChange>& rows,
                                  const kinds::Kind& kind,
                                  std::int64_t id) {
    const auto key = fmt::format("id {}", id);
    std::optional<Voiding> found;
    std::vector<schema::Id<schema::SessionFinding>> findings;
    for (const auto& row : rows) {
        if (!becomes_voided(row)) {
            continue;
        }
        if (row.table == kind.table && row.key == key) {
            found = Voiding{
                .seq = entry.seq, .at = entry.at, .actor = entry.actor, .reason = entry.reason};
        } else if (row.table == kinds::of<schema::SessionFinding>().table) {
            findings.emplace_back(std::stoll(row.key.substr(3)));
        }
    }
    if (found) {
        found->findings = std::move(findings);
    }
    return found;
}

std::string name_of(const kinds::Kind& kind, std::int64_t id) {
    return fmt::format("{} {}", kind.noun, id);
}

template <class Record>
Record voided_one(const db::Book& book, schema::Id<Record> id) {
    const auto name = name_of(kinds::of<Record>(), id.value);
    auto record = db::find(book, id);
    if (!record) {
        throw schema::missing(name,
                              "there is none with this id",
                              fmt::format("`needlebook {} list CHART --voided` shows the ids",
                                          schema::Description<Record>::noun))
            .as("gone");
    }
    if (!record->voided) {
        throw schema::changed(name, "is not voided", "leave it: it counts").as("not_voided");
    }
    if constexpr (!std::is_same_v<Record, Patient>) {
        if (const auto owner = db::find(book, record->patient); owner && owner->voided) {
            throw schema::changed(
                name,
                "is of a patient who was entered in error",
                fmt::format("restore the patient first: `needlebook patient restore {} --reason …`",
                            owner->chart))
                .as("patient_voided");
        }
    }
    return std::move(*record);
}

// What had been found before a session and was voided with it.
void restore_findings(db::Write& write, const schema::Session& session) {
    const auto voiding = voiding_of(write.book(), session);
    if (!voiding) {
        return;
    }
    for (const auto id : voiding->findings) {
        const auto finding = db::find(write.book(), id);
        if (finding && finding->voided && finding->session == session.id) {
            db::set_voided(write, id, false);
        }
    }
}

void refuse_taken_again(const db::Book& book, const Patient& patient) {
    if (const auto holder = db::holder_of_chart(book, patient)) {
        throw schema::changed(
            name_of(kinds::of<Patient>(), patient.id.value),
            fmt::format("chart \"{}\" is of patient {} by now", holder->chart, holder->id.value),
            fmt::format("give that patient another chart number first: `needlebook patient correct "
                        "{} --chart … --reason …`; then restore this one",
                        holder->chart))
            .as("chart_taken", {{"chart", holder->chart}});
    }
}

template <class Record>
std::string restore_one(db::Write& write,
                        schema::Id<Record> id,
                        const std::vector<std::string>& confirm) {
    auto record = voided_one(write.book(), id);
    require_own_row(write, kinds::of<Record>().table, id.value, schema::owner_of(record));
    if constexpr (std::is_same_v<Record, schema::Session>) {
        restore_findings(write, record);
    }
    if constexpr (std::is_same_v<Record, Patient>) {
        refuse_taken_again(write.book(), record);
    }
    db::set_voided(write, id, false);
    record.voided = false;
    schema::refuse_any(clinical::contradictions(record));
    schema::refuse_any(impossible(write.book(), record));
    schema::refuse_any(after_departure(write.book(), record));
    refuse_departure_before(write.book(), record);
    ask_back(write, confirm, twins(write.book(), record));
    write.concerns(schema::owner_of(record));
    Scorer scorer(write);
    scorer.renew(record);
    scorer.finish();
    return std::to_string(id.value);
}

std::string how_voided(const db::Book& book, const Patient& patient) {
    return fmt::format(
        "chart \"{}\" was {}", patient.chart, voided_text(voiding_of(book, patient)));
}

std::string how_back(const Patient& patient) {
    return fmt::format("bring it back: `needlebook patient restore {} --reason …`", patient.chart);
}

schema::Error no_such_chart(const std::string& chart) {
    return schema::missing(
               "patient",
               fmt::format("there is no chart \"{}\"", chart),
               "`needlebook patient list` shows all, `needlebook patient find TEXT` searches")
        .as("no_chart", {{"chart", chart}});
}

}  // namespace

std::optional<Voiding> voiding_of(const db::Book& book, const kinds::ConstRecord& record) {
    const auto& kind = record.kind();
    const auto kept = record.kept();
    const schema::Id<Patient> patient(kind.owner == schema::Owner::patient ? kept.patient
                                                                           : kept.id);
    const db::ChangesReader changes(book, patient);
    std::optional<Voiding> last;
    db::for_each_entry(
        book, {.patient = patient, .newest_first = true}, [&](const db::LedgerEntry& entry) {
            if (last || db::is_of_epoch(entry)) {
                return;
            }
            if (const auto rows = changes.read(entry, std::size_t(-1))) {
                last = voiding_in(entry, *rows, kind, kept.id);
            }
        });
    return last;
}

std::string voided_text(const std::optional<Voiding>& voiding) {
    return voiding ? fmt::format("voided {} by {}{}",
                                 voiding->at,
                                 voiding->actor,
                                 voiding->reason ? ": " + *voiding->reason : "")
                   : "voided";
}

Patient patient_with_chart(const db::Book& book, const std::string& chart) {
    auto patient = patient_voided_or_not(book, chart);
    if (patient.voided) {
        throw schema::missing("patient", how_voided(book, patient), how_back(patient))
            .as("chart_voided", {{"chart", patient.chart}});
    }
    return patient;
}

Patient patient_voided_or_not(const db::Book& book, const std::string& chart) {
    auto patient = db::find_patient(book, chart);
    if (!patient) {
        patient = db::find_voided_patient(book, chart);
    }
    if (!patient) {
        throw no_such_chart(chart);
    }
    return std::move(*patient);
}

Patient voided_patient(const db::Book& book, const std::string& chart) {
    if (auto patient = db::find_voided_patient(book, chart)) {
        return std::move(*patient);
    }
    throw db::find_patient(book, chart)
        ? schema::missing("patient",
                          fmt::format("no patient with chart \"{}\" was voided", chart),
                          "leave --voided out")
              .as("no_chart", {{"chart", chart}})
        : no_such_chart(chart);
}

Patient patient_to_restore(const db::Book& book, const std::string& chart) {
    auto voided = db::find_voided_patient(book, chart);
    return voided ? std::move(*voided) : patient_voided_or_not(book, chart);
}

std::optional<Question> voided_chart_question(const db::Book& book,
                                              const kinds::ConstRecord& record) {
    if (&record.kind() != &kinds::of<Patient>()) {
        return std::nullopt;
    }
    const auto& patient = *static_cast<const Patient*>(record.at());
    const auto voided = db::find_voided_patient(book, patient.chart);
    if (!voided) {
        return std::nullopt;
    }
    return Question{schema::Fault::duplicate,
                    "chart",
                    fmt::format("{}; {}", how_voided(book, *voided), how_back(*voided)),
                    schema::RecordName{"patient", voided->id.value},
                    {"error.chart_was_voided", {{"chart", voided->chart}}}};
}

db::Receipt restore_record(db::Book& book,
                           const db::Submission& submission,
                           const schema::AnyRecord& which) {
    require_reason(submission);
    return commit(book, submission, Right::void_own, [&](db::Write& write) {
        return std::visit(
            [&](const auto& one) { return restore_one(write, one.id, submission.confirm); }, which);
    });
}

}  // namespace tracking
