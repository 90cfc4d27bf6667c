#include "db/records/score_labels.h"

#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

void set_labels(Write& write, const schema::Score& score) {
    Query(write.connection(), "DELETE FROM score_label WHERE score_id = ?").with(score.id).run();
    if (score.labels.empty()) {
        return;
    }
    Query insert(write.connection(),
                 "INSERT INTO score_label (score_id, key, value) VALUES (?, ?, ?)");
    for (const auto& [key, value] : score.labels) {
        insert.again(score.id, key, value).run();
    }
}

std::set<std::string> label_keys(const Book& book,
                                 std::optional<schema::Id<schema::Patient>> patient) {
    return translated([&] {
        std::set<std::string> keys;
        Query rows(book.connection(),
                   patient ? "SELECT DISTINCT key FROM score JOIN score_label ON score_id = id "
                             "WHERE patient_id = ?"
                           : "SELECT DISTINCT key FROM score_label");
        if (patient) {
            rows.with(*patient);
        }
        while (rows.step()) {
            keys.insert(rows.get<std::string>());
        }
        return keys;
    });
}

class LabelReader::Rows {
  public:
    explicit Rows(Connection& connection)
        : rows_(connection, "SELECT key, value FROM score_label WHERE score_id = ?") {}

    void read(schema::Score& score) {
        rows_.again(score.id);
        while (rows_.step()) {
            auto key = rows_.get<std::string>();
            score.labels.emplace(std::move(key), rows_.get<std::string>());
        }
    }

  private:
    Query rows_;
};

LabelReader::LabelReader(const Book& book) {
    auto& connection = book.connection();
    if (Query(connection, "SELECT 1 FROM score_label LIMIT 1").step()) {
        rows_ = std::make_unique<Rows>(connection);
    }
}

LabelReader::~LabelReader() = default;

void LabelReader::read(schema::Score& score) {
    if (rows_ && !score.origin) {
        rows_->read(score);
    }
}

}  // namespace db
