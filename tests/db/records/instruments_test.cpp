#include "db/records/instruments.h"

#include <stdexcept>

#include "db/ledger/ledger.h"
#include "db/snapshot.h"
#include "tests/db/clinic_book.h"

namespace db::instruments_test {
namespace {

using testing::ElementsAre;

// What a connection keeps of the scales is what the book holds, whoever wrote it.
class KeptInstruments : public ClinicBook {
  protected:
    static schema::Instrument scale(const std::string& code) {
        return {.code = code, .name = code, .low = 0, .unit = "{score}"};
    }
    static void add_scale(Book& book, const std::string& code, bool fails = false) {
        transact(book, {.actor = "nurse", .action = "instrument add"}, [&](Write& write) {
            insert_instrument(write, scale(code));
            EXPECT_EQ(codes(write.book()).back(), code) << "seen in the write itself";
            if (fails) {
                throw std::runtime_error("taken back");
            }
            return code;
        });
    }
    static std::vector<std::string> codes(const Book& book) {
        std::vector<std::string> codes;
        for (const auto& each : all_instruments(book)) {
            codes.push_back(each.code);
        }
        return codes;
    }

    Book book_ = Book::create(file_);
};

TEST_F(KeptInstruments, AreReadAnewAfterAWriteOfTheSameConnection) {
    EXPECT_THAT(codes(book_), ElementsAre());
    add_scale(book_, "itch");
    EXPECT_THAT(codes(book_), ElementsAre("itch"));
    transact(book_, {.actor = "nurse", .action = "instrument update"}, [&](Write& write) {
        auto changed = *find_instrument(write.book(), "itch");
        changed.name = "Itch today";
        update_instrument(write, changed);
        return std::string();
    });
    EXPECT_EQ(all_instruments(book_).front().name, "Itch today");
}

TEST_F(KeptInstruments, AreReadAnewAfterAWriteOfAnotherConnection) {
    add_scale(book_, "itch");
    EXPECT_THAT(codes(book_), ElementsAre("itch"));
    auto other = Book::open(file_);
    add_scale(other, "cramps");
    EXPECT_THAT(codes(book_), ElementsAre("itch", "cramps"));
}

TEST_F(KeptInstruments, OfAWriteThatFailedAreNotKept) {
    add_scale(book_, "itch");
    EXPECT_THAT(codes(book_), ElementsAre("itch"));
    EXPECT_ANY_THROW(add_scale(book_, "cramps", true));
    EXPECT_THAT(codes(book_), ElementsAre("itch"));
    add_scale(book_, "cramps");
    EXPECT_THAT(codes(book_), ElementsAre("itch", "cramps"));
}

TEST_F(KeptInstruments, OfASnapshotAreThoseOfItsMoment) {
    add_scale(book_, "itch");
    auto other = Book::open(file_);
    {
        const Snapshot moment(book_);
        EXPECT_THAT(codes(book_), ElementsAre("itch"));
        add_scale(other, "cramps");
        EXPECT_THAT(codes(book_), ElementsAre("itch"));
    }
    EXPECT_THAT(codes(book_), ElementsAre("itch", "cramps"));
}

}  // namespace
}  // namespace db::instruments_test
