#pragma once
// What can be wrong with a book, found out from the file alone.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "db/book.h"
#include "schema/types/error.h"

namespace db {

using ReplayProgress = std::function<void(std::int64_t done, std::int64_t all)>;

// How far a book is looked into without playing its ledger.
enum class Depth {
    // SQLite's quick check of every page and row, the tables, triggers and words as the migrations
    // make them, the chain of the ledger by its hashes, its head.
    quick,
    // And every index beside its table, what refers to other rows, the changes of every entry.
    whole,
};

// One moment of a book for all that is compared, whoever writes meanwhile: the tables, the ledger
// as the replay reads it, and the head. What is read from the book while this lives is of that
// moment.
class CheckedMoment {
  public:
    // Waits until nobody is in the middle of a write. Throws schema::Error (busy, unavailable).
    explicit CheckedMoment(const Book& book);
    ~CheckedMoment();
    CheckedMoment(const CheckedMoment&) = delete;
    CheckedMoment& operator=(const CheckedMoment&) = delete;

    const Book& book() const { return book_; }

    // What is found without playing the ledger. Empty if all is well.
    std::vector<schema::Problem> quick_problems(Depth depth = Depth::whole) const;

    // Plays the ledger, from its last epoch on, into an empty book and compares it with the live
    // one, row by row. Empty if they are equal. `progress(done, all)`, if there is one, is called
    // now and then with how much is done. Once only; may run in another thread than what else is
    // read of this moment.
    std::vector<schema::Problem> replay_problems(const ReplayProgress& progress);

  private:
    struct Reading;

    const Book& book_;
    std::unique_ptr<Reading> reading_;
};

// The quick problems of a book at this moment.
std::vector<schema::Problem> quick_problems(const Book& book, Depth depth = Depth::whole);

// How many rows the tables of record hold but for the clinic's keys, which each book has its own
// of, and one SHA-256 over all of them in the order of their keys, as hex.
struct Content {
    std::int64_t rows = 0;
    std::int64_t entries = 0;
    std::string hash;
};
Content content_of(const Book& book);

}  // namespace db
