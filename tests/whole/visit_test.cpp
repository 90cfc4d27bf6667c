// A whole visit by one command: one entry, the rules as everywhere, and one undo.

#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/program.h"
#include "tests/support/pseudo_terminal.h"
#include "tests/support/temporary_folder.h"

namespace whole::visit_test {
namespace {

using Json = nlohmann::json;
using support::CommandLine;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Visit : public testing::Test {
  protected:
    Visit() {
        desk_.must("init --name Clinic --time-zone Africa/Cairo");
        desk_.must("patient add --chart C-001 --born 1996-04-02 --fitzpatrick III");
        desk_.must(
            "session record C-001 --at 2026-01-05T10:30 --operator 'Dr Saleh' --device pen --model "
            "'Pen 3' --lot "
            "L-1 --lot-expiry 2027-12 --needles 12 --serial S-9 --consent 2025-1 --anaesthetic "
            "'lidocaine 4 %' "
            "--anaesthetic-min 30 --area left_cheek:1.5:4 --area right_cheek:1.5:4 --pain 5 --note "
            "calm");
    }
    Json json(const std::string& line) const { return Json::parse(desk_.must(line + " --json")); }
    std::size_t entries() const { return json("ledger").size(); }
    void expect_refused(const std::string& line, const std::string& said) const {
        const auto before = entries();
        const auto ran = desk_(line);
        EXPECT_EQ(ran.status, 1) << line;
        EXPECT_THAT(ran.err, HasSubstr(said)) << line;
        EXPECT_EQ(entries(), before);
    }

    support::TemporaryFolder folder_;
    CommandLine desk_{folder_ / "clinic.needlebook"};
};

// What clinics do at a follow-up: acne and scars are looked at, the session is as the last one,
// marks are seen, and the same product is put on.
constexpr std::string_view follow_up =
    "visit C-001 at=2026-02-05 acne iga=2 clear scars goodman_baron_grade=2 session lot=L-2 "
    "pain=4 "
    "pinpoint_bleeding application niacinamide";

TEST_F(Visit, OfAFollowUpTakesAtMost150CharactersAndIsOneEntryAndOneUndo) {
    EXPECT_LE(std::string("needlebook ").size() + follow_up.size(), 150U);
    const auto before = entries();
    const auto ran = desk_(follow_up);
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.out, "session 2, application 1, acne 1, scars 1\n");
    EXPECT_EQ(entries(), before + 1);
    EXPECT_EQ(json("acne show 1")["iga"], 2);
    EXPECT_EQ(json("acne show 1")["on"], "2026-02-05");
    EXPECT_EQ(json("application show 1")["session"], 2);
    const auto seq = json("ledger").back()["seq"].get<int>();
    EXPECT_THAT(ran.err, HasSubstr("the way back: needlebook undo " + std::to_string(seq)));
    desk_.must("undo " + std::to_string(seq));
    EXPECT_EQ(desk_("session show 2").status, 1);
    EXPECT_EQ(desk_("acne show 1").status, 1);
    EXPECT_EQ(json("session list C-001").size(), 1U);
}

TEST_F(Visit, TakesOverTheLastSessionButWhatIsOfOneUse) {
    desk_.must("visit C-001 at=2026-02-05T10:30 session pain=4");
    const auto session = json("session show 2");
    EXPECT_EQ(session["device"], "pen");
    EXPECT_EQ(session["model"], "Pen 3");
    EXPECT_EQ(session["operator"], "Dr Saleh");
    EXPECT_EQ(session["anaesthetic"], "lidocaine 4 %");
    EXPECT_EQ(session["areas"], json("session show 1")["areas"]);
    EXPECT_EQ(session["pain"], 4);
    for (const auto* each :
         {"lot", "lot_expiry", "serial", "consent", "anaesthetic_min", "endpoint", "note"}) {
        EXPECT_TRUE(session[each].is_null()) << each;
    }
}

TEST_F(Visit, SaysWhatItTakesOverAndLetsItBeEmptiedAndReplaced) {
    const auto ran = desk_("visit C-001 at=2026-02-05T10:30 session model= chin,nose:0.5:2");
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.err,
                HasSubstr("note: as on 2026-01-05: operator Dr Saleh, device pen, model Pen 3"));
    const auto session = json("session show 2");
    EXPECT_TRUE(session["model"].is_null());
    ASSERT_EQ(session["areas"].size(), 2U);
    EXPECT_EQ(session["areas"][0]["depth_mm"], 0.5);
}

TEST_F(Visit, OfAFirstSessionNeedsWhatNothingTells) {
    desk_.must("patient add --chart C-002");
    expect_refused("visit C-002 at=2026-02-05T10:30 session chin:0.5:2",
                   "session/device: device is missing");
    expect_refused("visit C-002 application same", "no product was put on before");
    desk_.must("visit C-002 at=2026-02-05T10:30 session pen chin:0.5:2");
}

TEST_F(Visit, OfAProductIsTheSameAsTheLastOne) {
    desk_.must(
        "visit C-001 at=2026-02-05T10:30 application niacinamide product='Serum 5 %' lot=P-1");
    desk_.must("visit C-001 at=2026-03-05T10:30 application same");
    const auto last = json("application show 2");
    EXPECT_EQ(last["active"], "niacinamide");
    EXPECT_EQ(last["product"], "Serum 5 %");
    EXPECT_TRUE(last["lot"].is_null());
}

TEST_F(Visit, IsReadFromATextToo) {
    std::ofstream(folder_ / "visit.txt")
        << "# follow-up\nat=2026-02-05T10:30\nacne iga=2\nsession pain=4\n"
           "  note=\"two words\"\n";
    EXPECT_EQ(desk_.must("visit C-001 --file '" + (folder_ / "visit.txt").string() + "'"),
              "session 2, acne 1\n");
    EXPECT_EQ(json("session show 2")["note"], "two words");
    const auto piped = support::Process({"/bin/sh",
                                         "-c",
                                         "echo at=2026-03-05T10:30 session pain=3 | " +
                                             std::string(NEEDLEBOOK) + " visit C-001 --file -"},
                                        desk_.settings())
                           .wait();
    EXPECT_EQ(piped.out, "session 3\n") << piped.err;
    EXPECT_EQ(
        desk_.run({"visit", "C-001", "at=2026-04-05T10:30 session pain=2 note=\"a line\""}).out,
        "session 4\n");
    EXPECT_EQ(json("session show 4")["note"], "a line");
}

TEST_F(Visit, ShowsWhatItWouldRecordAndWritesNothing) {
    const auto before = entries();
    const auto ran = desk_(std::string(follow_up) + " --dry-run");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(
        ran.out,
        AllOf(HasSubstr("session\n"), HasSubstr("pinpoint_bleeding"), HasSubstr("scores\n")));
    EXPECT_EQ(entries(), before);
    EXPECT_EQ(desk_("visit C-001 at=2026-01-07T10:30 session --dry-run").status, 1)
        << "as it would be refused";
    EXPECT_EQ(entries(), before);
}

TEST_F(Visit, AsksTheRulesAsSessionRecordDoes) {
    desk_.must("condition add C-001 --kind herpes_active");
    const auto one =
        desk_("session record C-001 --at 2026-02-05T10:30 --device pen --area perioral:0.5:3");
    const auto whole = desk_("visit C-001 at=2026-02-05T10:30 session pen perioral:0.5:3");
    EXPECT_EQ(one.status, 1);
    EXPECT_EQ(whole.status, 1);
    EXPECT_THAT(one.err, HasSubstr("override"));
    const auto errors = [](const std::string& text) { return text.substr(text.find("error: ")); };
    EXPECT_EQ(errors(whole.err), errors(one.err));
    const std::string rule = "override herpes_active";
    ASSERT_THAT(one.err, HasSubstr(rule));
    desk_.must(
        "visit C-001 at=2026-02-05T10:30 session pen perioral:0.5:3 "
        "'override=herpes_active=healed, a scar only'");
    EXPECT_THAT(desk_.must("session show 2"), HasSubstr("healed, a scar only"));
}

TEST_F(Visit, JudgesTheSessionBesideWhatWasSeenAtTheSameVisit) {
    expect_refused("visit C-001 at=2026-02-05T10:30 acne left_cheek:papules=4 session",
                   "override active_lesions");
}

TEST_F(Visit, IsWrittenWholeOrNotAtAll) {
    expect_refused("visit C-001 at=2026-02-05T10:30 acne iga=2 session pain=12", "session/pain: ");
    expect_refused("visit C-001 at=2026-02-05T10:30 acne iga=7 session pain=4", "acne/iga: ");
    EXPECT_THAT(desk_.must("acne list C-001"), HasSubstr("No acne"));
}

TEST_F(Visit, NamesEveryWordThatDoesNotFit) {
    expect_refused("visit C-001 session pian=4", "did you mean pain?");
    expect_refused("visit C-001 session pinpoint_bleding", "did you mean pinpoint_bleeding?");
    expect_refused("visit C-001 sesion pain=4", "did you mean session?");
    expect_refused("visit C-001 at=someday session", "at: ");
    expect_refused("visit C-001 session left_cheek:1.5", "is not REGION:DEPTH_MM:PASSES");
    const auto ran = desk_("visit C-001");
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("nothing is said of it"));
}

TEST_F(Visit, AnswersItsRecordsAsJson) {
    const auto answer = json("visit C-001 at=2026-02-05T10:30 acne iga=2 session pain=4");
    ASSERT_EQ(answer["records"].size(), 2U);
    EXPECT_EQ(answer["records"][0]["kind"], "session");
    EXPECT_EQ(answer["records"][0]["record"]["pain"], 4);
}

TEST_F(Visit, WithAKeyIsWrittenOnce) {
    const std::string line = "visit C-001 at=2026-02-05T10:30 session pain=4 --key k1";
    desk_.must(line);
    EXPECT_EQ(desk_.must(line), "session 2\n");
    EXPECT_EQ(json("session list C-001").size(), 2U);
    const auto piped = desk_("visit C-001 --file - --key k2");
    EXPECT_EQ(piped.status, 2);
    EXPECT_THAT(piped.err, HasSubstr("does not go with standard input"));
}

TEST_F(Visit, IsAskedStepByStepAtATerminal) {
    const auto before = entries();
    const auto ran = support::at_terminal(CommandLine::line("visit C-001 --at 2026-02-05T10:30"),
                                          desk_.settings(),
                                          "> ",
                                          {"iga=2",       // skin, of acne by itself
                                           "acne iga=9",  // refused, and asked again
                                           "",            // no more of the skin
                                           ""});          // nothing new for safety
    EXPECT_EQ(ran.status, 1) << "the input ended: " << ran.out;
    EXPECT_THAT(ran.out, HasSubstr("acne/iga"));
    EXPECT_EQ(entries(), before) << "nothing of what was broken off";
}

TEST_F(Visit, AtATerminalIsRecordedAsOneEntry) {
    const auto before = entries();
    const auto ran = support::at_terminal(CommandLine::line("visit C-001 --at 2026-02-05T10:30"),
                                          desk_.settings(),
                                          "> ",
                                          {"iga=2",              // skin
                                           "",                   // no more
                                           "",                   // safety
                                           "y",                  // the session was done
                                           "pain=4",             // what differs
                                           "L-2",                // lot
                                           "soon",               // its expiry: refused
                                           "2027-12",            // and asked again
                                           "",                   // serial
                                           "",                   // consent
                                           "30",                 // minutes
                                           "pinpoint_bleeding",  // endpoint
                                           "",                   // marks
                                           "same",               // aftercare: there is none
                                           "niacinamide",        //
                                           ""});
    EXPECT_EQ(ran.status, 0) << ran.out;
    EXPECT_THAT(ran.out, HasSubstr("no product was put on before"));
    EXPECT_EQ(entries(), before + 1);
    const auto session = json("session show 2");
    EXPECT_EQ(session["lot"], "L-2");
    EXPECT_EQ(session["lot_expiry"], "2027-12-31");
    EXPECT_EQ(session["pain"], 4);
    EXPECT_EQ(session["anaesthetic_min"], 30);
    EXPECT_EQ(session["areas"].size(), 2U);
    EXPECT_EQ(json("application show 1")["session"], 2);
}

TEST_F(Visit, AtATerminalAsksForTheReasonsThatTheRulesWant) {
    desk_.must("condition add C-001 --kind herpes_active");
    const std::vector<std::string> until_session{
        "", "", "y", "perioral:0.5:3 lot=L-2 pain=4", "", "", "", "", "", "", ""};
    const auto answered = [&](const std::vector<std::string>& reasons) {
        auto answers = until_session;
        answers.insert(answers.end(), reasons.begin(), reasons.end());
        return support::at_terminal(CommandLine::line("visit C-001 --at 2026-02-05T10:30"),
                                    desk_.settings(),
                                    "> ",
                                    answers);
    };
    const auto before = entries();
    EXPECT_EQ(answered({""}).status, 1);
    EXPECT_EQ(entries(), before);
    const auto ran =
        answered({"healed, a scar only", "healed, a scar only", "healed, a scar only"});
    EXPECT_EQ(ran.status, 0) << ran.out;
    EXPECT_EQ(entries(), before + 1);
    EXPECT_THAT(desk_.must("session show 2"), HasSubstr("healed, a scar only"));
}

}  // namespace
}  // namespace whole::visit_test
