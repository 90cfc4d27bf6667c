#include <gmock/gmock.h>

#include "tests/app/clinical/safety/example_situation.h"

namespace clinical::acne_rules_test {
namespace {

using schema::AcneRegion;
using schema::Device;
using schema::Region;
using testing::HasSubstr;

// The only status of the patient.
auto seen(const char* on, AcneRegion region) {
    return [=](Situation& situation) {
        schema::AcneStatus status;
        status.id = schema::Id<schema::AcneStatus>(7);
        status.on = moment(on);
        status.regions = {region};
        situation.statuses = {status};
    };
}

auto seen_with(const char* on, AcneRegion region, Device device) {
    return [=](Situation& situation) {
        seen(on, region)(situation);
        situation.plan.session.device = device;
        set_radiofrequency(situation);
    };
}

TEST(ActiveLesions, InAPlannedAreaStopPlainNeedlingAndAskForASignatureWithRadiofrequency) {
    const AcneRegion papules{.region = Region::left_cheek, .papules = 3};
    expect_rules({
        {"papules", seen("2026-06-10", papules), {"active_lesions"}},
        {"two pustules",
         seen("2026-06-10", {.region = Region::left_cheek, .pustules = 2}),
         {"active_lesions"}},
        {"a papule and a pustule",
         seen("2026-06-10", {.region = Region::left_cheek, .papules = 1, .pustules = 1}),
         {"active_lesions"}},
        {"one pustule is left out",
         seen("2026-06-10", {.region = Region::left_cheek, .pustules = 1}),
         {"single_lesion"}},
        {"one papule is left out",
         seen_with(
             "2026-06-10", {.region = Region::left_cheek, .papules = 1}, Device::rf_insulated),
         {"single_lesion"}},
        {"a nodule",
         seen("2026-06-10", {.region = Region::left_cheek, .nodules = 1}),
         {"active_lesions"}},
        {"a cyst",
         seen("2026-06-10", {.region = Region::left_cheek, .cysts = 1}),
         {"active_lesions"}},
        {"the same day", seen("2026-06-15", papules), {"active_lesions"}},
        {"roller", seen_with("2026-06-10", papules, Device::roller), {"active_lesions"}},
        {"stamp", seen_with("2026-06-10", papules, Device::stamp), {"active_lesions"}},
        {"home", seen_with("2026-06-10", papules, Device::home), {"active_lesions", "home_device"}},
        {"insulated",
         seen_with("2026-06-10", papules, Device::rf_insulated),
         {"active_lesions_radiofrequency"}},
        {"bare",
         seen_with("2026-06-10", papules, Device::rf_noninsulated),
         {"active_lesions_radiofrequency"}},
    });
}

TEST(ActiveLesions, AreNotComedonesNorThoseOfAnotherArea) {
    expect_rules({
        {"comedones",
         seen("2026-06-10",
              {.region = Region::left_cheek, .open_comedones = 9, .closed_comedones = 9}),
         {}},
        {"none", seen("2026-06-10", {.region = Region::left_cheek}), {}},
        {"elsewhere",
         [](Situation& situation) {
             seen("2026-06-10", {.region = Region::right_cheek, .papules = 3})(situation);
             situation.statuses[0].rest = schema::Rest::clear;
         },
         {}},
    });
}

TEST(AcneStatus, IsStaleAfterTheClinicsDaysAndThenIsAskedForAnew) {
    const AcneRegion papules{.region = Region::left_cheek, .papules = 3};
    const AcneRegion clear{.region = Region::left_cheek};
    const auto limit = [](int days, const auto& change) {
        return [=](Situation& situation) {
            change(situation);
            situation.clinic.acne_status_days = days;
        };
    };
    expect_rules({
        {"never seen",
         [](Situation& situation) { situation.statuses.clear(); },
         {"stale_acne_status"}},
        {"another area only", seen("2026-06-10", {.region = Region::chin}), {"stale_acne_status"}},
        {"14 days, clear", seen("2026-06-01", clear), {}},
        {"15 days, clear", seen("2026-05-31", clear), {"stale_acne_status"}},
        {"14 days, papules", seen("2026-06-01", papules), {"active_lesions"}},
        {"15 days, papules", seen("2026-05-31", papules), {"stale_lesions"}},
        {"15 days, one pustule",
         seen("2026-05-31", {.region = Region::left_cheek, .pustules = 1}),
         {"stale_lesions"}},
        {"40 days, papules", seen("2026-05-06", papules), {"stale_lesions"}},
        {"a later status does not count", seen("2026-06-16", papules), {"stale_acne_status"}},
        {"3 days of 3", limit(3, seen("2026-06-12", clear)), {}},
        {"4 days of 3", limit(3, seen("2026-06-11", clear)), {"stale_acne_status"}},
    });
}

TEST(AcneStatus, OfALaterDayTakesThePlaceOfAnEarlierOneOfTheSameArea) {
    auto situation = nothing_against();
    seen("2026-06-08", {.region = Region::left_cheek, .papules = 3})(situation);
    auto later = situation.statuses[0];
    later.on = moment("2026-06-12");
    later.regions = {{.region = Region::left_cheek}};
    situation.statuses.push_back(later);
    EXPECT_EQ(speaking(situation), Ids{});
    std::swap(situation.statuses[0], situation.statuses[1]);
    EXPECT_EQ(speaking(situation), Ids{});
    situation.statuses[0].regions = {{.region = Region::chin}};
    EXPECT_EQ(speaking(situation), Ids{"active_lesions"});
}

TEST(ActiveLesions, SayWhereHowManyWhenAndWhichRecordAndTellThemFromScars) {
    auto situation = nothing_against();
    seen("2026-06-10", {.region = Region::left_cheek, .papules = 3, .nodules = 1})(situation);
    const auto found = findings(situation).at(0);
    EXPECT_EQ(in_english(found.because), "left cheek: 3 papules, 1 nodule on 2026-06-10");
    EXPECT_EQ(found.level, schema::Level::stop);
    EXPECT_EQ(found.record, (RecordRef{"acne", 7}));
    EXPECT_THAT(in_english(found.text),
                HasSubstr("Active lesions are there now; scars are contour"));
    EXPECT_THAT(in_english(found.source), HasSubstr("Dermapen"));
}

TEST(StaleStatus, SaysHowOldItIsAndTheClinicsLimit) {
    auto situation = nothing_against();
    seen("2026-05-06", {.region = Region::left_cheek, .pustules = 2, .cysts = 1})(situation);
    const auto lesions = findings(situation).at(0);
    EXPECT_EQ(
        in_english(lesions.because),
        "left cheek: 2 pustules, 1 cyst on 2026-05-06, 40 days ago; the clinic's limit is 14 days");
    EXPECT_THAT(in_english(lesions.text), HasSubstr("Record a new acne status"));
    seen("2026-05-06", {.region = Region::left_cheek})(situation);
    EXPECT_EQ(
        in_english(findings(situation).at(0).because),
        "left cheek: last looked at on 2026-05-06, 40 days ago; the clinic's limit is 14 days");
    situation.statuses.clear();
    EXPECT_EQ(in_english(findings(situation).at(0).because),
              "left cheek: no acne status is recorded");
    EXPECT_EQ(findings(situation).at(0).record, std::nullopt);
}

}  // namespace
}  // namespace clinical::acne_rules_test
