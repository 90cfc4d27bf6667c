#include "app/libraries/shared_library.h"

#include <gtest/gtest.h>

#include "app/libraries/microhttpd.h"
#include "app/libraries/zip.h"
#include "schema/types/error.h"

namespace libraries::shared_library_test {
namespace {

std::string refusal(const std::string& name, const char* function) {
    try {
        SharedLibrary(name).function<void (*)()>(function)();
    } catch (const schema::Error& error) {
        EXPECT_EQ(error.fault(), schema::Fault::unavailable);
        EXPECT_EQ(error.problems().front().where, name);
        return error.problems().front().what;
    }
    return "";
}

TEST(SharedLibrary, ThatIsNotThereOrLacksAFunctionIsNamed) {
    EXPECT_NE(refusal("libnothing.so.1", "nothing").find("No such file"), std::string::npos);
    EXPECT_NE(refusal("libz.so.1", "no_such_function").find("no_such_function"), std::string::npos);
}

TEST(SharedLibrary, HasEveryFunctionThatIsAskedOfIt) {
    EXPECT_NE(microhttpd().start_daemon, nullptr);
    zip_stat_t about;
    zip().stat_init(&about);
    EXPECT_EQ(about.valid, 0U);
}

}  // namespace
}  // namespace libraries::shared_library_test
