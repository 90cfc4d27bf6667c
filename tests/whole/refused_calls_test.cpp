// Calls that name what is not there, or that the program does not understand.

#include <string>

#include <gtest/gtest.h>

#include "tests/whole/refusals.h"

namespace whole::refused_calls_test {
namespace {

using RefusedCalls = Refusals;

TEST_F(RefusedCalls, OfWhatIsNotThereOrSomebodyElses) {
    expect_refused({
        {"session record C-404 --at 2026-02-05 --device pen --area chin:1:4",
         "there is no chart \"C-404\""},
        {"session record C-003 --at 2026-02-05 --device pen --area chin:1:4",
         "chart \"C-003\" was voided"},
        {"progress C-404", "there is no chart \"C-404\""},
        {"patient show C-404", "there is no chart"},
        {"patient void C-404 --reason x", "there is no chart"},
        {"ledger C-404", "there is no chart"},
        {"patient add --chart C-003", "chart \"C-003\" was voided"},
        {"patient correct C-002 --chart C-003 --reason test", "chart \"C-003\" was voided"},
        {"patient show C-001 --voided", "no patient with chart \"C-001\" was voided"},
        {"patient add --chart C-009 --telephone 1234", "telephone"},
        {"patient add --chart C-009 --email nadia", "email"},
        {"patient add --chart C-001", "chart \"C-001\" is taken"},
        {"patient correct C-002 --chart C-001 --reason test", "chart \"C-001\" is taken"},
        {"session record C-001 --at 2026-02-05 --device pen --area chin:1:4 --course 2",
         "--course: the patient has no course 2"},
        {"session record C-001 --at 2026-02-05 --device pen --area chin:1:4 --course 99",
         "--course: the patient has no course 99"},
        {"session correct 1 --course 2 --reason test", "the patient has no course 2"},
        {"event record C-001 --kind erythema --severity 1 --session 2", "has no session 2"},
        {"application record C-001 --at 2026-01-05 --active retinoid --session 2",
         "--session: the patient has no session 2"},
        {"acne correct 404 --iga 1 --reason test", "acne 404"},
        {"acne correct 2 --iga 1 --reason test", "was voided"},
        {"acne void 2 --reason again", "was voided"},
        {"acne restore 1 --reason x", "is not voided"},
        {"acne restore 404 --reason x", "there is none with this id"},
        {"patient restore C-001 --reason x", "is not voided"},
        {"patient restore C-404 --reason x", "there is no chart"},
        {"score restore 404 --reason x", "there is none with this id"},
        {"score restore 1 --reason x", "is computed from acne_status 1"},
        {"acne show 404", "there is none with this id"},
        {"acne show x", "\"x\" is not an id"},
        {"acne show 0", "\"0\" is not an id"},
        {"acne correct -1 --iga 1 --reason test", ""},
        {"acne void 404 --reason x", "there is none with this id"},
        {"score record C-001 --instrument nosuch --at 2026-01-05 --value 1",
         "\"nosuch\" is not an instrument"},
        {"instrument show nosuch", "there is no \"nosuch\""},
        {"instrument add gags --name S --range 0:1 --better lower --unit 1", "gags"},
        {"score correct 404 --value 1 --reason test", "there is none with this id"},
        {"score void 404 --reason test", "there is none with this id"},
        {"score correct 1 --value 1 --reason test", "is computed from acne_status 1"},
        {"score void 1 --reason test", "is computed from acne_status 1"},
        {"patient untag C-001 nosuch", "nosuch"},
        {"patient tag C-001 arm", "\"arm\" is not KEY=VALUE"},
        {"patient tag C-001 =placebo", ""},
        {"patient tag C-001 arm=", ""},
        {"init", "is already there"},
        {"restore nosuch.needlebook --replace", "no such copy"},
    });
    expect_accepted({
        "session record C-001 --at 2026-02-05 --device pen --area chin:1:4 --course 1",
        "acne correct 1 --iga 1 --reason misread",
        "patient correct C-002 --chart C-004 --reason test",
        "patient tag C-001 arm=placebo",
        "patient untag C-001 arm",
        "acne void 1 --reason test",
        "acne restore 1 --reason test",
        "patient void C-004 --reason test --yes",
        "patient restore C-004 --reason test",
    });
}

TEST_F(RefusedCalls, OfAVoidedPatientSayWhoVoidedThemAndHowTheyComeBack) {
    desk_.must("patient void C-002 --yes --actor huda --reason 'meant C-003'");
    for (const auto* line : {"progress C-002", "patient add --chart C-002", "acne list C-002"}) {
        const auto ran = desk_(line);
        EXPECT_EQ(ran.status, 1) << line;
        EXPECT_NE(ran.err.find("by huda: meant C-003"), std::string::npos) << ran.err;
        EXPECT_NE(ran.err.find("patient restore C-002"), std::string::npos) << ran.err;
    }
    for (const auto* line : {"patient show C-002", "ledger C-002", "acne list C-002 --voided"}) {
        const auto ran = desk_(line);
        EXPECT_EQ(ran.status, 0) << line << ran.err;
        EXPECT_NE(ran.err.find("by huda: meant C-003"), std::string::npos) << ran.err;
        EXPECT_NE(ran.err.find("patient restore C-002"), std::string::npos) << ran.err;
    }
    desk_.must("patient restore C-002 --reason 'was right'");
    EXPECT_EQ(desk_("progress C-002").err, "");
}

TEST_F(RefusedCalls, OfBlankTexts) {
    expect_refused({
        {"patient add --chart ''", "chart is blank"},
        {"patient add --chart ' '", "chart is blank"},
        {"patient add --chart C-009 --name ' '", "name is blank"},
        {"patient correct C-001 --name '  ' --reason test", "name is blank"},
        {"patient correct C-001 --chart '' --reason test", "chart is blank"},
        {"instrument add s --name '' --range 0:1 --better lower --unit 1", "blank"},
        {"clinic set name=", "blank"},
    });
}

TEST_F(RefusedCalls, OfInitLeaveNoFileBehind) {
    for (const std::string line :
         {"init --name ''", "init --name ' '", "init --time-zone Mars/Base"}) {
        SCOPED_TRACE(line);
        const support::CommandLine other(folder_ / "other.needlebook");
        const auto ran = other(line);
        EXPECT_EQ(ran.status, 1);
        EXPECT_TRUE(support::is_error_pairs(ran.err)) << ran.err;
        EXPECT_FALSE(std::filesystem::exists(other.book()));
        EXPECT_EQ(ran.err.find("CHECK"), std::string::npos) << ran.err;
        std::filesystem::remove(other.book());
    }
}

TEST_F(RefusedCalls, OfMisuse) {
    expect_refused({
        {"nosuch", "there is no command \"nosuch\"", 2},
        {"session nosuch", "there is no command \"session nosuch\"", 2},
        {"session record", "CHART is missing", 2},
        {"session record C-001 --device pen --area chin:1:4", "--at is missing", 2},
        {"session record C-001 --at 2026-02-05 --area chin:1:4", "--device is missing", 2},
        {"patient add", "--chart is missing", 2},
        {"patient add --chart", "", 2},
        {"score record C-001 --instrument gags --at 2026-01-05", "--value is missing", 2},
        {"acne record C-001 --on 2026-01-05 --iga 2 --iga 3", "", 2},
        {"acne record C-001 --on 2026-01-05 --at 2026-01-06 --iga 2", "", 2},
        {"acne record C-001 --on 2026-01-05 --no-such-option 2", "--no-such-option", 2},
        {"acne record C-001 C-002 --on 2026-01-05 --iga 2", "", 2},
        {"progress", "CHART is missing", 2},
        {"progress C-001 --json=maybe", "", 2},
        {"progress C-001 --json --format csv", "it does not go with --format", 2},
        {"progress C-001 --json --for patient", "it does not go with --for", 2},
        {"restore", "FILE is missing", 2},
        {"backup", "FILE is missing", 2},
    });
}

TEST_F(RefusedCalls, TellNobodysNameBirthDateOrNote) {
    expect_refused({
        {"patient add --chart C-001 --name 'Nadia Farouk' --born 1996-04-02 --note secret",
         "taken"},
        {"patient add --chart C-009 --name 'Nadia Farouk' --born 1996-04-31", "born"},
        {"patient add --chart C-009 --born '2 April 1996'", "born"},
        {"patient add --chart C-009 'Nadia Farouk'", "", 2},
        {"patient add --chart C-009 --name Nadia Farouk", "", 2},
        {"patient add --chart C-009 --nam 'Nadia Farouk'", "", 2},
        {"patient add --chart C-009 --name 'Nadia Farouk' --name 'Mona Adel'", "", 2},
        {"patient add --chart C-009 --name='Nadia Farouk' --note secret --sex x", "\"x\""},
        {"acne record C-001 --on 2026-01-05 --iga 9 --note secret", "\"9\""},
        {"acne record C-001 --on 2026-01-05 --iga 2 --note secret secret", "", 2},
    });
}

TEST_F(RefusedCalls, StayTwoLinesWhateverTheOffendingTextHolds) {
    for (const std::string odd : {"a\nb", "a\rb", "a\x1b[31mb", "\"", "{}", "%s"}) {
        SCOPED_TRACE(odd);
        expect_refusal({"session",
                        "record",
                        "C-001",
                        "--at",
                        "2026-02-05",
                        "--device",
                        odd,
                        "--area",
                        "chin:1:4"},
                       {"", "device"});
        expect_refusal({"progress", odd}, {"", "there is no chart"});
        expect_refusal({"acne", "show", odd}, {"", "is not an id"});
        expect_refusal({"acne", odd}, {"", "there is no command", 2});
    }
    expect_refusal({"progress", "\xff\xfe"}, {"", "word 2 is not UTF-8", 2});
}

TEST_F(RefusedCalls, SendNoControlCharactersToATerminal) {
    for (const std::string odd : {"a\x1b[31mb", "a\rb", "a\bb"}) {
        for (const auto& line : std::vector<std::vector<std::string>>{
                 {"acne", "show", odd}, {"progress", odd}, {odd}, {"acne", "list", "C-001", odd}}) {
            const auto ran = desk_.run(line);
            for (const auto* control : {"\x1b", "\r", "\b"}) {
                EXPECT_EQ(ran.err.find(control), std::string::npos)
                    << testing::PrintToString(ran.err);
            }
        }
    }
}

TEST_F(RefusedCalls, SayEveryProblemOfALineAtOnce) {
    const auto ran = desk_(
        "session record C-001 --at 2026-02-30 --device needle --area chin:9:4 "
        "--pain 11");
    EXPECT_EQ(ran.status, 1);
    for (const auto* part : {"2026-02-30", "needle", "chin:9:4", "\"11\""}) {
        EXPECT_NE(ran.err.find(part), std::string::npos) << ran.err;
    }
}

}  // namespace
}  // namespace whole::refused_calls_test
