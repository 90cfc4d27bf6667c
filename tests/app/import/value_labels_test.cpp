// A label that differs within a patient is of the values: days with and without treatment, one side
// and the other.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/import/dry_run.h"
#include "app/import/import_directory.h"
#include "db/records/score_labels.h"
#include "db/records/tags.h"
#include "tests/app/import/import_example.h"

namespace exchange::value_labels_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class ImportValueLabels : public ImportTest {
  protected:
    exchange::ImportOptions score_rows(std::string_view text,
                                       std::vector<std::string> map = {"tag:on=on"}) const {
        auto options = rows("scores", text);
        options.create_patients = true;
        options.map = std::move(map);
        return options;
    }
    // "2026-01-05 3 on=yes": the patient's values.
    std::vector<std::string> labelled(const std::string& chart) const {
        std::vector<std::string> all;
        for (const auto& score : db::scores_of(book, db::find_patient(book, chart)->id)) {
            auto text = score.at.text() + " " + schema::number_text(score.value);
            text += score.labels.empty() ? "" : " " + schema::labels_text(score.labels);
            all.push_back(std::move(text));
        }
        return all;
    }
    std::vector<schema::Tag> tags(const std::string& chart) const {
        return db::tags_of(book, db::find_patient(book, chart)->id);
    }
    std::string said(const exchange::ImportOptions& options) {
        const auto problems = refusal(options);
        return problems.empty() ? "" : problems.front().where + ": " + problems.front().what;
    }
};

constexpr auto days_on_and_off =
    "patient,at,iga,on\nN1,2026-01-05,3,no\nN1,2026-01-06,2,yes\nN1,2026-01-07,3,\n"
    "N2,2026-01-05,1,no\n";

TEST_F(ImportValueLabels, DifferWithinAPatientAndAreKeptWithEachValueOfEveryPatient) {
    const auto report = import(score_rows(days_on_and_off));
    EXPECT_EQ(report.records, 4U);
    EXPECT_THAT(report.value_labels,
                ElementsAre("on differs within 1 of 2 patients: kept with each value"));
    EXPECT_THAT(exchange::import_sentence(report), HasSubstr("; on differs within 1 of 2"));
    EXPECT_THAT(labelled("N1"),
                ElementsAre("2026-01-05 3 on=no", "2026-01-06 2 on=yes", "2026-01-07 3"));
    EXPECT_THAT(labelled("N2"), ElementsAre("2026-01-05 1 on=no"));
    EXPECT_THAT(tags("N1"), IsEmpty());
    expect_whole();
}

TEST_F(ImportValueLabels, ThatAreTheSameForAllValuesOfAPatientAreOfThePatient) {
    const auto report = import(
        score_rows("patient,at,iga,on\nN1,2026-01-05,3,A\nN1,2026-01-06,2,a \nN2,2026-01-05,1,B\n",
                   {"tag:arm=on"}));
    EXPECT_THAT(report.value_labels, IsEmpty());
    EXPECT_THAT(labelled("N1"), ElementsAre("2026-01-05 3", "2026-01-06 2"));
    EXPECT_EQ(tags("N1").at(0).value, "A");
    EXPECT_EQ(tags("N2").at(0).value, "B");
}

TEST_F(ImportValueLabels, AreShownByADryRunWhichWritesNothing) {
    auto options = score_rows(days_on_and_off);
    options.dry_run = true;
    const auto report = import(options);
    EXPECT_THAT(exchange::dry_run_text(report), HasSubstr("kept with each value"));
    const auto json = exchange::dry_run_json(report);
    EXPECT_EQ(json["value_labels"].size(), 1U);
    EXPECT_EQ(json["rows"][1]["record"]["scores"][0]["labels"]["on"], "yes");
    EXPECT_FALSE(db::find_patient(book, "N1"));
}

TEST_F(ImportValueLabels, OfAFileThatComesTwiceAddNothing) {
    import(score_rows(days_on_and_off));
    const auto again = import(score_rows(days_on_and_off));
    EXPECT_EQ(again.records, 0U);
    EXPECT_EQ(again.rows_in_book, 4U);
    // Nor do those of one patient alone, who has one label in it.
    const auto part = import(score_rows("patient,at,iga,on\nN2,2026-01-05,1,no\n"));
    EXPECT_EQ(part.rows_in_book, 1U);
    EXPECT_THAT(part.value_labels, ElementsAre("on: kept with each value, as in the book"));
    EXPECT_THAT(tags("N2"), IsEmpty());
    // Nor a file that says less.
    EXPECT_EQ(import(score_rows("patient,at,iga\nN1,2026-01-06,2\n", {})).rows_in_book, 1U);
}

TEST_F(ImportValueLabels, TellValuesOfOneMomentApart) {
    const auto* const two =
        "patient,at,iga,on\nN1,2026-01-05,2,A\nN1,2026-01-05,2,B\nN1,2026-01-05,3,C\n";
    const auto report = import(score_rows(two));
    EXPECT_EQ(report.records, 3U);
    EXPECT_THAT(report.warnings, IsEmpty());
    EXPECT_EQ(import(score_rows(two)).rows_in_book, 3U);
    EXPECT_THAT(said(score_rows("patient,at,iga,on\nN1,2026-01-05,4,A\n")),
                HasSubstr("2 there, 4 here"));
}

TEST_F(ImportValueLabels, ThatTheBookLacksAreAskedNotPassedOver) {
    import(score_rows("patient,at,iga\nN1,2026-01-05,3\n", {}));
    EXPECT_THAT(said(score_rows("patient,at,iga,on\nN1,2026-01-05,3,no\n", {"label:on=on"})),
                HasSubstr("3 there, 3 here; no label there, on=no here"));
}

TEST_F(ImportValueLabels, CanBeToldAsSuchAndSetForAWholeFile) {
    auto right = score_rows("patient,value\n1,1\n2,2\n", {});
    right.set = {"at=2026-01-05", "instrument=iga", "region=right_cheek", "label:side=treated"};
    EXPECT_EQ(import(right).records, 2U);
    auto left = score_rows("patient,value\n1,2\n2,3\n", {});
    left.set = {"at=2026-01-05", "instrument=iga", "region=left_cheek", "label:side=placebo"};
    EXPECT_EQ(import(left).records, 2U);
    EXPECT_THAT(labelled("1"),
                ElementsAre("2026-01-05 2 side=placebo", "2026-01-05 1 side=treated"));
    EXPECT_EQ(import(left).rows_in_book, 2U);
    EXPECT_THAT(tags("1"), IsEmpty());
}

TEST_F(ImportValueLabels, MayBeSeveralAndTranslated) {
    auto options = score_rows("patient,at,iga,on,arm\nN1,2026-01-05,3,0,A\nN1,2026-01-06,2,1,A\n",
                              {"tag:on=on", "label:arm=arm"});
    options.values = {"tag:on:0=no", "tag:on:1=yes"};
    import(options);
    EXPECT_THAT(labelled("N1"),
                ElementsAre("2026-01-05 3 arm=A, on=no", "2026-01-06 2 arm=A, on=yes"));
}

TEST_F(ImportValueLabels, WithinFewPatientsMayBeASlipWhichIsSaid) {
    const auto report = import(
        score_rows("patient,at,iga,on\nN1,2026-01-05,3,A\nN1,2026-01-06,3,B\nN2,2026-01-05,3,A\n"
                   "N3,2026-01-05,3,B\n"));
    EXPECT_THAT(report.value_labels, ElementsAre(HasSubstr("the first is line 3")));
}

TEST_F(ImportValueLabels, OfAKeyThatPatientsHaveAreAContradictionUnlessToldAsSuch) {
    import(score_rows("patient,at,iga,on\nN9,2026-01-05,3,A\n"));
    EXPECT_THAT(said(score_rows(days_on_and_off)), HasSubstr("but line 2 says \"no\""));
    EXPECT_EQ(import(score_rows(days_on_and_off, {"label:on=on"})).records, 4U);
}

TEST_F(ImportValueLabels, OnlyCountTheRowsThatAreRead) {
    auto options = score_rows(days_on_and_off);
    options.only = {"on=no"};
    EXPECT_THAT(import(options).value_labels, IsEmpty());
    EXPECT_EQ(tags("N1").at(0).value, "no");
}

TEST_F(ImportValueLabels, AreOfScoresAlone) {
    auto options = rows("acne", "patient,on,iga,arm\nN1,2026-01-05,3,A\nN1,2026-01-06,2,B\n");
    options.create_patients = true;
    options.map = {"tag:arm=arm"};
    EXPECT_THAT(said(options), HasSubstr("but line 2 says \"A\""));
    options.map = {"label:arm=arm"};
    EXPECT_THAT(said(options), HasSubstr("label:arm"));
}

}  // namespace
}  // namespace exchange::value_labels_test
