#include "app/json/aftercare_json.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/clinical/aftercare/care_profile.h"
#include "app/json/progress_json.h"
#include "tests/app/clinical/aftercare/care_example.h"

namespace exchange::aftercare_json_test {
namespace {

using clinical::CareExample;
using schema::Active;
using Json = nlohmann::ordered_json;
using Keys = std::vector<std::string>;

Keys keys(const Json& object) {
    Keys all;
    for (const auto& [key, value] : object.items()) {
        all.push_back(key);
    }
    return all;
}

CareExample example() {
    CareExample made;
    made.session("2026-01-05T10:30");
    made.product("2026-01-05T16:30", Active::vitamin_c).product = "Demo serum";
    made.product("2026-01-06", Active::azelaic_acid);
    made.condition(schema::ConditionKind::metal_allergy);
    return made;
}

Json json_at(const CareExample& made, std::string_view at) {
    const auto care = made.at(at);
    return aftercare_json(care, progress::care_card(care, {.clinic = "Demo Clinic"}, {}));
}

TEST(AftercareJson, HasTheKeysOfTheContractInItsOrder) {
    const auto json = json_at(example(), "2026-01-06T12:20");
    EXPECT_EQ(keys(json),
              (Keys{"session",
                    "at",
                    "hours_since",
                    "phase",
                    "next_phase",
                    "for",
                    "on_hold",
                    "advised",
                    "not_yet",
                    "avoid",
                    "no_evidence",
                    "allergens",
                    "applications",
                    "warnings",
                    "next",
                    "card"}));
    EXPECT_EQ(keys(json["for"]), (Keys{"device", "depth", "skin_type", "skin_type_is_known"}));
    EXPECT_EQ(keys(json["card"]),
              (Keys{"first", "use", "avoid", "next", "expect", "contact", "phrases"}));
    EXPECT_EQ(keys(json["card"]["avoid"][0]), (Keys{"text", "id", "values", "until"}));
    EXPECT_EQ(json["allergens"], Json::array());
    auto allergic = example();
    allergic.allergy("ascorbic acid");
    EXPECT_EQ(json_at(allergic, "2026-01-06T12:20")["allergens"],
              Json::parse(R"([{"what": "vitamin_c", "condition": 2}])"));
    EXPECT_EQ(keys(json["session"]), (Keys{"id", "at"}));
    EXPECT_EQ(keys(json["phase"]), (Keys{"name", "from", "until"}));
    EXPECT_EQ(keys(json["next_phase"]), (Keys{"name", "from", "until"}));
    EXPECT_EQ(keys(json["advised"][0]), (Keys{"what", "until", "source", "grade"}));
    EXPECT_EQ(keys(json["avoid"][0]),
              (Keys{"what", "until", "cautious_until", "hours_left", "source", "grade"}));
    EXPECT_EQ(keys(json["no_evidence"][0]), (Keys{"what", "until", "source", "grade"}));
    EXPECT_EQ(keys(json["applications"][0]),
              (Keys{"id",
                    "at",
                    "active",
                    "product",
                    "hours_after",
                    "session",
                    "verdict",
                    "because",
                    "because_phrase",
                    "source"}));
    EXPECT_EQ(keys(json["warnings"][0]), (Keys{"kind", "text", "phrase", "source", "record"}));
    EXPECT_EQ(keys(json["warnings"][0]["record"]), (Keys{"kind", "id"}));
    EXPECT_EQ(keys(json["next"][0]), (Keys{"at", "what", "stance", "turn"}));
}

TEST(AftercareJson, GivesTheValues) {
    const auto json = json_at(example(), "2026-01-06T12:20");
    EXPECT_EQ(json["session"], Json({{"id", 1}, {"at", "2026-01-05T10:30"}}));
    EXPECT_EQ(json["at"], "2026-01-06T12:20");
    EXPECT_EQ(json["hours_since"], 25.83);
    EXPECT_EQ(json["phase"]["until"], "2026-01-08T10:30");
    EXPECT_EQ(json["next_phase"]["from"], "2026-01-08T10:30");
    EXPECT_EQ(json["advised"][0]["what"], "cleanser");
    EXPECT_EQ(json["avoid"][0]["what"], "make_up");
    EXPECT_EQ(json["avoid"][0]["until"], "2026-01-06T10:30");
    EXPECT_EQ(json["avoid"][0]["cautious_until"], "2026-01-07T10:30");
    EXPECT_EQ(json["avoid"][0]["hours_left"], 0);
    EXPECT_EQ(json["avoid"][4]["what"], "exercise");
    EXPECT_EQ(json["avoid"][4]["hours_left"], 22.17);
    EXPECT_EQ(json["avoid"][4]["grade"], "label");
    EXPECT_EQ(json["for"],
              Json({{"device", "needles"},
                    {"depth", "deep"},
                    {"skin_type", "IV_to_VI"},
                    {"skin_type_is_known", false}}));
    EXPECT_EQ(json["on_hold"], false);
    EXPECT_EQ(json["card"]["contact"][0], "Your clinic: Demo Clinic.");
    EXPECT_EQ(json["card"]["avoid"][0]["until"], "2026-01-08T00:00");
    EXPECT_EQ(json["avoid"].back()["cautious_until"], nullptr);
    EXPECT_EQ(json["no_evidence"][1]["what"], "peptides");
    const auto& serum = json["applications"][0];
    EXPECT_EQ(serum["active"], "vitamin_c");
    EXPECT_EQ(serum["product"], "Demo serum");
    EXPECT_EQ(serum["hours_after"], 6);
    EXPECT_EQ(serum["session"], 1);
    EXPECT_EQ(serum["verdict"], "avoid");
    const auto& unknown = json["applications"][1];
    EXPECT_EQ(unknown["at"], "2026-01-06");
    EXPECT_EQ(unknown["product"], nullptr);
    EXPECT_EQ(unknown["verdict"], "not_in_profile");
    EXPECT_EQ(unknown["source"], nullptr);
    EXPECT_EQ(json["warnings"][0]["kind"], "vitamin_c");
    EXPECT_EQ(json["warnings"][0]["record"], Json({{"kind", "application"}, {"id", 1}}));
    EXPECT_EQ(json["warnings"][1]["kind"], "metal");
    EXPECT_EQ(json["next"][0],
              Json({{"at", "2026-01-07T10:30"},
                    {"what", "make_up"},
                    {"stance", "avoid"},
                    {"turn", "ends"}}));
}

TEST(AftercareJson, SaysFromWhenWhatIsNotYetToBeUsed) {
    const auto json = json_at(example(), "2026-01-05T12:20");
    EXPECT_EQ(keys(json["not_yet"][0]), (Keys{"what", "from", "until", "source", "grade"}));
    EXPECT_EQ(json["not_yet"][0]["what"], "cleanser");
    EXPECT_EQ(json["not_yet"][0]["from"], "2026-01-06T10:30");
    EXPECT_EQ(json["advised"].size(), 1U);
    EXPECT_EQ(json["advised"][0]["what"], "hyaluronic_acid");
}

TEST(AftercareJson, OfNoSessionIsNullAndEmpty) {
    const auto json = json_at(CareExample(), "2026-01-06");
    for (const auto* key : {"session", "hours_since", "phase", "next_phase", "for"}) {
        EXPECT_EQ(json[key], nullptr) << key;
    }
    for (const auto* key :
         {"advised", "not_yet", "avoid", "no_evidence", "applications", "warnings", "next"}) {
        EXPECT_EQ(json[key], Json::array()) << key;
    }
}

TEST(AdherenceJson, CountsEachVerdict) {
    auto made = example();
    made.product("2026-01-09T10:30", Active::vitamin_c);
    made.product("2026-01-09T10:30", Active::peptides);
    made.product("2026-01-09T10:30", Active::sunscreen);
    made.product("2026-01-05T11:30", Active::sunscreen);
    made.product("2026-01-29T10:30", Active::vitamin_c);
    const Json json = adherence_value(*clinical::adherence(made.facts()));
    EXPECT_EQ(keys(json),
              (Keys{"applications",
                    "in_window",
                    "advised",
                    "to_avoid",
                    "too_early",
                    "sources_differ",
                    "no_evidence",
                    "not_in_profile",
                    "no_advice"}));
    EXPECT_EQ(json["applications"].size(), 7U);
    EXPECT_EQ(json["in_window"], 7);
    for (const auto* key : {"advised",
                            "to_avoid",
                            "too_early",
                            "sources_differ",
                            "no_evidence",
                            "not_in_profile",
                            "no_advice"}) {
        EXPECT_EQ(json[key], 1) << key;
    }
}

TEST(AdviceJson, SaysWhoseEachRowIs) {
    const auto json = advice_json(clinical::care_profile({{.id = schema::Id<schema::CareAdvice>(3),
                                                           .subject = schema::CareSubject::sun,
                                                           .stance = schema::Stance::avoid,
                                                           .until_hours = 30,
                                                           .source = "our handout"}}));
    EXPECT_EQ(keys(json[0]),
              (Keys{"subject",
                    "stance",
                    "from_hours",
                    "until_hours",
                    "cautious_until_hours",
                    "source",
                    "whose",
                    "grade",
                    "device",
                    "depth",
                    "skin_type"}));
    EXPECT_EQ(json[0]["whose"], "program");
    EXPECT_EQ(json[0]["grade"], "label");
    EXPECT_EQ(json[0]["device"], nullptr);
    EXPECT_EQ(json[1]["device"], "radiofrequency");
    EXPECT_EQ(json[2]["depth"], "shallow");
    EXPECT_EQ(json[0]["until_hours"], 72);
    EXPECT_EQ(json[0]["cautious_until_hours"], nullptr);
    std::vector<Json> of_the_sun;
    std::copy_if(json.begin(), json.end(), std::back_inserter(of_the_sun), [](const auto& row) {
        return row["subject"] == "sun";
    });
    ASSERT_EQ(of_the_sun.size(), 1U) << "in place of all of the program's";
    EXPECT_EQ(of_the_sun[0]["whose"], "clinic");
    EXPECT_EQ(of_the_sun[0]["grade"], "clinic_own");
    EXPECT_EQ(of_the_sun[0]["until_hours"], 30);
    EXPECT_EQ(of_the_sun[0]["skin_type"], nullptr);
}

}  // namespace
}  // namespace exchange::aftercare_json_test
