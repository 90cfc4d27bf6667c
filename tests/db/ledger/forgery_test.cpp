// Somebody with all of the book and without the clinic's key, who makes log and head fit again.

#include <random>

#include <fmt/format.h>

#include "db/key/last_seen.h"
#include "db/sqlite/connection.h"
#include "tests/db/signed_book.h"

namespace db::forgery_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr int tries = 100;
constexpr int days = 20;

class Forgery : public SignedBook {
  protected:
    Forgery() {
        {
            auto book = Book::create(file_);
            add_owner(book);
        }
        for (int day = 0; day < days; ++day) {
            copy(file_, saved(day));
            auto book = Book::open(file_);
            add(book, fmt::format("C-{}", day));
        }
        copy(file_, saved(days));
    }
    fs::path saved(int day) const { return folder_.path() / fmt::format("day-{}", day); }
    int below(int end) { return std::uniform_int_distribution(0, end - 1)(random_); }

    // An old entry says something else, and every hash after it fits.
    void rewrite(const fs::path& file) {
        const auto from = 1 + below(days);
        Connection connection(file);
        const auto trigger = connection.database()
                                 .execAndGet(
                                     "SELECT sql FROM sqlite_schema WHERE name = "
                                     "'ledger_is_not_rewritten'")
                                 .getString();
        connection.run("DROP TRIGGER ledger_is_not_rewritten");
        auto book = Book::open_as_stored(file);
        std::vector<LedgerEntry> entries;
        for_each_entry(
            book, {.with_changes = true}, [&](const auto& entry) { entries.push_back(entry); });
        Head end;
        for (auto& entry : entries) {
            if (entry.seq == from) {
                entry.actor = "somebody else";
            }
            entry.previous = end.hash;
            entry.hash = entry_hash(entry);
            end = {entry.seq, entry.hash};
            connection.run(fmt::format(
                "UPDATE ledger SET actor = '{}', previous = x'{}', hash = x'{}' WHERE seq = {}",
                entry.actor,
                hex(entry.previous),
                hex(entry.hash),
                entry.seq));
        }
        connection.run(trigger);
        write_new_head(file, end);
    }
    // Entries of an earlier day on, by the program itself, on a machine without the key.
    void go_on_otherwise(const fs::path& file) {
        copy(saved(below(days)), file);
        const auto count = 1 + below(days);
        auto book = Book::open(file);
        for (int i = 0; i < count; ++i) {
            add(book, fmt::format("F-{}", i));
        }
    }
    void add_at_the_end(const fs::path& file) {
        auto book = Book::open(file);
        add(book, "F-1");
    }
    // With a key of the forger's own, as if the clinic had renewed it.
    static void renew_with_own(const fs::path& file) {
        auto book = Book::open(file);
        renew(book, false);
        add(book, "F-1");
    }
    // All of it anew, with a key of the forger's own from the beginning.
    void make_anew(const fs::path& file) {
        fs::remove(file);
        fs::remove(head_path(file));
        auto book = Book::create(file);
        add_owner(book);
        for (int day = 0; day < 1 + below(days); ++day) {
            add(book, fmt::format("C-{}", day));
        }
    }
    // Somewhere else, as the book is to be; returns how.
    const char* forge(const fs::path& file, int kind) {
        copy(saved(days), file);
        switch (kind) {
            case 0:
                rewrite(file);
                return "rewritten";
            case 1:
                go_on_otherwise(file);
                return "gone on otherwise";
            case 2:
                add_at_the_end(file);
                return "added at the end";
            case 3:
                renew_with_own(file);
                return "renewed";
            default:
                make_anew(file);
                return "made anew";
        }
    }

    std::mt19937 random_{20261130};
};

TEST_F(Forgery, OfLogAndHeadIsFound) {
    const auto forged = folder_ / "forged.needlebook";
    std::optional<PublicKey> clinics;
    clinics = PublicKey::read(clinic_key_in_use(Book::open(file_))->public_key, "");
    EXPECT_EQ(signature_said(file_, clinics), "");
    int found_elsewhere = 0;
    int found_here = 0;
    for (int i = 0; i < tries; ++i) {
        const char* how = "";
        {
            const Elsewhere the_forgers_machine(folder_);
            how = forge(forged, i % 5);
            EXPECT_EQ(said(quick_problems(Book::open_for_check(forged))), "")
                << how << ": chain and head fit, and nothing but the key finds it";
        }
        {
            const Elsewhere an_auditors_machine(folder_);
            const auto said = signature_said(forged, clinics);
            found_elsewhere += said.empty() ? 0 : 1;
            EXPECT_NE(said, "") << how;
        }
        copy(forged, file_);
        const auto said = signature_said(file_) + head_said(file_);
        found_here += said.empty() ? 0 : 1;
        EXPECT_NE(said, "") << how;
        copy(saved(days), file_);
    }
    EXPECT_EQ(found_elsewhere, tries);
    EXPECT_EQ(found_here, tries);
    EXPECT_EQ(signature_said(file_, clinics) + head_said(file_), "");
}

TEST_F(Forgery, ByPuttingBackBookAndHeadTogetherIsFound) {
    int found = 0;
    for (int i = 0; i < tries; ++i) {
        const int day = below(days);
        copy(saved(day), file_);
        const auto said = head_said(file_);
        found += said.empty() ? 0 : 1;
        EXPECT_THAT(said, HasSubstr(fmt::format("the last {} acknowledged", days - day)));
        EXPECT_EQ(signature_said(file_), "") << "nothing else would find it";
        EXPECT_THAT(db::said(error_of([&] {
                        auto book = Book::open(file_);
                        add(book, "C-100");
                    })),
                    HasSubstr("acknowledged"));
        copy(saved(days), file_);
    }
    EXPECT_EQ(found, tries);
    EXPECT_EQ(head_said(file_), "");
    auto book = Book::open(file_);
    add(book, "C-100");
}

}  // namespace
}  // namespace db::forgery_test
