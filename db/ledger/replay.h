#pragma once
// The ledger played into an empty book, which must come out as the live one. For the .cpp files of
// this folder only.

#include <span>
#include <vector>

#include "db/ledger/verify.h"
#include "db/sqlite/connection.h"
#include "schema/migrations/migrations.h"
#include "schema/types/error.h"

namespace db {

class Replay {
  public:
    // Makes an empty database beside the live one, or in memory where nothing can be written, which
    // reads the live one under the name `live`. What follows does not use `live`, so that another
    // thread may.
    explicit Replay(Connection& live);
    ~Replay();
    Replay(const Replay&) = delete;
    Replay& operator=(const Replay&) = delete;

    SQLite::Database& database();

    // Plays the entries since the last epoch into the tables that `steps` make, which must be the
    // live book's, and names every row that differs, 20 of each table at the most. Within a
    // transaction of `database`, or one of its own. Once only.
    std::vector<schema::Problem> problems(std::span<const schema::Migration> steps,
                                          const ReplayProgress& progress);

  private:
    class Play;

    SQLite::Database database_;
};

}  // namespace db
