#include "app/import/grouped_problems.h"

#include <gtest/gtest.h>

namespace exchange::grouped_problems_test {
namespace {

schema::Problem of_column(std::size_t line, const char* column, const char* what) {
    return {
        "visits.csv:" + std::to_string(line) + ": column 3 \"" + column + "\"", what, "correct"};
}

TEST(BoundedProblems, AreOneForAllRowsOfTheSameCause) {
    BoundedProblems problems;
    for (std::size_t line = 2; line < 296; ++line) {
        problems.add({of_column(line, "IGA", "iga: \"x\" is not a number")}, line);
    }
    const auto list = problems.list("visits.csv");
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].where, "visits.csv:2: column 3 \"IGA\"");
    EXPECT_EQ(list[0].what, "iga: \"x\" is not a number; also on lines 3, 4, 5 and 290 more");
    EXPECT_EQ(list[0].remedy, "correct");
    EXPECT_EQ(list[0].rows, 294U);
    EXPECT_EQ(list[0].lines, (std::vector<std::size_t>{2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
}

TEST(BoundedProblems, StandApartWhereColumnTextOrRowDiffers) {
    BoundedProblems problems;
    problems.add({of_column(2, "IGA", "a"), of_column(2, "IGA", "b"), of_column(2, "GEA", "a")}, 2);
    problems.add({of_column(7, "IGA", "a")}, 7);
    const auto list = problems.list("visits.csv");
    ASSERT_EQ(list.size(), 3U);
    EXPECT_EQ(list[0].what, "a; also on line 7");
    EXPECT_EQ(list[1].what, "b");
    EXPECT_EQ(list[2].rows, 1U);
}

TEST(BoundedProblems, CountARowOnce) {
    BoundedProblems problems;
    problems.add({{"visits.csv:2", "twice", "see"}, {"visits.csv:2", "twice", "see"}}, 2);
    EXPECT_EQ(problems.list("visits.csv")[0].rows, 1U);
}

TEST(BoundedProblems, AreCountedBeyondAThousandCauses) {
    BoundedProblems problems;
    for (std::size_t line = 2; line < 1012; ++line) {
        problems.add({of_column(line, "IGA", std::to_string(line).c_str())}, line);
    }
    const auto list = problems.list("visits.csv");
    ASSERT_EQ(list.size(), 1001U);
    EXPECT_EQ(list.back().what, "10 more problems");
    EXPECT_EQ(plain_problems(list)[0].what, "2");
}

}  // namespace
}  // namespace exchange::grouped_problems_test
