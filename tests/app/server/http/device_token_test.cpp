#include "app/server/http/device_token.h"

#include <gtest/gtest.h>

namespace server::device_token_test {
namespace {

Request with(const std::string& name, const std::string& value) {
    Request request;
    request.headers.emplace_back(name, value);
    return request;
}

TEST(DeviceToken, IsTheValueOfItsOwnCookieOnly) {
    for (const auto* header :
         {"name=value", " name=value ", "a=b; name=value; c=d", "a;name=value"}) {
        EXPECT_EQ(cookie_of(with("cookie", header), "name"), "value") << header;
    }
    for (const auto* header : {"", "name", "name=", "names=value", "xname=value", "NAME=value"}) {
        EXPECT_EQ(cookie_of(with("cookie", header), "name"), std::nullopt) << header;
    }
    EXPECT_EQ(cookie_of(with("cookies", "name=value"), "name"), std::nullopt);
}

TEST(DeviceToken, OfAProgramStandsAfterBearer) {
    for (const auto* header : {"Bearer abc", "bearer abc", "BEARER  abc "}) {
        EXPECT_EQ(bearer_token(with("authorization", header)), "abc") << header;
    }
    for (const auto* header : {"", "Bearer", "Basic abc", "Bearerabc"}) {
        EXPECT_EQ(bearer_token(with("authorization", header)), std::nullopt) << header;
    }
}

TEST(DeviceToken, MakesAKeyThatTellsNothingOfItAndIsAnotherForAnother) {
    EXPECT_EQ(page_key("token"), page_key("token"));
    EXPECT_NE(page_key("token"), page_key("tokens"));
    EXPECT_EQ(page_key("token").size(), 64U);
    EXPECT_EQ(page_key("token").find("token"), std::string::npos);
}

}  // namespace
}  // namespace server::device_token_test
