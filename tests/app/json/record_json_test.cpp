#include "app/json/record_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace exchange::record_json_test {
namespace {

using Json = nlohmann::ordered_json;

TEST(RecordJson, HoldsFieldsByNameAndPartsAsObjects) {
    schema::Session session;
    session.id = schema::Id<schema::Session>(3);
    session.at = *schema::CivilTime::read("2026-01-05T10:30");
    session.device = schema::Device::pen;
    session.pain = 4;
    session.areas = {{schema::Region::chin, 1.5, 4}};
    const auto json = exchange::record_json(session, "C-001");
    EXPECT_EQ(json["id"], 3);
    EXPECT_EQ(json["patient"], "C-001");
    EXPECT_EQ(json["at"], "2026-01-05T10:30");
    EXPECT_EQ(json["pain"], 4);
    EXPECT_TRUE(json["lot"].is_null());
    EXPECT_EQ(json["areas"], Json::parse(R"([{"region":"chin","depth_mm":1.5,"passes":4}])"));
    EXPECT_EQ(json["version"], 1);
    EXPECT_EQ(json["voided"], false);
}

TEST(RecordJson, OfAnswersAndPahpiIsNumbers) {
    schema::Questionnaire filled;
    filled.answers = schema::Answers::read("1,,3");
    EXPECT_EQ(exchange::record_json(filled, "1")["answers"], Json({1, nullptr, 3}));
    schema::PigmentationObservation seen;
    seen.pahpi = schema::Pahpi{4, 6, 2};
    EXPECT_EQ(exchange::record_json(seen, "1")["pahpi"],
              Json({{"size", 4}, {"intensity", 6}, {"number", 2}}));
}

TEST(RecordJson, OfPatientsHasTheirOwnTags) {
    schema::Patient one;
    one.id = schema::Id<schema::Patient>(1);
    one.chart = "C-1";
    schema::Patient two;
    two.id = schema::Id<schema::Patient>(2);
    two.chart = "C-2";
    const auto json = exchange::patients_json({one, two}, {{two.id, "arm", "A"}});
    EXPECT_EQ(json[0]["chart"], "C-1");
    EXPECT_EQ(json[0]["tags"], Json::object());
    EXPECT_EQ(json[1]["tags"]["arm"], "A");
    EXPECT_FALSE(json[0].contains("patient"));
}

TEST(RecordJson, OfRecordsIsAnArray) {
    EXPECT_EQ(exchange::records_json(std::vector<schema::Session>{}, "C-1"), Json::array());
    const auto json = exchange::records_json(std::vector<schema::Reading>(2), "C-1");
    EXPECT_EQ(json.size(), 2U);
}

TEST(RecordJson, OfAScoreNamesItsInstrumentAndWhatItWasComputedFrom) {
    schema::Instrument gags;
    gags.id = schema::Id<schema::Instrument>(5);
    gags.code = "gags";
    schema::Score score;
    score.instrument = gags.id;
    score.at = *schema::CivilTime::read("2026-01-05");
    score.value = 24;
    score.origin = schema::ScoreOrigin::acne_status;
    score.origin_id = 7;
    const auto json = exchange::scores_json({score}, {gags}, "C-1")[0];
    EXPECT_EQ(json["instrument"], "gags");
    EXPECT_TRUE(json["region"].is_null());
    EXPECT_EQ(json["value"].dump(), "24");
    EXPECT_EQ(json["from"], Json({{"kind", "acne_status"}, {"id", 7}}));
}

TEST(RecordJson, OfAnInstrumentHasItsRange) {
    schema::Instrument count;
    count.code = "warts";
    count.low = 0;
    auto json = exchange::instrument_json(count);
    EXPECT_EQ(json["range"], Json({0, nullptr}));
    count.high = 1.5;
    json = exchange::instruments_json({count})[0];
    EXPECT_EQ(json["range"], Json({0, 1.5}));
    EXPECT_EQ(json["built_in"], false);
    EXPECT_TRUE(json["formula"].is_null() && json["example"].is_null());
    EXPECT_EQ(json["bands"], Json::array());
}

TEST(RecordJson, OfABuiltInInstrumentHasItsFormulaBandsAndExample) {
    schema::Instrument gags;
    gags.code = "gags";
    gags.built_in = true;
    auto json = exchange::instrument_json(gags);
    EXPECT_EQ(json["bands"].size(), 6U);
    EXPECT_EQ(json["bands"][4],
              Json({{"name", "very severe"}, {"from", 39}, {"to", 39}, {"assigned", false}}));
    EXPECT_TRUE(json["formula"].get<std::string>().starts_with("Factor × grade"));
    EXPECT_TRUE(json["example"].get<std::string>().ends_with("= 11, mild"));
    EXPECT_TRUE(json["unverified"].is_null());
    gags.built_in = false;
    EXPECT_TRUE(exchange::instrument_json(gags)["formula"].is_null())
        << "a clinic's own scale of that code";
    gags.built_in = true;
    gags.code = "hayashi";
    json = exchange::instrument_json(gags);
    EXPECT_EQ(json["bands"].back()["from"], 51);
    EXPECT_TRUE(json["bands"].back()["to"].is_null());
    EXPECT_EQ(json["unverified"], "volume and pages");
    gags.code = "dlqi";
    EXPECT_EQ(exchange::instrument_json(gags)["items"].size(), 10U);
}

TEST(RecordJson, ReplacesBytesThatAreNoText) {
    schema::Patient patient;
    patient.name = "a\xFF";
    const auto text = exchange::json_text(exchange::patient_json(patient, {}));
    EXPECT_EQ(Json::parse(text)["name"], "a\uFFFD");
}

}  // namespace
}  // namespace exchange::record_json_test
