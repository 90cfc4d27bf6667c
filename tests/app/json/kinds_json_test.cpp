// What pages say of fields: every one has a label and a meaning in every language, and the English
// meaning is that of the description.

#include "app/json/kinds_json.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <regex>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace exchange::kinds_json_test {
namespace {

using Json = nlohmann::ordered_json;

Json texts_of(const std::string& language, const std::string& area) {
    return Json::parse(std::ifstream(SOURCE_DIR "/app/texts/" + language + "/" + area + ".json"));
}

// The words of records as people read them: "right_cheek" → "right cheek".
std::string plain(const std::string& meaning, const Json& records) {
    std::string text;
    auto rest = meaning;
    const std::regex word("[a-z]+(_[a-z0-9]+)+");
    for (std::smatch found; std::regex_search(rest, found, word); rest = found.suffix()) {
        text +=
            found.prefix().str() + records.at("records.names." + found.str()).get<std::string>();
    }
    return text + rest;
}

// Its own of the kind, or that of all kinds that mean the same.
std::optional<std::string> meaning_of(const Json& texts,
                                      const std::string& noun,
                                      const std::string& field) {
    auto own = noun;
    std::replace(own.begin(), own.end(), '-', '_');
    for (const auto& of : {own, std::string("any")}) {
        if (const auto found = texts.find("field." + of + "." + field + ".meaning");
            found != texts.end()) {
            return found->get<std::string>();
        }
    }
    return std::nullopt;
}

// Calls `visit(noun, field)` for every field of a form, and of its rows.
template <class Visit>
void for_each_shown(Visit visit) {
    for (const auto& kind : Json::parse(kinds_json().dump())) {
        const auto noun = kind["noun"].get<std::string>();
        if (noun == "score" || noun == "instrument" || noun == "depth-limit" || noun == "advice") {
            continue;  // no page has a form of these
        }
        for (const auto& field : kind["fields"]) {
            visit(noun, field);
        }
        if (!kind["parts"].is_null()) {
            for (const auto& field : kind["parts"]["fields"]) {
                visit(noun, field);
            }
        }
    }
}

TEST(KindsJson, HasFieldsWithALabelAndAMeaningInEveryLanguage) {
    for (const std::string language : {"en", "ar"}) {
        const auto fields = texts_of(language, "field");
        const auto records = texts_of(language, "records");
        int count = 0;
        for_each_shown([&](const std::string& noun, const Json& field) {
            const auto name = field["name"].get<std::string>();
            EXPECT_TRUE(records.contains("records.fields." + name)) << language << ": " << name;
            EXPECT_TRUE(meaning_of(fields, noun, name)) << language << ": " << noun << "." << name;
            if (!field["choices"].is_null() && name != "fitzpatrick") {
                for (const auto& word : field["choices"]) {
                    EXPECT_TRUE(records.contains("records.names." + word.get<std::string>()))
                        << language << ": " << word;
                }
            }
            for (const auto& item : field["fields"].is_null() ? Json::array() : field["fields"]) {
                EXPECT_TRUE(records.contains("records.names." + item["name"].get<std::string>()))
                    << language << ": " << item["name"];
            }
            ++count;
        });
        EXPECT_GT(count, 130);
    }
}

TEST(KindsJson, HasMeaningsThatTheTextsSayWordForWord) {
    const auto fields = texts_of("en", "field");
    const auto records = texts_of("en", "records");
    for_each_shown([&](const std::string& noun, const Json& field) {
        EXPECT_EQ(meaning_of(fields, noun, field["name"].get<std::string>()),
                  plain(field["meaning"].get<std::string>(), records))
            << noun;
    });
}

}  // namespace
}  // namespace exchange::kinds_json_test
