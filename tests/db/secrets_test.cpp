// What stands in the tables secret_… is not of record, and is durable all the same.

#include <fstream>
#include <iterator>

#include "db/ledger/ledger.h"
#include "db/ledger/verify.h"
#include "db/records/accounts.h"
#include "db/secrets/delays.h"
#include "db/secrets/draft_key.h"
#include "db/secrets/passwords.h"
#include "db/secrets/turns.h"
#include "db/sqlite/connection.h"
#include "tests/db/clinic_book.h"

namespace db::secrets_test {
namespace {

class Secrets : public ClinicBook {
  protected:
    Secrets() {
        transact(book_, {.actor = "test", .action = "account add"}, [&](Write& write) {
            account_ = insert_account(write, {.name = "huda", .role = schema::AccountRole::owner});
            put_password(SecretWrite(write), account_, "with the account", 7);
            return std::string();
        });
    }

    Book book_ = Book::create(file_);
    schema::Id<schema::Account> account_;
};

TEST_F(Secrets, ComeWithTheLedgerEntryOfTheirAccountOrNotAtAll) {
    EXPECT_EQ(password_hash(book_, account_), "with the account");
    error_of([&] {
        transact(book_, {.actor = "test", .action = "x"}, [&](Write& write) -> std::string {
            put_password(SecretWrite(write), account_, "another", 8);
            throw schema::refused("x", "y", "z");
        });
    });
    EXPECT_EQ(password_hash(book_, account_), "with the account");
}

TEST_F(Secrets, ChangeWithoutALedgerEntryAndTheBookStaysWhole) {
    const auto end = ledger_end(book_);
    const auto content = content_of(book_).hash;
    change_secrets(book_, [&](SecretWrite& write) { put_password(write, account_, "changed", 9); });
    EXPECT_EQ(password_hash(Book::open(file_), account_), "changed");
    EXPECT_EQ(ledger_end(book_), end);
    EXPECT_EQ(content_of(book_).hash, content);
    EXPECT_EQ(said(quick_problems(book_, Depth::whole)), "");
    add(book_, "C-001");
    EXPECT_EQ(said(quick_problems(book_, Depth::whole)), "") << "nor in the entry after it";
}

TEST_F(Secrets, ThatAreRefusedChangeNothing) {
    error_of([&] {
        change_secrets(book_, [&](SecretWrite& write) {
            put_delay(write, "nobody", {.failures = 3, .until = 10});
            throw schema::refused("x", "y", "z");
        });
    });
    EXPECT_EQ(find_delay(book_, "nobody"), Delay());
}

// Committed as EXTRA is: acknowledged means that the log is on the disk before it returns.
TEST_F(Secrets, AreSyncedByTheCommitItself) {
    EXPECT_EQ(book_.connection().number("PRAGMA synchronous"), 3);
    add(book_, "C-001");  // which syncs for itself, and gives the setting back
    EXPECT_EQ(book_.connection().number("PRAGMA synchronous"), 3);
}

TEST_F(Secrets, AreNotWrittenIntoABookThatLostEntries) {
    const auto copy = folder_ / "old.needlebook";
    { const Book closed = std::move(book_); }
    std::filesystem::copy_file(file_, copy);
    {
        auto book = Book::open(file_);
        add(book, "C-001");
    }
    std::filesystem::copy_file(copy, file_, std::filesystem::copy_options::overwrite_existing);
    auto book = Book::open(file_);
    const auto error =
        error_of([&] { change_secrets(book, [](SecretWrite&) { FAIL() << "written"; }); });
    EXPECT_EQ(error.fault(), schema::Fault::damaged);
}

TEST_F(Secrets, OfAnAccountCannotBeOfNobody) {
    const auto error = error_of([&] {
        change_secrets(book_, [](SecretWrite& write) {
            put_password(write, schema::Id<schema::Account>(99), "x", 0);
        });
    });
    EXPECT_EQ(error.fault(), schema::Fault::refused);
}

TEST_F(Secrets, AreEveryTableThatIsCalledSo) {
    int tables = 0;
    for (const auto& each : {"password",
                             "totp",
                             "recovery_code",
                             "reset_code",
                             "turn",
                             "pin",
                             "program_token",
                             "delay",
                             "draft_key",
                             "access_head",
                             "link_code",
                             "link_browser"}) {
        tables += static_cast<int>(book_.connection().number(
            std::string(
                "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'secret_") +
            each + "'"));
    }
    EXPECT_EQ(tables, 12);
    EXPECT_EQ(
        book_.connection().number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND "
                                  "name GLOB 'secret_*'"),
        12);
}

TEST_F(Secrets, TheKeyOfDraftsIsKeptOnce) {
    EXPECT_EQ(draft_key(book_), std::nullopt);
    const std::string first(64, 'a');
    for (const auto& given : {first, std::string(64, 'b')}) {
        change_secrets(book_,
                       [&](SecretWrite& write) { EXPECT_EQ(keep_draft_key(write, given), first); });
    }
    EXPECT_EQ(draft_key(Book::open(file_)), first);
}

TEST_F(Secrets, AnAccountIsNeverRemoved) {
    const auto error = error_of([&] {
        transact(book_, {.actor = "test", .action = "x"}, [&](Write& write) {
            write.connection().run("DELETE FROM account");
            return std::string();
        });
    });
    EXPECT_EQ(error.fault(), schema::Fault::refused);
    EXPECT_TRUE(has_accounts(book_));
}

}  // namespace
}  // namespace db::secrets_test
