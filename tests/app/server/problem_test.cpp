#include "app/server/problem.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "schema/types/error.h"

namespace server::problem_test {
namespace {

TEST(Problem, TellsAFullDiskAReplacedBookAndABusyOneApart) {
    using nlohmann::json;
    const auto said = [](const schema::Error& error) {
        const auto response = problem(error);
        const auto body = json::parse(response.bytes());
        EXPECT_EQ(body["status"], response.status);
        return std::to_string(response.status) + " " + body["detail"].get<std::string>();
    };
    EXPECT_EQ(said(schema::full("/home/of/clinic", "no room", "x")),
              "507 the disk is full, nothing was saved");
    EXPECT_EQ(said(schema::unavailable("/home/of/clinic", "inode", "x")),
              "503 the book is not to be written now: its file was replaced, or its disk does not "
              "answer; what you sent is not acknowledged");
    EXPECT_EQ(said(schema::busy("book", "is being written", "wait")), "503 is being written");
    EXPECT_EQ(said(schema::damaged("/home/of/clinic", "page 7", "x")),
              "500 the book is damaged or cannot be used");
    EXPECT_EQ(said(schema::refused("chart", "is taken", "x")), "422 is taken");
}

}  // namespace
}  // namespace server::problem_test
