// Files made to harm: foreign triggers, changes that are no changeset.

#include <chrono>
#include <future>

#include "db/backup.h"
#include "db/ledger/changes.h"
#include "db/ledger/changeset_rows.h"
#include "db/ledger/ledger.h"
#include "db/ledger/verify.h"
#include "db/sqlite/connection.h"
#include "tests/db/clinic_book.h"

namespace db::hostile_book_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class HostileBook : public ClinicBook {
  protected:
    HostileBook() {
        auto book = Book::create(file_);
        add(book, "C-1");
        add(book, "C-2");
    }
    void sql(const std::string& text) const { ASSERT_TRUE(support::sqlite_shell(file_, text)); }

    // The second entry's changes become these bytes.
    void put_changes(const std::string& hex_bytes) const {
        sql("DROP TRIGGER ledger_is_not_rewritten; UPDATE ledger SET changes = x'" + hex_bytes +
            "' WHERE seq = 2;");
    }
};

TEST_F(HostileBook, IsNotWrittenWhenItsSchemaIsForeign) {
    const std::vector<std::pair<std::string, std::string>> foreign{
        {"CREATE TRIGGER evil AFTER INSERT ON patient BEGIN UPDATE patient SET note = 'owned'; END",
         "trigger evil is not one of this program's"},
        {"CREATE TABLE stash (a)", "table stash is not one of this program's"},
        {"CREATE VIEW clinic_view AS SELECT 1", "view clinic_view is not one"},
        {"CREATE INDEX odd ON patient (note)", "index odd is not one"},
        {"INSERT INTO word_device VALUES ('laser')", "word 'laser' of word_device is not one"},
        {"DELETE FROM word_endpoint WHERE word = 'none'",
         "word 'none' of word_endpoint is missing or was altered"},
        {"UPDATE word_region SET word = 'back' WHERE id = 13",
         "word 13 'upper_back' of word_region is missing or was altered"},
        {"DROP TRIGGER ledger_is_not_cut", "trigger ledger_is_not_cut is missing or was altered"}};
    int round = 0;
    for (const auto& [change, name] : foreign) {
        fs::remove(file_);
        fs::remove(beside(".head"));
        Book::create(file_);
        sql(change);
        auto book = Book::open(file_);
        const auto error = error_of([&] { add(book, "C-" + std::to_string(++round)); });
        EXPECT_EQ(error.fault(), schema::Fault::damaged);
        EXPECT_THAT(said(error), HasSubstr(name));
        EXPECT_EQ(last_entry(book), 0);
        EXPECT_THAT(said(quick_problems(book)), HasSubstr(name));
        EXPECT_THAT(said(error_of([&] { copy_verified(book, folder_ / "copy"); })),
                    HasSubstr(name));
    }
}

TEST_F(HostileBook, IsNotWrittenOnceItsSchemaBecomesForeignWhileItIsOpen) {
    auto book = Book::open(file_);
    add(book, "C-3");
    sql("CREATE TRIGGER evil AFTER INSERT ON patient BEGIN UPDATE patient SET note = 'owned'; END");
    EXPECT_THAT(said(error_of([&] { add(book, "C-4"); })), HasSubstr("trigger evil"));
    sql("DROP TRIGGER evil");
    add(book, "C-4");
}

// A name of SQLite's own hides nothing.
TEST_F(HostileBook, IsNotWrittenWhenAForeignTriggerIsCalledLikeOneOfSqlites) {
    sql("CREATE TRIGGER evil AFTER INSERT ON patient BEGIN UPDATE patient SET note = 'o'; END");
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE)
        .exec(
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET name = 'sqlite_evil', sql = "
            "replace(sql, 'evil', 'sqlite_evil') WHERE name = 'evil'");
    auto book = Book::open_for_check(file_);
    EXPECT_THAT(said(error_of([&] { add(book, "C-3"); })), HasSubstr("sqlite_evil"));
}

// SQLite 3.40.1 never ends on most of these.
TEST_F(HostileBook, WithChangesThatAreNoChangesetIsAnsweredAtOnce) {
    for (const auto* bytes :
         {"54", "5401", "54ff", "5403010000", "540101612e", "5001", "00", "ffffffff"}) {
        SCOPED_TRACE(bytes);
        fs::remove(file_);
        fs::remove(beside(".head"));
        {
            auto book = Book::create(file_);
            add(book, "C-1");
            add(book, "C-2");
        }
        put_changes(bytes);
        auto found = std::async(std::launch::async, [&] {
            const auto book = Book::open_for_check(file_);
            CheckedMoment moment(book);
            std::string text = said(moment.quick_problems()) + said(moment.replay_problems({}));
            const ChangesReader changes(book);
            for_each_entry(book, {.with_changes = true}, [&](const LedgerEntry& entry) {
                text += changes.read(entry, 9) ? "read;" : "altered;";
            });
            return text;
        });
        ASSERT_EQ(found.wait_for(std::chrono::seconds(60)), std::future_status::ready);
        const auto text = found.get();
        EXPECT_THAT(text, HasSubstr("ledger entry 2: holds altered changes"));
        EXPECT_THAT(text, HasSubstr("ledger entry 2: its changes were altered"));
        EXPECT_THAT(text, HasSubstr("read;altered;"));
    }
}

// To count up to it would never end.
TEST_F(HostileBook, WhoseLastEntryHasAnyNumberIsAnsweredAtOnce) {
    sql("DROP TRIGGER ledger_is_not_rewritten; UPDATE ledger SET seq = 9223372036854775807 WHERE "
        "seq = 2;");
    auto found = std::async(std::launch::async, [&] {
        const auto book = Book::open_for_check(file_);
        CheckedMoment moment(book);
        return said(moment.quick_problems()) + said(moment.replay_problems({}));
    });
    ASSERT_EQ(found.wait_for(std::chrono::seconds(60)), std::future_status::ready);
    EXPECT_THAT(found.get(), HasSubstr("follows entry 1: entries between are missing"));
}

std::string bytes(std::initializer_list<int> values) {
    std::string all;
    for (const int value : values) {
        all += static_cast<char>(value);
    }
    return all;
}

TEST(Changeset, IsWhatSqliteWritesAndNothingElse) {
    const ColumnCounts tables{{"a", 2}};
    const auto fits = [&](const std::string& changeset) { return is_changeset(tables, changeset); };
    const auto table = bytes({'T', 2, 1, 0, 'a', 0});
    const auto integer = bytes({1, 0, 0, 0, 0, 0, 0, 0, 7});
    const auto text = bytes({3, 2, 'h', 'i'});
    const auto insert = bytes({18, 0}) + integer + text;
    const auto update = bytes({23, 0}) + integer + bytes({5}) + bytes({0}) + text;
    EXPECT_TRUE(fits(""));
    EXPECT_TRUE(fits(table + insert));
    EXPECT_TRUE(fits(table + insert + update + bytes({9, 0}) + integer + text));
    EXPECT_TRUE(fits(table + insert + table + update));
    const auto whole = table + insert + update;
    for (std::size_t size = 1; size < whole.size(); ++size) {
        EXPECT_EQ(fits(whole.substr(0, size)), size == (table + insert).size()) << size;
    }
    EXPECT_FALSE(fits(insert)) << "no table";
    EXPECT_FALSE(fits(bytes({'T', 2, 0, 0, 'a', 0}) + insert)) << "no key";
    EXPECT_FALSE(fits(bytes({'T', 2, 1, 0, 'b', 0}) + insert)) << "not a table";
    EXPECT_FALSE(fits(bytes({'T', 3, 1, 0, 0, 'a', 0}) + insert)) << "too many columns";
    EXPECT_FALSE(fits(bytes({'P', 2, 1, 0, 'a', 0}) + insert)) << "a patchset";
    EXPECT_FALSE(fits(table + bytes({17, 0}) + integer + text)) << "no operation";
    EXPECT_FALSE(fits(table + bytes({18, 0}) + integer + bytes({6}))) << "no type";
    const auto endless = bytes({3, 255, 255, 255, 255, 255, 255, 255, 255, 255});
    EXPECT_FALSE(fits(table + bytes({18, 0}) + integer + endless)) << "longer than there is";
}

TEST(Changeset, IsTheSameReadPieceByPiece) {
    const ColumnCounts tables{{"a", 2}};
    const auto whole = bytes({'T', 2, 1, 0, 'a', 0}) + bytes({18, 0, 1, 0, 0, 0, 0, 0, 0, 0, 7}) +
                       bytes({3, 2, 'h', 'i', 9, 0, 1, 0, 0, 0, 0, 0, 0, 0, 8, 5});
    for (std::size_t piece = 1; piece <= whole.size(); ++piece) {
        SCOPED_TRACE(piece);
        std::size_t at = 0;
        ChangesetRows rows(tables, [&](std::string& more) {
            more += whole.substr(at, piece);
            const bool is_more = at < whole.size();
            at = std::min(at + piece, whole.size());
            return is_more;
        });
        ASSERT_TRUE(rows.next());
        EXPECT_EQ(rows.row().number(0), 7);
        EXPECT_EQ(rows.row().after(1)->text(), "hi");
        ASSERT_TRUE(rows.next());
        EXPECT_EQ(rows.row().number(0), 8);
        EXPECT_TRUE(rows.row().before(1)->is_null());
        EXPECT_FALSE(rows.next());
        EXPECT_TRUE(rows.is_whole());
    }
}

}  // namespace
}  // namespace db::hostile_book_test
