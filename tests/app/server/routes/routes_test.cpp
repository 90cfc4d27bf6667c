// What each address answers, as tables: accepted, and refused.

#include <set>

#include <nlohmann/json.hpp>

#include "app/server/routes/route.h"
#include "tests/app/server/served_book.h"

namespace server::routes_test {
namespace {

struct Scenario {
    const char* method;
    const char* target;
    const char* body;
    int status;
    const char* holds;  // somewhere in the answer
};

class Routes : public ServedBook {
  protected:
    Routes() {
        post("/api/v1/patients/C-001/course",
             R"({"concern":"acne_scars","sessions":6,"every":"4w","on":"2026-05-01"})");
        post("/api/v1/patients/C-001/session",
             R"({"at":"2026-05-01T10:30","device":"pen","lot":"L1",
                 "areas":[{"region":"left_cheek","depth_mm":1.5,"passes":4}]})");
        post("/api/v1/patients/C-001/acne",
             R"({"on":"2026-06-14","rest":"clear","regions":[{"region":"chin","papules":3}]})");
    }
    void expect(const std::vector<Scenario>& scenarios) {
        for (const auto& [method, target, body, status, holds] : scenarios) {
            SCOPED_TRACE(std::string(method) + " " + target + " " + body);
            const auto reply = method == std::string("GET")    ? get(target)
                               : method == std::string("POST") ? post(target, body)
                                                               : write(method, target, body);
            EXPECT_EQ(reply.status, status) << reply.body;
            EXPECT_NE(reply.body.find(holds), std::string::npos) << reply.body;
            if (status >= 400) {
                EXPECT_EQ(reply.header("content-type"), "application/problem+json");
                EXPECT_EQ(Json::parse(reply.body)["status"], status);
            }
        }
    }
};

TEST_F(Routes, AnswerQuestions) {
    expect({
        {"GET", "/api/v1/clinic", "", 200, "\"Etc/UTC\""},
        {"GET", "/api/v1/today", "", 200, "\"due_total\": 1"},
        {"GET", "/api/v1/due", "", 200, "\"overdue\""},
        {"GET", "/api/v1/kinds", "", 200, "\"noun\": \"questionnaire\""},
        {"GET", "/api/v1/patients", "", 200, "\"total\": 1"},
        {"GET", "/api/v1/patients?search=HUDA&sort=last_visit&limit=1", "", 200, "\"C-001\""},
        {"GET", "/api/v1/patients?search=nobody", "", 200, "\"total\": 0"},
        {"GET", "/api/v1/patients/C-001", "", 200, "\"tags\": {}"},
        {"GET", "/api/v1/patients/C-001/progress", "", 200, "\"as_of\": \"2026-06-15\""},
        {"GET", "/api/v1/patients/C-001/progress?as_of=2026-05-02", "", 200, "2026-05-02"},
        {"GET", "/api/v1/patients/C-001/report?for=patient", "", 200, "<!DOCTYPE html>"},
        {"GET", "/api/v1/patients/C-001/safety", "", 200, "\"findings\""},
        {"GET",
         "/api/v1/patients/C-001/safety?area=chin:0.5&device=pen",
         "",
         200,
         "active_lesions"},
        {"GET", "/api/v1/patients/C-001/aftercare?at=2026-05-01T12:00", "", 200, "\"avoid\": [\n"},
        {"GET", "/api/v1/patients/C-001/ledger", "", 200, "\"session record\""},
        {"GET", "/api/v1/patients/C-001/finding", "", 200, "traceability"},
        {"GET", "/api/v1/patients/C-001/acne", "", 200, "\"papules\": 3"},
        {"GET", "/api/v1/patients/C-001/score", "", 200, "\"lesions_total\""},
        {"GET", "/api/v1/session/1", "", 200, "\"left_cheek\""},
        {"GET", "/api/v1/score/1", "", 200, "\"instrument\""},
        {"GET", "/api/v1/instruments", "", 200, "\"gags\""},
        {"GET", "/api/v1/instruments/gags", "", 200, "\"bands\""},
        {"GET", "/api/v1/rules", "", 200, "\"active_lesions\""},
        {"GET", "/api/v1/rules/active_lesions", "", 200, "\"stop\""},
        {"GET", "/api/v1/depth-limits", "", 200, "\"forehead\""},
        {"GET", "/api/v1/advice", "", 200, "\"make_up\""},
        {"GET", "/api/v1/lots/l1", "", 200, "\"L1\""},
        {"GET", "/api/v1/ledger?limit=1", "", 200, "\"acne record\""},
        {"GET", "/api/v1/ledger?after=1&limit=1", "", 200, "\"seq\": 2"},
        {"GET", "/api/v1/outcomes?instrument=gags&by=fitzpatrick", "", 200, "\"groups\""},
        {"GET", "/api/v1/check", "", 200, "\"whole\": true"},
    });
}

TEST_F(Routes, RefuseQuestionsThatMeanNothing) {
    expect({
        {"GET", "/api/v1/nothing", "", 404, "\"title\": \"Not Found\""},
        {"GET", "/api/v2/clinic", "", 404, "\"title\": \"Not Found\""},
        {"GET", "/api/v1/patients/C-002", "", 404, "there is no chart"},
        {"GET", "/api/v1/patients/C-002/progress", "", 404, "there is no chart"},
        {"GET", "/api/v1/acne/99", "", 404, "none with id"},
        {"GET", "/api/v1/acne/0", "", 404, "none with id"},
        {"GET", "/api/v1/acne/1x", "", 404, "none with id"},
        {"GET", "/api/v1/score/99", "", 404, "none with id"},
        {"GET", "/api/v1/rules/unheard_of", "", 404, "there is no"},
        {"GET", "/api/v1/instruments/unheard_of", "", 404, "there is no"},
        {"GET", "/api/v1/patients?sort=age", "", 400, "chart, name, registered, last_visit"},
        {"GET", "/api/v1/patients?limit=0", "", 400, "limit"},
        {"GET", "/api/v1/patients?limit=1.5", "", 400, "a whole number"},
        {"GET", "/api/v1/patients?after=77", "", 400, "first page"},
        {"GET", "/api/v1/patients?search=a&page=2", "", 400, "\\\"page\\\" is not known"},
        {"GET", "/api/v1/patients/C-001/progress?as_of=2026-02-30", "", 400, "as_of"},
        {"GET", "/api/v1/patients/C-001/report?for=all", "", 400, "clinic, patient"},
        {"GET", "/api/v1/patients/C-001/acne?voided=maybe", "", 400, "true or false"},
        {"GET", "/api/v1/patients/C-001/safety?area=knee", "", 422, "REGION"},
        {"GET", "/api/v1/outcomes?by=mood", "", 422, "group patients"},
        {"GET", "/api/v1/patients/%FF", "", 400, "sound HTTP"},
        {"GET", "/api/v1/patients/a%00b", "", 400, "sound HTTP"},
        {"GET", "/api/v1/patients/%4", "", 400, "sound HTTP"},
    });
}

TEST_F(Routes, SayWhichMethodsAnAddressTakes) {
    const auto reply = write("DELETE", "/api/v1/clinic", "{}");
    EXPECT_EQ(reply.status, 405);
    EXPECT_EQ(reply.header("allow"), "GET, PATCH");
    EXPECT_EQ(write("OPTIONS", "/api/v1/clinic", "").status, 405);
    EXPECT_EQ(ask("POST", "/", {}, "x").status, 405);
    EXPECT_EQ(ask("BREW", "/", {}).status, 405);
    EXPECT_EQ(ask("TRACE", "/", {}).status, 405);
}

TEST_F(Routes, AnswerHeadAsGetWithoutTheBody) {
    const auto head = ask("HEAD", "/api/v1/clinic", {{"Cookie", cookie_}});
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.body, "");
    EXPECT_EQ(head.header("content-length"), get("/api/v1/clinic").header("content-length"));
}

TEST_F(Routes, TakeChartsOfAnyLetters) {
    const auto made = post("/api/v1/patients", R"({"chart":"A/1 أ?&"})");
    ASSERT_EQ(made.status, 201) << made.body;
    const auto place = made.header("location");
    EXPECT_EQ(Json::parse(get(place).body)["chart"], "A/1 أ?&");
    EXPECT_EQ(post(place + "/acne", R"({"on":"2026-06-01","iga":2})").status, 201);
}

TEST_F(Routes, NameAReportByItsChartOfAnyLetters) {
    const auto place = post("/api/v1/patients", R"({"chart":"A/1 أ?&"})").header("location");
    EXPECT_EQ(get(place + "/report").header("content-disposition"),
              "inline; filename*=UTF-8''A%2F1%20%D8%A3%3F%26.html");
}

TEST_F(Routes, PageThroughAListWithoutMissingAnyone) {
    for (int i = 2; i <= 9; ++i) {
        post("/api/v1/patients", fmt::format(R"({{"chart":"C-00{}"}})", i));
    }
    for (const auto* sort : {"chart", "name", "registered", "last_visit"}) {
        std::set<std::string> seen;
        std::string after;
        do {
            const auto page = Json::parse(
                get(fmt::format("/api/v1/patients?sort={}&limit=2{}", sort, after)).body);
            EXPECT_EQ(page["total"], 9);
            for (const auto& item : page["items"]) {
                EXPECT_TRUE(seen.insert(item["chart"].get<std::string>()).second) << sort;
            }
            after = page["next"].is_null() ? "" : "&after=" + page["next"].dump();
        } while (!after.empty());
        EXPECT_EQ(seen.size(), 9U) << sort;
    }
}

TEST_F(Routes, ForgetACachedAnswerWhenTheBookChanges) {
    const auto before = get("/api/v1/patients/C-001/progress").body;
    EXPECT_EQ(get("/api/v1/patients/C-001/progress").body, before);
    post("/api/v1/patients/C-001/acne", R"({"on":"2026-06-15","rest":"clear"})");
    EXPECT_NE(get("/api/v1/patients/C-001/progress").body, before);
}

TEST_F(Routes, ServeThePagesOfTheProgram) {
    const auto page = ask("GET", "/", {});
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.header("content-type"), "text/html; charset=utf-8");
    for (const auto* place :
         {"/patients/C-001", "/patients/C.1", "/today", "/p/AAAAAAAAAAAAAAAAAAAAAA"}) {
        EXPECT_EQ(ask("GET", place, {}).body, page.body) << place;
    }
    EXPECT_EQ(ask("GET", "/app.js", {}).header("content-type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(
        ask("GET", "/app.js", {{"If-None-Match", ask("GET", "/app.js", {}).header("etag")}}).status,
        304);
    for (const auto* nothing : {"/unknown.js", "/../etc/passwd.txt", "/a/app.js", "/p/x/y"}) {
        EXPECT_EQ(ask("GET", nothing, {}).status, 404) << nothing;
    }
}

}  // namespace
}  // namespace server::routes_test
