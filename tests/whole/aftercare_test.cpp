// Aftercare from the command line: what the clinic sets, what a patient is told.

#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/whole/refusals.h"

namespace whole::aftercare_test {
namespace {

using Aftercare = Refusals;
using testing::HasSubstr;
using testing::Not;

constexpr auto patients_report = "progress C-001 --as-of 2026-01-06 --for patient --format html";

// What a report's file says of the patient: its data, not the texts that come with it.
std::string data_of(const std::string& file) {
    const std::string begin = "<script type=\"application/json\" data-report>";
    const auto at = file.find(begin);
    EXPECT_NE(at, std::string::npos);
    return at == std::string::npos ? "" : file.substr(at, file.find("</script>", at) - at);
}

TEST_F(Aftercare, OfADayAfterASessionSaysWhatHolds) {
    desk_.must("application record C-001 --at 2026-01-05T16:30 --active vitamin_c");
    const auto page = desk_.must("aftercare C-001 --at 2026-01-05T17:30");
    EXPECT_THAT(page, HasSubstr("aftercare on Mon 2026-01-05 17:30"));
    EXPECT_THAT(page, HasSubstr("vitamin C, 6 hours after: to be avoided"));
    const auto json =
        nlohmann::json::parse(desk_.must("aftercare C-001 --at 2026-01-05T17:30 --json"));
    EXPECT_EQ(json["hours_since"], 7);
    EXPECT_EQ(json["warnings"][0]["kind"], "vitamin_c");
    const auto now = nlohmann::json::parse(desk_.must("aftercare C-001 --json"));
    EXPECT_EQ(now["at"].get<std::string>().size(), 16U) << "the minute that it is now";
}

TEST_F(Aftercare, IsPartOfProgress) {
    desk_.must("application record C-001 --at 2026-01-05T16:30 --active vitamin_c");
    desk_.must("application record C-001 --at 2026-01-06T16:30 --active retinoid");
    desk_.must("application void 2 --reason test");
    const auto json = nlohmann::json::parse(desk_.must("progress C-001 --as-of 2026-01-06 --json"));
    EXPECT_EQ(json["aftercare"]["session"]["id"], 1);
    EXPECT_EQ(json["adherence"]["in_window"], 1) << "what was voided does not count";
    EXPECT_EQ(json["adherence"]["to_avoid"], 1);
    EXPECT_THAT(desk_.must("progress C-001 --as-of 2026-06-06"),
                HasSubstr("1 product within 28 days of a session, 1 of them to be avoided"));
    EXPECT_EQ(
        nlohmann::json::parse(desk_.must("progress C-002 --as-of 2026-06-06 --json"))["adherence"],
        nullptr);
}

TEST_F(Aftercare, IsAWholeCardInTheReportForThePatient) {
    desk_.must("clinic set telephone='01 234'");
    const auto card =
        nlohmann::json::parse(desk_.must("aftercare C-001 --at 2026-01-06 --json"))["card"];
    std::vector<std::string> texts;
    for (const auto* part : {"first", "use", "next", "expect", "contact"}) {
        ASSERT_FALSE(card[part].empty()) << part;
        for (const auto& text : card[part]) {
            texts.push_back(text.get<std::string>());
        }
    }
    for (const auto& line : card["avoid"]) {
        texts.push_back(line["text"].get<std::string>());
    }
    const auto report = [&] { return data_of(desk_.must(patients_report)); };
    const auto page = report();
    for (const auto& text : texts) {
        EXPECT_THAT(page, HasSubstr(text));
    }
    desk_.must("event record C-001 --kind burn --severity 1 --onset 2026-01-06");
    const auto held = report();
    EXPECT_THAT(held, HasSubstr("Until the clinic has answered"));
    EXPECT_THAT(held, HasSubstr("telephone 01 234"));
    EXPECT_THAT(held, Not(HasSubstr("use now")));
    desk_.must("patient correct C-001 --status died --status-on 2026-01-06 --reason test");
    EXPECT_THAT(report(), Not(HasSubstr("Until the clinic")));
}

TEST_F(Aftercare, GoesByTheClinicsOwnRowUntilItIsRemoved) {
    const auto before = desk_.must("advice list");
    expect_accepted({"advice set make_up --stance avoid --until-hours 36 --source 'our handout'",
                     "advice set make_up --stance avoid --until-hours 40 --source 'our handout'"});
    EXPECT_THAT(desk_.must("advice list"),
                HasSubstr("first 40 hours                 clinic\n"
                          "    for every session, clinic's own: our handout\n"));
    const auto rows = nlohmann::json::parse(desk_.must("advice list --json"));
    EXPECT_EQ(
        std::count_if(
            rows.begin(), rows.end(), [](const auto& row) { return row["subject"] == "make_up"; }),
        1)
        << "in place of all of the program's rows for it";
    const auto page = desk_.must("aftercare C-001 --at 2026-01-05T17:30");
    EXPECT_THAT(page, HasSubstr("Until the evening of Wednesday 7 January: "));
    EXPECT_THAT(page, HasSubstr("make-up: avoid for 40 hours (clinic's own)\n"));
    expect_accepted({"advice remove make_up"});
    EXPECT_EQ(desk_.must("advice list"), before);
}

// What the patient reads, by itself in the language of theirs.
TEST_F(Aftercare, IsInTheLanguageOfThePatient) {
    const auto begins = [&](const std::string& command, const std::string& lang) {
        EXPECT_THAT(desk_.must(command).substr(0, 60), HasSubstr("<html lang=\"" + lang + "\""))
            << command;
    };
    const std::string card = "aftercare C-001 --at 2026-01-05T17:30 --format html";
    begins(card, "en");
    begins(patients_report, "en");
    expect_accepted({"patient correct C-001 --language ar --reason 'as she asked'"});
    begins(card, "ar");
    begins(patients_report, "ar");
    begins(card + " --language en", "en");
    begins("progress C-001 --format html", "en");
    expect_refused({{"patient correct C-001 --language fr --reason 'as she asked'", "\"fr\""}});
}

// Cases A01 and A02 by kind: whoever is needled with whatever, the first days are shade.
TEST_F(Aftercare, NeverAllowsTheSunSoonOrSunscreenAtOnce) {
    int number = 0;
    for (const auto* device :
         {"roller", "stamp", "pen", "rf_insulated", "rf_noninsulated", "home"}) {
        for (const auto* skin : {"", " --fitzpatrick II", " --fitzpatrick V"}) {
            SCOPED_TRACE(std::string(device) + skin);
            const auto chart = "A-" + std::to_string(++number);
            desk_.must("patient add --chart " + chart +
                       " --confirm duplicate --name X --born 1990-01-01" + skin);
            desk_.must("session record " + chart + " --at 2026-01-10T10:00 --device " + device +
                       " --area left_cheek:0.3:2");
            const auto care = [&](const std::string& at) {
                return nlohmann::json::parse(
                    desk_.must("aftercare " + chart + " --at " + at + " --json"));
            };
            const auto first = care("2026-01-10T11:00");
            for (const auto& item : first["advised"]) {
                EXPECT_EQ(item["what"], "hyaluronic_acid");
            }
            EXPECT_THAT(first["card"]["first"][0].get<std::string>(),
                        HasSubstr("stay in the shade"));
            const auto third = care("2026-01-13T09:59")["avoid"];
            EXPECT_TRUE(std::any_of(third.begin(), third.end(), [](const auto& item) {
                return item["what"] == "sun" && item["hours_left"] > 0;
            }));
            EXPECT_THAT(desk_.must("aftercare " + chart + " --at 2026-01-10T11:00"),
                        Not(HasSubstr("possible again")));
        }
    }
}

TEST_F(Aftercare, CountsSunscreenInTheFirstHoursAsTooEarly) {
    desk_.must("application record C-001 --at 2026-01-05T15:30 --active sunscreen");
    const auto json =
        nlohmann::json::parse(desk_.must("progress C-001 --as-of 2026-01-06 --json"))["adherence"];
    EXPECT_EQ(json["too_early"], 1);
    EXPECT_EQ(json["advised"], 0);
    EXPECT_THAT(desk_.must("aftercare C-001 --at 2026-01-05T17:30"),
                HasSubstr("Sunscreen 5 hours after the session on 2026-01-05: too early"));
}

TEST_F(Aftercare, RefusesWhatDoesNotFit) {
    expect_refused({
        {"aftercare C-404", "there is no chart \"C-404\""},
        {"aftercare C-001 --at 2026-01-05T25:00", "\"2026-01-05T25:00\" is not"},
        {"aftercare C-001 --at someday", "\"someday\" is not"},
        {"advice set coffee --stance avoid --until-hours 36 --source x", "\"coffee\" is not one"},
        {"advice set sun --stance never --until-hours 36 --source x", "\"never\" is not one"},
        {"advice set sun --stance avoid --until-hours 0 --source x", "from 1 to 2000"},
        {"advice set sun --stance avoid --until-hours 2001 --source x", "from 1 to 2000"},
        {"advice set sun --stance avoid --until-hours 36 --source ' '", "source is blank"},
        {"advice set sun --stance avoid --from-hours 36 --until-hours 36 --source x",
         "until_hours 36 is not after from_hours 36"},
        {"advice set sun --stance avoid --until-hours 36 --cautious-until-hours 36 --source x",
         "cautious_until_hours 36 is not after until_hours 36"},
        {"advice set sun --stance avoid --until-hours 36", "--source is missing", 2},
        {"advice set sun --until-hours 36 --source x", "--stance is missing", 2},
        {"advice remove sun", "the clinic has no row of its own there"},
    });
    expect_accepted({
        "advice set sun --stance avoid --until-hours 2000 --source x",
        "advice set sun --stance no_evidence --from-hours 35 --until-hours 36 "
        "--cautious-until-hours 37 --source x",
    });
}

}  // namespace
}  // namespace whole::aftercare_test
