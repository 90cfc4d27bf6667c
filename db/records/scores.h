#pragma once
// Values on scales. One patient's series on one scale is one contiguous range of the table.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "db/ledger/transact.h"
#include "schema/records/score.h"

namespace db {

using VisitScore = std::function<void(const schema::Score&)>;

// Where a score was computed from.
struct Origin {
    schema::ScoreOrigin kind{};
    std::int64_t id = 0;
};

// Stores a new score; its id is given. The database refuses a value that is not on its scale.
schema::Id<schema::Score> insert_score(Write& write, const schema::Score& score);

// Stores many new scores one after the other, best in the order of the table's key.
// Stores a score as it was in another book: with its id and version, voided or not.
void put_score(Write& write, const schema::Score& score);

class ScoreWriter {
  public:
    explicit ScoreWriter(Write& write);
    ~ScoreWriter();
    ScoreWriter(const ScoreWriter&) = delete;
    ScoreWriter& operator=(const ScoreWriter&) = delete;

    // As `insert_score`.
    schema::Id<schema::Score> insert(const schema::Score& score);

  private:
    class Statement;
    std::unique_ptr<Statement> statement_;
};

// Replaces time, value, rater and labels of the score with this id and adds one to its version.
void update_score(Write& write, const schema::Score& score);

// Marks a directly entered score as entered in error, or as one that counts.
void set_score_voided(Write& write, schema::Id<schema::Score> id, bool voided);

// Gives a directly entered score to another patient; adds one to its version.
void give_score_to(Write& write, const schema::Score& score, schema::Id<schema::Patient> to);

// Takes the scores that were computed from a record out of their series. They are derived: the
// record holds what was seen, the ledger the values that were.
void remove_scores_from(Write& write, const Origin& origin);

// Takes the mean over regions at this moment out of the series.
void remove_reading_mean(Write& write, const schema::Score& mean);

std::optional<schema::Score> find_score(const Book& book, schema::Id<schema::Score> id);

// The patient's scores that are not voided, by scale, region, time and id.
std::vector<schema::Score> scores_of(const Book& book, schema::Id<schema::Patient> patient);

// Those of the patient that were entered directly, voided ones too, in the same order.
std::vector<schema::Score> entered_scores_of(const Book& book, schema::Id<schema::Patient> patient);

// The patient's series that have a value on this day or later.
std::vector<SeriesKey> series_since(const Book& book,
                                    schema::Id<schema::Patient> patient,
                                    schema::Date since);

// Those of one series, by time and id.
std::vector<schema::Score> series_of(const Book& book, const SeriesKey& key);

// The scores computed from one record, by id.
std::vector<schema::Score> scores_from(const Book& book, const Origin& origin);

// Those of many records of one kind, asked for in the order of their ids: one pass over all.
class ScoresByRecord {
  public:
    ScoresByRecord(const Book& book, schema::ScoreOrigin kind);
    ~ScoresByRecord();
    ScoresByRecord(const ScoresByRecord&) = delete;
    ScoresByRecord& operator=(const ScoresByRecord&) = delete;

    // The scores computed from the record. `id` is higher than that asked for before.
    std::vector<schema::Score> of(std::int64_t id);

  private:
    class Rows;
    std::unique_ptr<Rows> rows_;
};

// The patient's means over regions that are not voided, by scale, time and id.
std::vector<schema::Score> reading_means_of(const Book& book, schema::Id<schema::Patient> patient);

// Every score, voided ones too, by patient, scale, region, time and id.
void for_each_score(const Book& book, const VisitScore& visit);

// Every value of the whole (no regions) that is not voided, by patient, scale, time and id: one
// scan of the table.
void for_each_whole_value(const Book& book, const VisitScore& visit);

// The values of one scale and region (none: of the whole) that are not voided, in the same order;
// one search of the table per patient.
void for_each_value_of(const Book& book,
                       schema::Id<schema::Instrument> instrument,
                       const std::optional<schema::Region>& region,
                       const VisitScore& visit);

// The values with a label of this key, of patients who are not voided, in the same order; and those
// of all scales at these regions.
void for_each_labelled_value(const Book& book, const std::string& key, const VisitScore& visit);
void for_each_value_at(const Book& book,
                       const std::vector<schema::Region>& regions,
                       const VisitScore& visit);

}  // namespace db
