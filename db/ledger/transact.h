#pragma once
// One write = one transaction = one ledger entry, durable before it is acknowledged.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "db/book.h"
#include "db/records/dirty_set.h"
#include "schema/types/error.h"
#include "schema/types/id.h"
#include "schema/types/text.h"

namespace access_control {
class Grant;  // app/access/grant.h
}

namespace db {

// Who wants what, and why.
struct Submission {
    std::string actor;
    std::string action;  // "session record"
    std::optional<std::string> reason;
    // A submission with a key that the ledger knows is not done again.
    std::optional<std::string> key;
    std::optional<std::string> request_hash;  // as hex, of the request that the key came with
    // What is so although it is unusual: names of fields, or "duplicate"; see
    // app/tracking/questions.h.
    std::vector<std::string> confirm{};
    // Said with a reason: the clock is right although the last entry is later; see clock.h. The
    // ledger's reason begins with it.
    bool clock_is_right = false;
    // Said with a reason: so many acknowledged entries are missing from the end and are given up;
    // must be the number that is missing. The ledger's reason begins with it.
    std::int64_t accepted_loss = 0;
    // By which right; none: as whoever works on this machine under the actor's name. Looked at by
    // whoever opens the transaction above this folder (app/tracking/commit.h).
    std::shared_ptr<const access_control::Grant> grant{};
};

// A transaction in progress. Only `transact` makes one; the writing functions of this folder ask
// for it.
class Write {
  public:
    explicit Write(Book& book) : book_(book) {}
    ~Write() = default;
    Write(const Write&) = delete;
    Write& operator=(const Write&) = delete;

    Book& book() { return book_; }
    Connection& connection() { return book_.connection(); }

    // Whose record this changes: stands in the ledger entry.
    void concerns(schema::Id<schema::Patient> patient) { patient_ = patient; }
    std::optional<schema::Id<schema::Patient>> patient() const { return patient_; }

    // All is as it was asked for already: nothing is written, not even a ledger entry.
    void leave() { is_left_ = true; }
    bool is_left() const { return is_left_; }

    // The id for the next score; see scores.h.
    std::int64_t next_score_id = 0;

    // The end of the ledger is signed with it, whatever stands before: somebody who may answers for
    // that. See signature.h.
    bool signs_anew = false;

    // What was asked back and had been confirmed; the ledger's reason begins with it.
    std::vector<std::string> confirmed;

    // Set where the entry shall not say what changed: it holds no changes then, and an epoch
    // (epoch.h) follows it, with what the book differed in before.
    std::optional<std::vector<schema::Problem>> new_epoch;

    // What the writing functions of this folder changed under the aggregates; see aggregates.h.
    DirtySet dirty;

    // By which right it is done; none where nobody asked for one (`transact` alone).
    std::shared_ptr<const access_control::Grant> grant;

  private:
    Book& book_;
    std::optional<schema::Id<schema::Patient>> patient_;
    bool is_left_ = false;
};

struct Receipt {
    std::string answer;     // what `work` returned, now or when the key was first seen
    bool repeated = false;  // the key was known; nothing was written

    // The answer as the id of the record that was written. Throws schema::Error (damaged) if it is
    // none: the answer to something else.
    template <class Record>
    schema::Id<Record> id() const {
        const auto id = schema::Text<schema::Id<Record>>::read(answer);
        if (!id) {
            throw schema::damaged(
                "ledger", "the answer to this submission is not an id", "run `needlebook check`");
        }
        return *id;
    }
};

// What this submission was answered; nothing if the ledger does not know its key. Throws
// schema::Error (refused) for a key that stands for anything else: another action or request.
std::optional<std::string> answer_of(const Book& book, const Submission& submission);

// A submission with a key as the ledger knows it.
struct Submitted {
    std::int64_t seq = 0;  // of its ledger entry
    std::optional<std::string> request_hash;
    std::string action;
    std::string answer;
};
// The first one with this key; nothing if the ledger does not know it.
std::optional<Submitted> submitted(const Book& book, const std::string& key);

// Runs `work` in one transaction, writes its ledger entry and commits; on return the change
// survives kill -9 and power loss. `work` returns the answer for the submitter, kept in the ledger.
// Whatever it throws undoes everything, and so does Write::leave. Throws schema::Error: refused
// (another process writes for more than 15 s, a rule of the database, a clock that is behind the
// last entry), damaged (tables that are not this program's, lost or altered entries), full,
// unavailable (the book, its lock or its head is not under its name any more, or the disk does not
// answer; what was committed is then not acknowledged).
Receipt transact(Book& book,
                 const Submission& submission,
                 const std::function<std::string(Write&)>& work);

}  // namespace db
