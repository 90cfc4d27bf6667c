#pragma once
// Scores that are entered directly, as read off a paper chart.

#include <optional>
#include <string_view>

#include "db/ledger/transact.h"
#include "schema/records/score.h"
#include "schema/types/error.h"

namespace tracking {

// Why the value cannot be on this scale: outside its range, or between its steps (tolerance: a
// millionth of a step).
std::optional<schema::Problem> off_scale(const schema::Instrument& instrument,
                                         double value,
                                         std::string_view where);

// Throws what off_scale says, as schema::Error (refused).
void refuse_off_scale(const schema::Instrument& instrument, double value, std::string_view where);

// Stores the score; the answer is its id. Throws schema::Error (refused) for a value that is not on
// its scale.
db::Receipt record_score(db::Book& book,
                         const db::Submission& submission,
                         const schema::Score& score);

// New time, value, rater and labels for a directly entered score; where nothing differs, nothing is
// written. Throws schema::Error (refused): no such score, computed from a record (that is to be
// corrected), another version, voided, not on its scale.
db::Receipt correct_score(db::Book& book,
                          const db::Submission& submission,
                          const schema::Score& corrected);

db::Receipt void_score(db::Book& book,
                       const db::Submission& submission,
                       schema::Id<schema::Score> id);

// Lets a voided score count again. Throws and asks as record_score, and for one that is not voided
// or whose patient is.
db::Receipt restore_score(db::Book& book,
                          const db::Submission& submission,
                          schema::Id<schema::Score> id);

}  // namespace tracking
