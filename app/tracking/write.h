#pragma once
// Writing a patient's records: record, correct, void. Each call is one transaction and one ledger
// entry, durable when it returns. A submission whose key is known returns the first answer and
// writes nothing. Whatever the kind: what cannot be true is refused, the record is stored, what it
// scores is computed, the safety rules are asked, and what they say is kept.

#include <string>
#include <vector>

#include "app/clinical/safety/finding.h"
#include "app/tracking/overrides.h"
#include "app/tracking/scoring.h"
#include "db/ledger/transact.h"
#include "schema/records/any_record.h"

namespace tracking {

// Stores a new record and what it scores. The answer is its id. Without a rater of its own the
// actor is named.
// Throws schema::Error (refused) with every contradiction in it; a chart number that is taken; ids
// of another patient; days that cannot be (possibility.h); for a session a safety finding that asks
// for a reason (safety.h). Throws Asked (questions.h) for what the submission does not confirm.
db::Receipt record(db::Book& book,
                   const db::Submission& submission,
                   const schema::AnyRecord& record);

// Of a record that somebody rates: whoever records it, where no rater is named.
template <class Record>
void name_rater(Record& record, const std::string& actor) {
    if constexpr (requires { record.rater; }) {
        if (!record.rater && !actor.empty()) {
            record.rater = actor;
        }
    }
}

// Puts `corrected` in the place of the record with its id, and computes its scores anew.
// `corrected.version` must be the version that is stored: then nobody changed it meanwhile. Where
// nothing differs, nothing is written, no ledger entry either. The answer is the id. Throws
// schema::Error (refused): no such record, another version, voided, contradictions,
// no reason. Asks as `record`, but not of what stood there before.
db::Receipt correct(db::Book& book,
                    const db::Submission& submission,
                    const schema::AnyRecord& corrected);

// The same of a record that is over by now, which is no correction and needs no reason.
db::Receipt end(db::Book& book, const db::Submission& submission, const schema::AnyRecord& ended);

struct RecordedSession {
    db::Receipt receipt;  // its answer is the id of the session
    // With what was not judged (assessment.h); none when the submission's key was known.
    std::vector<clinical::Finding> findings;

    schema::Id<schema::Session> id() const { return receipt.id<schema::Session>(); }
};

// The same of a session over what the rules say of it, with a reason for each (safety.h).
RecordedSession record_session(db::Book& book,
                               const db::Submission& submission,
                               const schema::Session& session,
                               const Overrides& overrides);
RecordedSession correct_session(db::Book& book,
                                const db::Submission& submission,
                                const schema::Session& corrected,
                                const Overrides& overrides);

// Marks the record with this id as entered in error and takes its scores out of every series.
// `which` names its kind and id. The answer is the id. Throws schema::Error (refused): no such
// record, voided already, no reason.
db::Receipt void_record(db::Book& book,
                        const db::Submission& submission,
                        const schema::AnyRecord& which);

// The same within a transaction that is under way, of a record that counts.
void void_in(db::Write& write, Scorer& scorer, const schema::AnyRecord& which);

// The same of one of this person's own or, with the right void_others, of anybody's; throws as
// void_record.
template <class Record>
void void_own_in(db::Write& write, Scorer& scorer, schema::Id<Record> id);

// `correct` within a transaction that is under way; what there is to ask is left to the caller.
// Returns what stood there before; where nothing differs, nothing is written.
template <class Record>
Record correct_in(db::Write& write, Scorer& scorer, const Record& corrected);

// Corrects a patient, who has no scores of their own, within a transaction that is under way; what
// there is to ask was asked.
void correct_in(db::Write& write, const schema::Patient& corrected);

// The first of these within a transaction that is under way, for imports: what was done elsewhere
// or long ago is kept without asking the safety rules, which are asked afterwards (safety.h), and
// whether a chart number is taken is asked of the whole file at once. Returns the new id.
template <class Record>
schema::Id<Record> store(db::Write& write, Scorer& scorer, Record record);

}  // namespace tracking
