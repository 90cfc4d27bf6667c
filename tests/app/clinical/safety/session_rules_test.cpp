#include "tests/app/clinical/safety/example_situation.h"

namespace clinical::session_rules_test {
namespace {

using schema::Device;
using schema::Fitzpatrick;
using schema::Region;

auto skin(std::optional<Fitzpatrick> type) {
    return [=](Situation& situation) { situation.patient.fitzpatrick = type; };
}

auto born(const char* day) {
    return [=](Situation& situation) { situation.patient.born = schema::PartialDate::read(day); };
}

TEST(Patients, BelowTheLabelsAgeAreACautionAndSkinTypeIsNoFinding) {
    expect_rules({
        {"III", skin(Fitzpatrick::III), {}},
        {"IV", skin(Fitzpatrick::IV), {}},
        {"VI", skin(Fitzpatrick::VI), {}},
        {"unknown", skin(std::nullopt), {}},
        {"22 today", born("2004-06-15"), {}},
        {"22 tomorrow", born("2004-06-16"), {"age"}},
        {"18 today", born("2008-06-15"), {"age"}},
        {"18 tomorrow", born("2008-06-16"), {"minor", "age"}},
        {"with a guardian",
         [](Situation& situation) {
             born("2009-01-01")(situation);
             situation.patient.guardian = "mother";
         },
         {"age"}},
        {"not yet born", born("2026-06-16"), {}},
        {"perhaps not yet born", born("2026"), {"minor", "age"}},
        {"18 for certain", born("2008-05"), {"age"}},
        {"18 or still 17", born("2008-06"), {"minor", "age"}},
        {"turns 18 this year", born("2008"), {"minor", "age"}},
        {"22 for certain", born("2003"), {}},
        {"birth date unknown", born(""), {}},
    });
}

TEST(Patient, WhoLeftBeforeTheDayIsAskedAbout) {
    const auto status = [](schema::PatientStatus is, const char* on) {
        return [=](Situation& situation) {
            situation.patient.status = is;
            situation.patient.status_on = schema::Date::read(on);
        };
    };
    expect_rules({
        {"left the day before",
         status(schema::PatientStatus::left, "2026-06-14"),
         {"patient_left"}},
        {"left that day", status(schema::PatientStatus::left, "2026-06-15"), {}},
        {"left later", status(schema::PatientStatus::left, "2026-06-16"), {}},
        {"came back", status(schema::PatientStatus::active, "2026-06-14"), {}},
    });
}

TEST(Areas, WhereDevicesAreNotAuthorisedAreACaution) {
    const auto at = [](Region region) {
        return [=](Situation& situation) { needle(situation, region, 1); };
    };
    expect_rules({
        {"neck", at(Region::neck), {}},
        {"chest", at(Region::chest), {"area_off_label"}},
        {"back", at(Region::upper_back), {"area_off_label"}},
        {"shoulders", at(Region::shoulders), {"area_off_label"}},
    });
}

// An earlier session of the same cheek.
schema::Session before(const char* at, double depth_mm, Device device = Device::pen) {
    schema::Session session;
    session.id = schema::Id<schema::Session>(9);
    session.at = moment(at);
    session.device = device;
    session.areas = {{Region::left_cheek, depth_mm, 4}};
    return session;
}

auto after(const schema::Session& session, Device device = Device::pen) {
    return [=](Situation& situation) {
        situation.sessions = {session};
        situation.plan.session.device = device;
        set_radiofrequency(situation);
    };
}

TEST(Interval, IsTooShortBelowTheClinicsDaysWhereTheLastNeedlingWasDeepEnough) {
    auto elsewhere = before("2026-06-10", 1.5);
    elsewhere.areas[0].region = Region::chin;
    auto both = before("2026-06-10", 0.5);
    both.areas.push_back({Region::chin, 2, 4});
    expect_rules({
        {"13 days", after(before("2026-06-02", 1.5)), {"interval"}},
        {"14 days", after(before("2026-06-01", 1.5)), {}},
        {"the same day", after(before("2026-06-15T08:00", 1.5)), {"interval"}},
        {"a session of later that day", after(before("2026-06-15T12:00", 1.5)), {"interval"}},
        {"13 days later", after(before("2026-06-28", 1.5)), {"interval"}},
        {"14 days later", after(before("2026-06-29", 1.5)), {}},
        {"1 mm", after(before("2026-06-10", 1.0)), {"interval"}},
        {"below 1 mm", after(before("2026-06-10", 0.9)), {}},
        {"another area", after(elsewhere), {}},
        {"deep elsewhere only", after(both), {}},
        {"the clinic's own 28 days",
         [&](Situation& situation) {
             after(before("2026-05-19", 1.5))(situation);
             situation.clinic.minimal_interval_days = 28;
         },
         {"interval"}},
    });
}

TEST(Interval, IsLongerIfOneOfTheTwoIsByRadiofrequency) {
    const auto rf = Device::rf_insulated;
    expect_rules({
        {"20 days, both", after(before("2026-05-26", 0.5, rf), rf), {"interval_radiofrequency"}},
        {"21 days, both", after(before("2026-05-25", 0.5, rf), rf), {}},
        {"20 days, the last", after(before("2026-05-26", 0.5, rf)), {"interval_radiofrequency"}},
        {"20 days, the planned", after(before("2026-05-26", 0.5), rf), {"interval_radiofrequency"}},
        {"20 days, neither", after(before("2026-05-26", 1.5)), {}},
    });
}

TEST(Interval, CountsFromTheLatestSessionOfTheArea) {
    auto situation = nothing_against();
    situation.sessions = {before("2026-06-10", 1.5), before("2026-05-01", 1.5)};
    EXPECT_EQ(speaking(situation), Ids{"interval"});
    EXPECT_EQ(in_english(findings(situation).at(0).because),
              "left cheek: needled at 1.5 mm on 2026-06-10, 5 days before; the clinic's limit is "
              "14 days");
    EXPECT_EQ(findings(situation).at(0).record, (RecordRef{"session", 9}));
    situation.sessions = {before("2026-05-01", 1.5), before("2026-06-10", 0.5)};
    EXPECT_EQ(speaking(situation), Ids{});
    situation.sessions = {before("2026-06-08", 1.5), before("2026-06-10", 0.5)};
    EXPECT_EQ(speaking(situation), Ids{"interval"}) << "a shallow one does not hide a deep one";
    situation.sessions = {before("2026-06-01", 1.5, Device::rf_insulated),
                          before("2026-06-10", 0.5)};
    EXPECT_EQ(speaking(situation), Ids{"interval_radiofrequency"});
}

TEST(Interval, IsLongBeyondTheClinicsDaysWithinOneCourse) {
    const auto of_course = [](const char* at, std::int64_t last, std::int64_t planned) {
        return [=](Situation& situation) {
            auto session = before(at, 1.5);
            session.course = schema::Id<schema::Course>(last);
            situation.sessions = {session};
            situation.plan.session.course = schema::Id<schema::Course>(planned);
        };
    };
    expect_rules({
        {"70 days", of_course("2026-04-06", 2, 2), {}},
        {"71 days", of_course("2026-04-05", 2, 2), {"interval_long"}},
        {"another course", of_course("2026-04-05", 1, 2), {}},
        {"no course", after(before("2026-01-01", 1.5)), {}},
        {"the clinic's own 90 days",
         [&](Situation& situation) {
             of_course("2026-04-05", 2, 2)(situation);
             situation.clinic.longest_interval_days = 90;
         },
         {}},
    });
}

auto depth(Region region, double depth_mm, std::vector<schema::DepthLimit> own = {}) {
    return [=](Situation& situation) {
        needle(situation, region, depth_mm);
        situation.own_depth_limits = own;
    };
}

TEST(Depth, BeyondTheGuideIsACautionAndBeyondTheClinicsOwnLimitAsksForASignature) {
    const schema::DepthLimit own{.id = schema::Id<schema::DepthLimit>(1),
                                 .region = Region::left_cheek,
                                 .max_mm = 1.2,
                                 .source = "Dr Saleh"};
    auto of_dark_skin = own;
    of_dark_skin.fitzpatrick = Fitzpatrick::V;
    auto unlimited = own;
    unlimited.max_mm = std::nullopt;
    expect_rules({
        {"as far as pens were tried", depth(Region::left_cheek, 1.5), {}},
        {"at the guide's", depth(Region::left_cheek, 2.5), {"depth_not_evaluated"}},
        {"beyond the guide's", depth(Region::left_cheek, 2.6), {"depth_of_the_guide"}},
        {"no guide", depth(Region::chest, 1.4), {"area_off_label"}},
        {"neck", depth(Region::neck, 2.6), {"depth_of_the_guide"}},
        {"eyelid", depth(Region::periorbital, 1.5), {"orbital_rim", "depth_of_the_guide"}},
        {"just too deep near the eye",
         depth(Region::periorbital, 0.31),
         {"orbital_rim", "depth_of_the_guide"}},
        {"just too deep at the lip", depth(Region::perioral, 1.51), {"lip", "depth_of_the_guide"}},
        {"just deeper than tried", depth(Region::left_cheek, 1.51), {"depth_not_evaluated"}},
        {"near the eye", depth(Region::periorbital, 0.3), {}},
        {"lip", depth(Region::perioral, 2), {"lip", "depth_of_the_guide"}},
        {"above the lip", depth(Region::perioral, 1.5), {"depth_of_the_guide"}},
        {"at the clinic's", depth(Region::left_cheek, 1.2, {own}), {}},
        {"beyond the clinic's", depth(Region::left_cheek, 1.3, {own}), {"depth_of_the_clinic"}},
        {"another skin type's", depth(Region::left_cheek, 1.3, {of_dark_skin}), {}},
        {"no limit", depth(Region::left_cheek, 2.9, {unlimited}), {"depth_not_evaluated"}},
        {"not decided",
         [](Situation& situation) { situation.plan.areas[0].depth_mm = std::nullopt; },
         {}},
        {"radiofrequency has no guide",
         [](Situation& situation) {
             needle(situation, Region::left_cheek, 2.6);
             situation.plan.session.device = Device::rf_insulated;
             set_radiofrequency(situation);
         },
         {}},
    });
}

TEST(Depth, SaysHowDeepAndWhoseLimit) {
    auto situation = nothing_against();
    needle(situation, Region::nose, 1.5);
    EXPECT_EQ(in_english(findings(situation).at(0).because).substr(0, 31),
              "nose: 1.5 mm; at most 0.75 mm b");
}

}  // namespace
}  // namespace clinical::session_rules_test
