// Every command that writes × everybody who may call it, against the table of rights. The lines are
// the examples of the commands themselves, so that a new command is here or the test says so.

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/access/right.h"
#include "app/cli/commands/commands.h"
#include "db/book.h"
#include "db/ledger/ledger.h"
#include "schema/kinds/kinds.h"
#include "tests/support/made_pictures.h"
#include "tests/support/patient_tells.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"
#include "tests/whole/asked_of_photos.h"
#include "tests/whole/in_shell.h"

namespace whole::rights_test {
namespace {

namespace fs = std::filesystem;
using access_control::Right;
using testing::AllOf;
using testing::HasSubstr;
// Commands that write and ask for no right: they make a book, or are of the account itself, or by
// the right to the file. tests/app/tracking/people/accounts_test.cpp and the tests below have them.
const std::set<std::string> without_a_right{
    "init", "account password", "account totp", "account reset-owner"};

// The id in an example is 3; the book below has 1, and 2, which was voided.
std::string of_record(std::string line, const std::string& id) {
    line = std::regex_replace(line, std::regex("(correct|void|restore|move|end) 3"), "$1 " + id);
    return std::regex_replace(line, std::regex("--session 3"), "--session 1");
}

class EveryWriter : public testing::Test {
  protected:
    EveryWriter() {
        owner("init --name Clinic --time-zone Africa/Cairo");
        owner("account add owner --role owner --password-stdin");
        for (const auto* role : {"clinician", "assistant", "reader"}) {
            owner(fmt::format("account add {0} --role {0} --password-stdin", role));
        }
        owner("account add disabled --role owner --password-stdin");
        owner("account disable disabled");
        for (const auto* chart : {"C-001", "C-002", "C-007", "C-008", "C-009"}) {
            owner(fmt::format("patient add --chart {} --confirm duplicate", chart));
        }
        owner("patient void C-009 --reason 'entered in error' --yes");
        fs::copy(pictures_.path("head.jpg"), folder_ / "front.jpg");
        std::ofstream(folder_ / "old.csv") << "Chart,Visit,IGA\nC-001,05.01.2026,3\n";
        // Scores first: those that are entered have the ids 1 and 2 then.
        for (const auto* family : {"score", ""}) {
            for (const auto& command : commands_) {
                if (makes_a_record(command) && (*family == '\0' || command.noun == family) &&
                    made_.insert(command.noun).second) {
                    make_two(command);
                }
            }
        }
        fs::copy(pictures_.path("head.png"), folder_ / "second.png");
        for (const auto& line : lines_before_photos()) {
            owner(line);
        }
        made_.insert("photo");
        owner("patient tag C-001 arm=placebo");
        owner("patient link C-001");
        support::tell_as_patient(book_, "C-001");
        owner("agreement start --instrument iga --patients 12 --on 2026-01-05");
        owner("agreement start --instrument gags --patients 12 --on 2026-01-05");
        owner("agreement void 2 --reason 'the raters had talked'");
        owner("agreement rate 1 C-001 --rater Saleh --value 3 --at 2026-01-05T10:30");
        for (const auto* lot : {"L1", "L2"}) {
            owner(
                fmt::format("stock add --kind cartridge --product Pen --lot {} --received 9 "
                            "--received-on 2026-01-05",
                            lot));
            owner(fmt::format("protocol add --name {} --device pen --area nose:0.5:2", lot));
        }
        owner("stock void 2 --reason 'entered twice'");
        owner("protocol void 2 --reason 'not ours'");
        owner("depth-limit set forehead --max 0.75 --fitzpatrick V");
        owner("advice set make_up --stance avoid --until-hours 36 --source 'our handout'");
        owner("token add registry --right read_records");
        make_one_wait_for_a_signature();
        owner("key export '" + (folder_ / "key.pem").string() + "' --password-stdin");
        owner("patient add --chart C-011 --confirm duplicate");
        const auto book = db::Book::open(book_);
        last_ = db::last_entry(book);
    }

    static bool makes_a_record(const cli::Command& command) {
        const bool adds =
            command.verb == "record" || command.verb == "add" || command.verb == "start";
        const bool needs_more = command.noun == "photo" || command.noun == "consent";  // made below
        return adds && command.book == cli::Book::write && command.noun != "patient" &&
               !needs_more && command.example.find(" C-001 ") != std::string::npos;
    }
    void owner(const std::string& line) { must("owner", line); }
    void must(const std::string& actor, const std::string& line) {
        const auto ran = in_shell(book_, actor, line);
        if (ran.status != 0) {
            throw std::runtime_error(line + "\n" + ran.err);
        }
    }
    // Asked for by somebody else than those who try to sign.
    void make_one_wait_for_a_signature() {
        owner("account add nora --role clinician --password-stdin");
        owner("clinic set sign_off=another_person");
        owner("patient add --chart C-013 --confirm duplicate");
        owner("condition add C-013 --kind eczema --region chin");
        must("nora",
             "sign-off ask C-013 --at 2026-01-11T10:30 --device pen --area chin:0.5:4 --reason "
             "'dry by now'");
    }
    void make_two(const cli::Command& command) {
        const auto line = of_record(command.example.substr(std::string("needlebook ").size()), "1");
        owner(line);
        owner(line + again(command));
        owner(fmt::format("{} void 2 --reason 'entered in error'{}",
                          command.noun,
                          asks_before_voiding(command.noun) ? " --yes" : ""));
    }
    // What there is to say to have the same once more.
    static std::string again(const cli::Command& command) {
        if (command.noun == "appointment" && command.verb == "add") {
            return " --confirm duplicate --status cancelled";  // no time is taken twice
        }
        return command.noun == "session" && command.verb == "record"
                   ? " --confirm duplicate --override interval='as a test'"
                   : " --confirm duplicate";
    }
    bool asks_before_voiding(const std::string& noun) const {
        return std::any_of(commands_.begin(), commands_.end(), [&](const auto& command) {
            return command.noun == noun && command.verb == "void" &&
                   std::any_of(command.options.begin(),
                               command.options.end(),
                               [](const auto& option) { return option.name == "yes"; });
        });
    }

    // Of a kind of record: every one of the book was recorded by the owner.
    std::optional<Asked> of_kind(const cli::Command& command) const {
        if (!made_.contains(command.noun)) {
            return std::nullopt;
        }
        const bool takes_back =
            command.verb == "void" || command.verb == "restore" || command.verb == "move";
        auto line = of_record(command.example.substr(std::string("needlebook ").size()),
                              command.verb == "restore" ? "2" : "1");
        if (makes_a_record(command) || command.verb == "restore") {
            line += again(command);
        }
        return Asked{takes_back ? Right::void_others : Right::write_observations, line};
    }
    std::map<std::string, Asked> others() const {
        using enum Right;
        const auto old = (folder_ / "old.csv").string();
        return {
            {"clinic set", {change_settings, "clinic set lock_minutes=5"}},
            {"patient add", {write_observations, "patient add --chart C-012 --confirm duplicate"}},
            {"patient correct",
             {write_observations, "patient correct C-001 --fitzpatrick V --reason misread"}},
            {"patient void", {void_others, "patient void C-008 --reason 'wrong patient' --yes"}},
            {"patient restore", {void_others, "patient restore C-009 --reason 'by mistake'"}},
            {"patient merge",
             {void_others, "patient merge C-007 C-001 --reason 'registered twice' --yes"}},
            {"patient tag", {write_observations, "patient tag C-002 arm=placebo"}},
            {"patient untag", {write_observations, "patient untag C-001 arm"}},
            {"patient link", {write_observations, "patient link C-002"}},
            {"patient unlink", {write_observations, "patient unlink C-001"}},
            {"patient erase",
             {keep_book, "patient erase C-001 --reason request --legal-reason law --yes"}},
            {"session record",
             {write_observations,
              "session record C-002 --at 2026-01-05T10:30 --device pen --area left_cheek:1.5:4"}},
            {"pigmentation correct",
             {write_observations, "pigmentation correct 1 --note 'seen again' --reason misread"}},
            {"visit", {write_observations, "visit C-002 at=2026-01-05 acne iga=2"}},
            {"sign-off ask",
             {write_observations,
              "sign-off ask C-013 --at 2026-01-10T10:30 --device pen --area chin:0.5:4 --reason "
              "'dry by now'"}},
            {"sign-off sign", {Right::sign_off, "sign-off sign 1"}},
            {"sign-off decline", {Right::sign_off, "sign-off decline 1 --reason 'still wet'"}},
            {"own-entry accept", {Right::accept_entries, "own-entry accept 1"}},
            {"own-entry decline", {Right::accept_entries, "own-entry decline 1"}},
            {"own-entry import", {Right::accept_entries, "own-entry import front.jpg", true}},
            {"instrument add",
             {change_settings,
              "instrument add severity --name Mean --range 0:1 --step 0.01 --better lower "
              "--unit '{score}'"}},
            {"agreement start",
             {write_observations,
              "agreement start --instrument iga --patients 12 --on 2026-01-06"}},
            {"agreement rate",
             {write_observations,
              "agreement rate 1 C-002 --rater Saleh --value 3 --at 2026-01-05T10:30"}},
            {"agreement unrate", {void_others, "agreement unrate 1 --reason 'wrong patient'"}},
            {"agreement adopt", {change_settings, "agreement adopt 1 --reason 'our raters'", true}},
            {"agreement void", {change_settings, "agreement void 1 --reason 'they talked'"}},
            {"agreement restore", {change_settings, "agreement restore 2 --reason 'by mistake'"}},
            {"stock add",
             {write_observations,
              "stock add --kind cartridge --product Pen --lot L1 --received 9 --received-on "
              "2026-01-05 --confirm duplicate"}},
            {"stock correct",
             {write_observations, "stock correct 1 --received 8 --reason counted"}},
            {"stock void", {void_others, "stock void 1 --reason 'entered twice'"}},
            {"stock restore", {void_others, "stock restore 2 --reason 'by mistake'"}},
            {"protocol add",
             {change_settings, "protocol add --name Nose --device pen --area nose:0.5:2"}},
            {"protocol correct",
             {change_settings, "protocol correct 1 --model Pen --reason renamed"}},
            {"protocol void", {change_settings, "protocol void 1 --reason 'not ours'"}},
            {"protocol restore", {change_settings, "protocol restore 2 --reason 'by mistake'"}},
            {"depth-limit set", {change_settings, "depth-limit set nose --max 0.5"}},
            {"depth-limit remove",
             {change_settings, "depth-limit remove forehead --fitzpatrick V"}},
            {"advice set",
             {change_settings, "advice set make_up --stance avoid --until-hours 24 --source own"}},
            {"advice remove", {change_settings, "advice remove make_up"}},
            {"import",
             {import_records,
              "import '" + old +
                  "' --as scores --map patient=Chart --map at=Visit --map iga=IGA --dates dmy"}},
            {"undo", {void_others, fmt::format("undo {}", last_)}},
            {"void", {void_others, fmt::format("void {} --reason 'of another clinic'", last_)}},
            {"account add", {manage_people, "account add sara --role reader --password-stdin"}},
            {"account role", {manage_people, "account role reader assistant"}},
            {"account disable", {manage_people, "account disable reader"}},
            {"account enable", {manage_people, "account enable disabled"}},
            {"account reset", {manage_people, "account reset reader"}},
            {"device revoke", {manage_people, "device revoke --all"}},
            {"key renew", {keep_book, "key renew"}},
            {"backup key", {keep_book, "backup key make --passphrase-stdin"}},
            {"drill", {keep_book, "drill", true}},
            {"key import",
             {keep_book, "key import '" + (folder_ / "key.pem").string() + "' --password-stdin"}},
            {"token add", {manage_people, "token add other --right read_records"}},
            {"token revoke", {manage_people, "token revoke 1"}},
        };
    }

    fs::path fresh_copy() {
        const auto copy = folder_.path() / fmt::format("copy{}.needlebook", ++copies_);
        fs::copy_file(book_, copy);
        fs::copy_file(book_.string() + ".head", copy.string() + ".head");
        return copy;
    }

    // 0 without a right, 0 wrong.
    void expect_as_the_table_says(const std::string& name, const Asked& asked) {
        for (const auto& actor :
             {"owner", "clinician", "assistant", "reader", "disabled", "somebody"}) {
            const auto role = schema::read_word<schema::AccountRole>(actor);
            const bool may = role && access_control::role_has(*role, asked.right);
            const auto copy = fresh_copy();
            const auto ran = in_shell(copy, actor, asked.line);
            const bool forbidden =
                ran.err.find("has no right to") != std::string::npos ||
                ran.err.find("is no account of this book") != std::string::npos ||
                ran.err.find("account: is disabled") != std::string::npos;
            EXPECT_EQ(forbidden, !may) << name << " by " << actor << ": " << ran.err;
            EXPECT_EQ(ran.status == 0, may && !asked.may_be_refused)
                << name << " by " << actor << ": " << ran.err;
            if (!may) {
                EXPECT_EQ(db::last_entry(db::Book::open(copy)), last_) << name << " by " << actor;
            }
            fs::remove(copy);
        }
    }

    support::MadePictures pictures_;
    support::TemporaryFolder folder_;
    fs::path book_ = folder_ / "clinic.needlebook";
    std::vector<cli::Command> commands_ = cli::all_commands();
    std::set<std::string> made_;
    std::int64_t last_ = 0;
    int copies_ = 0;
};

TEST_F(EveryWriter, DoesWhatTheirRoleMayAndNothingElse) {
    auto listed = others();
    listed.merge(asked_of_photos());
    int writing = 0;
    for (const auto& command : commands_) {
        if (command.book != cli::Book::write || without_a_right.contains(command.name())) {
            continue;
        }
        ++writing;
        const auto found = listed.find(command.name());
        const auto asked = found != listed.end() ? found->second : of_kind(command);
        ASSERT_TRUE(asked) << command.name() << " writes, and nobody says by which right";
        expect_as_the_table_says(command.name(), *asked);
    }
    EXPECT_GT(writing, 80);
}

TEST_F(EveryWriter, ReadsAndExportsAsTheTableSays) {
    const std::map<std::string, Right> lines{
        {"patient list", Right::read_records},
        {"progress C-001", Right::read_records},
        {"progress C-001 --for patient", Right::read_records},
        {"progress C-001 --format html", Right::print_reports},
        {"progress C-001 --format html --for patient", Right::print_reports},
        {"aftercare C-001", Right::read_records},
        {"aftercare C-001 --format html", Right::print_reports},
        {"progress C-001 --format csv", Right::export_records},
        {"patient file C-001 --out", Right::export_records},
        {"sign-off waiting", Right::read_records},
        {"own-entry waiting", Right::read_records},
        {"ledger", Right::read_records},
        {"account list", Right::read_records},
        {"device list", Right::manage_people},
        {"token list", Right::manage_people},
        {"access", Right::manage_people},
        {"access C-001 --json", Right::manage_people},
        {"export", Right::export_records},
        {"key export --password-stdin", Right::keep_book},
    };
    for (const auto& [line, right] : lines) {
        for (const auto* actor :
             {"owner", "clinician", "assistant", "reader", "disabled", "root"}) {
            const auto role = schema::read_word<schema::AccountRole>(actor);
            const bool has_target = line.find("export") != line.npos || line.ends_with("--out");
            const auto target =
                has_target ? fmt::format("{} '{}{}'", line, (folder_ / actor).string(), line.size())
                           : line;
            EXPECT_EQ(in_shell(book_, actor, target).status == 0,
                      role && access_control::role_has(*role, right))
                << line << " by " << actor;
        }
    }
    EXPECT_EQ(in_shell(book_, "root", "check").status, 0) << "whoever reads the file can prove it";
}

TEST_F(EveryWriter, TakesTheirPeopleAlongInAnExportButNoSecret) {
    const auto folder = (folder_ / "all").string();
    owner("export '" + folder + "'");
    const auto other = folder_ / "other.needlebook";
    ASSERT_EQ(in_shell(other, "x", "init --name Clinic --time-zone Africa/Cairo").status, 0);
    const auto ran = in_shell(other, "x", "import '" + folder + "'");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.err, HasSubstr("passwords and tokens do not leave a book"));
    EXPECT_EQ(in_shell(other, "owner", "account list --json").out,
              in_shell(book_, "owner", "account list --json").out);
    const auto content = [](const fs::path& book) {
        const auto out = in_shell(book, "owner", "check").out;
        return out.substr(out.find("content "));
    };
    EXPECT_EQ(content(other), content(book_)) << "the same book";
    for (const auto& each : fs::directory_iterator(folder)) {
        std::ifstream in(each.is_regular_file() ? each.path() : "/dev/null");
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        EXPECT_EQ(text.find("argon2"), std::string::npos) << each.path();
        EXPECT_EQ(text.find("registry"), std::string::npos) << each.path();
    }
    const auto third = folder_ / "third.needlebook";
    ASSERT_EQ(in_shell(third, "mona", "init --name Clinic --time-zone Africa/Cairo").status, 0);
    ASSERT_EQ(in_shell(third, "mona", "account add mona --role owner --password-stdin").status, 0);
    EXPECT_THAT(in_shell(third, "mona", "import '" + folder + "'").err,
                HasSubstr("keeps its own people"));
    EXPECT_EQ(in_shell(third, "mona", "patient list").status, 0);
    EXPECT_NE(in_shell(third, "owner", "patient list").status, 0);
}

TEST_F(EveryWriter, GetsInAgainByACode) {
    const auto code = in_shell(book_, "owner", "account reset reader").out;
    const auto line = "account password reader --password-stdin --code " +
                      code.substr(0, code.find_first_of(" \n"));
    EXPECT_EQ(in_shell(book_, "x", line).status, 0);
    EXPECT_EQ(in_shell(book_, "x", line).status, 1) << "taken once";
    EXPECT_EQ(in_shell(book_, "root", "account reset-owner owner --reason lost").status, 0);
    EXPECT_EQ(in_shell(book_, "root", "account reset-owner reader").status, 1);
    EXPECT_THAT(in_shell(book_, "owner", "ledger").out,
                AllOf(HasSubstr("account reset-owner"), HasSubstr("root")));
    EXPECT_EQ(in_shell(book_, "reader", "account totp owner").status, 1);
    EXPECT_THAT(in_shell(book_, "reader", "account totp reader").out, HasSubstr("otpauth://totp/"));
}

TEST_F(EveryWriter, TypesAPasswordNowhereElse) {
    const auto ran = support::CommandLine(book_).run(
        {"account", "add", "sara", "--role", "reader", "--actor", "owner"});
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err, HasSubstr("nobody can be asked for it here"));
}

}  // namespace
}  // namespace whole::rights_test
