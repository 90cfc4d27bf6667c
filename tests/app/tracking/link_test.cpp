#include "app/tracking/link.h"

#include <gtest/gtest.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/check.h"
#include "app/tracking/write.h"
#include "db/ledger/ledger.h"
#include "db/records/patient_links.h"
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
    support::TemporaryFolder folder_;
    db::Book book_ =
        create_book(folder_ / "a.needlebook", {.name = "Clinic", .time_zone = "Etc/UTC"}, "test");
    db::Submission by_{.actor = "nurse", .action = "patient link", .reason = "test"};
    schema::Id<schema::Patient> patient_;
};

TEST_F(Link, IsMadeOnceAndLeadsToItsPatient) {
    const auto key = link_patient(book_, by_, patient_);
    const auto entries = db::last_entry(book_);
    EXPECT_EQ(link_patient(book_, by_, patient_), key);
    EXPECT_EQ(db::last_entry(book_), entries) << "nothing was written";
    EXPECT_EQ(db::patient_of_link(book_, key)->id, patient_);
    EXPECT_FALSE(db::patient_of_link(book_, key.substr(1)));
    EXPECT_FALSE(db::patient_of_link(book_, ""));
}

TEST_F(Link, LeadsNowhereOnceItIsWithdrawnAndANewOneIsAnother) {
    const auto key = link_patient(book_, by_, patient_);
    unlink_patient(book_, by_, patient_);
    EXPECT_FALSE(db::patient_of_link(book_, key));
    EXPECT_FALSE(db::link_of(book_, patient_));
    EXPECT_THROW(unlink_patient(book_, by_, patient_), schema::Error);
    EXPECT_NE(link_patient(book_, by_, patient_), key);
    EXPECT_TRUE(check(book_, [](auto, auto) {}).problems.empty());
}

TEST_F(Link, LeadsNowhereForAPatientWhoIsVoided) {
    const auto key = link_patient(book_, by_, patient_);
    void_record(book_, by_, *db::find_patient(book_, "C-001"));
    EXPECT_FALSE(db::patient_of_link(book_, key));
}

TEST_F(Link, IsOf128BitsAndNeverTheSame) {
    EXPECT_EQ(db::unguessable_key().size(), 22U);
    EXPECT_NE(db::unguessable_key(), db::unguessable_key());
}

}  // namespace
}  // namespace tracking::link_test
