// Where one's own account is signed in, and how it ends there, over real HTTP.

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/app/server/served_people.h"

namespace server::own_devices_test {
namespace {

using testing::ElementsAre;

class OwnDevices : public ServedPeople {
  protected:
    // The ids, in their order.
    std::vector<int> ids(const Reply& reply) const {
        EXPECT_EQ(reply.status, 200) << reply.body;
        std::vector<int> all;
        for (const auto& each : PeopleJson::parse(reply.body)) {
            all.push_back(each["id"].get<int>());
        }
        return all;
    }
    Reply list(const std::string& token) { return as(token, "GET", path_); }
    Reply end(const std::string& token, const PeopleJson& body) {
        return as(token, "DELETE", path_, body.dump());
    }

    const std::string path_ = "/api/v1/me/devices";
};

TEST_F(OwnDevices, AreShownToTheirPersonWithTheOneThatAsks) {
    const auto desk = sign_in("salma");
    const auto tablet = sign_in("salma");
    sign_in("rami");
    EXPECT_THAT(ids(list(desk)), ElementsAre(1, 2));
    const auto shown = PeopleJson::parse(list(tablet).body);
    EXPECT_EQ(shown[0]["this"], false);
    EXPECT_EQ(shown[1]["this"], true);
    EXPECT_EQ(shown[1]["label"], "desk");
    EXPECT_EQ(list("").status, 401);
}

TEST_F(OwnDevices, AreSignedOutByWhoeverGivesTheirPasswordAnewAndByNobodyElse) {
    const auto desk = sign_in("salma");
    const auto tablet = sign_in("salma");
    const auto phone = sign_in("salma");
    const auto rami = sign_in("rami");
    EXPECT_EQ(end(desk, {{"password", "a guess at it"}}).status, 401);
    EXPECT_EQ(end(desk, PeopleJson::object()).status, 422);
    EXPECT_EQ(end(desk, {{"password", peoples_password}, {"device", "2"}}).status, 422);
    EXPECT_EQ(end(desk, {{"password", peoples_password}, {"account", 1}}).status, 422);
    EXPECT_THAT(ids(list(desk)), ElementsAre(1, 2, 3));
    EXPECT_THAT(ids(end(desk, {{"password", peoples_password}, {"device", 2}})), ElementsAre(1, 3));
    EXPECT_EQ(list(tablet).status, 401);
    EXPECT_EQ(list(phone).status, 200);
    EXPECT_THAT(ids(end(desk, {{"password", peoples_password}, {"device", 4}})), ElementsAre(1, 3))
        << "another person's is not theirs to end";
    EXPECT_EQ(list(rami).status, 200);
    EXPECT_THAT(ids(end(desk, {{"password", peoples_password}})), ElementsAre(1));
    EXPECT_EQ(list(phone).status, 401);
    EXPECT_EQ(list(desk).status, 200) << "the one that asked goes on";
    EXPECT_EQ(list(rami).status, 200);
}

}  // namespace
}  // namespace server::own_devices_test
