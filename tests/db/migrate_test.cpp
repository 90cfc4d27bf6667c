#include "db/migrate.h"

#include <array>
#include <fstream>
#include <regex>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "db/file/file_lock.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "db/sqlite/connection.h"
#include "schema/types/error.h"
#include "schema/types/text_bounds.h"
#include "tests/support/sqlite_shell.h"
#include "tests/support/temporary_folder.h"

namespace db::migrate_test {
namespace {

class Migration : public testing::Test {
  protected:
    Migration() {
        transact(book_, {.actor = "nurse", .action = "patient add"}, [&](Write& write) {
            schema::Patient patient;
            patient.chart = "C-001";
            return std::to_string(insert(write, patient).value);
        });
    }
    int version() { return static_cast<int>(book_.connection().number("PRAGMA user_version")); }
    bool has_table(const std::string& name) {
        return book_.connection().number("SELECT count(*) FROM sqlite_schema WHERE name = '" +
                                         name + "'") == 1;
    }
    std::filesystem::path copy(int to) { return file_.string() + ".before-v" + std::to_string(to); }

    support::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_ / "clinic.needlebook";
    Book book_ = Book::create(file_);
    const int now_ = current_version();
};

TEST_F(Migration, OfAFreshBookClimbsAllSteps) {
    EXPECT_EQ(version(), schema::migrations().back().version);
    for (std::size_t i = 0; i < schema::migrations().size(); ++i) {
        EXPECT_EQ(schema::migrations()[i].version, static_cast<int>(i) + 1)
            << "numbered without gaps";
    }
}

TEST_F(Migration, OfAnOlderBookMakesAVerifiedCopyFirst) {
    const std::array<schema::Migration, 1> next{
        {{now_ + 1, "next", "CREATE TABLE colour (id INTEGER PRIMARY KEY) STRICT;"}}};
    migrate(book_, next);
    EXPECT_EQ(version(), now_ + 1);
    EXPECT_TRUE(has_table("colour"));
    EXPECT_TRUE(find_patient(book_, "C-001"));
    EXPECT_TRUE(find_patient(Book::open(copy(now_ + 1)), "C-001"));
    EXPECT_EQ(Connection(copy(now_ + 1)).number("PRAGMA user_version"), now_) << "as it was";
}

// What breaks off may be a kill, a full disk or a step that fails.
TEST_F(Migration, ThatIsBrokenOffIsDoneWholeTheNextTimeWithTheCopyThatIsThere) {
    const std::array<schema::Migration, 2> broken{
        {{now_ + 1, "good", "CREATE TABLE colour (id INTEGER PRIMARY KEY) STRICT;"},
         {now_ + 2,
          "half",
          "CREATE TABLE shade (id INTEGER PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES "
          "(1);"}}};
    for (int i = 0; i < 2; ++i) {
        EXPECT_THROW(migrate(book_, broken), schema::Error);
        EXPECT_EQ(version(), now_) << "all steps or none";
        EXPECT_FALSE(has_table("colour"));
        EXPECT_TRUE(find_patient(book_, "C-001"));
        EXPECT_TRUE(std::filesystem::exists(copy(now_ + 2)));
    }
    EXPECT_FALSE(std::filesystem::exists(lock_path(copy(now_ + 2)))) << "only looked at";
    const std::array<schema::Migration, 2> mended{
        {broken[0], {now_ + 2, "whole", "CREATE TABLE shade (id INTEGER PRIMARY KEY) STRICT;"}}};
    migrate(book_, mended);
    EXPECT_EQ(version(), now_ + 2);
    EXPECT_TRUE(has_table("shade"));
    EXPECT_FALSE(std::filesystem::exists(copy(now_ + 2).string() + "-2")) << "one copy of a state";
}

TEST_F(Migration, RemovesWhatAKilledOneLeftOfItsCopyAndNothingElse) {
    const std::array<schema::Migration, 1> next{
        {{now_ + 1, "next", "CREATE TABLE colour (id INTEGER PRIMARY KEY) STRICT;"}}};
    const auto name = file_.string();
    const auto left = {".before-v9.unfinished.copying",
                       ".before-v12-2.unfinished",
                       ".before-v12-2.unfinished-wal",
                       ".before-v12-2.unfinished.head"};
    const auto others = {".before-v8", ".before-v8.head", ".unfinished", "-notes.unfinished"};
    for (const auto* each : left) {
        std::ofstream(name + each) << "";
    }
    for (const auto* each : others) {
        std::ofstream(name + each) << "somebody's";
    }
    FileLock made_now(name + ".before-v10.unfinished.copying");
    ASSERT_TRUE(made_now.try_alone(FileLock::Part::writer));
    std::filesystem::create_directories(name + ".before-v11.unfinished.copying/a folder");
    migrate(book_, next);
    EXPECT_EQ(version(), now_ + 1) << "whatever is there is in nobody's way";
    for (const auto* each : left) {
        EXPECT_FALSE(std::filesystem::exists(name + each)) << each;
    }
    for (const auto* each : others) {
        EXPECT_TRUE(std::filesystem::exists(name + each)) << each;
    }
    EXPECT_TRUE(std::filesystem::exists(name + ".before-v10.unfinished.copying"));
    EXPECT_FALSE(std::filesystem::exists(copy(now_ + 1).string() + ".unfinished.copying"));
}

TEST_F(Migration, LeavesACopyOfAnotherStateAlone) {
    std::ofstream(copy(now_ + 1)) << "somebody's";
    const std::array<schema::Migration, 1> next{
        {{now_ + 1, "next", "CREATE TABLE colour (id INTEGER PRIMARY KEY) STRICT;"}}};
    migrate(book_, next);
    EXPECT_EQ(version(), now_ + 1);
    EXPECT_EQ(std::filesystem::file_size(copy(now_ + 1)), 10U);
    EXPECT_TRUE(find_patient(Book::open(copy(now_ + 1).string() + "-2"), "C-001"));
}

TEST_F(Migration, DoesNotRunOverAForeignTrigger) {
    ASSERT_TRUE(support::sqlite_shell(
        file_, "CREATE TRIGGER evil AFTER INSERT ON patient BEGIN SELECT 1; END;"));
    const std::array<schema::Migration, 1> next{
        {{now_ + 1, "next", "CREATE TABLE colour (id INTEGER PRIMARY KEY) STRICT;"}}};
    EXPECT_THROW(migrate(book_, next), schema::Error);
    EXPECT_EQ(version(), now_);
}

// The ledger is played into a book of today: a row that a migration had changed would not be what
// the ledger says. Aggregates are derived, and not in the ledger; nor are the words of a new list.
TEST(Migrations, ChangeNoRowThatTheLedgerHolds) {
    // A table that is made anew takes all its rows over as they are.
    const std::regex copy(R"(\s*;?\s*INSERT INTO (\w+)_of_ten SELECT \* FROM "?\1"?)");
    // New columns behind them have what the ledger's rows, which lack them, get: the default.
    const std::regex longer(
        R"(\s*;?\s*INSERT INTO (\w+)_new SELECT \*(, (NULL|'anyone'|'latn'|0))+ FROM "?\1"?)");
    const std::regex words(R"((\s|;)*INSERT INTO word_\w+ VALUES[^;]*)");
    const std::regex change(R"((^|;)\s*(UPDATE|INSERT|DELETE|REPLACE)\b[^;]*)");
    for (const auto& step : schema::migrations()) {
        if (step.begins_epoch) {
            continue;  // what the ledger said before it is not played any more
        }
        const auto sql = std::regex_replace(std::string(step.sql), std::regex("--[^\n]*"), "");
        for (auto found = std::sregex_iterator(sql.begin(), sql.end(), change);
             found != std::sregex_iterator();
             ++found) {
            EXPECT_TRUE(found->str().find(" standing_") != std::string::npos ||
                        std::regex_match(found->str(), copy) ||
                        std::regex_match(found->str(), longer) ||
                        std::regex_match(found->str(), words))
                << "version " << step.version << ": " << found->str();
        }
    }
}

// What came before version 10 is there after it, under every column, and the new kinds are taken.
TEST(Migrations, KeepConditionsAndEventsWhileTheirKindsGrow) {
    SQLite::Database book(":memory:", SQLite::OPEN_READWRITE);
    const auto steps = schema::migrations();
    const auto text = [&](const std::string& sql) { return book.execAndGet(sql).getString(); };
    const auto columns = [&](const std::string& table) {
        return text(
            "SELECT group_concat(name || type || \"notnull\" || coalesce(dflt_value, '') || "
            "pk) FROM pragma_table_info('" +
            table + "')");
    };
    for (const auto& step : steps.first(9)) {
        book.exec(std::string(step.sql));
    }
    book.exec("PRAGMA foreign_keys = ON");
    book.exec("INSERT INTO patient (chart) VALUES ('C')");
    book.exec(
        "INSERT INTO \"condition\" (id, patient_id, kind, region, \"from\", until, note, version, "
        "voided) VALUES (4, 1, 'tattoo', 'chin', '2020', '2021-02', 'n', 3, 1)");
    book.exec(
        "INSERT INTO adverse_event (id, patient_id, kind, onset, severity, resolved, note, "
        "version) VALUES (9, 1, 'scar', '2026-01', 2, '2026-02-03', 'n', 2)");
    const std::string condition =
        "SELECT quote(id) || kind || region || \"from\" || until || note || "
        "version || voided FROM \"condition\"";
    const std::string event =
        "SELECT id || kind || onset || severity || resolved || note || "
        "version || voided FROM adverse_event";
    const auto condition_before = text(condition);
    const auto event_before = text(event);
    const auto condition_columns = columns("condition");
    const auto event_columns = columns("adverse_event");
    const auto indexes =
        "SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema WHERE "
        "type = 'index' AND tbl_name IN ('condition', 'adverse_event') ORDER BY 1)";
    const auto indexes_before = text(indexes);

    book.exec("BEGIN");
    for (const auto& step : steps.subspan(9)) {
        book.exec(std::string(step.sql));
    }
    book.exec("COMMIT");
    EXPECT_EQ(text(condition), condition_before);
    EXPECT_EQ(text(event), event_before);
    EXPECT_EQ(columns("condition"), condition_columns + ",substanceTEXT00");
    EXPECT_EQ(columns("adverse_event"), event_columns + ",seriousINTEGER00,relatedTEXT00");
    EXPECT_EQ(text(indexes), indexes_before);
    const auto takes = [&](const std::string& sql) { return book.tryExec(sql) == SQLITE_OK; };
    EXPECT_TRUE(takes("INSERT INTO \"condition\" (patient_id, kind) VALUES (1, 'vitiligo')"));
    EXPECT_FALSE(takes("INSERT INTO \"condition\" (patient_id, kind) VALUES (1, 'vertigo')"));
    EXPECT_FALSE(takes("INSERT INTO \"condition\" (patient_id, kind) VALUES (2, 'vitiligo')"))
        << "nobody's";
    EXPECT_TRUE(
        takes("INSERT INTO adverse_event (patient_id, kind, severity) VALUES (1, "
              "'spreading_redness', 1)"));
    EXPECT_FALSE(
        takes("INSERT INTO adverse_event (patient_id, kind, severity) VALUES (1, "
              "'spreading_rudeness', 1)"));
}

// A book of the version before the contact was split, with a record that refers to each patient.
TEST(Migrations, SplitTheContactAndFreeTheChartsOfVoidedPatients) {
    SQLite::Database book(":memory:", SQLite::OPEN_READWRITE);
    const auto steps = schema::migrations();
    for (const auto& step : steps.first(14)) {
        book.exec(std::string(step.sql));
    }
    book.exec("PRAGMA foreign_keys = ON");
    const std::array<std::pair<const char*, const char*>, 12> contacts{{
        {"0100 123 4567", "telephone"},
        {"+20 (100) 123-4567", "telephone"},
        {"٠١٠٠١٢٣٤٥٦٧", "telephone"},
        {"12345", "telephone"},
        {"1234", "address"},
        {"1234567890123456", "address"},
        {"01001234567 at night", "address"},
        {"mona@example.org", "email"},
        {"mona@example.org 0100123456", "address"},
        {"a@b@c", "address"},
        {"@mona", "address"},
        {"7 Nile Street, Cairo", "address"},
    }};
    int id = 0;
    for (const auto& [contact, field] : contacts) {
        ++id;
        book.exec(
            fmt::format("INSERT INTO patient (id, chart, name, born, contact, version, voided) "
                        "VALUES ({0}, 'C{0}', 'n', '1990-04-02', '{1}', 3, {2})",
                        id,
                        contact,
                        id == 2 ? 1 : 0));
        book.exec(fmt::format("INSERT INTO tag VALUES ({}, 'arm', 'a')", id));
        EXPECT_EQ(schema::contact_field(contact), field) << "an import splits alike: " << contact;
    }
    book.exec("INSERT INTO patient (id, chart) VALUES (99, 'without')");
    book.exec("BEGIN");
    book.exec(std::string(steps[14].sql));
    book.exec("COMMIT");
    id = 0;
    for (const auto& [contact, field] : contacts) {
        ++id;
        const auto split = book.execAndGet(fmt::format(
            "SELECT {} || ' ' || ((telephone IS NOT NULL) + (email IS NOT NULL) + (address IS NOT "
            "NULL)) || name || born || version || voided FROM patient WHERE id = {}",
            field,
            id));
        EXPECT_EQ(split.getString(), fmt::format("{} 1n1990-04-023{}", contact, id == 2 ? 1 : 0));
    }
    const auto takes = [&](const char* sql) { return book.tryExec(sql) == SQLITE_OK; };
    EXPECT_TRUE(takes("INSERT INTO patient (chart) VALUES ('C2')")) << "its patient is voided";
    EXPECT_FALSE(takes("INSERT INTO patient (chart) VALUES ('C1')"));
    EXPECT_FALSE(takes("UPDATE patient SET voided = 0 WHERE id = 2")) << "taken again";
    for (const auto* born : {"1990", "1990-04", "1990-04-02"}) {
        EXPECT_TRUE(
            takes(fmt::format("UPDATE patient SET born = '{}' WHERE id = 1", born).c_str()));
    }
    for (const auto* born : {"90", "1990-13", "1990-4", "1990-02-30", ""}) {
        EXPECT_FALSE(
            takes(fmt::format("UPDATE patient SET born = '{}' WHERE id = 1", born).c_str()));
    }
    EXPECT_FALSE(takes("INSERT INTO tag VALUES (404, 'arm', 'a')")) << "still nobody's";
    EXPECT_FALSE(takes("DELETE FROM patient WHERE id = 1")) << "its tag still refers to it";
}

}  // namespace
}  // namespace db::migrate_test
