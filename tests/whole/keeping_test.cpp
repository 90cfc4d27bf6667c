// What keeps the book, as people meet it at the command line.

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "tests/support/program.h"
#include "tests/support/sqlite_shell.h"
#include "tests/support/temporary_folder.h"

namespace whole::keeping_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class Keeping : public testing::Test {
  protected:
    Keeping() {
        desk_.must("init --name Clinic");
        for (const auto* chart : {"C1", "C2", "C3"}) {
            desk_.must(std::string("patient add --chart ") + chart);
        }
    }
    static std::string bytes_of(const fs::path& file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    fs::path beside(const char* end) const { return desk_.book().string() + end; }
    // The book as it was before C2 and C3, beside the head of today.
    void lose_two() const {
        const auto early = folder_ / "early";
        const support::CommandLine other(early);
        other.must("init --name Clinic");
        other.must("patient add --chart C1");
        fs::copy_file(early, desk_.book(), fs::copy_options::overwrite_existing);
    }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

TEST_F(Keeping, AnEmptyBookThatImportsAnExportHasItsContent) {
    const support::CommandLine shown(folder_ / "shown.needlebook");
    shown.must("demo --patients 6 --seed 4 --keep " + shown.book().string());
    shown.must("patient link D-001");
    shown.must("patient void D-002 --yes --reason 'entered twice'");
    shown.must("patient add --chart D-002 --born 1990 --confirm duplicate");
    shown.must("acne record D-002 --on 2026-01-05 --iga 2");
    const auto content = [](const support::CommandLine& desk) {
        const auto said = desk.must("check");
        return said.substr(said.find("content"));
    };
    const support::CommandLine other(folder_ / "other.needlebook");
    other.must("init --name Other");
    shown.must("export " + (folder_ / "one").string());
    other.must("import " + (folder_ / "one").string());
    EXPECT_EQ(content(other), content(shown));
    other.must("export " + (folder_ / "two").string());
    for (const auto& file : fs::directory_iterator(folder_ / "one")) {
        const auto again = folder_.path() / "two" / file.path().filename();
        EXPECT_EQ(bytes_of(file.path()), bytes_of(again)) << again;
    }
}

TEST_F(Keeping, SaysOnEveryCommandThatTheHeadIsMissing) {
    fs::remove(beside(".head"));
    for (const auto& line : {std::string("patient list"),
                             std::string("progress C1"),
                             std::string("due"),
                             std::string("patient add --chart C9"),
                             "export " + (folder_ / "out").string()}) {
        const auto ran = desk_(line);
        EXPECT_EQ(ran.status, 0) << line << ran.err;
        EXPECT_THAT(ran.err, HasSubstr(".head: is missing")) << line;
    }
    EXPECT_EQ(desk_("check").status, 3);
    EXPECT_EQ(desk_("check --renew-head").status, 0);
    EXPECT_THAT(desk_("patient list").err, Not(HasSubstr("warning")));
}

TEST_F(Keeping, LetsABookBehindItsHeadBeReadExportedAndBackedUpAndGoesOnWithAReason) {
    lose_two();
    const auto copy = (folder_ / "copy.needlebook").string();
    for (const auto& line : {std::string("patient list"),
                             std::string("progress C1"),
                             "export " + (folder_ / "out").string(),
                             "backup " + copy}) {
        const auto ran = desk_(line);
        EXPECT_EQ(ran.status, 0) << line << ran.err;
        EXPECT_THAT(ran.err, HasSubstr("the last 2 acknowledged changes are missing")) << line;
    }
    EXPECT_EQ(desk_("patient add --chart C9").status, 3);
    EXPECT_EQ(desk_("check").status, 3);
    EXPECT_EQ(desk_("check --accept-loss 2").status, 1) << "without a reason";
    EXPECT_EQ(desk_("check --accept-loss 5 --reason died").status, 1) << "not so many";
    EXPECT_EQ(desk_("check --accept-loss 2 --reason 'the disk died'").status, 0);
    EXPECT_THAT(desk_.must("ledger"), HasSubstr("2 lost entries are accepted: the disk died"));
    EXPECT_EQ(desk_("patient add --chart C9").status, 0);
    EXPECT_EQ(desk_("check").err, "");
    EXPECT_EQ(support::CommandLine(copy)("check").status, 0);
}

TEST_F(Keeping, BacksUpWithAQuickLookAndProvesTheWholeBookWhenAsked) {
    EXPECT_THAT(desk_.must("check --quick"), HasSubstr("Nothing is wrong at a quick look"));
    const auto json = nlohmann::json::parse(desk_.must("check --quick --json"));
    EXPECT_EQ(json["quick"], true);
    EXPECT_EQ(json["whole"], true);
    desk_.must("backup --prove " + (folder_ / "proved").string());
    ASSERT_TRUE(support::sqlite_shell(desk_.book(), "UPDATE patient SET note = 'n' WHERE id = 1"));
    EXPECT_EQ(desk_("check --quick").status, 0) << "values are for the whole check";
    const auto copy = (folder_ / "quick").string();
    desk_.must("backup " + copy);
    EXPECT_THAT(support::CommandLine(copy)("check").err, HasSubstr("patient (id 1): differs"));
    EXPECT_EQ(desk_("backup --prove " + (folder_ / "again").string()).status, 3);
    EXPECT_FALSE(fs::exists(folder_ / "again"));
    ASSERT_TRUE(support::sqlite_shell(desk_.book(), "DROP TRIGGER ledger_is_not_cut"));
    EXPECT_EQ(desk_("check --quick").status, 3);
    EXPECT_EQ(desk_("backup " + (folder_ / "again").string()).status, 3);
    EXPECT_FALSE(fs::exists(folder_ / "again"));
}

TEST_F(Keeping, FindsTheWitnessOfABackupsNameAndOfItsFileInTheLedger) {
    fs::create_directory(folder_ / "backups");
    desk_.must(fmt::format("backup {}", (folder_ / "backups").string()));
    std::string name;
    for (const auto& each : fs::directory_iterator(folder_ / "backups")) {
        if (each.path().extension() == ".needlebook") {
            name = each.path().filename().string();
        }
    }
    std::smatch parts;
    ASSERT_TRUE(std::regex_match(
        name, parts, std::regex(R"(clinic-\d{4}-\d\d-\d\d-entry4-([0-9a-f]{16})\.needlebook)")))
        << name;
    desk_.must("patient add --chart C4");
    const auto file = (folder_ / "backups" / name).string();
    EXPECT_EQ(desk_("check --against " + parts[1].str()).status, 0);
    EXPECT_EQ(desk_("check --against " + file).status, 0);
    // The book rolled back together with its head: whole in itself, and the witness knows better.
    for (const auto* end : {"", ".head"}) {
        fs::copy_file(file + end, beside(end), fs::copy_options::overwrite_existing);
    }
    EXPECT_EQ(desk_("check").status, 0);
    const support::CommandLine other(folder_ / "other.needlebook");
    other.must("init");
    EXPECT_EQ(other("check --against " + file).status, 3);
    EXPECT_EQ(other("check --against " + parts[1].str()).status, 3);
    EXPECT_EQ(other("check --against nonsense").status, 1);
}

TEST_F(Keeping, ShowsNoAlteredChangesAndEndsAtOnce) {
    ASSERT_TRUE(support::sqlite_shell(
        desk_.book(),
        "DROP TRIGGER ledger_is_not_rewritten; UPDATE ledger SET changes = x'5401' WHERE seq = 2"));
    const auto ran = desk_("ledger");
    EXPECT_EQ(ran.status, 3);
    EXPECT_THAT(ran.out, HasSubstr("its changes were altered and are not shown"));
    EXPECT_THAT(ran.out, HasSubstr("patient add")) << "the others are";
    EXPECT_EQ(nlohmann::json::parse(desk_("ledger --json").out)[1]["altered"], true);
    EXPECT_EQ(desk_("check").status, 3);
}

// As another user, or as this one where it is not root: a folder of mode 0555.
class LockedFolder : public Keeping {
  protected:
    LockedFolder() {
        desk_.must("backup " + copy_.string());
        fs::permissions(folder_ / ".", fs::perms(0755));
        fs::permissions(copy_.parent_path(), fs::perms(0555));
        for (const auto* end : {"", ".head"}) {
            fs::permissions(copy_.string() + end, fs::perms(0444));
        }
    }
    ~LockedFolder() override { fs::permissions(copy_.parent_path(), fs::perms(0755)); }

    support::Ran as_reader(const std::string& line) const {
        auto words = support::CommandLine::line(line);
        if (::geteuid() == 0) {
            words.insert(words.begin(),
                         {"/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"});
        }
        return support::Process(words, support::CommandLine(copy_).settings()).wait();
    }
    fs::path copy_ = folder_ / "locked" / "copy.needlebook";
};

TEST_F(LockedFolder, IsReadCheckedExportedAndRestoredWithoutBeingWritten) {
    const auto there = [&] {
        std::vector<std::string> all;
        for (const auto& each : fs::directory_iterator(copy_.parent_path())) {
            all.push_back(each.path().filename().string());
        }
        std::sort(all.begin(), all.end());
        return all;
    };
    const auto before = there();
    for (const auto* line : {"patient list", "check", "ledger", "progress C1"}) {
        const auto ran = as_reader(line);
        EXPECT_EQ(ran.status, 0) << line << "\n" << ran.err;
    }
    EXPECT_THAT(as_reader("patient list").out, HasSubstr("C3"));
    const auto write = as_reader("patient add --chart C9");
    EXPECT_EQ(write.status, 1);
    EXPECT_THAT(write.err, HasSubstr("can only be read"));
    const auto target = folder_ / "target";
    fs::create_directory(target);
    fs::permissions(target, fs::perms(0777));
    const auto restored = (target / "clinic.needlebook").string();
    const auto ran = as_reader("restore " + copy_.string() + " --book " + restored);
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(as_reader("export " + (target / "out").string()).status, 0);
    EXPECT_EQ(there(), before);
}

}  // namespace
}  // namespace whole::keeping_test
