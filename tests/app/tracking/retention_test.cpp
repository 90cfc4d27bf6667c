// How long records are to be kept.

#include "app/tracking/retention.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/commit.h"
#include "app/tracking/settings.h"
#include "app/tracking/write.h"
#include "db/records/clinic.h"
#include "db/records/instruments.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "tests/support/temporary_folder.h"

namespace tracking::retention_test {
namespace {

using schema::CivilTime;
using schema::Date;
using PatientId = schema::Id<schema::Patient>;

class RetentionTime : public testing::Test {
  protected:
    RetentionTime() { patient_ = add("C-1"); }

    PatientId add(const std::string& chart) {
        // as an import does: no entry of this patient alone
        PatientId id;
        commit(book_, by_, access_control::Right::write_observations, [&](db::Write& write) {
            id = db::insert(write, schema::Patient{.chart = chart});
            return std::string();
        });
        return id;
    }
    // Without the questions that are asked of what a person enters.
    template <class Record>
    schema::Id<Record> keep(Record record) {
        record.patient = patient_;
        schema::Id<Record> id;
        commit(book_, by_, access_control::Right::write_observations, [&](db::Write& write) {
            id = db::insert(write, record);
            return std::string();
        });
        return id;
    }
    std::optional<Date> last_day(const char* today = "2026-06-15") {
        return retention_of(book_, *db::find(book_, patient_), *Date::read(today)).last_day;
    }

    const db::Submission by_{.actor = "nurse", .action = "import", .reason = "r"};
    support::TemporaryFolder folder_;
    db::Book book_ = create_book(
        folder_ / "clinic.needlebook", {.name = "Clinic", .time_zone = "Etc/UTC"}, "test");
    PatientId patient_{};
};

TEST_F(RetentionTime, CountsFromTheLatestDayOfRecordsAndScores) {
    schema::Session session;
    session.at = *CivilTime::read("2010-03-01T10:30");
    keep(session);
    EXPECT_EQ(last_day(), Date::read("2010-03-01"));
    schema::AcneStatus acne;
    acne.on = *CivilTime::read("2011-03-01");
    const auto id = keep(acne);
    EXPECT_EQ(last_day(), Date::read("2011-03-01"));
    commit(book_, by_, access_control::Right::write_observations, [&](db::Write& write) {
        schema::Score score;
        score.patient = patient_;
        score.instrument = db::find_instrument(write.book(), "gags")->id;
        score.at = *CivilTime::read("2011-04-01T08:00");
        score.value = 3;
        db::insert_score(write, score);
        return std::string();
    });
    EXPECT_EQ(last_day(), Date::read("2011-04-01"));
    commit(book_, by_, access_control::Right::write_observations, [&](db::Write& write) {
        db::set_voided(write, id);
        return std::string();
    });
    EXPECT_EQ(last_day("2011-03-31"), Date::read("2010-03-01")) << "voided, or yet to come";
}

TEST_F(RetentionTime, CountsFromAnAttemptToReachThemNotFromWhenTheyWereToCome) {
    schema::ContactAttempt attempt;
    attempt.at = *CivilTime::read("2012-03-01");
    keep(attempt);
    schema::Appointment appointment;
    appointment.at = *CivilTime::read("2013-03-01T10:30");
    keep(appointment);
    EXPECT_EQ(last_day(), Date::read("2012-03-01"));
}

TEST_F(RetentionTime, TakesTheLastDayThatAMonthOrYearCanMean) {
    schema::Condition condition;
    condition.from = schema::PartialDate::read("2010-02");
    keep(condition);
    EXPECT_EQ(last_day(), Date::read("2010-02-28"));
    condition.from = schema::PartialDate::read("2012");
    keep(condition);
    EXPECT_EQ(last_day(), Date::read("2012-12-31"));
    condition.until = schema::PartialDate::read("2030-05-01");
    keep(condition);
    EXPECT_EQ(last_day(), Date::read("2012-12-31")) << "what is planned was not yet";
}

TEST_F(RetentionTime, OfAPatientWithoutRecordsCountsFromTheLastEntryOfTheirs) {
    EXPECT_EQ(last_day(), std::nullopt) << "of an import of many nobody knows";
    EXPECT_FALSE(
        retention_of(book_, *db::find(book_, patient_), Date::last()).is_over(Date::last()));
    commit(book_, by_, access_control::Right::write_observations, [&](db::Write& write) {
        write.concerns(patient_);
        return std::string();
    });
    EXPECT_NE(last_day(), std::nullopt);
}

TEST_F(RetentionTime, IsOverOnTheDayThatTheClinicSaysAndNotBefore) {
    schema::Session session;
    session.at = *CivilTime::read("2008-02-29");
    keep(session);
    const auto due = [&](const char* today) {
        std::vector<std::string> charts;
        for (const auto& each : retention_due(book_, *Date::read(today))) {
            charts.push_back(each.chart + " " + each.over_on->text());
        }
        return charts;
    };
    EXPECT_THAT(due("2033-02-27"), testing::IsEmpty());
    EXPECT_THAT(due("2033-02-28"), testing::ElementsAre("C-1 2033-02-28"));
    auto clinic = db::read_clinic(book_);
    clinic.retention_years = 10;
    set_clinic(book_, by_, clinic);
    EXPECT_THAT(due("2018-02-27"), testing::IsEmpty());
    patient_ = add("C-0");
    session.at = *CivilTime::read("2008-01-01");
    keep(session);
    EXPECT_THAT(due("2018-02-28"), testing::ElementsAre("C-0 2018-01-01", "C-1 2018-02-28"));
}

}  // namespace
}  // namespace tracking::retention_test
