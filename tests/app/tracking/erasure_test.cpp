// What an erasure leaves of the clinic's results, and of records that went to another patient.

#include "app/tracking/erasure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/check.h"
#include "app/tracking/commit.h"
#include "app/tracking/write.h"
#include "db/records/aggregates.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "tests/support/sqlite_shell.h"
#include "tests/support/temporary_folder.h"

namespace tracking::erasure_test {
namespace {

using schema::CivilTime;
using PatientId = schema::Id<schema::Patient>;

class ErasedPatient : public testing::Test {
  protected:
    ErasedPatient() {
        for (const auto* chart : {"C-1", "C-2"}) {
            const auto id = record(book_, by_, schema::Patient{.chart = chart});
            schema::AcneStatus status;
            status.patient = PatientId(std::stoll(id.answer));
            status.on = *CivilTime::read("2026-01-05");
            status.rest = schema::Rest::clear;
            status.regions = {{.region = schema::Region::chin, .papules = 3}};
            record(book_, by_, status);
        }
    }
    std::vector<db::SeriesAggregate> aggregates() const {
        std::vector<db::SeriesAggregate> all;
        db::for_each_whole_aggregate(book_, [&](const auto& each) {
            if (each.key.patient == PatientId(1)) {
                all.push_back(each);
            }
        });
        return all;
    }
    Erased erase(const std::string& chart) {
        return erase_patient(book_, by_, {.chart = chart, .legal_reason = "law"});
    }
    std::string problems() const {
        std::string text;
        for (const auto& each : check(book_, [](auto, auto) {}).problems) {
            text += each.where + ": " + each.what + "\n";
        }
        return text;
    }

    const db::Submission by_{.actor = "nurse", .action = "test", .reason = "asked for"};
    support::TemporaryFolder folder_;
    db::Book book_ = create_book(
        folder_ / "clinic.needlebook", {.name = "Clinic", .time_zone = "Etc/UTC"}, "test");
};

TEST_F(ErasedPatient, IsInNoAggregateAndThoseOfOthersStayAsTheyWere) {
    const auto before = aggregates();
    ASSERT_FALSE(before.empty());
    const auto erased = erase("c-2");
    EXPECT_EQ(erased.plan.patient.id, PatientId(2));
    EXPECT_TRUE(erased.is_finished);
    EXPECT_EQ(erased.entry.reason, "asked for (legal reason: law)");
    EXPECT_EQ(aggregates(), before);
    EXPECT_EQ(db::treatment_totals(book_).patients, 1);
    EXPECT_FALSE(db::treatment_aggregate_of(book_, PatientId(2)));
    EXPECT_EQ(problems(), "");
}

TEST_F(ErasedPatient, IsCountedBeforeByWhatThereIs) {
    const auto plan = plan_erasure(book_, *db::find_patient(book_, "C-2"));
    EXPECT_THAT(plan.counts,
                testing::ElementsAre(testing::Pair("acne", 1), testing::Pair("scores", 5)));
    EXPECT_EQ(plan.entries.size(), 2U);
}

// A record that was once another's takes what that entry said with it.
TEST_F(ErasedPatient, TakesTheEntriesOfARecordThatCameFromAnother) {
    commit(book_, by_, access_control::Right::write_observations, [&](db::Write& write) {
        auto status = *db::find(write.book(), schema::Id<schema::AcneStatus>(1));
        status.patient = PatientId(2);
        status.note = "moved";
        status.id = schema::Id<schema::AcneStatus>(db::insert(write, status));
        write.concerns(PatientId(1));
        return std::string();
    });
    const auto plan = plan_erasure(book_, *db::find_patient(book_, "C-2"));
    EXPECT_EQ(plan.entries.size(), 3U) << "one of them is an entry of C-1";
}

// No other day than the clinic's own now lets anything be erased.
TEST_F(ErasedPatient, IsEarlyAsOfNowWhateverDayThePreviewIsOf) {
    const auto patient = *db::find_patient(book_, "C-2");
    EXPECT_FALSE(plan_erasure(book_, patient, schema::Date::read("2099-01-01")).is_early);
    EXPECT_TRUE(plan_erasure(book_, patient, schema::Date::read("2026-06-15")).is_early);
    EXPECT_THROW(erase_patient(book_, by_, {.chart = "C-2"}), schema::Error);
}

}  // namespace
}  // namespace tracking::erasure_test
