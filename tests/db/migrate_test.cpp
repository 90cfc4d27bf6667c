#include "db/migrate.h"

#include <array>
#include <regex>
#include <string>

#include <gtest/gtest.h>

#include "db/connection.h"
#include "db/file_lock.h"
#include "db/patients.h"
#include "db/records.h"
#include "schema/types/error.h"
#include "tests/support/temporary_folder.h"

namespace db {
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
        {{now_ + 1, "next", "CREATE TABLE photo (id INTEGER PRIMARY KEY) STRICT;"}}};
    migrate(book_, next);
    EXPECT_EQ(version(), now_ + 1);
    EXPECT_TRUE(has_table("photo"));
    EXPECT_TRUE(find_patient(book_, "C-001"));
    EXPECT_TRUE(find_patient(Book::open(copy(now_ + 1)), "C-001"));
    EXPECT_EQ(Connection(copy(now_ + 1)).number("PRAGMA user_version"), now_) << "as it was";
}

TEST_F(Migration, ThatIsInterruptedGoesOnFromTheLastWholeStep) {
    const std::array<schema::Migration, 2> broken{
        {{now_ + 1, "good", "CREATE TABLE photo (id INTEGER PRIMARY KEY) STRICT;"},
         {now_ + 2,
          "half",
          "CREATE TABLE consent (id INTEGER PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES "
          "(1);"}}};
    EXPECT_THROW(migrate(book_, broken), schema::Error);
    EXPECT_EQ(version(), now_ + 1);
    EXPECT_TRUE(has_table("photo"));
    EXPECT_FALSE(has_table("consent")) << "half a step is no step";
    EXPECT_TRUE(find_patient(book_, "C-001"));

    std::filesystem::remove(copy(now_ + 2));
    const std::array<schema::Migration, 2> mended{
        {broken[0], {now_ + 2, "whole", "CREATE TABLE consent (id INTEGER PRIMARY KEY) STRICT;"}}};
    migrate(book_, mended);
    EXPECT_EQ(version(), now_ + 2);
    EXPECT_TRUE(has_table("consent"));
}

// The ledger is played into a book of today: a row that a migration had changed would not be what
// the ledger says. Standings are derived, and not in the ledger.
TEST(Migrations, ChangeNoRowThatTheLedgerHolds) {
    // A table that is made anew takes all its rows over as they are.
    const std::regex copy(R"(\s*;?\s*INSERT INTO (\w+)_of_ten SELECT \* FROM "?\1"?)");
    const std::regex change(R"((^|;)\s*(UPDATE|INSERT|DELETE|REPLACE)\b[^;]*)");
    for (const auto& step : schema::migrations()) {
        const auto sql = std::regex_replace(std::string(step.sql), std::regex("--[^\n]*"), "");
        for (auto found = std::sregex_iterator(sql.begin(), sql.end(), change);
             found != std::sregex_iterator();
             ++found) {
            EXPECT_TRUE(found->str().find(" standing_") != std::string::npos ||
                        std::regex_match(found->str(), copy))
                << "version " << step.version << ": " << found->str();
        }
    }
}

}  // namespace
}  // namespace db
