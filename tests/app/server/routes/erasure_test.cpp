// Erasure and retention over HTTP, and what the server forgets.

#include "app/tracking/erasure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/server/drafts.h"
#include "tests/app/server/served_book.h"

namespace server::erasure_test {
namespace {

using testing::HasSubstr;

class Erase : public ServedBook {
  protected:
    Erase() {
        post("/api/v1/patients", R"({"chart":"C-002","name":"Other"})");
        post(one_ + "/acne", R"({"on":"2026-01-05","rest":"clear"})");
        write("PUT", "/api/v1/drafts/acne.C-001", R"({"key":"k1","value":{"note":"half"}})");
        write("PUT", "/api/v1/drafts/acne.C-002", R"({"key":"k2","value":{"note":"other"}})");
    }
    std::vector<std::string> drafts() {
        std::vector<std::string> names;
        const auto all = Json::parse(get("/api/v1/drafts").body);
        for (const auto& each : all) {
            names.push_back(each["name"].get<std::string>());
        }
        return names;
    }

    const std::string one_ = "/api/v1/patients/C-001";
    const std::string lawful_ = R"({"reason":"request","legal_reason":"law","confirm":["erase"]})";
};

TEST_F(Erase, SaysBeforeWhatWouldGo) {
    const auto plan = Json::parse(get(one_ + "/erasure").body);
    EXPECT_EQ(plan["chart"], "C-001");
    EXPECT_EQ(plan["last_day"], "2026-01-05");
    EXPECT_EQ(plan["kept_until"], "2051-01-05");
    EXPECT_EQ(plan["retention_is_over"], false);
    EXPECT_EQ(plan["counts"][0], Json({{"what", "acne"}, {"count", 1}}));
    EXPECT_EQ(plan["drafts"], 1);
    EXPECT_EQ(Json::parse(get(one_ + "/erasure?as_of=2051-01-05").body)["retention_is_over"], true);
}

TEST_F(Erase, IsAskedBackUnlessItIsConfirmed) {
    const auto asked = post(one_ + "/erase", R"({"reason":"request","legal_reason":"law"})");
    EXPECT_EQ(asked.status, 409);
    const auto json = Json::parse(asked.body);
    EXPECT_EQ(json["confirm"], "erase");
    EXPECT_THAT(asked.body, HasSubstr("acne: 1"));
    EXPECT_EQ(get(one_).status, 200);
}

TEST_F(Erase, IsRefusedWithoutAReasonOrTooEarlyOrForNobody) {
    EXPECT_EQ(post(one_ + "/erase", R"({"legal_reason":"law","confirm":["erase"]})").status, 422);
    EXPECT_EQ(post(one_ + "/erase", R"({"reason":"request","confirm":["erase"]})").status, 422);
    EXPECT_EQ(post(one_ + "/erase", R"({"reason":"r","legal_reason":7})").status, 422);
    EXPECT_EQ(post(one_ + "/erase", R"({"reason":"r","yes":true})").status, 422);
    EXPECT_EQ(post("/api/v1/patients/none/erase", lawful_).status, 404);
    EXPECT_EQ(get(one_).status, 200);
}

TEST_F(Erase, LeavesNothingThatTheServerStillTells) {
    EXPECT_THAT(get("/api/v1/patients").body, HasSubstr("Huda"));
    EXPECT_EQ(get(one_ + "/progress").status, 200);
    const auto erased = post(one_ + "/erase", lawful_);
    ASSERT_EQ(erased.status, 200) << erased.body;
    const auto json = Json::parse(erased.body);
    EXPECT_EQ(json["patient"], 1);
    EXPECT_EQ(json["finished"], true);
    EXPECT_THAT(json["certificate"].get<std::string>(), HasSubstr("C-001"));
    EXPECT_EQ(get(one_).status, 404);
    EXPECT_EQ(get(one_ + "/progress").status, 404);
    EXPECT_EQ(get("/api/v1/acne/1").status, 404);
    EXPECT_EQ(get("/api/v1/patients").body.find("Huda"), std::string::npos);
    EXPECT_THAT(drafts(), testing::ElementsAre("acne.C-002"));
    const auto ledger = get("/api/v1/ledger").body;
    EXPECT_EQ(ledger.find("Huda"), std::string::npos);
    EXPECT_THAT(ledger, HasSubstr("\"erased\": true"));
    EXPECT_EQ(Json::parse(get("/api/v1/check").body)["whole"], true);
}

TEST_F(Erase, OfTheSameSubmissionIsDoneOnceAndAnsweredAgain) {
    const auto first = Json::parse(post(one_ + "/erase", lawful_, "once").body);
    const auto again = post(one_ + "/erase", lawful_, "once");
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(again.header("idempotency-replayed"), "true");
    const auto json = Json::parse(again.body);
    EXPECT_EQ(json["entry"], first["entry"]);
    EXPECT_EQ(json["witness"], first["witness"]);
    EXPECT_EQ(json["certificate"], nullptr);
    EXPECT_EQ(post("/api/v1/patients/C-002/erase", lawful_, "once").status, 422);
    EXPECT_EQ(post("/api/v1/patients", R"({"chart":"C-9"})", "once").status, 422);
    EXPECT_EQ(get("/api/v1/patients/C-002").status, 200);
}

// The command line erases while the server runs.
TEST_F(Erase, BesideTheServerIsNoticed) {
    EXPECT_THAT(get("/api/v1/outcomes").body, HasSubstr("\"n\": 2,\n      \"size\""));
    EXPECT_THAT(get("/api/v1/patients").body, HasSubstr("Huda"));
    {
        auto book = db::Book::open(this->book());
        Drafts other(this->book());
        tracking::erase_patient(
            book,
            {.actor = "nurse", .action = "patient erase", .reason = "request"},
            {.chart = "C-001",
             .legal_reason = "law",
             .discard_drafts = [&](const db::Book& before, const schema::Patient& patient) {
                 return other.discard_of(before, patient);
             }});
        EXPECT_FALSE(db::unfinished_erasure(book)) << "the server's open books do not hold it up";
    }
    EXPECT_EQ(get(one_).status, 404);
    EXPECT_EQ(get("/api/v1/patients").body.find("Huda"), std::string::npos);
    EXPECT_THAT(get("/api/v1/outcomes").body, HasSubstr("\"n\": 1,\n      \"size\""));
    EXPECT_THAT(drafts(), testing::ElementsAre("acne.C-002"));
    // A page that was open goes on with its draft.
    write("PUT", "/api/v1/drafts/acne.C-001", R"({"key":"k1","value":{"note":"more"}})");
    EXPECT_THAT(drafts(), testing::ElementsAre("acne.C-002"));
    EXPECT_EQ(post("/api/v1/patients/C-002/acne", R"({"on":"2026-01-05","rest":"clear"})").status,
              201);
}

TEST_F(Erase, IsDueWhenTheRetentionIsOver) {
    EXPECT_EQ(Json::parse(get("/api/v1/retention/due").body), Json::array());
    const auto due = Json::parse(get("/api/v1/retention/due?as_of=2051-01-05").body);
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due[0]["chart"], "C-001");
}

}  // namespace
}  // namespace server::erasure_test
