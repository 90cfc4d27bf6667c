#include "app/server/response_cache.h"

#include <gtest/gtest.h>

namespace server::response_cache_test {
namespace {

using PatientId = schema::Id<schema::Patient>;
using ScaleId = schema::Id<schema::Instrument>;

const auto monday = *schema::Date::of(2026, 6, 15);
const DependsOn huda{.patient = PatientId(1)};
const DependsOn sara{.patient = PatientId(2)};
const DependsOn all{};
const db::Invalidation acne_of_huda{.patients = {PatientId(1)}, .scales = {ScaleId(7)}};
const db::Invalidation session_of_huda{.patients = {PatientId(1)}, .treatments = true};
const db::Invalidation settings{.clinic = true};

class ResponseCacheOfABook : public testing::Test {
  protected:
    ResponseCacheOfABook() { catch_up(7, {}); }

    void catch_up(std::int64_t entry, const db::Invalidation& changed, schema::Date day = monday) {
        cache_.catch_up(entry, day, [&](std::int64_t) { return changed; });
    }
    void keep(const std::string& target, const DependsOn& depends_on, std::int64_t entry = 7) {
        cache_.keep(entry, monday, target, depends_on, json_response(std::string("1")));
    }
    bool has(const std::string& target, schema::Date day = monday) {
        return cache_.find(day, target).has_value();
    }

    ResponseCache cache_{100'000};
};

TEST_F(ResponseCacheOfABook, ForgetsWhatAWriteTouchedAndNothingElse) {
    keep("/huda", huda);
    keep("/sara", sara);
    keep("/today", all);
    EXPECT_TRUE(has("/huda") && has("/sara") && has("/today"));
    EXPECT_FALSE(has("/nobody"));
    catch_up(8, acne_of_huda);
    EXPECT_FALSE(has("/huda"));
    EXPECT_TRUE(has("/sara"));
    EXPECT_FALSE(has("/today"));
    catch_up(9, settings);
    EXPECT_FALSE(has("/sara"));
}

TEST_F(ResponseCacheOfABook, ForgetsResultsOfScalesByTheirScoresAndByAnyTreatment) {
    keep("/outcomes?instrument=iga", {.scales = {ScaleId(7)}});
    keep("/outcomes?instrument=dlqi", {.scales = {ScaleId(8)}});
    catch_up(8, acne_of_huda);
    EXPECT_FALSE(has("/outcomes?instrument=iga"));
    EXPECT_TRUE(has("/outcomes?instrument=dlqi"));
    catch_up(9, session_of_huda);
    EXPECT_FALSE(has("/outcomes?instrument=dlqi"));
}

TEST_F(ResponseCacheOfABook, ForgetsEverythingOnAnotherDay) {
    keep("/sara", sara);
    EXPECT_FALSE(has("/sara", monday.plus_days(1)));
    catch_up(7, {}, monday.plus_days(1));
    EXPECT_FALSE(has("/sara", monday.plus_days(1)));
    keep("/sara", sara);
    EXPECT_FALSE(has("/sara", monday.plus_days(1))) << "computed for the day before";
}

TEST_F(ResponseCacheOfABook, KeepsALateResponseOnlyIfNothingTouchedItMeanwhile) {
    catch_up(8, acne_of_huda);
    keep("/huda", huda);
    keep("/sara", sara);
    keep("/today", all);
    EXPECT_FALSE(has("/huda"));
    EXPECT_TRUE(has("/sara"));
    EXPECT_FALSE(has("/today"));
    keep("/huda", huda, 8);
    EXPECT_TRUE(has("/huda"));
}

TEST_F(ResponseCacheOfABook, KeepsNoResponseOlderThanWhatItRemembersOfWrites) {
    for (std::int64_t entry = 8; entry < 300; ++entry) {
        catch_up(entry, acne_of_huda);
    }
    keep("/sara", sara, 7);
    EXPECT_FALSE(has("/sara"));
    keep("/sara", sara, 298);
    EXPECT_TRUE(has("/sara"));
}

TEST_F(ResponseCacheOfABook, AsksWhatWasTouchedOnceAndFromWhereItWas) {
    std::vector<std::int64_t> asked;
    const auto invalidation_after = [&](std::int64_t entry) {
        asked.push_back(entry);
        return acne_of_huda;
    };
    for (const std::int64_t entry : {9, 9, 8, 10}) {
        cache_.catch_up(entry, monday, invalidation_after);
    }
    EXPECT_EQ(asked, (std::vector<std::int64_t>{7, 9}));
}

TEST(ResponseCache, StaysWithinItsBytesAndForgetsWhatWasNotAskedForLongest) {
    ResponseCache cache(100'000);
    cache.catch_up(1, monday, [](std::int64_t) { return db::Invalidation(); });
    const auto response = json_response(std::string(11'000, 'x'));
    for (const auto* target : {"/a", "/b", "/c", "/d", "/e", "/f", "/g", "/h"}) {
        cache.keep(1, monday, target, all, response);
    }
    EXPECT_TRUE(cache.find(monday, "/a"));
    cache.keep(1, monday, "/i", all, response);
    EXPECT_TRUE(cache.find(monday, "/a"));
    EXPECT_FALSE(cache.find(monday, "/b"));
    cache.keep(1, monday, "/long", all, json_response(std::string(13'000, 'x')));
    EXPECT_FALSE(cache.find(monday, "/long")) << "it would take the place of too many";
    EXPECT_TRUE(cache.find(monday, "/c"));
}

TEST(ResponseCache, CountsWhatKeepingAShortResponseTakes) {
    ResponseCache cache(100'000);
    cache.catch_up(1, monday, [](std::int64_t) { return db::Invalidation(); });
    for (int i = 0; i < 1000; ++i) {
        cache.keep(1, monday, std::to_string(i), all, json_response(std::string("1")));
    }
    EXPECT_FALSE(cache.find(monday, "0"));
    EXPECT_TRUE(cache.find(monday, "999"));
}

}  // namespace
}  // namespace server::response_cache_test
