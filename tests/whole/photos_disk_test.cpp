// Photographs on a real disk that is full, or that loses what it took, at every step of keeping
// one: never a record without its bytes, never lost bytes of a photograph that was acknowledged.

#include <filesystem>
#include <optional>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "tests/support/made_pictures.h"
#include "tests/support/repetitions.h"
#include "tests/support/small_disk.h"

namespace whole::photos_disk_test {
namespace {

namespace fs = std::filesystem;
using support::SmallDisk;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;
using Json = nlohmann::json;

class PhotosOnASmallDisk : public testing::Test {
  protected:
    void SetUp() override {
        if (!SmallDisk::is_possible()) {
            GTEST_SKIP() << "only root can mount a file system";
        }
    }
    // A book with a patient on such a disk.
    support::CommandLine begin(SmallDisk::As as, int megabytes) {
        disk_.emplace(as, megabytes);
        support::CommandLine desk(disk_->path() / "clinic.needlebook");
        desk.must("init --name Clinic");
        return desk;
    }
    std::string adding(const std::string& chart, int number) const {
        return fmt::format("photo add {} --file {} --view front --at 2026-01-05 --key {}",
                           chart,
                           made_.draw(number).string(),
                           chart);
    }
    // Every record that there is has its whole bytes.
    static void expect_whole(const support::CommandLine& desk) {
        const auto check = desk("check").err;
        EXPECT_THAT(check, Not(HasSubstr("its file")));
        EXPECT_THAT(check, Not(HasSubstr("damaged")));
    }

    support::MadePictures made_;
    std::optional<SmallDisk> disk_;
};

// With ever more room: nothing fits, the picture does and the record does not, both do.
TEST_F(PhotosOnASmallDisk, AreKeptOrRefusedWhereItIsFull) {
    const int steps = support::repetitions("NEEDLEBOOK_FULL_DISKS", 30);
    constexpr std::uintmax_t step = 8192;
    const auto desk = begin(SmallDisk::As::full, 16);
    int kept = 0;
    int refused = 0;
    for (int i = 0; i < steps; ++i) {
        const auto chart = fmt::format("C{}", i);
        desk.must("patient add --chart " + chart);
        const auto line = adding(chart, i);
        disk_->leave(static_cast<std::uintmax_t>(i) * step);
        SCOPED_TRACE(fmt::format("{} bytes are left", static_cast<std::uintmax_t>(i) * step));
        const auto ran = desk(line);
        disk_->heal();
        const auto list = Json::parse(desk.must("photo list " + chart + " --json"));
        EXPECT_TRUE(ran.status == 0 || ran.status == 3) << ran.err;
        EXPECT_TRUE(ran.status != 0 || list.size() == 1) << "acknowledged and lost";
        EXPECT_THAT(ran.status == 0 ? "full" : ran.err,
                    AnyOf(HasSubstr("full"), HasSubstr("No space left")));
        (ran.status == 0 ? kept : refused) += 1;
        expect_whole(desk);
        desk.must(line);
        EXPECT_EQ(Json::parse(desk.must("photo list " + chart + " --json")).size(), 1U);
    }
    EXPECT_GT(kept, 0) << "with room it is kept";
    EXPECT_GT(refused, 0) << "without room it is refused";
    desk.must("photo tidy --yes");
    expect_whole(desk);
}

// The device under an ext4 takes so many bytes more, and fails from then on (EIO): what was
// acknowledged is there once it is mounted again, with the bytes that were sent.
TEST_F(PhotosOnASmallDisk, ThatWereAcknowledgedAreThereWhereTheDeviceFails) {
    const int steps = support::repetitions("NEEDLEBOOK_FAILING_DISKS", 8);
    constexpr std::uintmax_t step = 65536;
    int kept = 0;
    int refused = 0;
    for (int i = 0; i < steps; ++i) {
        const auto desk = begin(SmallDisk::As::failing, 48);
        desk.must("patient add --chart C0");
        desk.must("patient add --chart C1");
        desk.must(adding("C0", 100 + i));
        const auto line = adding("C1", i);
        ::sync();
        disk_->leave(static_cast<std::uintmax_t>(i) * step);
        SCOPED_TRACE(fmt::format("{} bytes are taken", static_cast<std::uintmax_t>(i) * step));
        const auto ran = desk(line);
        disk_->heal();
        (ran.status == 0 ? kept : refused) += 1;
        expect_whole(desk);
        EXPECT_EQ(Json::parse(desk.must("photo list C0 --json")).size(), 1U);
        const auto list = Json::parse(desk.must("photo list C1 --json"));
        EXPECT_TRUE(ran.status != 0 || list.size() == 1) << "acknowledged and lost";
        for (const auto& photo : list) {
            const auto file =
                fs::path(desk.book().string() + ".photos") / photo["sha256"].get<std::string>();
            EXPECT_EQ(fs::file_size(file), photo["bytes"].get<std::uintmax_t>());
        }
        desk.must(line);
        EXPECT_EQ(Json::parse(desk.must("photo list C1 --json")).size(), 1U);
        disk_.reset();
    }
    EXPECT_GT(refused, 0) << "a device that fails is told";
}

}  // namespace
}  // namespace whole::photos_disk_test
