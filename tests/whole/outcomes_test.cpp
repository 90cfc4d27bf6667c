// The clinic's results and its due list from the command line, of a small made-up clinic.

#include <string>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/whole/refusals.h"

namespace whole::outcomes_test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

struct MadeUp {
    const char* chart;
    const char* skin;
    const char* arm;
    const char* device;
    double depth;
    int before;
    int after;  // -1: not seen again
};

// DLQI before and 16 weeks after a first session on 2026-01-05.
constexpr MadeUp clinic[] = {
    {"P-1", "III", "pen", "pen", 1, 12, 6},
    {"P-2", "III", "pen", "pen", 1, 9, 7},
    {"P-3", "IV", "pen", "pen", 1.5, 15, 9},
    {"P-4", "IV", "pen", "pen", 1.5, 8, 10},
    {"P-5", "V", "pen", "pen", 2, 20, 11},
    {"P-6", "V", "rf", "rf_insulated", 3, 14, 14},
    {"P-7", "IV", "rf", "rf_insulated", 3, 10, -1},
};

class Outcomes : public Refusals {
  protected:
    void SetUp() override {
        desk_.must("init --name 'Clinic of the test'");
        for (const auto& each : clinic) {
            add(each);
        }
        desk_.must(
            "event record P-1 --session 1 --kind pih --onset 2026-02-01 --severity 2 "
            "--resolved 2026-03-01");
        desk_.must("event record P-6 --session 6 --kind erythema --onset 2026-01-05 --severity 1");
        desk_.must("event record P-6 --session 6 --kind erythema --onset 2026-07-05 --severity 1");
        state_ = state();
    }
    json read(const std::string& line) const { return json::parse(desk_.must(line)); }

  private:
    void add(const MadeUp& each) {
        const auto with_chart = [&](std::string_view line) {
            desk_.must(fmt::format(fmt::runtime(line), each.chart));
        };
        desk_.must(fmt::format("patient add --chart {} --fitzpatrick {}", each.chart, each.skin));
        desk_.must(fmt::format("patient tag {} arm={}", each.chart, each.arm));
        with_chart("course start {} --concern acne_scars --sessions 4 --every 4w --on 2026-01-05");
        desk_.must(fmt::format(
            "session record {} --at 2026-01-05T10:30 --device {} --area left_cheek:{}:4",
            each.chart,
            each.device,
            each.depth));
        desk_.must(fmt::format("score record {} --instrument dlqi --at 2026-01-05 --value {}",
                               each.chart,
                               each.before));
        if (each.after >= 0) {
            desk_.must(fmt::format("score record {} --instrument dlqi --at 2026-04-27 --value {}",
                                   each.chart,
                                   each.after));
        }
    }
};

TEST_F(Outcomes, AreOfTheWholeClinic) {
    const auto all = read("outcomes --as-of 2026-06-01 --json");
    EXPECT_EQ(all["as_of"], "2026-06-01");
    ASSERT_EQ(all["groups"].size(), 1U);
    const auto& group = all["groups"][0];
    EXPECT_EQ(group["by"], "all");
    EXPECT_EQ(group["n"], 7);
    const auto& dlqi = group["instruments"][0];
    EXPECT_EQ(dlqi["instrument"], "dlqi");
    EXPECT_EQ(dlqi["n"], 7);
    EXPECT_EQ(dlqi["baseline"]["n"], 7);
    EXPECT_DOUBLE_EQ(dlqi["baseline"]["mean"].get<double>(), 88 / 7.0);
    EXPECT_EQ(dlqi["latest"]["n"], 6);
    EXPECT_EQ(dlqi["change"]["n"], 6);
    EXPECT_DOUBLE_EQ(dlqi["change"]["mean"].get<double>(), -21 / 6.0);
    EXPECT_EQ(dlqi["change"]["df"], 5);
    EXPECT_EQ(dlqi["change"]["wilcoxon"]["v"], 1.5) << "one rise of 2 shares its rank";
    EXPECT_EQ(dlqi["improved"]["confirmed"]["k"], 0) << "one later visit each";
    EXPECT_EQ(dlqi["improved"]["unconfirmed"]["k"], 3) << "a fall of 1 is within noise";
    EXPECT_EQ(dlqi["followed"]["k"], 6);
    EXPECT_EQ(dlqi["followed"]["n"], 7);
    EXPECT_EQ(dlqi["worst_case"]["responders"]["n"], 7);
    EXPECT_EQ(dlqi["responders"]["k"], 3);
    EXPECT_EQ(dlqi["responders"]["n"], 6);
    EXPECT_EQ(dlqi["worsened"]["unconfirmed"]["k"], 0);
    EXPECT_EQ(dlqi["time_to_response"]["responded"], 3);
    EXPECT_EQ(dlqi["time_to_response"]["median_days"], 112);
    EXPECT_EQ(group["adverse_events"]["events"], 2) << "the third is of a later day";
    EXPECT_EQ(group["adverse_events"]["sessions"], 7);
    EXPECT_EQ(group["adverse_events"]["by_kind"].size(), 2U);
}

TEST_F(Outcomes, AreToldApartByEachGrouping) {
    const auto names = [&](const std::string& by) {
        std::string list;
        const auto all = read("outcomes --as-of 2026-06-01 --json --by " + by);
        for (const auto& group : all["groups"]) {
            list += fmt::format("{} {}; ",
                                group["by"].is_null() ? "-" : group["by"].get<std::string>(),
                                group["n"].get<int>());
        }
        return list;
    };
    EXPECT_EQ(names("fitzpatrick"), "III 2; IV 3; V 2; ");
    EXPECT_EQ(names("sessions"), "1 7; ");
    EXPECT_EQ(names("depth"),
              "over 0.5 to 1 mm 2; over 1 to 1.5 mm 2; over 1.5 to 2 mm 1; over 2.5 mm 2; ");
    EXPECT_EQ(names("device"), "pen 5; rf_insulated 2; ");
    EXPECT_EQ(names("course"), "acne_scars 7; ");
    EXPECT_EQ(names("tag:arm"), "pen 5; rf 2; ");
    EXPECT_EQ(names("tag:site"), "- 7; ");
}

TEST_F(Outcomes, MarkSmallGroupsAndDoNotHideThem) {
    const auto groups = read("outcomes --by tag:arm --as-of 2026-06-01 --json")["groups"];
    EXPECT_EQ(groups[0]["size"], "few");
    EXPECT_EQ(groups[1]["size"], "small");
    EXPECT_EQ(groups[1]["instruments"][0]["size"], "small");
    EXPECT_EQ(groups[1]["instruments"][0]["change"]["p"], nullptr);
    const auto page = desk_.must("outcomes --by tag:arm --as-of 2026-06-01");
    EXPECT_THAT(page, HasSubstr("few patients"));
    EXPECT_THAT(page, HasSubstr("3 of 5, 60.0 % (23 to 88)"));
    EXPECT_THAT(page, HasSubstr("1 of 2 "));
    EXPECT_THAT(page, Not(HasSubstr("nan")));
}

TEST_F(Outcomes, KnowOnlyWhatWasKnownOnTheDay) {
    const auto dlqi = read("outcomes --as-of 2026-04-26 --json")["groups"][0]["instruments"][0];
    EXPECT_EQ(dlqi["n"], 7);
    EXPECT_EQ(dlqi["latest"], nullptr);
    EXPECT_EQ(dlqi["change"], nullptr);
    const auto none = read("outcomes --as-of 2026-01-04 --json")["groups"][0];
    EXPECT_EQ(none["instruments"].size(), 0U);
    EXPECT_EQ(none["adverse_events"]["per_100"], nullptr);
    EXPECT_THAT(desk_.must("outcomes --as-of 2026-01-04"), HasSubstr("No value is recorded yet"));
}

TEST_F(Outcomes, HaveABlockPerVisit) {
    const auto visits =
        read("outcomes --instrument dlqi --at 0,8w,16w --as-of 2026-06-01 --json")["groups"][0]
                                                                                  ["instruments"][0]
                                                                                  ["visits"];
    ASSERT_EQ(visits.size(), 3U);
    EXPECT_EQ(visits[0]["at"], "0");
    EXPECT_EQ(visits[0]["n"], 7);
    EXPECT_EQ(visits[1]["n"], 0);
    EXPECT_EQ(visits[1]["value"], nullptr);
    EXPECT_EQ(visits[2]["n"], 6);
    EXPECT_DOUBLE_EQ(visits[2]["change"]["mean"].get<double>(), -3.5);
}

TEST_F(Outcomes, LeaveOutWhatWasEnteredInError) {
    desk_.must("patient void P-5 --reason test --yes");
    const auto group = read("outcomes --as-of 2026-06-01 --json")["groups"][0];
    EXPECT_EQ(group["n"], 6);
    EXPECT_EQ(group["instruments"][0]["n"], 6);
}

TEST_F(Outcomes, OfOneRegionAreAskedFor) {
    desk_.must("reading record P-1 --on 2026-01-05 --what tewl --region left_cheek --value 14");
    desk_.must("reading record P-1 --on 2026-01-05 --what tewl --region chin --value 20");
    const auto region = read("outcomes --instrument tewl@chin --as-of 2026-06-01 --json");
    EXPECT_EQ(region["groups"][0]["instruments"][0]["instrument"], "tewl@chin");
    EXPECT_EQ(region["groups"][0]["instruments"][0]["baseline"]["mean"], 20);
    const auto whole = read("outcomes --instrument tewl --as-of 2026-06-01 --json");
    EXPECT_EQ(whole["groups"][0]["instruments"][0]["baseline"]["mean"], 17);
}

TEST_F(Outcomes, RefuseWhatDoesNotFit) {
    expect_refused({
        {"outcomes --instrument itch", "\"itch\" is not an instrument"},
        {"outcomes --instrument tewl@ear", "\"tewl@ear\" names no region"},
        {"outcomes --by arm", "\"arm\" is not a way to group patients"},
        {"outcomes --by tag:", "\"tag:\" is not a way"},
        {"outcomes --at 4", "\"4\" is not a list of different visits"},
        {"outcomes --at 4w,28d", "\"4w,28d\" is not a list of different visits"},
        {"due --as-of soon", "\"soon\""},
    });
}

TEST_F(Outcomes, DueListsWhoIsLostOverdueAndDue) {
    desk_.must("session record P-1 --at 2026-03-20 --device pen --area chin:1:4");
    desk_.must("session record P-2 --at 2026-03-06 --device pen --area chin:1:4");
    desk_.must("course end 3 --on 2026-02-01");
    const auto list = read("due --as-of 2026-04-10 --json");
    std::string states;
    for (const auto& each : list) {
        states += fmt::format(
            "{} {}; ", each["chart"].get<std::string>(), each["state"].get<std::string>());
    }
    EXPECT_EQ(states, "P-4 lost; P-5 lost; P-6 lost; P-7 lost; P-2 overdue; P-1 due; ");
    const auto& overdue = list[4];
    EXPECT_EQ(overdue["concern"], "acne_scars");
    EXPECT_EQ(overdue["done"], 2);
    EXPECT_EQ(overdue["planned"], 4);
    EXPECT_EQ(overdue["last_session"], "2026-03-06");
    EXPECT_EQ(overdue["next_on"], "2026-04-03");
    EXPECT_EQ(overdue["overdue_days"], 7);
    EXPECT_THAT(desk_.must("due --as-of 2026-04-10"), HasSubstr("7 days overdue"));
    EXPECT_THAT(desk_.must("due --as-of 2026-01-05"), HasSubstr("Nobody is due on 2026-01-05"));
    // Seen for a value on 2026-04-27: overdue, but not lost.
    EXPECT_EQ(read("due --as-of 2026-05-01 --json")[0]["chart"], "P-7");
    EXPECT_EQ(read("due --as-of 2026-05-01 --json")[0]["state"], "lost");
    EXPECT_EQ(read("due --as-of 2026-05-01 --json")[1]["state"], "overdue");
}

// Three patients with the left side treated: scars of the two cheeks before and after.
TEST(SplitFaces, OfAClinicCompareTheSidesOfEachFace) {
    const support::TemporaryFolder folder;
    const support::CommandLine cli{folder / "clinic.needlebook"};
    cli.must("init --name 'Clinic of the test'");
    const int after[][2] = {{12, 58}, {20, 60}, {55, 57}};
    for (int i = 0; i < 3; ++i) {
        const auto chart = fmt::format("S-{}", i + 1);
        cli.must("patient add --chart " + chart);
        cli.must(
            fmt::format("course start {} --concern acne_scars --sessions 3 --every 4w "
                        "--on 2026-01-05 --side left",
                        chart));
        cli.must(
            fmt::format("session record {} --at 2026-01-05T10:30 --device pen "
                        "--area left_cheek:1.5:4 --course {}",
                        chart,
                        i + 1));
        for (const auto& [on, left, right] : {std::tuple("2026-01-04", 60, 60),
                                              std::tuple("2026-04-27", after[i][0], after[i][1])}) {
            for (const auto& [side, value] : {std::pair("left", left), std::pair("right", right)}) {
                cli.must(
                    fmt::format("score record {} --instrument scar_count --at {} "
                                "--region {}_cheek --value {}",
                                chart,
                                on,
                                side,
                                value));
            }
        }
    }
    const auto split = json::parse(cli.must("outcomes --as-of 2026-05-01 --json"))
                           .at("groups")
                           .at(0)
                           .at("split_faces");
    ASSERT_EQ(split.size(), 1U);
    EXPECT_EQ(split[0].at("difference").at("n"), 3);
    // (−48 + 2) + (−40 − 0) + (−5 + 3): a mean of −88 / 3
    EXPECT_NEAR(split[0].at("difference").at("mean").get<double>(), -88.0 / 3, 1e-9);
    EXPECT_EQ(split[0].at("treated_better").at("unconfirmed").at("k"), 2);
    EXPECT_EQ(split[0].at("other_better").at("unconfirmed").at("k"), 0);

    const auto one =
        json::parse(cli.must("progress S-1 --as-of 2026-05-01 --json")).at("split_face");
    EXPECT_EQ(one.at("side"), "left");
    EXPECT_EQ(one.at("pairs").at(0).at("difference"), -46);
    EXPECT_EQ(one.at("pairs").at(0).at("verdict"), "improved");
    EXPECT_EQ(one.at("pairs").at(0).at("treated").at("region"), "left_cheek");

    EXPECT_THAT(cli.must("outcomes --as-of 2026-05-01"), HasSubstr("Split faces"));
    EXPECT_THAT(cli.must("outcomes --as-of 2026-05-01 --instrument dlqi --json"),
                Not(HasSubstr("scar_count")));
    EXPECT_EQ(json::parse(cli.must("outcomes --as-of 2026-01-20 --json"))
                  .at("groups")
                  .at(0)
                  .at("split_faces")
                  .size(),
              0U)
        << "nothing was rated after";
}

}  // namespace
}  // namespace whole::outcomes_test
