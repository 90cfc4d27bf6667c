#include "app/access/password.h"

#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/types/error.h"

namespace access_control::password_test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string fault(std::string_view password, std::string_view name = "huda") {
    return password_fault(password, name).value_or("taken");
}

TEST(Password, HasEightTo128Characters) {
    EXPECT_EQ(fault("kq7vzx1"), "has 7 characters, not 8 to 128");
    EXPECT_EQ(fault("kq7vzx1w"), "taken");
    EXPECT_EQ(fault(std::string(64, 'x') + std::string(64, 'q')), "taken");
    EXPECT_EQ(fault(std::string(64, 'x') + std::string(65, 'q')),
              "has 129 characters, not 8 to 128");
    EXPECT_EQ(fault("كلمةسرّ"), "has 7 characters, not 8 to 128") << "characters, not bytes";
    EXPECT_EQ(fault("e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"),
              "has 7 characters, not 8 to 128")
        << "an accent is no character of its own";
}

TEST(Password, NeedsNoKindsOfCharacters) {
    EXPECT_EQ(fault("thistle kettle orbit"), "taken");
    EXPECT_EQ(fault("        x       "), "taken");
    EXPECT_EQ(fault("شمس قمر بحر"), "taken");
}

TEST(Password, IsRefusedWhenItIsAmongTheMostCommon) {
    const auto list = common_passwords();
    EXPECT_EQ(std::count(list.begin(), list.end(), '\n'), 9999);
    EXPECT_THAT(std::string(list.substr(0, 20)), StartsWith("123456\npassword\n"));
    for (const auto* password : {"password", "PASSWORD", "Password1", "12345678", "qwertyuiop"}) {
        EXPECT_EQ(fault(password), "is one of the 10,000 most common") << password;
    }
    EXPECT_EQ(fault("password of huda's aunt"), "taken");
}

TEST(Password, IsRefusedWhenItIsLittleMoreThanTheName) {
    for (const auto* password : {"huda1234", "HUDAhuda", "1huda2026", "hudahudahuda!"}) {
        EXPECT_THAT(fault(password), HasSubstr("name")) << password;
    }
    EXPECT_EQ(fault("huda and the sea"), "taken");
    EXPECT_EQ(fault("abababab", "ab"), "taken") << "of a short name only the same text";
}

TEST(Password, IsRefusedWithoutBeingSaid) {
    try {
        refuse_password("huda1234", "huda");
        FAIL() << "accepted";
    } catch (const schema::Error& error) {
        EXPECT_EQ(error.fault(), schema::Fault::refused);
        EXPECT_THAT(error.what(), Not(HasSubstr("1234")));
    }
}

TEST(Password, IsKeptAsArgon2idWithNineteenMegabytesAndTwoPasses) {
    const auto hash = hash_secret("thistle kettle orbit");
    EXPECT_THAT(hash, StartsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    EXPECT_NE(hash_secret("thistle kettle orbit"), hash) << "salted";
    EXPECT_TRUE(is_hash_of(hash, "thistle kettle orbit"));
    EXPECT_FALSE(is_hash_of(hash, "thistle kettle orbiT"));
    EXPECT_FALSE(is_hash_of(std::nullopt, "thistle kettle orbit"));
}

TEST(Password, IsTheSameHoweverTheKeyboardComposesIt) {
    EXPECT_TRUE(is_hash_of(hash_secret("caf\u00e9 caf\u00e9"), "cafe\u0301 cafe\u0301"));
}

TEST(Password, IsLookedAtWholeAndByCase) {
    const std::string longest(127, 'x');
    const auto hash = hash_secret(longest + "y");
    EXPECT_TRUE(is_hash_of(hash, longest + "y"));
    EXPECT_FALSE(is_hash_of(hash, longest + "z"));
    EXPECT_FALSE(is_hash_of(hash, longest + "Y"));
    EXPECT_FALSE(is_hash_of(hash, longest));
}

TEST(Password, IsComparedAsOftenWithoutAHashAsWithOne) {
    const auto before = hashes_compared();
    is_hash_of(std::nullopt, "x");
    EXPECT_EQ(hashes_compared(), before + 1);
}

}  // namespace
}  // namespace access_control::password_test
