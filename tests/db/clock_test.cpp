#include "db/clock.h"

#include <gtest/gtest.h>

#include "db/connection.h"
#include "db/transact.h"
#include "tests/support/temporary_folder.h"

namespace db::clock_test {
namespace {

TEST(Clock, IsBehindFromMoreThanTenMinutesBeforeTheLastEntry) {
    const std::string last = "2026-11-28T10:00:00Z";
    for (const auto* right :
         {"2026-11-28T09:50:00Z", "2026-11-28T10:00:00Z", "2036-01-01T00:00:00Z"}) {
        EXPECT_FALSE(clock_problem(right, last)) << right;
    }
    for (const auto* behind :
         {"2026-11-28T09:49:59Z", "2026-11-27T10:00:00Z", "2016-01-01T08:00:00Z"}) {
        const auto problem = clock_problem(behind, last);
        ASSERT_TRUE(problem) << behind;
        EXPECT_EQ(problem->where, "clock_behind");
        EXPECT_NE(problem->what.find(behind), std::string::npos);
        EXPECT_NE(problem->what.find(last), std::string::npos);
    }
}

TEST(Clock, OfThisMachineIsNotBehindABookThatItWroteItself) {
    const support::TemporaryFolder folder;
    auto book = Book::create(folder / "b.needlebook");
    EXPECT_FALSE(clock_problem(book)) << "an empty ledger";
    transact(book, {.actor = "nurse", .action = "test"}, [](Write&) { return std::string(); });
    EXPECT_FALSE(clock_problem(book));
}

}  // namespace
}  // namespace db::clock_test
