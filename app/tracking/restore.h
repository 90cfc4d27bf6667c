#pragma once
// The way back from a void: who voided a record and why, and letting it count again.

#include <optional>
#include <string>
#include <vector>

#include "app/tracking/questions.h"
#include "db/book.h"
#include "db/ledger/transact.h"
#include "schema/kinds/kinds.h"
#include "schema/records/any_record.h"

namespace tracking {

// The last ledger entry that voided a record.
struct Voiding {
    std::int64_t seq = 0;
    std::string at;  // UTC, YYYY-MM-DDTHH:MM:SSZ
    std::string actor;
    std::optional<std::string> reason;
    // Findings of the rules that were voided in the same entry, with their session.
    std::vector<schema::Id<schema::SessionFinding>> findings{};
};

// Of a record as it is stored. Nothing where no entry tells: a record that came in voided, and one
// whose entry was altered. Reads the ledger of its patient.
std::optional<Voiding> voiding_of(const db::Book& book, const kinds::ConstRecord& record);

// "voided 2026-01-05T09:31:02Z by huda: meant A6"; how to bring the record back is not part of it.
std::string voided_text(const std::optional<Voiding>& voiding);

// The patient with this chart number. Throws schema::Error (missing) if there is none; of one who
// was voided it says when, by whom and why, and how they come back.
schema::Patient patient_with_chart(const db::Book& book, const std::string& chart);
// The same, and where nobody in force has it, the last registered of those who were voided.
schema::Patient patient_voided_or_not(const db::Book& book, const std::string& chart);
// The last registered of those who were voided, whoever has the chart number now. Throws
// schema::Error (missing) if there is none.
schema::Patient voided_patient(const db::Book& book, const std::string& chart);
// The one who is meant where a patient is restored: the voided one if there is any.
schema::Patient patient_to_restore(const db::Book& book, const std::string& chart);

// Asked of who gets the chart number of a voided patient: when, by whom and why it was voided, and
// how that patient comes back. Nothing of any other record.
std::optional<Question> voided_chart_question(const db::Book& book,
                                              const kinds::ConstRecord& record);

// Lets a voided record count again: its scores are computed anew, and what the rules had found
// before a session comes back with it. The record is as it was but for its version, which counts
// on. `which` names its kind and id; the answer is the id. Throws schema::Error (refused): no such
// record, not voided, of a patient who is voided, no reason, and what it cannot be beside what the
// book knows by now, or another patient has the chart number. Asks back (questions.h) where it was
// recorded anew meanwhile.
db::Receipt restore_record(db::Book& book,
                           const db::Submission& submission,
                           const schema::AnyRecord& which);

}  // namespace tracking
