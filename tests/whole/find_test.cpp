// Records by the words in them, at the command line: what is found, for whom, and what an erasure
// leaves.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace whole::find_test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Find : public testing::Test {
  protected:
    Find() {
        desk_.must("init --name Clinic --time-zone Africa/Cairo");
        desk_.must(
            "patient add --chart C-001 --name 'Huda Saleh' --name-ar 'هدى صالح' --telephone "
            "01001234567");
        desk_.must("patient add --chart C-002 --name 'Mona Adel'");
        desk_.must(
            "session record C-001 --at 2026-01-05T10:30 --device pen --area chin:0.5:2 --note "
            "'Bruised easily'");
        desk_.must(
            "stock add --kind product --product 'Calming serum' --lot P-77/B --received 5 "
            "--received-on 2026-01-05");
        desk_.must("patient tag C-002 arm=placebo");
    }
    fs::path index() const { return desk_.book().string() + ".search"; }

    support::TemporaryFolder folder_;
    support::CommandLine desk_{folder_ / "clinic.needlebook"};
};

TEST_F(Find, ShowsPatientKindAndWhereTheWordStands) {
    EXPECT_THAT(
        desk_.must("find bruis"),
        AllOf(HasSubstr("C-001"), HasSubstr("session  1"), HasSubstr("note: Bruised easily")));
    EXPECT_THAT(desk_.must("find هدي"), HasSubstr("name ar: هدى صالح"));
    EXPECT_THAT(desk_.must("find 1234567"), HasSubstr("telephone: 01001234567"));
    EXPECT_THAT(desk_.must("find placebo"), HasSubstr("tag: arm=placebo"));
    EXPECT_THAT(desk_.must("find calming"),
                AllOf(HasSubstr("stock"), HasSubstr("product: Calming serum")));
    EXPECT_THAT(desk_.must("find 77/b"), HasSubstr("lot: P-77/B"));
    EXPECT_EQ(desk_.must("find saleh mona"), "Nothing found.\n") << "both words in one record";
}

TEST_F(Find, IsAListAsOthersAre) {
    const auto found = Json::parse(desk_.must("find bruised --json"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0]["patient"], "C-001");
    EXPECT_EQ(found[0]["kind"], "session");
    EXPECT_EQ(found[0]["places"][0]["field"], "note");
    EXPECT_THAT(desk_.must("find bruised --csv"), HasSubstr("patient,kind,id,on,found_in\n"));
    const auto limited = desk_("find c --limit 1");
    EXPECT_THAT(limited.err, HasSubstr("the first 1; more of them: --limit N"));
    EXPECT_EQ(desk_.must("find bruised --kind patient"), "Nothing found.\n");
}

TEST_F(Find, IsOfWhatCountsNow) {
    desk_.must("session correct 1 --note 'calm' --reason misread");
    EXPECT_EQ(desk_.must("find bruised"), "Nothing found.\n");
    desk_.must("session void 1 --reason misread");
    EXPECT_EQ(desk_.must("find calm --kind session"), "Nothing found.\n");
}

TEST_F(Find, LeavesNothingOfAPatientWhoWasErased) {
    desk_.must("find bruised");
    ASSERT_TRUE(fs::exists(index()));
    EXPECT_EQ(fs::status(index()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    desk_.must("patient erase C-001 --reason request --legal-reason law --yes");
    EXPECT_FALSE(fs::exists(index()));
    EXPECT_EQ(desk_.must("find bruised"), "Nothing found.\n");
    std::ifstream in(index(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    EXPECT_NE(bytes.find("mona"), std::string::npos);
    EXPECT_EQ(bytes.find("saleh"), std::string::npos);
    EXPECT_THAT(desk_.must("check"), HasSubstr("The book is whole"));
}

TEST_F(Find, NeedsTheRightToRead) {
    const auto words = [](const std::string& line) {
        return support::Process({"/bin/sh", "-c", "printf 'thistle kettle orbit\\n' | " + line})
            .wait();
    };
    const auto program = std::string(NEEDLEBOOK) + " --book '" + desk_.book().string() + "' ";
    ASSERT_EQ(
        words(program + "account add owner --role owner --password-stdin --actor owner").status, 0);
    EXPECT_EQ(words(program + "find bruised --actor somebody").status, 1);
    EXPECT_EQ(words(program + "find bruised --actor owner").status, 0);
}

}  // namespace
}  // namespace whole::find_test
