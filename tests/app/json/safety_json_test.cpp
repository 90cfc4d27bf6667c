#include "app/json/safety_json.h"

#include <gtest/gtest.h>

#include "app/clinical/safety/rules.h"

namespace exchange::safety_json_test {
namespace {

using Json = OrderedJson;

// A left cheek that nobody has looked at, of a patient with darker skin and a medicine of no list.
clinical::Situation situation() {
    clinical::Situation situation;
    situation.plan.session.at = *schema::CivilTime::read("2026-06-15T10:30");
    situation.plan.session.device = schema::Device::pen;
    situation.plan.areas = {{.region = schema::Region::left_cheek}};
    situation.patient.id = schema::Id<schema::Patient>(1);
    situation.patient.fitzpatrick = schema::Fitzpatrick::V;
    schema::OtherTreatment medicine;
    medicine.kind = schema::TreatmentKind::oral_medicine;
    medicine.name = "Zorbital";
    situation.treatments = {medicine};
    return situation;
}

TEST(SafetyJson, SaysWhatIsFoundInEnglishAndBesideItWithoutALanguage) {
    const auto json = assessment_json(clinical::assess(situation()));
    const auto& finding = json["findings"][0];
    EXPECT_EQ(finding["rule"], "stale_acne_status");
    EXPECT_EQ(finding["because"], "left cheek: no acne status is recorded");
    EXPECT_EQ(finding["phrases"]["because"], Json::parse(R"({"id": "finding.because.no_status",
                  "values": {"region": {"id": "word.region.left_cheek", "values": {}}}})"));
    EXPECT_EQ(finding["phrases"]["text"]["id"], "finding.text.stale_acne_status");
    EXPECT_EQ(finding["source"], "the clinic's own limit, acne_status_days");
    EXPECT_EQ(finding["phrases"]["source"]["id"], "finding.source.acne_status_days");
}

TEST(SafetyJson, SaysFactsAndWhatIsNotJudgedTheSameWay) {
    const auto json = assessment_json(clinical::assess(situation()));
    EXPECT_EQ(json["context"][0]["phrase"],
              Json::parse(R"({"id": "finding.context.darker_skin", "values": {"type": "V"}})"));
    EXPECT_TRUE(json["context"][0]["text"].get<std::string>().starts_with("Fitzpatrick V: "));
    EXPECT_EQ(json["not_judged"][0]["phrase"], Json::parse(R"({"id": "finding.not_judged.medicine",
                  "values": {"name": "Zorbital"}})"));
    EXPECT_EQ(json["words"], nullptr) << "a rule found something";
    EXPECT_EQ(json["words_phrase"], nullptr);
}

TEST(SafetyJson, SaysAnAllClearOnlyAsFarAsAllWasJudged) {
    auto clear = situation();
    clear.plan.areas.clear();
    const auto json = assessment_json(clinical::assess(clear));
    EXPECT_TRUE(json["words"].get<std::string>().starts_with("Not judged: “Zorbital” is no"));
    EXPECT_EQ(json["words_phrase"]["id"], "finding.all_clear_but");
}

TEST(SafetyJson, TellsTheRulesWithTheirNumbers) {
    for (const auto& rule : rules_json(clinical::rules())) {
        if (rule["id"] == "sunburn") {
            EXPECT_EQ(rule["text"], "Wait 14 days after sunburn or tanning.");
            EXPECT_EQ(rule["phrases"]["text"], Json::parse(R"({"id": "finding.text.sunburn",
                "values": {"high": {"number": 14, "decimals": 0}}})"));
            return;
        }
    }
    FAIL() << "there is no such rule";
}

}  // namespace
}  // namespace exchange::safety_json_test
