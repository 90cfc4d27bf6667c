#include "app/json/phrase_json.h"

#include <gtest/gtest.h>

namespace exchange::phrase_json_test {
namespace {

using Json = OrderedJson;
using texts::DateForm;
using texts::Number;
using texts::Phrase;
using texts::Value;
using texts::When;

Json json_of(Value value) {
    return phrase_json({"sentence.clinic.due", {{"it", std::move(value)}}})["values"]["it"];
}

TEST(PhraseJson, HasEveryKindOfValueAsItIs) {
    EXPECT_EQ(json_of(4), Json(4));
    EXPECT_EQ(json_of("Dr. Salma"), Json("Dr. Salma"));
    EXPECT_EQ(json_of(Number{21, 0}), (Json{{"number", 21}, {"decimals", 0}}));
    EXPECT_EQ(json_of(Number{-3.5, 1, true, "{score}"}),
              (Json{{"number", -3.5}, {"decimals", 1}, {"signed", true}, {"unit", "{score}"}}));
    EXPECT_EQ(json_of(*schema::Date::of(2026, 5, 11)),
              (Json{{"date", "2026-05-11"}, {"form", "record"}}));
    EXPECT_EQ(json_of(When{*schema::PartialDate::read("2026-05"), DateForm::words, false}),
              (Json{{"date", "2026-05"}, {"form", "words"}, {"year", false}}));
    EXPECT_EQ(json_of(When{*schema::Date::of(2026, 5, 11), DateForm::weekday, true, "10:30"}),
              (Json{{"date", "2026-05-11"}, {"form", "weekday"}, {"clock", "10:30"}}));
    EXPECT_EQ(json_of(Phrase{"sentence.part.now"}),
              (Json{{"id", "sentence.part.now"}, {"values", Json::object()}}));
    EXPECT_EQ(json_of(Value::List{"a", 2}), (Json{"a", 2}));
}

TEST(PhraseJson, StandsBesideTheEnglishText) {
    const Phrase phrase{"sentence.clinic.more_gaps", {{"count", 1}}};
    EXPECT_EQ(said_json(phrase),
              (Json{{"text", "1 more thing is missing or old."},
                    {"id", "sentence.clinic.more_gaps"},
                    {"values", {{"count", 1}}}}));
    EXPECT_EQ(texts_json({phrase}), (Json{"1 more thing is missing or old."}));
}

}  // namespace
}  // namespace exchange::phrase_json_test
