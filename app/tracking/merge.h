#pragma once
// Two charts of one person. The way back is to undo the ledger entry (undo.h).

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "db/book.h"
#include "db/ledger/transact.h"
#include "schema/records/patient.h"

namespace tracking {

// The action of its ledger entry, by which `merged_into` finds it.
inline constexpr std::string_view merges_patients = "patient merge";

// A field of which two charts of one person say something else.
struct Difference {
    std::string field;
    std::string from;
    std::string into;
};

// What merging would do: the fields and labels that both have and that differ, those that come from
// the first, and how many records and directly entered scores go over.
struct Merging {
    std::vector<Difference> differences;  // of a label the field is "label KEY"
    std::vector<std::string> filled;      // fields and labels that only the first has
    int records = 0;
};
Merging plan_merge(const db::Book& book, const schema::Patient& from, const schema::Patient& into);

// Who was merged into this patient and is still in the book, voided: the same person.
std::vector<schema::Patient> merged_into(const db::Book& book, schema::Id<schema::Patient> patient);

// Makes two charts of one person one: everything of `from` goes to `into`, voided records too,
// labels and values that it lacks; where both have one and they differ, that of `into` stays unless
// `take` names the field, and a label stays with `from`. `from` is voided, the address of its page
// withdrawn. The answer is
// the id of `into`. Ratings of agreement studies stay with `from`: they are of two subjects. Throws
// schema::Error (refused): either voided, the same, no reason, a field in `take` that does not
// differ, values that cannot be true together.
db::Receipt merge_patients(db::Book& book,
                           const db::Submission& submission,
                           const schema::Patient& from,
                           const schema::Patient& into,
                           const std::set<std::string>& take);

}  // namespace tracking
