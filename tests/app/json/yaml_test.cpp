#include "app/json/yaml.h"

#include <gtest/gtest.h>

namespace exchange::yaml_test {
namespace {

TEST(Yaml, WhatFitsStandsOnOneLine) {
    EXPECT_EQ(yaml_members({{"chin", {{"type", {"integer", "null"}}, {"minimum", 0.5}}}}, 2),
              "  chin: {type: [integer, \"null\"], minimum: 0.5}\n");
}

TEST(Yaml, WhatDoesNotFitIntoAHundredAndTwentyColumnsStandsBelowItsKey) {
    const OrderedJson one_too_many = {{"key", {std::string(56, 'a'), std::string(56, 'b')}}};
    EXPECT_EQ(yaml_members(one_too_many, 0),
              "key:\n  - " + std::string(56, 'a') + "\n  - " + std::string(56, 'b') + "\n");
    const OrderedJson just_enough = {{"key", {std::string(55, 'a'), std::string(56, 'b')}}};
    EXPECT_EQ(yaml_members(just_enough, 0),
              "key: [" + std::string(55, 'a') + ", " + std::string(56, 'b') + "]\n");
}

TEST(Yaml, AnObjectInAListBeginsBesideItsDash) {
    const std::string wide(120, 'a');
    EXPECT_EQ(yaml_members({{"rows", OrderedJson::array({{{"first", wide}, {"second", 2}}})}}, 2),
              "  rows:\n    - first: " + wide + "\n      second: 2\n");
}

TEST(Yaml, ATextThatWouldBeReadAsSomethingElseIsQuoted) {
    for (const auto* text : {"null",
                             "true",
                             "no",
                             "on",
                             "200",
                             "",
                             "a: b",
                             "a, b",
                             "#a",
                             "^\\d$",
                             "ends with a blank ",
                             "{id}",
                             "- a",
                             "a\nb"}) {
        EXPECT_EQ(yaml_members({{"key", text}}, 0), "key: " + OrderedJson(text).dump() + "\n");
    }
    for (const auto* text :
         {"none", "left_cheek", "the patient's own", "cm²", "a; b", "a-b", "application/json"}) {
        EXPECT_EQ(yaml_members({{"key", text}}, 0), std::string("key: ") + text + "\n");
    }
}

TEST(Yaml, KeysAreQuotedLikeTextsAndPathsAreNot) {
    EXPECT_EQ(yaml_members({{"on", 1}, {"$ref", 2}, {"/api/v1/acne/{id}", 3}}, 0),
              "\"on\": 1\n$ref: 2\n/api/v1/acne/{id}: 3\n");
}

}  // namespace
}  // namespace exchange::yaml_test
