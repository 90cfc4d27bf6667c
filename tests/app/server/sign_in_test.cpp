// Signing in, over real HTTP.

#include "app/access/sign_in.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <nlohmann/json.hpp>

#include "app/access/codes.h"
#include "app/access/second_factor.h"
#include "app/access/totp.h"
#include "db/ledger/ledger.h"
#include "db/secrets/totp_secrets.h"
#include "tests/app/server/served_book.h"
#include "tests/app/server/served_people.h"
#include "tests/support/repetitions.h"

namespace server::sign_in_test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class SignIn : public ServedPeople {
  protected:
    Reply with(const std::string& name,
               const std::string& password,
               const std::string& token = "",
               const std::string& from = "127.0.0.1") {
        PeopleJson body = {{"name", name}, {"password", password}, {"device", "room 2"}};
        if (over_tls() && name == "Huda") {
            body["code"] =
                access_control::totp_code(test_totp_secret, access_control::totp_step(now()));
        }
        return ask("POST", "/api/v1/sign-in", page(token), body.dump(), from);
    }
    PeopleJson state(const std::string& token) {
        return PeopleJson::parse(as(token, "GET", "/api/v1/sign-in").body);
    }
    Reply me(const std::string& token) { return as(token, "GET", "/api/v1/me"); }
    static std::string code_of(const Reply& reply) {
        return PeopleJson::parse(reply.body).value("code", "");
    }
    std::string actor_of_last() const {
        const auto in = open();
        std::string actor;
        db::for_each_entry(
            in, {.most = 1, .newest_first = true}, [&](const auto& entry) { actor = entry.actor; });
        return actor;
    }
};

TEST_F(SignIn, TellsWhoIsSignedInAndGivesADeviceItsCookie) {
    EXPECT_EQ(state("")["accounts"], true);
    EXPECT_EQ(state("")["clinic"], "Clinic");
    EXPECT_EQ(state("")["signed_in"], nullptr);
    EXPECT_EQ(code_of(me("")), "sign_in");
    const auto in = with("Huda", peoples_password);
    ASSERT_EQ(in.status, 200) << in.body;
    EXPECT_TRUE(in.header("set-cookie").starts_with(fmt::format("__Host-needlebook-{}=", port())));
    EXPECT_NE(in.header("set-cookie").find("; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age="),
              std::string::npos);
    const auto token = token_in(in);
    EXPECT_EQ(token.size(), 43U);
    const auto told = PeopleJson::parse(in.body);
    EXPECT_EQ(told["signed_in"]["name"], "huda");
    EXPECT_EQ(told["signed_in"]["role"], "owner");
    EXPECT_EQ(told["key"], page_key(token));
    EXPECT_EQ(told["lock_minutes"], 15);
    EXPECT_EQ(told["digits"], "latn");
    EXPECT_EQ(told["umm_al_qura"], false);
    const auto who = PeopleJson::parse(me(token).body);
    EXPECT_EQ(who["actor"], "huda");
    EXPECT_EQ(who["account"]["name"], "huda");
    EXPECT_EQ(who["role"], "owner");
    EXPECT_EQ(who["accounts"], true);
    EXPECT_EQ(who["rights"].size(), 13U);
    EXPECT_EQ(who["key"], page_key(token));
}

TEST_F(SignIn, RefusesAWrongNameAndAWrongPasswordAlikeByEqualWork) {
    std::set<std::string> bodies;
    for (const auto& [name, password] : {std::pair("huda", "wrong horse battery"),
                                         {"nobody at all", "wrong horse battery"},
                                         {"nada", peoples_password}}) {
        const auto before = access_control::evaluated();
        const auto reply = with(name, password);
        EXPECT_EQ(reply.status, 401) << name;
        EXPECT_EQ(reply.header("set-cookie"), "");
        EXPECT_EQ(access_control::evaluated(), before + 1) << name;
        bodies.insert(reply.body);
    }
    EXPECT_EQ(bodies.size(), 1U);
}

TEST_F(SignIn, LooksAtLessThan200GuessesFrom20AddressesHoweverMany) {
    const auto before = access_control::evaluated();
    int delayed = 0;
    // A handshake takes its time.
    const int guesses = over_tls() ? 500 : support::repetitions("NEEDLEBOOK_GUESSES", 2'000);
    for (int i = 0; i < guesses; ++i) {
        const auto from = fmt::format("127.0.0.{}", 2 + i % 20);
        const auto reply =
            with(i % 3 == 0 ? "huda" : fmt::format("name {}", i % 500), "guess", "", from);
        if (reply.status == 429) {
            ++delayed;
            EXPECT_GE(std::stoi(reply.header("retry-after")), 1);
            EXPECT_EQ(code_of(reply), "delayed");
        } else {
            EXPECT_EQ(reply.status, 401);
        }
        if (i % 50 == 49) {
            pass(seconds(3));  // ten minutes at night
        }
    }
    EXPECT_LT(access_control::evaluated() - before, 200);
    EXPECT_GT(delayed, guesses - 200);
}

TEST_F(SignIn, OutlastsARestartWithThePagesKey) {
    const auto token = sign_in("salma");
    EXPECT_EQ(me(token).status, 200);
    const auto key = state(token)["key"];
    restart();
    EXPECT_EQ(state(token)["key"], key);
    EXPECT_EQ(as(token, "POST", "/api/v1/patients", R"({"chart":"C-002"})").status, 201);
    EXPECT_EQ(actor_of_last(), "salma");
    EXPECT_EQ(over_tls() ? server().network_addresses().at(0) : server().address(), origin() + "/");
}

TEST_F(SignIn, IsLockedByHandAndOpenedByPinOrPassword) {
    auto token = token_in(with("omar", peoples_password));
    EXPECT_EQ(as(token, "PUT", "/api/v1/pin", R"({"pin":"123456"})").status, 422);
    EXPECT_EQ(as(token, "PUT", "/api/v1/pin", R"({"pin":"274915"})").status, 200);
    EXPECT_EQ(state(token)["people"][0]["name"], "omar");
    EXPECT_EQ(as(token, "POST", "/api/v1/lock").status, 200);
    EXPECT_EQ(code_of(me(token)), "locked");
    EXPECT_EQ(state(token)["locked"], true);
    EXPECT_EQ(state(token)["signed_in"]["name"], "omar");
    const auto wrong = as(token, "POST", "/api/v1/unlock", R"({"pin":"000000"})");
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(code_of(wrong), "wrong_pin");
    EXPECT_EQ(PeopleJson::parse(wrong.body)["tries_left"], 4);
    const auto open_again = as(token, "POST", "/api/v1/unlock", R"({"pin":"274915"})");
    EXPECT_EQ(open_again.status, 200);
    EXPECT_EQ(me(token).status, 401) << "the token before is worth nothing";
    token = token_in(open_again);
    EXPECT_EQ(me(token).status, 200);
    as(token, "POST", "/api/v1/lock");
    for (int i = 0; i < access_control::pin_tries; ++i) {
        as(token, "POST", "/api/v1/unlock", R"({"pin":"000000"})");
    }
    const auto wanted = as(token, "POST", "/api/v1/unlock", R"({"pin":"274915"})");
    EXPECT_EQ(wanted.status, 409);
    EXPECT_EQ(code_of(wanted), "password_wanted");
    EXPECT_EQ(as(token, "POST", "/api/v1/unlock", R"({"password":"wrong one here"})").status, 401);
    const auto by_password =
        as(token, "POST", "/api/v1/unlock", PeopleJson{{"password", peoples_password}}.dump());
    EXPECT_EQ(by_password.status, 200);
    EXPECT_EQ(me(token_in(by_password)).status, 200);
}

TEST_F(SignIn, IsLockedWhenNobodyDoesAnythingAndEndsAfterTwelveHours) {
    const auto token = sign_in("omar");
    for (int i = 0; i < 4; ++i) {
        pass(minutes(14));
        EXPECT_EQ(as(token, "GET", "/api/v1/clinic").status, 200) << "in use";
    }
    pass(minutes(10));
    EXPECT_EQ(me(token).status, 200) << "what a page asks by itself is no use";
    pass(minutes(5));
    EXPECT_EQ(code_of(me(token)), "locked");
    EXPECT_EQ(state(token)["locked"], true);
    pass(hours(12));
    EXPECT_EQ(code_of(me(token)), "sign_in");
    EXPECT_EQ(state(token)["signed_in"], nullptr);
}

TEST_F(SignIn, IsGivenToAnotherPersonByTheirPin) {
    auto token = token_in(with("omar", peoples_password));
    as(token, "PUT", "/api/v1/pin", R"({"pin":"274915"})");
    token = token_in(with("salma", peoples_password, token));
    EXPECT_EQ(state(token)["people"].size(), 1U) << "salma has no PIN yet";
    as(token, "PUT", "/api/v1/pin", R"({"pin":"860351"})");
    const auto to_omar = PeopleJson{{"account", account("omar").value}, {"pin", "274915"}}.dump();
    const auto switched = as(token, "POST", "/api/v1/switch", to_omar);
    EXPECT_EQ(switched.status, 200);
    EXPECT_EQ(PeopleJson::parse(switched.body)["signed_in"]["name"], "omar");
    const auto omars = token_in(switched);
    EXPECT_EQ(as(omars, "POST", "/api/v1/patients", R"({"chart":"C-003"})").status, 201);
    EXPECT_EQ(actor_of_last(), "omar");
    EXPECT_EQ(as("", "POST", "/api/v1/switch", to_omar).status, 401)
        << "elsewhere the PIN is worth nothing";
    const auto of_nobody = PeopleJson{{"account", 99}, {"pin", "274915"}}.dump();
    EXPECT_EQ(as(omars, "POST", "/api/v1/switch", of_nobody).status, 409);
}

TEST_F(SignIn, EndsWithSigningOut) {
    const auto token = sign_in("omar");
    EXPECT_EQ(as(token, "POST", "/api/v1/sign-out").status, 200);
    EXPECT_EQ(me(token).status, 401);
    EXPECT_EQ(state(token)["key"], nullptr);
    const auto devices = [&] {
        const auto in = open();
        return db::all_devices(in).size();
    };
    const auto before = devices();
    EXPECT_EQ(with("salma", peoples_password, token).status, 200);
    EXPECT_EQ(devices(), before) << "the same browser is the same device";
}

TEST_F(SignIn, EndsAtOnceForWhoIsDisabledOrWhoseDeviceIsRevoked) {
    const auto owner = sign_in("huda");
    const auto omar = sign_in("omar");
    const auto salma = sign_in("salma");
    const auto path = fmt::format("/api/v1/accounts/{}", account("omar").value);
    const auto reply = as(owner, "PATCH", path, R"({"active":false,"reason":"left"})");
    EXPECT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(me(omar).status, 401);
    EXPECT_EQ(me(salma).status, 200);
    EXPECT_EQ(as(owner, "DELETE", "/api/v1/devices").status, 204);
    EXPECT_EQ(me(salma).status, 401);
    EXPECT_EQ(me(owner).status, 200) << "all but the one that asks";
}

TEST_F(SignIn, IsNotUsedByOtherPages) {
    const auto token = sign_in("huda");
    const auto without = [&](const std::string& left_out, const std::string& target) {
        auto headers = page(token);
        std::erase_if(headers, [&](const auto& pair) { return pair.first == left_out; });
        return ask("POST", target, headers, R"({"chart":"C-009"})").status;
    };
    EXPECT_EQ(without("Origin", "/api/v1/patients"), 403);
    EXPECT_EQ(without("X-Needlebook-Key", "/api/v1/patients"), 403);
    EXPECT_EQ(without("Content-Type", "/api/v1/patients"), 415);
    for (const auto* open : {"sign-in", "sign-out", "unlock", "switch", "password"}) {
        EXPECT_EQ(without("Origin", "/api/v1/" + std::string(open)), 403) << open;
        EXPECT_EQ(without("Content-Type", "/api/v1/" + std::string(open)), 415) << open;
    }
    auto headers = page(token);
    for (auto& [name, value] : headers) {
        if (name == "X-Needlebook-Key") {
            value = page_key(sign_in("omar"));
        }
    }
    EXPECT_EQ(ask("POST", "/api/v1/patients", headers, R"({"chart":"C-009"})").status, 403)
        << "the key of another device";
    EXPECT_EQ(me(token).status, 200);
    EXPECT_EQ(as(token, "POST", "/api/v1/patients", R"({"chart":"C-009"})").status, 201);
}

TEST_F(SignIn, NamesTheAccountInTheLedgerWhateverTheRequestSays) {
    auto headers = page(sign_in("salma"));
    headers.emplace_back("X-Needlebook-Actor", "huda");
    EXPECT_EQ(ask("POST", "/api/v1/patients", headers, R"({"chart":"C-002"})").status, 201);
    EXPECT_EQ(actor_of_last(), "salma");
}

TEST_F(SignIn, LetsAnAssistantVoidOnlyWhatTheyRecorded) {
    const auto salma = sign_in("salma");
    const auto omar = sign_in("omar");
    const auto acne = R"({"on":"2026-06-14","iga":2})";
    ASSERT_EQ(as(omar, "POST", "/api/v1/patients/C-001/acne", acne).status, 201);
    ASSERT_EQ(
        as(salma, "POST", "/api/v1/patients/C-001/acne", R"({"on":"2026-06-15","iga":1})").status,
        201);
    EXPECT_EQ(as(salma, "POST", "/api/v1/acne/1/void", R"({"reason":"slip"})").status, 403);
    EXPECT_EQ(as(salma, "POST", "/api/v1/acne/2/void", R"({"reason":"slip"})").status, 200);
    EXPECT_EQ(as(omar, "POST", "/api/v1/acne/1/void", R"({"reason":"slip"})").status, 200);
}

TEST_F(SignIn, TakesAPasswordThatIsNewByTheOldOneOrAResetCode) {
    auto token = sign_in("rami");
    const auto other = sign_in("rami");
    const PeopleJson fresh = {{"old", peoples_password}, {"password", "lantern river moss"}};
    const PeopleJson wrong = {{"old", "not this one"}, {"password", "lantern river moss"}};
    EXPECT_EQ(as(token, "POST", "/api/v1/password", wrong.dump()).status, 401);
    const auto changed = as(token, "POST", "/api/v1/password", fresh.dump());
    ASSERT_EQ(changed.status, 200) << changed.body;
    EXPECT_EQ(me(token_in(changed)).status, 200);
    EXPECT_EQ(me(other).status, 401) << "signed out elsewhere";
    EXPECT_EQ(with("rami", peoples_password).status, 401);
    const auto reset = as(
        sign_in("huda"), "POST", fmt::format("/api/v1/accounts/{}/reset", account("rami").value));
    ASSERT_EQ(reset.status, 200) << reset.body;
    const PeopleJson by_code = {{"name", "rami"},
                                {"reset_code", PeopleJson::parse(reset.body)["code"]},
                                {"password", "copper violin dune"}};
    EXPECT_EQ(as("", "POST", "/api/v1/password", by_code.dump()).status, 200);
    EXPECT_EQ(as("", "POST", "/api/v1/password", by_code.dump()).status, 401) << "once";
    EXPECT_EQ(with("rami", "copper violin dune").status, 200);
}

TEST_F(SignIn, AsksForTheSecondFactorAfterANewPasswordToo) {
    std::string reset_code;
    {
        auto in = open();
        const auto rami = account("rami");
        access_control::begin_second_factor(in, rami);
        const auto secret = db::totp_secret(in, rami)->secret;
        access_control::confirm_second_factor(
            in, rami, access_control::totp_code(secret, access_control::totp_step(now())), now());
        db::change_secrets(in, [&](db::SecretWrite& write) {
            reset_code = access_control::new_reset_code(write, rami, now());
        });
    }
    const PeopleJson by_code = {
        {"name", "rami"}, {"reset_code", reset_code}, {"password", "copper violin dune"}};
    const auto reset = as("", "POST", "/api/v1/password", by_code.dump());
    EXPECT_EQ(reset.status, 200) << reset.body;
    EXPECT_EQ(reset.header("set-cookie"), "");
    EXPECT_EQ(code_of(with("rami", "copper violin dune")), "second_factor");
}

TEST_F(SignIn, IsNotNeededByAProgramWithAToken) {
    const auto owner = sign_in("huda");
    const auto made =
        as(owner, "POST", "/api/v1/tokens", R"({"name":"lab","rights":["write_observations"]})");
    ASSERT_EQ(made.status, 201) << made.body;
    const auto token = PeopleJson::parse(made.body)["token"].get<std::string>();
    EXPECT_EQ(program(token, "POST", "/api/v1/patients", R"({"chart":"C-002"})").status, 201);
    EXPECT_EQ(actor_of_last(), "lab by huda");
    EXPECT_EQ(program(token, "GET", "/api/v1/patients").status, 403);
    EXPECT_EQ(PeopleJson::parse(program(token, "GET", "/api/v1/me").body)["rights"].size(), 1U);
    EXPECT_EQ(ask("GET",
                  "/api/v1/me",
                  {{"Authorization", "Bearer " + token}, {"Origin", "http://evil.example"}})
                  .status,
              403);
    EXPECT_EQ(as(owner, "DELETE", "/api/v1/tokens/1").status, 204);
    EXPECT_EQ(program(token, "GET", "/api/v1/me").status, 401);
}

TEST_F(SignIn, KeepsEachPersonsDraftsForThemOverLockAndRestart) {
    const auto omar = sign_in("omar");
    const auto salma = sign_in("salma");
    const auto target = "/api/v1/drafts/acne.C-001";
    EXPECT_EQ(as(omar, "PUT", target, R"({"key":"k1","value":"omars words"})").status, 200);
    EXPECT_EQ(as(salma, "PUT", target, R"({"key":"k2","value":"salmas words"})").status, 200);
    as(omar, "POST", "/api/v1/lock");
    EXPECT_EQ(as(omar, "GET", "/api/v1/drafts").status, 401);
    restart();
    const auto drafts = PeopleJson::parse(as(salma, "GET", "/api/v1/drafts").body);
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_EQ(drafts[0]["value"], "salmas words");
    EXPECT_EQ(as(salma, "DELETE", target).status, 204);
    const auto again = PeopleJson::parse(as(sign_in("omar"), "GET", "/api/v1/drafts").body);
    ASSERT_EQ(again.size(), 1U);
    EXPECT_EQ(again[0]["value"], "omars words");
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(book().string() + ".drafts")) {
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        EXPECT_EQ(bytes.find("words"), std::string::npos);
        EXPECT_EQ(bytes.find("C-001"), std::string::npos);
        ++files;
    }
    EXPECT_EQ(files, 1);
}

}  // namespace
}  // namespace server::sign_in_test
