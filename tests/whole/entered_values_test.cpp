// What a record has after it was entered: the number that was meant, and nothing that was not
// given.

#include <algorithm>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "schema/kinds/kinds.h"
#include "schema/types/text.h"
#include "tests/whole/entrances.h"

namespace whole::entered_values_test {
namespace {

using kinds::Field;

class EnteredValues : public Entrances {};

// Blanks around a number are part of what was typed, and no part of a cell.
TEST_F(EnteredValues, AreTheNumbersThatWereMeant) {
    const auto& reading = sound_records().at(7);
    ASSERT_EQ(reading.noun, "reading");
    const auto stored = [&] {
        const auto all = get(fmt::format("/api/v1/patients/{}/reading", chart_)).body;
        return server::Json::parse(all).at(0).at("value").get<double>();
    };
    for (const auto* text : {"14", "14.5", "1e1", "1.5e+1", "5e-1", ".5", "0014"}) {
        SCOPED_TRACE(text);
        const auto texts = with(reading.texts, "value", text);
        chart_ = new_chart();
        EXPECT_EQ(typed(reading, texts, {}), Answer::stored) << said_.str();
        EXPECT_EQ(stored(), *schema::read_number(text));
        chart_ = new_chart();
        EXPECT_EQ(imported(reading, texts, false), Answer::stored) << said_.str();
        EXPECT_EQ(stored(), *schema::read_number(text));
        if (const auto number = server::Json::parse(text, nullptr, false); number.is_number()) {
            chart_ = new_chart();
            const auto body =
                fmt::format(R"({{"on":"2026-01-05","what":"tewl","value":{}}})", text);
            EXPECT_EQ(post(fmt::format("/api/v1/patients/{}/reading", chart_), body).status, 201);
            EXPECT_EQ(stored(), *schema::read_number(text));
        }
    }
    chart_ = new_chart();
    const auto texts = with(reading.texts, "value", " 5 ");
    EXPECT_EQ(typed(reading, texts, {}), Answer::refused);
    EXPECT_EQ(sent(reading, texts, {}), Answer::stored) << "blanks of JSON are none of the number";
    chart_ = new_chart();
    EXPECT_EQ(imported(reading, texts, false), Answer::stored) << said_.str();
}

// A value that a record may have in the field; nothing where that depends on another record.
std::optional<std::string> possible_text(const Field& field) {
    switch (field.type) {
        case Type::text:
            return field.name == "telephone" ? "0100123456" : "mark";
        case Type::whole:
        case Type::number:
            return schema::number_text(field.facets.range.is_open() ? 3 : field.facets.range.high);
        case Type::yes_no:
            return "yes";
        case Type::day:
        case Type::partial_day:
            return "2026-01-06";
        case Type::choice:
            return std::string(field.words.back());
        default:
            return std::nullopt;
    }
}

// Of the fields that an entrance fills by itself only the rater (who records it) and the course
// that is open: nothing of the record before.
TEST_F(EnteredValues, TakeNothingOverFromTheRecordBefore) {
    int walked = 0;
    for (const auto& sound : sound_records()) {
        const auto& kind = kinds::named(sound.noun);
        std::vector<std::string> confirm{"duplicate"};
        for (const auto& field : kind.fields) {
            confirm.emplace_back(field.name);
        }
        for (const auto& field : kind.fields) {
            const auto text = possible_text(field);
            const bool is_given =
                std::any_of(sound.texts.begin(), sound.texts.end(), [&](const auto& each) {
                    return each.first == field.name;
                });
            if (is_given || !text) {
                continue;
            }
            SCOPED_TRACE(fmt::format("{} {}={}", sound.noun, field.name, *text));
            chart_ = new_chart();
            if (typed(sound, with(sound.texts, field.name, *text), confirm) != Answer::stored) {
                continue;  // with others only
            }
            ASSERT_EQ(typed(sound, sound.texts, confirm), Answer::stored) << said_.str();
            ASSERT_EQ(sent(sound, sound.texts, confirm), Answer::stored) << said_.str();
            const auto stored = server::Json::parse(
                get(fmt::format("/api/v1/patients/{}/{}", chart_, sound.noun)).body);
            ASSERT_EQ(stored.size(), 3U);
            int with_value = 0;
            for (const auto& each : stored) {
                const auto& value = each.at(std::string(field.name));
                with_value += value.is_null() || value == "nurse" ? 0 : 1;
            }
            EXPECT_EQ(with_value, 1) << stored.dump();
            ++walked;
        }
    }
    std::cout << walked << " fields\n";
    EXPECT_GE(walked, 50);
}

}  // namespace
}  // namespace whole::entered_values_test
