#include "app/cli/progress_page.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/cli/display_text.h"
#include "app/cli/page_line.h"
#include "schema/types/text.h"
#include "tests/app/progress/example_history.h"

namespace cli::progress_page_test {
namespace {

using progress::day;
using progress::ExampleHistory;

std::string page_of(const progress::History& history, PageStyle style = {}) {
    return progress_page(progress::summarise(history, day("2026-06-15")), style);
}

std::string file_text(const std::string& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string without_colour(std::string text) {
    std::erase_if(text, &is_ink);
    return text;
}

int widest_line(const std::string& page) {
    int widest = 0;
    for (const auto line : schema::split(page, '\n')) {
        widest = std::max(widest, display_width(line));
    }
    return widest;
}

TEST(ProgressPage, OfTheExampleIsTheGoldenPage) {
    const auto page = page_of(progress::example_history());
    const auto golden = file_text(SOURCE_DIR "/tests/app/cli/progress_page.golden.txt");
    if (page != golden) {
        const auto seen = testing::TempDir() + "progress_page.txt";
        std::ofstream(seen) << page;
        ADD_FAILURE() << "diff tests/app/cli/progress_page.golden.txt " << seen
                      << "\nand copy it there if the new page is the better one";
    }
}

TEST(ProgressPage, NeverShowsWhatCameLater) {
    const auto page = page_of(progress::example_history());
    EXPECT_EQ(page.find("2026-06-20"), std::string::npos);
    EXPECT_EQ(page.find("777"), std::string::npos) << "the lesions of that day";
}

TEST(ProgressPage, FitsEveryWidthFrom72To120) {
    for (int width = 72; width <= 120; ++width) {
        SCOPED_TRACE(width);
        EXPECT_LE(widest_line(page_of(progress::example_history(), {.width = width})), width);
    }
    EXPECT_LE(widest_line(page_of(progress::example_history(), {.width = 10})), 72);
    EXPECT_LE(widest_line(page_of(progress::example_history(), {.width = 900})), 120);
}

TEST(ProgressPage, EndsNoLineInBlanks) {
    EXPECT_EQ(page_of(progress::example_history()).find(" \n"), std::string::npos);
}

TEST(ProgressPage, SaysInWordsWhatItColours) {
    const auto plain = page_of(progress::example_history());
    const auto coloured = page_of(progress::example_history(), {.colour = true});
    EXPECT_NE(coloured, plain);
    EXPECT_EQ(without_colour(coloured), plain);
    EXPECT_EQ(without_colour(plain), plain);
}

TEST(ProgressPage, HasNoCodeWords) {
    const auto page = page_of(progress::example_history());
    EXPECT_EQ(page.find('_'), std::string::npos);
    EXPECT_EQ(page.find('{'), std::string::npos);
}

TEST(ProgressPage, OfAPatientWithoutRecordsSaysWhatToRecord) {
    EXPECT_EQ(page_of(ExampleHistory().history(), {.width = 80}),
              "C-001\n"
              "                                                          progress on 2026-06-15\n"
              "\n"
              "No course of sessions is planned: start one to see what is due.\n"
              "\n"
              "No value is recorded yet. Record active acne, scars, pigmentation, a reading or\n"
              "a questionnaire: two visits show a change, three a trend.\n");
}

void expect_holds(const std::string& page, const std::vector<std::string>& texts) {
    for (const auto& text : texts) {
        EXPECT_NE(page.find(text), std::string::npos) << text << "\nis not in\n" << page;
    }
}

TEST(ProgressPage, SaysWhetherACourseIsDueCompleteOrEnded) {
    ExampleHistory example;
    auto& course = example.course("2026-05-20", 2, "1m");
    example.session("2026-05-20");
    expect_holds(page_of(example.history()),
                 {"●○  1 of 2 sessions done", "Next session due 2026-06-20.", "Every month from"});
    course.ended = day("2026-06-01");
    expect_holds(page_of(example.history()), {"The course ended on 2026-06-01."});
    course.ended.reset();
    example.session("2026-06-10");
    example.session("2026-06-11");
    expect_holds(page_of(example.history()),
                 {"●●●  3 of 2 sessions done", "The course is complete."});
}

TEST(ProgressPage, WritesDirectionsOnlyWhereTheyAreClear) {
    ExampleHistory example;
    const std::vector<double> falling = {40, 35, 33, 26, 20, 15};
    const std::vector<double> to_and_fro = {20, 31, 19, 33, 18, 30};
    for (std::size_t i = 0; i < falling.size(); ++i) {
        const auto on = day("2026-01-01").plus_days(14 * static_cast<int>(i)).text();
        example.score("gags", on, falling[i]);
        example.score("leeds", on, to_and_fro[i]);
    }
    const auto page = page_of(example.history(), {.width = 120});
    expect_holds(page, {"trend −10 points per 4 weeks (95 %: −13 to −7)", "; no clear direction)"});
}

TEST(ProgressPage, GivesShortSeriesTheirTrendPerDay) {
    ExampleHistory example;
    example.instrument("severity").high = 1;
    example.score("severity", "2026-01-01", 0.42);
    example.score("severity", "2026-01-02", 0.4);
    example.score("severity", "2026-01-03", 0.3);
    EXPECT_EQ(page_of(example.history()).find("trend"), std::string::npos) << "of too few values";
    example.score("severity", "2026-01-04", 0.29);
    example.score("severity", "2026-01-05", 0.25);
    example.score("severity", "2026-01-06", 0.2);
    expect_holds(page_of(example.history()), {"per day (95", "0.42 → 0.20"});
}

TEST(ProgressPage, HoldsNamesOfAnyScriptOnOneLine) {
    ExampleHistory example;
    example.patient().name = "Huda\nSaleh";
    example.patient().name_ar = "هُدَى صَالِح";
    const auto page = page_of(example.history());
    expect_holds(page, {"Huda Saleh · هُدَى صَالِح\n"});
}

TEST(ProgressPage, OfManySessionsShowsTheLastEight) {
    ExampleHistory example;
    for (int i = 0; i < 30; ++i) {
        example.session(day("2026-01-01").plus_days(i).text());
    }
    const auto page = page_of(example.history());
    expect_holds(page, {"22 sessions before these", "2026-01-23", "2026-01-30"});
    EXPECT_EQ(page.find("2026-01-22  "), std::string::npos);
}

RC_GTEST_PROP(ProgressPageLaw, NoLineIsWiderThanThePage, ()) {
    const auto text = rc::gen::map(
        rc::gen::container<std::string>(rc::gen::element('a', ' ', '_', '\xd9', '\x87', '\xe6')),
        [](const std::string& some) { return "名" + some + "هدى"; });
    ExampleHistory example;
    example.patient().name = *text;
    example.patient().chart = *text;
    auto& ours = example.instrument("ours");
    ours.name = *text;
    ours.unit = *text;
    ours.low = *rc::gen::element(-1e300, -1e6, 0.0);
    ours.responder_percent = 20;
    ours.responder_text = *text;
    ours.noise = 0.001;
    ours.noise_source = *text;
    ours.better = schema::Better::higher;
    example.course("2026-01-05", *rc::gen::inRange(1, 50), "4w").concern =
        schema::Concern::quality_of_life;
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i) {
        const auto on = day("2026-01-05").plus_days(i * 3).text();
        example.session(on).areas = {{schema::Region::periorbital, 1.5, 4}};
        const double size = *rc::gen::element(1e-9, 0.1, 1.0, 99999.99, 1e6, 1e12, 1e300);
        example.score("ours", on, size * *rc::gen::inRange(-9, 9));
        example.score("dlqi", on, *rc::gen::inRange(0, 30));
    }
    const int width = *rc::gen::inRange(72, 121);
    const auto page = page_of(example.history(), {.width = width});
    RC_LOG() << page;
    RC_ASSERT(widest_line(page) <= width);
    RC_ASSERT(page.find("nan") == std::string::npos);
}

}  // namespace
}  // namespace cli::progress_page_test
