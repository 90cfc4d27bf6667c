#include "app/clinical/instruments/goodman_baron_grade.h"

#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/clinical/band.h"

namespace clinical::goodman_baron_grade_test {
namespace {

using schema::GoodmanBaron;

struct Row {
    std::string answers;  // of contour, visible at 50 cm, coverable, flattens: y, n, - not answered
    std::optional<int> grade;
    bool contradictory = false;
};

std::optional<bool> answer(char letter) {
    return letter == '-' ? std::nullopt : std::optional(letter == 'y');
}

GoodmanBaron answers(const std::string& letters) {
    return {.contour = answer(letters[0]),
            .visible_at_50cm = answer(letters[1]),
            .coverable = answer(letters[2]),
            .flattens = answer(letters[3])};
}

void expect(const std::vector<Row>& rows) {
    for (const auto& row : rows) {
        SCOPED_TRACE(row.answers);
        EXPECT_EQ(decided_grade(answers(row.answers)), row.grade);
        EXPECT_EQ(contradict_each_other(answers(row.answers)), row.contradictory);
    }
}

// Goodman and Baron 2006, PMID 17199653.
TEST(GoodmanBaronGrade, IsDecidedByFourAnswers) {
    expect({
        {"nnnn", 1},
        {"nnny", 1},
        {"nnyn", 1},
        {"nnyy", 1},
        {"nynn", 1},
        {"nyny", 1},
        {"nyyn", 1},
        {"nyyy", 1},
        {"ynnn", 2},
        {"ynny", 2},
        {"ynyn", 2},
        {"ynyy", 2},
        {"yynn", 4},
        {"yyny", 3},
        {"yyyn", {}, true},
        {"yyyy", {}, true},
    });
}

TEST(GoodmanBaronGrade, NeedsOnlyTheAnswersThatDecide) {
    expect({
        {"n---", 1},
        {"nyy-", 1},
        {"yn--", 2},
        {"yn-y", 2},
        {"yyny", 3},
        {"yynn", 4},
        {"----", {}},
        {"-nnn", {}},
        {"-yyn", {}},
        {"y---", {}},
        {"yy--", {}},
        {"yy-n", {}},
        {"yyn-", {}},
        {"y-yn", {}},
        {"y-nn", {}},
        {"yyy-", {}, true},
    });
}

TEST(GoodmanBaronGrade, IsTheCliniciansWhereOneWasGiven) {
    schema::ScarObservation seen;
    EXPECT_EQ(goodman_baron_grade(seen), std::nullopt);
    seen.goodman_baron = answers("yn--");
    EXPECT_EQ(goodman_baron_grade(seen), 2);
    seen.goodman_baron_grade = 3;
    EXPECT_EQ(goodman_baron_grade(seen), 3);
    seen.goodman_baron.reset();
    EXPECT_EQ(goodman_baron_grade(seen), 3);
}

TEST(GoodmanBaronGrade, AgreesWithItsWorkedExample) {
    const int grade = decided_grade(answers("yyny")).value();
    EXPECT_EQ(goodman_baron_grade_scale.example,
              "contour changed, obvious from 50 cm, not coverable, flattened by stretching: " +
                  std::to_string(grade) + ", " + band_of("goodman_baron_grade", grade)->name);
}

}  // namespace
}  // namespace clinical::goodman_baron_grade_test
