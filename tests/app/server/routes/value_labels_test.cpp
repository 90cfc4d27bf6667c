#include <nlohmann/json.hpp>

#include "tests/app/server/served_book.h"

namespace server::value_labels_test {
namespace {

using ValueLabels = ServedBook;

TEST_F(ValueLabels, KeepWhatWasOnWithAScore) {
    const std::string scores = "/api/v1/patients/C-001/score";
    const auto entered = post(
        scores, R"({"instrument":"iga","at":"2026-01-05","value":3,"labels":{"treated":"no"}})");
    ASSERT_EQ(entered.status, 201) << entered.body;
    EXPECT_EQ(Json::parse(entered.body)["labels"], (Json{{"treated", "no"}}));
    const auto change = [&](const std::string& labels, const std::string& version) {
        return write("PATCH",
                     entered.header("location"),
                     R"({"labels":)" + labels + R"(,"reason":"misread"})",
                     {{"If-Match", version}, {"Idempotency-Key", "change-" + labels}});
    };
    const auto changed = change(R"({"treated":"yes","arm":"A"})", "\"1\"");
    EXPECT_EQ(Json::parse(changed.body)["labels"], (Json{{"arm", "A"}, {"treated", "yes"}}))
        << changed.body;
    for (const auto* bad : {R"("treated")", R"({"treated":1})", R"({"treated":""})", R"([1])"}) {
        EXPECT_EQ(change(bad, "\"2\"").status, 422) << bad;
    }
    EXPECT_EQ(Json::parse(change("null", "\"2\"").body)["labels"], Json::object());
    EXPECT_EQ(Json::parse(get(scores).body)[0]["labels"], Json::object());
}

TEST_F(ValueLabels, CompareValuesWithinPatientsByWhatWasOn) {
    for (const auto* body :
         {R"({"instrument":"iga","at":"2026-01-05","value":3,"labels":{"treated":"no"}})",
          R"({"instrument":"iga","at":"2026-01-06","value":1,"labels":{"treated":"yes"}})"}) {
        EXPECT_EQ(post("/api/v1/patients/C-001/score", body).status, 201);
    }
    for (const auto* by : {"treated", "label:treated", "tag:treated"}) {
        const auto outcomes = Json::parse(get(std::string("/api/v1/outcomes?by=") + by).body);
        EXPECT_EQ(outcomes["grouping"], "label:treated");
        ASSERT_EQ(outcomes["within"].size(), 1U) << outcomes;
        EXPECT_EQ(outcomes["within"][0]["pairs"][0]["difference"]["mean"], -2);
        EXPECT_EQ(outcomes["groups"].size(), 0U);
    }
    EXPECT_EQ(Json::parse(get("/api/v1/outcomes?by=side").body)["within"].size(), 0U);
    const auto unknown = get("/api/v1/outcomes?by=treatment");
    EXPECT_EQ(unknown.status, 422);
    EXPECT_NE(unknown.body.find("values have treated"), std::string::npos) << unknown.body;
    EXPECT_EQ(get("/api/v1/outcomes?by=treated&at=4w").status, 400);
}

}  // namespace
}  // namespace server::value_labels_test
