// The language of one's own pages: everybody's to choose for themselves, and nobody's for others.

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/tracking/people/accounts.h"
#include "db/ledger/ledger.h"
#include "schema/types/error.h"
#include "tests/app/server/served_people.h"

namespace server::own_language_test {
namespace {

class OwnLanguage : public ServedPeople {
  protected:
    Reply choose(const std::string& token, std::string_view body) {
        return as(token, "PATCH", "/api/v1/me", body);
    }
    PeopleJson told(const std::string& token, const std::string& path) {
        return PeopleJson::parse(as(token, "GET", "/api/v1/" + path).body);
    }
    std::int64_t entries() const { return db::last_entry(open()); }
};

TEST_F(OwnLanguage, IsChosenByEveryRoleAndToldToTheirPages) {
    for (const auto* name : {"huda", "omar", "salma", "rami"}) {
        const auto token = sign_in(name);
        EXPECT_EQ(told(token, "me")["language"], nullptr) << name;
        const auto reply = choose(token, R"({"language":"ar"})");
        ASSERT_EQ(reply.status, 200) << reply.body;
        const auto own = PeopleJson::parse(reply.body);
        EXPECT_EQ(own["name"], name);
        EXPECT_EQ(own["language"], "ar");
        EXPECT_EQ(told(token, "me")["language"], "ar");
        EXPECT_EQ(told(token, "sign-in")["signed_in"]["language"], "ar");
    }
    EXPECT_EQ(tracking::account_named(open(), "rami").role, schema::AccountRole::reader);
    EXPECT_FALSE(tracking::account_named(open(), "nada").language) << "chose nothing";
}

TEST_F(OwnLanguage, IsGivenBackToTheBrowserAndWrittenOnlyWhereItIsAnother) {
    const auto token = sign_in("rami");
    ASSERT_EQ(choose(token, R"({"language":"en"})").status, 200);
    const auto before = entries();
    EXPECT_EQ(choose(token, R"({"language":"en"})").status, 200);
    EXPECT_EQ(entries(), before);
    EXPECT_EQ(choose(token, R"({"language":null})").status, 200);
    EXPECT_EQ(entries(), before + 1);
    EXPECT_EQ(told(token, "me")["language"], nullptr);
}

TEST_F(OwnLanguage, IsRefusedWhereThePagesHaveNone) {
    const auto token = sign_in("rami");
    const auto before = entries();
    for (const auto* body : {R"({"language":"fr"})",
                             R"({"language":""})",
                             R"({"language":7})",
                             R"({"role":"owner"})",
                             "{}"}) {
        EXPECT_EQ(choose(token, body).status, 422) << body;
    }
    EXPECT_EQ(choose("", R"({"language":"ar"})").status, 401);
    EXPECT_EQ(entries(), before);
}

TEST_F(OwnLanguage, IsNotAProgramsToChange) {
    const auto made = as(
        sign_in("huda"), "POST", "/api/v1/tokens", R"({"name":"lab","rights":["read_records"]})");
    const auto token = PeopleJson::parse(made.body)["token"].get<std::string>();
    EXPECT_EQ(program(token, "PATCH", "/api/v1/me", R"({"language":"ar"})").status, 422);
    EXPECT_FALSE(tracking::account_named(open(), "huda").language);
}

}  // namespace
}  // namespace server::own_language_test
