// Appointments and attempts to reach a patient: what is refused, what is asked, and what the day
// and the due list say of them.

#include "db/records/appointments.h"

#include <functional>

#include <gtest/gtest.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/questions.h"
#include "app/tracking/today.h"
#include "app/tracking/write.h"
#include "db/records/records.h"
#include "db/utc.h"
#include "schema/types/error.h"
#include "tests/support/temporary_folder.h"

namespace tracking::appointments_test {
namespace {

using schema::Appointment;
using schema::AppointmentStatus;
using schema::CivilTime;
using schema::Date;
using schema::Fault;

class Appointments : public testing::Test {
  protected:
    Appointments() {
        for (const auto* chart : {"C-001", "C-002"}) {
            schema::Patient patient;
            patient.chart = chart;
            patient.born = Date::read("1990-04-02");
            keep(patient);
        }
    }
    std::int64_t keep(const schema::AnyRecord& any, std::vector<std::string> confirm = {}) {
        return std::stoll(
            record(
                book_, {.actor = "nurse", .action = "record", .confirm = std::move(confirm)}, any)
                .answer);
    }
    static Appointment at(const std::string& time, int minutes = 30, int patient = 1) {
        Appointment appointment;
        appointment.patient = schema::Id<schema::Patient>(patient);
        appointment.at = *CivilTime::read(time);
        appointment.minutes = minutes;
        return appointment;
    }
    static schema::ContactAttempt called(const std::string& time, schema::ContactOutcome outcome) {
        schema::ContactAttempt attempt;
        attempt.patient = schema::Id<schema::Patient>(1);
        attempt.at = *CivilTime::read(time);
        attempt.outcome = outcome;
        return attempt;
    }
    std::optional<Fault> fault(const schema::AnyRecord& any) {
        return fault_of([&] { keep(any); });
    }
    std::optional<Fault> fault_of(const std::function<void()>& work) {
        try {
            work();
        } catch (const schema::Error& error) {
            said_ = error.problems().front();
            return error.fault();
        }
        return std::nullopt;
    }
    static Date today() { return *Date::read(db::utc_now().substr(0, 10)); }

    schema::Problem said_;
    support::TemporaryFolder folder_;
    db::Book book_ =
        create_book(folder_ / "c.needlebook", {.name = "Test", .time_zone = "Etc/UTC"}, "nurse");
};

TEST_F(Appointments, OfOnePatientDoNotOverlap) {
    keep(at("2026-02-02T10:30", 45));
    EXPECT_EQ(fault(at("2026-02-02T11:14")), Fault::refused);
    EXPECT_EQ(said_.where, "appointment");
    EXPECT_EQ(said_.what,
              "at 2026-02-02T11:14 is while appointment 1 at 2026-02-02T10:30 takes 45 "
              "minutes");
    EXPECT_EQ(fault(at("2026-02-02T10:01", 30)), Fault::refused);
    EXPECT_EQ(fault(at("2026-02-02T11:15")), std::nullopt) << "one begins as the other ends";
    EXPECT_EQ(fault(at("2026-02-02T10:00", 30)), std::nullopt);
    EXPECT_EQ(fault(at("2026-02-02T10:30", 45, 2)), std::nullopt) << "another patient";
}

TEST_F(Appointments, ThatWereCancelledOrMissedTakeNoTime) {
    auto first = at("2026-02-02T10:30");
    first.id = schema::Id<Appointment>(keep(first));
    first.status = AppointmentStatus::cancelled;
    correct(book_, {.actor = "nurse", .action = "correct", .reason = "ill"}, first);
    EXPECT_EQ(fault(at("2026-02-02T10:40")), std::nullopt);
    first.status = AppointmentStatus::planned;
    first.version = 2;
    EXPECT_EQ(fault_of([&] {
                  correct(book_, {.actor = "nurse", .action = "correct", .reason = "slip"}, first);
              }),
              Fault::refused)
        << "its time was given away";
}

TEST_F(Appointments, HaveATimeOfDayAndOneToFourHundredAndEightyMinutes) {
    EXPECT_EQ(fault(at("2026-02-02")), Fault::refused);
    EXPECT_EQ(said_.what, "at 2026-02-02 names no time of day");
    EXPECT_NE(fault(at("2026-02-02T10:30", 0)), std::nullopt);
    EXPECT_NE(fault(at("2026-02-02T10:30", 481)), std::nullopt);
    keep(at("2026-02-02T10:30", 480), {"minutes"});
    EXPECT_EQ(fault(at("1989-02-02T10:30")), Fault::refused) << "before the patient was born";
}

TEST_F(Appointments, ThatAreToComeHaveNotBeenKept) {
    auto future = at(today().plus_days(20).text() + "T10:30");
    future.status = AppointmentStatus::arrived;
    EXPECT_EQ(fault(future), Fault::implausible);
    EXPECT_EQ(said_.where, "status");
    future.status = AppointmentStatus::planned;
    EXPECT_EQ(fault(future), std::nullopt);
    auto past = at("2026-02-02T10:30");
    past.status = AppointmentStatus::arrived;
    EXPECT_EQ(fault(past), std::nullopt);
}

TEST_F(Appointments, OfADayComeByTheClock) {
    const auto day = *Date::read("2026-02-02");
    keep(at("2026-02-02T11:30"));
    keep(at("2026-02-02T09:00", 30, 2));
    keep(at("2026-02-03T08:00"));
    const auto voided = keep(at("2026-02-02T15:00"));
    Appointment which;
    which.id = schema::Id<Appointment>(voided);
    void_record(book_, {.actor = "nurse", .action = "void", .reason = "slip"}, which);
    const auto today = load_today(book_, day);
    ASSERT_EQ(today.appointments.size(), 2U);
    EXPECT_EQ(today.appointments[0].about.at.text(), "2026-02-02T09:00");
    EXPECT_EQ(today.appointments[0].patient.chart, "C-002");
    EXPECT_EQ(today.appointments[1].about.at.text(), "2026-02-02T11:30");
    EXPECT_EQ(db::appointments_between(book_, day, day.plus_days(1)).size(), 3U);
}

TEST_F(Appointments, AndCallsStandWithWhoIsDue) {
    schema::Course course;
    course.patient = schema::Id<schema::Patient>(1);
    course.sessions = 4;
    course.every = *schema::Interval::read("4w");
    course.on = *Date::read("2026-01-05");
    keep(course);
    const auto day = *Date::read("2026-01-20");
    auto due = load_today(book_, day).due;
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due[0].calls.attempts.count, 0);
    EXPECT_FALSE(due[0].calls.next);

    keep(called("2026-01-04T09:00", schema::ContactOutcome::reached));  // before the last visit
    keep(called("2026-01-18T09:00", schema::ContactOutcome::no_answer));
    keep(called("2026-01-19T09:00", schema::ContactOutcome::left_message));
    keep(called("2026-01-22T09:00", schema::ContactOutcome::reached));  // after the day
    keep(at("2026-01-21T10:00"));
    due = load_today(book_, day).due;
    EXPECT_EQ(due[0].calls.attempts.count, 2);
    EXPECT_EQ(due[0].calls.attempts.last->outcome, schema::ContactOutcome::left_message);
    EXPECT_EQ(due[0].calls.next->at.text(), "2026-01-21T10:00");
}

}  // namespace
}  // namespace tracking::appointments_test
