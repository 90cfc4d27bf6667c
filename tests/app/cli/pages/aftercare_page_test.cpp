#include "app/cli/pages/aftercare_page.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/cli/terminal/display_text.h"
#include "app/cli/terminal/page_line.h"
#include "app/clinical/aftercare/care_profile.h"
#include "schema/types/text.h"
#include "tests/app/progress/example_history.h"

namespace cli::aftercare_page_test {
namespace {

using progress::day;
using progress::ExampleHistory;
using progress::moment;
using schema::Active;
using testing::HasSubstr;
using testing::Not;

schema::Application product(std::string_view at, Active active) {
    return {.at = moment(at), .active = active};
}

// Vitamin C and perfume on the first evening, and something on a day without its hour.
progress::History example() {
    ExampleHistory history;
    history.patient().name = "Huda Saleh";
    history.patient().name_ar = "هدى صالح";
    history.session("2026-01-05T10:30");
    auto made = history.history();
    made.clinic.name = "Demo Clinic";
    made.applications = {product("2026-01-05T16:30", Active::vitamin_c),
                         product("2026-01-05T18:00", Active::moisturiser),
                         product("2026-01-06", Active::azelaic_acid)};
    made.applications[0].product = "Demo serum";
    made.applications[1].perfumed = true;
    made.conditions = {{.kind = schema::ConditionKind::metal_allergy}};
    return made;
}

std::string page_at(const progress::History& history, std::string_view at, PageStyle style = {}) {
    const auto care = clinical::aftercare(progress::care_facts(history), moment(at));
    return aftercare_page(history.patient, care, progress::care_card(history, care), style);
}

void expect_golden(const std::string& page, const std::string& name) {
    std::ifstream file(SOURCE_DIR "/tests/app/cli/pages/" + name);
    std::ostringstream golden;
    golden << file.rdbuf();
    if (page != golden.str()) {
        const auto seen = testing::TempDir() + name;
        std::ofstream(seen) << page;
        ADD_FAILURE() << "diff tests/app/cli/" << name << " " << seen
                      << "\nand copy it there if the new page is the better one";
    }
}

TEST(AftercarePage, OfTheFirstDayIsTheGoldenPage) {
    expect_golden(page_at(example(), "2026-01-05T19:00", {.width = 80}),
                  "aftercare_page.golden.txt");
}

TEST(AftercarePage, OfTheSecondDayIsTheGoldenPage) {
    expect_golden(page_at(example(), "2026-01-06T16:30"), "aftercare_second_day.golden.txt");
}

TEST(AftercarePage, SaysUntilWhenAndHowLongThatIs) {
    const auto page = page_at(example(), "2026-01-05T15:30", {.width = 120});
    EXPECT_THAT(page, HasSubstr("until Tue 2026-01-06 10:30, 19 h from now"));
}

TEST(AftercarePage, SaysWhenThereIsNothingToKeepTo) {
    EXPECT_THAT(page_at(ExampleHistory().history(), "2026-01-05T10:30"),
                HasSubstr("No session was before that"));
    const auto over = page_at(example(), "2026-03-05T10:30");
    EXPECT_THAT(over, HasSubstr("59 days before. Its aftercare is over"));
    EXPECT_THAT(over, HasSubstr("Vitamin C 6 hours after the session"));
    EXPECT_THAT(over, Not(HasSubstr("Avoid")));
    EXPECT_THAT(over, HasSubstr("Whom to ask"));
}

TEST(AftercarePage, SaysWhenATimeOfDayIsNotRecorded) {
    ExampleHistory history;
    history.session("2026-01-05");
    const auto page = page_at(history.history(), "2026-01-06");
    EXPECT_THAT(page, HasSubstr("aftercare on Tue 2026-01-06, from the beginning of the day"));
    EXPECT_THAT(page, HasSubstr("The last session was on Mon 2026-01-05. Its time"));
    EXPECT_THAT(page, HasSubstr("hours are counted from the"));
}

// The lines of the page as one.
std::string unwrapped(std::string page) {
    std::replace(page.begin(), page.end(), '\n', ' ');
    return page;
}

TEST(AftercarePage, SaysForWhomItsHoursAre) {
    auto history = example();
    history.sessions[0].device = schema::Device::pen;
    history.patient.fitzpatrick.reset();
    EXPECT_THAT(unwrapped(page_at(history, "2026-01-05T19:00")),
                HasSubstr("What follows is for needling without heat; no skin type is recorded"));
    history.sessions[0].device = schema::Device::rf_insulated;
    history.patient.fitzpatrick = schema::Fitzpatrick::II;
    EXPECT_THAT(unwrapped(page_at(history, "2026-01-05T19:00")),
                HasSubstr("for radiofrequency needling of skin types I to III."));
}

TEST(AftercarePage, KeepsRangesAndSourcesBelowTheCard) {
    const auto page = page_at(example(), "2026-01-05T19:00");
    const auto card = page.substr(0, page.find("For the clinic"));
    const auto below = page.substr(card.size());
    EXPECT_THAT(below, HasSubstr("make-up: avoid for 24 to 48 hours (label)"));
    EXPECT_THAT(below, HasSubstr("sunscreen: advised from 24 hours to 28 days (label)"));
    const auto patients = card.substr(card.find("\nFirst\n"));
    EXPECT_THAT(patients, Not(HasSubstr("24 to 48 hours")));
    EXPECT_THAT(patients, Not(HasSubstr("SkinPen")));
}

TEST(AftercarePage, SaysFirstToCallTheClinicWhenSomethingIsUrgent) {
    auto history = example();
    history.events = {{.kind = schema::EventKind::infection, .severity = 2}};
    const auto page = page_at(history, "2026-01-05T19:00");
    EXPECT_THAT(page, HasSubstr("\nCall the clinic\n  • Call the clinic now: "));
    EXPECT_THAT(page, Not(HasSubstr("Use now")));
}

TEST(AftercarePage, HasNoColourUnlessAsked) {
    const auto has_ink = [](const std::string& page) {
        return std::any_of(page.begin(), page.end(), &is_ink);
    };
    EXPECT_FALSE(has_ink(page_at(example(), "2026-01-05T19:00")));
    EXPECT_TRUE(has_ink(page_at(example(), "2026-01-05T19:00", {.colour = true})));
}

RC_GTEST_PROP(AftercarePageLaw, EveryLineFitsTheWidthAtAnyMoment, ()) {
    const int width = *rc::gen::inRange(60, 140);
    const auto at = moment("2026-01-05T10:30").plus_hours(*rc::gen::inRange(0, 800));
    const auto page = page_at(example(), at.text(), {.width = width});
    for (const auto line : schema::split(page, '\n')) {
        RC_ASSERT(display_width(line) <= std::clamp(width, 72, 120));
    }
}

std::string lines_on(const progress::History& history, std::string_view on) {
    return text_of(aftercare_lines(progress::summarise(history, day(on)), 100), false);
}

TEST(AftercareOfTheProgressPage, SaysThePhaseAndWhatWasToBeAvoided) {
    EXPECT_EQ(
        lines_on(example(), "2026-01-06"),
        "Aftercare\n"
        "  The first 24 hours: skin takes up more of what is put on it, until Tue 2026-01-06 "
        "10:30;\n"
        "  `needlebook aftercare` says what to use and what to avoid.\n"
        "  3 products within 28 days of a session, 2 of them to be avoided then: vitamin C 6 hours "
        "after the\n"
        "  session on 2026-01-05, moisturiser with perfume 7 hours after the session on "
        "2026-01-05.\n");
}

TEST(AftercareOfTheProgressPage, NamesThreeOfMany) {
    auto history = example();
    history.applications.resize(5, product("2026-01-05T20:30", Active::retinoid));
    EXPECT_THAT(lines_on(history, "2026-03-06"), HasSubstr("and 1 more."));
    EXPECT_THAT(lines_on(history, "2026-03-06"), Not(HasSubstr("`needlebook aftercare`")));
}

TEST(AftercareOfTheProgressPage, SaysWhenNothingWasToBeAvoided) {
    auto history = example();
    history.applications = {product("2026-01-06T16:30", Active::moisturiser)};
    EXPECT_THAT(lines_on(history, "2026-03-06"),
                HasSubstr("1 product within 28 days of a session, none of them to be avoided"));
    history.applications[0].at = moment("2026-01-05T16:30");
    EXPECT_THAT(lines_on(history, "2026-03-06"), HasSubstr("1 of them to be avoided then: moist"))
        << "too early is not kept";
}

TEST(AftercareOfTheProgressPage, IsEmptyWithoutAnything) {
    EXPECT_EQ(lines_on(ExampleHistory().history(), "2026-01-06"), "");
}

}  // namespace
}  // namespace cli::aftercare_page_test
