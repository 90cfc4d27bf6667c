#include "app/exchange/renamed_record.h"

#include <gtest/gtest.h>

namespace exchange::renamed_record_test {
namespace {

TEST(RenamedRecord, IsTheOneThatHadTheIdInTheExport) {
    const NewIds ids{{"acne", {{3, 30}}}, {"condition", {{3, 7}}}};
    EXPECT_EQ(renamed_record("acne 3", ids), "acne 30");
    EXPECT_EQ(renamed_record("condition 3", ids), "condition 7");
}

TEST(RenamedRecord, IsTheSameTextWhereItNamesNone) {
    const NewIds ids{{"acne", {{3, 30}}}};
    for (const auto* text : {"acne 4", "session 3", "acne", "", "acne three", " 3", "acne 3 "}) {
        EXPECT_EQ(renamed_record(text, ids), text);
    }
}

}  // namespace
}  // namespace exchange::renamed_record_test
