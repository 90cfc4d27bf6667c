#include "db/ledger/signature.h"

#include <fstream>
#include <iterator>

#include "db/backup.h"
#include "db/key/last_seen.h"
#include "db/sqlite/connection.h"
#include "tests/db/signed_book.h"

namespace db::signature_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

std::string bytes_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

class Signature : public SignedBook {
  protected:
    Signature() {
        book_.emplace(Book::create(file_));
        add(*book_, "C-1");
        add_owner(*book_);
    }
    Book& book() { return *book_; }
    // Closed, so that the files hold all.
    void rest() { book_.reset(); }
    void again() { book_.emplace(Book::open(file_)); }
    void tamper(const std::string& sql) {
        rest();
        ASSERT_TRUE(support::sqlite_shell(file_, sql)) << sql;
        again();
    }
    std::string found() { return said(signature_problems(book())); }
    static Unsigned::Why why(const Book& book) { return unsigned_state(book).value().why; }

    std::optional<Book> book_;
};

TEST_F(Signature, ComesWithEachEntry) {
    EXPECT_EQ(found(), "");
    for (const auto* chart : {"C-2", "C-3"}) {
        add(book(), chart);
        EXPECT_EQ(found(), "");
        EXPECT_EQ(unsigned_entries(book()), 0);
    }
    EXPECT_FALSE(unsigned_state(book()));
    rest();
    EXPECT_EQ(said(quick_problems(Book::open_for_check(file_))), "");
}

TEST_F(Signature, IsNoneInABookOfOnePersonWhichIsAsItWas) {
    const auto solo = folder_ / "solo.needlebook";
    {
        auto book = Book::create(solo);
        add(book, "C-1");
        EXPECT_EQ(said(signature_problems(book)), "");
        EXPECT_FALSE(unsigned_state(book));
        EXPECT_EQ(book.connection().number("SELECT count(*) FROM ledger_signature"), 0);
    }
    EXPECT_FALSE(fs::exists(last_seen_file(solo)));
    const auto head = bytes_of(head_path(solo));
    EXPECT_EQ(head.size(), 128U);
    EXPECT_TRUE(head.substr(64).starts_with("NDLBHEAD"));
}

TEST_F(Signature, IsMissedWherePeopleHaveAccountsAndThereIsNoKey) {
    auto bare = Book::create(folder_ / "bare.needlebook");
    EXPECT_EQ(said(signature_problems(bare)), "");
    transact(bare, {.actor = "huda", .action = "account add"}, [](Write& write) {
        insert_account(write, {.name = "huda", .role = schema::AccountRole::owner});
        return std::string();
    });
    EXPECT_THAT(said(signature_problems(bare)), HasSubstr("no key of the clinic's signs"));
    EXPECT_EQ(why(bare), Unsigned::Why::no_key);
}

TEST_F(Signature, ThatIsAnothersOrOfSomethingElseIsFound) {
    const auto own = *key_here(fingerprint(book()));
    const auto end = ledger_end(book());
    const auto text = [&](std::string_view title, const Hash& hash, char seq) {
        return signed_text(
            title, book().connection(), hash, std::string(7, '\0') + std::string(1, seq));
    };
    const auto head = text("needlebook head v1", end.hash, 2);
    const auto put = [&](const std::string& signature) {
        SQLite::Statement statement(book().connection().database(),
                                    "UPDATE ledger_signature SET signature = ?");
        statement.bind(1, signature.data(), static_cast<int>(signature.size()));
        statement.exec();
        return found();
    };
    EXPECT_EQ(put(own.sign(head)), "");
    for (const auto& signature : {SigningKey::made().sign(head),
                                  own.sign(text("needlebook key v1", end.hash, 2)),
                                  own.sign(text("needlebook head v1", end.hash, 3)),
                                  own.sign(text("needlebook head v1", sha256("another entry"), 2)),
                                  std::string("no signature")}) {
        EXPECT_THAT(put(signature), HasSubstr("is not the one that the clinic's key signed"));
    }
    EXPECT_EQ(put(own.sign(head)), "");
    tamper("UPDATE ledger_signature SET entry = 1");
    EXPECT_THAT(found(), HasSubstr("is not the one that the clinic's key signed"));
}

TEST_F(Signature, ThatIsMissingOrOfAnEntryThatIsMissingIsFound) {
    tamper("UPDATE ledger_signature SET entry = 9");
    EXPECT_THAT(found(), HasSubstr("ends at entry 2, and the clinic's key signed entry 9"));
    EXPECT_EQ(why(book()), Unsigned::Why::forged);
    tamper("DELETE FROM ledger_signature");
    EXPECT_THAT(found(), HasSubstr("has no signature of the clinic's key"));
}

TEST_F(Signature, IsLeftOutWhereTheKeyIsNotAndTheWriteGoesOn) {
    {
        const Elsewhere elsewhere(folder_);
        add(book(), "C-2");
        add(book(), "C-3");
        EXPECT_THAT(said({unsigned_state(book())->problem}),
                    HasSubstr("the clinic's key is not on this machine"));
        EXPECT_EQ(why(book()), Unsigned::Why::key_missing);
        EXPECT_THAT(found(), HasSubstr("the last 2 entries are not signed"));
        EXPECT_EQ(unsigned_entries(book()), 2);
        std::ofstream(folder_.keys()) << "no folder";
        EXPECT_EQ(why(book()), Unsigned::Why::key_unusable);
    }
    EXPECT_EQ(why(book()), Unsigned::Why::not_signed);
    EXPECT_THAT(said({unsigned_state(book())->problem}),
                HasSubstr("the last 2 entries are not signed"));
}

TEST_F(Signature, GoesOnOverUnsignedEntriesOnlyWhereSomebodyAnswersForThem) {
    {
        const Elsewhere elsewhere(folder_);
        add(book(), "C-2");
    }
    add(book(), "C-3");
    EXPECT_THAT(found(), HasSubstr("the last 2 entries are not signed"))
        << "an entry that somebody slipped in is not signed with the next";
    transact(book(), {.actor = "huda", .action = "key import"}, [](Write& write) {
        write.signs_anew = true;
        return std::string();
    });
    EXPECT_EQ(found(), "");
    add(book(), "C-4");
    EXPECT_EQ(found(), "");
}

TEST_F(Signature, ByARenewedKeyHoldsWithTheWordOfTheOneBefore) {
    const auto first = clinic_keys(book()).front();
    renew(book(), true);
    add(book(), "C-2");
    EXPECT_EQ(found(), "");
    const auto keys = clinic_keys(book());
    ASSERT_EQ(keys.size(), 2U);
    EXPECT_EQ(keys[0].until_entry, 3);
    EXPECT_EQ(keys[1].since_entry, 3);
    rest();
    const Elsewhere elsewhere(folder_);
    EXPECT_EQ(signature_said(file_), "");
    for (const auto& key : keys) {
        EXPECT_EQ(signature_said(file_, PublicKey::read(key.public_key, "")), "")
            << "whoever kept the first one can go on from it";
    }
    EXPECT_THAT(signature_said(file_, SigningKey::made().public_key()),
                HasSubstr("is none of this book's"));
}

TEST_F(Signature, ByAKeyThatNobodyVouchedForIsTheClinicsOnItsMachineOnly) {
    renew(book(), false);
    EXPECT_EQ(found(), "");
    const auto keys = clinic_keys(book());
    rest();
    const Elsewhere elsewhere(folder_);
    EXPECT_THAT(signature_said(file_), HasSubstr("without the word of the key before"));
    EXPECT_EQ(signature_said(file_, PublicKey::read(keys[1].public_key, "")), "");
    EXPECT_THAT(signature_said(file_, PublicKey::read(keys[0].public_key, "")),
                HasSubstr("without the word of the key before"));
}

TEST_F(Signature, KeysOfRecordAreNeitherRemovedNorChangedNorTwoInUse) {
    rest();
    for (const auto* sql : {"DELETE FROM clinic_key",
                            "UPDATE clinic_key SET public_key = 'x'",
                            "UPDATE clinic_key SET until_entry = 9",
                            "INSERT INTO clinic_key (fingerprint, public_key, made_at, "
                            "since_entry) VALUES (hex(zeroblob(32)), 'x', 'now', 3)"}) {
        EXPECT_FALSE(support::sqlite_shell(file_, sql)) << sql;
    }
    EXPECT_TRUE(
        support::sqlite_shell(file_, "UPDATE clinic_key SET retired_at = 'now', until_entry = 3"));
    EXPECT_FALSE(support::sqlite_shell(
        file_, "UPDATE clinic_key SET retired_at = 'later', until_entry = 4"));
}

TEST_F(Signature, GoesWithABackupAndTheKeyDoesNot) {
    const auto copy = folder_ / "copy.needlebook";
    copy_verified(book(), copy);
    EXPECT_EQ(signature_said(copy), "");
    const auto key = key_here(fingerprint(book()))->pem();
    EXPECT_EQ(bytes_of(copy).find(key.view().substr(40, 40)), std::string::npos);
}

class PutBack : public Signature {
  protected:
    PutBack() {
        rest();
        copy(file_, yesterday_);
        again();
        add(book(), "C-2");
        add(book(), "C-3");
        rest();
    }
    fs::path yesterday_ = folder_ / "yesterday.needlebook";
};

TEST_F(PutBack, WithItsHeadIsFoundAndNothingIsWritten) {
    EXPECT_EQ(head_said(file_), "");
    copy(yesterday_, file_);
    EXPECT_EQ(signature_said(file_), "") << "its signature is as good as it was";
    const std::string lost =
        "the last 2 acknowledged changes are missing: the ledger ends at "
        "entry 2, entry 4 was acknowledged on this machine";
    EXPECT_THAT(head_said(file_), HasSubstr(lost));
    EXPECT_THAT(said(quick_problems(Book::open_for_check(file_))), HasSubstr(lost));
    again();
    EXPECT_THAT(said(error_of([&] { add(book(), "C-4"); })), HasSubstr(lost));
}

TEST_F(PutBack, WithoutAHeadIsFoundAsWell) {
    copy(yesterday_, file_);
    fs::remove(head_path(file_));
    again();
    EXPECT_THAT(said(error_of([&] { add(book(), "C-4"); })), HasSubstr("on this machine"));
}

TEST_F(PutBack, BehindALinkIsFound) {
    const std::string lost = "entry 4 was acknowledged on this machine";
    fs::remove(file_);
    fs::create_symlink(yesterday_, file_);
    EXPECT_THAT(head_said(file_), HasSubstr(lost)) << "in the book's place";
    again();
    EXPECT_THAT(said(error_of([&] { add(book(), "C-4"); })), HasSubstr(lost));
    rest();
    EXPECT_EQ(head_said(yesterday_), "") << "and yesterday's book itself is as good as it was";
}

TEST_F(PutBack, BehindALinkInThePlaceOfItsFolderIsFound) {
    const auto clinic = folder_ / "clinic";
    const auto other = folder_ / "other";
    fs::create_directory(clinic);
    fs::create_directory(other);
    const auto file = clinic / "book.needlebook";
    copy(yesterday_, file);
    copy(yesterday_, other / "book.needlebook");
    {
        auto moved = Book::open(file);
        add(moved, "C-2");
    }
    fs::remove_all(clinic);
    fs::create_directory_symlink(other, clinic);
    EXPECT_THAT(head_said(file), HasSubstr("entry 3 was acknowledged on this machine"));
}

TEST_F(PutBack, IsNotSaidOfABookThatHasALinkNorAfterItsRestoreByThat) {
    const auto link = folder_ / "link.needlebook";
    fs::create_symlink(file_, link);
    for (const auto& [name, chart] : {std::pair{link, "C-4"}, {file_, "C-5"}, {link, "C-6"}}) {
        auto named = Book::open(name);
        add(named, chart);
    }
    EXPECT_EQ(head_said(link), "");
    EXPECT_EQ(head_said(file_), "");
    restore(yesterday_, link, true);
    EXPECT_EQ(head_said(link), "");
    EXPECT_EQ(head_said(file_), "");
    fs::remove(link);
    fs::create_symlink(yesterday_, link);
    EXPECT_EQ(head_said(link), "") << "yesterday's book is what was restored";
}

TEST_F(PutBack, AndGoneOnWithElsewhereIsFound) {
    {
        const Elsewhere elsewhere(folder_);
        auto other = Book::open(yesterday_);
        for (const auto* chart : {"X-1", "X-2", "X-3"}) {
            add(other, chart);
        }
    }
    copy(yesterday_, file_);
    EXPECT_THAT(head_said(file_), HasSubstr("another book was put in its place"));
}

TEST_F(PutBack, GoesOnOnceTheLossIsAccepted) {
    copy(yesterday_, file_);
    again();
    const db::Submission accepting{
        .actor = "huda", .action = "check", .reason = "the disk died", .accepted_loss = 2};
    transact(book(), accepting, [](Write&) { return std::string(); });
    add(book(), "C-4");
    rest();
    EXPECT_EQ(head_said(file_), "");
    EXPECT_EQ(signature_said(file_), "");
}

// Who accepts a loss answers for what is missing, not for what somebody slipped in.
TEST_F(PutBack, IsNotSignedAnewWhereItsLossIsAccepted) {
    {
        const Elsewhere elsewhere(folder_);
        auto other = Book::open(yesterday_);
        add(other, "X-1");
    }
    copy(yesterday_, file_);
    again();
    transact(book(),
             {.actor = "huda", .action = "check", .reason = "the disk died", .accepted_loss = 1},
             [](Write&) { return std::string(); });
    EXPECT_THAT(found(), HasSubstr("the last 2 entries are not signed"));
    add(book(), "C-4");
    EXPECT_THAT(found(), HasSubstr("the last 3 entries are not signed"));
    EXPECT_EQ(why(book()), Unsigned::Why::not_signed);
}

TEST_F(PutBack, ByTheProgramIsNoAlarm) {
    restore(yesterday_, file_, true);
    EXPECT_EQ(head_said(file_), "");
    again();
    add(book(), "C-4");
    rest();
    EXPECT_EQ(head_said(file_), "");
    EXPECT_EQ(signature_said(file_), "");
    copy(yesterday_, file_);
    EXPECT_THAT(head_said(file_), HasSubstr("the last 1 acknowledged change is missing"))
        << "and guards the book as before";
}

TEST_F(PutBack, DoesNotConcernACopyElsewhereNorTheBookForItsCopy) {
    EXPECT_EQ(head_said(yesterday_), "");
    {
        auto copied = Book::open(yesterday_);
        add(copied, "X-1");
    }
    EXPECT_EQ(signature_said(yesterday_), "");
    EXPECT_EQ(head_said(file_), "");
    again();
    add(book(), "C-4");
    EXPECT_EQ(head_said(yesterday_), "");
}

TEST_F(PutBack, IsNotSaidOfANewBookInTheSamePlace) {
    fs::remove(file_);
    fs::remove(head_path(file_));
    {
        auto fresh = Book::create(file_);
        add(fresh, "C-1");
    }
    EXPECT_EQ(head_said(file_), "");
    fs::remove(file_);
    fs::remove(head_path(file_));
    restore(yesterday_, file_, false);
    EXPECT_EQ(head_said(file_), "");
}

}  // namespace
}  // namespace db::signature_test
