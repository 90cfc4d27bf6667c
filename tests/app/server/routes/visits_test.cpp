// A visit, the clinic's own records and its day over HTTP.

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/app/server/served_book.h"

namespace server::visits_test {
namespace {

constexpr const char* visits = "/api/v1/patients/C-001/visits";

class VisitsServed : public ServedBook {
  protected:
    static Json whole() {
        return Json::parse(R"({
            "session": {"at":"2026-02-02T10:30","device":"pen","lot":"L-1",
                        "areas":[{"region":"nose","depth_mm":0.5,"passes":2}]},
            "acne": {"on":"2026-02-02T10:20","rest":"clear",
                     "regions":[{"region":"nose","papules":0}]},
            "reading": [{"on":"2026-02-02","what":"tewl","value":14},
                        {"on":"2026-02-02","what":"sebum","value":90}],
            "application": {"at":"2026-02-02T11:00","active":"peptides","product":"Serum"}})");
    }
    Json sent(const std::string& target, const Json& body, const std::string& key = "") {
        auto reply = post(target, body.dump(), key);
        auto json = Json::parse(reply.body);
        if (json.is_object()) {
            json["status"] = reply.status;
            json["header"] = reply.header("ledger-entry");
        }
        return json;
    }
    Json read(const std::string& target) { return Json::parse(get("/api/v1/" + target).body); }
    static std::vector<std::string> fields(const Json& problem, const char* list = "errors") {
        std::vector<std::string> all;
        for (const auto& each : problem[list]) {
            all.push_back(each["field"].get<std::string>());
        }
        return all;
    }
};

TEST_F(VisitsServed, AreRecordedOnceAndTakenBackTogether) {
    const auto recorded = sent(visits, whole(), "visit-1");
    ASSERT_EQ(recorded["status"], 201) << recorded;
    std::vector<std::string> kinds;
    for (const auto& each : recorded["records"]) {
        kinds.push_back(each["kind"].get<std::string>());
    }
    EXPECT_EQ(kinds,
              (std::vector<std::string>{"session", "application", "acne", "reading", "reading"}));
    EXPECT_EQ(recorded["records"][1]["record"]["session"], recorded["records"][0]["record"]["id"]);
    EXPECT_FALSE(recorded["records"][2]["scores"].empty());
    const auto again = sent(visits, whole(), "visit-1");
    EXPECT_EQ(again["records"], recorded["records"]);
    EXPECT_EQ(read("patients/C-001/session").size(), 1U);
    const auto undone = sent("/api/v1/ledger/" + recorded["header"].get<std::string>() + "/undo",
                             {{"reason", "slip"}});
    EXPECT_EQ(undone["status"], 200) << undone;
    for (const auto* noun : {"session", "application", "acne", "reading"}) {
        EXPECT_EQ(read(std::string("patients/C-001/") + noun).size(), 0U) << noun;
    }
}

TEST_F(VisitsServed, SayEachProblemAtItsPointerAndWriteNothing) {
    auto body = whole();
    body["session"]["areas"][0]["depth_mm"] = 99;
    body["session"].erase("device");
    body["reading"][1]["valu"] = 3;
    body["acne"]["regions"][0]["papules"] = "many";
    body["patient"] = {{"chart", "C-009"}};
    body["event"] = 3;
    const auto refused = sent(visits, body);
    EXPECT_EQ(refused["status"], 422);
    EXPECT_THAT(fields(refused),
                testing::UnorderedElementsAre("session/areas/0/depth_mm",
                                              "session/device",
                                              "reading/1/valu",
                                              "acne/regions/0/papules",
                                              "patient",
                                              "event"));
    EXPECT_EQ(read("patients/C-001/reading").size(), 0U);
    EXPECT_EQ(sent(visits, Json::object())["status"], 422);
}

TEST_F(VisitsServed, AskBackByRecordAndForReasonsOfTheSession) {
    auto body = whole();
    body["reading"][0]["value"] = 500;
    const auto asked = sent(visits, body);
    EXPECT_EQ(asked["status"], 409) << asked;
    EXPECT_EQ(asked["questions"][0]["confirm"], "reading/0/value");
    body["confirm"] = {"reading/0/value"};
    body["acne"]["regions"][0]["papules"] = 9;
    const auto stopped = sent(visits, body);
    EXPECT_EQ(stopped["status"], 422);
    EXPECT_EQ(stopped["type"], "/problems/safety");
    EXPECT_EQ(stopped["findings"][0]["rule"], "active_lesions");
    body["session"]["overrides"] = {{"active_lesions", "they heal, needled around"}};
    EXPECT_EQ(sent(visits, body)["status"], 201);
}

TEST_F(VisitsServed, AreCorrectedByIdAndVersionOrNotAtAll) {
    sent(visits, whole());
    const auto correct = [&](const Json& body) {
        const auto reply = write("PATCH", visits, body.dump());
        auto json = Json::parse(reply.body);
        json["status"] = reply.status;
        return json;
    };
    Json body = {{"session", {{"id", 1}, {"version", 1}, {"lot", "L-2"}}},
                 {"acne", {{"id", 1}, {"version", 1}}},
                 {"reading",
                  {{{"id", 1}, {"version", 1}, {"void", true}},
                   {{"on", "2026-02-02"}, {"what", "sebum"}, {"value", 90}}}},
                 {"reason", "the lot of the box"}};
    EXPECT_EQ(sent(std::string(visits) + "/preview", body)["problems"], Json::array());
    auto wrong = body;
    wrong["session"]["lott"] = "L-3";
    wrong["acne"]["id"] = 9;
    wrong["reading"][0].erase("version");
    EXPECT_THAT(fields(correct(wrong)),
                testing::UnorderedElementsAre("session/lott", "acne", "reading/0/version"));
    body["reading"].erase(1);
    const auto corrected = correct(body);
    EXPECT_EQ(corrected["status"], 200) << corrected;
    EXPECT_EQ(read("session/1")["lot"], "L-2");
    EXPECT_EQ(read("patients/C-001/reading").size(), 1U);
    const auto late = correct(body);
    EXPECT_EQ(late["status"], 412) << late;
    EXPECT_THAT(late["stored"]["records"], testing::SizeIs(2)) << "the session and the reading";
    EXPECT_EQ(late["stored"]["records"][0]["record"]["lot"], "L-2");
    EXPECT_EQ(sent(visits, body)["status"], 422) << "what is in the book is not recorded again";
}

TEST_F(VisitsServed, ShowBeforeWhatWillComeOfThem) {
    auto body = whole();
    body["acne"]["regions"][0]["papules"] = 9;
    const auto preview = sent(std::string(visits) + "/preview", body);
    EXPECT_EQ(preview["status"], 200);
    EXPECT_EQ(preview["findings"][0]["rule"], "active_lesions");
    EXPECT_EQ(preview["scores"][0]["record"], "acne");
    EXPECT_TRUE(preview["problems"].empty());
    body["session"].erase("areas");
    const auto partly = sent(std::string(visits) + "/preview", body);
    EXPECT_THAT(fields(partly, "problems"), testing::ElementsAre("session"));
    EXPECT_EQ(read("patients/C-001/session").size(), 0U);
}

TEST_F(VisitsServed, OfALotAreCountedInTheStock) {
    const auto added = sent("/api/v1/stock",
                            {{"kind", "cartridge"},
                             {"product", "Pen 12"},
                             {"lot", "L1"},
                             {"expiry", "2026-06"},
                             {"received", 2},
                             {"received_on", "2026-01-05"}});
    EXPECT_EQ(added["status"], 201) << added;
    sent(visits, whole());
    const auto stock = read("stock?kind=cartridge&product=pen&as_of=2026-06-30");
    ASSERT_EQ(stock.size(), 1U);
    EXPECT_EQ(stock[0]["used"], 1);
    EXPECT_EQ(stock[0]["left"], 1);
    EXPECT_EQ(stock[0]["expires_on"], "2026-06-30");
    EXPECT_EQ(stock[0]["pick"], "yes");
    EXPECT_EQ(read("stock?as_of=2026-07-01")[0]["pick"], "expired");
    EXPECT_EQ(get("/api/v1/stock?kind=needle").status, 400);
    EXPECT_EQ(read("stock/1")["lot"], "L1");
    EXPECT_EQ(get("/api/v1/stock/9").status, 404);
    const std::string body = R"({"received":5,"reason":"counted again"})";
    EXPECT_EQ(write("PATCH", "/api/v1/stock/1", body).status, 428);
    EXPECT_EQ(write("PATCH", "/api/v1/stock/1", body, {{"If-Match", "\"2\""}}).status, 412);
    EXPECT_EQ(write("PATCH", "/api/v1/stock/1", body, {{"If-Match", "\"1\""}}).status, 200);
    EXPECT_EQ(sent("/api/v1/stock/1/void", {{"reason", "entered twice"}})["voided"], true);
    EXPECT_EQ(read("stock").size(), 0U);
    EXPECT_EQ(read("stock?voided=true").size(), 1U);
    EXPECT_EQ(sent("/api/v1/stock/1/restore", {{"reason", "by mistake"}})["voided"], false);
}

TEST_F(VisitsServed, CanStartFromAProtocol) {
    const Json nose = {{"name", "Nose"},
                       {"device", "pen"},
                       {"products", "niacinamide=Serum 5 %; peptides"},
                       {"areas", {{{"region", "nose"}, {"depth_mm", 0.5}, {"passes", 2}}}}};
    const auto added = sent("/api/v1/protocols", nose);
    EXPECT_EQ(added["status"], 201) << added;
    const auto listed = read("protocols");
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0]["areas"][0]["depth_mm"], 0.5);
    EXPECT_EQ(listed[0]["applications"],
              Json::parse(R"([{"active":"niacinamide","product":"Serum 5 %"},
                              {"active":"peptides","product":null}])"));
    EXPECT_EQ(sent("/api/v1/protocols", nose)["status"], 422) << "the name is taken";
}

TEST_F(VisitsServed, ArePlannedByAppointmentsThatTheDayShows) {
    const std::string path = "/api/v1/patients/C-001/appointment";
    EXPECT_EQ(sent(path, {{"at", "2026-02-02T10:30"}})["status"], 201);
    EXPECT_EQ(sent(path, {{"at", "2026-02-02T10:45"}})["status"], 422);
    const auto day = read("appointments?on=2026-02-02");
    ASSERT_EQ(day.size(), 1U);
    EXPECT_EQ(day[0]["minutes"], 30);
    EXPECT_EQ(day[0]["status"], "planned");
    EXPECT_EQ(day[0]["patient"], "C-001");
    EXPECT_EQ(day[0]["name"], "Huda Saleh");
    EXPECT_EQ(read("today?as_of=2026-02-02")["appointments"], day);
    EXPECT_EQ(read("today?as_of=2026-02-03")["appointments"].size(), 0U);
    EXPECT_EQ(get("/api/v1/appointments?on=2026-02-02&until=2026-09-02").status, 400);
    EXPECT_EQ(write("PATCH",
                    "/api/v1/appointment/1",
                    R"({"status":"arrived","reason":"came"})",
                    {{"If-Match", "\"1\""}})
                  .status,
              200);
    EXPECT_EQ(read("appointments?on=2026-02-02")[0]["status"], "arrived");
}

TEST_F(VisitsServed, AreCalledForFromTheDueList) {
    sent("/api/v1/patients/C-001/course",
         {{"concern", "acne_scars"}, {"sessions", 4}, {"every", "4w"}, {"on", "2026-01-05"}});
    sent("/api/v1/patients/C-001/contact",
         {{"at", "2026-01-18T09:00"}, {"channel", "telephone"}, {"outcome", "no_answer"}});
    const auto due = read("due?as_of=2026-01-20");
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due[0]["attempts"]["count"], 1);
    EXPECT_EQ(due[0]["attempts"]["last"]["outcome"], "no_answer");
    EXPECT_EQ(due[0]["appointment"], nullptr);
    EXPECT_EQ(read("today?as_of=2026-01-20")["due"][0]["attempts"], due[0]["attempts"]);
}

}  // namespace
}  // namespace server::visits_test
