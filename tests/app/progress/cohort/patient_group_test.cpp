#include "app/progress/cohort/patient_group.h"

#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "tests/app/progress/example_history.h"

namespace progress::patient_group_test {
namespace {

using Name = std::optional<std::string>;

Name name_of(const CohortMember& member, std::string_view grouping) {
    return group_of(member, *read_grouping(grouping)).name;
}

TEST(Grouping, ReadsItsWords) {
    for (const auto* text : {"fitzpatrick",
                             "sessions",
                             "depth",
                             "device",
                             "course",
                             "side",
                             "tag:arm",
                             "tag:a:b",
                             "label:treated",
                             "label:a:b"}) {
        SCOPED_TRACE(text);
        ASSERT_TRUE(read_grouping(text).has_value());
        EXPECT_EQ(read_grouping(text)->text(), text);
    }
    for (const auto* text :
         {"", "all", "tag", "tag:", "label", "label:", "arm", "Device", "depth "}) {
        SCOPED_TRACE(text);
        EXPECT_FALSE(read_grouping(text).has_value());
    }
}

TEST(Group, OfEveryoneIsOne) {
    EXPECT_EQ(group_of({}, {}), (Group{.name = "all"}));
}

TEST(Group, IsNotKnownWhereTheBookSaysNothing) {
    for (const auto* text : {"fitzpatrick", "depth", "device", "course", "tag:arm"}) {
        SCOPED_TRACE(text);
        EXPECT_EQ(name_of({}, text), std::nullopt);
        const CohortMember known{
            .treatment = {.concern = schema::Concern::other,
                          .deepest_mm = 8,
                          .devices = {schema::Device::pen, schema::Device::home}},
            .skin = schema::Fitzpatrick::VI,
            .tags = {{{}, "arm", "placebo"}}};
        EXPECT_LT(group_of(known, *read_grouping(text)), group_of({}, *read_grouping(text)));
    }
}

TEST(Group, BySessionsPoolsTenAndMore) {
    EXPECT_EQ(name_of({}, "sessions"), "0");
    EXPECT_EQ(name_of({.treatment = {.sessions = 9}}, "sessions"), "9");
    EXPECT_EQ(name_of({.treatment = {.sessions = 10}}, "sessions"), "10 or more");
    EXPECT_EQ(name_of({.treatment = {.sessions = 11}}, "sessions"), "10 or more");
    const auto by = *read_grouping("sessions");
    EXPECT_LT(group_of({.treatment = {.sessions = 9}}, by),
              group_of({.treatment = {.sessions = 10}}, by));
}

struct Depth {
    double mm;
    const char* band;
};

TEST(Group, ByDepthIsInBandsOfHalfAMillimetre) {
    for (const auto& each : {Depth{0.1, "up to 0.5 mm"},
                             Depth{0.5, "up to 0.5 mm"},
                             Depth{0.51, "over 0.5 to 1 mm"},
                             Depth{1, "over 0.5 to 1 mm"},
                             Depth{1.5, "over 1 to 1.5 mm"},
                             Depth{2, "over 1.5 to 2 mm"},
                             Depth{2.5, "over 2 to 2.5 mm"},
                             Depth{2.6, "over 2.5 mm"}}) {
        SCOPED_TRACE(each.mm);
        EXPECT_EQ(name_of({.treatment = {.deepest_mm = each.mm}}, "depth"), each.band);
    }
}

TEST(Group, ByDeviceSaysWhenItChanged) {
    using schema::Device;
    EXPECT_EQ(name_of({.treatment = {.devices = {Device::pen}}}, "device"), "pen");
    EXPECT_EQ(name_of({.treatment = {.devices = {Device::pen, Device::roller}}}, "device"),
              "several");
}

TEST(Group, ByTagIsTheValueOfThatKey) {
    const CohortMember member{.tags = {{{}, "arm", "placebo"}, {{}, "study", "PS0008"}}};
    EXPECT_EQ(name_of(member, "tag:arm"), "placebo");
    EXPECT_EQ(name_of(member, "tag:study"), "PS0008");
    EXPECT_EQ(name_of(member, "tag:site"), std::nullopt);
}

TEST(CohortMember, CountsTheSessionsSinceTheTreatmentBegan) {
    ExampleHistory example;
    example.patient().fitzpatrick = schema::Fitzpatrick::IV;
    example.session("2025-06-01").areas = {{schema::Region::chin, 3, 1}};
    example.session("2025-06-01").device = schema::Device::roller;
    example.course("2026-01-05", 6, "4w");
    example.session("2026-01-05").areas = {{schema::Region::chin, 1, 1},
                                           {schema::Region::nose, 0.5, 1}};
    example.session("2026-02-02").areas = {{schema::Region::chin, 1.5, 1}};
    example.event(schema::EventKind::pih, "2025-07");
    const auto member = cohort_member(example.history());
    EXPECT_EQ(member.skin, schema::Fitzpatrick::IV);
    EXPECT_EQ(member.treatment.began, moment("2026-01-05"));
    EXPECT_EQ(member.treatment.concern, schema::Concern::acne_scars);
    EXPECT_EQ(member.treatment.sessions, 2);
    EXPECT_EQ(member.treatment.deepest_mm, 1.5);
    EXPECT_EQ(member.treatment.devices, std::vector{schema::Device::pen});
    EXPECT_EQ(member.treatment.all_sessions, 4);
    EXPECT_EQ(member.events, std::vector{schema::EventKind::pih});
}

TEST(CohortMember, WithoutACourseCountsAllSessions) {
    ExampleHistory example;
    example.session("2026-01-05").device = schema::Device::roller;
    example.session("2026-02-02");
    const auto member = cohort_member(example.history());
    EXPECT_EQ(member.treatment.began, moment("2026-01-05"));
    EXPECT_EQ(member.treatment.concern, std::nullopt);
    EXPECT_EQ(member.treatment.sessions, 2);
    EXPECT_EQ(member.treatment.devices.size(), 2U);
    EXPECT_EQ(member.treatment.deepest_mm, std::nullopt);
}

}  // namespace
}  // namespace progress::patient_group_test
