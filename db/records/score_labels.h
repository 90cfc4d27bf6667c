#pragma once
// What was on when a value was taken. Scores come with their labels (scores.h); here is what stores
// them, and what is asked of the labels alone.

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/ledger/transact.h"
#include "schema/records/score.h"

namespace db {

// These are the labels of the score, which was entered directly, whatever they were.
void set_labels(Write& write, const schema::Score& score);

// The keys that values have, of all patients or of one, voided values among them; in order.
std::set<std::string> label_keys(const Book& book,
                                 std::optional<schema::Id<schema::Patient>> patient = {});

// Fills in the labels of scores, one after the other.
class LabelReader {
  public:
    explicit LabelReader(const Book& book);
    ~LabelReader();
    LabelReader(const LabelReader&) = delete;
    LabelReader& operator=(const LabelReader&) = delete;

    void read(schema::Score& score);

  private:
    class Rows;
    std::unique_ptr<Rows> rows_;  // null: no value of the book has a label
};

}  // namespace db
