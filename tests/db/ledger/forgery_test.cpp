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
    static void sign_by_another(const fs::path& file) {
        auto book = Book::open(file);
        const auto end = ledger_end(book);
        std::string number(8, '\0');
        for (int i = 0; i < 8; ++i) {
            number[static_cast<std::size_t>(7 - i)] =
                static_cast<char>((end.seq >> (8 * i)) & 0xFF);
        }
        const auto signature = SigningKey::made().sign(
            signed_text("needlebook head v1", book.connection(), end.hash, number));
        SQLite::Statement statement(book.connection().database(),
                                    "UPDATE ledger_signature SET entry = ?, signature = ?");
        statement.bind(1, end.seq);
        statement.bind(2, signature.data(), static_cast<int>(signature.size()));
        statement.exec();
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

        sign_by_another(forged);
        found += signature_said(forged, key_).empty() ? 0 : 1;
    }
    EXPECT_EQ(found, 3 * points) << "of 102";
    EXPECT_EQ(head_said(file_), "");
    EXPECT_EQ(signature_said(file_, key_), "") << "and the true one is not taken for one";
}

}  // namespace
}  // namespace db::forgery_test
