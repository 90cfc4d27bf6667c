#include "db/search/search_index.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "db/file/file.h"
#include "db/ledger/changeset_rows.h"
#include "db/ledger/ledger.h"
#include "db/search/search_rows.h"
#include "db/sqlite/kind_rows.h"
#include "schema/kinds/kinds.h"
#include "schema/records/tag.h"
#include "schema/types/error.h"

namespace db {

namespace {

using kinds::Kind;

constexpr std::int64_t newest_id = (std::int64_t{1} << 40) - 1;
constexpr std::int64_t longest_changes = 4 * 1024 * 1024;  // of an entry that is quickly read
constexpr std::int64_t most_entries = 2000;
constexpr int how_long_to_wait = 5000;  // milliseconds

// Of each kind the newest come first.
std::int64_t key_of(std::size_t kind, std::int64_t id) {
    return (static_cast<std::int64_t>(kind) << 40) + newest_id - id;
}

std::size_t place_of(const Kind& kind) {
    const auto& all = searched_kinds();
    return static_cast<std::size_t>(std::find(all.begin(), all.end(), &kind) - all.begin());
}

// What the index is of: another version of the program may look into other fields.
std::string shape() {
    std::string text = "1";
    for (const auto* kind : searched_kinds()) {
        text += fmt::format(" {}:", kind->noun);
        for (const auto& field : kind->fields) {
            if (searched_as(field) != SearchedAs::not_at_all) {
                text += fmt::format("{},", field.name);
            }
        }
    }
    return text;
}

std::string text_of(const Hash& hash) {
    return hex(hash);
}

// Where the columns of a table stand, by the book.
class ColumnPlaces {
  public:
    explicit ColumnPlaces(Connection& connection) : connection_(connection) {}
    int of(std::string_view table, std::string_view name) {
        const auto [known, is_new] = known_.try_emplace(fmt::format("{} {}", table, name), -1);
        if (is_new) {
            Query place(connection_, "SELECT cid FROM pragma_table_info(?) WHERE name = ?");
            place.with(std::string(table), std::string(name));
            known->second = place.step() ? place.get<int>() : 0;
        }
        return known->second;
    }

  private:
    Connection& connection_;
    std::map<std::string, int> known_{};
};

using Touched = std::set<std::pair<std::size_t, std::int64_t>>;

void note_touched(const ChangedRow& row, ColumnPlaces& columns, Touched& touched) {
    const bool is_tag = row.table == kinds::of<schema::Tag>().table;
    const auto& all = searched_kinds();
    const auto kind = std::find_if(all.begin(), all.end(), [&](const Kind* each) {
        return each->table == (is_tag ? kinds::of<schema::Patient>().table : row.table);
    });
    if (kind == all.end()) {
        return;
    }
    const auto* const id = row.told(columns.of(row.table, is_tag ? "patient_id" : "id"));
    if (id != nullptr) {
        touched.emplace(static_cast<std::size_t>(kind - all.begin()), id->number());
    }
}

// The rows that entries after this one touched; nothing where it cannot be told, or is too much.
std::optional<Touched> touched_after(Connection& connection, std::int64_t entry) {
    const auto tables = tables_and_columns(connection.database());
    ColumnPlaces columns(connection);
    Touched touched;
    Query entries(
        connection,
        "SELECT action, changes_hash, iif(length(changes) <= ?, changes, NULL) FROM ledger "
        "WHERE seq > ? ORDER BY seq LIMIT ?");
    entries.with(longest_changes, entry, most_entries + 1);
    std::int64_t count = 0;
    while (entries.step()) {
        const auto action = entries.get<std::string>();
        const auto hash = entries.get<std::string>();
        const auto changes = entries.get<std::optional<std::string>>();
        const bool is_readable =
            changes && is_hash(hash, sha256(*changes)) && is_changeset(tables, *changes);
        if (++count > most_entries || !is_readable || action == epoch_begins ||
            action == epoch_goes_on) {
            return std::nullopt;
        }
        for_each_changed_row(tables, *changes, [&](const ChangedRow& row) {
            note_touched(row, columns, touched);
            return true;
        });
    }
    return touched;
}

}  // namespace

SearchIndex::SearchIndex(const Book& book, const SearchProgress& progress)
    : book_(book), progress_(progress), file_(search_path(book.file())) {
    try {
        open();
        if (is_current() || catch_up()) {
            return;
        }
    } catch (const SQLite::Exception& error) {
        if (error.getErrorCode() == SQLITE_BUSY) {
            throw;
        }
        // What is no index, or was broken, is made anew.
    }
    make_anew();
}

void SearchIndex::open() {
    if (!File::open_if_there(file_, O_RDWR | O_CREAT)) {
        throw schema::unavailable(file_.string(), "cannot be made", "look at the folder's rights");
    }
    index_ = std::make_unique<SQLite::Database>(
        file_.string(), SQLite::OPEN_READWRITE, how_long_to_wait);
    index_->exec(
        "PRAGMA secure_delete = ON; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536");
}

void SearchIndex::make_anew() {
    index_.reset();
    remove_search_index(book_.file());
    open();
    index_->exec("PRAGMA page_size = 4096; PRAGMA journal_mode = DELETE");
    SQLite::Transaction making(*index_, SQLite::TransactionBehavior::IMMEDIATE);
    index_->exec(
        "CREATE TABLE IF NOT EXISTS state (shape TEXT, seq INTEGER, hash TEXT); DELETE FROM state;"
        "DROP TABLE IF EXISTS searched;"
        "CREATE VIRTUAL TABLE searched USING fts5(words, codes, tokenize = 'ascii', detail = "
        "column, "
        "columnsize = 0, prefix = '1 2 3')");
    const auto all = progress_ ? count_searched_rows(book_.connection()) : 0;
    std::int64_t done = 0;
    for (const auto* kind : searched_kinds()) {
        for_each_searched_row(
            book_.connection(), *kind, [&](std::int64_t id, const SearchedText& text) {
                put(*kind, id, text);
                constexpr std::int64_t step = 1000;
                if (progress_ && ++done % step == 0) {
                    progress_(done, all);
                }
                return true;
            });
    }
    note_end();
    making.commit();
}

bool SearchIndex::is_current() {
    SQLite::Statement state(*index_, "SELECT shape, seq, hash FROM state");
    const auto end = ledger_end(book_);
    return state.executeStep() && state.getColumn(0).getString() == shape() &&
           state.getColumn(1).getInt64() == end.seq &&
           state.getColumn(2).getString() == text_of(end.hash);
}

bool SearchIndex::catch_up() {
    SQLite::Transaction changing(*index_, SQLite::TransactionBehavior::IMMEDIATE);
    if (is_current()) {  // another process was quicker
        return true;
    }
    std::int64_t seq = 0;
    {
        SQLite::Statement state(*index_, "SELECT shape, seq, hash FROM state");
        if (!state.executeStep() || state.getColumn(0).getString() != shape()) {
            return false;
        }
        seq = state.getColumn(1).getInt64();
        Query entry(book_.connection(), "SELECT hash FROM ledger WHERE seq = ?");
        entry.with(seq);
        const auto hash = entry.step() ? entry.get<std::string>() : std::string();
        Hash known{};
        if (hash.size() != known.size()) {
            return false;
        }
        std::copy(hash.begin(), hash.end(), known.begin());
        if (state.getColumn(2).getString() != text_of(known)) {
            return false;
        }
    }
    const auto touched = touched_after(book_.connection(), seq);
    if (!touched) {
        return false;
    }
    SQLite::Statement remove(*index_, "DELETE FROM searched WHERE rowid = ?");
    for (const auto& [place, id] : *touched) {
        const auto& kind = *searched_kinds()[place];
        remove.reset();
        remove.bind(1, key_of(place, id));
        remove.exec();
        if (const auto text = searched_row(book_.connection(), kind, id)) {
            put(kind, id, *text);
        }
    }
    index_->exec("DELETE FROM state");
    note_end();
    changing.commit();
    return true;
}

void SearchIndex::put(const Kind& kind, std::int64_t id, const SearchedText& text) {
    if (text.words.empty() && text.codes.empty()) {
        return;
    }
    SQLite::Statement add(*index_, "INSERT INTO searched (rowid, words, codes) VALUES (?, ?, ?)");
    add.bind(1, key_of(place_of(kind), id));
    add.bind(2, index_words(text));
    add.bind(3, index_codes(text));
    add.exec();
}

void SearchIndex::note_end() {
    const auto end = ledger_end(book_);
    SQLite::Statement state(*index_, "INSERT INTO state VALUES (?, ?, ?)");
    state.bind(1, shape());
    state.bind(2, end.seq);
    state.bind(3, text_of(end.hash));
    state.exec();
}

void SearchIndex::find(const SearchQuery& query,
                       const std::function<bool(const FoundRecord&)>& visit) {
    SQLite::Statement rows(*index_,
                           "SELECT rowid FROM searched WHERE searched MATCH ? ORDER BY rowid");
    rows.bind(1, query.expression());
    while (rows.executeStep()) {
        const auto key = rows.getColumn(0).getInt64();
        const auto place = static_cast<std::size_t>(key >> 40);
        if (!visit({searched_kinds().at(place), newest_id - (key & newest_id)})) {
            return;
        }
    }
}

}  // namespace db
