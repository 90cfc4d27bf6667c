// The codes of one's own account, over real HTTP.

#include "app/access/second_factor.h"

#include <nlohmann/json.hpp>

#include "app/access/totp.h"
#include "app/tracking/people/program_tokens.h"
#include "db/ledger/ledger.h"
#include "db/secrets/totp_secrets.h"
#include "tests/app/server/served_people.h"

namespace server::second_factor_test {
namespace {

class SecondFactorOfOnesOwn : public ServedPeople {
  protected:
    Reply begin(const std::string& token, const std::string& password = peoples_password) {
        return as(token, "POST", path_, PeopleJson({{"password", password}}).dump());
    }
    Reply confirm(const std::string& token, const std::string& code) {
        return as(token, "POST", path_ + "/confirm", PeopleJson({{"code", code}}).dump());
    }
    Reply remove(const std::string& token, const PeopleJson& proof) {
        return as(token, "DELETE", path_, proof.dump());
    }
    std::string code_of_app(const std::string& name) {
        const auto secret = db::totp_secret(open(), account(name));
        return access_control::totp_code(secret->secret, access_control::totp_step(now()));
    }
    bool is_on(const std::string& token) {
        const auto state = PeopleJson::parse(as(token, "GET", "/api/v1/sign-in").body);
        return state["signed_in"]["second_factor"].get<bool>();
    }
    Reply signing_in(const PeopleJson& more = PeopleJson::object()) {
        PeopleJson body = {{"name", "salma"}, {"password", peoples_password}};
        body.update(more);
        return ask("POST", "/api/v1/sign-in", page(""), body.dump());
    }

    const std::string path_ = "/api/v1/second-factor";
};

TEST_F(SecondFactorOfOnesOwn, IsSetUpConfirmedAskedForAndTakenOut) {
    const auto token = sign_in("salma");
    EXPECT_FALSE(is_on(token));
    const auto begun = begin(token);
    ASSERT_EQ(begun.status, 200) << begun.body;
    const auto told = PeopleJson::parse(begun.body);
    EXPECT_TRUE(told["address"].get<std::string>().starts_with("otpauth://totp/Clinic:salma?"));
    EXPECT_EQ(told["typed"].get<std::string>().size(), 32U);
    EXPECT_FALSE(is_on(token)) << "not before a first code";
    EXPECT_EQ(signing_in().status, 200);
    EXPECT_EQ(confirm(token, "000000").status, 422);
    const auto entries = db::last_entry(open());
    const auto confirmed = confirm(token, code_of_app("salma"));
    ASSERT_EQ(confirmed.status, 200) << confirmed.body;
    const auto codes = PeopleJson::parse(confirmed.body)["recovery_codes"];
    EXPECT_EQ(codes.size(), 10U);
    EXPECT_TRUE(is_on(token));
    EXPECT_EQ(db::last_entry(open()), entries) << "no entry tells of it";
    EXPECT_EQ(confirm(token, code_of_app("salma")).status, 409) << "the codes are told once";
    EXPECT_EQ(begin(token).status, 401) << "the code is asked for beside the password";
    EXPECT_EQ(PeopleJson::parse(signing_in().body)["code"], "second_factor");
    EXPECT_EQ(signing_in({{"recovery_code", codes[0]}}).status, 200);
    EXPECT_EQ(signing_in({{"recovery_code", codes[0]}}).status, 401) << "each is taken once";
    EXPECT_EQ(remove(token, {{"password", peoples_password}}).status, 401);
    EXPECT_EQ(remove(token, {{"password", "another one"}, {"recovery_code", codes[1]}}).status,
              401);
    EXPECT_TRUE(is_on(token));
    pass(std::chrono::seconds(60));
    const auto removed =
        remove(token, {{"password", peoples_password}, {"code", code_of_app("salma")}});
    EXPECT_EQ(removed.status, 200) << removed.body;
    EXPECT_FALSE(is_on(token));
    EXPECT_EQ(signing_in().status, 200);
}

TEST_F(SecondFactorOfOnesOwn, IsNobodyElses) {
    const auto token = sign_in("salma");
    EXPECT_EQ(begin("").status, 401);
    EXPECT_EQ(begin(token, "another one").status, 401);
    EXPECT_EQ(db::totp_secret(open(), account("salma")), std::nullopt);
    EXPECT_EQ(begin(token).status, 200);
    EXPECT_EQ(db::totp_secret(open(), account("huda")), std::nullopt);
    EXPECT_EQ(as(token, "POST", path_, R"({"password":"x","name":"huda"})").status, 422);
    {
        auto in = open();
        access_control::lock_device(in, token);
    }
    EXPECT_EQ(PeopleJson::parse(begin(token).body)["code"], "locked");
    auto in = open();
    const auto program_token = tracking::add_token(in,
                                                   {.actor = "huda", .action = "token add"},
                                                   "lab",
                                                   {access_control::Right::read_records},
                                                   std::nullopt,
                                                   now());
    EXPECT_EQ(
        program(*program_token, "POST", path_, PeopleJson({{"password", peoples_password}}).dump())
            .status,
        401)
        << "a program has no app";
}

TEST_F(SecondFactorOfOnesOwn, GuessesAtThePasswordAreSlowedDownAsWhereOneSignsIn) {
    const auto token = sign_in("salma");
    int delayed = 0;
    for (int i = 0; i < 10; ++i) {
        delayed += begin(token, "guess").status == 429 ? 1 : 0;
    }
    EXPECT_GT(delayed, 0);
}

}  // namespace
}  // namespace server::second_factor_test
