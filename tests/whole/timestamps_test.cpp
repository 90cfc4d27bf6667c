// Time-stamps of the ledger's end, by a real authority that openssl is for the test.

#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::timestamps_test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using testing::HasSubstr;
using testing::SizeIs;

// A root, and a certificate for time-stamps that it signed.
constexpr const char* making_an_authority = R"sh(
mkdir -p "$A"; cd "$A"
openssl req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem \
    -days 30 -subj '/CN=Root of the test' 2>/dev/null
openssl req -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.csr \
    -subj '/CN=Authority of the test' 2>/dev/null
printf 'extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n' > extensions
openssl x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial \
    -days 30 -extfile extensions -out tsa.pem 2>/dev/null
cat > tsa.conf <<END
[tsa]
default_tsa = main
[main]
serial = $A/serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
END
echo 01 > serial
)sh";

class Timestamps : public testing::Test {
  protected:
    Timestamps() {
        desk_.must("init --name Clinic --time-zone Etc/UTC");
        desk_.must("patient add --chart C-1");
    }
    support::Ran shell(const std::string& script) const {
        return support::Process({"/bin/sh", "-ec", script}).wait();
    }
    fs::path authority(const std::string& name = "authority") const {
        const auto at = folder_.path() / name;
        const auto ran = shell("A='" + at.string() + "'\n" + std::string(making_an_authority));
        EXPECT_EQ(ran.status, 0) << ran.err;
        return at;
    }
    // The authority's answer to a request.
    fs::path answered(const fs::path& authority, const fs::path& request) const {
        const auto answer = fs::path(request).replace_extension(".tsr");
        const auto ran = shell(fmt::format(
            "cd '{0}'; openssl ts -reply -config tsa.conf -section main -queryfile '{1}' -inkey "
            "tsa.key -signer tsa.pem -out '{2}' 2>&1",
            authority.string(),
            request.string(),
            answer.string()));
        EXPECT_EQ(ran.status, 0) << ran.out;
        return answer;
    }
    fs::path requested(const std::string& name) const {
        const auto file = folder_.path() / (name + ".tsq");
        desk_.must("timestamp request --out " + file.string());
        return file;
    }
    support::Ran imported(const fs::path& answer, const fs::path& root) const {
        return desk_(
            fmt::format("timestamp import {} --authority {}", answer.string(), root.string()));
    }
    Json list() const { return Json::parse(desk_("timestamp list --json").out); }
    fs::path kept() const { return desk_.book().string() + ".timestamps"; }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

TEST_F(Timestamps, AreRequestedVerifiedKeptAndListed) {
    const auto signs = authority();
    EXPECT_THAT(desk_("timestamp list").err, HasSubstr("There is none"));
    const auto stick = folder_ / "stick";
    fs::create_directory(stick);
    desk_.must("backup policy --add-folder " + stick.string());
    const auto request = requested("head");
    const auto answer = answered(signs, request);
    const auto taken = imported(answer, signs / "root.pem");
    ASSERT_EQ(taken.status, 0) << taken.err;
    EXPECT_THAT(taken.out, testing::ContainsRegex("^20[0-9-]+T[0-9:]+Z: entry 2, [0-9a-f]{16}"));
    desk_.must("patient add --chart C-2");
    const auto second = answered(signs, requested("second"));
    ASSERT_EQ(imported(second, signs / "root.pem").status, 0);
    const auto all = list();
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[0]["entry"], 2);
    EXPECT_EQ(all[1]["entry"], 3);
    for (const auto& each : all) {
        EXPECT_EQ(each["problem"], nullptr);
        EXPECT_EQ(desk_("check --against " + each["hash"].get<std::string>()).status, 0);
        EXPECT_TRUE(fs::exists(stick / "needlebook-timestamps" / each["file"].get<std::string>()));
    }
    EXPECT_EQ(desk_("timestamp list").status, 0);
    EXPECT_EQ(desk_("check").err, "");
    EXPECT_EQ(imported(answer, signs / "root.pem").status, 0) << "once more is the same";
    EXPECT_THAT(list(), SizeIs(2));
}

TEST_F(Timestamps, OfAnotherAuthorityOfAnotherBookOrChangedAreRefused) {
    const auto signs = authority();
    const auto other = authority("other");
    const auto request = requested("head");
    const auto answer = answered(signs, request);
    const auto wrong = imported(answer, other / "root.pem");
    EXPECT_EQ(wrong.status, 1);
    EXPECT_TRUE(support::is_error_pairs(wrong.err)) << wrong.err;

    const auto own = folder_ / "own.tsq";
    ASSERT_EQ(shell("openssl ts -query -digest " + std::string(64, 'a') + " -sha256 -cert -out '" +
                    own.string() + "'")
                  .status,
              0);
    EXPECT_EQ(imported(answered(signs, own), signs / "root.pem").status, 1);

    std::ifstream stream(answer, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    bytes[bytes.size() - 20] = static_cast<char>(bytes[bytes.size() - 20] ^ 1);
    const auto changed = folder_ / "changed.tsr";
    std::ofstream(changed, std::ios::binary) << bytes;
    EXPECT_EQ(imported(changed, signs / "root.pem").status, 1);
    EXPECT_EQ(imported(folder_ / "nothing.tsr", signs / "root.pem").status, 1);
    EXPECT_THAT(list(), SizeIs(0));
    EXPECT_EQ(imported(answer, signs / "root.pem").status, 0) << "and takes it as it was";
}

TEST_F(Timestamps, AnAnswerThatNobodyAskedForIsRefused) {
    const auto signs = authority();
    const support::CommandLine other(folder_ / "other.needlebook");
    other.must("init --name Other");
    const auto file = folder_ / "other.tsq";
    other.must("timestamp request --out " + file.string());
    const auto ran = imported(answered(signs, file), signs / "root.pem");
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err, HasSubstr("no time-stamp was requested"));
    EXPECT_EQ(desk_("timestamp request --out " + file.string()).status, 1) << "it is there";
}

// Those beside a copy that was made by hand, and those of a folder of backups, encrypted or not,
// that was not there when the answer came.
TEST_F(Timestamps, GoWithEveryBackupAndComeBackWithIt) {
    const auto signs = authority();
    ASSERT_EQ(imported(answered(signs, requested("head")), signs / "root.pem").status, 0);
    desk_.must("patient add --chart C-2");
    requested("unanswered");
    desk_.must("backup " + (folder_ / "copy.needlebook").string());
    for (const auto* name : {"plain", "sealed"}) {
        fs::create_directory(folder_ / name);
    }
    desk_.must("backup policy --add-folder " + (folder_ / "plain").string());
    desk_.must("backup run");
    desk_.must("backup policy --remove-folder " + (folder_ / "plain").string() + " --add-folder " +
               (folder_ / "sealed").string());
    std::ofstream(folder_ / "typed") << "thistle kettle orbit marble\n";
    const auto typed = [&](const std::string& line) {
        return support::Process(
                   {"/bin/sh",
                    "-ec",
                    fmt::format("{} {} < '{}'", NEEDLEBOOK, line, (folder_ / "typed").string())},
                   desk_.settings())
            .wait();
    };
    const auto keyed = typed("backup key make --passphrase-stdin");
    ASSERT_EQ(keyed.status, 0) << keyed.err;
    desk_.must("backup run");

    const auto restored = [&](const fs::path& from, const std::string& more = "") {
        const support::CommandLine back(folder_.path() / ("from-" + from.stem().string()) /
                                        "back.needlebook");
        const auto ran = typed(
            fmt::format("restore '{}' --book '{}' {}", from.string(), back.book().string(), more));
        EXPECT_EQ(ran.status, 0) << ran.err;
        const auto stamps = Json::parse(back("timestamp list --json").out);
        EXPECT_THAT(stamps, SizeIs(1)) << from;
        EXPECT_EQ(back("timestamp list").status, 0) << from;
        EXPECT_EQ(std::distance(fs::directory_iterator(back.book().string() + ".timestamps"), {}),
                  4)
            << "and what was asked and not answered yet";
    };
    restored(folder_ / "copy.needlebook");
    restored(folder_ / "plain");
    restored(folder_ / "sealed", "--passphrase-stdin");
}

TEST_F(Timestamps, ThatAreDamagedInAFolderOfBackupsAreWrittenAnewAndAGoodOneIsNot) {
    const auto signs = authority();
    const auto stick = folder_ / "stick";
    fs::create_directory(stick);
    desk_.must("backup policy --add-folder " + stick.string());
    ASSERT_EQ(imported(answered(signs, requested("head")), signs / "root.pem").status, 0);
    desk_.must("backup run");
    const auto answer = list()[0]["file"].get<std::string>();
    const auto there = stick / "needlebook-timestamps" / answer;
    const auto read = [](const fs::path& file) {
        std::ifstream stream(file, std::ios::binary);
        return std::string{std::istreambuf_iterator<char>(stream), {}};
    };
    const auto whole = read(there);
    const auto damage = [](const fs::path& file) {
        std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
        stream.seekp(-20, std::ios::end);
        stream << "xy";
    };
    damage(there);
    desk_.must("backup run");
    EXPECT_EQ(read(there), whole);
    damage(kept() / answer);
    desk_.must("backup run");
    EXPECT_EQ(read(there), whole) << "the book's own is the damaged one now";
    EXPECT_EQ(desk_("timestamp list").status, 3);
    const support::CommandLine back(folder_ / "back.needlebook");
    back.must("restore " + stick.string());
    EXPECT_EQ(back("timestamp list").status, 0);
}

// What they are for.
TEST_F(Timestamps, SayThatABookWasRolledBack) {
    const auto signs = authority();
    desk_.must("backup " + (folder_ / "copy.needlebook").string());
    desk_.must("patient add --chart C-2");
    ASSERT_EQ(imported(answered(signs, requested("head")), signs / "root.pem").status, 0);
    EXPECT_EQ(desk_("timestamp list").status, 0);
    desk_.must("restore " + (folder_ / "copy.needlebook").string() + " --replace --yes");
    const auto ran = desk_("timestamp list");
    EXPECT_EQ(ran.status, 3);
    EXPECT_THAT(ran.err, HasSubstr("stamps entry 3, which is not in this book's ledger"));
    desk_.must("patient add --chart C-3");
    EXPECT_EQ(desk_("timestamp list").status, 3) << "another entry 3";
}

TEST_F(Timestamps, ThatAreChangedWhereTheyAreKeptAreNamed) {
    const auto signs = authority();
    ASSERT_EQ(imported(answered(signs, requested("head")), signs / "root.pem").status, 0);
    for (const auto& each : fs::directory_iterator(kept())) {
        if (each.path().extension() == ".tsr") {
            std::fstream file(each.path(), std::ios::binary | std::ios::in | std::ios::out);
            file.seekp(-20, std::ios::end);
            file.put('x');
            file.put('y');
        }
    }
    const auto ran = desk_("timestamp list");
    EXPECT_EQ(ran.status, 3);
    EXPECT_THAT(ran.err, HasSubstr("is not what the authority signed"));
}

}  // namespace
}  // namespace whole::timestamps_test
