// The safety rules as the clinic meets them: asked before a session, held against its record, kept
// with a reason.

#include <fstream>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::safety_test {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Safety : public testing::Test {
  protected:
    Safety() {
        desk_.must("init");
        desk_.must("patient add --chart C-001 --born 1996-04-02 --fitzpatrick III");
        desk_.must("patient add --chart C-002");
    }
    // "level rule" of every finding.
    std::vector<std::string> found(const std::string& line) const {
        std::vector<std::string> all;
        for (const auto& finding : findings(line)) {
            all.push_back(finding.at("level").get<std::string>() + " " +
                          finding.at("rule").get<std::string>());
        }
        return all;
    }
    json findings(const std::string& line) const {
        return json::parse(desk_.must("safety " + line + " --json")).at("findings");
    }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

using Found = std::vector<std::string>;

TEST_F(Safety, OfThreePapulesOnTheLeftCheekFiveDaysAgo) {
    desk_.must("acne record C-001 --on 2026-01-05 --region left_cheek:papules=3 --rest clear");
    const std::string on = " --on 2026-01-10";
    EXPECT_EQ(found("C-001 --area left_cheek --device pen" + on), Found{"stop active_lesions"});
    EXPECT_EQ(found("C-001 --area forehead --device pen" + on), Found{});
    EXPECT_EQ(found("C-001 --area left_cheek --device rf_insulated" + on),
              Found{"sign_off active_lesions_radiofrequency"});
    EXPECT_EQ(found("C-001 --area left_cheek --device pen --on 2026-02-14"),
              Found{"sign_off stale_lesions"});

    const auto finding = findings("C-001 --area left_cheek --device pen" + on).at(0);
    EXPECT_EQ(finding.at("record"), json({{"kind", "acne"}, {"id", 1}}));
    EXPECT_EQ(finding.at("because"), "left cheek: 3 papules on 2026-01-05");
    EXPECT_THAT(finding.at("text").get<std::string>(),
                HasSubstr("Active lesions are there now; scars are contour"));
    EXPECT_THAT(finding.at("source").get<std::string>(), HasSubstr("Dermapen"));
    const auto stale = findings("C-001 --area left_cheek --device pen --on 2026-02-14").at(0);
    EXPECT_THAT(stale.at("because").get<std::string>(), HasSubstr("40 days ago"));
    EXPECT_THAT(stale.at("text").get<std::string>(), HasSubstr("Record a new acne status"));
}

TEST_F(Safety, OfIsotretinoinUntilThreeMonthsAgoFollowsTheClinicsPolicyAndCitesIt) {
    desk_.must("acne record C-001 --on 2026-06-10 --rest clear");
    desk_.must("condition add C-001 --kind isotretinoin --from 2025-10-01 --until 2026-03-15");
    const std::string plan = "C-001 --area chin --device pen --on 2026-06-15";
    EXPECT_EQ(found(plan), Found{"sign_off isotretinoin_label"});
    EXPECT_THAT(findings(plan).at(0).at("source").get<std::string>(), HasSubstr("label"));
    desk_.must("clinic set isotretinoin_rule=consensus");
    EXPECT_EQ(found(plan), Found{"caution isotretinoin_consensus"});
    EXPECT_THAT(findings(plan).at(0).at("source").get<std::string>(), HasSubstr("Spring 2017"));
}

const std::string session =
    "session record C-001 --at 2026-01-10T10:30 --device pen --area left_cheek:1.5:4 --lot L1";

TEST_F(Safety, RefusesARecordOverAStopAndWritesNothing) {
    desk_.must("acne record C-001 --on 2026-01-05 --region left_cheek:papules=3 --rest clear");
    const auto before = desk_.must("check --json");
    const auto refused = desk_.run(support::words(session));
    EXPECT_EQ(refused.status, 1);
    EXPECT_EQ(refused.out, "");
    EXPECT_THAT(refused.err,
                AllOf(HasSubstr("error: stop active_lesions: left cheek: 3 papules"),
                      HasSubstr("try: do not go on, or give the reason to; source: "),
                      HasSubstr(": `--override active_lesions=\"reason\"`")));
    EXPECT_EQ(desk_.must("check --json"), before);
}

TEST_F(Safety, KeepsTheReasonWithTheSessionAndInTheLedger) {
    desk_.must("acne record C-001 --on 2026-01-05 --region left_cheek:papules=3 --rest clear");
    EXPECT_EQ(desk_.must(session + " --override 'active_lesions=two healing papules'"), "1\n");
    EXPECT_THAT(desk_.must("session show 1"), HasSubstr("nevertheless: two healing papules"));
    EXPECT_THAT(desk_.must("ledger C-001"), HasSubstr("override two healing papules"));
    const auto kept = json::parse(desk_.must("finding list C-001 --json"));
    EXPECT_EQ(kept.at(0).at("rule"), "active_lesions");
    EXPECT_EQ(kept.at(0).at("level"), "stop");
    EXPECT_EQ(kept.at(0).at("override"), "two healing papules");
    EXPECT_EQ(kept.at(0).at("record"), "acne 1");
    EXPECT_EQ(kept.at(1).at("rule"), "traceability");
    EXPECT_EQ(kept.at(1).at("override"), nullptr);
    EXPECT_THAT(desk_.must("check"), HasSubstr("whole"));
}

TEST_F(Safety, SaysACautionWhileItRecordsAndAsksForNoReason) {
    const auto ran = desk_.run(support::words(session));
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.out, "1\n");
    EXPECT_THAT(ran.err, HasSubstr("caution: Left cheek: no acne status is recorded"));
}

TEST_F(Safety, RefusesReasonsThatAreBlankTwiceGivenMisspeltOrForNothing) {
    desk_.must("acne record C-001 --on 2026-01-05 --region left_cheek:papules=3 --rest clear");
    const struct {
        const char* reasons;
        const char* says;
    } cases[] = {
        {" --override active_lesions=", "reason is blank"},
        {" --override 'active_lesions=  '", "reason is blank"},
        {" --override active_lesions=x", "less than two words"},
        {" --override 'active_lesions=. .'", "less than two words"},
        {" --override active_lesions", "is not RULE=reason"},
        {" --override =why", "is not RULE=reason"},
        {" --override 'active_lesion=why not'", "found nothing"},
        {" --override 'active_lesions=why not' --override 'pregnancy=why not'", "found nothing"},
        {" --override active_lesions=why --override active_lesions=so", "given twice"},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.reasons);
        const auto ran = desk_.run(support::words(session + each.reasons));
        EXPECT_EQ(ran.status, 1);
        EXPECT_THAT(ran.err, HasSubstr(each.says));
        EXPECT_THAT(desk_.must("session list C-001"), HasSubstr("No sessions"));
    }
}

// Three papules of the chin and of the nose; the cheek is clear.
TEST_F(Safety, TakesAReasonForTheRegionsThatItNames) {
    desk_.must(
        "acne record C-001 --on 2026-01-05 --region chin:papules=3 --region nose:papules=3 "
        "--rest clear");
    const std::string three =
        "session record C-001 --at 2026-01-10T10:30 --device pen --area chin:0.5:2 "
        "--area nose:0.5:2 --area left_cheek:0.5:2 --lot L1";
    const struct {
        const char* reasons;
        const char* says;
    } refused[] = {
        {"", "--override active_lesions@nose=\"reason\""},
        {" --override 'active_lesions=two healing papules'", "this rule speaks of 2 regions"},
        {" --override 'active_lesions@chin=two healing papules'", "nose: 3 papules"},
        {" --override 'active_lesions@chin,left_cheek=why not'", "nothing in \"left_cheek\""},
        {" --override 'active_lesions@chin,brow=why not'", "nothing in \"brow\""},
        {" --override 'active_lesions@=why not'", "say which the reason is for"},
        {" --override 'active_lesions@chin,nose=why not' --override 'active_lesions@nose=so be it'",
         "another reason answers the same"},
        {" --override 'active_lesions@chin,nose=x'", "less than two words"},
        {" --override 'active_lesions@chin,nose=why not' --override 'pregnancy@chin=why not'",
         "this rule found nothing"},
        {" --override 'active_lesions@chin,nose=why not' --override 'traceability@chin=so be it'",
         "speaks of no single region"},
    };
    for (const auto& each : refused) {
        SCOPED_TRACE(each.reasons);
        const auto ran = desk_.run(support::words(three + each.reasons));
        EXPECT_EQ(ran.status, 1);
        EXPECT_THAT(ran.err, HasSubstr(each.says));
        EXPECT_THAT(desk_.must("session list C-001"), HasSubstr("No sessions"));
    }
    desk_.must(three +
               " --override 'active_lesions@chin=healing, left out' "
               "--override 'active_lesions@nose=treated last week'");
    std::map<std::string, std::string> kept;
    for (const auto& finding : json::parse(desk_.must("finding list C-001 --json"))) {
        if (finding.at("rule") == "active_lesions") {
            kept[finding.at("region").get<std::string>()] =
                finding.at("override").get<std::string>();
        }
    }
    EXPECT_EQ(kept,
              (std::map<std::string, std::string>{{"chin", "healing, left out"},
                                                  {"nose", "treated last week"}}));
    EXPECT_THAT(desk_.must("check"), HasSubstr("whole"));
    desk_.must("session void 1 --reason test");
    desk_.must(three + " --override 'active_lesions@nose,chin=all are healing'");
}

TEST_F(Safety, OfARepeatedSubmissionIsTheFirstAnswer) {
    desk_.must("acne record C-001 --on 2026-01-05 --region left_cheek:papules=3 --rest clear");
    const auto line = session + " --override 'active_lesions=why not' --key tablet-1";
    EXPECT_EQ(desk_.must(line), "1\n");
    EXPECT_EQ(desk_.must(line), "1\n") << "and is not asked again";
    EXPECT_THAT(desk_(session + " --key tablet-1").err, HasSubstr("used for something else"));
    EXPECT_EQ(json::parse(desk_.must("session list C-001 --json")).size(), 1U);
}

TEST_F(Safety, ARecallListsApartWhatOnlyHoldsTheLotOrLooksLikeIt) {
    const std::string put_on = "application record C-002 --active other --confirm duplicate --at ";
    desk_.must(put_on + "2026-01-01 --lot 'lt 0042'");
    desk_.must(put_on + "2026-01-02 --lot 'LT-0042, LT-0043'");
    desk_.must(put_on + "2026-01-03 --lot LT-OO42");
    desk_.must(put_on + "2026-01-04 --product 'Serum, LOT LT0042'");
    desk_.must(put_on + "2026-01-05 --lot LT-00421");
    desk_.must(put_on + "2026-01-06 --lot LT-0099");
    desk_.must(session + " --anaesthetic 'Lidocaine 5 % (LT-0042)'");
    const auto found = json::parse(desk_.must("lot LT-0042 --json"));
    const auto days = [](const json& records) {
        std::string all;
        for (const auto& record : records) {
            all += record["at"].get<std::string>().substr(8, 2) + " ";
        }
        return all;
    };
    EXPECT_EQ(days(found["applications"]), "01 ");
    EXPECT_EQ(found["sessions"].size(), 0U);
    EXPECT_EQ(days(found["also"]["applications"]), "02 03 04 ");
    EXPECT_EQ(found["also"]["sessions"].size(), 1U);
    EXPECT_THAT(desk_.must("lot LT-0042"), HasSubstr("Also look at"));
    EXPECT_THAT(desk_.must("lot LT-0099"), Not(HasSubstr("Also look at")));
}

TEST_F(Safety, OfACartridgeThatHadExpiredAsksForAReasonWhichIsKept) {
    const std::string used =
        "session record C-001 --at 2026-01-10T11:30 --device pen --area chin:0.5:2";
    desk_.must(used + " --lot-expiry 2026-01-10");
    const auto expired = used + " --confirm duplicate --lot-expiry 2026-01-09";
    const auto refused = desk_.run(support::words(expired));
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err,
                AllOf(HasSubstr("stop cartridge_expired"), HasSubstr("expired on 2026-01-09")));
    desk_.must(expired + " --override 'cartridge_expired=seen after the session'");
    EXPECT_THAT(desk_.must("session show 2"), HasSubstr("seen after the session"));
}

TEST_F(Safety, OfTheOnlyCartridgeOfALotThatAnotherPatientMetAsksForAReason) {
    desk_.must(session);
    desk_.must(
        "stock add --kind cartridge --product 'Pen 12' --lot L1 --received 1 --received-on "
        "2026-01-02");
    const std::string other =
        "session record C-002 --at 2026-01-10T11:30 --device pen --area chin:0.5:2 --lot L1";
    const auto refused = desk_.run(support::words(other));
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(
        refused.err,
        AllOf(
            HasSubstr("stop cartridge_reused"), HasSubstr("(session 1)"), Not(HasSubstr("C-001"))));
    desk_.must(other + " --override 'cartridge_reused=another cartridge of the lot'");
    desk_.must("application record C-002 --at 2026-01-10T12:00 --active other --lot L1");
    EXPECT_THAT(desk_.must("lot L1"),
                AllOf(HasSubstr("C-001"),
                      HasSubstr("C-002"),
                      HasSubstr("session 2"),
                      HasSubstr("application 1")));
    const auto found = json::parse(desk_.must("lot L1 --json"));
    EXPECT_EQ(found.at("sessions").size(), 2U);
    EXPECT_EQ(found.at("sessions").at(1).at("patient"), "C-002");
    EXPECT_EQ(found.at("applications").size(), 1U);
    desk_.must("session void 1 --reason test");
    EXPECT_EQ(json::parse(desk_.must("lot L1 --json")).at("sessions").size(), 1U);
    EXPECT_THAT(desk_.must("lot ' l1 '"), HasSubstr("session 2"));
    EXPECT_THAT(desk_.must("lot L9"), HasSubstr("Nobody met lot \"L9\""));
}

TEST_F(Safety, OfALotThatTheStockDoesNotKnowIsAStopUntilItsDeliveryIsEntered) {
    desk_.must(session);
    const std::string plan = " --device pen --area chin:0.5:2 --lot ";
    for (const auto* lot : {"L1", "l-1", "'l 1'"}) {
        EXPECT_THAT(desk_.run(support::words("safety C-002 --on 2026-01-10" + plan + lot)).out,
                    AllOf(HasSubstr("cartridge_reused"), HasSubstr("the stock does not know")))
            << lot;
        const auto refused =
            desk_.run(support::words("session record C-002 --at 2026-01-10T11:30" + plan + lot));
        EXPECT_EQ(refused.status, 1) << lot;
        EXPECT_THAT(refused.err, HasSubstr("stop cartridge_reused")) << lot;
    }
    desk_.must(
        "stock add --kind cartridge --product 'Pen 12' --lot L1 --received 50 --received-on "
        "2026-01-02");
    desk_.must("session record C-002 --at 2026-01-10T11:30" + plan + "l-1");
}

TEST_F(Safety, OfDepthsFollowsTheClinicsOwnLimits) {
    desk_.must("acne record C-001 --on 2026-01-05 --rest clear");
    const std::string plan = "C-001 --area forehead:0.9 --device pen --on 2026-01-10";
    EXPECT_EQ(found(plan), Found{});
    desk_.must("depth-limit set forehead --max 0.75 --fitzpatrick III --source 'Dr A'");
    EXPECT_EQ(found(plan), Found{"sign_off depth_of_the_clinic"});
    EXPECT_THAT(desk_.must("depth-limit list"), AllOf(HasSubstr("0.75 mm"), HasSubstr("Dr A")));
    desk_.must("depth-limit set forehead --max none --fitzpatrick III");
    EXPECT_EQ(found("C-001 --area forehead:2.9 --device pen --on 2026-01-10"),
              Found{"caution depth_not_evaluated"});
    desk_.must("depth-limit remove forehead --fitzpatrick III");
    EXPECT_EQ(found("C-001 --area forehead:2.9 --device pen --on 2026-01-10"),
              Found{"caution depth_of_the_guide"});
    EXPECT_EQ(desk_("depth-limit remove forehead").status, 1);
    EXPECT_EQ(desk_("depth-limit set forehead --max 9").status, 1);
    EXPECT_EQ(desk_("depth-limit set brow --max 1").status, 1);
    EXPECT_THAT(desk_.must("check"), HasSubstr("whole"));
}

TEST_F(Safety, WhatWasGoneOnOverAndNotJudgedIsToldWithTheSession) {
    desk_.must("acne record C-001 --on 2026-01-05 --region left_cheek:papules=3 --rest clear");
    desk_.must("treatment add C-001 --kind oral_medicine --name Zorbital --from 2026-01-01");
    const auto gate =
        json::parse(desk_.must("safety C-001 --area nose --device pen --on 2026-01-10 --json"));
    EXPECT_EQ(gate.at("all_clear"), false);
    EXPECT_EQ(gate.at("not_judged").at(0).at("what"), "medicine");
    EXPECT_THAT(gate.at("words").get<std::string>(), HasSubstr("Not judged: “Zorbital”"));
    desk_.must(session + " --override 'active_lesions=two healing papules'");
    EXPECT_THAT(desk_.must("progress C-001 --as-of 2026-02-01"),
                AllOf(HasSubstr("two healing papules"), HasSubstr("not judged: “Zorbital”")));
    EXPECT_THAT(desk_.must("progress C-001 --as-of 2026-02-01 --format html"),
                AllOf(HasSubstr("two healing papules"), HasSubstr("Zorbital")));
    EXPECT_THAT(desk_.must("session show 1"), HasSubstr("Zorbital"));
    EXPECT_THAT(desk_.must("check"), HasSubstr("whole"));
}

TEST_F(Safety, WithoutAreaAndDeviceIsOfTheLastSessions) {
    desk_.must("acne record C-001 --on 2026-01-05 --region left_cheek:papules=3 --rest clear");
    desk_.must(session + " --override 'active_lesions=why not'");
    EXPECT_THAT(desk_.must("safety C-001 --on 2026-01-12"),
                AllOf(HasSubstr("pen, left cheek"), HasSubstr("STOP"), HasSubstr("SIGN OFF")));
    for (const auto* bad : {"safety C-002 --device pen",
                            "safety C-001 --area nowhere",
                            "safety C-001 --area chin:9",
                            "safety C-001 --device needle",
                            "safety C-001 --on 2026-02-30",
                            "safety C-404"}) {
        EXPECT_EQ(desk_(bad).status, 1) << bad;
    }
}

TEST_F(Safety, RulesAreListedAndShownWithTheirSources) {
    const auto all = json::parse(desk_.must("rule list --json"));
    EXPECT_GT(all.size(), 40U);
    for (const auto& rule : all) {
        EXPECT_FALSE(rule.at("source").get<std::string>().empty());
    }
    EXPECT_THAT(desk_.must("rule show isotretinoin_label"),
                AllOf(HasSubstr("sign off"), HasSubstr("6 months"), HasSubstr("label")));
    EXPECT_EQ(desk_("rule show nonsense").status, 1);
}

TEST_F(Safety, JudgesImportedSessionsAfterwardsAndKeepsWhatItWouldHaveAsked) {
    desk_.must("acne record C-001 --on 2026-01-05 --region chin:papules=3 --rest clear");
    desk_.must("treatment add C-001 --kind oral_medicine --name Zorbital --from 2026-01-01");
    const auto file = folder_ / "old.csv";
    std::ofstream(file) << "patient,at,device,chin.depth_mm,chin.passes\n"
                           "C-001,2026-01-10T10:30,pen,0.5,2\n"
                           "C-002,2026-01-10T11:30,pen,0.5,2\n";
    const auto line = "import " + file.string() + " --as sessions";
    EXPECT_FALSE(json::parse(desk_.must(line + " --dry-run --json")).contains("findings_not_asked"))
        << "the rules are asked about what is stored";
    EXPECT_THAT(desk_.must("finding list C-001"), HasSubstr("No findings"));
    EXPECT_THAT(desk_.must(line),
                HasSubstr("imported 2 sessions; findings of the safety rules, not asked at the "
                          "time: 2"));
    const auto kept = json::parse(desk_.must("finding list C-001 --json"));
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept.at(0).at("rule"), "active_lesions");
    EXPECT_EQ(kept.at(0).at("region"), "chin");
    EXPECT_EQ(kept.at(0).at("not_asked"), true);
    EXPECT_EQ(kept.at(0).at("override"), nullptr);
    EXPECT_EQ(kept.at(1).at("rule"), "not_judged");
    EXPECT_EQ(json::parse(desk_.must("finding list C-002 --json")).size(), 0U);
    EXPECT_THAT(desk_.must("progress C-001 --as-of 2026-02-01"),
                HasSubstr("not asked at the time: chin: 3 papules"));
    EXPECT_THAT(desk_.must("progress C-001 --as-of 2026-02-01 --format html"),
                HasSubstr("chin: 3 papules"));
    EXPECT_THAT(desk_.must("session show 1"), HasSubstr("not asked at the time"));
    desk_.must("session correct 1 --pain 4 --reason 'was left out'");
    EXPECT_EQ(json::parse(desk_.must("finding list C-001 --json")).at(0).at("not_asked"), true);
    EXPECT_THAT(desk_.must("check"), HasSubstr("whole"));
}

// An export has what the rules said when each session was recorded.
TEST_F(Safety, DoesNotJudgeTheSessionsOfAnExportAgain) {
    desk_.must("acne record C-001 --on 2026-01-05 --region left_cheek:papules=3 --rest clear");
    desk_.must(session + " --override 'active_lesions=two healing papules'");
    const auto exported = (folder_ / "export").string();
    desk_.must("export " + exported);
    support::CommandLine other{folder_ / "other.needlebook"};
    other.must("init");
    other.must("import " + exported);
    EXPECT_EQ(desk_.must("finding list C-001 --json"), other.must("finding list C-001 --json"));
}

}  // namespace
}  // namespace whole::safety_test
