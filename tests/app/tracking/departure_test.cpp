// What a book takes of a patient who died or left.

#include "app/tracking/departure.h"

#include <gtest/gtest.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/planned_session.h"
#include "app/tracking/safety.h"
#include "app/tracking/write.h"
#include "db/patients.h"
#include "db/records.h"
#include "schema/types/error.h"
#include "tests/support/temporary_folder.h"

namespace tracking::departure_test {
namespace {

using schema::Date;
using schema::Patient;
using schema::PatientStatus;

class Departed : public testing::Test {
  protected:
    Departed() {
        Patient patient;
        patient.chart = "C1";
        keep(patient);
        needle("2026-01-05");
    }
    void keep(const schema::AnyRecord& any) {
        record(book_, {.actor = "nurse", .action = "record"}, any);
    }
    void needle(const char* on) {
        schema::Session session;
        session.patient = patient().id;
        session.at = *schema::CivilTime::read(on);
        session.device = schema::Device::pen;
        session.areas = {{.region = schema::Region::nose, .depth_mm = 0.5, .passes = 1}};
        record_session(book_, {.actor = "nurse", .action = "record"}, session, reasons_);
    }
    void event(int severity, const char* onset) {
        schema::AdverseEvent event;
        event.patient = patient().id;
        event.kind = schema::EventKind::other;
        event.severity = severity;
        event.onset = schema::PartialDate::read(onset);
        keep(event);
    }
    void set_status(PatientStatus status, const char* on) {
        auto changed = patient();
        changed.status = status;
        changed.status_on = Date::read(on);
        correct(book_, {.actor = "nurse", .action = "correct", .reason = "told"}, changed);
    }
    Patient patient() { return db::find_patient(book_, "C1").value(); }
    std::string refusal(const std::function<void()>& work) {
        try {
            work();
        } catch (const schema::Error& error) {
            return error.problems().at(0).what;
        }
        return "";
    }
    void plan(const char* on) {
        planned_session(book_, patient().id, *Date::read("2026-03-01"), {.at = on});
    }

    support::TemporaryFolder folder_;
    db::Book book_ =
        create_book(folder_ / "c.needlebook", {.name = "Test", .time_zone = "Etc/UTC"}, "nurse");
    Overrides reasons_;
};

TEST_F(Departed, ByDeathTakesNoSessionAfterThatDay) {
    set_status(PatientStatus::died, "2026-01-20");
    EXPECT_EQ(refusal([&] { needle("2026-02-02"); }),
              "the patient died on 2026-01-20; the session is of 2026-02-02");
    EXPECT_EQ(refusal([&] { plan("2026-02-02"); }),
              "the patient died on 2026-01-20; the session is of 2026-02-02");
    EXPECT_EQ(refusal([&] { plan("2026-01-19"); }), "") << "a question about an earlier day";
}

TEST_F(Departed, ByAnEventThatIsDeathTakesNoSessionAfterThatDay) {
    event(5, "2026-01-20");
    EXPECT_EQ(refusal([&] { needle("2026-02-02"); }),
              "the patient died on 2026-01-20 (event 1 of severity 5); the session is of "
              "2026-02-02");
    EXPECT_NE(refusal([&] { plan("2026-02-02"); }), "");
}

TEST_F(Departed, WhoLeftIsTreatedAgainOnceTheyAreActive) {
    set_status(PatientStatus::left, "2026-01-20");
    EXPECT_EQ(refusal([&] { needle("2026-02-02"); }),
              "the patient left on 2026-01-20; the session is of 2026-02-02");
    EXPECT_EQ(refusal([&] { plan("2026-02-02"); }), "") << "they may be coming back";
    set_status(PatientStatus::active, "2026-02-02");
    needle("2026-02-02");
}

TEST_F(Departed, BeforeASessionIsRefused) {
    EXPECT_EQ(refusal([&] { set_status(PatientStatus::died, "2026-01-04"); }),
              "died on 2026-01-04, but session 1 is of 2026-01-05");
    EXPECT_EQ(refusal([&] { event(5, "2026-01-04"); }),
              "died on 2026-01-04 (event 1 of severity 5), but session 1 is of 2026-01-05");
    EXPECT_EQ(refusal([&] { event(4, "2026-01-04"); }), "");
    EXPECT_EQ(refusal([&] { set_status(PatientStatus::died, "2026-01-05"); }), "");
}

}  // namespace
}  // namespace tracking::departure_test
