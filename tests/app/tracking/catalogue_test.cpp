#include "app/tracking/catalogue.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/tracking/check.h"
#include "app/tracking/scoring.h"
#include "app/tracking/write.h"
#include "db/instruments.h"
#include "db/ledger.h"
#include "tests/support/temporary_folder.h"

namespace tracking::catalogue_test {
namespace {

// A book whose scars were counted and whose water loss was read by this program.
class EarlierBook : public testing::Test {
  protected:
    EarlierBook() {
        auto book = create_book(file_, {.name = "Clinic", .time_zone = "Africa/Cairo"}, "nurse");
        schema::Patient huda;
        huda.chart = "C-001";
        patient_.value = std::stoll(record(book, act_, huda).answer);
        schema::ScarObservation scars;
        scars.patient = patient_;
        scars.on = *schema::CivilTime::read("2026-01-05");
        scars.goodman_baron_grade = 3;
        scars.counts = {{schema::ScarType::dish_mild, 25}, {schema::ScarType::ecca_u, 12}};
        scars.rest = schema::OtherScars::none;
        scars_ = std::stoll(record(book, act_, scars).answer);
        schema::Reading tewl;
        tewl.patient = patient_;
        tewl.on = *schema::CivilTime::read("2026-01-05");
        tewl.what = schema::Measure::tewl;
        tewl.region = schema::Region::chin;
        tewl.value = 14.2;
        record(book, act_, tewl);
    }
    // As a program that only knew the given grade would have left it, means unknown to it too.
    void forget() {
        auto book = db::Book::open(file_);
        db::transact(book, act_, [&](db::Write& write) {
            const db::Origin origin{schema::ScoreOrigin::scar_observation, scars_};
            const auto known = db::scores_from(write.book(), origin);
            db::remove_scores_from(write, origin);
            db::insert_score(write, known.at(0));
            for (const auto& mean : kept_means(write.book(), patient_)) {
                db::remove_reading_mean(write, mean);
            }
            auto score = db::find_instrument(write.book(), "goodman_baron_score").value();
            score.source = "as an earlier program had it";
            db::update_instrument(write, score);
            return std::string();
        });
    }
    std::vector<std::string> scores(const db::Book& book) const {
        const Scales scales(book);
        std::vector<std::string> texts;
        for (const auto& score : db::scores_of(book, patient_)) {
            texts.push_back(scales.scale(score.instrument).code + " " +
                            schema::number_text(score.value));
        }
        std::sort(texts.begin(), texts.end());
        return texts;
    }
    static std::vector<schema::Problem> problems(const db::Book& book) {
        return check(book, {}).problems;
    }
    static int entries(const db::Book& book) {
        int count = 0;
        db::for_each_entry(book, {}, [&](const auto&) { ++count; });
        return count;
    }

    support::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_.path() / "a.needlebook";
    db::Submission act_{.actor = "nurse", .action = "record"};
    schema::Id<schema::Patient> patient_{};
    std::int64_t scars_ = 0;
};

const std::vector<std::string> all_scores{
    "ecca 40", "goodman_baron_grade 3", "goodman_baron_score 3", "tewl 14.2", "tewl 14.2"};

TEST_F(EarlierBook, IsScoredAnewWhenItIsOpenedToWrite) {
    forget();
    EXPECT_EQ(scores(db::Book::open(file_)),
              (std::vector<std::string>{"goodman_baron_grade 3", "tewl 14.2"}));
    const int before = entries(db::Book::open(file_));
    const auto book = open_book(file_, "nurse");
    EXPECT_EQ(scores(book), all_scores);
    EXPECT_EQ(entries(book), before + 1) << "scales and scores in one transaction";
    EXPECT_FALSE(has_outdated_scales(book));
    EXPECT_TRUE(problems(book).empty());
    EXPECT_NE(db::find_instrument(book, "goodman_baron_score")->source,
              "as an earlier program had it");
}

TEST_F(EarlierBook, IsWholeForTheCheckBeforeThatToo) {
    forget();
    const auto book = db::Book::open(file_);
    EXPECT_TRUE(has_outdated_scales(book));
    EXPECT_TRUE(problems(book).empty());
}

TEST_F(EarlierBook, IsLeftAloneWhenItsScalesAreUpToDate) {
    const int before = entries(db::Book::open(file_));
    const auto book = open_book(file_, "nurse");
    EXPECT_EQ(entries(book), before);
    EXPECT_EQ(scores(book), all_scores);
}

TEST_F(EarlierBook, OfTodayLacksNoScoreUnnoticed) {
    auto book = open_book(file_, "nurse");
    db::transact(book, act_, [&](db::Write& write) {
        db::remove_scores_from(write, {schema::ScoreOrigin::scar_observation, scars_});
        return std::string();
    });
    const auto found = problems(book);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].where, "scars " + std::to_string(scars_));
}

}  // namespace
}  // namespace tracking::catalogue_test
