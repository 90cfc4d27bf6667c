#include "app/progress/words/series_sentences.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/progress/course_progress.h"
#include "tests/app/progress/example_history.h"
#include "tests/app/progress/in_english.h"

namespace progress::series_sentences_test {
namespace {

using Texts = std::vector<std::string>;

Texts said(const ExampleHistory& example, bool for_patient) {
    const auto history = example.history();
    std::vector<Sentence> list;
    SentenceWriter out(for_patient, day("2026-06-15"), list);
    for (const auto& series : series_of(history, treatment_began(history))) {
        say_series(series, out);
    }
    Texts texts;
    for (const auto& each : list) {
        texts.push_back(in_english(each.said));
    }
    return texts;
}
Texts to_clinic(const ExampleHistory& example) {
    return said(example, false);
}
Texts to_patient(const ExampleHistory& example) {
    return said(example, true);
}

bool has(const Texts& texts, std::string_view part) {
    return std::any_of(texts.begin(), texts.end(), [&](const std::string& each) {
        return each.find(part) != std::string::npos;
    });
}

// A month apart, the first five days before the only session.
ExampleHistory monthly(std::string_view code, const std::vector<double>& values) {
    ExampleHistory example;
    example.session("2026-01-10");
    for (std::size_t i = 0; i < values.size(); ++i) {
        example.score(code,
                      day("2026-01-05").plus_days(i == 0 ? 0 : 35 * static_cast<int>(i)).text(),
                      values[i]);
    }
    return example;
}

TEST(SeriesSentences, TellOneVisitFromTwo) {
    const auto once = monthly("goodman_baron_score", {24, 16});
    EXPECT_TRUE(has(to_clinic(once), "looks better at one visit"));
    EXPECT_TRUE(has(to_patient(once), "That looks better; the next visit will tell."));
    const auto twice = monthly("goodman_baron_score", {24, 16, 15});
    EXPECT_TRUE(has(to_clinic(twice), "better at two visits in a row"));
    EXPECT_TRUE(has(to_patient(twice), "That is better: two visits in a row say so."));
    EXPECT_TRUE(
        has(to_clinic(monthly("goodman_baron_score", {16, 24})), "looks worse at one visit"));
    EXPECT_TRUE(
        has(to_patient(monthly("goodman_baron_score", {16, 24, 25})), "That is worse: two visits"));
}

TEST(SeriesSentences, NeverSayBetterOfAChangeWithinNoise) {
    for (const auto& [code, from, to] : {std::tuple("mmasi", 9.1, 9.0),
                                         {"dlqi", 10.0, 9.0},
                                         {"ecca", 115.0, 110.0},
                                         {"lesions_total", 40.0, 39.0}}) {
        const auto example = monthly(code, {from, to});
        EXPECT_TRUE(
            has(to_patient(example), "about the same; a difference this small can be chance"));
        EXPECT_TRUE(has(to_clinic(example), ", about the same. "));
        for (const auto& texts : {to_clinic(example), to_patient(example)}) {
            EXPECT_FALSE(has(texts, "no rater noise")) << code;
            EXPECT_FALSE(has(texts, "That is better"));
            EXPECT_FALSE(has(texts, "looks better"));
        }
    }
}

TEST(SeriesSentences, ReconcileASteadyFallWithTheNoise) {
    EXPECT_TRUE(
        has(to_clinic(monthly("goodman_baron_score", {24, 23, 22, 21, 20})),
            "(−4 points), a steady fall over 5 visits whose size is not beyond chance. By chance "
            "alone rarely more than 4 points apart"));
    EXPECT_TRUE(
        has(to_clinic(monthly("goodman_baron_score", {20, 21, 22, 23, 24})), "a steady rise over"));
    EXPECT_FALSE(has(to_clinic(monthly("goodman_baron_score", {24, 23, 21, 22, 20})), "steady"))
        << "not every step";
    EXPECT_FALSE(has(to_clinic(monthly("goodman_baron_score", {24, 23, 22, 21})), "steady"))
        << "four values have p 0.083";
    EXPECT_FALSE(
        has(to_clinic(monthly("goodman_baron_score", {24, 24.5, 23.5, 23, 22, 22.5})), "steady"))
        << "p 0.056";
}

TEST(SeriesSentences, CallWhatWentUpAndDownNoDirection) {
    EXPECT_TRUE(has(to_clinic(monthly("gags", {20, 26, 20, 26, 20, 26, 19})),
                    "about the same, though it varied between 19 and 26."));
    EXPECT_TRUE(has(to_clinic(monthly("gags", {20, 26, 21})), "varied between 20 and 26"));
    EXPECT_FALSE(has(to_clinic(monthly("gags", {20, 24, 20, 24, 19})), "varied"))
        << "no further than the noise of 5";
    EXPECT_FALSE(has(to_clinic(monthly("gags", {20, 22})), "varied"));
}

TEST(SeriesSentences, RoundNoiseUp) {
    const auto noise = [](double sdc) {
        auto example = monthly("gags", {20, 20.5});
        example.study("gags", sdc, sdc);
        const auto texts = to_clinic(example);
        const auto at = texts[0].find("rarely more than ") + 17;
        return texts[0].substr(at, texts[0].find(" apart", at) - at);
    };
    EXPECT_EQ(noise(4.02), "4.1 points");
    EXPECT_EQ(noise(4.0005), "4.1 points");
    EXPECT_EQ(noise(4), "4 points");
    EXPECT_EQ(noise(1.1), "1.1 points");
    EXPECT_EQ(noise(27.97), "28 points");
    EXPECT_EQ(noise(1), "1 point");
    auto own = monthly("gags", {20, 20.5});
    own.study("gags", 2, 2);
    EXPECT_TRUE(has(to_clinic(own), "(this clinic's own study)"));
    EXPECT_TRUE(has(to_clinic(monthly("ecca", {100, 95})), "(our own convention)"));
    EXPECT_TRUE(has(to_clinic(monthly("pahpi", {12, 13})), "(derived from a published agreement)"));
    EXPECT_TRUE(has(to_clinic(monthly("goodman_baron_score", {12, 13})), "(published)"));
}

TEST(SeriesSentences, SayTheWordThatWasStated) {
    ExampleHistory example;
    example.score("gais", "2026-01-05", 2);
    example.score("gais", "2026-04-05", 5);
    EXPECT_EQ(
        to_clinic(example),
        Texts{"Global Aesthetic Improvement Scale on 2026-04-05: worse (before, on 2026-01-05: "
              "much improved)."});
    EXPECT_EQ(to_patient(example),
              Texts{"On 5 April the doctor found, against the time before the treatment: worse."});
    ExampleHistory own;
    own.score("pgic", "2026-04-05", 6);
    EXPECT_TRUE(
        has(to_clinic(own), "Patient Global Impression of Change on 2026-04-05: much worse."));
    EXPECT_EQ(to_patient(own),
              Texts{"On 5 April you found, against the time before the treatment: much worse."});
}

TEST(SeriesSentences, AskForAnotherRatingWhereOneValueStandsAgainstAll) {
    const auto alone = monthly("goodman_baron_score", {24, 22, 20, 18, 30});
    EXPECT_TRUE(
        has(to_clinic(alone),
            "the last value, 30, stands against 4 before it that went the other way: rate again"));
    EXPECT_TRUE(has(to_patient(alone), "It should be rated again before anything is said."));
    for (const auto* part : {"worse", "than now"}) {
        EXPECT_FALSE(has(to_patient(alone), part)) << "on one value";
    }
    EXPECT_FALSE(
        has(to_clinic(monthly("goodman_baron_score", {24, 22, 20, 18, 16})), "stands against"));
}

TEST(SeriesSentences, NameARelapseAndTheBestEnd) {
    const auto relapse = monthly("gags", {30, 20, 10, 18, 19});
    EXPECT_TRUE(
        has(to_clinic(relapse), "(10) and is worse since, by more than values differ by chance"));
    EXPECT_TRUE(has(to_patient(relapse), "(10) than now."));
    EXPECT_FALSE(has(to_clinic(monthly("gags", {30, 20, 10, 12})), "worse since"));
    EXPECT_TRUE(has(to_patient(monthly("gags", {3, 0})), "That is the best this scale can show."));
    EXPECT_TRUE(has(to_clinic(monthly("gags", {3, 0})), "0 is the best that the scale can show"));
    EXPECT_FALSE(has(to_clinic(monthly("gags", {0, 0})), "the best")) << "it always was";
    EXPECT_FALSE(has(to_clinic(monthly("gags", {30, 0})), "the best that")) << "it is better";
}

TEST(SeriesSentences, CallNoRelapseWhatWasNeverBetterThanTheStart) {
    const auto worse = monthly("gags", {20, 22, 40});
    EXPECT_TRUE(has(to_clinic(worse), "looks worse at one visit"));
    EXPECT_FALSE(has(to_clinic(worse), "it was better on"));
    EXPECT_FALSE(has(to_patient(worse), "it was better on"));
}

TEST(SeriesSentences, SayNowOfTheLastFourWeeksAlone) {
    ExampleHistory example;
    example.score("gags", "2026-01-05", 20);
    example.score("gags", "2026-05-18", 20);  // 28 days before the day of the page
    EXPECT_TRUE(has(to_patient(example), "20 at the start and now"));
    ExampleHistory older;
    older.score("gags", "2026-01-05", 20);
    older.score("gags", "2026-05-17", 20);
    EXPECT_TRUE(has(to_patient(older), "20 at the start and on 17 May"));
}

TEST(SeriesSentences, SayThatTheGradingSystemDoesNotCount) {
    EXPECT_TRUE(has(to_clinic(monthly("gags", {20, 20})), "not how many there are"));
    EXPECT_FALSE(has(to_clinic(monthly("gags", {20, 5})), "not how many there are"));
    EXPECT_FALSE(has(to_clinic(monthly("iga", {2, 2})), "not how many there are"));
    EXPECT_FALSE(has(to_patient(monthly("gags", {20, 20})), "not how many there are"));
}

TEST(SeriesSentences, SayNoMarksForZeroOfTheIndex) {
    EXPECT_TRUE(has(to_clinic(monthly("pahpi", {12, 0})),
                    "12 at the start to no marks on 2026-02-09 (−12 points)"));
    EXPECT_TRUE(
        has(to_patient(monthly("pahpi", {12, 0})), "12 at the start, no marks on 9 February"));
    EXPECT_FALSE(has(to_patient(monthly("gags", {12, 0})), "no marks"));
}

TEST(SeriesSentences, WarnOfTheStart) {
    ExampleHistory late;
    late.session("2026-01-10");
    late.score("gags", "2026-01-11", 30);
    late.score("gags", "2026-03-11", 12);
    EXPECT_TRUE(has(to_clinic(late),
                    "nothing was rated before the first session; it is counted from 2026-01-11"));
    EXPECT_TRUE(has(to_clinic(late), "30 on 2026-01-11 to 12 on 2026-03-11"));
    EXPECT_FALSE(has(to_patient(late), "at the start"));
    ExampleHistory old;
    old.session("2026-01-10");
    old.score("gags", "2025-01-11", 30);
    old.score("gags", "2026-03-11", 12);
    EXPECT_TRUE(has(to_patient(old), "30 on 11 January 2025, 12 on 11 March"));
    ExampleHistory several;
    several.session("2026-01-10");
    for (const auto& [at, value] :
         {std::pair("2025-12-01", 30.0), {"2026-01-05", 28.0}, {"2026-03-05", 12.0}}) {
        several.score("gags", at, value);
    }
    EXPECT_TRUE(
        has(to_clinic(several), "29 at the start (median of 2 visits) to 12 on 2026-03-05"));
    EXPECT_TRUE(has(to_patient(several), "29 at the start, 12 on 5 March"));
}

TEST(SeriesSentences, NameThePlacesThatWereCompared) {
    ExampleHistory example;
    example.count("lesions_total", "2026-01-05", "forehead=50,nose=9");
    example.count("lesions_total", "2026-03-05", "forehead=2");
    EXPECT_TRUE(has(to_clinic(example),
                    "All acne lesions of the face: compared only over the places that were looked "
                    "at both times: forehead."));
    EXPECT_TRUE(has(to_patient(example),
                    "Spots of the face, all kinds: counted only over the places that were looked "
                    "at both times: forehead."));
    ExampleHistory other;
    other.count("lesions_total", "2026-01-05", "forehead=50");
    other.count("lesions_total", "2026-03-05", "nose=2");
    EXPECT_TRUE(
        has(to_clinic(other), "where other places were looked at than before: not enough data"));
    EXPECT_TRUE(has(to_patient(other), "other places were looked at than the first time"));
    EXPECT_FALSE(has(to_patient(other), "better."));
}

TEST(SeriesSentences, SayWhetherARuleIsMet) {
    EXPECT_TRUE(
        has(to_clinic(monthly("dlqi", {12, 5})), "a responder, “at least 4 points better”."));
    EXPECT_TRUE(
        has(to_clinic(monthly("dlqi", {12, 8})), "it meets “at least 4 points better”, yet its"));
    EXPECT_TRUE(has(to_clinic(monthly("dlqi", {12, 9})), "not a responder"));
    EXPECT_TRUE(has(to_clinic(monthly("lesions_total", {80, 9})), "the vehicle alone"));
    EXPECT_FALSE(has(to_clinic(monthly("dlqi", {12, 5})), "the vehicle alone"));
    EXPECT_FALSE(has(to_clinic(monthly("lesions_inflammatory", {2, 1})), "responder"));
    EXPECT_FALSE(has(to_patient(monthly("dlqi", {12, 5})), "respon"));
}

TEST(SeriesSentences, SayWhatTheEndsOfAScaleMean) {
    EXPECT_TRUE(
        has(to_patient(monthly("goodman_baron_grade", {3, 3})), "(0 is no scars, 4 is severe)"));
    EXPECT_TRUE(has(to_patient(monthly("lesions_total", {9, 9})), "(fewer is better)"));
    EXPECT_TRUE(has(to_patient(monthly("tewl", {9, 9})), "(lower is better)"));
    EXPECT_TRUE(has(to_patient(monthly("hydration", {9, 9})), "(higher is better)"));
    EXPECT_TRUE(
        has(to_patient(monthly("melanin_index", {9, 9})), "(0 is like the skin beside it)"));
    EXPECT_TRUE(has(to_patient(monthly("scar_vas", {9, 9})), "(0 is the best, 100 is the worst)"));
    EXPECT_FALSE(has(to_patient(monthly("sebum", {9, 9})), "(")) << "neither way is better";
}

TEST(SeriesSentences, NameTheTargetOfAClinicsOwnScale) {
    ExampleHistory example;
    example.instrument("acidity").target = 5.5;
    example.instrument("acidity").concern = schema::Concern::barrier;
    example.score("acidity", "2026-01-05", 6.5);
    example.score("acidity", "2026-03-05", 6.5);
    EXPECT_TRUE(has(to_patient(example), "(nearer to 5.5 is better)"));
    EXPECT_FALSE(has(to_patient(example), "skin beside it"));
}

TEST(SeriesSentences, SayWhenASeasonMayBeTheReason) {
    ExampleHistory example;
    example.session("2026-01-10");
    for (const auto& [at, value] : {std::pair("2024-07-05", 15.0),
                                    {"2025-07-05", 14.0},
                                    {"2026-01-05", 25.0},
                                    {"2026-07-05", 15.0}}) {
        example.score("gags", at, value);
    }
    EXPECT_TRUE(has(to_clinic(example),
                    "15, as in July of earlier years (2024: 15, 2025: 14): it may be the season"));
    EXPECT_TRUE(has(to_patient(example), "much the same in July of earlier years"));
}

TEST(SeriesSentences, NameWhoContradictsWhom) {
    ExampleHistory example;
    example.score("goodman_baron_grade", "2026-01-05", 3);
    example.score("goodman_baron_grade", "2026-05-05", 2);
    example.score("gais", "2026-05-05", 5);
    example.score("pgic", "2026-05-06", 6);
    const auto all = series_of(example.history(), std::nullopt);
    for (const bool for_patient : {false, true}) {
        std::vector<Sentence> list;
        SentenceWriter out(for_patient, day("2026-06-15"), list);
        say_disagreement(*disagreement(all, std::nullopt), out);
        ASSERT_EQ(list.size(), 1U);
        EXPECT_EQ(list[0].about, "disagreement");
        EXPECT_EQ(
            in_english(list[0].said),
            for_patient
                ? "These do not agree: the doctor said “worse” on 5 May, you said “much "
                  "worse” on 6 May, Scars, grade went from 3 to 2 (0 is no scars, 4 is "
                  "severe). Talk about it at your next visit."
                : "These contradict each other: the doctor found “worse” on 2026-05-05, the "
                  "patient found “much worse” on 2026-05-06, Goodman-Baron qualitative grade went "
                  "from 3 to 2. Look again together.");
    }
}

TEST(VerdictWords, AreFewAndTheWordOfAStatement) {
    const auto words = [](const ExampleHistory& example) {
        return verdict_words(series_of(example.history(), std::nullopt).at(0), texts::english());
    };
    EXPECT_EQ(words(monthly("gags", {30, 10})), "looks better");
    EXPECT_EQ(words(monthly("gags", {30, 10, 10})), "better");
    EXPECT_EQ(words(monthly("gags", {10, 30})), "looks worse");
    EXPECT_EQ(words(monthly("gags", {10, 30, 30})), "worse");
    EXPECT_EQ(words(monthly("gags", {10, 11})), "about the same");
    EXPECT_EQ(words(monthly("gags", {10})), "not enough data");
    EXPECT_EQ(words(monthly("tewl", {10, 30})), "not sure");
    EXPECT_EQ(words(monthly("sebum", {10, 30})), "changed");
    EXPECT_EQ(words(monthly("gais", {5})), "worse");
}

}  // namespace
}  // namespace progress::series_sentences_test
