// Emergency reading is of a sign-in, and lasts as that does.

#include <fstream>
#include <thread>

#include <gtest/gtest.h>

#include "app/server/emergencies.h"
#include "tests/app/server/served_people.h"

namespace server::emergency_test {
namespace {

class Emergency : public ServedPeople {
  protected:
    Emergency()
        : ServedPeople([](Options& options) {
              options.longest_unlogged = std::chrono::milliseconds(1500);
              options.log = [](const std::string&) {};
          }) {}

    int status_of_reading(const std::string& token) {
        return as(token, "GET", "/api/v1/patients/C-001").status;
    }
    // Once the server has seen that it cannot log; the clock of the turns stands still meanwhile.
    bool is_refused(const std::string& token) {
        for (int i = 0; i < 100; ++i) {
            if (status_of_reading(token) == 503) {
                return true;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        return false;
    }
};

TEST_F(Emergency, GoesOnOverARestartOfTheServerButNotAfterSigningOut) {
    const auto huda = sign_in("huda");
    const auto omar = sign_in("omar");
    EXPECT_EQ(status_of_reading(huda), 200);
    EXPECT_EQ(
        as(omar, "POST", "/api/v1/emergency", R"({"reason":"bleeding, allergies unknown"})").status,
        201);
    stop();
    std::ofstream(book().string() + ".access", std::ios::binary) << std::string(8192, 'x');
    resume();
    ASSERT_TRUE(is_refused(huda));
    EXPECT_EQ(status_of_reading(omar), 200) << "as the sign-in does, it outlives a restart";
    pass(std::chrono::minutes(1));
    std::string again;
    {
        auto in = open();
        access_control::sign_out(in, omar);
        again = access_control::sign_in_device(in, account("omar"), omar, "desk", now()).token;
    }
    EXPECT_TRUE(is_refused(again)) << "the same device, another sign-in";
}

TEST_F(Emergency, ThatIsOverIsNotTakenUpAgain) {
    const auto omar = sign_in("omar");
    EXPECT_EQ(
        as(omar, "POST", "/api/v1/emergency", R"({"reason":"bleeding, allergies unknown"})").status,
        201);
    const auto in = open();
    const auto going_on = [&](std::chrono::minutes later) {
        return tracking::emergency_turns(in, db::utc_text(access_control::kept(now() + later)));
    };
    ASSERT_EQ(going_on(std::chrono::minutes(14)).size(), 1U);
    EXPECT_EQ(going_on(std::chrono::minutes(14))[0].person, "omar");
    EXPECT_EQ(going_on(std::chrono::minutes(14))[0].reason, "bleeding, allergies unknown");
    EXPECT_TRUE(going_on(std::chrono::minutes(15)).empty());
    EXPECT_TRUE(going_on(std::chrono::minutes(-1)).empty()) << "nor before, by a clock put back";
}

}  // namespace
}  // namespace server::emergency_test
