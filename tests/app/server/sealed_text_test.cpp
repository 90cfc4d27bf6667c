#include "app/server/sealed_text.h"

#include <stdexcept>

#include <gtest/gtest.h>

namespace server::sealed_text_test {
namespace {

TEST(SealedText, IsReadWithItsKeyOnlyAndOnlyAsItWas) {
    const auto key = new_seal_key();
    const std::string text("half a sent\0ence", 16);
    auto bytes = sealed(text, key);
    EXPECT_EQ(unsealed(bytes, key), text);
    EXPECT_EQ(bytes.find("half"), std::string::npos);
    EXPECT_NE(sealed(text, key), bytes) << "another nonce each time";
    EXPECT_EQ(unsealed(bytes, new_seal_key()), std::nullopt);
    EXPECT_EQ(unsealed(std::string_view(bytes).substr(1), key), std::nullopt);
    EXPECT_EQ(unsealed("", key), std::nullopt);
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    EXPECT_EQ(unsealed(bytes, key), std::nullopt);
    EXPECT_EQ(unsealed(sealed("", key), key), "");
}

TEST(SealedText, NeedsAKeyOf64Digits) {
    EXPECT_EQ(new_seal_key().size(), 64U);
    EXPECT_NE(new_seal_key(), new_seal_key());
    EXPECT_THROW(sealed("a", ""), std::runtime_error);
    EXPECT_THROW(sealed("a", std::string(62, '0')), std::runtime_error);
    EXPECT_THROW(sealed("a", std::string(64, 'x')), std::runtime_error);
}

}  // namespace
}  // namespace server::sealed_text_test
