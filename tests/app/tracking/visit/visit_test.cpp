// A whole visit as one entry: all of it or nothing, judged together, each problem at its place.

#include "app/tracking/visit/visit.h"

#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/questions.h"
#include "app/tracking/undo.h"
#include "app/tracking/visit/visit_preview.h"
#include "app/tracking/write.h"
#include "db/ledger/ledger.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "schema/types/error.h"
#include "tests/support/temporary_folder.h"

namespace tracking::visit_test {
namespace {

using schema::CivilTime;
using schema::Fault;
using testing::ElementsAre;

class Visits : public testing::Test {
  protected:
    Visits() {
        schema::Patient patient;
        patient.chart = "C-001";
        patient.born = schema::Date::read("1990-04-02");
        record(book_, submission(), patient);
    }
    static db::Submission submission(std::vector<std::string> confirm = {}) {
        return {.actor = "nurse",
                .action = "visit record",
                .reason = "as a test",
                .confirm = std::move(confirm)};
    }
    static schema::Session session(double depth = 0.5) {
        schema::Session session;
        session.at = *CivilTime::read("2026-02-02T10:30");
        session.device = schema::Device::pen;
        session.areas = {{.region = schema::Region::nose, .depth_mm = depth, .passes = 2}};
        return session;
    }
    static schema::AcneStatus acne(int papules = 0) {
        schema::AcneStatus status;
        status.on = *CivilTime::read("2026-02-02T10:20");
        status.rest = schema::Rest::clear;
        status.regions = {{.region = schema::Region::nose, .papules = papules}};
        return status;
    }
    static schema::Application serum(const char* product) {
        schema::Application application;
        application.at = *CivilTime::read("2026-02-02T11:00");
        application.active = schema::Active::peptides;
        application.product = product;
        return application;
    }
    static schema::Reading reading(double value, const char* on = "2026-02-02") {
        schema::Reading reading;
        reading.on = *CivilTime::read(on);
        reading.what = schema::Measure::tewl;
        reading.value = value;
        return reading;
    }
    static Visit visit(std::vector<OfVisit> records) {
        return {.patient = schema::Id<schema::Patient>(1),
                .records = std::move(records),
                .overrides = {}};
    }
    std::string keep(Visit visit, std::vector<std::string> confirm = {}) {
        return record_visit(book_, submission(std::move(confirm)), std::move(visit)).answer;
    }
    std::string correct(Visit visit) {
        auto why = submission();
        why.action = "visit correct";
        return correct_visit(book_, why, std::move(visit)).answer;
    }
    template <class Record>
    Record in_book() {
        return db::records_of<Record>(book_, schema::Id<schema::Patient>(1)).at(0);
    }
    // "place: what" of each problem.
    std::vector<std::string> problems_of(const std::function<void()>& work) {
        std::vector<std::string> said;
        try {
            work();
        } catch (const schema::Error& error) {
            fault_ = error.fault();
            for (const auto& each : error.problems()) {
                said.push_back(each.where + ": " + each.what);
            }
        }
        return said;
    }
    template <class Record>
    std::size_t count() {
        return db::records_of<Record>(book_, schema::Id<schema::Patient>(1)).size();
    }

    std::optional<Fault> fault_;
    support::TemporaryFolder folder_;
    db::Book book_ =
        create_book(folder_ / "c.needlebook", {.name = "Test", .time_zone = "Etc/UTC"}, "nurse");
};

TEST_F(Visits, AreOneEntryThatOneUndoTakesBack) {
    const auto before = db::last_entry(book_);
    const auto answer =
        keep(visit({{.name = "acne", .record = acne()},
                    {.name = "application", .record = serum("Serum"), .joins_session = true},
                    {.name = "reading/0", .record = reading(14)},
                    {.name = "session", .record = session()}}));
    EXPECT_EQ(answer, "session 1, application 1, acne 1, reading 1");
    EXPECT_EQ(db::last_entry(book_), before + 1);
    const auto put_on =
        db::records_of<schema::Application>(book_, schema::Id<schema::Patient>(1)).at(0);
    EXPECT_EQ(put_on.session, schema::Id<schema::Session>(1));
    EXPECT_FALSE(db::scores_of(book_, schema::Id<schema::Patient>(1)).empty());
    const auto written = written_at_visit(answer);
    ASSERT_EQ(written.size(), 4U);
    EXPECT_EQ(written[1].kind, "application");
    undo_entry(book_, submission(), before + 1);
    EXPECT_EQ(count<schema::Session>() + count<schema::AcneStatus>() + count<schema::Reading>(),
              0U);
    EXPECT_TRUE(db::scores_of(book_, schema::Id<schema::Patient>(1)).empty());
}

TEST_F(Visits, AreNothingWhereOneRecordCannotBe) {
    auto wrong = session();
    wrong.areas.clear();
    const auto before = db::last_entry(book_);
    EXPECT_THAT(problems_of([&] {
                    keep(visit({{.name = "acne", .record = acne()},
                                {.name = "session", .record = wrong},
                                {.name = "reading/1", .record = reading(14, "1980-01-01")}}));
                }),
                ElementsAre("session: no area was treated",
                            "reading/1: on 1980-01-01 is before the patient was born"));
    EXPECT_EQ(fault_, Fault::refused);
    EXPECT_EQ(db::last_entry(book_), before);
    EXPECT_EQ(count<schema::AcneStatus>(), 0U);
}

TEST_F(Visits, AreAskedOfEachRecordByItsName) {
    const auto unusual = [&] {
        return visit({{.name = "reading/0", .record = reading(14)},
                      {.name = "reading/1", .record = reading(500, "2026-02-01")}});
    };
    EXPECT_THAT(problems_of([&] { keep(unusual()); }),
                ElementsAre(testing::StartsWith("reading/1/value: value 500 of tewl")));
    EXPECT_EQ(fault_, Fault::implausible);
    EXPECT_EQ(problems_of([&] { keep(unusual(), {"value"}); }).size(), 1U)
        << "of which record is said";
    EXPECT_EQ(keep(unusual(), {"reading/1/value"}), "reading 1, reading 2");
    EXPECT_THAT(problems_of([&] { keep(unusual(), {"reading/1/value"}); }), testing::SizeIs(2))
        << "both are there already";
    EXPECT_EQ(fault_, Fault::duplicate);
}

TEST_F(Visits, HaveTheirSessionJudgedBesideTheRest) {
    const auto with_lesions = [] {
        return visit(
            {{.name = "session", .record = session()}, {.name = "acne", .record = acne(9)}});
    };
    EXPECT_FALSE(problems_of([&] { keep(with_lesions()); }).empty());
    EXPECT_EQ(count<schema::AcneStatus>(), 0U);
    auto answered = with_lesions();
    answered.overrides = {{"active_lesions", "they heal, needled around"}};
    EXPECT_EQ(keep(answered), "session 1, acne 1");
    auto idle = visit(
        {{.name = "reading", .record = reading(10)}, {.name = "session", .record = session()}});
    std::get<schema::Session>(idle.records[1].record).at = *CivilTime::read("2026-06-02T10:30");
    idle.overrides = {{"eczema", "dry by now"}};
    EXPECT_THAT(problems_of([&] { keep(idle); }),
                ElementsAre("session/overrides/eczema: this rule found nothing"));
}

TEST_F(Visits, SayBeforeTheyAreWrittenWhatTheRulesWillSay) {
    schema::Condition allergy;
    allergy.kind = schema::ConditionKind::allergy;
    allergy.substance = "lanolin";
    const auto before = db::last_entry(book_);
    const auto given =
        visit({{.name = "session", .record = session()},
               {.name = "acne", .record = acne(9)},
               {.name = "condition", .record = allergy},
               {.name = "application", .record = serum("Lanolin cream"), .joins_session = true}});
    const auto preview = preview_visit(book_, given, true);
    std::vector<std::string> rules;
    for (const auto& finding : preview.findings) {
        rules.push_back(finding.rule);
        EXPECT_TRUE(!finding.record || finding.record->id > 0) << "what is not in the book yet";
    }
    EXPECT_THAT(rules, testing::IsSupersetOf({"active_lesions", "allergy_substance"}));
    ASSERT_EQ(preview.scores.size(), 1U);
    EXPECT_EQ(preview.scores[0].name, "acne");
    EXPECT_TRUE(preview.problems.empty());
    EXPECT_EQ(db::last_entry(book_), before);
    EXPECT_TRUE(preview_visit(book_, given, false).findings.empty());
}

TEST_F(Visits, AreCorrectedAsOneEntryThatOneUndoTakesBack) {
    keep(visit({{.name = "session", .record = session()},
                {.name = "acne", .record = acne()},
                {.name = "reading", .record = reading(14)}}));
    const auto before = db::last_entry(book_);
    auto deeper = in_book<schema::Session>();
    deeper.areas[0].depth_mm = 0.75;
    const auto answer =
        correct(visit({{.name = "session", .record = deeper},
                       {.name = "acne", .record = in_book<schema::AcneStatus>()},
                       {.name = "reading", .record = in_book<schema::Reading>(), .taken_out = true},
                       {.name = "application", .record = serum("Serum"), .joins_session = true}}));
    EXPECT_EQ(answer, "session 1, application 1, acne 1, reading 1");
    EXPECT_EQ(db::last_entry(book_), before + 1);
    EXPECT_EQ(in_book<schema::Session>().areas[0].depth_mm, 0.75);
    EXPECT_EQ(in_book<schema::AcneStatus>().version, 1) << "nothing of it differs";
    EXPECT_EQ(count<schema::Reading>(), 0U);
    EXPECT_EQ(in_book<schema::Application>().session, schema::Id<schema::Session>(1));
    undo_entry(book_, submission(), before + 1);
    EXPECT_EQ(in_book<schema::Session>().areas[0].depth_mm, 0.5);
    EXPECT_EQ(count<schema::Reading>(), 1U);
    EXPECT_EQ(count<schema::Application>(), 0U);
}

TEST_F(Visits, AreNotCorrectedWhereOneRecordIsOfAnotherVersionOrNothingDiffers) {
    keep(visit({{.name = "session", .record = session()}, {.name = "acne", .record = acne()}}));
    const auto before = db::last_entry(book_);
    const auto unchanged = visit({{.name = "session", .record = in_book<schema::Session>()},
                                  {.name = "acne", .record = in_book<schema::AcneStatus>()}});
    correct(unchanged);
    EXPECT_EQ(db::last_entry(book_), before);
    auto deeper = in_book<schema::Session>();
    deeper.areas[0].depth_mm = 0.75;
    correct(visit({{.name = "session", .record = deeper}}));
    auto again = unchanged;
    std::get<schema::AcneStatus>(again.records[1].record).regions[0].papules = 1;
    EXPECT_EQ(problems_of([&] { correct(again); }).size(), 1U);
    EXPECT_EQ(fault_, Fault::changed);
    EXPECT_EQ(in_book<schema::AcneStatus>().regions[0].papules, 0);
    EXPECT_EQ(problems_of([&] {
                  correct_visit(book_, {.actor = "nurse", .action = "visit correct"}, again);
              }).size(),
              1U)
        << "without a reason";
}

TEST_F(Visits, AreAskedOfWhatTheirCorrectionBrings) {
    auto before =
        visit({{.name = "session", .record = session()}, {.name = "acne", .record = acne(9)}});
    before.overrides = {{"active_lesions", "they heal, needled around"}};
    keep(before);
    auto later = in_book<schema::Session>();
    later.pain = 3;
    const auto acne_now = in_book<schema::AcneStatus>();
    const auto unasked =
        visit({{.name = "session", .record = later}, {.name = "acne", .record = acne_now}});
    EXPECT_TRUE(preview_visit(book_, unasked, true).findings.empty()) << "answered at the visit";
    correct(unasked);
    auto clear = in_book<schema::AcneStatus>();
    clear.regions[0].papules = 0;
    correct(visit({{.name = "session", .record = in_book<schema::Session>()},
                   {.name = "acne", .record = clear}}));
    auto inflamed = in_book<schema::AcneStatus>();
    inflamed.regions[0].nodules = 4;
    const auto brings = visit({{.name = "session", .record = in_book<schema::Session>()},
                               {.name = "acne", .record = inflamed}});
    EXPECT_FALSE(preview_visit(book_, brings, true).findings.empty());
    EXPECT_FALSE(problems_of([&] { correct(brings); }).empty());
    EXPECT_EQ(in_book<schema::AcneStatus>().regions[0].nodules, 0);
}

TEST_F(Visits, HoldNeitherTwoSessionsNorNothing) {
    EXPECT_THAT(problems_of([&] { keep(visit({})); }), ElementsAre("visit: holds no record"));
    EXPECT_THAT(problems_of([&] {
                    keep(visit({{.name = "session/0", .record = session()},
                                {.name = "session/1", .record = session()}}));
                }),
                ElementsAre("session: is given more than once"));
    EXPECT_THAT(
        problems_of([&] { keep(visit({{.name = "sign-off", .record = schema::SignOff{}}})); }),
        ElementsAre("sign-off: is nothing that a visit records"));
}

TEST(PlacesOfAVisit, ArePointers) {
    const OfVisit reading{.name = "reading/1", .record = schema::Reading{}};
    const auto place = [&](const std::string& where) {
        return within_visit(reading, {where, "", ""}).where;
    };
    EXPECT_EQ(place("value"), "reading/1/value");
    EXPECT_EQ(place("areas[0].depth_mm"), "reading/1/areas/0/depth_mm");
    EXPECT_EQ(place("reading"), "reading/1");
    EXPECT_EQ(place("reading 7"), "reading/1");
    EXPECT_EQ(place("override eczema@chin"), "reading/1/overrides/eczema@chin");
}

// The status of each of the patient's appointments, by id.
class Appointed : public Visits {
  protected:
    void appoint(const char* at, schema::AppointmentStatus status, int patient = 1) {
        schema::Appointment appointment;
        appointment.patient = schema::Id<schema::Patient>(patient);
        appointment.at = *CivilTime::read(at);
        appointment.minutes = 15;
        appointment.status = status;
        record(book_, submission(), appointment);
    }
    std::vector<std::string> statuses() {
        std::vector<std::string> all;
        for (const auto& each :
             db::records_of<schema::Appointment>(book_, schema::Id<schema::Patient>(1))) {
            all.emplace_back(schema::word(each.status));
        }
        return all;
    }
};

using Status = schema::AppointmentStatus;

TEST_F(Appointed, VisitsAreDoneWithTheVisitAndAnUndoTakesBothBack) {
    appoint("2026-02-02T10:00", Status::planned);
    const auto before = db::last_entry(book_);
    keep(visit({{.name = "acne", .record = acne()}, {.name = "session", .record = session()}}));
    EXPECT_THAT(statuses(), ElementsAre("done"));
    EXPECT_EQ(db::last_entry(book_), before + 1) << "one entry";
    undo_entry(book_, submission(), before + 1);
    EXPECT_THAT(statuses(), ElementsAre("planned"));
    EXPECT_EQ(count<schema::Session>(), 0U);
}

TEST_F(Appointed, VisitsAreDoneWithoutASessionToo) {
    appoint("2026-02-02T10:00", Status::arrived);
    keep(visit({{.name = "acne", .record = acne()}}));
    EXPECT_THAT(statuses(), ElementsAre("done"));
}

TEST_F(Appointed, VisitsOfAnotherDayAndThoseThatWereMissedStay) {
    appoint("2026-02-01T10:00", Status::planned);
    appoint("2026-02-03T10:00", Status::planned);
    appoint("2026-02-02T09:00", Status::missed);
    appoint("2026-02-02T09:30", Status::cancelled);
    keep(visit({{.name = "acne", .record = acne()}, {.name = "session", .record = session()}}));
    EXPECT_THAT(statuses(),
                testing::UnorderedElementsAre("planned", "planned", "missed", "cancelled"));
}

TEST_F(Appointed, OfSeveralOnADayTheOneThatThePatientCameForIsDone) {
    appoint("2026-02-02T08:00", Status::planned);
    appoint("2026-02-02T10:45", Status::planned);
    keep(visit({{.name = "session", .record = session()}}), {"acne"});
    EXPECT_THAT(statuses(), ElementsAre("planned", "done")) << "the nearest";
    appoint("2026-02-02T15:00", Status::arrived);
    keep(visit({{.name = "reading", .record = reading(14)}}));
    EXPECT_THAT(statuses(), ElementsAre("planned", "done", "done")) << "the patient is here";
}

TEST_F(Appointed, SessionsThatAreRecordedAloneAreDoneToo) {
    appoint("2026-02-02T10:00", Status::planned);
    appoint("2026-02-09T10:00", Status::planned);
    auto alone = session();
    alone.patient = schema::Id<schema::Patient>(1);
    record_session(book_, submission(), alone, {});
    EXPECT_THAT(statuses(), ElementsAre("done", "planned"));
}

TEST_F(Appointed, VisitsThatAreRefusedLeaveThemAsTheyWere) {
    appoint("2026-02-02T10:00", Status::planned);
    auto wrong = session();
    wrong.areas.clear();
    EXPECT_FALSE(problems_of([&] { keep(visit({{.name = "session", .record = wrong}})); }).empty());
    EXPECT_THAT(statuses(), ElementsAre("planned"));
    appoint("2026-02-03T10:00", Status::planned);
    keep(visit({{.name = "session", .record = session()}}));
    auto corrected = in_book<schema::Session>();
    corrected.at = *CivilTime::read("2026-02-03T10:30");
    correct(visit({{.name = "session", .record = corrected}}));
    EXPECT_THAT(statuses(), ElementsAre("done", "planned")) << "a correction is no visit";
}

}  // namespace
}  // namespace tracking::visit_test
