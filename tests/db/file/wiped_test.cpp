#include "db/file/wiped.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <new>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace db::wiped_test {
namespace {

using testing::Each;

constexpr std::string_view secret = "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49\n";

TEST(Wiped, LeavesNothingOfTheBytes) {
    std::string bytes(secret);
    bytes.reserve(200);
    bytes.append(100, 'x').resize(secret.size());  // what was cut off too
    const auto* const at = bytes.data();
    const auto size = bytes.capacity();
    wipe(bytes);
    EXPECT_EQ(bytes.size(), 0U);
    ASSERT_EQ(bytes.data(), at) << "its memory is its own still";
    EXPECT_THAT(std::vector<char>(at, at + size), Each('\0'));
}

// A text so short that it stands in the object itself, whose memory outlives it here.
TEST(Wiped, DoesSoAtItsEndAndWhenItIsMovedFrom) {
    alignas(Wiped) std::array<std::byte, sizeof(Wiped)> memory{};
    const auto holds = [&](std::string_view text) {
        return std::search(
                   memory.begin(), memory.end(), text.begin(), text.end(), [](auto a, char b) {
                       return a == static_cast<std::byte>(b);
                   }) != memory.end();
    };
    auto* const held = new (memory.data()) Wiped(std::string("kettle"));
    EXPECT_EQ(held->view(), "kettle");
    EXPECT_TRUE(holds("kettle"));
    held->~Wiped();
    EXPECT_FALSE(holds("kettle"));

    auto* const again = new (memory.data()) Wiped(std::string("thistle"));
    const Wiped taken(std::move(*again));
    EXPECT_EQ(taken.view(), "thistle");
    EXPECT_FALSE(holds("thistle"));
    again->~Wiped();
}

}  // namespace
}  // namespace db::wiped_test
