#include "app/progress/words/sentences.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/clinical/band.h"
#include "app/clinical/catalogue.h"
#include "app/progress/series/responder.h"
#include "app/progress/summary.h"
#include "app/progress/words/named.h"
#include "tests/app/progress/example_history.h"
#include "tests/app/progress/words/example_sentences.h"

namespace progress::sentences_test {
namespace {

std::vector<std::string> all_texts(const std::vector<Said>& sentences) {
    std::vector<std::string> all;
    for (const auto& each : sentences) {
        all.push_back(each.text);
    }
    return all;
}

using Texts = std::vector<std::string>;

TEST(NamesOfScales, AreInTheListOfTextsAndTheCliniciansAreThoseOfTheCatalogue) {
    for (const auto& instrument : clinical::catalogue()) {
        ASSERT_TRUE(instrument.built_in);
        EXPECT_EQ(texts::english().written(name_of(instrument)), short_name(instrument));
        EXPECT_TRUE(texts::english().has("instrument.everyday." + instrument.code))
            << instrument.code;
        if (instrument.responder_text) {
            EXPECT_TRUE(responder_rule_text(instrument).starts_with(*instrument.responder_text))
                << instrument.code;
        }
    }
    schema::Instrument ours;
    ours.code = "ours";
    ours.name = "Our scale (by its labels)";
    EXPECT_EQ(texts::english().written(name_of(ours)), "Our scale");
    EXPECT_EQ(texts::english().written(everyday_name_of(ours)), "Our scale");
}

TEST(NamesOfValues, AreThoseOfTheCatalogue) {
    int found = 0;
    for (const auto& instrument : clinical::catalogue()) {
        for (double value = instrument.low; value <= instrument.high.value_or(0); ++value) {
            if (const auto band = clinical::band_of(instrument.code, value)) {
                EXPECT_EQ(in_english(band_phrase(band->name)), band->name);
                ++found;
            }
        }
    }
    EXPECT_GT(found, 50);
}

TEST(Sentences, OfTheExample) {
    const auto said = in_english(summarise(example_history(), day("2026-06-15")).sentences);
    EXPECT_EQ(
        all_texts(said.patient),
        (Texts{
            "Scars, grade: 3 at the start, 2 now (0 is no scars, 4 is severe). That is about "
            "the same; a difference this small can be chance.",
            "Spots of the face, all kinds: 48 at the start, 21 now (fewer is better). That is "
            "better: two visits in a row say so.",
            "Dark marks after acne: 12 on 2 February, 15 now (0 is no marks, 22 is the most). That "
            "is about the same; a difference this small can be chance.",
            "How much the skin affects your life: 11 at the start, 5 now (0 is no effect, 30 is "
            "the greatest effect). That looks better; the next visit will tell.",
            "About the same too: Scars, points.",
            "The start was measured only once, so part of what looks better can be chance.",
            "You have had 4 of 6 planned sessions.",
            "Your next session was planned for 11 May: ask the clinic for a day.",
            "Show the clinic at your next visit, before any needling: dark marks since February.",
        }));
    EXPECT_EQ(said.patient[0].about, "goodman_baron_grade");
    for (const auto* text :
         {"4 of 6 sessions are done.",
          "The next session was due on 2026-05-11, 35 days ago.",
          "Goodman-Baron quantitative score: 21 at the start to 18 on 2026-05-25 (−3 points), "
          "about the same. By chance alone rarely more than 4 points apart (published).",
          "All acne lesions of the face: a responder, “at least 50 % fewer lesions (commonly "
          "used); "
          "from 45 lesions”. In trials the vehicle alone takes away a third to a half of the "
          "inflammatory "
          "lesions."}) {
        EXPECT_TRUE(says(said.clinic, text)) << text;
    }
}

TEST(Sentences, ForPatientsHaveNoCodeWordsAndAreFew) {
    const auto said = in_english(summarise(example_history(), day("2026-04-14")).sentences);
    for (const auto& each : said.patient) {
        EXPECT_EQ(each.text.find_first_of("_{}"), std::string::npos) << each.text;
        EXPECT_EQ(each.text.find("responder"), std::string::npos) << each.text;
    }
    EXPECT_EQ(said.patient.back().about, "aftercare");
}

TEST(Sentences, OfNobodyKnowNothing) {
    const auto said = said_of(ExampleHistory());
    EXPECT_EQ(all_texts(said.patient),
              Texts{"Nothing has been measured yet, so nothing can be said."});
    EXPECT_EQ(all_texts(said.clinic), Texts{"No session is recorded."});
}

TEST(Sentences, OfOneVisitPromiseNothing) {
    ExampleHistory example;
    example.patient().fitzpatrick = schema::Fitzpatrick::III;
    example.course("2026-06-01", 1, "4w");
    example.session("2026-06-01");
    example.score("goodman_baron_grade", "2026-06-01", 3);
    const auto said = said_of(example, "2026-09-15");
    EXPECT_EQ(all_texts(said.patient),
              (Texts{"There are not enough visits yet to say whether anything has changed.",
                     "You have had your planned session."}));
    EXPECT_TRUE(says(said.clinic, "The course is complete: 1 of 1 session."));
    EXPECT_TRUE(says(said.clinic,
                     "Goodman-Baron qualitative grade: one value cannot show a "
                     "change."));
}

TEST(Sentences, SayHowACourseStands) {
    ExampleHistory example;
    auto& course = example.course("2026-06-01", 2, "4w");
    example.session("2026-06-01");
    EXPECT_TRUE(says(said_of(example).clinic, "1 of 2 sessions are done."));
    EXPECT_TRUE(says(said_of(example).patient, "Your next session is due on 29 June."));
    EXPECT_TRUE(says(said_of(example, "2026-06-30").patient,
                     "Your next session was planned for 29 June: ask the clinic for a day."));
    course.ended = day("2026-06-03");
    EXPECT_TRUE(says(said_of(example).patient,
                     "Your course ended on 3 June, after 1 of 2 planned sessions."));
    ExampleHistory without;
    without.session("2026-06-01");
    EXPECT_TRUE(says(said_of(without).patient, "You have had 1 session."));
    EXPECT_TRUE(says(said_of(without).clinic, "1 session is recorded without a course."));
}

struct ChangeCase {
    const char* code;
    double from;
    double to;
    const char* clinic;
    const char* patient;
};

TEST(Sentences, SayWhetherAChangeIsReal) {
    const std::vector<ChangeCase> cases = {
        {"goodman_baron_score",
         21,
         16,
         "Goodman-Baron quantitative score: 21 at the start to 16 on 2026-02-05 (−5 points), "
         "looks better at one visit; the next will tell. By chance alone rarely more than 4 "
         "points apart (published).",
         "Scars, points: 21 at the start, 16 on 5 February (0 is no scars, 84 is the most). "
         "That looks better; the next visit will tell."},
        {"goodman_baron_score",
         16,
         21,
         "Goodman-Baron quantitative score: 16 at the start to 21 on 2026-02-05 (+5 points), "
         "looks worse at one visit; the next will tell. By chance alone rarely more than 4 "
         "points apart (published).",
         "Scars, points: 16 at the start, 21 on 5 February (0 is no scars, 84 is the most). "
         "That looks worse; the next visit will tell."},
        {"goodman_baron_score",
         21,
         17,
         "Goodman-Baron quantitative score: 21 at the start to 17 on 2026-02-05 (−4 points), "
         "about the same. By chance alone rarely more than 4 points apart (published).",
         "Scars, points: 21 at the start, 17 on 5 February (0 is no scars, 84 is the most). "
         "That is about the same; a difference this small can be chance."},
        {"goodman_baron_grade",
         3,
         2,
         "Goodman-Baron qualitative grade: 3 at the start to 2 on 2026-02-05 (−1 point), about "
         "the same. Up to 1 point is counted as no change (our own convention).",
         "Scars, grade: 3 at the start, 2 on 5 February (0 is no scars, 4 is severe). That is "
         "about the same; a difference this small can be chance."},
        {"dlqi",
         10,
         7,
         "Dermatology Life Quality Index: 10 at the start to 7 on 2026-02-05 (−3 points), "
         "about the same. Up to 4 points is less than patients usually notice (published).",
         "How much the skin affects your life: 10 at the start, 7 on 5 February (0 is no "
         "effect, 30 is the greatest effect). That is about the same; a difference this small "
         "can be chance."},
        {"tewl",
         0,
         12.5,
         "Transepidermal water loss: 0.0 at the start to 12.5 on 2026-02-05 (+12.5 g/(m²·h)); "
         "not sure: this book knows no number for how far two values differ by chance.",
         "Water lost through the skin: 0.0 at the start, 12.5 on 5 February (lower is better). "
         "Nobody can say whether this is a real change: how far two values differ by chance is "
         "not known."},
        {"gags",
         9,
         9,
         "Global Acne Grading System: 9 at the start and on 2026-02-05, about the same.",
         "Acne, rated place by place: 9 at the start and on 5 February (0 is clear, 44 is the "
         "most severe). That is about the same."},
        {"sebum",
         160,
         131,
         "Sebum: 160 at the start to 131 on 2026-02-05 (−29 µg/cm²); neither way is better by "
         "itself.",
         "Oil on the skin: 160 at the start, 131 on 5 February."},
        {"ours",
         1,
         0,
         "ours: 1 at the start to 0 on 2026-02-05 (−1 point); neither way is better by itself.",
         nullptr},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.clinic);
        ExampleHistory example;
        if (std::string(each.code) == "ours") {
            example.instrument("ours").better = schema::Better::neither;
        }
        example.score(each.code, "2026-01-05", each.from);
        example.score(each.code, "2026-02-05", each.to);
        const auto said = said_of(example);
        EXPECT_TRUE(says(said.clinic, each.clinic)) << all_texts(said.clinic)[0];
        if (each.patient) {
            EXPECT_TRUE(says(said.patient, each.patient)) << all_texts(said.patient).front();
        }
    }
}

TEST(Sentences, TellAPatientTheWorseOfTwoSeriesOfAConcern) {
    ExampleHistory example;
    for (const auto& [code, to] : {std::pair("lesions_total", 2.0), {"gags", 44.0}}) {
        example.score(code, "2026-01-05", 30);
        example.score(code, "2026-02-05", to);
    }
    const auto said = said_of(example).patient;
    ASSERT_FALSE(said.empty());
    EXPECT_EQ(said[0].about, "disagreement") << "they went opposite ways";
    EXPECT_EQ(said[1].about, "gags");
    for (const auto& each : said) {
        EXPECT_NE(each.about, "lesions_total");
    }
}

TEST(Sentences, NameRegionsWithoutAWhole) {
    ExampleHistory example;
    example.score("tewl", "2026-01-05", 10, schema::Region::left_cheek);
    example.score("tewl", "2026-02-05", 10, schema::Region::left_cheek);
    EXPECT_TRUE(says(said_of(example).patient,
                     "Water lost through the skin, left cheek: 10 at the start and on 5 "
                     "February (lower is better). "
                     "That is about the same."));
}

TEST(Sentences, CountTheGapsThatTheyLeaveOut) {
    ExampleHistory example;
    for (const auto* code : {"gags", "iga", "leeds", "dlqi", "cadi"}) {
        example.score(code, "2026-01-05", 1);
    }
    const auto said = said_of(example).clinic;
    EXPECT_EQ(said[said.size() - 2].text, "2 more things are missing or old.");
    EXPECT_EQ(said[said.size() - 2].about, "gaps");
}

TEST(Sentences, NameWhatGotDarkerAfterASession) {
    ExampleHistory example;
    example.session("2026-01-05T10:30");
    example.score("pahpi", "2026-01-05", 12);
    example.score("pahpi", "2026-02-05", 16);
    EXPECT_TRUE(says(said_of(example).clinic,
                     "Postacne Hyperpigmentation Index was worse 31 days after the session on "
                     "2026-01-05: 12 to 16."));
}

TEST(Sentences, SayWhatToUseAndToAvoidAfterASession) {
    ExampleHistory example;
    example.session("2026-06-14T10:30");
    const auto said = said_of(example).patient;
    EXPECT_TRUE(says(said, "For now use: hyaluronic acid gel, if the clinic gave you one."));
    EXPECT_TRUE(
        says(said,
             "Until Monday 15 June, 10:30: stay in the shade; wash with water only; no "
             "cleanser, moisturiser, petrolatum, sunscreen yet, except what the clinic gave "
             "you for these hours."));
    EXPECT_EQ(said.back().about, "aftercare");
    EXPECT_EQ(
        said.back().text,
        "Avoid until 16 June: make-up; until 17 June: sun, alcohol-based products, perfumed "
        "products, exercise; until 19 June: sauna and pool; until 21 June: vitamin C, benzoyl "
        "peroxide, glycolic acid, salicylic acid, scrubs; until 24 June: retinoid; until 12 "
        "July: peels and lasers.");
}

TEST(Sentences, OfTheSunHaveASecondStepForSunscreenAndHat) {
    ExampleHistory example;
    example.session("2026-06-11T10:30");
    const auto said = said_of(example).patient;
    EXPECT_EQ(said.back().text,
              "Until 9 July go into the sun only with sunscreen and a hat, and for a short time.");
    for (const auto& each : said) {
        EXPECT_EQ(each.text.find("sun,"), std::string::npos) << each.text;
    }
}

TEST(Sentences, BlameNoPatientForADeviceOrAnOpenSkin) {
    ExampleHistory example;
    example.session("2026-06-14T10:30");
    example.score("tewl", "2026-01-05", 14);
    example.score("tewl", "2026-06-15", 22);
    EXPECT_TRUE(
        says(said_of(example).patient,
             "Water lost through the skin: 22 (lower is better) on 15 June, 1 day after a "
             "session. Swelling and redness hide the result for four weeks, so nothing can be "
             "said yet."));
    EXPECT_TRUE(says(said_of(example).clinic,
                     "Transepidermal water loss: 22 on 2026-06-15, 1 day after a session, is not "
                     "judged: swelling and redness hide the result for four weeks."));

    ExampleHistory devices;
    devices.score("tewl", "2026-01-05", 14, {}, {.device = "A"});
    devices.score("tewl", "2026-06-05", 22, {}, {.device = "B"});
    const auto said = said_of(devices);
    EXPECT_TRUE(
        says(said.patient,
             "Water lost through the skin: read with different devices. They do not compare, "
             "so nothing can be said yet."));
    EXPECT_TRUE(says(said.clinic,
                     "Transepidermal water loss: 22 on 2026-06-05, read with another device than "
                     "before, or one that is not named: not enough data."));
}

}  // namespace
}  // namespace progress::sentences_test
