#include "db/records/cohort.h"

#include <gtest/gtest.h>

#include "db/records/clinic.h"
#include "db/records/instruments.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "tests/support/temporary_folder.h"

namespace db::cohort_test {
namespace {

class Cohort : public testing::Test {
  protected:
    Cohort() {
        write([&](Write& write) {
            schema::Instrument scale;
            scale.code = "warts";
            scale.name = "Warts";
            scale.unit = "{warts}";
            scale_ = insert_instrument(write, scale);
            for (const auto* chart : {"C-1", "C-2"}) {
                insert(write, schema::Patient{.chart = chart});
            }
        });
    }
    template <class Work>
    void write(const Work& work) {
        transact(book_, {.actor = "nurse", .action = "test"}, [&](Write& under_way) {
            work(under_way);
            return std::string();
        });
    }
    void score(int patient,
               const char* at,
               double value,
               std::optional<schema::Region> region = {}) {
        write([&](Write& write) {
            schema::Score score;
            score.patient = schema::Id<schema::Patient>(patient);
            score.instrument = scale_;
            score.region = region;
            score.at = *schema::CivilTime::read(at);
            score.value = value;
            last_ = insert_score(write, score);
        });
    }
    std::vector<double> whole_values() const {
        std::vector<double> values;
        for_each_whole_value(book_,
                             [&](const schema::Score& value) { values.push_back(value.value); });
        return values;
    }

    support::TemporaryFolder folder_;
    Book book_ = Book::create(folder_ / "clinic.needlebook");
    schema::Id<schema::Instrument> scale_;
    schema::Id<schema::Score> last_;
};

TEST_F(Cohort, ValuesComeByPatientAndTimeWithoutRegionsAndVoidedOnes) {
    score(2, "2026-01-05", 20);
    score(1, "2026-02-05", 12);
    score(1, "2026-01-05", 11);
    score(1, "2026-01-05", 99, schema::Region::chin);
    score(1, "2026-03-05", 13);
    write([&](Write& write) { set_score_voided(write, last_, true); });
    EXPECT_EQ(whole_values(), (std::vector<double>{11, 12, 20}));
    std::vector<double> of_chin;
    for_each_value_of(book_, scale_, schema::Region::chin, [&](const schema::Score& value) {
        of_chin.push_back(value.value);
    });
    EXPECT_EQ(of_chin, std::vector<double>{99});
}

TEST_F(Cohort, TheLastValueDayLooksNoFurtherThanAsked) {
    score(1, "2026-01-05", 11);
    score(1, "2026-02-05T10:00", 12);
    const schema::Id<schema::Patient> patient(1);
    EXPECT_EQ(last_value_day(book_, patient, *schema::Date::read("2026-02-05")),
              schema::Date::read("2026-02-05"));
    EXPECT_EQ(last_value_day(book_, patient, *schema::Date::read("2026-02-04")),
              schema::Date::read("2026-01-05"));
    EXPECT_EQ(last_value_day(book_, patient, *schema::Date::read("2026-01-04")), std::nullopt);
}

TEST_F(Cohort, SessionsHaveTheirDeepestArea) {
    write([&](Write& write) {
        schema::Session session;
        session.patient = schema::Id<schema::Patient>(2);
        session.at = *schema::CivilTime::read("2026-01-05");
        session.areas = {{schema::Region::chin, 1.5, 2}, {schema::Region::nose, 0.5, 2}};
        insert(write, session);
        session.areas = {};
        session.patient = schema::Id<schema::Patient>(1);
        insert(write, session);
        set_voided(write, insert(write, session));
    });
    const auto facts = all_session_facts(book_);
    ASSERT_EQ(facts.size(), 2U);
    EXPECT_EQ(facts[0].deepest_mm, std::nullopt);
    EXPECT_EQ(facts[1].deepest_mm, 1.5);
}

TEST_F(Cohort, EventsOfPatientsEnteredInErrorAreLeftOut) {
    write([&](Write& write) {
        for (const int patient : {1, 2}) {
            schema::AdverseEvent event;
            event.patient = schema::Id<schema::Patient>(patient);
            event.kind = schema::EventKind::pih;
            event.onset = schema::PartialDate::read("2026-02");
            event.severity = 1;
            insert(write, event);
        }
        set_voided(write, schema::Id<schema::Patient>(1));
    });
    const auto facts = all_event_facts(book_);
    ASSERT_EQ(facts.size(), 1U);
    EXPECT_EQ(facts[0].patient.value, 2);
    EXPECT_EQ(facts[0].onset->text(), "2026-02");
}

}  // namespace
}  // namespace db::cohort_test
