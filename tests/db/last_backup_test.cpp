#include "db/last_backup.h"

#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "db/ledger/ledger.h"
#include "db/ledger/transact.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "tests/support/temporary_folder.h"

namespace db::last_backup_test {
namespace {

class LastBackupOfBook : public testing::Test {
  protected:
    static void add(Book& book, const char* chart) {
        transact(book, {.actor = "nurse", .action = "patient add"}, [&](Write& write) {
            schema::Patient patient;
            patient.chart = chart;
            return std::to_string(insert(write, patient).value);
        });
    }
    void write_note(const std::string& text) const {
        std::ofstream(file_.string() + ".backup") << text;
    }
    support::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_ / "clinic.needlebook";
    Book book_ = Book::create(file_);
};

TEST_F(LastBackupOfBook, IsTheOneThatWasNotedLastAndStaysSoAsTheBookGoesOn) {
    EXPECT_FALSE(last_backup(book_));
    add(book_, "C-001");
    note_backup(file_, {.moment = 1'700'000'000, .end = ledger_end(book_)});
    add(book_, "C-002");
    EXPECT_EQ(last_backup(book_)->moment, 1'700'000'000);
    EXPECT_EQ(last_backup(book_)->end.seq, ledger_end(book_).seq - 1);
    note_backup(file_, {.moment = 1'700'000'060, .end = ledger_end(book_)});
    EXPECT_EQ(last_backup(book_)->moment, 1'700'000'060);
}

TEST_F(LastBackupOfBook, IsNoneOfAnotherBookOrBehindTheEnd) {
    add(book_, "C-001");
    auto end = ledger_end(book_);
    end.hash[0] ^= 1;
    note_backup(file_, {.moment = 1'700'000'000, .end = end});
    EXPECT_FALSE(last_backup(book_)) << "another entry";
    end = ledger_end(book_);
    ++end.seq;
    note_backup(file_, {.moment = 1'700'000'000, .end = end});
    EXPECT_FALSE(last_backup(book_)) << "an entry that is not there";
}

TEST_F(LastBackupOfBook, IsNoneWhereTheNoteIsNone) {
    add(book_, "C-001");
    const auto end = ledger_end(book_);
    const auto hash = hex(end.hash);
    for (const auto& text : {std::string(),
                             std::string("soon"),
                             fmt::format("{}", end.seq),
                             fmt::format("-1 {} {}", end.seq, hash),
                             fmt::format("999999999999999 {} {}", end.seq, hash),
                             fmt::format("1700000000 {} {}", end.seq, hash.substr(1))}) {
        write_note(text);
        EXPECT_FALSE(last_backup(book_)) << text;
    }
    write_note(fmt::format("1700000000 {} {}", end.seq, hash));
    EXPECT_TRUE(last_backup(book_));
}

}  // namespace
}  // namespace db::last_backup_test
