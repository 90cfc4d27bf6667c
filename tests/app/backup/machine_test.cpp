#include "app/backup/machine.h"

#include <sys/stat.h>

#include "tests/app/backup/kept_book.h"

namespace backup::machine_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

// Devices as /sys has them.
class Devices : public testing::Test {
  protected:
    void device(const std::string& number, const std::string& uuid = "") const {
        const auto folder = sysfs_ / "dev" / "block" / number;
        fs::create_directories(folder / "slaves");
        if (!uuid.empty()) {
            fs::create_directories(folder / "dm");
            std::ofstream(folder / "dm" / "uuid") << uuid << "\n";
        }
    }
    void lies_on(const std::string& above, const std::string& below) const {
        const auto folder = sysfs_ / "dev" / "block";
        fs::create_directory_symlink(folder / below, folder / above / "slaves" / below);
    }
    Tristate of(const std::string& number) const { return is_encrypted_device(number, sysfs_); }

    support::TemporaryFolder folder_;
    fs::path sysfs_ = folder_ / "sys";
};

TEST_F(Devices, AreEncryptedWhereDmCryptIsAnywhereBelow) {
    device("8:1");
    device("253:0", "CRYPT-LUKS2-0123-home");
    lies_on("253:0", "8:1");
    device("253:1", "LVM-abcdef");
    lies_on("253:1", "253:0");
    EXPECT_EQ(of("8:1"), Tristate::no);
    EXPECT_EQ(of("253:0"), Tristate::yes);
    EXPECT_EQ(of("253:1"), Tristate::yes);
}

TEST_F(Devices, AreNotEncryptedWhereOneDiskBelowIsInTheClear) {
    device("8:1");
    device("8:17");
    device("253:0", "CRYPT-LUKS2-0123-a");
    lies_on("253:0", "8:1");
    device("9:0");  // a mirror of one that is and one that is not
    lies_on("9:0", "253:0");
    lies_on("9:0", "8:17");
    EXPECT_EQ(of("9:0"), Tristate::no);
}

TEST_F(Devices, AreUnknownWhereNobodyCanLook) {
    EXPECT_EQ(of("0:45"), Tristate::unknown);
    device("7:0");
    fs::create_directory(sysfs_ / "dev" / "block" / "7:0" / "loop");
    EXPECT_EQ(of("7:0"), Tristate::unknown) << "what its file lies on, it does not say";
}

class Machine : public KeptBook {};

TEST_F(Machine, NamesFilesThatOthersMayReadAndNoneElse) {
    EXPECT_TRUE(machine_of(db::Book::open(file_), now_).problems.empty());
    ::chmod((file_.string() + ".head").c_str(), 0644);
    const auto problems = machine_of(db::Book::open(file_), now_).problems;
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_THAT(problems[0].where, HasSubstr(".head"));
    EXPECT_THAT(problems[0].what, HasSubstr("mode 644"));
}

TEST_F(Machine, NamesAFolderThatEverybodyMayWriteTo) {
    ::chmod(folder_.path().c_str(), 0777);
    const auto problems = machine_of(db::Book::open(file_), now_).problems;
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_THAT(problems[0].what, HasSubstr("everybody may write"));
}

TEST_F(Machine, SaysHowMuchRoomThereIs) {
    const auto state = machine_of(db::Book::open(file_), now_);
    ASSERT_TRUE(state.free);
    EXPECT_GT(*state.free, 0U);
    EXPECT_EQ(free_bytes("/no/such/folder").has_value(), free_bytes("/").has_value());
}

}  // namespace
}  // namespace backup::machine_test
