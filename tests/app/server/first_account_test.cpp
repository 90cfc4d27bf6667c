// The first account turns signing in on, over real HTTP.

#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

#include "db/ledger/ledger.h"
#include "db/records/accounts.h"
#include "tests/app/server/served_book.h"
#include "tests/app/server/served_people.h"

namespace server::first_account_test {
namespace {

class FirstAccount : public ServedBook {};

TEST_F(FirstAccount, TurnsSignInOnForEverybodyElseAndKeepsWhatWasTyped) {
    write("PUT", "/api/v1/drafts/acne.C-001", R"({"key":"k1","value":"half a sent"})");
    const auto before = std::filesystem::directory_iterator(book().string() + ".drafts");
    EXPECT_EQ(before->path().extension(), ".json");
    EXPECT_EQ(post("/api/v1/accounts",
                   R"({"name":"omar","role":"clinician","password":"thistle kettle orbit"})")
                  .status,
              422)
        << "the first one is an owner";
    EXPECT_EQ(get("/api/v1/clinic").status, 200);
    const auto reply = post("/api/v1/accounts",
                            R"({"name":"huda","role":"owner","password":"thistle kettle orbit"})");
    ASSERT_EQ(reply.status, 201) << reply.body;
    EXPECT_EQ(get("/api/v1/clinic").status, 401) << "the cookie of before";
    EXPECT_EQ(server().address(), origin() + "/");
    EXPECT_TRUE(server().has_accounts());
    const auto cookie = reply.header("set-cookie").substr(0, reply.header("set-cookie").find(';'));
    const auto drafts = ask("GET", "/api/v1/drafts", {{"Cookie", cookie}});
    ASSERT_EQ(drafts.status, 200) << drafts.body;
    EXPECT_EQ(Json::parse(drafts.body)[0]["value"], "half a sent");
    const auto after = std::filesystem::directory_iterator(book().string() + ".drafts");
    EXPECT_EQ(after->path().extension(), ".sealed");
    EXPECT_EQ(ask("GET", "/start?" + secret(), {}).header("set-cookie"), "");
}

TEST_F(FirstAccount, LetsItsBrowserGoOnAtOnce) {
    const auto reply = post("/api/v1/accounts",
                            R"({"name":"huda","role":"owner","password":"thistle kettle orbit"})");
    ASSERT_EQ(reply.status, 201) << reply.body;
    cookie_ = reply.header("set-cookie").substr(0, reply.header("set-cookie").find(';'));
    key_ = page_key(cookie_.substr(cookie_.find('=') + 1));
    EXPECT_EQ(post("/api/v1/patients", R"({"chart":"C-002"})").status, 201);
}

TEST_F(FirstAccount, LeavesNothingInTheLedgerByWhichItsPasswordIsGuessed) {
    const std::string body = R"({"name":"huda","role":"owner","password":"thistle kettle orbit"})";
    ASSERT_EQ(post("/api/v1/accounts", body, "first").status, 201);
    const auto in = db::Book::open(book());
    const auto known = db::submitted(in, "first");
    ASSERT_TRUE(known);
    EXPECT_EQ(known->request_hash, std::nullopt);
}

TEST_F(FirstAccount, IsSeenByTheServerWhenItIsAddedOnTheCommandLine) {
    EXPECT_EQ(get("/api/v1/clinic").status, 200);
    auto in = db::Book::open(book());
    db::transact(in, {.actor = "test", .action = "account add"}, [](db::Write& write) {
        const schema::Account huda{.name = "huda", .role = schema::AccountRole::owner};
        return std::to_string(db::insert_account(write, huda).value);
    });
    EXPECT_EQ(get("/api/v1/clinic").status, 401);
    EXPECT_EQ(Json::parse(ask("GET", "/api/v1/sign-in", {}).body)["accounts"], true);
}

TEST_F(FirstAccount, IsWhatSigningInNeeds) {
    EXPECT_EQ(ask("POST",
                  "/api/v1/sign-in",
                  {{"Origin", origin()}, {"Content-Type", "application/json"}},
                  R"({"name":"huda","password":"thistle kettle orbit"})")
                  .status,
              409);
    EXPECT_EQ(ask("GET", "/api/v1/me", {{"Authorization", "Bearer x"}}).status, 401);
    EXPECT_EQ(Json::parse(get("/api/v1/me").body)["accounts"], false);
}

}  // namespace
}  // namespace server::first_account_test
