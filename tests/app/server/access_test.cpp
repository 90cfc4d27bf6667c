// Who read what: every answer that shows a record leaves its entry, and none is shown for long
// while that cannot be.

#include <filesystem>
#include <fstream>
#include <mutex>
#include <regex>
#include <set>
#include <thread>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "app/server/routes/route.h"
#include "app/tracking/check.h"
#include "app/tracking/people/program_tokens.h"
#include "db/access_log/read_access.h"
#include "db/secrets/access_head.h"
#include "tests/app/server/served_book.h"
#include "tests/app/server/served_people.h"

namespace server::access_test {
namespace {

namespace fs = std::filesystem;
using access_control::Rights;
using testing::ElementsAre;
using testing::HasSubstr;

class Access : public ServedPeople {
  protected:
    explicit Access(std::chrono::milliseconds longest_unlogged = std::chrono::seconds(60))
        : ServedPeople([this, longest_unlogged](Options& options) {
              options.longest_unlogged = longest_unlogged;
              options.reachable = {"https://clinic.local:8443"};
              options.log = [this](const std::string& line) {
                  const std::lock_guard lock(mutex_);
                  said_ += line + "\n";
              };
          }) {}

    fs::path log() const { return book().string() + ".access"; }
    std::string said() const {
        const std::lock_guard lock(mutex_);
        return said_;
    }
    // The oldest first, once what was noted is written: a second at the most.
    std::vector<db::AccessEntry> entries() const {
        std::this_thread::sleep_for(std::chrono::milliseconds(1200));
        auto all = db::access_entries(open(), {.most = 100'000});
        std::reverse(all.begin(), all.end());
        return all;
    }
    // "progress C-001 by huda"
    std::vector<std::string> lines() const {
        std::vector<std::string> all;
        for (const auto& each : entries()) {
            all.push_back(std::string(schema::word(each.act)) +
                          (each.chart ? " " + *each.chart : "") +
                          (each.person ? " by " + *each.person : "") +
                          (each.reason ? " since " + *each.reason : ""));
        }
        return all;
    }
    std::string problems() const {
        std::string text;
        for (const auto& each : db::access_problems(open())) {
            text += each.where + ": " + each.what + "\n";
        }
        return text;
    }
    std::string new_token(const std::string& name, const Rights& rights) {
        auto in = open();
        return *tracking::add_token(
            in, {.actor = "huda", .action = "token add"}, name, rights, std::nullopt, now());
    }
    void add_records(const std::string& token) {
        const std::string patient = "/api/v1/patients/C-001";
        EXPECT_EQ(as(token, "POST", patient + "/acne", R"({"on":"2026-06-14","iga":2})").status,
                  201);
        EXPECT_EQ(as(token,
                     "POST",
                     patient + "/course",
                     R"({"concern":"acne_scars","sessions":6,"every":"4w","on":"2026-01-05"})")
                      .status,
                  201);
        const auto link = as(token, "POST", patient + "/link", "{}");
        EXPECT_EQ(link.status, 201);
        link_ = PeopleJson::parse(link.body);
        EXPECT_EQ(as(token, "POST", "/api/v1/patients", R"({"chart":"C-002"})").status, 201);
    }

    PeopleJson link_;

  private:
    mutable std::mutex mutex_;
    std::string said_;
};

// Nobody waits a second for each of them: each has a minute of its own.
TEST_F(Access, IsLoggedOfEveryRouteThatShowsARecordOnceAndOfNoOther) {
    const auto token = sign_in("huda");
    add_records(token);
    const auto before = entries().size();
    std::vector<std::string> expected;
    std::set<AccessAct> acts;
    for (const auto& route : routes()) {
        if (route.read == nullptr || route.method == "PUT" || route.method == "DELETE") {
            continue;
        }
        pass(std::chrono::minutes(1));
        auto target = std::regex_replace(route.path, std::regex(R"(\{chart\})"), "C-001");
        target = std::regex_replace(target, std::regex(R"(\{[a-z]+\})"), "1");
        target += target.ends_with("/merge") ? "?into=C-002" : "";
        target += target.ends_with("/patients") ? "?search=C" : "";
        target += target.ends_with("/safety") ? "?on=2026-06-16&area=chin:0.5:2&device=pen" : "";
        const auto reply = as(token, std::string(route.method), target);
        EXPECT_LT(reply.status, 500) << route.method << " " << target << " " << said();
        const auto act = route.read.act(Request{.query = {{"search", "C"}}});
        if (reply.status != 200 || !act) {
            continue;
        }
        acts.insert(*act);
        const auto of_list = *act == AccessAct::search && !target.ends_with("?search=C");
        EXPECT_FALSE(of_list) << target;
        const auto line = [&](const std::string& chart) {
            expected.push_back(std::string(schema::word(*act)) + chart + " by huda");
        };
        db::is_of_one_patient(*act) ? line(" C-001") : line("");
        if (*act == AccessAct::merge) {
            expected.insert(expected.end() - 1, "merge C-002 by huda");
        }
    }
    auto found = lines();
    found.erase(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(before));
    EXPECT_EQ(found, expected);
    EXPECT_GT(expected.size(), 40U);
    // All but those of nobody's: list (searched here), the own page, and coming and going.
    EXPECT_EQ(acts.size(), static_cast<std::size_t>(AccessAct::access) + 1 - 2);
    EXPECT_EQ(problems(), "");
}

TEST_F(Access, IsLoggedOfCachedAnswersTooForWhoeverAsksOnceAMinute) {
    const std::string progress = "/api/v1/patients/C-001/progress";
    const auto huda = sign_in("huda");
    const auto omar = sign_in("omar");
    const auto program = new_token("registry", {Right::read_records});
    for (const auto& token : {huda, huda, omar, huda}) {
        EXPECT_EQ(as(token, "GET", progress).status, 200);
    }
    EXPECT_EQ(this->program(program, "GET", progress).status, 200);
    EXPECT_EQ(ask("HEAD", progress, page(sign_in("rami"))).status, 200);
    pass(std::chrono::minutes(1));
    EXPECT_EQ(as(huda, "GET", progress).status, 200);
    EXPECT_THAT(lines(),
                ElementsAre("progress C-001 by huda",
                            "progress C-001 by omar",
                            "progress C-001 by registry by huda",
                            "progress C-001 by rami",
                            "progress C-001 by huda"));
    const auto all = entries();
    EXPECT_TRUE(all[0].device && !all[0].program);
    EXPECT_TRUE(!all[2].device && all[2].program);
    EXPECT_EQ(all[2].account, account("huda"));
    EXPECT_EQ(all[0].at, "2026-06-15T12:00Z");
    EXPECT_EQ(all[4].at, "2026-06-15T12:01Z");
}

TEST_F(Access, OfWhatIsRefusedNamesTheRightAndWhatIsNotThereIsNotLogged) {
    const auto program = new_token("writer", {Right::write_observations});
    EXPECT_EQ(this->program(program, "GET", "/api/v1/patients/C-001").status, 403);
    const auto rami = sign_in("rami");
    EXPECT_EQ(as(rami, "GET", "/api/v1/patients/C-009").status, 404);
    EXPECT_EQ(as(rami, "GET", "/api/v1/patients/C-001/report").status, 403);
    EXPECT_EQ(as("", "GET", "/api/v1/patients/C-001").status, 401);
    EXPECT_EQ(as(rami, "GET", "/api/v1/patients/C-001?x=1").status, 400);
    EXPECT_EQ(as(rami, "GET", "/api/v1/me").status, 200);
    EXPECT_THAT(lines(),
                ElementsAre("right_refused by writer by huda since the right read_records",
                            "right_refused by rami since the right print_reports"));
    EXPECT_TRUE(entries()[0].program && entries()[1].device);
}

TEST_F(Access, OfACorrectionThatIsRefusedWithWhatIsThereIsLogged) {
    const auto huda = sign_in("huda");
    add_records(huda);
    const auto correct = [&](const std::string& target, const std::string& body) {
        auto headers = page(huda);
        headers.emplace_back("If-Match", "\"7\"");
        return ask("PATCH", target, headers, body).status;
    };
    EXPECT_EQ(correct("/api/v1/acne/1", R"({"iga":3,"reason":"slip"})"), 412);
    EXPECT_EQ(correct("/api/v1/patients/C-002", R"({"sex":"female","reason":"slip"})"), 412);
    EXPECT_THAT(lines(), ElementsAre("record C-001 by huda", "record C-002 by huda"));
}

TEST_F(Access, OfThePatientsOwnPageIsLoggedAndThePatientSeesWhoReadTheirRecord) {
    const auto huda = sign_in("huda");
    add_records(huda);
    as(huda, "GET", "/api/v1/patients/C-001/link");
    const auto key = link_["path"].get<std::string>().substr(std::string("/p/").size());
    const auto telephone = opened_own_page(link_);
    const auto omar = sign_in("omar");
    as(omar, "GET", "/api/v1/patients/C-001");
    as(omar, "GET", "/api/v1/patients/C-001/progress");
    as(omar, "GET", "/api/v1/patients/C-002");
    EXPECT_EQ(ask("GET", "/p/" + key + "/progress", telephone).status, 200);
    EXPECT_THAT(lines(),
                ElementsAre("link C-001 by huda",
                            "patient C-001 by omar",
                            "progress C-001 by omar",
                            "patient C-002 by omar",
                            "own_page C-001"));
    const auto reply = ask("GET", "/p/" + key + "/access", telephone);
    EXPECT_EQ(reply.status, 200);
    const auto looked = PeopleJson::parse(reply.body);
    ASSERT_EQ(looked.size(), 2U) << reply.body;
    EXPECT_EQ(looked[0]["person"], "omar");
    EXPECT_EQ(looked[0]["role"], "clinician");
    EXPECT_EQ(looked[0]["day"], "2026-06-15");
    EXPECT_EQ(looked[0]["acts"], PeopleJson::parse(R"(["patient","progress"])"));
    EXPECT_FALSE(reply.body.find("device") != std::string::npos);
    EXPECT_EQ(ask("GET", "/p/" + std::string(key.size(), 'a') + "/access", telephone).status, 404);
}

TEST_F(Access, IsShownToWhoeverManagesPeopleByPatientAndPersonAPageAtATime) {
    const auto huda = sign_in("huda");
    const auto omar = sign_in("omar");
    add_records(huda);
    as(omar, "GET", "/api/v1/patients/C-001");
    as(omar, "GET", "/api/v1/patients/C-002");
    as(huda, "GET", "/api/v1/patients/C-001");
    EXPECT_EQ(entries().size(), 3U);
    const auto ask_for = [&](const std::string& query) {
        return PeopleJson::parse(as(huda, "GET", "/api/v1/access" + query).body);
    };
    EXPECT_EQ(ask_for("?patient=C-001")["entries"].size(), 2U);
    EXPECT_EQ(ask_for("?person=omar")["entries"].size(), 2U);
    EXPECT_EQ(ask_for("?patient=C-001&person=omar")["entries"].size(), 1U);
    EXPECT_EQ(ask_for("?since=2026-06-16")["entries"].size(), 0U);
    EXPECT_EQ(ask_for("?until=2026-06-15&person=omar")["entries"].size(), 2U);
    const auto first = ask_for("?person=omar&limit=1");
    EXPECT_EQ(first["entries"][0]["chart"], "C-002");
    const auto second = ask_for("?person=omar&limit=1&before=" + first["next"].dump());
    EXPECT_EQ(second["entries"][0]["chart"], "C-001");
    EXPECT_EQ(as(huda, "GET", "/api/v1/access?patient=C-009").status, 404);
    EXPECT_EQ(as(omar, "GET", "/api/v1/access").status, 403);
    EXPECT_THAT(lines(), testing::Contains("access by huda"));
}

TEST_F(Access, OfWhoeverComesAndGoesIsLoggedAndTheBookKeepsHowFarTheLogHadCome) {
    const auto sign_in_as = [&](const char* name, const char* password) {
        return as("",
                  "POST",
                  "/api/v1/sign-in",
                  fmt::format(R"({{"name":"{}","password":"{}"}})", name, password));
    };
    EXPECT_EQ(sign_in_as("huda", "not this one").status, 401);
    EXPECT_EQ(sign_in_as("nobody", "not this one").status, 401);
    auto token = token_in(sign_in_as("huda", peoples_password));
    EXPECT_EQ(as(token, "GET", "/api/v1/patients/C-001").status, 200);
    EXPECT_EQ(as(token, "PUT", "/api/v1/pin", R"({"pin":"204816"})").status, 200);
    EXPECT_EQ(as(token, "POST", "/api/v1/lock").status, 200);
    EXPECT_EQ(as(token, "POST", "/api/v1/unlock", R"({"pin":"111112"})").status, 401);
    token = token_in(as(token, "POST", "/api/v1/unlock", R"({"pin":"204816"})"));
    EXPECT_EQ(as(token, "POST", "/api/v1/sign-out").status, 200);
    EXPECT_THAT(lines(),
                ElementsAre("sign_in_refused by huda",
                            "sign_in_refused",
                            "sign_in by huda",
                            "patient C-001 by huda",
                            "lock by huda",
                            "pin_refused by huda",
                            "pin by huda",
                            "sign_out by huda"));
    EXPECT_EQ(db::access_head(open())->entry, 8);
    EXPECT_EQ(problems(), "");
}

TEST_F(Access, GoesOnAfterARestartAndACheckSaysThatAllIsWhole) {
    const auto huda = sign_in("huda");
    as(huda, "GET", "/api/v1/patients/C-001");
    restart();  // at once: what was noted is written before it ends
    as(huda, "GET", "/api/v1/patients/C-001/progress");
    EXPECT_THAT(lines(), ElementsAre("patient C-001 by huda", "progress C-001 by huda"));
    EXPECT_EQ(problems(), "");
    EXPECT_EQ(said(), "");
}

class BrokenLog : public Access {
  protected:
    BrokenLog() : Access(std::chrono::milliseconds(1500)) {}

    int status_of_reading(const std::string& token, const std::string& what = "") {
        return as(token, "GET", "/api/v1/patients/C-001" + what).status;
    }
    // Until the server has seen that it cannot write, or can again: a few seconds.
    bool comes_to(const std::string& token, int status) {
        for (int i = 0; i < 60; ++i) {
            pass(std::chrono::minutes(1));
            if (status_of_reading(token) == status) {
                return true;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        return false;
    }
};

TEST_F(BrokenLog, ShowsNoRecordsAfterAWhileButWritesThemAndShowsThemAgainOnceItIsBack) {
    const auto huda = sign_in("huda");
    EXPECT_EQ(status_of_reading(huda), 200);
    entries();
    fs::rename(log(), log().string() + ".away");
    pass(std::chrono::minutes(1));
    EXPECT_EQ(status_of_reading(huda), 200) << "a moment is no harm";
    ASSERT_TRUE(comes_to(huda, 503));
    const auto refused = as(huda, "GET", "/api/v1/patients/C-001/progress");
    EXPECT_EQ(refused.status, 503);
    EXPECT_THAT(refused.body, HasSubstr(R"("code": "unlogged")"));
    EXPECT_THAT(refused.body, HasSubstr("emergency reading"));
    EXPECT_EQ(as(huda, "GET", "/api/v1/today").status, 503);
    EXPECT_EQ(as(huda, "GET", "/api/v1/patients").status, 503);
    auto headers = page(huda);
    headers.emplace_back("If-Match", "\"7\"");
    EXPECT_EQ(ask("PATCH", "/api/v1/patients/C-001", headers, R"({"reason":"slip"})").status, 503)
        << "it would show the record";
    EXPECT_EQ(as(huda, "GET", "/api/v1/me").status, 200);
    EXPECT_EQ(as(huda, "GET", "/api/v1/accounts").status, 200);
    EXPECT_EQ(
        as(huda, "POST", "/api/v1/patients/C-001/acne", R"({"on":"2026-06-14","iga":2})").status,
        201);
    EXPECT_THAT(said(), HasSubstr("who reads records cannot be logged"));
    fs::rename(log().string() + ".away", log());
    EXPECT_TRUE(comes_to(huda, 200));
    EXPECT_EQ(problems(), "");
    EXPECT_GE(entries().size(), 3U);
    EXPECT_THAT(said(), HasSubstr("who reads records is logged again"));
}

TEST_F(BrokenLog, IsReadOnByWhoeverSaysWhyForAQuarterOfAnHourAndOwnersSeeIt) {
    const auto huda = sign_in("huda");
    const auto emergency = [&](const std::string& token, const std::string& reason) {
        return as(token, "POST", "/api/v1/emergency", fmt::format(R"({{"reason":"{}"}})", reason));
    };
    EXPECT_EQ(status_of_reading(huda), 200);
    entries();
    fs::rename(log(), log().string() + ".away");
    ASSERT_TRUE(comes_to(huda, 503));
    const auto omar = sign_in("omar");
    EXPECT_EQ(emergency(omar, "short").status, 422);
    EXPECT_EQ(emergency(omar, std::string(501, 'x')).status, 422);
    EXPECT_EQ(status_of_reading(omar), 503);
    EXPECT_EQ(emergency(omar, "bleeding, allergies unknown").status, 201);
    EXPECT_EQ(status_of_reading(omar), 200);
    EXPECT_EQ(status_of_reading(huda), 503) << "it is of one sign-in";
    const auto shown = as(huda, "GET", "/api/v1/emergencies");
    EXPECT_THAT(shown.body, HasSubstr("bleeding, allergies unknown"));
    EXPECT_THAT(shown.body, HasSubstr(R"("person": "omar")"));
    EXPECT_EQ(as(omar, "GET", "/api/v1/emergencies").status, 403);
    const auto program = new_token("registry", {Right::read_records});
    EXPECT_EQ(
        this->program(program, "POST", "/api/v1/emergency", R"({"reason":"0123456789"})").status,
        403);
    pass(std::chrono::minutes(14));
    EXPECT_EQ(status_of_reading(omar), 200);
    pass(std::chrono::minutes(2));
    const auto again = sign_in("omar");  // 15 minutes idle lock the other
    EXPECT_EQ(status_of_reading(again), 503);
    fs::rename(log().string() + ".away", log());
    EXPECT_TRUE(comes_to(sign_in("huda"), 200));
    EXPECT_THAT(lines(),
                testing::Contains("patient C-001 by omar since bleeding, allergies unknown"));
    EXPECT_THAT(lines(), testing::Contains("emergency by omar since bleeding, allergies unknown"));
}

TEST_F(BrokenLog, ThatDoesNotFitTheBookIsSeenAtTheStart) {
    const auto huda = sign_in("huda");
    status_of_reading(huda);
    entries();
    stop();
    std::ofstream(log(), std::ios::binary) << std::string(8192, 'x');
    resume();
    EXPECT_TRUE(comes_to(sign_in("huda"), 503));
    EXPECT_THAT(said(), HasSubstr("cannot be logged"));
    EXPECT_NE(problems(), "");
}

class Solo : public ServedBook {};

TEST_F(Solo, LogsNothing) {
    EXPECT_EQ(get("/api/v1/patients/C-001").status, 200);
    EXPECT_EQ(get("/api/v1/today").status, 200);
    std::this_thread::sleep_for(std::chrono::milliseconds(600));
    EXPECT_FALSE(fs::exists(book().string() + ".access"));
    EXPECT_EQ(get("/api/v1/access").body, "{\n  \"entries\": [],\n  \"next\": null\n}\n");
}

}  // namespace
}  // namespace server::access_test
