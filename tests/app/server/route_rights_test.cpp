// Who may use which route, told a second time: the list beside this file is read by people. A right
// that a route names otherwise than the list fails here, whichever of the two is wrong.

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "app/server/routes/route.h"

namespace server::route_rights_test {
namespace {

std::string line_of(const Route& route) {
    const auto right = route.access.right();
    return fmt::format("{:<6} {} {}",
                       route.method,
                       route.path,
                       right                    ? schema::word(*right)
                       : route.access.is_open() ? "open"
                                                : "signed in");
}

TEST(RouteRights, AreThoseOfTheList) {
    std::vector<std::string> named;
    for (const auto& route : routes()) {
        named.push_back(line_of(route));
    }
    std::vector<std::string> listed;
    std::ifstream file(SOURCE_DIR "/tests/app/server/route_rights.txt");
    for (std::string line; std::getline(file, line);) {
        listed.push_back(line);
    }
    std::sort(named.begin(), named.end());
    std::sort(listed.begin(), listed.end());
    for (const auto& each : named) {
        EXPECT_TRUE(std::binary_search(listed.begin(), listed.end(), each)) << "not listed:\n"
                                                                            << each;
    }
    for (const auto& each : listed) {
        EXPECT_TRUE(std::binary_search(named.begin(), named.end(), each)) << "only listed:\n"
                                                                          << each;
    }
}

}  // namespace
}  // namespace server::route_rights_test
