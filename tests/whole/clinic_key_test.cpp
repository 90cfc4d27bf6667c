// The clinic's key as an owner meets it: made, shown, exported, lost, brought back, renewed.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/program.h"
#include "tests/support/sqlite_shell.h"
#include "tests/support/temporary_folder.h"

namespace whole::clinic_key_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

constexpr const char* password = "thistle kettle orbit";
constexpr const char* passphrase = "seven grey herons wade";

class ClinicKey : public testing::Test {
  protected:
    ClinicKey() { desk_.must("init --name Clinic --time-zone Africa/Cairo"); }

    // The line with this on its standard input, by huda unless another is named.
    support::Ran typed(const std::string& line, const std::string& text = passphrase) const {
        const auto whole =
            fmt::format("printf '%s\\n' '{}' | {} {} --actor huda", text, NEEDLEBOOK, line);
        return support::Process({"/bin/sh", "-c", whole}, desk_.settings()).wait();
    }
    support::Ran by_huda(const std::string& line) const { return desk_(line + " --actor huda"); }
    void add_huda() const {
        const auto ran = typed("account add huda --role owner --password-stdin", password);
        ASSERT_EQ(ran.status, 0) << ran.err;
        ASSERT_EQ(ran.err, "");
    }
    void must(const std::string& line) const {
        const auto ran = by_huda(line);
        ASSERT_EQ(ran.status, 0) << ran.err;
    }
    nlohmann::json keys() const { return nlohmann::json::parse(desk_.must("key show --json")); }
    std::string fingerprint() const { return keys().back()["fingerprint"].get<std::string>(); }
    fs::path key_file() const { return folder_.keys() / (fingerprint() + ".pem"); }
    std::string put(const char* name, const std::string& text) const {
        std::ofstream(folder_ / name) << text;
        return (folder_ / name).string();
    }
    static std::string text_of(const fs::path& file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    void copy(const fs::path& from, const fs::path& to) const {
        for (const auto* end : {"", ".head"}) {
            fs::copy_file(
                from.string() + end, to.string() + end, fs::copy_options::overwrite_existing);
        }
    }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
    std::string exported_ = (folder_ / "key.pem").string();
};

TEST_F(ClinicKey, ComesWithTheFirstAccountAndSignsFromThenOn) {
    desk_.must("patient add --chart C-1");
    EXPECT_THAT(keys(), IsEmpty());
    EXPECT_FALSE(fs::exists(folder_.keys())) << "one person needs none";
    EXPECT_EQ(desk_("check").status, 0);
    add_huda();
    EXPECT_EQ(keys().size(), 1U);
    EXPECT_TRUE(fs::exists(key_file()));
    must("patient add --chart C-2");
    const auto checked = desk_("check");
    EXPECT_EQ(checked.status, 0) << checked.err;
    const auto shown = desk_("key show");
    EXPECT_THAT(shown.out, StartsWith(fingerprint()));
    EXPECT_THAT(shown.out, HasSubstr("-----BEGIN PUBLIC KEY-----"));
    EXPECT_THAT(shown.err, HasSubstr("The private key is on this machine: " + key_file().string()));
    ASSERT_EQ(typed("account add omar --role owner --password-stdin", password).status, 0);
    EXPECT_EQ(keys().size(), 1U) << "and with no other account";
}

TEST_F(ClinicKey, ThatCannotBeKeptLeavesNoAccountAndTheNextTryHeals) {
    const auto keys_in = [&](const fs::path& keys) {
        auto settings = desk_.settings();
        settings["NEEDLEBOOK_KEYS"] = keys.string();
        return support::Process({"/bin/sh",
                                 "-c",
                                 fmt::format("echo '{}' | {} account add huda --role owner "
                                             "--password-stdin",
                                             password,
                                             NEEDLEBOOK)},
                                settings)
            .wait();
    };
    EXPECT_THAT(keys_in(folder_.path()).err, HasSubstr("lies in the book's folder"));
    put("no-folder", "a file");
    EXPECT_NE(keys_in(folder_ / "no-folder/keys").status, 0);
    EXPECT_EQ(desk_.must("account list --json"), "[]\n");
    EXPECT_THAT(keys(), IsEmpty());
    add_huda();
    EXPECT_EQ(keys().size(), 1U);
}

// A file in its place, a relative path, no home: each time nobody can look there.
TEST_F(ClinicKey, WhereNobodyCanLookForItIsToldAndABookWithoutAccountsIsAsBefore) {
    const auto file = put("no-folder", "a file");
    const std::vector<std::pair<std::map<std::string, std::string>, std::string>> places{
        {{{"NEEDLEBOOK_KEYS", file}}, file + ": cannot be searched for the clinic's key: Not a"},
        {{{"NEEDLEBOOK_KEYS", "keys"}}, "NEEDLEBOOK_KEYS: is \"keys\", which is another folder"},
        {{{"NEEDLEBOOK_KEYS", ""}, {"XDG_DATA_HOME", ""}, {"HOME", ""}}, "HOME: is not set"}};
    add_huda();
    must("patient add --chart C-1");
    const auto signed_backup = (folder_ / "signed.needlebook").string();
    desk_.must("backup '" + signed_backup + "'");
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& place = places[i].first;
        const auto& why = places[i].second;
        SCOPED_TRACE(why);
        const auto with = [&](const fs::path& book, const std::string& line) {
            auto settings = place;
            settings["NEEDLEBOOK"] = book.string();
            return support::Process(support::CommandLine::line(line), settings).wait();
        };
        const auto expect_silent = [&](const fs::path& book, const std::string& line) {
            const auto ran = with(book, line);
            EXPECT_EQ(ran.status, 0) << line << ran.err;
            EXPECT_THAT(ran.err, Not(HasSubstr("clinic's key"))) << line;
        };
        const auto solo = folder_ / fmt::format("solo-{}.needlebook", i).c_str();
        const auto backup = (folder_ / fmt::format("copy-{}.needlebook", i).c_str()).string();
        for (const auto& line : {std::string("init --name Clinic --time-zone Africa/Cairo"),
                                 std::string("patient add --chart C-1"),
                                 std::string("check"),
                                 "backup '" + backup + "'",
                                 "restore '" + backup + "' --replace --yes"}) {
            expect_silent(solo, line);
        }

        const auto checked = with(desk_.book(), "check");
        EXPECT_EQ(checked.status, 3);
        EXPECT_THAT(checked.err, HasSubstr(why));
        EXPECT_THAT(with(desk_.book(), "key show").err, HasSubstr("warning: " + why));
        const auto restored = with(desk_.book(), "restore '" + signed_backup + "' --replace --yes");
        EXPECT_EQ(restored.status, 3);
        EXPECT_THAT(restored.err, HasSubstr(why));
        EXPECT_TRUE(support::is_error_pairs(restored.err)) << restored.err;
        const auto before = fs::file_size(desk_.book());
        EXPECT_EQ(with(folder_ / "elsewhere.needlebook", "restore '" + signed_backup + "'").status,
                  3);
        EXPECT_FALSE(fs::exists(folder_ / "elsewhere.needlebook"));
        EXPECT_EQ(fs::file_size(desk_.book()), before) << "a refused restore changes nothing";
    }
    EXPECT_EQ(desk_("check").status, 0);
}

TEST_F(ClinicKey, GoesOutEncryptedAndComesBack) {
    add_huda();
    EXPECT_THAT(typed("key export '" + exported_ + "' --password-stdin", "eleven char").err,
                HasSubstr("passphrase: has fewer than 12 characters"));
    EXPECT_FALSE(fs::exists(exported_));
    ASSERT_EQ(typed("key export '" + exported_ + "' --password-stdin").status, 0);
    EXPECT_THAT(text_of(exported_), StartsWith("-----BEGIN NEEDLEBOOK SEALED KEY-----"));
    EXPECT_THAT(typed("key export '" + exported_ + "' --password-stdin").err,
                HasSubstr("is already there"));

    const auto kept = text_of(key_file());
    fs::remove_all(folder_.keys());
    const auto unsigned_write = by_huda("patient add --chart C-1");
    EXPECT_EQ(unsigned_write.status, 0) << "a clinic is not stopped";
    EXPECT_THAT(unsigned_write.err, HasSubstr("the clinic's key is not on this machine"));
    const auto checked = desk_("check");
    EXPECT_EQ(checked.status, 3);
    EXPECT_THAT(checked.err, HasSubstr("the last 1 entry is not signed by the clinic's key"));
    EXPECT_EQ(desk_("check --quick").status, 3);
    EXPECT_EQ(typed("key export '" + exported_ + "2' --password-stdin").status, 1);

    const auto line = "key import '" + exported_ + "' --password-stdin";
    EXPECT_THAT(typed(line, "seven grey herons fly").err, HasSubstr("not opened by this"));
    EXPECT_THAT(typed("key import '" + put("no.pem", "text") + "' --password-stdin").err,
                HasSubstr("is no key of the curve P-256"));
    EXPECT_FALSE(fs::exists(key_file()));
    const auto back = typed(line);
    EXPECT_EQ(back.status, 0) << back.err;
    EXPECT_THAT(back.err, HasSubstr("with 1 entries that were not"));
    EXPECT_EQ(text_of(key_file()), kept);
    EXPECT_EQ(desk_("check").status, 0);
    EXPECT_THAT(by_huda("ledger").out, HasSubstr("key import"));
    EXPECT_EQ(typed(line).status, 0) << "once more: nothing to do";
}

TEST_F(ClinicKey, OfAnotherClinicIsNotTaken) {
    add_huda();
    const support::TemporaryFolder other_folder;
    const support::CommandLine other(other_folder / "other.needlebook");
    const auto in_other = [&](const std::string& line, const std::string& text) {
        return support::Process(
                   {"/bin/sh",
                    "-c",
                    fmt::format("echo '{}' | {} {} --actor huda", text, NEEDLEBOOK, line)},
                   other.settings())
            .wait();
    };
    other.must("init");
    ASSERT_EQ(in_other("account add huda --role owner --password-stdin", password).status, 0);
    ASSERT_EQ(in_other("key export '" + exported_ + "' --password-stdin", passphrase).status, 0);
    EXPECT_THAT(typed("key import '" + exported_ + "' --password-stdin").err,
                HasSubstr("the exported key: is not the one in use"));
    const auto theirs = put("theirs.pem",
                            nlohmann::json::parse(other.must("key show --json"))
                                .back()["public_key"]
                                .get<std::string>());
    EXPECT_THAT(desk_("check --public-key '" + theirs + "'").err,
                HasSubstr("is none of this book's"));
}

TEST_F(ClinicKey, RenewedIsVouchedForAndTheOldOneStaysOfRecord) {
    add_huda();
    const auto first = fingerprint();
    const auto public_key = put("first.pem", keys()[0]["public_key"].get<std::string>());
    const auto renewed = by_huda("key renew --reason 'the machine was sold'");
    ASSERT_EQ(renewed.status, 0) << renewed.err;
    EXPECT_EQ(renewed.out, fingerprint() + "\n");
    ASSERT_EQ(keys().size(), 2U);
    EXPECT_EQ(keys()[0]["fingerprint"], first);
    EXPECT_EQ(keys()[0]["until_entry"], keys()[1]["since_entry"]);
    EXPECT_TRUE(keys()[1]["vouched"].get<bool>());
    must("patient add --chart C-1");
    EXPECT_EQ(desk_("check").status, 0);
    EXPECT_EQ(desk_("check --public-key '" + public_key + "'").status, 0);
    EXPECT_THAT(desk_("key show").out, HasSubstr("retired  " + first));
    EXPECT_THAT(by_huda("undo 3").err, HasSubstr("which no undo takes back"));
}

TEST_F(ClinicKey, WhoseFileIsDamagedIsRenewedWithoutItsWord) {
    add_huda();
    std::ofstream(key_file()) << "no key";
    must("key renew --reason 'the disk died'");
    ASSERT_EQ(keys().size(), 2U);
    EXPECT_FALSE(keys()[1]["vouched"].get<bool>());
    EXPECT_EQ(desk_("check").status, 0) << "on the machine that has the private one";
}

TEST_F(ClinicKey, ComesBackOverNoForgery) {
    add_huda();
    ASSERT_EQ(typed("key export '" + exported_ + "' --password-stdin").status, 0);
    ASSERT_TRUE(support::sqlite_shell(folder_ / "clinic.needlebook",
                                      "UPDATE ledger_signature SET signature = x'00'"));
    const auto refused = typed("key import '" + exported_ + "' --password-stdin");
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("has a signature that is not the clinic's"));
    EXPECT_EQ(desk_("check --quick").status, 3) << "and nothing was signed";
    must("key renew --reason 'looked at, and answered for'");
    EXPECT_EQ(desk_("check").status, 0);
}

TEST_F(ClinicKey, IsNotRenewedByOnePersonAloneNorByWhoIsNoOwner) {
    EXPECT_THAT(desk_("key renew").err, HasSubstr("nobody has one here"));
    EXPECT_THAT(typed("key import '" + put("x.pem", "text") + "' --password-stdin").err,
                HasSubstr("there is none: it comes with the first account"));
    add_huda();
    ASSERT_EQ(typed("account add rami --role clinician --password-stdin", password).status, 0);
    for (const auto* line : {"key renew", "key export x.pem --password-stdin"}) {
        EXPECT_THAT(desk_(std::string(line) + " --actor rami").err, HasSubstr("has no right to"));
    }
    EXPECT_FALSE(fs::exists("x.pem"));
    EXPECT_EQ(keys().size(), 1U);
}

TEST_F(ClinicKey, FindsABookThatWasPutBackAndNotOneThatWasRestored) {
    add_huda();
    const auto yesterday = folder_ / "yesterday.needlebook";
    must("backup '" + yesterday.string() + "'");
    must("patient add --chart C-1");
    must("patient add --chart C-2");
    copy(yesterday, desk_.book());
    const std::string lost = "the last 2 acknowledged changes are missing";
    EXPECT_THAT(by_huda("patient list").err, HasSubstr("warning: "));
    EXPECT_THAT(by_huda("patient list").err, HasSubstr(lost));
    EXPECT_THAT(desk_("check").err, HasSubstr(lost));
    const auto refused = by_huda("patient add --chart C-3");
    EXPECT_EQ(refused.status, 3);
    EXPECT_THAT(refused.err, HasSubstr(lost));
    EXPECT_EQ(by_huda("check --accept-loss 2 --reason 'the disk died'").status, 0);
    must("patient add --chart C-3");

    must("restore '" + yesterday.string() + "' --replace --yes");
    EXPECT_THAT(by_huda("patient list").err, Not(HasSubstr("acknowledged")));
    must("patient add --chart C-4");
    EXPECT_EQ(desk_("check").status, 0);
    EXPECT_EQ(support::CommandLine(yesterday)("check").status, 0) << "a copy elsewhere is whole";
}

TEST_F(ClinicKey, StandsInNoBackup) {
    add_huda();
    const auto copied = folder_ / "copy.needlebook";
    must("backup '" + copied.string() + "'");
    const auto secret = text_of(key_file()).substr(60, 40);
    ASSERT_EQ(secret.size(), 40U);
    for (const auto& each : fs::recursive_directory_iterator(folder_.path())) {
        if (each.is_regular_file()) {
            EXPECT_EQ(text_of(each.path()).find(secret), std::string::npos) << each.path();
        }
    }
}

TEST_F(ClinicKey, IsSaidByTheServerToBeAwayOnce) {
    add_huda();
    fs::remove_all(folder_.keys());
    support::Process served(support::CommandLine::line("serve --port 0"), desk_.settings());
    EXPECT_THAT(served.first_line(), StartsWith("http://127.0.0.1:"));
    served.ask_to_end();
    const auto said = served.wait().err;
    const auto at = said.find("the clinic's key is not on this machine");
    EXPECT_NE(at, std::string::npos) << said;
    EXPECT_EQ(said.find("the clinic's key is not on this machine", at + 1), std::string::npos);
}

}  // namespace
}  // namespace whole::clinic_key_test
