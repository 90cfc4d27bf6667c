// That docs/openapi.yaml names every route, with its method and its query, and nothing else. What
// it says of bodies is held by openapi/contract_test.mjs.

#include <fstream>
#include <regex>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "app/server/route.h"

namespace server::openapi_test {
namespace {

std::set<std::string> served() {
    std::set<std::string> all;
    for (const auto& route : routes()) {
        all.insert(std::string(route.method) + " " + route.path);
    }
    return all;
}

std::set<std::string> documented() {
    std::set<std::string> all;
    std::ifstream file(SOURCE_DIR "/docs/openapi.yaml");
    std::string path;
    const std::regex path_line("^  (/.*):$");
    const std::regex method_line("^    (get|post|put|patch|delete):$");
    for (std::string line; std::getline(file, line) && line != "components:";) {
        std::smatch found;
        if (std::regex_match(line, found, path_line)) {
            path = found[1];
        } else if (std::regex_match(line, found, method_line)) {
            std::string method = found[1];
            for (auto& c : method) {
                c = static_cast<char>(c - 'a' + 'A');
            }
            all.insert(method + " " + path);
        }
    }
    return all;
}

TEST(OpenApi, NamesEveryRouteAndNothingElse) {
    EXPECT_GT(served().size(), 80U);
    EXPECT_EQ(documented(), served());
}

}  // namespace
}  // namespace server::openapi_test
