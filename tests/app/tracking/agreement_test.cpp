#include "app/tracking/agreement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/progress/agreement/load_study.h"
#include "app/progress/cohort/aggregates.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/check.h"
#include "app/tracking/write.h"
#include "db/ledger/ledger.h"
#include "db/records/aggregates.h"
#include "db/records/agreements.h"
#include "db/records/instruments.h"
#include "db/records/records.h"
#include "tests/support/temporary_folder.h"

namespace tracking::agreement_test {
namespace {

using schema::Agreement;
using schema::AgreementRating;
using testing::HasSubstr;
using testing::IsEmpty;

using StudyId = schema::Id<Agreement>;

class AgreementStudy : public testing::Test {
  protected:
    AgreementStudy() {
        for (int i = 0; i < 40; ++i) {
            schema::Patient patient;
            patient.chart = "C-" + std::to_string(i);
            patients_.emplace_back(std::stoll(record(book_, act_, patient).answer));
        }
    }

    StudyId start(schema::Medium medium = schema::Medium::photo, const char* code = "iga") {
        Agreement study;
        study.instrument = db::find_instrument(book_, code)->id;
        study.medium = medium;
        study.patients = 12;
        study.on = *schema::Date::read("2026-01-05");
        return StudyId(std::stoll(start_agreement(book_, act_, study).answer));
    }
    schema::Id<AgreementRating> rate(StudyId study,
                                     int patient,
                                     const char* rater,
                                     double value,
                                     const char* at = "2026-01-05") {
        AgreementRating rating;
        rating.agreement = study;
        rating.patient = patients_.at(static_cast<std::size_t>(patient));
        rating.rater = rater;
        rating.value = value;
        rating.at = *schema::CivilTime::read(at);
        return schema::Id<AgreementRating>(std::stoll(rate_agreement(book_, act_, rating).answer));
    }
    // By two raters, who differ by a step on every third.
    void rate_patients(StudyId study, int patients) {
        for (int i = 0; i < patients; ++i) {
            const double grade = 1 + i % 3;
            rate(study, i, "Saleh", grade);
            rate(study, i, "Mona", i % 3 == 0 ? grade + 1 : grade);
        }
    }
    void adopt(StudyId study) {
        adopt_agreement(book_, because_, study, *schema::Date::read("2026-03-02"));
    }
    Agreement kept(StudyId study) const { return db::find_agreement(book_, study).value(); }
    progress::StudyResult result(StudyId study) const {
        return progress::load_study(book_, kept(study)).result;
    }
    // What the call is refused with; empty if it is not.
    static std::string refusal(const std::function<void()>& call) {
        try {
            call();
        } catch (const schema::Error& error) {
            std::string all;
            for (const auto& problem : error.problems()) {
                all += problem.where + ": " + problem.what + "\n";
            }
            return all;
        }
        return "";
    }
    void expect_whole() {
        EXPECT_THAT(check(book_, [](auto, auto) {}).problems, IsEmpty());
    }

    support::TemporaryFolder folder_;
    db::Submission act_{.actor = "nurse", .action = "test"};
    db::Submission because_{.actor = "nurse", .action = "test", .reason = "our own raters"};
    db::Book book_ = create_book(
        folder_ / "clinic.needlebook", {.name = "Clinic", .time_zone = "Africa/Cairo"}, "nurse");
    std::vector<schema::Id<schema::Patient>> patients_;
};

TEST_F(AgreementStudy, BeginsOfTwoPatientsAtLeast) {
    Agreement study;
    study.instrument = db::find_instrument(book_, "iga")->id;
    for (const int refused : {-1, 0, 1, 1000}) {
        study.patients = refused;
        EXPECT_THAT(refusal([&] { start_agreement(book_, act_, study); }), HasSubstr("2 to 999"));
    }
    for (const int accepted : {2, 999}) {
        study.patients = accepted;
        EXPECT_EQ(refusal([&] { start_agreement(book_, act_, study); }), "");
    }
}

TEST_F(AgreementStudy, BeginsWithoutBeingAdopted) {
    Agreement study;
    study.instrument = db::find_instrument(book_, "iga")->id;
    study.patients = 12;
    study.adopted = schema::Date::read("2026-01-05");
    study.reason = "because";
    study.sdc_other_rater = 0.1;
    start_agreement(book_, act_, study);
    EXPECT_FALSE(kept(StudyId(1)).adopted);
    EXPECT_FALSE(kept(StudyId(1)).sdc_other_rater);
}

TEST_F(AgreementStudy, TakesValuesOfItsScaleOnly) {
    const auto study = start();
    for (const double refused : {-1.0, 5.0, 2.5}) {
        EXPECT_THAT(refusal([&] { rate(study, 0, "Saleh", refused); }), HasSubstr("is not 0 to 4"));
    }
    for (const double accepted : {0.0, 4.0}) {
        EXPECT_EQ(refusal([&] { rate(study, 0, "Saleh", accepted); }), "");
    }
}

TEST_F(AgreementStudy, TakesRatingsOfSomebody) {
    const auto study = start();
    EXPECT_THAT(refusal([&] { rate(study, 0, "", 1); }), HasSubstr("rater: is empty"));
    EXPECT_THAT(refusal([&] { rate(study, 0, "  ", 1); }), HasSubstr("rater: is empty"));
    EXPECT_EQ(refusal([&] { rate(study, 0, "M", 1); }), "");
}

TEST_F(AgreementStudy, TakesRatingsWhileItIsThere) {
    const auto study = start();
    EXPECT_THAT(refusal([&] { rate(StudyId(2), 0, "Saleh", 1); }), HasSubstr("there is none"));
    EXPECT_EQ(refusal([&] { rate(study, 0, "Saleh", 1); }), "");
    void_agreement(book_, because_, study);
    EXPECT_THAT(refusal([&] { rate(study, 0, "Saleh", 1); }), HasSubstr("was voided"));
    EXPECT_THAT(refusal([&] { void_agreement(book_, because_, study); }), HasSubstr("was voided"));
}

TEST_F(AgreementStudy, ForgetsARatingThatIsTakenBackAndTheLedgerDoesNot) {
    const auto study = start();
    rate(study, 0, "Saleh", 1);
    const auto wrong = rate(study, 0, "Mona", 4);
    unrate_agreement(book_, because_, wrong);
    EXPECT_EQ(result(study).ratings, 1);
    EXPECT_EQ(db::all_ratings_of(book_, study).size(), 2U);
    EXPECT_THAT(refusal([&] { unrate_agreement(book_, because_, wrong); }),
                HasSubstr("was taken back"));
    EXPECT_THAT(refusal([&] { unrate_agreement(book_, because_, schema::Id<AgreementRating>(9)); }),
                HasSubstr("there is none"));
    expect_whole();
}

TEST_F(AgreementStudy, IsAdoptedFromTenPatientsRatedTwice) {
    const auto study = start();
    rate_patients(study, 9);
    EXPECT_THAT(refusal([&] { adopt(study); }),
                HasSubstr("agreement 1: 9 of 10 patients are rated by both raters"));
    EXPECT_FALSE(kept(study).adopted);
    rate(study, 9, "Saleh", 2);
    rate(study, 9, "Mona", 3);
    EXPECT_EQ(refusal([&] { adopt(study); }), "");
    const auto now = kept(study);
    EXPECT_EQ(now.adopted, schema::Date::read("2026-03-02"));
    EXPECT_EQ(now.reason, "our own raters");
    EXPECT_EQ(now.sdc_other_rater, result(study).other_rater.value->sdc);
    EXPECT_FALSE(now.sdc_same_rater);
    EXPECT_THAT(*now.summary, HasSubstr("10 patients rated twice, 2 raters, photographs"));
    expect_whole();
}

TEST_F(AgreementStudy, IsAdoptedForAReason) {
    const auto study = start();
    rate_patients(study, 10);
    const auto adopt_because = [&](const std::optional<std::string>& reason) {
        auto submission = act_;
        submission.reason = reason;
        return refusal(
            [&] { adopt_agreement(book_, submission, study, *schema::Date::read("2026-03-02")); });
    };
    EXPECT_THAT(adopt_because({}), HasSubstr("reason: is missing"));
    EXPECT_THAT(adopt_because(" "), HasSubstr("reason: is missing"));
    EXPECT_EQ(adopt_because("ours"), "");
}

TEST_F(AgreementStudy, GivesWayToALaterOneOfItsScaleAndMedium) {
    const auto first = start();
    const auto live = start(schema::Medium::live);
    const auto other_scale = start(schema::Medium::photo, "goodman_baron_grade");
    const auto second = start();
    for (const auto study : {first, live, other_scale, second}) {
        rate_patients(study, 10);
        adopt(study);
    }
    EXPECT_FALSE(kept(first).adopted);
    EXPECT_FALSE(kept(first).sdc_other_rater);
    for (const auto study : {live, other_scale, second}) {
        EXPECT_TRUE(kept(study).adopted);
    }
    EXPECT_EQ(db::adopted_agreements(book_).size(), 3U);
    expect_whole();
}

TEST_F(AgreementStudy, IsAdoptedAgainWithWhatWasRatedSince) {
    const auto study = start();
    rate_patients(study, 10);
    adopt(study);
    const auto before = kept(study).sdc_other_rater;
    rate(study, 10, "Saleh", 0);
    rate(study, 10, "Mona", 4);
    EXPECT_EQ(kept(study).sdc_other_rater, before);
    adopt(study);
    EXPECT_GT(kept(study).sdc_other_rater, before);
    EXPECT_EQ(db::adopted_agreements(book_).size(), 1U);
}

TEST_F(AgreementStudy, IsOutOfForceOnceVoided) {
    const auto study = start();
    rate_patients(study, 10);
    adopt(study);
    void_agreement(book_, because_, study);
    EXPECT_THAT(db::adopted_agreements(book_), IsEmpty());
    EXPECT_THAT(refusal([&] { adopt(study); }), HasSubstr("was voided"));
    expect_whole();
}

TEST_F(AgreementStudy, RenewsTheAggregatesOfAllWhenAdopted) {
    const auto study = start();
    rate_patients(study, 10);
    db::transact(book_, act_, [&](db::Write& write) {
        db::clear_aggregates(write);
        db::stamp_aggregates(write, progress::aggregate_method);
        return std::string();
    });
    EXPECT_EQ(db::treatment_totals(book_).patients, 0);
    adopt(study);
    EXPECT_EQ(db::treatment_totals(book_).patients, 40);
}

TEST_F(AgreementStudy, LeavesOutWhoWasTreatedBetweenRatingsOfTheFaceItself) {
    for (const auto medium : {schema::Medium::live, schema::Medium::photo}) {
        const auto study = start(medium);
        rate(study, 0, "Saleh", 2, "2026-01-05");
        rate(study, 0, "Mona", 2, "2026-01-12");
        schema::Session session;
        session.patient = patients_.at(0);
        session.at = *schema::CivilTime::read("2026-01-08");
        session.device = schema::Device::pen;
        session.areas = {{schema::Region::chin, 1.0, 4}};
        db::transact(book_, act_, [&](db::Write& write) {
            return std::to_string(db::insert(write, session).value);
        });
        EXPECT_EQ(result(study).treated_between, medium == schema::Medium::live ? 1 : 0);
        EXPECT_EQ(result(study).patients, medium == schema::Medium::live ? 0 : 1);
    }
}

}  // namespace
}  // namespace tracking::agreement_test
