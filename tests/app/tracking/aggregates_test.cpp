// The aggregates are what is computed anew from the values, whatever was written.

#include "app/progress/cohort/aggregates.h"

#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/progress/cohort/cohort.h"
#include "app/progress/cohort/load_outcomes.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/check.h"
#include "app/tracking/commit.h"
#include "app/tracking/score.h"
#include "app/tracking/write.h"
#include "db/records/aggregates.h"
#include "db/records/cohort.h"
#include "db/records/instruments.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "tests/support/sqlite_shell.h"
#include "tests/support/temporary_folder.h"

namespace tracking::aggregates_test {
namespace {

using schema::CivilTime;
using schema::Date;

class Aggregates : public testing::Test {
  protected:
    Aggregates() { record(book_, nurse(), schema::Patient{.chart = "C-1", .name = "A"}); }

    static db::Submission nurse() {
        return {.actor = "nurse", .action = "test", .reason = "slip", .confirm = {"duplicate"}};
    }
    static CivilTime on(std::string_view day) { return *CivilTime::read(day); }

    schema::Id<schema::Instrument> id_of(std::string_view code) const {
        return db::find_instrument(book_, code)->id;
    }
    schema::Id<schema::Score> score(std::string_view code, std::string_view day, double value) {
        schema::Score score;
        score.patient = patient_;
        score.instrument = id_of(code);
        score.at = on(day);
        score.value = value;
        return schema::Id<schema::Score>(std::stoll(record_score(book_, nurse(), score).answer));
    }
    std::optional<db::SeriesAggregate> aggregate(std::string_view code) const {
        return db::find_aggregate(book_, {patient_, id_of(code), {}});
    }
    // A course from the day, with its first session on that day.
    void treat(std::string_view day) {
        schema::Course course;
        course.patient = patient_;
        course.on = *Date::read(day);
        course.concern = schema::Concern::acne_scars;
        course.sessions = 6;
        course.every = *schema::Interval::read("4w");
        record(book_, nurse(), course);
        schema::Session session;
        session.patient = patient_;
        session.at = on(day);
        session.device = schema::Device::pen;
        session.areas = {{schema::Region::left_cheek, 1.0, 4}};
        commit(book_, nurse(), access_control::Right::write_observations, [&](db::Write& write) {
            Scorer scorer(write);
            return std::to_string(store(write, scorer, session).value);
        });
    }
    void expect_whole() {
        EXPECT_TRUE(db::aggregates_are_current(book_, progress::aggregate_method));
        EXPECT_THAT(aggregate_problems(book_), testing::IsEmpty());
    }
    // The results from the aggregates, and from the values themselves.
    progress::Outcomes results(std::string_view as_of) const {
        return progress::load_outcomes(book_, {.as_of = *Date::read(as_of)});
    }

    support::TemporaryFolder folder_;
    db::Book book_ = create_book(
        folder_.path() / "clinic.needlebook", {.name = "Test", .time_zone = "Etc/UTC"}, "test");
    schema::Id<schema::Patient> patient_{1};
};

TEST_F(Aggregates, SayWhereASeriesBeganAndWhereItIs) {
    score("dlqi", "2026-01-05", 14);
    score("dlqi", "2026-02-05", 12);
    score("dlqi", "2026-03-05", 6);
    const auto found = aggregate("dlqi");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->n, 3);
    EXPECT_EQ(found->baseline, 14);
    EXPECT_EQ(found->latest, 6);
    EXPECT_EQ(found->response, (db::ResponseTime{.days = 59, .responded = true}));
    EXPECT_EQ(found->until, *Date::read("2026-03-05"));
    expect_whole();
}

TEST_F(Aggregates, FollowASessionThatMovesTheBaseline) {
    score("dlqi", "2026-01-05", 14);
    score("dlqi", "2026-02-05", 10);
    score("dlqi", "2026-03-05", 6);
    treat("2026-02-10");
    EXPECT_EQ(aggregate("dlqi")->baseline, 12) << "the median of both";
    expect_whole();
    void_record(book_, nurse(), schema::Session{{.id = schema::Id<schema::Session>(1)}});
    EXPECT_EQ(aggregate("dlqi")->baseline, 14);
    expect_whole();
}

TEST_F(Aggregates, FollowCorrectionsAndVoids) {
    const auto first = score("dlqi", "2026-01-05", 14);
    const auto last = score("dlqi", "2026-03-05", 6);
    auto corrected = *db::find_score(book_, first);
    corrected.value = 20;
    correct_score(book_, nurse(), corrected);
    EXPECT_EQ(aggregate("dlqi")->baseline, 20);
    expect_whole();
    void_score(book_, nurse(), last);
    EXPECT_EQ(aggregate("dlqi")->latest, std::nullopt);
    expect_whole();
    void_score(book_, nurse(), first);
    EXPECT_FALSE(aggregate("dlqi"));
    expect_whole();
}

TEST_F(Aggregates, OfAPatientEnteredInErrorAreGone) {
    score("dlqi", "2026-01-05", 14);
    treat("2026-02-10");
    void_record(book_, nurse(), schema::Patient{.id = patient_});
    EXPECT_FALSE(aggregate("dlqi"));
    EXPECT_FALSE(db::treatment_aggregate_of(book_, patient_));
    EXPECT_TRUE(results("2026-06-01").groups.empty());
    expect_whole();
}

TEST_F(Aggregates, AreNotReadWhenSomethingWasWrittenWithoutThem) {
    score("dlqi", "2026-01-05", 14);
    schema::Score late;
    late.patient = patient_;
    late.instrument = id_of("dlqi");
    late.at = on("2026-03-05");
    late.value = 6;
    db::transact(book_, nurse(), [&](db::Write& write) {
        db::insert_score(write, late);
        return std::string();
    });
    EXPECT_FALSE(db::aggregates_are_current(book_, progress::aggregate_method));
    EXPECT_EQ(aggregate("dlqi")->latest, std::nullopt);
    const auto outcomes = results("2026-06-01");
    ASSERT_EQ(outcomes.groups.size(), 1U);
    EXPECT_EQ(outcomes.groups[0].instruments[0].latest.values->mean, 6);
    // The next write of the program brings them all up to date.
    score("gags", "2026-01-05", 20);
    EXPECT_EQ(aggregate("dlqi")->latest, 6);
    expect_whole();
}

TEST_F(Aggregates, GiveTheSameResultsAsTheValuesThemselvesOnEveryDay) {
    for (const auto* day : {"2025-12-20", "2026-01-05", "2026-02-05", "2026-03-05"}) {
        score("dlqi", day, 20 - day[6] % 10);
        score("gags", day, day[6] % 10);
    }
    treat("2026-01-20");
    for (const auto* day : {"2025-12-31", "2026-01-10", "2026-01-20", "2026-02-10", "2026-06-01"}) {
        SCOPED_TRACE(day);
        const auto kept = results(day);
        db::transact(book_, nurse(), [](db::Write&) { return std::string(); });
        ASSERT_FALSE(db::aggregates_are_current(book_, progress::aggregate_method));
        const auto anew = results(day);
        commit(book_, nurse(), access_control::Right::write_observations, [](db::Write&) {
            return std::string();
        });
        ASSERT_TRUE(db::aggregates_are_current(book_, progress::aggregate_method));
        ASSERT_EQ(kept.groups.size(), 1U);
        EXPECT_EQ(kept.groups[0].sessions, anew.groups[0].sessions);
        ASSERT_EQ(kept.groups[0].instruments.size(), anew.groups[0].instruments.size());
        for (std::size_t i = 0; i < anew.groups[0].instruments.size(); ++i) {
            const auto& one = kept.groups[0].instruments[i];
            const auto& other = anew.groups[0].instruments[i];
            EXPECT_EQ(one.instrument.code, other.instrument.code);
            EXPECT_EQ(one.baseline.values->mean, other.baseline.values->mean);
            ASSERT_EQ(one.latest.values.has_value(), other.latest.values.has_value());
            if (one.latest.values) {
                EXPECT_EQ(one.latest.values->mean, other.latest.values->mean);
            }
        }
    }
}

TEST_F(Aggregates, OfAnEarlierDayLackOnlyWhoWasTreatedSince) {
    treat("2026-01-20");
    for (int i = 2; i <= 20; ++i) {
        const auto chart = "C-" + std::to_string(i);
        record(book_, nurse(), schema::Patient{.chart = chart, .name = chart});
    }
    const auto cohort_of = [&](const char* day) {
        return progress::Cohort::load_aggregate(book_, *Date::read(day), {});
    };
    ASSERT_TRUE(cohort_of("2026-01-20"));
    EXPECT_EQ(cohort_of("2026-01-20")->place_of(patient_)->treatment, nullptr);
    const auto before = cohort_of("2026-01-19");
    ASSERT_TRUE(before) << "one of twenty";
    EXPECT_NE(before->place_of(patient_)->treatment, nullptr);
    EXPECT_EQ(before->place_of(schema::Id<schema::Patient>(2))->treatment, nullptr);
    EXPECT_EQ(before->groups().begin()->second.sessions, 0);
    for (int i = 2; i <= 4; ++i) {
        patient_ = schema::Id<schema::Patient>(i);
        treat("2026-01-20");
    }
    EXPECT_FALSE(cohort_of("2026-01-19")) << "four of twenty are more than are read apart";
}

// A value is judged or not by how far it is from the last session, also from one that moved.
TEST_F(Aggregates, FollowASessionThatIsEnteredLateMovedAndVoided) {
    score("goodman_baron_score", "2026-01-02", 20);
    treat("2026-01-05");
    score("goodman_baron_score", "2026-05-02", 10);
    score("dlqi", "2026-01-02", 12);
    score("dlqi", "2026-05-02", 6);
    const auto verdict = [&] { return aggregate("goodman_baron_score")->verdict; };
    EXPECT_EQ(verdict(), schema::Verdict::improved);

    schema::Session late;
    late.patient = patient_;
    late.at = on("2026-04-20");
    late.device = schema::Device::pen;
    late.areas = {{schema::Region::left_cheek, 1.0, 4}};
    commit(book_, nurse(), access_control::Right::write_observations, [&](db::Write& write) {
        Scorer scorer(write);
        late.id = store(write, scorer, late);
        return std::string();
    });
    EXPECT_EQ(verdict(), schema::Verdict::not_enough_data) << "12 days after a session";
    expect_whole();

    late.at = on("2026-02-01");
    commit(book_, nurse(), access_control::Right::write_observations, [&](db::Write& write) {
        db::update(write, late);
        return std::string();
    });
    EXPECT_EQ(verdict(), schema::Verdict::improved) << "the session was in February";
    expect_whole();

    late.at = on("2026-05-01");
    commit(book_, nurse(), access_control::Right::write_observations, [&](db::Write& write) {
        db::update(write, late);
        return std::string();
    });
    EXPECT_EQ(verdict(), schema::Verdict::not_enough_data);
    expect_whole();

    commit(book_, nurse(), access_control::Right::write_observations, [&](db::Write& write) {
        db::set_voided(write, late.id);
        return std::string();
    });
    EXPECT_EQ(verdict(), schema::Verdict::improved);
    expect_whole();
}

// Sessions, values, corrections and voids in an order that chance gives.
TEST_F(Aggregates, AreAsComputedAnewAfterAnyWrites) {
    std::mt19937 chance(20261128);
    const auto upto = [&](int n) { return static_cast<int>(chance() % static_cast<unsigned>(n)); };
    const auto some_day = [&] { return Date::of(2026, 1, 1)->plus_days(upto(300)).text(); };
    std::vector<schema::Session> sessions;
    std::vector<schema::Id<schema::Score>> scores;
    const auto change = [&](const auto& work) {
        commit(book_, nurse(), access_control::Right::write_observations, [&](db::Write& write) {
            work(write);
            return std::string();
        });
    };
    for (int i = 0; i < 120; ++i) {
        const int what = upto(8);
        if (what < 4) {
            scores.push_back(score(
                what % 2 == 0 ? "goodman_baron_score" : "lesions_total", some_day(), upto(40)));
        } else if (what < 6 || sessions.empty()) {
            schema::Session session;
            session.patient = patient_;
            session.at = on(some_day());
            session.device = schema::Device::pen;
            session.areas = {{schema::Region::left_cheek, 1.0, 4}};
            change([&](db::Write& write) {
                Scorer scorer(write);
                session.id = store(write, scorer, session);
            });
            sessions.push_back(session);
        } else if (what == 6) {
            auto& session =
                sessions[static_cast<std::size_t>(upto(static_cast<int>(sessions.size())))];
            session.at = on(some_day());
            change([&](db::Write& write) { db::update(write, session); });
        } else if (upto(2) == 0) {
            const auto at = static_cast<std::size_t>(upto(static_cast<int>(sessions.size())));
            change([&](db::Write& write) { db::set_voided(write, sessions[at].id); });
            sessions.erase(sessions.begin() + static_cast<std::ptrdiff_t>(at));
        } else if (!scores.empty()) {
            change([&](db::Write& write) { db::set_score_voided(write, scores.back(), true); });
            scores.pop_back();
        }
        expect_whole();
    }
}

TEST_F(Aggregates, ThatWereAlteredAreFoundByCheck) {
    score("dlqi", "2026-01-05", 14);
    treat("2026-02-10");
    ASSERT_THAT(check(book_, {}).problems, testing::IsEmpty());
    for (const auto* sql : {"UPDATE aggregate_series SET baseline = 13",
                            "DELETE FROM aggregate_series",
                            "UPDATE aggregate_treatment SET sessions = 2",
                            "UPDATE aggregate_due SET next_on = '2030-01-01'",
                            "DELETE FROM aggregate_due",
                            "INSERT INTO aggregate_series VALUES (1, 2, 1, 1, 0, NULL, "
                            "'not_enough_data', NULL, NULL, NULL, '2026-01-01')"}) {
        SCOPED_TRACE(sql);
        ASSERT_TRUE(support::sqlite_shell(book_.file(), sql));
        EXPECT_EQ(check(book_, {}).problems.size(), 1U);
        db::transact(book_, nurse(), [](db::Write&) { return std::string(); });
        commit(book_, nurse(), access_control::Right::write_observations, [](db::Write&) {
            return std::string();
        });
        EXPECT_THAT(aggregate_problems(book_), testing::IsEmpty());
    }
}

}  // namespace
}  // namespace tracking::aggregates_test
