#include <nlohmann/json.hpp>

#include "app/tracking/check.h"
#include "tests/app/server/served_book.h"

namespace server::writes_test {
namespace {

using Writes = ServedBook;

const std::string acne = "/api/v1/patients/C-001/acne";
const std::string seen =
    R"({"on":"2026-06-14","rest":"clear","regions":[{"region":"chin","papules":3}]})";
const std::string session = "/api/v1/patients/C-001/session";

std::string chin(const std::string& more = "") {
    return R"({"at":"2026-06-15T10:30","device":"pen",
               "areas":[{"region":"chin","depth_mm":0.5,"passes":4}])" +
           more + "}";
}

std::vector<std::string> fields_of(const Reply& reply) {
    std::vector<std::string> fields;
    const auto json = Json::parse(reply.body);
    for (const auto& error : json["errors"]) {
        fields.push_back(error["field"].get<std::string>());
    }
    return fields;
}

TEST_F(Writes, AnswerWithTheRecordItsScoresAndItsPlace) {
    EXPECT_EQ(made_.status, 201);
    EXPECT_EQ(made_.header("location"), "/api/v1/patients/C-001");
    const auto reply = post(acne, seen);
    ASSERT_EQ(reply.status, 201) << reply.body;
    EXPECT_EQ(reply.header("location"), "/api/v1/acne/1");
    EXPECT_EQ(reply.header("etag"), "\"1\"");
    const auto json = Json::parse(reply.body);
    EXPECT_EQ(json["record"], Json::parse(get("/api/v1/acne/1").body));
    EXPECT_EQ(json["scores"].size(), 5U);
}

TEST_F(Writes, SayEverythingThatDoesNotFitWithItsPlace) {
    const auto reply = post(acne, R"({"on":"2026-02-30","iga":2.5,"rest":7,"colour":"x",
        "regions":[{"region":"chin","papules":5000000000},{"papules":1},{"region":"chin"},3]})");
    EXPECT_EQ(reply.status, 422);
    EXPECT_EQ(fields_of(reply),
              (std::vector<std::string>{"on",
                                        "iga",
                                        "rest",
                                        "colour",
                                        "regions[0].papules",
                                        "regions[1].region",
                                        "regions[2]",
                                        "regions[3]"}));
    EXPECT_EQ(fields_of(post(session, R"({"device":"pen"})")), std::vector<std::string>{"at"});
    EXPECT_EQ(fields_of(post("/api/v1/patients", R"({"born":"1990-13-01","name":"Huda"})")),
              (std::vector<std::string>{"born", "chart"}));
}

TEST_F(Writes, RepeatNoName) {
    const auto reply = post("/api/v1/patients", R"({"chart":"C-9","born":"Huda's birthday"})");
    EXPECT_EQ(reply.status, 422);
    EXPECT_EQ(reply.body.find("Huda's"), std::string::npos);
}

TEST_F(Writes, AreDoneOnceForOneKey) {
    const auto first = post(acne, seen, "tablet-1");
    const auto again = post(acne, seen, "tablet-1");
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(again.header("idempotency-replayed"), "true");
    EXPECT_EQ(Json::parse(get(acne).body).size(), 1U);
    EXPECT_EQ(post(session, chin(), "tablet-1").status, 422) << "the key of something else";
    EXPECT_EQ(post(acne, R"({"on":"2026-02-05","iga":1})", "tablet-1").status, 422)
        << "the key of another body";
    EXPECT_EQ(Json::parse(get(acne).body).size(), 1U);
    EXPECT_EQ(write("POST", acne, seen).status, 400) << "no key";
    EXPECT_EQ(post(acne, seen, std::string(201, 'k')).status, 400);
    EXPECT_EQ(post(acne, seen, "two words").status, 400);
}

TEST_F(Writes, CorrectOnlyTheVersionThatWasSeen) {
    post(acne, seen);
    EXPECT_EQ(write("PATCH", "/api/v1/acne/1", R"({"iga":1})").status, 428);
    const auto good = write(
        "PATCH", "/api/v1/acne/1", R"({"iga":1,"reason":"misread"})", {{"If-Match", "\"1\""}});
    ASSERT_EQ(good.status, 200) << good.body;
    EXPECT_EQ(Json::parse(good.body)["record"]["iga"], 1);
    const auto late = write(
        "PATCH", "/api/v1/acne/1", R"({"iga":4,"reason":"misread"})", {{"If-Match", "\"1\""}});
    EXPECT_EQ(late.status, 412);
    const auto json = Json::parse(late.body);
    EXPECT_EQ(json["yours"]["fields"]["iga"], 4);
    EXPECT_EQ(json["stored"]["iga"], 1);
    EXPECT_EQ(json["stored"]["version"], 2);
    EXPECT_NE(get("/api/v1/patients/C-001/ledger").body.find("misread"), std::string::npos);
    EXPECT_EQ(write("PATCH",
                    "/api/v1/patients/C-001",
                    R"({"chart":"C-002","reason":"moved"})",
                    {{"If-Match", "\"1\""}})
                  .status,
              200);
    EXPECT_EQ(get("/api/v1/patients/C-002").status, 200);
}

TEST_F(Writes, GoOverAStopOnlyWithItsReason) {
    post(acne, seen);
    const auto refused = post(session, chin());
    EXPECT_EQ(refused.status, 422);
    const auto json = Json::parse(refused.body);
    EXPECT_EQ(json["type"], "/problems/safety");
    EXPECT_EQ(json["findings"][0]["rule"], "active_lesions");
    EXPECT_EQ(fields_of(refused), std::vector<std::string>{"stop active_lesions"});
    EXPECT_EQ(post(session, chin(R"(,"overrides":{"active_lesions":" "})")).status, 422);
    EXPECT_EQ(post(session, chin(R"(,"overrides":{"keloid":"no more"})")).status, 422);
    EXPECT_EQ(post(session, chin(R"(,"overrides":["active_lesions"])")).status, 422);
    EXPECT_EQ(post(session, chin(R"(,"overrides":{"active_lesions@nose":"why not"})")).status, 422);
    const auto done =
        post(session, chin(R"(,"overrides":{"active_lesions@chin":"needled around"})"));
    ASSERT_EQ(done.status, 201) << done.body;
    EXPECT_EQ(Json::parse(done.body)["findings"][0]["override"], "needled around");
    EXPECT_EQ(Json::parse(done.body)["findings"][0]["region"], "chin");
}

TEST_F(Writes, LeaveWhoDiedOrLeftOutOfTheDay) {
    const auto charts_in = [&](const char* list) {
        std::vector<std::string> charts;
        const auto day = Json::parse(get("/api/v1/today").body);
        for (const auto& each : day[list]) {
            charts.push_back(each["patient"].get<std::string>());
        }
        return charts;
    };
    using Charts = std::vector<std::string>;
    // More of who left than a list takes, and all before those of who is still here.
    post("/api/v1/patients", R"({"chart":"C-002"})");
    const std::string event =
        R"({"confirm":["duplicate"],"kind":"erythema","severity":1,"onset":"2026-06-1)";
    for (const auto* chart : {"C-001", "C-002"}) {
        const auto of = "/api/v1/patients/" + std::string(chart);
        const bool is_first = of.ends_with("1");
        for (int i = 0; i < (is_first ? 1 : 21); ++i) {
            ASSERT_EQ(post(of + "/event", event + (is_first ? "0\"}" : "1\"}")).status, 201);
        }
        ASSERT_EQ(post(of + "/session",
                       R"({"at":"2026-06-10T10:00","device":"pen",
                           "areas":[{"region":"nose","depth_mm":0.5,"passes":2}]})")
                      .status,
                  201);
    }
    EXPECT_EQ(charts_in("sessions"), (Charts{"C-002", "C-001"}));
    EXPECT_EQ(charts_in("events"), Charts(20, "C-002"));
    const auto leave = [&](const char* on) {
        const auto tag = get("/api/v1/patients/C-002").header("etag");
        return write("PATCH",
                     "/api/v1/patients/C-002",
                     fmt::format(R"({{"status":"left","status_on":"{}","reason":"told"}})", on),
                     {{"If-Match", tag}})
            .status;
    };
    ASSERT_EQ(leave("2026-06-16"), 200);
    EXPECT_EQ(charts_in("sessions").size(), 2U) << "leaves tomorrow";
    ASSERT_EQ(leave("2026-06-15"), 200);
    EXPECT_EQ(charts_in("sessions"), Charts{"C-001"});
    EXPECT_EQ(charts_in("events"), Charts{"C-001"});
    post("/api/v1/patients/C-001/event", R"({"kind":"other","severity":5,"onset":"2026-06-12"})");
    EXPECT_EQ(charts_in("sessions"), Charts{});
    EXPECT_EQ(charts_in("events"), Charts{});
}

TEST_F(Writes, PreviewWithoutWriting) {
    const auto scores = write("POST", acne + "/preview", seen);
    ASSERT_EQ(scores.status, 200) << scores.body;
    EXPECT_EQ(Json::parse(scores.body)["scores"][0]["instrument"], "gags");
    post(acne, seen);
    const auto gate = Json::parse(write("POST", session + "/preview", chin()).body);
    EXPECT_EQ(gate["findings"][0]["rule"], "active_lesions");
    EXPECT_EQ(gate["problems"].size(), 0U);
    const auto unfinished = Json::parse(write("POST", acne + "/preview", R"({"iga":9})").body);
    EXPECT_EQ(unfinished["problems"].size(), 2U);
    EXPECT_EQ(Json::parse(get(acne).body).size(), 1U);
    EXPECT_EQ(Json::parse(get(session).body).size(), 0U);
}

TEST_F(Writes, NeedAReasonToCorrectAndVoid) {
    post(acne, seen);
    const auto lacks_reason = [](const auto& response) {
        return response.status == 422 && fields_of(response) == std::vector<std::string>{"reason"};
    };
    for (const auto* body : {R"({"iga":1})", R"({"iga":1,"reason":" "})"}) {
        EXPECT_TRUE(lacks_reason(write("PATCH", "/api/v1/acne/1", body, {{"If-Match", "\"1\""}})));
    }
    EXPECT_TRUE(lacks_reason(
        write("PATCH", "/api/v1/patients/C-001", R"({"monk":3})", {{"If-Match", "\"1\""}})));
    EXPECT_TRUE(lacks_reason(post("/api/v1/acne/1/void", "{}")));
    EXPECT_TRUE(lacks_reason(post("/api/v1/patients/C-001/void", "{}")));
    EXPECT_EQ(post("/api/v1/acne/1/void", R"({"reason":"slip"})").status, 200);
}

TEST_F(Writes, LeaveTheVersionWhereACorrectionChangesNothing) {
    post(acne, seen);
    const auto same = write(
        "PATCH", "/api/v1/acne/1", R"({"rest":"clear","reason":"again"})", {{"If-Match", "\"1\""}});
    EXPECT_EQ(same.status, 200) << same.body;
    EXPECT_EQ(same.header("etag"), "\"1\"");
    EXPECT_EQ(get("/api/v1/patients/C-001/ledger").body.find("again"), std::string::npos);
}

TEST_F(Writes, VoidAndEnd) {
    post(acne, seen);
    EXPECT_EQ(post("/api/v1/acne/1/void", R"({"reason":"slip"})").status, 200);
    EXPECT_EQ(post("/api/v1/acne/1/void", R"({"reason":"again"})").status, 409);
    EXPECT_EQ(Json::parse(get(acne).body).size(), 0U);
    EXPECT_EQ(Json::parse(get(acne + "?voided=true").body).size(), 1U);
    post("/api/v1/patients/C-001/condition", R"({"kind":"pregnancy","from":"2026-01"})");
    EXPECT_EQ(fields_of(post("/api/v1/condition/1/end", "{}")), std::vector<std::string>{"on"});
    EXPECT_EQ(post("/api/v1/condition/1/end", R"({"on":"2026-06-01"})").status, 200);
    EXPECT_EQ(Json::parse(get("/api/v1/condition/1").body)["until"], "2026-06-01");
    EXPECT_EQ(post("/api/v1/patients/C-001/void", R"({"reason":"slip"})").status, 200);
    EXPECT_EQ(get("/api/v1/patients/C-001").status, 404);
}

TEST_F(Writes, RestoreWhatIsVoidedAndNothingElse) {
    post(acne, seen);
    const auto* const why = R"({"reason":"it was right"})";
    EXPECT_EQ(post("/api/v1/acne/1/restore", why).status, 409);
    EXPECT_EQ(post("/api/v1/acne/9/restore", why).status, 404);
    post("/api/v1/acne/1/void", R"({"reason":"slip"})");
    EXPECT_EQ(fields_of(post("/api/v1/acne/1/restore", "{}")), std::vector<std::string>{"reason"});
    const auto restored = post("/api/v1/acne/1/restore", why);
    EXPECT_EQ(restored.status, 200) << restored.body;
    EXPECT_EQ(restored.header("etag"), "\"3\"");
    EXPECT_EQ(Json::parse(get(acne).body).size(), 1U);
    const auto entered = post("/api/v1/patients/C-001/score",
                              R"({"instrument":"gags","at":"2026-01-05","value":24})");
    const auto score = entered.header("location");
    EXPECT_EQ(post(score + "/restore", why).status, 409);
    EXPECT_EQ(post(score + "/void", R"({"reason":"slip"})").status, 200);
    EXPECT_EQ(post(score + "/restore", why).status, 200);
}

TEST_F(Writes, TellWhoVoidedAPatientAndRestoreThem) {
    const auto* const why = R"({"reason":"it was right"})";
    EXPECT_EQ(post("/api/v1/patients/C-001/restore", why).status, 409);
    post("/api/v1/patients/C-001/void", R"({"reason":"meant C-002"})");
    for (const auto& gone :
         {get("/api/v1/patients/C-001"), post("/api/v1/patients", R"({"chart":"C-001"})")}) {
        EXPECT_TRUE(gone.status == 404 || gone.status == 409) << gone.status;
        EXPECT_NE(gone.body.find(": meant C-002"), std::string::npos) << gone.body;
        EXPECT_EQ(gone.body.find("Huda"), std::string::npos) << gone.body;
    }
    EXPECT_EQ(Json::parse(get("/api/v1/patients/C-001/acne?voided=true").body).size(), 0U);
    EXPECT_EQ(post("/api/v1/patients/C-001/restore", "{}").status, 422);
    EXPECT_EQ(post("/api/v1/patients/C-001/restore", why).status, 200);
    EXPECT_EQ(get("/api/v1/patients/C-001").status, 200);
}

TEST_F(Writes, KeepScoresLabelsProfilesAndSettings) {
    const std::string score = "/api/v1/patients/C-001/score";
    EXPECT_EQ(post(score, R"({"instrument":"gags","at":"2026-01-05","value":24})").status, 201);
    EXPECT_EQ(post(score, R"({"instrument":"gags","at":"2026-01-05","value":45})").status, 422);
    EXPECT_EQ(fields_of(post(score, R"({"instrument":"none","at":"2026-01-05","value":1})")),
              std::vector<std::string>{"instrument"});
    EXPECT_EQ(write("PATCH",
                    "/api/v1/score/1",
                    R"({"value":25,"reason":"misread"})",
                    {{"If-Match", "\"1\""}})
                  .status,
              200);
    EXPECT_EQ(post("/api/v1/score/1/void", R"({"reason":"slip"})").status, 200);
    EXPECT_EQ(write("PUT", "/api/v1/patients/C-001/tags/arm", R"({"value":"placebo"})").status,
              200);
    EXPECT_EQ(Json::parse(get("/api/v1/patients/C-001").body)["tags"]["arm"], "placebo");
    EXPECT_EQ(write("DELETE", "/api/v1/patients/C-001/tags/arm", "{}").status, 200);
    EXPECT_EQ(write("DELETE", "/api/v1/patients/C-001/tags/arm", "{}").status, 404);
    EXPECT_EQ(write("PUT",
                    "/api/v1/depth-limits",
                    R"({"region":"nose","radiofrequency":false,"max_mm":0.5,"source":"us"})")
                  .status,
              200);
    EXPECT_EQ(write("DELETE", "/api/v1/depth-limits", R"({"region":"nose","radiofrequency":false})")
                  .status,
              200);
    EXPECT_EQ(write("PATCH", "/api/v1/clinic", R"({"time_zone":"Mars/Base"})").status, 422);
    EXPECT_EQ(write("PATCH", "/api/v1/clinic", R"({"name":"Other"})").status, 200);
    EXPECT_EQ(post("/api/v1/instruments",
                   R"({"code":"own","name":"Own","low":0,"high":1,"unit":"1","better":"lower"})")
                  .status,
              201);
    EXPECT_EQ(post("/api/v1/instruments",
                   R"({"code":"own","name":"Own","low":0,"high":1,"unit":"1","better":"lower"})")
                  .status,
              409);
}

TEST_F(Writes, ImportAFileOnceAndTellWhatItWouldDo) {
    const std::string imports = "/api/v1/imports";
    const std::string file = R"({"kind":"patients","name":"p.csv","content":"chart\nZ-1\n")";
    EXPECT_EQ(Json::parse(post(imports, file + R"(,"dry_run":true})").body)["would_import"], 1);
    EXPECT_EQ(get("/api/v1/patients/Z-1").status, 404);
    EXPECT_EQ(post(imports, file + "}", "import-1").status, 201);
    EXPECT_EQ(Json::parse(post(imports, file + "}", "import-1").body)["repeated"], true);
    const auto again = Json::parse(post(imports, file + "}", "import-2").body);
    EXPECT_EQ(again["imported"], 0);
    EXPECT_EQ(again["rows_in_book"], 1);
    EXPECT_EQ(post(imports, R"({"kind":"patients","content_base64":"Y2hhcnQKWi0yCg=="})").status,
              201);
    EXPECT_EQ(fields_of(post(imports, R"({"kind":"patients","options":{"map":"a=b"}})")),
              (std::vector<std::string>{"options.map", "content"}));
    EXPECT_EQ(post(imports, R"({"kind":"patients","content_base64":"%%"})").status, 422);
    EXPECT_EQ(post(imports, R"({"kind":"patients","content":"chart,sex\nZ-3,male\nZ-3,female\n"})")
                  .status,
              422);
}

TEST_F(Writes, NameWhoDoesIt) {
    write("POST", acne, seen, {{"Idempotency-Key", "k"}, {"X-Needlebook-Actor", "Dr%20%D8%A3"}});
    EXPECT_NE(get("/api/v1/ledger?limit=1").body.find("\"actor\": \"Dr أ\""), std::string::npos);
    for (const auto* name : {"", "%20", "%FF", "a%0Ab"}) {
        EXPECT_EQ(
            write("POST", acne, seen, {{"Idempotency-Key", "x"}, {"X-Needlebook-Actor", name}})
                .status,
            400)
            << name;
    }
}

TEST_F(Writes, LeaveAWholeBook) {
    post(acne, seen);
    post("/api/v1/patients/C-001/link", "{}");
    write("DELETE", "/api/v1/patients/C-001/link", "{}");
    EXPECT_EQ(Json::parse(get("/api/v1/check").body)["problems"], Json::array());
}

TEST_F(Writes, GiveAPatientAPageOfTheirOwnAndNothingElse) {
    post(acne, R"({"on":"2026-05-01","rest":"clear","iga":3,"note":"for the clinic only"})");
    post(acne, R"({"on":"2026-06-14","rest":"clear","iga":1})");
    EXPECT_EQ(get("/api/v1/patients/C-001/link").status, 404);
    const auto link = Json::parse(post("/api/v1/patients/C-001/link", "{}").body);
    const auto path = link["path"].get<std::string>();
    EXPECT_GE(path.size(), 3 + 22U);
    const auto opened = ask("POST",
                            path + "/open",
                            {{"Origin", origin()}, {"Content-Type", "application/json"}},
                            Json{{"code", link["code"]}}.dump());
    const Pairs telephone{{"Cookie", opened.header("set-cookie")}};
    const auto own = ask("GET", path + "/progress", telephone);
    ASSERT_EQ(own.status, 200) << own.body;
    EXPECT_EQ(Json::parse(own.body)["names"][0], "Huda Saleh");
    EXPECT_NE(own.body.find("Spots of the face, all kinds"), std::string::npos) << own.body;
    for (const auto* inner :
         {"for the clinic only", "iga", "noise\": {", "responder", "C-001", "1996", "rule"}) {
        EXPECT_EQ(own.body.find(inner), std::string::npos) << inner;
    }
    EXPECT_EQ(ask("GET", path + "/ledger", telephone).status, 404);
    EXPECT_EQ(ask("GET", "/p/" + std::string(22, 'A') + "/progress", {}).status, 404);
    EXPECT_EQ(write("DELETE", "/api/v1/patients/C-001/link", "{}").status, 204);
    EXPECT_EQ(ask("GET", path + "/progress", telephone).status, 404);
    EXPECT_EQ(write("DELETE", "/api/v1/patients/C-001/link", "{}").status, 404);
}

}  // namespace
}  // namespace server::writes_test
