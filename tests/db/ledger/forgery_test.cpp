// What somebody does who has the files of the book and not the clinic's key: a hundred times, and
// found each time.

#include <gtest/gtest.h>

#include "db/key/last_seen.h"
#include "db/sqlite/connection.h"
#include "tests/db/signed_book.h"

namespace db::forgery_test {
namespace {

namespace fs = std::filesystem;

constexpr int points = 34;

class Forgery : public SignedBook {
  protected:
    Forgery() {
        auto book = Book::create(file_);
        add(book, "C-1");
        add_owner(book);
        key_ = key_here(fingerprint(book))->public_key();
    }
    // The book as it was after one entry more, each time.
    std::vector<fs::path> copies_of_each_day() const {
        std::vector<fs::path> copies;
        for (int i = 0; i < points; ++i) {
            copies.push_back(file_.parent_path() / ("day" + std::to_string(i) + ".needlebook"));
            copy(file_, copies.back());
            auto book = Book::open(file_);
            add(book, "D-" + std::to_string(i));
        }
        return copies;
    }
    // Entries that continue the chain as the program would write them, without the clinic's key.
    void go_on_elsewhere(const fs::path& file, int entries) const {
        const Elsewhere elsewhere(folder_);
        auto book = Book::open(file);
        for (int i = 0; i < entries; ++i) {
            add(book, "X-" + std::to_string(i));
        }
    }
    // The end signed by a key of the forger's own, in the place of the clinic's signature.
    static void sign_by(const SigningKey& key, const fs::path& file) {
        auto book = Book::open(file);
        const auto end = ledger_end(book);
        std::string number(8, '\0');
        for (std::size_t i = 0; i < number.size(); ++i) {
            number[number.size() - 1 - i] = static_cast<char>((end.seq >> (8 * i)) & 0xFF);
        }
        const auto signature =
            key.sign(signed_text("needlebook head v1", book.connection(), end.hash, number));
        SQLite::Statement statement(book.connection().database(),
                                    "UPDATE ledger_signature SET entry = ?, signature = ?");
        statement.bind(1, end.seq);
        statement.bind(2, signature.data(), static_cast<int>(signature.size()));
        statement.exec();
    }
    fs::path copy_named(const std::string& name) const {
        const auto file = file_.parent_path() / (name + ".needlebook");
        copy(file_, file);
        return file;
    }
    // The table of keys as no program would change it, and its guard back in its place.
    static void alter_keys(const fs::path& file, const std::string& sql) {
        std::string guard;
        {
            auto book = Book::open_for_check(file);
            SQLite::Statement row(
                book.connection().database(),
                "SELECT sql FROM sqlite_schema WHERE name = 'clinic_key_is_only_retired'");
            ASSERT_TRUE(row.executeStep());
            guard = row.getColumn(0).getString();
        }
        const auto whole = "DROP TRIGGER clinic_key_is_only_retired; " + sql + "; " + guard + ";";
        ASSERT_TRUE(support::sqlite_shell(file, whole)) << whole;
    }

    std::optional<PublicKey> key_;
};

TEST_F(Forgery, OfAHundredBooksIsFoundEachTime) {
    const auto copies = copies_of_each_day();
    const auto today = folder_ / "today.needlebook";
    copy(file_, today);
    int found = 0;
    for (const auto& yesterday : copies) {
        // Book and head put back together: every signature in them is the clinic's.
        copy(yesterday, file_);
        EXPECT_EQ(signature_said(file_, key_), "");
        found += head_said(file_).empty() ? 0 : 1;
        copy(today, file_);

        const auto forged = folder_ / "forged.needlebook";
        copy(yesterday, forged);
        go_on_elsewhere(forged, 1 + found % 3);
        found += signature_said(forged, key_).empty() ? 0 : 1;

        sign_by(SigningKey::made(), forged);
        found += signature_said(forged, key_).empty() ? 0 : 1;
    }
    EXPECT_EQ(found, 3 * points) << "of 102";
    EXPECT_EQ(head_said(file_), "");
    EXPECT_EQ(signature_said(file_, key_), "") << "and the true one is not taken for one";
}

// The row of the clinic's key with another's key in it, and the end signed by that.
TEST_F(Forgery, OfTheKeyBesideItsFingerprintIsFound) {
    const auto forged = copy_named("forged");
    const auto own = SigningKey::made();
    alter_keys(forged, "UPDATE clinic_key SET public_key = '" + own.public_key().pem() + "'");
    EXPECT_THAT(said(error_of([&] { signature_said(forged, key_); })),
                testing::HasSubstr("is not the key that stands beside its fingerprint"));
}

// A key of the forger's slipped in as one of the past, which signs what stands now.
TEST_F(Forgery, ByAKeyOfThePastIsFoundAndTheNextEntryIsNotSignedOverIt) {
    const auto forged = copy_named("forged");
    const auto own = SigningKey::made();
    go_on_elsewhere(forged, 2);
    const auto end = ledger_end(Book::open_for_check(forged)).seq;
    alter_keys(forged,
               "UPDATE clinic_key SET since_entry = " + std::to_string(end + 1) +
                   "; INSERT INTO clinic_key VALUES (9, '" + own.public_key().fingerprint() +
                   "', '" + own.public_key().pem() + "', '2026-01-01T00:00:00Z', 2, NULL, " +
                   "'2026-01-02T00:00:00Z', " + std::to_string(end + 1) + ")");
    sign_by(own, forged);
    EXPECT_THAT(signature_said(forged, key_), testing::HasSubstr("by a key of the past"));
    {
        auto book = Book::open(forged);
        add(book, "C-9");
    }
    EXPECT_THAT(signature_said(forged, key_), testing::HasSubstr("by a key of the past"));
}

TEST_F(Forgery, OfAFingerprintThatIsAPathIsRefused) {
    for (const auto* none : {"/tmp/key", "../key", "", "ABCDEF"}) {
        EXPECT_THAT(said(error_of([&] { key_file(none); })), testing::HasSubstr("that is none"))
            << none;
    }
    EXPECT_THAT(said(error_of([&] { key_file(std::string(60, 'a') + "/../"); })),
                testing::HasSubstr("that is none"));
}

}  // namespace
}  // namespace db::forgery_test
