#include "app/clinical/departure.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/clinical/contradictions.h"

namespace clinical::departure_test {
namespace {

using schema::AdverseEvent;
using schema::Date;
using schema::Patient;
using schema::PatientStatus;
using schema::Session;

Patient person(std::optional<PatientStatus> status, const std::string& on = "") {
    Patient patient;
    patient.chart = "C1";
    patient.born = Date::read("1990-05-01");
    patient.status = status;
    patient.status_on = Date::read(on);
    return patient;
}

AdverseEvent event(int severity, const std::string& onset = "", int session = 0) {
    AdverseEvent event;
    event.id.value = 7;
    event.kind = schema::EventKind::other;
    event.severity = severity;
    event.onset = schema::PartialDate::read(onset);
    if (session > 0) {
        event.session = schema::Id<Session>(session);
    }
    return event;
}

Session session(const std::string& day) {
    Session session;
    session.id.value = 3;
    session.at = schema::CivilTime::read(day).value();
    return session;
}

TEST(Status, CanBeTrue) {
    for (const auto& patient : {person(std::nullopt),
                                person(PatientStatus::active),
                                person(PatientStatus::active, "2026-03-01"),
                                person(PatientStatus::left, "2026-03-01"),
                                person(PatientStatus::died, "2026-03-01"),
                                person(PatientStatus::died, "1990-05-01")}) {
        EXPECT_TRUE(contradictions(patient).empty());
    }
}

TEST(Status, CannotBeTrue) {
    const std::vector<std::pair<Patient, std::string>> refused{
        {person(PatientStatus::left), "status left without status_on"},
        {person(PatientStatus::died), "status died without status_on"},
        {person(std::nullopt, "2026-03-01"), "status_on 2026-03-01 without status"},
        {person(PatientStatus::died, "1990-04-30"), "status_on 1990-04-30 is before born"},
    };
    for (const auto& [patient, what] : refused) {
        const auto problems = contradictions(patient);
        ASSERT_EQ(problems.size(), 1U) << what;
        EXPECT_EQ(problems[0].what, what);
        EXPECT_FALSE(problems[0].remedy.empty());
    }
}

TEST(Departure, IsOfTheStatusOrOfAnEventThatIsDeath) {
    const std::vector<Session> sessions{session("2026-01-05")};
    EXPECT_EQ(departure(person(std::nullopt), {event(4, "2026-01-20")}, sessions), std::nullopt);
    EXPECT_EQ(departure(person(PatientStatus::active, "2026-01-01"), {}, sessions), std::nullopt);
    const auto left = departure(person(PatientStatus::left, "2026-03-01"), {}, sessions);
    EXPECT_EQ(left, (Departure{PatientStatus::left, Date::read("2026-03-01"), std::nullopt}));
    const auto died = departure(person(PatientStatus::died, "2026-03-01"), {event(5)}, sessions);
    EXPECT_EQ(died, (Departure{PatientStatus::died, Date::read("2026-03-01"), std::nullopt}));
}

TEST(Departure, OfAnEventIsOnTheLatestDayThatItCanHaveBeen) {
    const std::vector<Session> sessions{session("2026-01-05")};
    const std::vector<std::pair<AdverseEvent, std::optional<Date>>> rows{
        {event(5, "2026-01-20"), Date::read("2026-01-20")},
        {event(5, "2026-01"), Date::read("2026-01-31")},
        {event(5, "", 3), Date::read("2026-01-05")},
        {event(5, "", 4), std::nullopt},
        {event(5), std::nullopt},
    };
    for (const auto& [death, on] : rows) {
        for (const auto status : {PatientStatus::active, PatientStatus::left}) {
            const auto gone = departure(person(status, "2026-03-01"), {death}, sessions);
            ASSERT_TRUE(gone);
            EXPECT_EQ(gone->status, PatientStatus::died);
            EXPECT_EQ(gone->on, on);
            EXPECT_EQ(gone->event, death.id);
        }
    }
}

TEST(SessionAfterADeparture, IsRefusedFromTheNextDayOn) {
    const auto patient = person(PatientStatus::died, "2026-01-20");
    const auto gone = departure(patient, {}, {});
    EXPECT_FALSE(refused_session(patient, gone, *Date::read("2026-01-19")));
    EXPECT_FALSE(refused_session(patient, gone, *Date::read("2026-01-20")));
    const auto refused = refused_session(patient, gone, *Date::read("2026-01-21"));
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->what, "the patient died on 2026-01-20; the session is of 2026-01-21");
    EXPECT_FALSE(refused_session(patient, std::nullopt, *Date::read("2026-01-21")));
    EXPECT_FALSE(
        refused_session(patient, departure(patient, {event(5)}, {}), *Date::read("1999-01-01")));
}

TEST(SessionAfterADeparture, AsksWhetherOneWhoLeftCameBack) {
    const auto patient = person(PatientStatus::left, "2026-01-20");
    const auto refused =
        refused_session(patient, departure(patient, {}, {}), *Date::read("2026-02-02"));
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->what, "the patient left on 2026-01-20; the session is of 2026-02-02");
    EXPECT_NE(refused->remedy.find("needlebook patient correct C1 --status active --status-on "
                                   "2026-02-02"),
              std::string::npos)
        << refused->remedy;
}

TEST(SessionAfterADeparture, NamesTheEventThatIsDeath) {
    const auto patient = person(std::nullopt);
    const auto refused = refused_session(
        patient, departure(patient, {event(5, "2026-01-20")}, {}), *Date::read("2026-02-02"));
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->what,
              "the patient died on 2026-01-20 (event 7 of severity 5); the session is of "
              "2026-02-02");
}

TEST(ADeparture, IsRefusedWhereASessionIsLater) {
    const auto gone = departure(person(PatientStatus::left, "2026-01-20"), {}, {});
    EXPECT_FALSE(refused_departure(gone, {session("2026-01-20"), session("2025-01-20")}));
    EXPECT_FALSE(refused_departure(std::nullopt, {session("2026-01-21")}));
    const auto refused = refused_departure(gone, {session("2026-01-21")});
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->what, "left on 2026-01-20, but session 3 is of 2026-01-21");
}

}  // namespace
}  // namespace clinical::departure_test
