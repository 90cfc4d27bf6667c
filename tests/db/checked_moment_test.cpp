// A check while others write says nothing that is not so.

#include <atomic>
#include <chrono>
#include <thread>

#include "db/verify.h"
#include "tests/db/clinic_book.h"

namespace db::checked_moment_test {
namespace {

class CheckedMomentOfABook : public ClinicBook {};

TEST_F(CheckedMomentOfABook, IsOneMomentForTablesLedgerReplayAndHeadWhileFourWrite) {
    Book::create(file_);
    std::atomic<bool> writing = true;
    std::atomic<int> written = 0;
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 4; ++writer) {
        writers.emplace_back([&, writer] {
            auto book = Book::open(file_);
            while (writing) {
                add(book, std::to_string(writer) + "-" + std::to_string(++written));
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            }
        });
    }
    const auto book = Book::open(file_);
    for (int i = 0; i < 15; ++i) {
        EXPECT_EQ(said(book.warnings()), "");
        CheckedMoment moment(book);
        EXPECT_EQ(said(moment.quick_problems()), "");
        EXPECT_EQ(said(moment.replay_problems({})), "");
    }
    writing = false;
    for (auto& each : writers) {
        each.join();
    }
    EXPECT_GT(written, 15);
    EXPECT_TRUE(names(file_).size() <= 5) << "what the replay needs has no name";
}

}  // namespace
}  // namespace db::checked_moment_test
