#include "db/ledger/invalidation.h"

#include <gmock/gmock.h>

#include "db/ledger/ledger.h"
#include "db/ledger/transact.h"
#include "db/records/accounts.h"
#include "db/records/clinic.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "db/records/tags.h"
#include "tests/support/temporary_folder.h"

namespace db::touched_test {
namespace {

using schema::AcneStatus;
using schema::Patient;
using schema::Session;
using testing::ElementsAre;
using testing::IsEmpty;
using PatientId = schema::Id<Patient>;

class InvalidationByEntries : public testing::Test {
  protected:
    InvalidationByEntries() {
        for (const auto* chart : {"C-001", "C-002"}) {
            write([&](Write& write) { insert(write, Patient{.chart = chart}); });
        }
    }
    // What the entry touched that `work` makes.
    Invalidation write(const std::function<void(Write&)>& work) {
        const auto before = last_entry(book_);
        transact(book_, {.actor = "nurse", .action = "test"}, [&](Write& write) {
            work(write);
            return std::string();
        });
        return invalidation_after(book_, before);
    }
    static AcneStatus status(int patient) {
        AcneStatus status;
        status.patient = PatientId(patient);
        status.on = *schema::CivilTime::read("2026-01-05");
        status.regions = {{.region = schema::Region::chin, .papules = 2}};
        return status;
    }
    static Session session(int patient) {
        Session session;
        session.patient = PatientId(patient);
        session.at = *schema::CivilTime::read("2026-01-05T10:00");
        session.areas = {{.region = schema::Region::chin, .depth_mm = 0.5, .passes = 2}};
        return session;
    }

    support::TemporaryFolder folder_;
    Book book_ = Book::create(folder_ / "c.needlebook");
};

TEST_F(InvalidationByEntries, ARecordTouchesItsPatient) {
    const auto acne = write([](Write& write) { insert(write, status(2)); });
    EXPECT_THAT(acne.patients, ElementsAre(PatientId(2)));
    EXPECT_FALSE(acne.treatments);
    EXPECT_FALSE(acne.clinic);
    const auto treated = write([](Write& write) { insert(write, session(1)); });
    EXPECT_THAT(treated.patients, ElementsAre(PatientId(1)));
    EXPECT_TRUE(treated.treatments);
    EXPECT_FALSE(treated.clinic);
}

TEST_F(InvalidationByEntries, ACorrectionTouchesThePatientThoughTheChangeNamesNone) {
    write([](Write& write) { insert(write, session(1)); });
    auto corrected = records_of<Session>(book_, PatientId(1)).front();
    corrected.note = "sore";
    const auto changed = write([&](Write& write) { update(write, corrected); });
    EXPECT_THAT(changed.patients, ElementsAre(PatientId(1)));
    EXPECT_FALSE(changed.clinic);
}

TEST_F(InvalidationByEntries, ARecordThatGoesToAnotherPatientTouchesBoth) {
    write([](Write& write) { insert(write, session(1)); });
    const auto session = records_of<Session>(book_, PatientId(1)).front();
    const auto changed = write([&](Write& write) { give_to(write, {session}, PatientId(2)); });
    EXPECT_THAT(changed.patients, ElementsAre(PatientId(1), PatientId(2)));
}

TEST_F(InvalidationByEntries, APatientAndATagTouchThePatient) {
    auto patient = *find(book_, PatientId(2));
    patient.name = "Sara";
    EXPECT_THAT(write([&](Write& write) { update(write, patient); }).patients,
                ElementsAre(PatientId(2)));
    const auto tagged = write([](Write& write) { set_tag(write, {PatientId(1), "arm", "left"}); });
    EXPECT_THAT(tagged.patients, ElementsAre(PatientId(1)));
    EXPECT_TRUE(tagged.treatments);
    EXPECT_FALSE(tagged.clinic);
}

TEST_F(InvalidationByEntries, SettingsTouchTheClinic) {
    const schema::Clinic clinic{.name = "Another", .time_zone = "Etc/UTC"};
    EXPECT_TRUE(write([&](Write& write) { write_clinic(write, clinic); }).clinic);
}

TEST_F(InvalidationByEntries, PeopleAndTheirDevicesTouchNothingThatIsComputedFromRecords) {
    schema::Id<schema::Account> account;
    const auto added = write([&](Write& write) {
        account = insert_account(write, {.name = "huda", .role = schema::AccountRole::owner});
    });
    EXPECT_FALSE(added.clinic);
    const auto device =
        write([&](Write& write) { insert_device(write, {.label = "desk", .account = account}); });
    EXPECT_FALSE(device.clinic);
    EXPECT_THAT(device.patients, IsEmpty());
    const auto both = write([&](Write& write) {
        insert_device(write, {.label = "chair", .account = account});
        insert(write, status(2));
    });
    EXPECT_THAT(both.patients, ElementsAre(PatientId(2)));
    const schema::Clinic clinic{.name = "Another", .time_zone = "Etc/UTC"};
    EXPECT_TRUE(write([&](Write& write) {
                    insert_device(write, {.label = "room", .account = account});
                    write_clinic(write, clinic);
                }).clinic);
}

TEST_F(InvalidationByEntries, SeveralEntriesTouchWhatEachDid) {
    const auto before = last_entry(book_);
    write([](Write& write) { insert(write, status(2)); });
    write([](Write& write) { insert(write, session(1)); });
    EXPECT_THAT(invalidation_after(book_, before).patients,
                ElementsAre(PatientId(1), PatientId(2)));
    EXPECT_THAT(invalidation_after(book_, last_entry(book_)).patients, IsEmpty());
    for (int i = 0; i < 200; ++i) {
        write([](Write& write) { insert(write, status(2)); });
    }
    EXPECT_TRUE(invalidation_after(book_, before).clinic) << "too many to look at each";
}

TEST_F(InvalidationByEntries, LongChangesTouchAll) {
    const auto changed = write([](Write& write) {
        for (int i = 0; i < 1000; ++i) {
            insert(write, status(2));
        }
    });
    EXPECT_TRUE(changed.clinic);
}

}  // namespace
}  // namespace db::touched_test
