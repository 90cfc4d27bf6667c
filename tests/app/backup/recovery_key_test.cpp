#include "app/backup/recovery_key.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/types/error.h"

namespace backup::recovery_key_test {
namespace {

using testing::HasSubstr;

std::string fault_of(const std::string& text) {
    try {
        read_sheet_text(text);
    } catch (const schema::Error& error) {
        return error.problems().front().what;
    }
    return "";
}

TEST(RecoveryKey, IsReadBackAsItWasPrinted) {
    for (int i = 0; i < 50; ++i) {
        const auto key = new_key();
        const auto text = sheet_text(key.secret);
        EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 4) << text;
        EXPECT_EQ(read_sheet_text(text), key.secret);
        EXPECT_TRUE(opens(read_sheet_text(text), key.recipient));
    }
}

TEST(RecoveryKey, IsReadWhateverStandsBetweenItsDigitsAndInCapitals) {
    const auto key = new_key();
    auto text = sheet_text(key.secret);
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char each) {
        return static_cast<char>(std::toupper(each));
    });
    std::replace(text.begin(), text.end(), '-', ' ');
    EXPECT_EQ(read_sheet_text("  " + text + "\r\n"), key.secret);
    std::erase_if(text, [](char each) { return each == ' ' || each == '\n'; });
    EXPECT_EQ(read_sheet_text(text), key.secret);
}

// Of 255 other values of a byte one has the same check digits, on average.
TEST(RecoveryKey, NamesTheLineWithASlip) {
    const auto text = sheet_text(new_key().secret);
    int noticed = 0;
    int tried = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '-' || text[at] == '\n') {
            continue;
        }
        auto slip = text;
        slip[at] = slip[at] == '7' ? '8' : '7';
        ++tried;
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(at), '\n');
        noticed += fault_of(slip) == "line " + std::to_string(line) + " is not as it was printed";
    }
    EXPECT_EQ(tried, 72);
    EXPECT_GE(noticed, 69);
}

TEST(RecoveryKey, RefusesLinesInAnotherOrderAndThoseThatAreMissing) {
    const auto text = sheet_text(new_key().secret);
    const auto line = text.find('\n') + 1;
    EXPECT_THAT(fault_of(text.substr(line) + text.substr(0, line)), HasSubstr("line "));
    EXPECT_THAT(fault_of(text.substr(line)), HasSubstr("has 54 digits, not 72"));
    EXPECT_THAT(fault_of(text + "00"), HasSubstr("has 74 digits"));
    EXPECT_THAT(fault_of("o" + text), HasSubstr("holds \"o\""));
    EXPECT_THAT(fault_of(""), HasSubstr("has 0 digits"));
}

TEST(RecoveryKey, OfAPassphraseIsTheSameEachTimeAndAnotherWithAnotherSalt) {
    const auto recipient = recipient_of_passphrase("thistle kettle orbit");
    ASSERT_TRUE(recipient.stretch);
    EXPECT_TRUE(opens(secret_of_passphrase("thistle kettle orbit", *recipient.stretch), recipient));
    EXPECT_FALSE(
        opens(secret_of_passphrase("thistle kettle orbiT", *recipient.stretch), recipient));
    EXPECT_NE(recipient_of_passphrase("thistle kettle orbit"), recipient);
}

TEST(RecoveryKey, RefusesAShortPassphraseAndAFileThatWouldEatTheMachine) {
    EXPECT_THROW(recipient_of_passphrase("elevenchars"), schema::Error);
    EXPECT_THROW(secret_of_passphrase("thistle kettle orbit",
                                      {.passes = 3, .memory = std::uint64_t{1} << 40}),
                 schema::Error);
    EXPECT_THROW(secret_of_passphrase("thistle kettle orbit", {.passes = 1'000, .memory = 1 << 20}),
                 schema::Error);
}

TEST(RecoveryKey, FingerprintsTellKeysApart) {
    const auto one = new_key();
    EXPECT_EQ(fingerprint_of(one.recipient).size(), 16U);
    EXPECT_NE(fingerprint_of(one.recipient), fingerprint_of(new_key().recipient));
}

}  // namespace
}  // namespace backup::recovery_key_test
