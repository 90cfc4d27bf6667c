#include "db/records/scores.h"

#include <string>

#include "db/records/score_key.h"
#include "db/records/score_labels.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/kind_rows.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

namespace {

using schema::Score;

constexpr const char* columns =
    "SELECT id, patient_id, instrument_id, region, at, value, origin, origin_id, version, voided, "
    "rater, device, places FROM score ";

Score read_score(Query& row, LabelReader& labels) {
    Score score;
    score.id = row.get<schema::Id<Score>>();
    score.patient = row.get<schema::Id<schema::Patient>>();
    score.instrument = row.get<schema::Id<schema::Instrument>>();
    score.region = read_region(row.get<std::int64_t>());
    score.at = read_moment(row.get<std::int64_t>());
    score.value = row.get<double>();
    if (const auto origin = row.get<std::optional<std::int64_t>>()) {
        score.origin = read_origin(*origin);
    }
    score.origin_id = row.get<std::optional<std::int64_t>>();
    score.version = row.get<int>();
    score.voided = row.get<bool>();
    score.rater = row.get<std::optional<std::string>>();
    score.device = row.get<std::optional<std::string>>();
    score.places = row.get<std::optional<schema::Places>>();
    labels.read(score);
    return score;
}

template <class... Values>
std::vector<Score> read_all(const Book& book, const char* rest, const Values&... values) {
    return translated([&] {
        std::vector<Score> scores;
        LabelReader labels(book);
        Query rows(book.connection(), std::string(columns) + rest);
        rows.with(values...);
        while (rows.step()) {
            scores.push_back(read_score(rows, labels));
        }
        return scores;
    });
}

template <class... Values>
void visit_each(const Book& book,
                const VisitScore& visit,
                const std::string& rest,
                const Values&... values) {
    translate([&] {
        LabelReader labels(book);
        Query rows(book.connection(), std::string(columns) + rest);
        rows.with(values...);
        while (rows.step()) {
            visit(read_score(rows, labels));
        }
    });
}

void touch(Write& write, const Score& score) {
    write.dirty.series.insert({score.patient, score.instrument, score.region});
}

template <class... Values>
void touch_all(Write& write, const char* which, const Values&... values) {
    for (const auto& score : read_all(write.book(), which, values...)) {
        touch(write, score);
    }
}

// Ids count up; the first one of a transaction is looked up, the others follow.
std::int64_t next_score_id(Write& write) {
    if (write.next_score_id == 0) {
        write.next_score_id = write.connection().number("SELECT " + next_id("score"));
    }
    return write.next_score_id++;
}

constexpr const char* insert_sql = R"(
    INSERT INTO score (patient_id, instrument_id, region, at, id, value, origin, origin_id,
        rater, device, places, version, voided)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";

void put_score_by(Query& insert, const Score& score) {
    insert
        .again(score.patient,
               score.instrument,
               region_number(score.region),
               moment_number(score.at),
               score.id,
               score.value,
               score.origin ? std::optional(origin_number(*score.origin)) : std::nullopt,
               score.origin_id,
               score.rater,
               score.device,
               score.places,
               score.version,
               score.voided)
        .run();
}

void put_labels(Write& write, const Score& score) {
    if (!score.labels.empty()) {
        set_labels(write, score);
    }
}

schema::Id<Score> insert_score_by(Query& insert, Write& write, Score score) {
    score.id = schema::Id<Score>(next_score_id(write));
    score.version = 1;
    score.voided = false;
    put_score_by(insert, score);
    put_labels(write, score);
    return score.id;
}

}  // namespace

class ScoreWriter::Statement {
  public:
    explicit Statement(Write& write)
        : write_(write), insert_(write.connection(), insert_sql), last_{} {}

    schema::Id<Score> insert(const Score& score) {
        const SeriesKey series{score.patient, score.instrument, score.region};
        if (series != last_) {
            touch(write_, score);
            last_ = series;
        }
        return insert_score_by(insert_, write_, score);
    }

  private:
    Write& write_;
    Query insert_;
    SeriesKey last_;
};

ScoreWriter::ScoreWriter(Write& write) : statement_(std::make_unique<Statement>(write)) {}

ScoreWriter::~ScoreWriter() = default;

schema::Id<Score> ScoreWriter::insert(const Score& score) {
    return statement_->insert(score);
}

schema::Id<Score> insert_score(Write& write, const Score& score) {
    touch(write, score);
    Query insert(write.connection(), insert_sql);
    return insert_score_by(insert, write, score);
}

void put_score(Write& write, const Score& score) {
    touch(write, score);
    Query insert(write.connection(), insert_sql);
    put_score_by(insert, score);
    put_labels(write, score);
}

void update_score(Write& write, const Score& score) {
    touch(write, score);
    Query(write.connection(),
          "UPDATE score SET at = ?, value = ?, rater = ?, version = version + 1 WHERE id = ?")
        .with(moment_number(score.at), score.value, score.rater, score.id)
        .run();
    set_labels(write, score);
}

void set_score_voided(Write& write, schema::Id<Score> id, bool voided) {
    touch_all(write, "WHERE id = ?", id);
    Query(write.connection(), "UPDATE score SET voided = ?, version = version + 1 WHERE id = ?")
        .with(voided, id)
        .run();
}

void give_score_to(Write& write, const Score& score, schema::Id<schema::Patient> to) {
    Query(write.connection(), "UPDATE score SET patient_id = ?, version = version + 1 WHERE id = ?")
        .with(to, score.id)
        .run();
    touch(write, score);
    auto given = score;
    given.patient = to;
    touch(write, given);
}

void remove_scores_from(Write& write, const Origin& origin) {
    touch_all(write, "WHERE origin = ? AND origin_id = ?", origin_number(origin.kind), origin.id);
    Query(write.connection(), "DELETE FROM score WHERE origin = ? AND origin_id = ?")
        .with(origin_number(origin.kind), origin.id)
        .run();
}

void remove_reading_mean(Write& write, const Score& mean) {
    touch(write, mean);
    Query(write.connection(), R"(
        DELETE FROM score
        WHERE patient_id = ? AND instrument_id = ? AND region = ? AND at = ? AND origin = ?)")
        .with(mean.patient,
              mean.instrument,
              region_number(std::nullopt),
              moment_number(mean.at),
              origin_number(schema::ScoreOrigin::reading_mean))
        .run();
}

std::vector<Score> series_of(const Book& book, const SeriesKey& key) {
    return read_all(book,
                    "WHERE patient_id = ? AND instrument_id = ? AND region = ? AND voided = 0 "
                    "ORDER BY at, id",
                    key.patient,
                    key.instrument,
                    region_number(key.region));
}

std::vector<SeriesKey> series_since(const Book& book,
                                    schema::Id<schema::Patient> patient,
                                    schema::Date since) {
    return translated([&] {
        std::vector<SeriesKey> keys;
        Query rows(book.connection(), R"(
            SELECT instrument_id, region FROM score WHERE patient_id = ? AND voided = 0
            GROUP BY instrument_id, region HAVING max(at) >= ?)");
        rows.with(patient, moment_number(schema::CivilTime(since)));
        while (rows.step()) {
            auto& key = keys.emplace_back();
            key.patient = patient;
            key.instrument = rows.get<schema::Id<schema::Instrument>>();
            key.region = read_region(rows.get<std::int64_t>());
        }
        return keys;
    });
}

std::optional<Score> find_score(const Book& book, schema::Id<Score> id) {
    const auto found = read_all(book, "WHERE id = ?", id);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<Score> scores_of(const Book& book, schema::Id<schema::Patient> patient) {
    return read_all(book,
                    "WHERE patient_id = ? AND voided = 0 ORDER BY instrument_id, region, at, id",
                    patient);
}

std::vector<Score> entered_scores_of(const Book& book, schema::Id<schema::Patient> patient) {
    return read_all(
        book,
        "WHERE patient_id = ? AND origin IS NULL ORDER BY instrument_id, region, at, id",
        patient);
}

std::vector<Score> scores_from(const Book& book, const Origin& origin) {
    return read_all(book,
                    "WHERE origin = ? AND origin_id = ? ORDER BY id",
                    origin_number(origin.kind),
                    origin.id);
}

class ScoresByRecord::Rows {
  public:
    Rows(const Book& book, schema::ScoreOrigin kind)
        : labels_(book),
          rows_(book.connection(),
                std::string(columns) + "WHERE origin = ? ORDER BY origin_id, id") {
        rows_.with(origin_number(kind));
        next();
    }

    std::vector<Score> of(std::int64_t id) {
        std::vector<Score> scores;
        for (; score_ && score_->origin_id <= id; next()) {
            if (score_->origin_id == id) {
                scores.push_back(std::move(*score_));
            }
        }
        return scores;
    }

  private:
    void next() {
        score_ = rows_.step() ? std::optional(read_score(rows_, labels_)) : std::nullopt;
    }

    LabelReader labels_;
    Query rows_;
    std::optional<Score> score_;
};

ScoresByRecord::ScoresByRecord(const Book& book, schema::ScoreOrigin kind)
    : rows_(translated([&] { return std::make_unique<Rows>(book, kind); })) {}

ScoresByRecord::~ScoresByRecord() = default;

std::vector<Score> ScoresByRecord::of(std::int64_t id) {
    return translated([&] { return rows_->of(id); });
}

std::vector<Score> reading_means_of(const Book& book, schema::Id<schema::Patient> patient) {
    // By the patient, not by the origin.
    return read_all(book,
                    "WHERE patient_id = ? AND +origin = ? AND voided = 0 "
                    "ORDER BY instrument_id, region, at, id",
                    patient,
                    origin_number(schema::ScoreOrigin::reading_mean));
}

void for_each_score(const Book& book, const VisitScore& visit) {
    visit_each(book, visit, "ORDER BY patient_id, instrument_id, region, at, id");
}

void for_each_whole_value(const Book& book, const VisitScore& visit) {
    visit_each(book,
               visit,
               "WHERE region = 0 AND voided = 0 "
               "ORDER BY patient_id, instrument_id, region, at, id");
}

void for_each_value_of(const Book& book,
                       schema::Id<schema::Instrument> instrument,
                       const std::optional<schema::Region>& region,
                       const VisitScore& visit) {
    translate([&] {
        // The cross join keeps the patients outside, so that each series is found by its key.
        Query rows(book.connection(), R"(
            SELECT score.id, patient_id, instrument_id, region, at, value, origin, origin_id,
                score.version, score.voided, rater, device, places
            FROM patient CROSS JOIN score ON patient_id = patient.id
            WHERE instrument_id = ? AND region = ? AND score.voided = 0
            ORDER BY patient.id, at, score.id)");
        LabelReader labels(book);
        rows.with(instrument, region_number(region));
        while (rows.step()) {
            visit(read_score(rows, labels));
        }
    });
}

namespace {

constexpr const char* in_force =
    " AND voided = 0 AND patient_id IN (SELECT id FROM patient WHERE voided = 0) "
    "ORDER BY patient_id, instrument_id, region, at, id";

}  // namespace

void for_each_labelled_value(const Book& book, const std::string& key, const VisitScore& visit) {
    visit_each(
        book,
        visit,
        std::string("WHERE id IN (SELECT score_id FROM score_label WHERE key = ?)") + in_force,
        key);
}

void for_each_value_at(const Book& book,
                       const std::vector<schema::Region>& regions,
                       const VisitScore& visit) {
    std::string numbers;
    for (const auto region : regions) {
        numbers += (numbers.empty() ? "" : ", ") + std::to_string(region_number(region));
    }
    visit_each(book, visit, "WHERE region IN (" + numbers + ")" + in_force);
}

}  // namespace db
