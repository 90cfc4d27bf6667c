// What was voided counts again, as it was.

#include "app/tracking/restore.h"

#include <algorithm>
#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "app/tracking/agreement.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/check.h"
#include "app/tracking/safety.h"
#include "app/tracking/write.h"
#include "db/records/agreements.h"
#include "db/records/instruments.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "schema/types/error.h"
#include "tests/app/report/made_up_book.h"
#include "tests/support/repetitions.h"
#include "tests/support/temporary_folder.h"

namespace tracking::restore_test {
namespace {

using schema::CivilTime;
using schema::Patient;

const db::Submission by_nurse{.actor = "nurse", .action = "restore", .reason = "it was right"};

bool is_whole(const db::Book& book) {
    return check(book, [](auto, auto) {}).problems.empty();
}

class Voided : public testing::Test {
  protected:
    Voided() {
        Patient patient;
        patient.chart = "A5";
        keep(patient);
    }
    template <class Record>
    Record keep(Record record) {
        record.id =
            decltype(record.id)(std::stoll(tracking::record(book_, by_nurse, record).answer));
        return record;
    }
    schema::AcneStatus acne(const char* on, int papules) {
        schema::AcneStatus status;
        status.patient = first_;
        status.on = *CivilTime::read(on);
        status.rest = schema::Rest::clear;
        status.regions = {{.region = schema::Region::chin, .papules = papules}};
        return status;
    }
    schema::Session session(const char* at) {
        schema::Session session;
        session.patient = first_;
        session.at = *CivilTime::read(at);
        session.device = schema::Device::pen;
        session.areas = {{.region = schema::Region::nose, .depth_mm = 0.5, .passes = 1}};
        return session;
    }
    void take_back(const schema::AnyRecord& which) { void_record(book_, by_nurse, which); }
    void restore(const schema::AnyRecord& which) { restore_record(book_, by_nurse, which); }
    Patient patient() { return *db::find(book_, first_); }
    std::vector<double> values() {
        std::vector<double> values;
        for (const auto& score : db::scores_of(book_, first_)) {
            values.push_back(score.value);
        }
        return values;
    }
    template <class Work>
    static std::string refusal(Work&& work) {
        try {
            work();
        } catch (const schema::Error& error) {
            return error.problems().front().what;
        }
        return "accepted";
    }

    support::TemporaryFolder folder_;
    db::Book book_ =
        create_book(folder_ / "c.needlebook", {.name = "Test", .time_zone = "Etc/UTC"}, "nurse");
    const schema::Id<Patient> first_{1};
};

TEST_F(Voided, CountsAgainWithItsScoresInAnEntryOfItsOwn) {
    const auto status = keep(acne("2026-01-05", 3));
    const auto before = values();
    take_back(status);
    ASSERT_TRUE(values().empty());
    const auto entries = db::content_of(book_).entries;
    restore(status);
    EXPECT_EQ(db::content_of(book_).entries, entries + 1);
    EXPECT_EQ(values(), before);
    EXPECT_EQ(db::find(book_, status.id)->version, 3) << "its version counts on";
    EXPECT_TRUE(is_whole(book_));
}

TEST_F(Voided, IsRefusedWhereNothingIsVoidedOrNoReasonIsGiven) {
    auto status = keep(acne("2026-01-05", 3));
    EXPECT_EQ(refusal([&] { restore(status); }), "is not voided");
    take_back(status);
    EXPECT_EQ(refusal([&] {
                  restore_record(book_, {.actor = "nurse", .action = "acne restore"}, status);
              }),
              "is missing");
    restore(status);
    EXPECT_EQ(refusal([&] { restore(status); }), "is not voided");
    status.id = schema::Id<schema::AcneStatus>(99);
    EXPECT_EQ(refusal([&] { restore(status); }), "there is none with this id");
}

TEST_F(Voided, IsAskedBackWhereItWasRecordedAnewMeanwhile) {
    const auto status = keep(acne("2026-01-05", 3));
    take_back(status);
    keep(acne("2026-01-05", 4));
    EXPECT_NE(refusal([&] { restore(status); }).find("is there already"), std::string::npos);
    auto confirmed = by_nurse;
    confirmed.confirm = {"duplicate"};
    restore_record(book_, confirmed, status);
    EXPECT_FALSE(db::find(book_, status.id)->voided);
}

TEST_F(Voided, IsRefusedWhereItBecameImpossibleMeanwhile) {
    const auto status = keep(acne("2020-01-05", 3));
    take_back(status);
    auto born = patient();
    born.born = schema::Date::of(2022, 1, 1);
    correct(book_, by_nurse, born);
    EXPECT_NE(refusal([&] { restore(status); }), "accepted");
    EXPECT_TRUE(db::find(book_, status.id)->voided) << "a refusal changes nothing";
    born = patient();
    born.born = schema::Date::of(1990, 1, 1);
    correct(book_, by_nurse, born);
    EXPECT_EQ(refusal([&] { restore(status); }), "accepted");
}

TEST_F(Voided, ASessionIsRefusedAfterThePatientLeft) {
    const auto needled = session("2026-03-05");
    auto kept = needled;
    kept.id = record_session(book_, by_nurse, needled, {}).id();
    take_back(kept);
    auto left = patient();
    left.status = schema::PatientStatus::died;
    left.status_on = schema::Date::of(2026, 2, 1);
    correct(book_, by_nurse, left);
    EXPECT_NE(refusal([&] { restore(kept); }), "accepted");
    left = patient();
    left.status_on = schema::Date::of(2026, 4, 1);
    correct(book_, by_nurse, left);
    EXPECT_EQ(refusal([&] { restore(kept); }), "accepted");
}

TEST_F(Voided, ASessionComesBackWithTheFindingsThatWentWithItAndNoOthers) {
    schema::Condition active;
    active.patient = first_;
    active.kind = schema::ConditionKind::keloid_tendency;
    keep(active);
    auto needled = session("2026-01-05");
    needled.id =
        record_session(book_, by_nurse, needled, {{"keloid_tendency", "she insists"}}).id();
    const auto found = findings_of(book_, needled);
    ASSERT_GT(found.size(), 1U);
    db::transact(book_, by_nurse, [&](db::Write& write) {
        db::set_voided(write, found.front().id);
        return std::string();
    });
    take_back(needled);
    ASSERT_TRUE(findings_of(book_, needled).empty());
    restore(needled);
    EXPECT_EQ(findings_of(book_, needled).size(), found.size() - 1);
    EXPECT_TRUE(is_whole(book_));
}

TEST_F(Voided, APatientIsToldAsSuchAndComesBack) {
    keep(acne("2026-01-05", 3));
    const auto before = values();
    void_record(
        book_, {.actor = "huda", .action = "patient void", .reason = "meant A6"}, patient());
    const auto told = refusal([&] { patient_with_chart(book_, "A5"); });
    EXPECT_NE(told.find("voided"), std::string::npos) << told;
    EXPECT_NE(told.find("by huda: meant A6"), std::string::npos) << told;
    Patient again;
    again.chart = "A5";
    EXPECT_NE(refusal([&] { keep(again); }).find(told), std::string::npos) << "registering asks";
    EXPECT_EQ(refusal([&] { patient_with_chart(book_, "A6"); }), "there is no chart \"A6\"");
    restore(patient());
    EXPECT_EQ(patient_with_chart(book_, "A5").id, first_);
    EXPECT_EQ(values(), before);
    EXPECT_TRUE(is_whole(book_));
}

TEST_F(Voided, APatientLeavesTheChartNumberToAnother) {
    auto confirmed = by_nurse;
    confirmed.confirm = {"duplicate"};
    const auto add = [&](const char* chart) {
        Patient patient;
        patient.chart = chart;
        return schema::Id<Patient>(std::stoll(record(book_, confirmed, patient).answer));
    };
    keep(acne("2026-01-05", 3));
    take_back(patient());
    const auto second = add("a5");
    EXPECT_EQ(patient_with_chart(book_, "A5").id, second) << "the one in force";
    EXPECT_EQ(voided_patient(book_, "A5").id, first_);
    EXPECT_EQ(refusal([&] { voided_patient(book_, "B5"); }), "there is no chart \"B5\"");
    EXPECT_EQ(refusal([&] { add("A5"); }), "chart \"A5\" is taken") << "that is no question";
    EXPECT_EQ(refusal([&] { restore(patient()); }), "chart \"a5\" is of patient 2 by now");
    auto moved = *db::find(book_, second);
    moved.chart = "A7";
    correct(book_, by_nurse, moved);
    restore(patient());
    EXPECT_EQ(patient_with_chart(book_, "A5").id, first_);
    EXPECT_EQ(refusal([&] { voided_patient(book_, "A5"); }),
              "no patient with chart \"A5\" was voided");
    EXPECT_TRUE(is_whole(book_));
}

TEST_F(Voided, TheLastRegisteredIsTheOneThatAChartNumberNames) {
    auto confirmed = by_nurse;
    confirmed.confirm = {"duplicate"};
    take_back(patient());
    Patient other;
    other.chart = "A5";
    other.id = schema::Id<Patient>(std::stoll(record(book_, confirmed, other).answer));
    void_record(book_, by_nurse, other);
    EXPECT_EQ(patient_voided_or_not(book_, "A5").id, other.id);
    EXPECT_EQ(patient_to_restore(book_, "A5").id, other.id);
    restore(other);
    EXPECT_EQ(patient_to_restore(book_, "A5").id, first_) << "asked for, and then refused";
    EXPECT_TRUE(is_whole(book_));
}

TEST_F(Voided, ARecordOfAVoidedPatientWaitsForThePatient) {
    const auto status = keep(acne("2026-01-05", 3));
    take_back(status);
    take_back(patient());
    EXPECT_EQ(refusal([&] { restore(status); }), "is of a patient who was entered in error");
    restore(patient());
    EXPECT_EQ(refusal([&] { restore(status); }), "accepted");
}

TEST_F(Voided, AnEnteredScoreCountsAgainUnlessItIsNotVoided) {
    schema::Score score;
    score.patient = first_;
    score.instrument = Scales(book_).of("gags");
    score.at = *CivilTime::read("2026-01-05");
    score.value = 24;
    score.id = schema::Id<schema::Score>(std::stoll(record_score(book_, by_nurse, score).answer));
    EXPECT_EQ(refusal([&] { restore_score(book_, by_nurse, score.id); }), "is not voided");
    void_score(book_, by_nurse, score.id);
    EXPECT_TRUE(values().empty());
    restore_score(book_, by_nurse, score.id);
    EXPECT_EQ(values(), std::vector<double>{24});
    EXPECT_TRUE(is_whole(book_));
}

TEST_F(Voided, AStudyCountsAgainUnlessItIsNotVoided) {
    schema::Agreement study;
    study.instrument = Scales(book_).of("gags");
    study.patients = 10;
    study.on = *schema::Date::of(2026, 1, 5);
    const auto id =
        schema::Id<schema::Agreement>(std::stoll(start_agreement(book_, by_nurse, study).answer));
    EXPECT_EQ(refusal([&] { restore_agreement(book_, by_nurse, id); }), "is not voided");
    void_agreement(book_, by_nurse, id);
    restore_agreement(book_, by_nurse, id);
    EXPECT_FALSE(db::find_agreement(book_, id)->voided);
    EXPECT_TRUE(is_whole(book_));
}

// Every record of the book as a text, and every score, but for versions and the ids of scores.
std::vector<std::string> content(const db::Book& book) {
    std::vector<std::string> texts;
    for (const auto& kind : kinds::of_patients()) {
        for (const auto& record : db::records_of(book, kind, db::Which::of_everybody, {})) {
            const kinds::ConstRecord one(record);
            const auto kept = one.kept();
            auto& text = texts.emplace_back(fmt::format(
                "{} {} of {}, voided {}", kind.noun, kept.id, kept.patient, kept.voided));
            for (const auto& field : kind.fields) {
                text += "|" + kinds::text_of(field, one.get(field));
            }
            text += kind.parts ? "|" + kinds::parts_text(one) : "";
        }
    }
    const auto fixed = texts.size();
    db::for_each_score(book, [&](const schema::Score& score) {
        texts.push_back(
            fmt::format("{} {} {} {} {} {} {} {} {} {} {}",
                        score.patient.value,
                        score.instrument.value,
                        score.region ? schema::word(*score.region) : "all",
                        score.at.text(),
                        score.value,
                        score.origin ? schema::word(*score.origin) : "entered",
                        score.origin_id.value_or(0),
                        score.voided,
                        score.rater.value_or(""),
                        score.device.value_or(""),
                        score.places ? schema::Text<schema::Places>::write(*score.places) : ""));
    });
    std::sort(texts.begin() + static_cast<std::ptrdiff_t>(fixed), texts.end());
    return texts;
}

TEST(AMadeUpBook, IsAfterVoidAndRestoreWhatItWas) {
    auto submission = by_nurse;
    submission.confirm = {"duplicate"};
    std::random_device seeds;
    for (int books = support::repetitions("NEEDLEBOOK_BOOKS", 2); books > 0; --books) {
        const auto seed = seeds();
        SCOPED_TRACE(seed);
        const support::TemporaryFolder folder;
        auto book =
            create_book(folder / "c.needlebook", {.name = "Test", .time_zone = "Etc/UTC"}, "nurse");
        MadeUpBook(book, seed).fill();
        int tried = 0;
        for (const auto& kind : kinds::of_patients()) {
            int of_kind = 0;
            for (const auto& record : db::records_of(book, kind, db::Which::of_everybody, {})) {
                const auto kept = kinds::ConstRecord(record).kept();
                const schema::Id<Patient> owner(kind.owner == schema::Owner::patient ? kept.patient
                                                                                     : kept.id);
                if (kind.made_by_program || kept.voided || db::find(book, owner)->voided ||
                    of_kind == 3) {
                    continue;
                }
                SCOPED_TRACE(fmt::format("{} {}", kind.noun, kept.id));
                const auto before = content(book);
                void_record(book, submission, record);
                EXPECT_NE(content(book), before);
                restore_record(book, submission, record);
                ASSERT_EQ(content(book), before);
                ++of_kind;
                ++tried;
            }
        }
        EXPECT_GT(tried, 20);
        EXPECT_TRUE(is_whole(book));
    }
}

}  // namespace
}  // namespace tracking::restore_test
