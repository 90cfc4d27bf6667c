#include "app/cli/visit/said_visit.h"

#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/types/error.h"

namespace cli::said_visit_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

schema::Problem problem_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const schema::Error& error) {
        return error.problems().front();
    }
    ADD_FAILURE() << "nothing was refused";
    return {};
}

TEST(WordsOfText, ArePartedByBlanksAndLineEndsButWithinQuotes) {
    EXPECT_THAT(words_of_text("acne iga=2\n\tsession  pain=4\r\n"),
                ElementsAre("acne", "iga=2", "session", "pain=4"));
    EXPECT_THAT(words_of_text("note=\"two words\" model='a b' \"\""),
                ElementsAre("note=two words", "model=a b", ""));
    EXPECT_THAT(words_of_text("note=patient's"), ElementsAre("note=patient's"))
        << "an apostrophe is no quotation";
    EXPECT_THAT(words_of_text(""), IsEmpty());
}

TEST(WordsOfText, LeaveOutRemarks) {
    EXPECT_THAT(words_of_text("# the usual\nacne iga=2 # calm\nsession"),
                ElementsAre("acne", "iga=2", "session"));
    EXPECT_THAT(words_of_text("note=a#b"), ElementsAre("note=a#b"));
}

TEST(WordsOfText, RefuseAQuotationThatDoesNotEnd) {
    const auto problem = problem_of([] { words_of_text("acne\nnote=\"calm\n"); });
    EXPECT_EQ(problem.where, "line 2");
    EXPECT_THAT(problem.what, HasSubstr("has no second one"));
}

TEST(SaidVisit, BeginsARecordAtEachNoun) {
    const auto said =
        said_visit({"at=2026-01-05T10:30", "acne", "iga=2", "session", "application", "same"});
    EXPECT_EQ(said.at, "2026-01-05T10:30");
    ASSERT_EQ(said.records.size(), 3U);
    EXPECT_EQ(said.records[0].kind->noun, "acne");
    EXPECT_THAT(said.records[0].words, ElementsAre("iga=2"));
    EXPECT_THAT(said.records[1].words, IsEmpty());
    EXPECT_THAT(said.records[2].words, ElementsAre("same"));
}

TEST(SaidVisit, TakesWhatClinicsCallTheKinds) {
    EXPECT_EQ(said_visit({"marks"}).records.front().kind->noun, "pigmentation");
    EXPECT_EQ(said_visit({"product"}).records.front().kind->noun, "application");
}

TEST(SaidVisit, RefusesWordsBeforeTheFirstRecord) {
    const auto problem = problem_of([] { said_visit({"sesion", "pain=4"}); });
    EXPECT_EQ(problem.what, "\"sesion\" stands before any record");
    EXPECT_THAT(problem.remedy, HasSubstr("did you mean session?"));
    EXPECT_THAT(problem_of([] { said_visit({"patient"}); }).what, HasSubstr("\"patient\""))
        << "a patient is nothing that a visit records";
}

}  // namespace
}  // namespace cli::said_visit_test
