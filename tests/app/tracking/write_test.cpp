#include "app/tracking/write.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/check.h"
#include "app/tracking/score.h"
#include "app/tracking/settings.h"
#include "db/records/instruments.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "schema/types/error.h"
#include "tests/support/temporary_folder.h"

namespace tracking::record_test {
namespace {

using schema::CivilTime;

class Clinic : public testing::Test {
  protected:
    Clinic() {
        schema::Patient huda;
        huda.chart = "C-001";
        keep(huda);
        huda.chart = "C-002";
        keep(huda);
    }
    std::int64_t keep(const schema::AnyRecord& any) {
        return std::stoll(
            record(book_, {.actor = "nurse", .action = "record", .confirm = {"duplicate"}}, any)
                .answer);
    }
    schema::AcneStatus acne(const char* on, int papules) {
        schema::AcneStatus status;
        status.patient = first_;
        status.on = *CivilTime::read(on);
        status.rest = schema::Rest::clear;
        status.regions = {{.region = schema::Region::forehead, .papules = papules}};
        return status;
    }
    schema::Reading tewl(schema::Region region, double value) {
        schema::Reading reading;
        reading.patient = first_;
        reading.on = *CivilTime::read("2026-01-05");
        reading.what = schema::Measure::tewl;
        reading.region = region;
        reading.value = value;
        return reading;
    }
    // "code@region value" of every score of the first patient.
    std::vector<std::string> scores() {
        std::vector<std::string> texts;
        const Scales scales(book_);
        for (const auto& score : db::scores_of(book_, first_)) {
            texts.push_back(scales.scale(score.instrument).code + "@" +
                            (score.region ? std::string(schema::word(*score.region)) : "all") +
                            " " + schema::number_text(score.value));
        }
        return texts;
    }
    bool is_whole() {
        return check(book_, [](auto, auto) {}).problems.empty();
    }
    template <class Work>
    static std::string refusal(Work&& work) {
        try {
            work();
        } catch (const schema::Error& error) {
            EXPECT_NE(error.fault(), schema::Fault::misused);
            EXPECT_NE(error.fault(), schema::Fault::damaged);
            return error.problems().front().what;
        }
        return "accepted";
    }

    support::TemporaryFolder folder_;
    db::Book book_ =
        create_book(folder_ / "c.needlebook", {.name = "Test", .time_zone = "Etc/UTC"}, "nurse");
    const db::Submission by_nurse_{
        .actor = "nurse", .action = "test", .reason = "slip", .confirm = {"duplicate"}};
    const schema::Id<schema::Patient> first_{1};
    const schema::Id<schema::Patient> second_{2};
};

TEST_F(Clinic, ScoresAnObservationWhenItIsWritten) {
    keep(acne("2026-01-05", 3));
    EXPECT_EQ(scores(),
              (std::vector<std::string>{"lesions_total@all 3",
                                        "lesions_inflammatory@all 3",
                                        "lesions_noninflammatory@all 0",
                                        "trunk_lesions@all 0",
                                        "gags@all 4"}));
    EXPECT_TRUE(is_whole());
}

TEST_F(Clinic, ScoresACorrectedObservationAnew) {
    auto status = acne("2026-01-05", 3);
    status.id = schema::Id<schema::AcneStatus>(keep(status));
    status.regions[0].papules = 7;
    correct(book_, by_nurse_, status);
    EXPECT_EQ(scores().front(), "lesions_total@all 7");
    EXPECT_EQ(db::find(book_, status.id)->version, 2);
    EXPECT_TRUE(is_whole());
}

TEST_F(Clinic, TakesTheScoresOfAVoidedObservationOutOfEverySeries) {
    auto status = acne("2026-01-05", 3);
    status.id = schema::Id<schema::AcneStatus>(keep(status));
    void_record(book_, by_nurse_, status);
    EXPECT_TRUE(scores().empty());
    EXPECT_TRUE(db::find(book_, status.id)->voided) << "the record itself stays";
    EXPECT_TRUE(is_whole());
}

TEST_F(Clinic, RefusesToCorrectWhatSomeoneElseCorrectedMeanwhile) {
    auto status = acne("2026-01-05", 3);
    status.id = schema::Id<schema::AcneStatus>(keep(status));
    correct(book_, by_nurse_, status);
    EXPECT_NE(refusal([&] { correct(book_, by_nurse_, status); }).find("version 2 now, not 1"),
              std::string::npos);
}

TEST_F(Clinic, RefusesToCorrectOrVoidWhatIsVoidedOrMissing) {
    auto status = acne("2026-01-05", 3);
    status.id = schema::Id<schema::AcneStatus>(keep(status));
    void_record(book_, by_nurse_, status);
    EXPECT_EQ(refusal([&] { correct(book_, by_nurse_, status); }), "was voided");
    EXPECT_EQ(refusal([&] { void_record(book_, by_nurse_, status); }), "was voided");
    status.id = schema::Id<schema::AcneStatus>(99);
    EXPECT_EQ(refusal([&] { void_record(book_, by_nurse_, status); }),
              "there is none with this id");
}

TEST_F(Clinic, RefusesAChartThatIsTaken) {
    schema::Patient other;
    other.chart = "C-001";
    EXPECT_EQ(refusal([&] { keep(other); }), "chart \"C-001\" is taken");
}

TEST_F(Clinic, PutsASessionIntoTheCourseThatIsOpen) {
    schema::Course course;
    course.patient = first_;
    course.concern = schema::Concern::acne_scars;
    course.sessions = 6;
    course.on = *schema::Date::read("2026-01-05");
    const schema::Id<schema::Course> id(keep(course));
    schema::Session session;
    session.patient = first_;
    session.at = *CivilTime::read("2026-01-05T10:30");
    session.areas = {{schema::Region::chin, 0.5, 2}};
    const schema::Id<schema::Session> inside(keep(session));
    session.at = *CivilTime::read("2026-01-04T10:30");
    const schema::Id<schema::Session> before(keep(session));
    EXPECT_EQ(db::find(book_, inside)->course, id);
    EXPECT_FALSE(db::find(book_, before)->course);
}

TEST_F(Clinic, RefusesACourseOfAnotherPatient) {
    schema::Course course;
    course.patient = second_;
    course.concern = schema::Concern::acne_scars;
    course.sessions = 6;
    course.on = *schema::Date::read("2026-01-05");
    schema::Session session;
    session.patient = first_;
    session.at = *CivilTime::read("2026-01-05");
    session.areas = {{schema::Region::chin, 0.5, 2}};
    session.course = schema::Id<schema::Course>(keep(course));
    EXPECT_NE(refusal([&] { keep(session); }).find("another patient"), std::string::npos);
}

TEST_F(Clinic, KeepsTheMeanOverRegionsBesideEachRegion) {
    auto left = tewl(schema::Region::left_cheek, 14);
    left.id = schema::Id<schema::Reading>(keep(left));
    keep(tewl(schema::Region::forehead, 18));
    EXPECT_EQ(scores(),
              (std::vector<std::string>{"tewl@all 16", "tewl@forehead 18", "tewl@left_cheek 14"}));
    left.value = 10;
    correct(book_, by_nurse_, left);
    EXPECT_EQ(scores().front(), "tewl@all 14");
    left.version = 2;
    void_record(book_, by_nurse_, left);
    EXPECT_EQ(scores(), (std::vector<std::string>{"tewl@all 18", "tewl@forehead 18"}));
    EXPECT_TRUE(is_whole());
}

TEST_F(Clinic, MovesTheMeanWithAReadingWhoseTimeWasWrong) {
    auto left = tewl(schema::Region::left_cheek, 14);
    left.id = schema::Id<schema::Reading>(keep(left));
    left.on = *CivilTime::read("2026-02-05");
    correct(book_, by_nurse_, left);
    EXPECT_EQ(scores(), (std::vector<std::string>{"tewl@all 14", "tewl@left_cheek 14"}));
    EXPECT_TRUE(is_whole());
}

TEST_F(Clinic, RefusesAReadingThatIsNotOnItsScale) {
    auto sebum = tewl(schema::Region::left_cheek, 99999);
    sebum.what = schema::Measure::sebum;
    EXPECT_NE(refusal([&] { keep(sebum); }).find("sebum \"99999\" is not 0 to 350"),
              std::string::npos);
    EXPECT_TRUE(scores().empty());
}

class EnteredScore : public Clinic {
  protected:
    schema::Score score(const char* code, double value) {
        schema::Score score;
        score.patient = first_;
        score.instrument = db::find_instrument(book_, code)->id;
        score.at = *CivilTime::read("2026-01-05");
        score.value = value;
        return score;
    }
};

TEST_F(EnteredScore, IsAcceptedOnItsScale) {
    const std::pair<const char*, double> table[] = {{"gags", 0},
                                                    {"gags", 44},
                                                    {"ecca", 110},
                                                    {"iga", 4},
                                                    {"pahpi", 6},
                                                    {"pahpi", 22},
                                                    {"mmasi", 9.1},
                                                    {"mmasi", 0.3},
                                                    {"masi", 48},
                                                    {"lesions_total", 1000},
                                                    {"goodman_baron_grade", 0}};
    for (const auto& row : table) {
        const auto code = row.first;
        const auto value = row.second;
        SCOPED_TRACE(std::string(code) + " " + schema::number_text(value));
        EXPECT_EQ(refusal([&] { record_score(book_, by_nurse_, score(code, value)); }), "accepted");
    }
}

TEST_F(EnteredScore, IsRefusedOffItsScale) {
    const std::pair<const char*, double> table[] = {{"gags", 45},
                                                    {"gags", -1},
                                                    {"gags", 10.5},
                                                    {"ecca", 112},
                                                    {"iga", 5},
                                                    {"pahpi", 5},
                                                    {"pahpi", 23},
                                                    {"mmasi", 9.15},
                                                    {"mmasi", 24.1},
                                                    {"lesions_total", 0.5},
                                                    {"goodman_baron_grade", 5}};
    for (const auto& row : table) {
        const auto code = row.first;
        const auto value = row.second;
        SCOPED_TRACE(std::string(code) + " " + schema::number_text(value));
        EXPECT_NE(refusal([&] { record_score(book_, by_nurse_, score(code, value)); }), "accepted");
    }
}

TEST_F(EnteredScore, IsCheckedByTheDatabaseToo) {
    EXPECT_NE(refusal([&] {
                  db::transact(book_, by_nurse_, [&](db::Write& write) {
                      return std::to_string(db::insert_score(write, score("ecca", 112)).value);
                  });
              }).find("not on its scale"),
              std::string::npos);
}

TEST_F(EnteredScore, IsCorrectedAndVoidedButAComputedOneOnlyThroughItsRecord) {
    auto entered = score("ecca", 110);
    entered.id =
        schema::Id<schema::Score>(std::stoll(record_score(book_, by_nurse_, entered).answer));
    entered.value = 105;
    correct_score(book_, by_nurse_, entered);
    EXPECT_EQ(db::find_score(book_, entered.id)->value, 105);
    void_score(book_, by_nurse_, entered.id);
    EXPECT_TRUE(scores().empty());

    keep(acne("2026-01-05", 3));
    const auto computed = db::scores_of(book_, first_).front();
    EXPECT_NE(refusal([&] { void_score(book_, by_nurse_, computed.id); }).find("computed from"),
              std::string::npos);
    EXPECT_TRUE(is_whole());
}

TEST_F(Clinic, AddsAScaleOfItsOwnOnce) {
    const schema::Instrument own{
        .code = "severity", .name = "Mean severity", .high = 1, .step = 0.01, .unit = "{score}"};
    add_instrument(book_, by_nurse_, own);
    EXPECT_TRUE(db::find_instrument(book_, "severity"));
    EXPECT_EQ(refusal([&] { add_instrument(book_, by_nurse_, own); }),
              "there is already one of this code");
    for (const auto* code : {"", "Severity", "1st", "a b", "x@y"}) {
        auto bad = own;
        bad.code = code;
        EXPECT_NE(refusal([&] { add_instrument(book_, by_nurse_, bad); }), "accepted") << code;
    }
}

TEST_F(Clinic, LabelsAPatientOncePerKey) {
    tag(book_, by_nurse_, {first_, "arm", "placebo"});
    tag(book_, by_nurse_, {first_, "arm", "verum"});
    untag(book_, by_nurse_, first_, "arm");
    EXPECT_NE(refusal([&] { untag(book_, by_nurse_, first_, "arm"); }), "accepted");
    EXPECT_TRUE(is_whole());
}

// Whatever is recorded, corrected and voided in whatever order: the ledger replays to the book, and
// every score is what its record says.
RC_GTEST_FIXTURE_PROP(Clinic, StaysWholeThroughAnyHistory, ()) {
    std::vector<schema::Reading> kept;
    const auto steps = *rc::gen::container<std::vector<int>>(*rc::gen::inRange<std::size_t>(1, 12),
                                                             rc::gen::inRange(0, 12))
                            .as("steps");
    for (const int step : steps) {
        const auto region = static_cast<schema::Region>(step % 4);
        if (step < 7 || kept.empty()) {
            auto reading = tewl(region, 10 + step);
            reading.id = schema::Id<schema::Reading>(keep(reading));
            kept.push_back(reading);
        } else if (step < 10) {
            auto& reading = kept[static_cast<std::size_t>(step) % kept.size()];
            reading.region = region;
            reading.value += 1;
            correct(book_, by_nurse_, reading);
            ++reading.version;
        } else {
            void_record(book_, by_nurse_, kept.back());
            kept.pop_back();
        }
    }
    RC_ASSERT(is_whole());
}

}  // namespace
}  // namespace tracking::record_test
