#include <nlohmann/json.hpp>

#include "tests/app/server/served_book.h"

namespace server::proposals_test {
namespace {

using Proposals = ServedBook;

TEST_F(Proposals, SayHowAFileIsToBeReadAndWriteNothing) {
    const auto before = Json::parse(get("/api/v1/ledger").body);
    const auto reply =
        post("/api/v1/imports",
             R"({"propose":true,"dry_run":true,"content":"Chart,Date,IGA\nC-001,2026-01-05,3\n"})");
    EXPECT_EQ(reply.status, 200) << reply.body;
    const auto proposal = Json::parse(reply.body);
    EXPECT_EQ(proposal["kind"], "scores") << proposal;
    EXPECT_EQ(proposal["mapping"][2]["field"], "iga");
    EXPECT_EQ(proposal["open"].size(), 0U);
    EXPECT_EQ(Json::parse(get("/api/v1/ledger").body), before);
    EXPECT_EQ(post("/api/v1/imports", R"({"propose":true,"content":"a"})").status, 422);
    const auto open = Json::parse(post("/api/v1/imports",
                                       R"({"propose":true,"dry_run":true,)"
                                       R"("content":"Chart,Visit 2 IGA\nC-001,3\n"})")
                                      .body);
    EXPECT_EQ(open["open"][0]["what"], "is iga of visit 2, and nothing says when that was");
}

}  // namespace
}  // namespace server::proposals_test
