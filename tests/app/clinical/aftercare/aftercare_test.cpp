#include "app/clinical/aftercare/aftercare.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/app/clinical/aftercare/care_example.h"

namespace clinical::aftercare_test {
namespace {

using schema::Active;
using schema::CareSubject;
using schema::ConditionKind;
using schema::Stance;

CareExample one_session() {
    CareExample example;
    example.session("2026-01-05T10:30");
    return example;
}

struct Moment {
    const char* at;
    double hours;
    const char* phase_ends;
    const char* advised;
    const char* not_yet;
    const char* avoid;
};

TEST(Aftercare, AtEachStageHasItsPhaseAndItsLists) {
    const auto example = one_session();
    const Moment moments[] = {
        {"2026-01-05T15:30",
         5,
         "2026-01-06T10:30",
         "hyaluronic_acid",
         "cleanser moisturiser petrolatum sunscreen",
         "make_up sauna_and_pool alcohol_based_product perfume exercise vitamin_c sun "
         "benzoyl_peroxide glycolic_acid salicylic_acid scrub retinoid peel_or_laser"},
        {"2026-01-06T16:30",
         30,
         "2026-01-08T10:30",
         "cleanser hyaluronic_acid petrolatum moisturiser sunscreen",
         "",
         "make_up sauna_and_pool alcohol_based_product perfume exercise vitamin_c sun "
         "benzoyl_peroxide glycolic_acid salicylic_acid scrub retinoid peel_or_laser"},
        {"2026-01-08T18:30",
         80,
         "2026-01-12T10:30",
         "moisturiser sunscreen",
         "",
         "sauna_and_pool vitamin_c sun benzoyl_peroxide glycolic_acid salicylic_acid scrub "
         "retinoid peel_or_laser"},
        {"2026-01-13T10:30",
         192,
         "2026-02-02T10:30",
         "sunscreen",
         "",
         "sun retinoid peel_or_laser"},
    };
    for (const auto& each : moments) {
        SCOPED_TRACE(each.at);
        const auto care = example.at(each.at);
        ASSERT_TRUE(care.is_open());
        EXPECT_EQ(care.session->id.value, 1);
        EXPECT_EQ(care.hours_since, each.hours);
        EXPECT_EQ(care.phase->until.text(), each.phase_ends);
        EXPECT_EQ(subjects(care.advised), each.advised);
        EXPECT_EQ(subjects(care.not_yet), each.not_yet);
        EXPECT_EQ(subjects(care.avoid), each.avoid);
        EXPECT_EQ(subjects(care.no_evidence), "niacinamide peptides");
        EXPECT_TRUE(care.warnings.empty());
    }
}

TEST(Aftercare, NamesASunscreenOfTheStrengthThatDermatologistsDo) {
    EXPECT_EQ(sunscreen_spf, 30) << "American Academy of Dermatology: SPF 30 or higher";
}

TEST(Aftercare, ChangesItsPhaseAtTheMinute) {
    const auto example = one_session();
    const struct {
        const char* last_minute;
        const char* first_minute;
    } ends[] = {{"2026-01-06T10:29", "2026-01-06T10:30"},
                {"2026-01-08T10:29", "2026-01-08T10:30"},
                {"2026-01-12T10:29", "2026-01-12T10:30"}};
    for (const auto& each : ends) {
        SCOPED_TRACE(each.first_minute);
        const auto before = example.at(each.last_minute);
        const auto after = example.at(each.first_minute);
        EXPECT_EQ(before.phase->until.text(), each.first_minute);
        EXPECT_EQ(before.next_phase->from.text(), each.first_minute);
        EXPECT_EQ(after.phase->from.text(), each.first_minute);
        EXPECT_EQ(after.phase->phase, before.next_phase->phase);
    }
}

TEST(Aftercare, IsOverAfterFourWeeks) {
    const auto example = one_session();
    const auto last = example.at("2026-02-02T10:29");
    EXPECT_TRUE(last.is_open());
    EXPECT_FALSE(last.next_phase.has_value());
    const auto over = example.at("2026-02-02T10:30");
    EXPECT_FALSE(over.is_open());
    EXPECT_TRUE(over.session.has_value());
    EXPECT_FALSE(over.phase.has_value());
    EXPECT_FALSE(over.next_phase.has_value());
    EXPECT_TRUE(over.advised.empty() && over.avoid.empty() && over.no_evidence.empty());
    EXPECT_TRUE(over.next.empty());
}

TEST(Aftercare, StaysOpenForALongerRowOfTheClinic) {
    auto example = one_session();
    example.rule({.subject = CareSubject::sun,
                  .stance = Stance::avoid,
                  .until_hours = 1000,
                  .source = "our handout"});
    const auto care = example.at("2026-02-03T10:30");
    EXPECT_TRUE(care.is_open());
    EXPECT_FALSE(care.phase.has_value());
    EXPECT_EQ(subjects(care.avoid), "sun");
    EXPECT_FALSE(example.at("2026-02-16T02:30").is_open());
}

TEST(Aftercare, OfNoSessionOrAFutureOneIsNothing) {
    CareExample example;
    example.product("2026-01-05T10:30", Active::vitamin_c);
    example.condition(ConditionKind::metal_allergy);
    example.session("2026-01-06T10:30");
    const auto care = example.at("2026-01-06T10:29");
    EXPECT_FALSE(care.is_open());
    EXPECT_FALSE(care.session.has_value());
    EXPECT_TRUE(care.used.empty());
    EXPECT_TRUE(care.warnings.empty());
    EXPECT_TRUE(example.at("2026-01-06T10:30").is_open());
}

TEST(Aftercare, OfTwoSessionsIsThatOfTheLatest) {
    auto example = one_session();
    example.session("2026-01-07T09:00");
    EXPECT_EQ(example.at("2026-01-07T08:59").session->id.value, 1);
    const auto care = example.at("2026-01-07T09:00");
    EXPECT_EQ(care.session->id.value, 2);
    EXPECT_EQ(care.phase->until.text(), "2026-01-08T09:00");
}

TEST(Aftercare, SaysUntilWhenByTheShortestAndByTheLongestSource) {
    const auto care = one_session().at("2026-01-06T15:30");
    const auto& make_up = care.avoid[0];
    EXPECT_EQ(make_up.advice.subject, CareSubject::make_up);
    EXPECT_EQ(make_up.from.text(), "2026-01-05T10:30");
    EXPECT_EQ(make_up.until.text(), "2026-01-06T10:30");
    EXPECT_EQ(make_up.cautious_until->text(), "2026-01-07T10:30");
    EXPECT_EQ(make_up.longest().text(), "2026-01-07T10:30");
    EXPECT_EQ(make_up.hours_left, 0) << "only the longest source still holds";
    const auto& exercise = care.avoid[4];
    EXPECT_EQ(exercise.advice.subject, CareSubject::exercise);
    EXPECT_EQ(exercise.hours_left, 19);
    EXPECT_EQ(care.avoid.back().cautious_until, std::nullopt);
    EXPECT_EQ(care.avoid.back().longest(), care.avoid.back().until);
}

TEST(Aftercare, OfASessionWithoutATimeOfDayCountsFromTheEndOfItsDay) {
    CareExample example;
    example.session("2026-01-05");
    const auto care = example.at("2026-01-06T23:59");
    EXPECT_EQ(care.began.text(), "2026-01-06T00:00");
    EXPECT_EQ(care.phase->phase.from_hours, 0);
    EXPECT_EQ(care.phase->until.text(), "2026-01-07T00:00");
    EXPECT_EQ(example.at("2026-01-07T00:00").phase->phase.from_hours, 24);
    EXPECT_EQ(example.at("2026-01-05T08:00").hours_since, 0);
}

TEST(Aftercare, OfAWholeDayIsThatOfItsBeginning) {
    const auto example = one_session();
    EXPECT_EQ(example.at("2026-01-05").hours_since, 0);
    EXPECT_EQ(example.at("2026-01-06").hours_since, 13.5);
    EXPECT_EQ(example.at("2026-01-06").phase->phase.from_hours, 0);
    EXPECT_TRUE(example.at("2026-02-02").is_open());
    EXPECT_FALSE(example.at("2026-02-03").is_open());
}

// "2026-01-06T10:30 ends_for_some make_up"
std::vector<std::string> lines_of(const std::vector<CareChange>& changes) {
    std::vector<std::string> lines;
    for (const auto& each : changes) {
        lines.push_back(each.at.text() + " " + std::string(schema::word(each.turn)) + " " +
                        std::string(schema::word(each.advice.subject)));
    }
    return lines;
}

TEST(Aftercare, ListsWhatComesNextInTheOrderOfTime) {
    const auto example = one_session();
    EXPECT_EQ(lines_of(example.at("2026-01-13T10:30").next),
              (std::vector<std::string>{"2026-01-15T10:30 ends retinoid",
                                        "2026-02-02T10:30 ends sunscreen",
                                        "2026-02-02T10:30 ends sun",
                                        "2026-02-02T10:30 ends peel_or_laser"}));
    const auto first = lines_of(example.at("2026-01-06T10:29").next);
    EXPECT_EQ(std::vector<std::string>(first.begin(), first.begin() + 5),
              (std::vector<std::string>{"2026-01-06T10:30 begins cleanser",
                                        "2026-01-06T10:30 begins moisturiser",
                                        "2026-01-06T10:30 begins petrolatum",
                                        "2026-01-06T10:30 begins sunscreen",
                                        "2026-01-06T10:30 ends_for_some make_up"}));
    EXPECT_EQ(lines_of(example.at("2026-01-06T10:30").next)[0], "2026-01-07T10:30 ends make_up");
}

TEST(Aftercare, SetsWhatWasUsedSinceTheSessionAgainstTheProfile) {
    auto example = one_session();
    example.product("2026-01-01T10:30", Active::vitamin_c);
    example.product("2026-01-05T16:30", Active::vitamin_c);
    example.product("2026-01-06T10:30", Active::sunscreen);
    example.product("2026-01-07T10:31", Active::ceramides);
    const auto care = example.at("2026-01-07T10:30");
    ASSERT_EQ(care.used.size(), 2U);
    EXPECT_EQ(care.used[0].judgement.verdict, CareVerdict::avoid);
    EXPECT_EQ(care.used[1].judgement.verdict, CareVerdict::advised);
    EXPECT_EQ(example.at("2026-01-07T10:31").used.size(), 3U);
    EXPECT_EQ(example.at("2026-01-07").used.size(), 3U) << "that day, at an hour not asked for";
}

TEST(AftercareWords, AreThereForEach) {
    for (const auto word : schema::Words<CareTurn>::all) {
        EXPECT_NE(word, "");
    }
    for (const auto word : schema::Words<CareWarningKind>::all) {
        EXPECT_NE(word, "");
    }
}

RC_GTEST_PROP(AftercareLaw, WhatHoldsNowHasBegunAndIsNotOver, ()) {
    const auto care = aftercare(
        one_session().facts(),
        schema::CivilTime::at_minute(moment("2026-01-05").day(), *rc::gen::inRange(631, 60000)));
    RC_ASSERT(care.hours_since >= 0);
    RC_ASSERT(care.phase.has_value() == (care.hours_since < 672));
    for (const auto* list : {&care.advised, &care.avoid, &care.no_evidence}) {
        for (const auto& item : *list) {
            RC_ASSERT(item.from <= care.at);
            RC_ASSERT(care.at < item.longest());
            RC_ASSERT(item.hours_left >= 0);
            RC_ASSERT(item.until.hours_since(care.at) <= item.hours_left + 1e-9);
        }
    }
    for (const auto& change : care.next) {
        RC_ASSERT(care.at < change.at);
    }
}

TEST(Aftercare, OfAnUrgentSideEffectAdvisesNothingUntilItIsOver) {
    auto example = one_session();
    example.event(schema::EventKind::infection, "2026-01-07").resolved =
        schema::PartialDate::read("2026-01-09");
    EXPECT_FALSE(example.at("2026-01-06T12:00").on_hold) << "it had not begun";
    const auto care = example.at("2026-01-07T12:00");
    EXPECT_TRUE(care.on_hold);
    EXPECT_TRUE(care.is_open());
    EXPECT_TRUE(care.advised.empty() && care.not_yet.empty() && care.no_evidence.empty());
    EXPECT_TRUE(care.next.empty());
    EXPECT_FALSE(care.avoid.empty());
    EXPECT_TRUE(example.at("2026-01-08T12:00").on_hold);
    EXPECT_FALSE(example.at("2026-01-09T12:00").on_hold) << "it was over that day";
}

TEST(Aftercare, GoesOnThroughASideEffectThatIsExpected) {
    auto example = one_session();
    example.event(schema::EventKind::erythema, "2026-01-05");
    EXPECT_FALSE(example.at("2026-01-05T12:00").on_hold);
    EXPECT_FALSE(example.at("2026-01-06T12:00").advised.empty());
}

TEST(Aftercare, HoldsForAnEventWithoutADayFromItsSessionOn) {
    auto example = one_session();
    example.session("2026-02-05T10:30");
    auto& event = example.event(schema::EventKind::burn, "");
    event.session = schema::Id<schema::Session>(2);
    EXPECT_FALSE(example.at("2026-01-06T12:00").on_hold);
    EXPECT_TRUE(example.at("2026-02-05T12:00").on_hold);
    event.session.reset();
    EXPECT_TRUE(example.at("2026-01-06T12:00").on_hold);
}

// As time goes on, less is to be avoided and nothing comes back.
RC_GTEST_PROP(AftercareLaw, NothingIsForbiddenAgain, ()) {
    const auto example = one_session();
    const auto early = moment("2026-01-05T10:30").plus_hours(*rc::gen::inRange(0, 700));
    const auto late = early.plus_hours(*rc::gen::inRange(0, 700));
    const auto before = aftercare(example.facts(), early);
    for (const auto& item : aftercare(example.facts(), late).avoid) {
        RC_ASSERT(std::any_of(before.avoid.begin(), before.avoid.end(), [&](const auto& other) {
            return other.advice == item.advice;
        }));
    }
}

std::string allergens(const Aftercare& care) {
    std::string text;
    for (const auto& allergen : care.allergens) {
        text += (text.empty() ? "" : " ") + std::string(schema::word(allergen.subject));
    }
    return text;
}

bool is_named(const Aftercare& care, schema::CareSubject subject) {
    const auto is_in = [&](const auto& list) {
        return std::any_of(list.begin(), list.end(), [&](const auto& each) {
            return each.advice.subject == subject;
        });
    };
    return is_in(care.advised) || is_in(care.not_yet) || is_in(care.avoid) ||
           is_in(care.no_evidence) || is_in(care.over_today) || is_in(care.next);
}

TEST(Aftercare, NeverComesBackToWhatThePatientIsAllergicTo) {
    for (const auto* substance :
         {"vitamin C", "Ascorbic acid", "فيتامين سي", "latex, L-ascorbic acid", "vitmain c"}) {
        CareExample example;
        needle(example.session("2026-01-10T10:00"), schema::Device::pen, 1);
        example.allergy(substance);
        const auto care = example.at("2026-01-10T11:00");
        EXPECT_EQ(allergens(care), "vitamin_c") << substance;
        EXPECT_FALSE(is_named(care, schema::CareSubject::vitamin_c)) << substance;
        EXPECT_TRUE(is_named(care, schema::CareSubject::retinoid));
    }
    CareExample without;
    needle(without.session("2026-01-10T10:00"), schema::Device::pen, 1);
    without.allergy("penicillin");
    without.allergy("vitamin E");
    const auto care = without.at("2026-01-10T11:00");
    EXPECT_EQ(allergens(care), "");
    EXPECT_TRUE(is_named(care, schema::CareSubject::vitamin_c));
}

TEST(Aftercare, DoesNotAdviseWhatThePatientIsAllergicTo) {
    CareExample example;
    needle(example.session("2026-01-10T10:00"), schema::Device::pen, 1);
    example.allergy("hyaluronic acid");
    example.allergy("vaseline");
    auto& over = example.allergy("sunscreen");
    over.until = schema::PartialDate::read("2020");
    const auto first = example.at("2026-01-10T11:00");
    EXPECT_EQ(subjects(first.advised), "");
    EXPECT_EQ(allergens(first), "hyaluronic_acid petrolatum");
    EXPECT_EQ(first.allergens.at(0).condition.value, 1);
    const auto second = example.at("2026-01-11T11:00");
    EXPECT_FALSE(is_named(second, schema::CareSubject::petrolatum));
    EXPECT_TRUE(is_named(second, schema::CareSubject::sunscreen)) << "that one is over";
}

}  // namespace
}  // namespace clinical::aftercare_test
