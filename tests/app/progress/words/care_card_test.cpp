#include "app/progress/words/care_card.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/clinical/aftercare/care_profile.h"
#include "app/progress/summary.h"
#include "tests/app/progress/example_history.h"
#include "tests/app/progress/in_english.h"

namespace progress::care_card_test {
namespace {

using schema::Device;
using schema::Fitzpatrick;
using testing::AnyOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

History one_session(Device device, double depth_mm, std::optional<Fitzpatrick> skin) {
    ExampleHistory example;
    example.session("2026-01-10T10:00");
    auto history = example.history();
    history.patient.fitzpatrick = skin;
    history.sessions[0].device = device;
    history.sessions[0].areas = {{schema::Region::left_cheek, depth_mm, 2}};
    history.clinic.name = "Demo Clinic";
    return history;
}

// The card as it is read.
struct CardLines {
    explicit CardLines(const CareCard& card)
        : first(in_english(card.first)),
          use(in_english(card.use)),
          next(in_english(card.next)),
          expect(in_english(card.expect)),
          contact(in_english(card.contact)),
          avoid(card.avoid) {}

    std::vector<std::string> first;
    std::vector<std::string> use;
    std::vector<std::string> next;
    std::vector<std::string> expect;
    std::vector<std::string> contact;
    std::vector<CareAvoid> avoid;
};

CardLines card_at(const History& history, std::string_view at) {
    return CardLines(care_card(history, clinical::aftercare(care_facts(history), moment(at))));
}

std::vector<std::string> avoided(const CardLines& card) {
    std::vector<std::string> texts;
    for (const auto& line : card.avoid) {
        texts.push_back(in_english(line.said));
    }
    return texts;
}

std::vector<std::string> all_lines(const CardLines& card) {
    auto all = avoided(card);
    for (const auto* lines : {&card.first, &card.use, &card.next, &card.expect, &card.contact}) {
        all.insert(all.end(), lines->begin(), lines->end());
    }
    return all;
}

// Case A01.
TEST(CareCard, OfRadiofrequencyInTypeVKeepsOutOfTheSunForAWeekAndIsCarefulForFour) {
    const auto history = one_session(Device::rf_insulated, 3, Fitzpatrick::V);
    const auto card = card_at(history, "2026-01-10T11:00");
    EXPECT_THAT(avoided(card),
                Contains(StartsWith("Until the evening of Saturday 17 January: sun, ")));
    EXPECT_THAT(
        card.next,
        Contains("From Sunday 18 January (day 9): outdoors with sunscreen and a hat, in the "
                 "shade where you can; no sunbathing."));
    EXPECT_THAT(card.next,
                Contains("From Sunday 8 February (day 30): daylight as usual, with sunscreen."));
    EXPECT_THAT(all_lines(card), Each(Not(HasSubstr("possible again"))));
    EXPECT_THAT(avoided(card_at(history, "2026-01-18T11:00")),
                Contains("Until the evening of Saturday 7 February: sun without sunscreen and a "
                         "hat, and sunbathing."));
}

// Case A02.
TEST(CareCard, OfAPenIsShadeAndWaterInTheFirstDayAndProductsFromThen) {
    const auto history = one_session(Device::pen, 1, Fitzpatrick::III);
    const auto first = card_at(history, "2026-01-10T11:00");
    EXPECT_THAT(
        first.first,
        ElementsAre("Until Sunday 11 January, 10:00: stay in the shade; wash with water "
                    "only; no cleanser, moisturiser, petrolatum, sunscreen yet, except what "
                    "the clinic gave you for these hours."));
    EXPECT_THAT(first.use, ElementsAre("hyaluronic acid gel, if the clinic gave you one"));
    EXPECT_THAT(first.next[0],
                StartsWith("From Sunday 11 January, 10:00 (day 2): gentle cleanser, bland "
                           "moisturiser, "));
    const auto second = card_at(history, "2026-01-11T10:00");
    EXPECT_THAT(second.first, IsEmpty());
    EXPECT_THAT(second.use, Contains("mineral sunscreen of SPF 30 or more"));
    EXPECT_THAT(second.use, Contains("gentle cleanser"));
}

TEST(CareCard, SaysThatTheClinicGaveAGelOnlyWhereThatIsRecorded) {
    auto history = one_session(Device::pen, 1, Fitzpatrick::III);
    schema::Application put_on;
    put_on.at = moment("2026-01-10T10:30");
    put_on.active = schema::Active::panthenol;
    history.applications = {put_on};
    EXPECT_THAT(card_at(history, "2026-01-10T11:00").use,
                ElementsAre("hyaluronic acid gel, if the clinic gave you one"));
    history.applications[0].active = schema::Active::hyaluronic_acid;
    EXPECT_THAT(card_at(history, "2026-01-10T11:00").use,
                ElementsAre("the hyaluronic acid gel that the clinic gave you"));
}

History allergic_to(const char* substance) {
    auto history = one_session(Device::pen, 1, Fitzpatrick::III);
    schema::Condition allergy;
    allergy.kind = schema::ConditionKind::allergy;
    allergy.substance = substance;
    history.conditions = {allergy};
    return history;
}

TEST(CareCard, NamesAnAllergenOnlyAsSomethingThatIsNeverUsed) {
    for (const auto* at : {"2026-01-10T11:00", "2026-01-12T11:00", "2026-01-18T11:00"}) {
        const auto card = card_at(allergic_to("vitamin C"), at);
        EXPECT_EQ(avoided(card).at(0), "Not at all, because you are allergic to it: vitamin C.");
        EXPECT_GE(card.avoid[0].until, card.avoid.back().until);
        auto others = all_lines(card);
        others.erase(others.begin());
        EXPECT_THAT(others, Each(Not(HasSubstr("vitamin C"))));
        EXPECT_THAT(all_lines(card_at(allergic_to("latex"), at)), Each(Not(HasSubstr("allergic"))));
    }
    EXPECT_THAT(card_at(allergic_to("latex"), "2026-01-10T11:00").next,
                Contains(HasSubstr("vitamin C")));
}

TEST(CareCard, CoversTheSkinOfWhoIsAllergicToSunscreen) {
    const auto card = card_at(allergic_to("sunscreen"), "2026-01-10T11:00");
    auto others = all_lines(card);
    others.erase(others.begin());
    EXPECT_EQ(avoided(card).at(0), "Not at all, because you are allergic to it: sunscreen.");
    EXPECT_THAT(others, Each(Not(HasSubstr("sunscreen"))));
    EXPECT_THAT(card.next, Contains(HasSubstr("outdoors with clothing that covers and a hat")));
}

TEST(CareCard, SaysFromWhenWhatIsNormalAgain) {
    const auto card = card_at(one_session(Device::pen, 1, Fitzpatrick::III), "2026-01-11T10:00");
    EXPECT_THAT(
        card.next,
        ElementsAre("From Tuesday 13 January (day 4): make-up again, your normal cleanser "
                    "again unless it has acids or grains.",
                    "From Wednesday 14 January (day 5): exercise again; if you used it "
                    "before, you may again use alcohol-based products, perfumed products.",
                    "From Wednesday 14 January (day 5): outdoors with sunscreen and a hat, "
                    "in the shade where you can; no sunbathing.",
                    "From Friday 16 January (day 7): sauna and pool again.",
                    "From Saturday 17 January (day 8): your normal moisturiser again unless "
                    "it has acids or retinol.",
                    "From Sunday 18 January (day 9): if you used it before, you may again "
                    "use benzoyl peroxide, vitamin C, glycolic acid, salicylic acid, "
                    "scrubs.",
                    "From Wednesday 21 January (day 12): if you used it before, you may "
                    "again use retinoid.",
                    "From Sunday 25 January (day 16): daylight as usual, with sunscreen.",
                    "From Saturday 7 February (day 29): your usual sunscreen, every day.",
                    "From Sunday 8 February (day 30): peels and lasers if the clinic "
                    "agrees."));
}

TEST(CareCard, KeepsToTheEveningThatItNamed) {
    const auto history = one_session(Device::pen, 1, Fitzpatrick::III);
    EXPECT_THAT(avoided(card_at(history, "2026-01-13T17:00")),
                Contains("Until the evening of Tuesday 13 January: sun, alcohol-based products, "
                         "perfumed products, exercise."));
    EXPECT_THAT(avoided(card_at(history, "2026-01-14T00:00")), Each(Not(HasSubstr("exercise"))));
    EXPECT_THAT(avoided(card_at(history, "2026-01-14T00:00")),
                Contains(StartsWith("Until the evening of Saturday 24 January: sun without")));
}

TEST(CareCard, TakesWhatEndsAtMidnightAsOverWithTheDayBefore) {
    auto history = one_session(Device::pen, 1, Fitzpatrick::III);
    history.sessions[0].at = moment("2026-01-10");
    const auto card = card_at(history, "2026-01-11T08:00");
    EXPECT_THAT(card.first[0], StartsWith("Until Monday 12 January: stay in the shade"));
    EXPECT_THAT(avoided(card),
                Contains(StartsWith("Until the evening of Tuesday 13 January: sun")));
    EXPECT_EQ(card.avoid[1].until, moment("2026-01-14T00:00"));
}

TEST(CareCard, HoldsWhileASideEffectIsToBeToldToTheClinic) {
    auto history = one_session(Device::pen, 1, Fitzpatrick::III);
    history.events = {{.kind = schema::EventKind::burn,
                       .onset = schema::PartialDate::read("2026-01-11"),
                       .severity = 1}};
    const auto card = card_at(history, "2026-01-12T08:00");
    EXPECT_THAT(
        card.first,
        ElementsAre("Call the clinic now: a side effect is going on that a clinician has to "
                    "see.",
                    "Until the clinic has answered: shade; no retinoid, acids, peels or "
                    "lasers."));
    EXPECT_TRUE(card.use.empty() && card.avoid.empty() && card.next.empty());
    EXPECT_THAT(card.contact, ElementsAre("Your clinic: Demo Clinic."));
}

TEST(CareCard, EndsWithTheClinicItsTelephoneAndTheNextSession) {
    auto history = one_session(Device::pen, 1, Fitzpatrick::III);
    const auto care = clinical::aftercare(care_facts(history), moment("2026-01-11T10:00"));
    const auto contact_of = [&](std::optional<std::string> telephone, std::optional<Due> due) {
        history.clinic.telephone = std::move(telephone);
        return in_english(care_card(care, care_contact(history.clinic), due).contact);
    };
    EXPECT_THAT(contact_of({}, {}), ElementsAre("Your clinic: Demo Clinic."));
    EXPECT_THAT(contact_of("+20 2 5550 1234", Due{.next_on = day("2026-02-07")}),
                ElementsAre("Your clinic: Demo Clinic, telephone +20 2 5550 1234.",
                            "Your next session: Saturday 7 February."));
    EXPECT_THAT(
        contact_of({}, Due{.next_on = day("2026-01-10"), .overdue_days = 1}),
        Contains("Your next session was planned for Saturday 10 January: ask the clinic for "
                 "a new date."));
}

TEST(CareCard, NamesNoNextSessionWhileAStopStandsOrAfterAPatientLeft) {
    auto history = one_session(Device::pen, 1, Fitzpatrick::III);
    auto& course = history.courses.emplace_back();
    course.id = schema::Id<schema::Course>(1);
    course.on = day("2026-01-01");
    course.sessions = 3;
    course.every = *schema::Interval::read("4w");
    history.sessions[0].course = course.id;
    const auto next = Contains(HasSubstr("Your next session"));
    EXPECT_THAT(card_at(history, "2026-01-11T10:00").contact, next);
    auto pregnant = history;
    pregnant.conditions = {{.kind = schema::ConditionKind::pregnancy,
                            .from = schema::PartialDate::read("2026-01-11")}};
    EXPECT_THAT(card_at(pregnant, "2026-01-10T12:00").contact, next);
    EXPECT_THAT(card_at(pregnant, "2026-01-11T10:00").contact, Not(next));
    pregnant.conditions[0].until = schema::PartialDate::read("2026-01-12");
    EXPECT_THAT(card_at(pregnant, "2026-01-13T10:00").contact, next);
    auto left = history;
    left.patient.status = schema::PatientStatus::left;
    left.patient.status_on = day("2026-01-12");
    EXPECT_THAT(card_at(left, "2026-01-11T10:00").contact, next);
    EXPECT_THAT(card_at(left, "2026-01-12T10:00").contact, Not(next));
}

TEST(CareCard, OfNoSessionOrAClosedOneIsOnlyWhomToAsk) {
    const auto history = one_session(Device::pen, 1, Fitzpatrick::III);
    for (const auto* at : {"2026-01-09T08:00", "2026-03-01T08:00"}) {
        const auto card = card_at(history, at);
        EXPECT_EQ(all_lines(card), card.contact);
        EXPECT_EQ(card.contact.size(), 1U);
    }
}

TEST(CareCard, ForbidsWhatARowOfTheClinicForbidsLater) {
    auto history = one_session(Device::pen, 1, Fitzpatrick::III);
    history.care_rows = {{.subject = schema::CareSubject::make_up,
                          .stance = schema::Stance::avoid,
                          .from_hours = 48,
                          .until_hours = 72,
                          .source = "ours"}};
    EXPECT_THAT(card_at(history, "2026-01-11T12:00").next,
                Contains("From Monday 12 January, 10:00 (day 3): no make-up."));
}

// At any hour, for anybody: no doubt, no permission for the sun, and every date in words.
RC_GTEST_PROP(CareCardLaw, GivesOneAnswerInWords, ()) {
    const auto device = *rc::gen::element(
        Device::roller, Device::stamp, Device::pen, Device::rf_insulated, Device::home);
    const auto skin = *rc::gen::element(std::optional<Fitzpatrick>(),
                                        std::optional(Fitzpatrick::II),
                                        std::optional(Fitzpatrick::VI));
    const auto history = one_session(device, *rc::gen::element(0.2, 1.5), skin);
    const int hours = *rc::gen::inRange(0, 700);
    const auto at = moment("2026-01-10T10:00").plus_hours(hours);
    const auto card = card_at(history, at.text());
    for (const auto& line : all_lines(card)) {
        for (const auto* doubt :
             {"some say", "unverified", "sources", "possible again: sun", "2026-"}) {
            RC_ASSERT(line.find(doubt) == std::string::npos);
        }
    }
    if (hours < 72) {
        RC_ASSERT(testing::Value(avoided(card), Contains(HasSubstr(": sun"))));
    }
    if (hours < 12) {
        RC_ASSERT(testing::Value(card.use,
                                 Each(Not(AnyOf(HasSubstr("sunscreen"), HasSubstr("cleanser"))))));
    }
    for (const auto& line : card.avoid) {
        RC_ASSERT(at < line.until);
    }
}

}  // namespace
}  // namespace progress::care_card_test
