#include "app/server/http/problem.h"

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

TEST(Problem, HasTheStatusPhraseAsTitleUnlessItsTypeIsItsOwn) {
    using nlohmann::json;
    const auto title = [](const Response& response) {
        const auto body = json::parse(response.bytes());
        return body["type"].get<std::string>() + " " + body["title"].get<std::string>();
    };
    EXPECT_EQ(title(problem(schema::refused("chart", "is taken", "x"))),
              "about:blank Unprocessable Content");
    EXPECT_EQ(title(problem(schema::missing("chart", "is not there", "x"))),
              "about:blank Not Found");
    EXPECT_EQ(title(problem(schema::misused("limit", "is no number", "x"))),
              "about:blank Bad Request");
    EXPECT_EQ(title(outdated("{}", "{}")), "about:blank Precondition Failed");
    EXPECT_EQ(title(problem(Refusal{.status = 428})), "about:blank Precondition Required");
    EXPECT_EQ(title(problem(Refusal{.status = 500})), "about:blank Internal Server Error");
    EXPECT_EQ(title(problem(schema::refused("chart", "x", "x"), std::vector<clinical::Finding>{})),
              "/problems/safety The safety rules ask for a reason");
}

TEST(Problem, IsToldAPageByAnIdBesideItsEnglish) {
    using nlohmann::json;
    const auto body = [](const Response& response) { return json::parse(response.bytes()); };
    const auto told = body(problem(schema::refused("patient", "chart \"C-1\" is taken", "choose")
                                       .as("chart_taken", {{"chart", "C-1"}})));
    EXPECT_EQ(told["detail"], "chart \"C-1\" is taken");
    EXPECT_EQ(told["id"], "error.chart_taken");
    EXPECT_EQ(told["values"], json({{"chart", "C-1"}}));
    EXPECT_EQ(told["errors"][0]["id"], "error.chart_taken");
    EXPECT_EQ(body(problem(schema::full("book", "x", "x")))["id"], "error.full");
    EXPECT_FALSE(body(problem(schema::refused("--dates", "is odd", "x"))).contains("id"));
}

}  // namespace
}  // namespace server::problem_test
