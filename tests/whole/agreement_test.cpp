// A study of agreement at the cli: from its start to the noise of its scale.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::agreement_test {
namespace {

using Json = nlohmann::ordered_json;
using testing::HasSubstr;
using testing::Not;

class AgreementAtTheDesk : public testing::Test {
  protected:
    AgreementAtTheDesk() {
        desk_.must("init");
        for (int i = 1; i <= 10; ++i) {
            desk_.must(fmt::format("patient add --chart C-{}", i));
        }
        EXPECT_EQ(desk_.must("agreement start --instrument iga --patients 10 "
                             "--on 2026-01-05"),
                  "1\n");
    }
    void rate(int patient, const char* rater, int value) const {
        desk_.must(fmt::format("agreement rate 1 C-{} --rater '{}' --value {} --at 2026-01-05",
                               patient,
                               rater,
                               value));
    }
    void rate_by_two(int from, int to) const {
        for (int i = from; i <= to; ++i) {
            rate(i, "Dr Saleh", 1 + i % 3);
            rate(i, "Mona", i % 3 == 0 ? 2 : 1 + i % 3);
        }
    }
    Json shown() const { return Json::parse(desk_.must("agreement show 1 --json")); }
    void expect_refused(const char* line, const char* says, int status = 1) const {
        const auto ran = desk_(line);
        EXPECT_EQ(ran.status, status) << line;
        EXPECT_THAT(ran.err, HasSubstr(says)) << line;
        EXPECT_TRUE(support::is_error_pairs(ran.err)) << ran.err;
    }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

TEST_F(AgreementAtTheDesk, GoesFromTheFirstRatingToTheNoiseOfTheScale) {
    rate_by_two(1, 7);
    EXPECT_THAT(desk_.must("agreement show 1"),
                HasSubstr("7 of 10 patients are rated by both raters"));
    expect_refused("agreement adopt 1 --reason ours", "7 of 10 patients");
    rate_by_two(8, 10);
    EXPECT_THAT(desk_.must("agreement show 1"), HasSubstr("would be within noise"));
    expect_refused("agreement adopt 1", "reason: is missing");
    EXPECT_EQ(desk_.must("agreement adopt 1 --reason 'our two raters'"), "1\n");
    const auto study = shown();
    EXPECT_EQ(study["reason"], "our two raters");
    EXPECT_EQ(study["sdc_other_rater"], study["adopting"]["sdc_other_rater"]);
    EXPECT_EQ(Json::parse(desk_.must("agreement list --json"))[0]["summary"], study["summary"]);
    EXPECT_THAT(desk_.must("ledger"), HasSubstr("agreement adopt"));
    EXPECT_EQ(desk_("check").status, 0);
}

TEST_F(AgreementAtTheDesk, TakesARatingBack) {
    rate(1, "Mona", 4);
    EXPECT_EQ(desk_.must("agreement unrate 1 --reason 'wrong patient'"), "1\n");
    EXPECT_EQ(desk_.must("agreement ratings 1"), "No ratings of study 1 yet.\n");
    EXPECT_EQ(Json::parse(desk_.must("agreement ratings 1 --json"))[0]["voided"], true);
    EXPECT_EQ(shown()["result"]["ratings"], 0);
    EXPECT_THAT(desk_.must("ledger"), HasSubstr("agreement unrate"));
}

TEST_F(AgreementAtTheDesk, IsVoided) {
    EXPECT_EQ(desk_.must("agreement void 1 --reason test"), "1\n");
    EXPECT_EQ(desk_.must("agreement list"), "No studies of agreement yet.\n");
    EXPECT_EQ(Json::parse(desk_.must("agreement list --json"))[0]["voided"], true);
    EXPECT_THAT(desk_.must("agreement show 1"), HasSubstr("entered in error"));
}

TEST_F(AgreementAtTheDesk, TakesNamesOfValues) {
    desk_.must("agreement start --instrument gais --patients 10");
    EXPECT_EQ(desk_.must("agreement rate 2 C-1 --rater Mona --value much_improved"), "1\n");
    EXPECT_THAT(desk_.must("agreement ratings 2"), HasSubstr("(much improved)"));
    expect_refused("agreement rate 2 C-1 --rater Mona --value splendid",
                   "neither a number nor a name of gais");
}

TEST_F(AgreementAtTheDesk, HasJsonThatSaysWhyThereIsNoNumber) {
    rate(1, "Mona", 1);
    const auto result = shown()["result"];
    EXPECT_TRUE(result["other_rater"]["sdc"].is_null());
    EXPECT_EQ(result["other_rater"]["why_not"], "it takes two raters");
    EXPECT_EQ(result["same_rater"]["why_not"], "no rater rated a patient twice");
    rate_by_two(1, 4);
    const auto more = shown()["result"];
    EXPECT_TRUE(more["other_rater"]["sdc"].is_number());
    EXPECT_TRUE(more["other_rater"]["why_not"].is_null());
    EXPECT_EQ(more["pairs"][0]["raters"], (Json{"Dr Saleh", "Mona"}));
}

TEST_F(AgreementAtTheDesk, RefusesWhatIsNotThereOrNotAValue) {
    expect_refused("agreement start --instrument nosuch --patients 10", "not an instrument");
    expect_refused("agreement start --instrument iga --patients 1", "2 to 999");
    expect_refused("agreement start --instrument iga --patients few", "not a whole number");
    expect_refused("agreement start --instrument iga --patients 10 --medium film", "\"film\"");
    expect_refused("agreement start --instrument iga --patients 10 --on 2026-02-30", "2026-02-30");
    expect_refused("agreement start --instrument iga", "--patients is missing", 2);
    expect_refused("agreement rate 2 C-1 --rater Mona --value 1", "there is none with this id");
    expect_refused("agreement rate x C-1 --rater Mona --value 1", "\"x\" is not an id");
    expect_refused("agreement rate 1 C-99 --rater Mona --value 1", "there is no chart");
    expect_refused("agreement rate 1 C-1 --rater Mona --value 5", "is not 0 to 4");
    expect_refused("agreement rate 1 C-1 --rater '' --value 1", "rater: is empty");
    expect_refused("agreement rate 1 C-1 --value 1", "--rater is missing", 2);
    expect_refused("agreement unrate 1 --reason test", "there is none with this id");
    expect_refused("agreement show 2", "there is none with this id");
    expect_refused("agreement ratings 2", "there is none with this id");
    expect_refused("agreement adopt 2 --reason x", "there is none with this id");
    expect_refused("agreement void 2 --reason test", "there is none with this id");
    EXPECT_EQ(desk_("agreement rate 1 C-1 --rater Mona --value 4").status, 0);
    EXPECT_EQ(desk_("agreement start --instrument iga --patients 2").status, 0);
}

}  // namespace
}  // namespace whole::agreement_test
