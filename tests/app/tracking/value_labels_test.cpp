// What was on when a value was taken stays with the value, whatever becomes of it.

#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/check.h"
#include "app/tracking/erasure.h"
#include "app/tracking/merge.h"
#include "app/tracking/move.h"
#include "app/tracking/score.h"
#include "app/tracking/undo.h"
#include "app/tracking/write.h"
#include "db/ledger/ledger.h"
#include "db/records/instruments.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "db/records/score_labels.h"
#include "db/records/scores.h"
#include "tests/support/temporary_folder.h"

namespace tracking::value_labels_test {
namespace {

using schema::Labels;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ValueLabels : public testing::Test {
  protected:
    ValueLabels() : book_(made()) {
        first_ = add("C1");
        second_ = add("C2");
    }

    db::Book made() const {
        schema::Clinic clinic;
        clinic.name = "Clinic";
        clinic.time_zone = "UTC";
        return create_book(folder_ / "clinic.needlebook", clinic, "nurse");
    }
    schema::Id<schema::Patient> add(const std::string& chart) {
        record(book_, by_, schema::Patient{.chart = chart});
        return db::find_patient(book_, chart)->id;
    }
    schema::Score score(Labels labels, double value = 2) {
        schema::Score score;
        score.patient = first_;
        score.instrument = db::find_instrument(book_, "iga")->id;
        score.at = *schema::CivilTime::read("2026-01-05T10:00");
        score.value = value;
        score.labels = std::move(labels);
        return score;
    }
    schema::Score keep(Labels labels, double value = 2) {
        const auto receipt = record_score(book_, by_, score(std::move(labels), value));
        return *db::find_score(book_, schema::Id<schema::Score>(std::stoll(receipt.answer)));
    }
    Labels labels_of(const schema::Score& of) const { return db::find_score(book_, of.id)->labels; }
    std::string refusal(const std::function<void()>& act) {
        const auto before = db::content_of(book_).hash;
        try {
            act();
        } catch (const schema::Error& error) {
            EXPECT_EQ(db::content_of(book_).hash, before);
            return error.problems().front().what;
        }
        return "accepted";
    }
    void expect_whole() const {
        for (const auto& problem : check(book_, [](auto, auto) {}).problems) {
            ADD_FAILURE() << problem.where << ": " << problem.what;
        }
    }

    support::TemporaryFolder folder_;
    const db::Submission by_{.actor = "nurse", .action = "record", .reason = "seen"};
    db::Book book_;
    schema::Id<schema::Patient> first_;
    schema::Id<schema::Patient> second_;
};

TEST_F(ValueLabels, ComeBackWithTheValueHoweverItIsRead) {
    const Labels on{{"arm", "A"}, {"treated", "yes"}};
    const auto kept = keep(on);
    auto later = score({}, 3);
    later.at = *schema::CivilTime::read("2026-01-06T10:00");
    record_score(book_, by_, later);
    EXPECT_EQ(kept.labels, on);
    EXPECT_EQ(db::scores_of(book_, first_).front().labels, on);
    EXPECT_THAT(db::scores_of(book_, first_).back().labels, IsEmpty());
    EXPECT_EQ(db::entered_scores_of(book_, first_).front().labels, on);
    EXPECT_EQ(db::series_of(book_, {first_, kept.instrument, std::nullopt}).front().labels, on);
    std::vector<Labels> all;
    db::for_each_score(book_, [&](const schema::Score& each) { all.push_back(each.labels); });
    EXPECT_THAT(all, ElementsAre(on, Labels()));
    EXPECT_THAT(db::label_keys(book_), ElementsAre("arm", "treated"));
    EXPECT_THAT(db::label_keys(book_, second_), IsEmpty());
    EXPECT_EQ(schema::labels_text(on), "arm=A, treated=yes");
    expect_whole();
}

TEST_F(ValueLabels, AreTextsOfOneLineWithAKeyAndAValue) {
    EXPECT_EQ(refusal([&] { keep({{"", "yes"}}); }), "a label needs a key and a value");
    EXPECT_EQ(refusal([&] { keep({{"treated", " "}}); }), "a label needs a key and a value");
    EXPECT_THAT(refusal([&] { keep({{"treated", "a\nb"}}); }), HasSubstr("U+000A"));
    EXPECT_EQ(refusal([&] { keep({{"علاج", "نعم"}}); }), "accepted");
}

TEST_F(ValueLabels, AreCorrectedWithTheValueAndVoidedAndRestoredWithIt) {
    auto kept = keep({{"treated", "yes"}});
    kept.labels = {{"treated", "no"}};
    correct_score(book_, by_, kept);
    EXPECT_EQ(labels_of(kept), (Labels{{"treated", "no"}}));
    EXPECT_EQ(db::find_score(book_, kept.id)->version, 2);
    void_score(book_, by_, kept.id);
    restore_score(book_, by_, kept.id);
    EXPECT_EQ(labels_of(kept), (Labels{{"treated", "no"}}));
    auto none = *db::find_score(book_, kept.id);
    none.labels.clear();
    correct_score(book_, by_, none);
    EXPECT_THAT(labels_of(kept), IsEmpty());
    const auto before = db::last_entry(book_);
    correct_score(book_, by_, *db::find_score(book_, kept.id));
    EXPECT_EQ(db::last_entry(book_), before);
    expect_whole();
}

TEST_F(ValueLabels, GoWithAValueThatIsMovedOrMerged) {
    const auto moved = keep({{"treated", "yes"}});
    move_score(book_, by_, moved.id, second_);
    EXPECT_EQ(db::scores_of(book_, second_).at(0).labels, (Labels{{"treated", "yes"}}));
    merge_patients(book_, by_, *db::find(book_, second_), *db::find(book_, first_), {});
    EXPECT_EQ(db::scores_of(book_, first_).at(0).labels, (Labels{{"treated", "yes"}}));
    expect_whole();
}

TEST_F(ValueLabels, AreTakenBackAndDoneAgainByUndo) {
    const auto empty = db::content_of(book_).hash;
    auto kept = keep({{"treated", "yes"}});
    const auto recorded = db::last_entry(book_);
    kept.labels = {{"treated", "no"}, {"arm", "B"}};
    correct_score(book_, by_, kept);
    undo_entry(book_, {.actor = "nurse", .action = "undo"}, db::last_entry(book_));
    EXPECT_EQ(labels_of(kept), (Labels{{"treated", "yes"}}));
    undo_entry(book_, {.actor = "nurse", .action = "undo", .confirm = {"dependents"}}, recorded);
    EXPECT_THAT(db::label_keys(book_), IsEmpty());
    EXPECT_EQ(db::content_of(book_).hash, empty);
    expect_whole();
}

TEST_F(ValueLabels, OfOneMomentThatDifferMakeTwoValuesNotTwins) {
    keep({{"arm", "A"}});
    EXPECT_EQ(refusal([&] { keep({{"arm", "B"}}, 3); }), "accepted");
    EXPECT_THAT(refusal([&] { keep({{"arm", "B"}}, 3); }), HasSubstr("is there already"));
    EXPECT_THAT(refusal([&] { keep({}); }), HasSubstr("is there already"));
}

TEST_F(ValueLabels, OfAnErasedPatientAreNowhereInTheFile) {
    keep({{"unheard-of", "unseen"}});
    ErasureRequest request;
    request.chart = "C1";
    request.legal_reason = "asked for";
    erase_patient(book_, {.actor = "doctor", .action = "erase", .reason = "asked"}, request);
    EXPECT_THAT(db::label_keys(book_), IsEmpty());
    expect_whole();
    for (const auto* end : {"", "-wal"}) {
        std::ifstream file(folder_.path() / (std::string("clinic.needlebook") + end),
                           std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(file), {});
        EXPECT_EQ(bytes.find("unseen"), std::string::npos) << end;
        EXPECT_EQ(bytes.find("unheard-of"), std::string::npos) << end;
    }
}

}  // namespace
}  // namespace tracking::value_labels_test
