#include "app/access/totp.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "app/access/random_token.h"

namespace access_control::totp_test {
namespace {

// RFC 6238, appendix B: the secret of the SHA-1 rows is "12345678901234567890".
const std::string rfc_secret = "3132333435363738393031323334353637383930";

Moment at(std::int64_t seconds) {
    return Moment(std::chrono::seconds(seconds));
}

TEST(Totp, MakesTheCodesOfTheStandard) {
    const auto code = [](std::int64_t seconds) {
        return totp_code(rfc_secret, totp_step(at(seconds)), 8);
    };
    EXPECT_EQ(code(59), "94287082");
    EXPECT_EQ(code(1111111109), "07081804");
    EXPECT_EQ(code(1111111111), "14050471");
    EXPECT_EQ(code(1234567890), "89005924");
    EXPECT_EQ(code(2000000000), "69279037");
    EXPECT_EQ(code(20000000000), "65353130");
    EXPECT_EQ(totp_code(rfc_secret, 1), "287082");
}

TEST(Totp, TakesTheCodeNowAndOneStepAwayAndNoOther) {
    const auto now = at(1111111111);
    const auto step = totp_step(now);
    for (int away = -3; away <= 3; ++away) {
        const auto taken = step_of(rfc_secret, totp_code(rfc_secret, step + away), now, 0);
        if (away >= -1 && away <= 1) {
            EXPECT_EQ(taken, step + away);
        } else {
            EXPECT_EQ(taken, std::nullopt) << away;
        }
    }
    for (const auto* text : {"", "050471 ", "0504711", "05047", "abcdef"}) {
        EXPECT_EQ(step_of(rfc_secret, text, now, 0), std::nullopt) << text;
    }
}

TEST(Totp, TakesNoStepTwiceAndNoneBeforeIt) {
    const auto now = at(1111111111);
    const auto step = totp_step(now);
    EXPECT_EQ(step_of(rfc_secret, totp_code(rfc_secret, step), now, step), std::nullopt);
    EXPECT_EQ(step_of(rfc_secret, totp_code(rfc_secret, step - 1), now, step), std::nullopt);
    EXPECT_EQ(step_of(rfc_secret, totp_code(rfc_secret, step + 1), now, step), step + 1);
}

TEST(Totp, IsGivenToAnAppAsAnAddressAndAsBase32) {
    EXPECT_EQ(totp_typed(rfc_secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    EXPECT_EQ(totp_address(rfc_secret, "huda", "Clinic & Co"),
              "otpauth://totp/Clinic%20%26%20Co:huda?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&"
              "issuer=Clinic%20%26%20Co");
}

TEST(RandomToken, IsAnotherEveryTime) {
    std::set<std::string> all;
    std::string characters;
    for (int i = 0; i < 100; ++i) {
        all.insert({random_token(), random_secret(), random_code()});
        characters += random_code();
    }
    EXPECT_EQ(all.size(), 300U);
    EXPECT_EQ(std::set<char>(characters.begin(), characters.end()).size(), 33U) << "and the hyphen";
}

TEST(RandomToken, HasWhatItSays) {
    EXPECT_EQ(random_token().size(), 43U);
    EXPECT_NE(random_token(), random_token());
    EXPECT_EQ(random_secret().size(), 40U);
    EXPECT_EQ(random_code().size(), 34U);
    EXPECT_EQ(token_hash("abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(code_hash("ABCD-efgh 2345"), code_hash("abcdefgh2345"));
    EXPECT_NE(code_hash("abcdefgh2345"), code_hash("abcdefgh2346"));
}

}  // namespace
}  // namespace access_control::totp_test
