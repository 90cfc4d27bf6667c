#include "app/tracking/safety.h"

#include <gtest/gtest.h>

#include "app/clinical/safety/rules.h"
#include "app/texts/language.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/write.h"
#include "db/records/profile.h"
#include "db/records/records.h"
#include "schema/types/error.h"
#include "tests/support/temporary_folder.h"

namespace tracking::safety_test {
namespace {

class Gate : public testing::Test {
  protected:
    Gate() {
        schema::Patient patient;
        patient.chart = "C-001";
        patient_ = keep<schema::Patient>(patient);
        schema::AcneStatus status;
        status.patient = patient_;
        status.on = *schema::CivilTime::read("2026-01-05");
        status.rest = schema::Rest::clear;
        status.regions = {{.region = schema::Region::chin, .papules = 3}};
        keep<schema::AcneStatus>(status);
    }
    template <class Record>
    schema::Id<Record> keep(const Record& one) {
        return schema::Id<Record>(std::stoll(record(book_, submission(), one).answer));
    }
    static db::Submission submission() {
        return {.actor = "nurse", .action = "record", .reason = "test"};
    }
    schema::Session session(schema::Region region) const {
        schema::Session made;
        made.patient = patient_;
        made.at = *schema::CivilTime::read("2026-01-10T10:30");
        made.device = schema::Device::pen;
        made.areas = {{region, 1.0, 4}};
        return made;
    }
    schema::AcneStatus status(const char* on, schema::Region region) const {
        schema::AcneStatus made;
        made.patient = patient_;
        made.on = *schema::CivilTime::read(on);
        made.regions = {{.region = region, .papules = 4}};
        return made;
    }
    // "region: reason" of those that are kept.
    std::vector<std::string> reasons_of(const schema::Session& done) const {
        std::vector<std::string> reasons;
        for (const auto& finding : findings_of(book_, done)) {
            if (finding.override_reason) {
                reasons.push_back(std::string(schema::word(finding.region.value())) + ": " +
                                  *finding.override_reason);
            }
        }
        return reasons;
    }
    std::size_t findings_kept() const {
        return db::records_of<schema::SessionFinding>(book_, patient_).size();
    }

    support::TemporaryFolder folder_;
    db::Book book_ = create_book(
        folder_ / "clinic.needlebook", {.name = "Clinic", .time_zone = "Africa/Cairo"}, "nurse");
    schema::Id<schema::Patient> patient_;
};

TEST_F(Gate, KeepsWhatItFoundWithTheSession) {
    const auto recorded = record_session(
        book_, submission(), session(schema::Region::chin), {{"active_lesions", "healing well"}});
    ASSERT_EQ(recorded.findings.size(), 2U);
    EXPECT_EQ(recorded.findings[0].rule, "active_lesions");
    const auto kept = db::records_of<schema::SessionFinding>(book_, patient_);
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].override_reason, "healing well");
    EXPECT_EQ(kept[0].record, (schema::RecordName{"acne", 1}));
    EXPECT_EQ(kept[0].text, texts::english().text(recorded.findings[0].text));
    EXPECT_EQ(kept[1].override_reason, std::nullopt);
}

TEST_F(Gate, StandsBeforeEveryWayToRecordASession) {
    EXPECT_THROW(record(book_, submission(), session(schema::Region::chin)), schema::Error);
    EXPECT_TRUE(db::records_of<schema::Session>(book_, patient_).empty());
    EXPECT_EQ(findings_kept(), 0U);
    record(book_, submission(), session(schema::Region::forehead));
    EXPECT_EQ(findings_kept(), 1U);  // traceability
}

TEST_F(Gate, IsNotAskedForWhatWasDoneElsewhere) {
    db::transact(book_, submission(), [&](db::Write& write) {
        Scorer scorer(write);
        return std::to_string(store(write, scorer, session(schema::Region::chin)).value);
    });
    EXPECT_EQ(findings_kept(), 0U);
}

TEST_F(Gate, RefusesWhatCannotBeTrueBeforeItAsksForReasons) {
    auto impossible = session(schema::Region::chin);
    impossible.areas.clear();
    try {
        record_session(book_, submission(), impossible, {});
        FAIL() << "was recorded";
    } catch (const schema::Error& error) {
        EXPECT_EQ(error.problems().at(0).where, "session");
    }
}

TEST_F(Gate, LeavesOutWhatWasVoided) {
    record_session(book_, submission(), session(schema::Region::forehead), {});
    schema::AcneStatus status;
    status.id = schema::Id<schema::AcneStatus>(1);
    void_record(book_, submission(), status);
    const auto situation = load_situation(book_, clinical::plan_of(session(schema::Region::chin)));
    EXPECT_TRUE(situation.statuses.empty());
    EXPECT_EQ(situation.sessions.size(), 1U);
}

// A session on the forehead, of which only cautions speak.
TEST_F(Gate, AsksForAReasonForWhatACorrectionBrings) {
    auto done = session(schema::Region::forehead);
    done.id = record_session(book_, submission(), done, {}).id();
    done.areas = {{schema::Region::chin, 1.0, 4}};
    EXPECT_THROW(correct(book_, submission(), done), schema::Error);
    EXPECT_EQ(db::find(book_, done.id)->areas[0].region, schema::Region::forehead);
    correct_session(book_, submission(), done, {{"active_lesions", "healing well"}});
    const auto kept = db::records_of<schema::SessionFinding>(book_, patient_);
    EXPECT_EQ(kept.at(0).rule, "traceability");
    EXPECT_EQ(kept.at(1).rule, "active_lesions");
    EXPECT_EQ(kept.at(1).override_reason, "healing well");
}

TEST_F(Gate, KeepsTheReasonsThroughACorrectionOfSomethingElse) {
    auto done = session(schema::Region::chin);
    done.id = record_session(book_, submission(), done, {{"active_lesions", "healing well"}}).id();
    done.pain = 4;
    correct(book_, submission(), done);
    EXPECT_EQ(db::records_of<schema::SessionFinding>(book_, patient_).at(0).override_reason,
              "healing well");
}

TEST_F(Gate, TakesAReasonGivenForOneRegionForNoneOfAnother) {
    keep<schema::AcneStatus>(status("2026-01-06", schema::Region::nose));
    auto done = session(schema::Region::chin);
    done.id = record_session(book_, submission(), done, {{"active_lesions", "healing well"}}).id();
    done.areas.push_back({schema::Region::nose, 0.5, 2});
    EXPECT_THROW(correct_session(book_, submission(), done, {}), Unanswered);
    correct_session(book_, submission(), done, {{"active_lesions@nose", "left it out"}});
    EXPECT_EQ(reasons_of(done),
              (std::vector<std::string>{"chin: healing well", "nose: left it out"}));
}

// Books of before regions were kept say the place in words only. The clinic's limit is 0.8 mm.
TEST_F(Gate, ReadsTheRegionOfAnOldReasonFromItsWords) {
    db::transact(book_, submission(), [&](db::Write& write) {
        for (const auto region : {schema::Region::forehead, schema::Region::nose}) {
            db::put_profile_row(
                write, schema::DepthLimit{.region = region, .max_mm = 0.8, .source = "Dr A"});
        }
        return std::string();
    });
    auto done = session(schema::Region::forehead);
    done.id =
        record_session(book_, submission(), done, {{"depth_of_the_clinic", "thick skin"}}).id();
    auto old = findings_of(book_, done).at(0);
    old.region.reset();
    db::transact(book_, submission(), [&](db::Write& write) {
        db::update(write, old);
        return std::string();
    });
    done.areas = {{schema::Region::forehead, 0.9, 4}, {schema::Region::nose, 0.9, 4}};
    EXPECT_THROW(correct_session(book_, submission(), done, {}), Unanswered);
    done.areas.pop_back();
    correct_session(book_, submission(), done, {});
    EXPECT_EQ(reasons_of(done), std::vector<std::string>{"forehead: thick skin"});
}

TEST_F(Gate, NeedsNoReasonForWhatWasSoBeforeACorrection) {
    auto imported = session(schema::Region::chin);
    db::transact(book_, submission(), [&](db::Write& write) {
        Scorer scorer(write);
        imported.id = store(write, scorer, imported);
        return std::to_string(imported.id.value);
    });
    imported.pain = 4;
    correct(book_, submission(), imported);
    EXPECT_EQ(db::find(book_, imported.id)->pain, 4);
}

TEST_F(Gate, LeavesWhatWasFoundThroughACorrectionWhateverTheBookHasLearned) {
    auto done = session(schema::Region::chin);
    done.id = record_session(book_, submission(), done, {{"active_lesions", "healing well"}}).id();
    schema::AcneStatus status;
    status.id = schema::Id<schema::AcneStatus>(1);
    void_record(book_, submission(), status);
    schema::Condition herpes;
    herpes.patient = patient_;
    herpes.kind = schema::ConditionKind::herpes_active;
    record(book_, submission(), herpes);
    done.note = "hi";
    correct(book_, submission(), done);
    const auto kept = db::records_of<schema::SessionFinding>(book_, patient_);
    EXPECT_EQ(kept.at(0).rule, "active_lesions");
    EXPECT_EQ(kept.at(0).override_reason, "healing well");
    EXPECT_EQ(kept.at(1).rule, "traceability");
    EXPECT_EQ(kept.size(), 2U) << "what was not asked then is not written now";
}

TEST_F(Gate, VoidsTheFindingsWithTheirSession) {
    auto done = session(schema::Region::forehead);
    done.id = record_session(book_, submission(), done, {}).id();
    EXPECT_EQ(findings_kept(), 1U);
    void_record(book_, submission(), done);
    EXPECT_EQ(findings_kept(), 0U);
}

}  // namespace
}  // namespace tracking::safety_test
