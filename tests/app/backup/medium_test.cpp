#include "app/backup/medium.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "schema/types/error.h"
#include "tests/support/temporary_folder.h"

namespace backup::medium_test {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view mountinfo =
    "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
    "30 22 8:17 / /media/huda/CLINIC rw,nosuid shared:2 - vfat /dev/sdb1 rw\n"
    "31 22 0:45 / /mnt/my\\040share rw - cifs //nas/backups rw\n"
    "broken line\n";

TEST(Medium, ReadsWhereFileSystemsAreMounted) {
    const auto mounts = mounts_of(mountinfo);
    ASSERT_EQ(mounts.size(), 3U);
    EXPECT_EQ(mounts[1].at, "/media/huda/CLINIC");
    EXPECT_EQ(mounts[1].device, "8:17");
    EXPECT_EQ(mounts[1].source, "/dev/sdb1");
    EXPECT_EQ(mounts[2].at, "/mnt/my share");
    EXPECT_EQ(mounts[2].type, "cifs");
}

TEST(Medium, FindsTheFileSystemOfAFolderThatIsNotThereYet) {
    const auto mounts = mounts_of(mountinfo);
    EXPECT_EQ(mount_of(mounts, "/media-not")->at, "/");
    EXPECT_FALSE(mount_of({}, "/"));
}

TEST(Medium, FindsAStickByItsLabelAsDesktopsMountIt) {
    const auto mounts = mounts_of(mountinfo);
    EXPECT_EQ(mounted_label(mounts, "CLINIC", "/nowhere"), fs::path("/media/huda/CLINIC"));
    EXPECT_EQ(mounted_label(mounts, "OTHER", "/nowhere"), std::nullopt);
    EXPECT_EQ(mounted_label(mounts, "my share", "/nowhere"), std::nullopt) << "not by a desktop";
}

TEST(Medium, FindsAStickByTheDeviceThatUdevNamesSo) {
    const support::TemporaryFolder folder;
    const auto device = folder / "sdb1";
    fs::create_directory(folder / "by-label");
    std::filesystem::create_directory(device);  // whatever it is, it is the same
    fs::create_symlink(device, folder / "by-label" / "MY\\x20STICK");
    const std::vector<Mount> mounts{
        {.at = "/backups", .type = "ext4", .source = device.string(), .device = "8:17"}};
    EXPECT_EQ(mounted_label(mounts, "MY STICK", folder / "by-label"), fs::path("/backups"));
    EXPECT_EQ(mounted_label(mounts, "MY", folder / "by-label"), std::nullopt);
}

TEST(Medium, AFolderBesideAnotherIsOnTheSameOne) {
    const support::TemporaryFolder folder;
    EXPECT_EQ(medium_of(folder / "a", folder / "b"), Medium::same);
    if (fs::exists("/dev/shm")) {
        const support::TemporaryFolder memory("/dev/shm");
        const auto here = mount_of(mounts_now(), folder.path());
        const auto there = mount_of(mounts_now(), memory.path());
        EXPECT_EQ(medium_of(memory / "a", folder / "b") == Medium::other,
                  here->device != there->device);
    }
}

TEST(Medium, TakesPathsFromTheRootAndLabelsAsFoldersAndNothingElse) {
    for (const auto* good : {"/mnt/backups", "/", "label:CLINIC", "label:CLINIC/a/b"}) {
        EXPECT_NO_THROW(refuse_no_folder_name(good)) << good;
    }
    for (const auto* bad : {"", "backups", "./x", "label:", "label:/x", "/a\nb"}) {
        EXPECT_THROW(refuse_no_folder_name(bad), schema::Error) << bad;
    }
    EXPECT_EQ(place_of("/mnt/backups"), fs::path("/mnt/backups"));
    EXPECT_EQ(place_of("label:no-such-label-here/x"), std::nullopt);
}

}  // namespace
}  // namespace backup::medium_test
