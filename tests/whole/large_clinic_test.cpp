// A clinic that grew: its list in pages, and its results on an earlier day.

#include <fstream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/program.h"
#include "tests/support/sqlite_shell.h"
#include "tests/support/temporary_folder.h"

namespace whole::large_clinic_test {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr int patients = 120;

// Everybody has a value in January and in March and a session between; two have more in May.
class LargeClinic : public testing::Test {
  protected:
    LargeClinic() {
        desk_.must("init --name Clinic --time-zone Etc/UTC");
        std::string people = "chart,name,fitzpatrick,tag:arm\n";
        std::string courses = "patient,concern,sessions,every,on\n";
        std::string sessions = "patient,at,device,areas\n";
        std::string scores = "patient,at,dlqi,gags\n";
        for (int i = 1; i <= patients; ++i) {
            const auto chart = fmt::format("P-{:03}", i);
            people += fmt::format("{},Name{} أحمد,{},{}\n",
                                  chart,
                                  i,
                                  i % 3 == 0 ? "III" : "IV",
                                  i % 2 == 0 ? "a" : "b");
            courses += chart + ",acne_scars,4,4w,2026-01-20\n";
            const auto session = [&](const char* day, double depth) {
                sessions += fmt::format("{},{}T10:30,pen,left_cheek:{}:4\n", chart, day, depth);
            };
            const auto score = [&](const char* day, int by) {
                scores += fmt::format("{},{},{},{}\n", chart, day, 5 + i % by, 8 + i % by);
            };
            score("2026-01-05", 23);
            session("2026-01-20", 1.0);
            score("2026-03-20", 11);
            if (i % 60 == 0) {
                session("2026-05-01", 2.5);
                score("2026-06-10", 7);
            }
        }
        import("patients", people);
        import("courses", courses);
        import("sessions", sessions);
        import("scores", scores);
        desk_.must("event record P-060 --kind erythema --onset 2026-05-02 --severity 1");
    }
    void import(const std::string& kind, const std::string& rows) const {
        const auto file = folder_.path() / (kind + ".csv");
        std::ofstream(file) << rows;
        desk_.must("import " + file.string() + " --as " + kind);
    }
    // On several days, by each grouping.
    std::vector<json> results() const {
        std::vector<json> all;
        for (const auto* day :
             {"2026-01-10", "2026-03-20", "2026-04-30", "2026-05-01", "2026-06-09", "2026-06-10"}) {
            for (const auto* by : {"", "fitzpatrick", "sessions", "depth", "device", "tag:arm"}) {
                const auto grouping = *by == 0 ? "" : fmt::format(" --by {}", by);
                all.push_back(json::parse(
                    desk_.must(fmt::format("outcomes --json --as-of {}{}", day, grouping))));
            }
        }
        return all;
    }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

TEST_F(LargeClinic, HasTheResultsOfADayWhateverCameAfter) {
    const auto kept = results();
    ASSERT_TRUE(
        support::sqlite_shell(desk_.book(), "UPDATE aggregate_state SET method = method + 1"));
    const auto anew = results();
    ASSERT_EQ(kept.size(), anew.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        EXPECT_EQ(kept[i], anew[i]);
    }
}

TEST_F(LargeClinic, IsListedInPages) {
    const auto first = desk_("patient list");
    EXPECT_THAT(first.out, AllOf(HasSubstr("P-100"), Not(HasSubstr("P-101"))));
    EXPECT_EQ(first.err, "100 of 120 patients; the next: --after P-100; all of them: --all\n");
    const auto next = desk_("patient list --after P-100");
    EXPECT_THAT(next.out, AllOf(Not(HasSubstr("P-100")), HasSubstr("P-101"), HasSubstr("P-120")));
    EXPECT_EQ(next.err, "");
    EXPECT_THAT(desk_.must("patient list --all"), AllOf(HasSubstr("P-001"), HasSubstr("P-120")));
    EXPECT_EQ(json::parse(desk_.must("patient list --json")).size(), 120U);
    const auto two = json::parse(desk_.must("patient list --json --limit 2 --after P-118"));
    ASSERT_EQ(two.size(), 2U);
    EXPECT_EQ(two[0]["chart"], "P-119");
    EXPECT_EQ(two[0]["tags"]["arm"], "b");
    EXPECT_EQ(desk_.must("patient list --after P-120"), "No patients after this one.\n");
}

TEST_F(LargeClinic, RefusesPagesThatAreNone) {
    for (const auto* line : {"patient list --limit 0",
                             "patient list --limit -3",
                             "patient list --limit many",
                             "patient list --limit 5 --all"}) {
        const auto ran = desk_(line);
        EXPECT_NE(ran.status, 0) << line;
        EXPECT_TRUE(support::is_error_pairs(ran.err)) << line << "\n" << ran.err;
    }
}

TEST_F(LargeClinic, IsSearchedInBothScripts) {
    EXPECT_EQ(json::parse(desk_.must("patient find name119 --json")).size(), 1U);
    EXPECT_EQ(json::parse(desk_.must("patient find احمد --json")).size(), 120U);
}

}  // namespace
}  // namespace whole::large_clinic_test
