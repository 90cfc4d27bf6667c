#include "app/tracking/link.h"

#include <gtest/gtest.h>

#include "app/access/patient_door.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/check.h"
#include "app/tracking/undo.h"
#include "app/tracking/write.h"
#include "db/ledger/ledger.h"
#include "db/records/patients.h"
#include "schema/types/error.h"
#include "tests/support/temporary_folder.h"

namespace tracking::link_test {
namespace {

class Link : public testing::Test {
  protected:
    Link() {
        schema::Patient patient;
        patient.chart = "C-001";
        record(book_, by_, patient);
        patient_ = db::find_patient(book_, "C-001")->id;
    }
    MadeLink make(LinkTerms terms = {}) {
        return link_patient(book_, by_, patient_, terms, today_);
    }

    support::TemporaryFolder folder_;
    db::Book book_ =
        create_book(folder_ / "a.needlebook", {.name = "Clinic", .time_zone = "Etc/UTC"}, "test");
    db::Submission by_{.actor = "nurse", .action = "patient link", .reason = "test"};
    schema::Date today_ = *schema::Date::of(2026, 1, 5);
    schema::Id<schema::Patient> patient_;
};

TEST_F(Link, LeadsToItsPatientUntilADayAndHasACodeOfSixDigits) {
    const auto made = make({.days = 10, .entries = false});
    EXPECT_EQ(db::find_link(book_, made.link.key), made.link);
    EXPECT_EQ(made.link.patient, patient_);
    EXPECT_EQ(made.link.expires, schema::Date::of(2026, 1, 15));
    EXPECT_FALSE(made.link.entries);
    ASSERT_TRUE(made.code);
    EXPECT_EQ(made.code->size(), 6U);
    EXPECT_EQ(made.code->find_first_not_of("0123456789"), std::string::npos);
    EXPECT_FALSE(db::find_link(book_, made.link.key.substr(1)));
    EXPECT_FALSE(db::find_link(book_, std::string()));
}

TEST_F(Link, WithdrawsTheOneBefore) {
    const auto first = make();
    const auto second = make();
    EXPECT_NE(first.link.key, second.link.key);
    EXPECT_FALSE(db::find_link(book_, first.link.key));
    EXPECT_EQ(db::link_of(book_, patient_), second.link);
    EXPECT_TRUE(check(book_, [](auto, auto) {}).problems.empty());
}

TEST_F(Link, ToldTwiceIsMadeOnceAndItsCodeToldOnce) {
    by_.key = "once";
    const auto first = make();
    const auto entries = db::last_entry(book_);
    const auto second = make();
    EXPECT_EQ(second.link, first.link);
    EXPECT_FALSE(second.code);
    EXPECT_EQ(db::last_entry(book_), entries) << "nothing was written";
}

TEST_F(Link, IsRefusedForDaysThatAreNone) {
    for (const int days : {0, -1, longest_link_days + 1}) {
        EXPECT_THROW(make({.days = days}), schema::Error) << days;
    }
    EXPECT_NO_THROW(make({.days = 1}));
    EXPECT_NO_THROW(make({.days = longest_link_days}));
}

TEST_F(Link, LeadsNowhereOnceItIsWithdrawn) {
    const auto made = make();
    unlink_patient(book_, by_, patient_);
    EXPECT_FALSE(db::find_link(book_, made.link.key));
    EXPECT_FALSE(db::link_of(book_, patient_));
    EXPECT_THROW(unlink_patient(book_, by_, patient_), schema::Error);
    EXPECT_TRUE(check(book_, [](auto, auto) {}).problems.empty());
}

TEST_F(Link, LeadsNowhereForAPatientWhoIsVoided) {
    const auto made = make();
    void_record(book_, by_, *db::find_patient(book_, "C-001"));
    EXPECT_FALSE(db::find_link(book_, made.link.key));
}

TEST_F(Link, IsOf128BitsAndNeverTheSame) {
    EXPECT_EQ(db::unguessable_key().size(), 22U);
    EXPECT_NE(db::unguessable_key(), db::unguessable_key());
}

}  // namespace
}  // namespace tracking::link_test
