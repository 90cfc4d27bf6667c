// What the interface refuses, asks back and stores, kind by kind.

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/app/server/served_book.h"

namespace server::questions_test {
namespace {

class QuestionsServed : public ServedBook {
  protected:
    Json sent(const std::string& noun, Json body, const std::vector<std::string>& confirm = {}) {
        if (!confirm.empty()) {
            body["confirm"] = confirm;
        }
        const auto reply = post("/api/v1/patients/C-001/" + noun, body.dump());
        auto json = Json::parse(reply.body);
        json["status"] = reply.status;
        return json;
    }
};

struct Kind {
    const char* noun;
    Json sound;
    const char* when;
    const char* unusual;  // a field, null where the kind has no such number
    Json value;
};

const std::vector<Kind>& table() {
    static const std::vector<Kind> all{
        {"condition", {{"kind", "vitiligo"}, {"from", "2026-01-05"}}, "from", nullptr, {}},
        {"course",
         {{"concern", "acne_scars"}, {"sessions", 4}, {"every", "4w"}, {"on", "2026-01-05"}},
         nullptr,
         "sessions",
         40},
        {"application", {{"at", "2026-01-05"}, {"active", "niacinamide"}}, "at", nullptr, {}},
        {"scars", {{"on", "2026-01-05"}, {"goodman_baron_grade", 2}}, "on", nullptr, {}},
        {"pigmentation",
         {{"on", "2026-01-05"}, {"kind", "pih"}, {"melanin_index", 40}},
         "on",
         "melanin_index",
         900},
        {"reading", {{"on", "2026-01-05"}, {"what", "tewl"}, {"value", 14}}, "on", "value", 99999},
        {"event",
         {{"kind", "erythema"}, {"severity", 1}, {"onset", "2026-01-05"}},
         "onset",
         nullptr,
         {}},
        {"treatment", {{"kind", "peel"}, {"from", "2026-01-05"}}, "from", nullptr, {}},
        {"contact",
         {{"at", "2026-01-05"}, {"channel", "email"}, {"outcome", "reached"}},
         "at",
         nullptr,
         {}},
        {"score",
         {{"instrument", "tewl"}, {"at", "2026-01-05"}, {"value", 14}},
         "at",
         "value",
         99999},
    };
    return all;
}

TEST_F(QuestionsServed, OfATwinNameItAndAreAnsweredByConfirming) {
    for (const auto& kind : table()) {
        SCOPED_TRACE(kind.noun);
        EXPECT_EQ(sent(kind.noun, kind.sound)["status"], 201);
        const auto asked = sent(kind.noun, kind.sound);
        EXPECT_EQ(asked["status"], 409) << asked;
        EXPECT_EQ(asked["code"], "duplicate");
        EXPECT_EQ(asked["confirm"], "duplicate");
        EXPECT_EQ(asked["twin"], (Json{{"kind", kind.noun}, {"id", asked["twin"]["id"]}}));
        EXPECT_EQ(asked["questions"].size(), 1U);
        EXPECT_EQ(sent(kind.noun, kind.sound, {"duplicate"})["status"], 201);
    }
}

TEST_F(QuestionsServed, OfWhatIsUnusualNameTheField) {
    for (const auto& kind : table()) {
        if (kind.unusual == nullptr) {
            continue;
        }
        SCOPED_TRACE(kind.noun);
        auto body = kind.sound;
        body[kind.unusual] = kind.value;
        const auto asked = sent(kind.noun, body);
        EXPECT_EQ(asked["status"], 409) << asked;
        EXPECT_EQ(asked["code"], "implausible");
        EXPECT_EQ(asked["field"], kind.unusual);
        EXPECT_FALSE(asked["reason"].get<std::string>().empty());
        EXPECT_EQ(sent(kind.noun, body, {"duplicate"})["status"], 409);
        EXPECT_EQ(sent(kind.noun, body, {kind.unusual})["status"], 201);
    }
    EXPECT_NE(get("/api/v1/ledger").body.find("confirmed value"), std::string::npos);
}

TEST_F(QuestionsServed, AreNotAskedOfWhatCannotBe) {
    for (const auto& kind : table()) {
        if (kind.when == nullptr) {
            continue;
        }
        for (const auto* day : {"1447-05-07", "1990-01-01", "2090-01-01"}) {
            SCOPED_TRACE(std::string(kind.noun) + " " + day);
            auto body = kind.sound;
            body[kind.when] = day;
            EXPECT_EQ(sent(kind.noun, body, {kind.when, "duplicate"})["status"], 422);
        }
    }
}

TEST_F(QuestionsServed, ConfirmIsAnArrayOfTexts) {
    auto body = table().front().sound;
    body["confirm"] = "duplicate";
    EXPECT_EQ(sent("condition", body)["status"], 422);
    body["confirm"] = {1};
    EXPECT_EQ(sent("condition", body)["status"], 422);
    body["confirm"] = nullptr;
    EXPECT_EQ(sent("condition", body)["status"], 201);
}

}  // namespace
}  // namespace server::questions_test
