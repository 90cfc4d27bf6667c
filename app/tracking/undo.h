#pragma once
// Taking back a whole ledger entry: undo, which makes its rows as they were before, and void, which
// keeps them as entered in error.

#include <cstdint>

#include "db/book.h"
#include "db/ledger/transact.h"

namespace tracking {

// Undoes the entry with this sequence, an undo too. The answer are the sequences of what was
// undone, the latest first, with blanks between. What rests on the entry is asked back
// (questions.h) and undone with it when `confirm` names "dependents". Throws schema::Error as
// db::plan_undo and db::undo.
db::Receipt undo_entry(db::Book& book, const db::Submission& submission, std::int64_t seq);

// Voids every record and directly entered score that the entry made and that still counts, as those
// of an import. A patient whom it registered too, unless they have other records that count. The
// answer says how many: "2 patient, 498 acne". Throws schema::Error (refused): no reason, an entry
// that made nothing that could be voided; missing and damaged as db::rows_made_by.
db::Receipt void_entry(db::Book& book, const db::Submission& submission, std::int64_t seq);

}  // namespace tracking
