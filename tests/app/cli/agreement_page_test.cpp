#include "app/cli/agreement_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/cli/display_text.h"
#include "schema/types/text.h"

namespace cli::agreement_page_test {
namespace {

using testing::HasSubstr;
using testing::Not;

// Patients rated by two raters, who differ by a step on every third; the first `repeated` again by
// the first rater.
progress::StudyView study_of(int patients, int repeated = 0) {
    progress::StudyView view;
    view.study.id.value = 1;
    view.study.medium = schema::Medium::live;
    view.study.patients = 12;
    view.study.on = *schema::Date::read("2026-01-05");
    view.instrument = {.code = "iga",
                       .name = "Investigator's Global Assessment of acne",
                       .low = 0,
                       .high = 4,
                       .step = 1,
                       .unit = "{score}",
                       .noise = 1,
                       .noise_rule = schema::NoiseRule::points,
                       .noise_kind = schema::NoiseKind::ours};
    progress::StudyRatings study{.instrument = view.instrument};
    const auto rate = [&](int patient, const char* rater, int value) {
        auto& rating = study.ratings.emplace_back();
        rating.patient.value = patient;
        rating.rater = rater;
        rating.value = value;
    };
    for (int i = 1; i <= patients; ++i) {
        rate(i, "Mona Adel", 1 + i % 3);
        rate(i, "Dr Saleh", i % 3 == 0 ? 2 : 1 + i % 3);
    }
    for (int i = 1; i <= repeated; ++i) {
        rate(i, "Dr Saleh", 2);
    }
    view.result = progress::study_result(study);
    view.adoption = progress::adoption_of(view.result);
    view.summary = progress::study_summary(view.study, view.result, view.adoption);
    return view;
}

TEST(AgreementPage, SaysWhatIsMissing) {
    const auto page = agreement_page(study_of(7), 100);
    EXPECT_THAT(page, HasSubstr("  rated           7 of 12 patients twice, 12 planned\n"));
    EXPECT_THAT(page, HasSubstr("Missing\n  7 of 10 patients are rated by both raters\n"));
    EXPECT_THAT(page, HasSubstr("nothing: under 10 patients the numbers are shown, not used"));
    EXPECT_THAT(page, HasSubstr("  ICC(2,1)        0."));  // shown all the same
}

TEST(AgreementPage, ShowsEveryNumberWithItsInterval) {
    const auto page = agreement_page(study_of(12, 10), 120);
    EXPECT_THAT(page, HasSubstr("Between raters, 12 patients that all rated"));
    EXPECT_THAT(page, HasSubstr("Dr Saleh and Mona Adel, 12 patients"));
    EXPECT_THAT(page,
                HasSubstr("  the same        8 of 12 (67 %); within one step 12 of 12 (100 %)"));
    for (const auto* row : {"  ICC(2,1)        0.",
                            "  ICC(3,1)        0.",
                            "  SEM             0.",
                            "  SDC             1.",
                            "  quadratic kappa 0.",
                            "  first − second  0."}) {
        const auto at = page.find(row);
        ASSERT_NE(at, std::string::npos) << row << "\n" << page;
        EXPECT_THAT(page.substr(at, page.find('\n', at) - at), HasSubstr("(95 % ")) << row;
    }
    EXPECT_THAT(page, HasSubstr("The same rater again, 10 patients"));
    EXPECT_THAT(page, Not(HasSubstr("Missing")));
}

TEST(AgreementPage, SaysWhereNoTwoRatingsDiffered) {
    auto view = study_of(12);
    view.result.other_rater.value = progress::StandardError{};
    EXPECT_THAT(agreement_page(view, 100),
                HasSubstr("  SDC             0 points: no two ratings differed\n"));
}

TEST(AgreementPage, SaysWhatAdoptingWouldChange) {
    const auto page = agreement_page(study_of(12), 120);
    EXPECT_THAT(page,
                HasSubstr("Adopting would change\n  When another rater looks, a change of at most "
                          "1.1 points would be within noise, instead of 1 (ours)\n"));
}

TEST(AgreementPage, NamesTheStudyThatGivesWay) {
    auto view = study_of(12);
    view.in_force = view.study;
    view.in_force->id.value = 7;
    view.in_force->adopted = schema::Date::read("2025-11-02");
    view.in_force->sdc_other_rater = 1.8;
    const auto page = agreement_page(view, 120);
    EXPECT_THAT(page, HasSubstr("instead of 1.8 (study 7)"));
    EXPECT_THAT(page, HasSubstr("Study 7, adopted 2025-11-02, would give way"));
}

TEST(AgreementPage, ShowsWhatIsInForce) {
    auto view = study_of(12);
    view.study.adopted = schema::Date::read("2026-03-02");
    view.study.reason = "our two raters";
    view.study.sdc_other_rater = 1.1;
    view.study.summary = "study of 2026-01-05, 12 patients";
    const auto page = agreement_page(view, 120);
    EXPECT_THAT(page, HasSubstr("  adopted         2026-03-02: our two raters\n"));
    EXPECT_THAT(page, HasSubstr("  in force        study of 2026-01-05, 12 patients\n"));
    EXPECT_THAT(page, HasSubstr("Adopting it again would change"));
}

TEST(AgreementPage, OfAVoidedStudyOffersNoAdopting) {
    auto view = study_of(12);
    view.study.voided = true;
    const auto page = agreement_page(view, 120);
    EXPECT_THAT(page, HasSubstr("entered in error"));
    EXPECT_THAT(page, Not(HasSubstr("dopting")));
}

TEST(AgreementPage, FitsTheTerminalAtAnySize) {
    for (const int width : {60, 80, 120}) {
        for (const int patients : {0, 1, 2, 12}) {
            SCOPED_TRACE(testing::Message() << width << " columns, " << patients);
            const auto page = agreement_page(study_of(patients), width);
            for (const auto line : schema::split(page, '\n')) {
                EXPECT_LE(display_width(line), width) << line;
                EXPECT_FALSE(line.ends_with(' ')) << line;
            }
        }
    }
}

TEST(AgreementList, LeavesVoidedStudiesOut) {
    const auto view = study_of(2);
    auto voided = view.study;
    voided.id.value = 2;
    voided.voided = true;
    const auto list = agreement_list({view.study, voided}, {view.instrument}, 100);
    EXPECT_THAT(list, HasSubstr("\n1   iga"));
    EXPECT_THAT(list, Not(HasSubstr("\n2   ")));
    EXPECT_EQ(agreement_list({voided}, {view.instrument}, 100), "No studies of agreement yet.\n");
}

}  // namespace
}  // namespace cli::agreement_page_test
