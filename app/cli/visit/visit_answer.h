#pragma once
// What a visit answers: before it is written (--dry-run, and at a terminal) and once it is.

#include "app/cli/invocation.h"
#include "app/tracking/visit/visit.h"
#include "schema/records/patient.h"

namespace cli {

// The records as they would be, the scores, what the safety rules find and what would be asked
// back. Throws schema::Error as recording it would: refused with every problem;
// tracking::Unanswered for a rule that has no reason; tracking::Asked for what is not confirmed.
void print_visit_preview(Invocation& call,
                         const db::Book& book,
                         const schema::Patient& patient,
                         const tracking::Visit& visit);

// The names of what was written, "acne 3, session 5", with --json the records; cautions and the way
// back are told on `io.err`.
void print_recorded_visit(Invocation& call, const db::Book& book, const std::string& answer);

}  // namespace cli
