#include "app/import/import_run.h"

#include <gtest/gtest.h>

namespace exchange::import_run_test {
namespace {

TEST(NewId, IsThatOfTheRecordWhichHadTheIdInTheExport) {
    const NewIds ids{{"acne", {{3, 30}}}, {"condition", {{3, 7}}}};
    EXPECT_EQ(new_id(ids, {"acne", 3}), 30);
    EXPECT_EQ(new_id(ids, {"condition", 3}), 7);
}

TEST(NewId, IsTheSameWhereTheExportHasNoneOfThatName) {
    const NewIds ids{{"acne", {{3, 30}}}};
    EXPECT_EQ(new_id(ids, {"acne", 4}), 4);
    EXPECT_EQ(new_id(ids, {"session", 3}), 3);
}

}  // namespace
}  // namespace exchange::import_run_test
