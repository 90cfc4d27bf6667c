#include "app/import/patient_file/sealing.h"

#include <gtest/gtest.h>

#include "app/import/patient_file/base64.h"
#include "app/import/patient_file/patient_file.h"
#include "schema/types/error.h"

namespace exchange::sealing_test {
namespace {

TEST(Sealing, OpensWithItsPassphraseAndWithNoOther) {
    const std::string plain("Huda\0Saleh", 10);
    const auto sealed = seal(plain, "a cup of cold tea");
    EXPECT_EQ(unseal(sealed, "a cup of cold tea"), plain);
    EXPECT_EQ(unseal(sealed, "a cup of cold te"), std::nullopt);
    EXPECT_EQ(unseal(sealed, ""), std::nullopt);
}

TEST(Sealing, TakesAPassphraseHoweverItWasTyped) {
    const auto sealed = seal("x", "cafe\u0301 cre\u0300me");      // letters with marks behind them
    EXPECT_EQ(unseal(sealed, "caf\u00e9\u00a0cr\u00e8me"), "x");  // in one, and a no-break space
    EXPECT_EQ(unseal(sealed, "cafe creme"), std::nullopt);
}

TEST(Sealing, RefusesAShortPassphrase) {
    EXPECT_THROW(seal("x", "eleven char"), schema::Error);
    EXPECT_EQ(unseal(seal("x", "twelve chars"), "twelve chars"), "x");
}

TEST(Sealing, NoticesAChangedByteAnywhere) {
    const auto sealed = seal("some text", "a cup of cold tea");
    for (std::size_t at = 0; at < sealed.bytes.size(); at += 6) {
        auto changed = sealed;
        changed.bytes[at] = static_cast<char>(changed.bytes[at] ^ 1);
        EXPECT_EQ(unseal(changed, "a cup of cold tea"), std::nullopt) << at;
    }
    auto other = sealed;
    other.nonce[3] = static_cast<char>(other.nonce[3] ^ 1);
    EXPECT_EQ(unseal(other, "a cup of cold tea"), std::nullopt);
}

// WebCrypto of Node made this.
TEST(Sealing, IsThatOfOtherPrograms) {
    const Sealed sealed{
        .rounds = 1000,
        .salt = "0123456789abcdef",
        .nonce = "abcdefghijkl",
        .bytes = *from_base64("D+nb9Ki4PBkWctbdEQudyLLNTCwGk0VOsqn2YgCvlq1+lWbx"),
    };
    EXPECT_EQ(unseal(sealed, "a cup of cold tea"), "written by a browser");
}

TEST(Sealing, DoesNotWorkForeverForAForeignFile) {
    EXPECT_EQ(unseal({.rounds = most_sealing_rounds + 1,
                      .salt = std::string(16, 'a'),
                      .nonce = std::string(12, 'b'),
                      .bytes = std::string(40, 'c')},
                     "a cup of cold tea"),
              std::nullopt);
    EXPECT_EQ(unseal({}, "a cup of cold tea"), std::nullopt);
}

TEST(Base64, IsReadAsItWasWritten) {
    for (const std::string bytes : {"", "a", "ab", "abc", "\xff\xfe\xfd"}) {
        EXPECT_EQ(from_base64(base64(bytes)), bytes);
    }
    EXPECT_EQ(base64("ab"), "YWI=");
    for (const auto* none : {"YWI", "YW=I", "Y*I=", "YWI=\n"}) {
        EXPECT_EQ(from_base64(none), std::nullopt) << none;
    }
}

TEST(PaddedSize, IsOneOfFewAndLittleMore) {
    EXPECT_EQ(padded_size(1), 262'144U);
    EXPECT_EQ(padded_size(262'144), 262'144U);
    EXPECT_EQ(padded_size(262'145), 270'336U);
    EXPECT_EQ(padded_size(9'000'000), 9'175'040U);
    for (std::size_t size = 300'000; size < 60'000'000; size = size * 21 / 20) {
        const auto padded = padded_size(size);
        EXPECT_GE(padded, size);
        EXPECT_LE(padded, size * 112 / 100);
        EXPECT_EQ(padded_size(padded), padded);
    }
}

}  // namespace
}  // namespace exchange::sealing_test
