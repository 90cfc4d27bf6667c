#pragma once
// Erasure of a patient by law (db/ledger/erasure.h), and what is told of it before and after.

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/tracking/retention.h"
#include "db/copies.h"
#include "db/ledger/erasure.h"
#include "db/ledger/transact.h"
#include "schema/records/patient.h"
#include "schema/types/date.h"

namespace tracking {

// How many of what: {"sessions", 3}.
using Counts = std::vector<std::pair<std::string, std::int64_t>>;

// What an erasure would do.
struct ErasurePlan {
    schema::Patient patient;
    Retention retention;
    Counts counts;                      // records by kind, scores, labels, links; none that is 0
    std::vector<std::int64_t> entries;  // of the ledger, which are blanked
    std::vector<std::string> merged{};  // charts that were merged into it and are in the book
    bool is_early = true;               // before the retention is over
};

// Reads the whole ledger. Whether it is early is of `today`, without one of the clinic's day now:
// no other day lets anything be erased.
ErasurePlan plan_erasure(const db::Book& book,
                         const schema::Patient& patient,
                         std::optional<schema::Date> today = std::nullopt);

struct ErasureRequest {
    std::string chart;
    // Why before the retention is over.
    std::optional<std::string> legal_reason{};
    // Removes what is kept beside the book, and returns how much: called before the commit, when
    // no rule speaks against it any more, with the patient's records still in the book.
    std::function<std::size_t(const db::Book&, const schema::Patient&)> discard_drafts{};
};

struct Erased {
    bool repeated = false;  // this very submission had erased: only the entries are known
    ErasurePlan plan{};     // the patient as it was
    std::size_t drafts = 0;
    db::LedgerEntry entry{};  // of the erasure
    db::LedgerEntry epoch{};  // the first after it
    bool is_finished = true;  // the bytes are gone; false: the next write goes on with it
};

// Whether this very submission erased the patient who had this chart. The ledger keeps no hash of
// the request, which would tell the chart number to who guesses: a submission whose key is known
// counts as the same while nobody has this chart. Throws schema::Error (refused) where somebody
// has, or the key stands for something else.
bool was_erased(const db::Book& book, const db::Submission& submission, const std::string& chart);

// Throws schema::Error (refused): no reason; before the retention is over without a legal one.
void refuse_erasure(const ErasurePlan& plan,
                    const db::Submission& submission,
                    const ErasureRequest& request);

// Erases the patient of this chart, a voided one too, and their bytes; the submission's reason
// stays in the ledger for good, with the legal reason. Throws schema::Error: missing for an unknown
// chart; as the two above and transact.
Erased erase_patient(db::Book& book,
                     const db::Submission& submission,
                     const ErasureRequest& request);

// For the patient's file on paper: who erased what, when and why, the witness in the ledger, and
// the copies that still hold it. With the chart number, without a name.
std::string erasure_certificate(const db::Book& book,
                                const Erased& erased,
                                const std::vector<db::Copy>& copies);

}  // namespace tracking
