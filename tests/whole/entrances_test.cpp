// What cannot be, what is unusual and what is there already is treated alike at every entrance:
// command line, interface, import. The rows are made from the descriptions of the kinds. (How the
// pages make a body of what is typed: tests/app/web/app/record_form.test.ts.)

#include <algorithm>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/cli/run.h"
#include "schema/kinds/kinds.h"
#include "schema/types/text.h"
#include "schema/types/text_bounds.h"
#include "tests/app/server/served_book.h"

namespace whole::entrances_test {
namespace {

using kinds::Field;
using kinds::Kind;
using kinds::Type;
using Texts = std::vector<std::pair<std::string, std::string>>;  // by the fields' names

// A record that is refused by nobody.
struct Sound {
    std::string noun;
    std::string verb;
    Texts texts;
    std::string areas{};  // of a session
};

const std::vector<Sound>& sound_records() {
    static const std::vector<Sound> all{
        {"condition", "add", {{"kind", "isotretinoin"}, {"from", "2025-01-10"}}},
        {"course",
         "start",
         {{"concern", "acne_scars"}, {"sessions", "6"}, {"every", "4w"}, {"on", "2026-01-05"}}},
        {"session", "record", {{"at", "2026-01-05T10:30"}, {"device", "pen"}}, "chin:0.5:2"},
        {"application", "record", {{"at", "2026-01-05T18:00"}, {"active", "niacinamide"}}},
        {"acne", "record", {{"on", "2026-01-05"}, {"iga", "3"}}},
        {"scars", "record", {{"on", "2026-01-05"}, {"goodman_baron_grade", "3"}}},
        {"pigmentation",
         "record",
         {{"on", "2026-01-05"}, {"kind", "pih"}, {"melanin_index", "40"}}},
        {"reading", "record", {{"on", "2026-01-05"}, {"what", "tewl"}, {"value", "14.2"}}},
        {"questionnaire", "record", {{"on", "2026-01-05"}, {"which", "dlqi"}, {"total", "7"}}},
        {"event", "record", {{"kind", "erythema"}, {"onset", "2026-01-05"}, {"severity", "1"}}},
        {"treatment", "add", {{"kind", "peel"}, {"from", "2026-02-01"}}},
    };
    return all;
}

Texts with(Texts texts, std::string_view name, std::string value) {
    for (auto& [known, text] : texts) {
        if (known == name) {
            text = std::move(value);
            return texts;
        }
    }
    texts.emplace_back(name, std::move(value));
    return texts;
}

// What no record can say in the field.
std::vector<std::string> impossible_texts(const Field& field) {
    const auto& range = field.facets.range;
    std::vector<std::string> texts;
    switch (field.type) {
        case Type::whole:
        case Type::number:
            texts = {"0x10",
                     "1e",
                     "1,000",
                     "1,234",
                     "1.234,5",
                     "1,234.5",
                     "1.234.567",
                     "NaN",
                     "inf",
                     "1 2",
                     "five",
                     "--1",
                     "+1"};
            if (range.low > -1e6) {
                texts.push_back(schema::number_text(range.low - 1));
            }
            if (range.high < 1e6) {
                texts.push_back(schema::number_text(range.high + 1));
            }
            if (field.type == Type::whole) {
                texts.insert(texts.end(), {"1.5", "1.0", "1e0"});
            }
            return texts;
        case Type::day:
        case Type::partial_day:
        case Type::moment:
            texts = {
                "2026-02-30", "2026-13-01", "1899-12-31", "yesterday", "01/02/2026", "1985-01-01"};
            if (!field.facets.planned) {
                texts.emplace_back("2062-01-05");
            }
            return texts;
        case Type::choice:
            return {"nonsense", "1"};
        case Type::yes_no:
            return {"maybe", "2"};
        case Type::interval:
            return {"4x", "0w", "w", "-1w"};
        case Type::id:
            return {"0", "-1", "1.5", "first", "999999"};
        case Type::text:
            return {std::string("a\x01") + "b",
                    "a\x7f"
                    "b",
                    std::string(schema::longest_text + 1, 'x')};
        default:
            return {};
    }
}

// What is possible, and asked back.
std::vector<std::string> unusual_texts(const Field& field) {
    const auto& usual = field.facets.plausible;
    const auto& range = field.facets.range;
    std::vector<std::string> texts;
    const bool is_number = field.type == Type::whole || field.type == Type::number;
    if (is_number && !usual.is_open()) {
        if (range.holds(usual.high + 1)) {
            texts.push_back(schema::number_text(usual.high + 1));
        }
        if (range.holds(usual.low - 1)) {
            texts.push_back(schema::number_text(usual.low - 1));
        }
    }
    return texts;
}

enum class Answer { stored, asked, refused };

class Entrances : public server::ServedBook {
  protected:
    // A patient of whom nothing is in the book.
    std::string new_chart() {
        auto chart = fmt::format("P-{}", ++patients_);
        EXPECT_EQ(run({"patient", "add", "--chart", chart, "--born", "1990-01-01"}),
                  Answer::stored);
        return chart;
    }

    Answer run(std::vector<std::string> words) {
        words.insert(words.end(), {"--book", book().string(), "--actor", "nurse"});
        std::ostringstream out;
        said_ = {};
        cli::Io io{.out = out, .err = said_};
        if (cli::run(words, io) == 0) {
            return Answer::stored;
        }
        return said_.str().find("--confirm") != std::string::npos ? Answer::asked : Answer::refused;
    }

    Answer typed(const Sound& sound, const Texts& texts, const std::vector<std::string>& confirm) {
        std::vector<std::string> words{sound.noun, sound.verb, chart_};
        for (const auto& [name, text] : texts) {
            auto option = "--" + name;
            std::replace(option.begin(), option.end(), '_', '-');
            words.insert(words.end(), {option, text});
        }
        if (!sound.areas.empty()) {
            words.insert(words.end(), {"--area", sound.areas});
        }
        for (const auto& each : confirm) {
            words.insert(words.end(), {"--confirm", each});
        }
        return run(words);
    }

    // As the pages send it: what is plainly a number as one, all else as it was typed.
    Answer sent(const Sound& sound, const Texts& texts, const std::vector<std::string>& confirm) {
        auto body = server::Json::object();
        for (const auto& [name, text] : texts) {
            const auto type = kinds::named(sound.noun).field(name)->type;
            const bool is_number = type == Type::whole || type == Type::number || type == Type::id;
            const auto number = server::Json::parse(text, nullptr, false);
            if (is_number && number.is_number() && text.find_first_of("eE") == std::string::npos) {
                body[name] = number;
            } else {
                body[name] = text;
            }
        }
        if (!sound.areas.empty()) {
            body["areas"] = {{{"region", "chin"}, {"depth_mm", 0.5}, {"passes", 2}}};
        }
        if (!confirm.empty()) {
            body["confirm"] = confirm;
        }
        const auto reply =
            post(fmt::format("/api/v1/patients/{}/{}", chart_, sound.noun), body.dump());
        said_ = std::ostringstream(reply.body, std::ios::ate);
        return reply.status == 201   ? Answer::stored
               : reply.status == 409 ? Answer::asked
                                     : Answer::refused;
    }

    Answer imported(const Sound& sound, const Texts& texts, bool confirmed) {
        const auto file = book().parent_path() / "in.csv";
        std::string header = "patient";
        std::string row = chart_;
        for (const auto& [name, text] : texts) {
            header += "," + name;
            row += ",\"" + text + "\"";
        }
        if (!sound.areas.empty()) {
            header += ",areas";
            row += "," + sound.areas;
        }
        std::ofstream(file, std::ios::binary) << header << "\n" << row << "\n";
        std::vector<std::string> words{
            "import", file.string(), "--as", std::string(kinds::named(sound.noun).plural)};
        if (confirmed) {
            words.insert(words.end(), {"--confirm", "implausible", "--confirm", "duplicate"});
        }
        return run(words);
    }

    std::size_t records(const std::string& noun) {
        return server::Json::parse(get(fmt::format("/api/v1/patients/{}/{}", chart_, noun)).body)
            .size();
    }

    std::string chart_;
    std::ostringstream said_;

  private:
    int patients_ = 0;
};

// The kinds that a person enters, all of them.
TEST_F(Entrances, TableHasEveryKindThatIsEntered) {
    std::size_t entered = 0;
    for (const auto& kind : kinds::of_patients()) {
        entered += kind.owner == schema::Owner::patient && !kind.made_by_program ? 1 : 0;
    }
    EXPECT_EQ(sound_records().size(), entered);
}

TEST_F(Entrances, RefuseAlikeWhatCannotBe) {
    int rows = 0;
    for (const auto& sound : sound_records()) {
        chart_ = new_chart();
        for (const auto& field : kinds::named(sound.noun).fields) {
            for (const auto& text : impossible_texts(field)) {
                const auto texts = with(sound.texts, field.name, text);
                SCOPED_TRACE(fmt::format("{} {}={}", sound.noun, field.name, text.substr(0, 20)));
                EXPECT_EQ(typed(sound, texts, {}), Answer::refused) << "typed " << said_.str();
                EXPECT_EQ(sent(sound, texts, {}), Answer::refused) << "sent " << said_.str();
                EXPECT_EQ(imported(sound, texts, false), Answer::refused)
                    << "import " << said_.str();
                rows += 3;
            }
        }
        EXPECT_EQ(records(sound.noun), 0U) << sound.noun;
    }
    std::cout << rows << " rows\n";
    EXPECT_GE(rows, 500);
}

TEST_F(Entrances, AskAlikeAboutWhatIsUnusualAndTakeItConfirmed) {
    int rows = 0;
    for (const auto& sound : sound_records()) {
        for (const auto& field : kinds::named(sound.noun).fields) {
            for (const auto& text : unusual_texts(field)) {
                const auto texts = with(sound.texts, field.name, text);
                const std::vector<std::string> confirm{std::string(field.name)};
                SCOPED_TRACE(fmt::format("{} {}={}", sound.noun, field.name, text));
                for (const int entrance : {0, 1, 2}) {
                    SCOPED_TRACE(entrance);
                    chart_ = new_chart();
                    const auto enter = [&](bool confirmed) {
                        const auto& said = confirmed ? confirm : std::vector<std::string>{};
                        return entrance == 0   ? typed(sound, texts, said)
                               : entrance == 1 ? sent(sound, texts, said)
                                               : imported(sound, texts, confirmed);
                    };
                    EXPECT_EQ(enter(false), Answer::asked) << said_.str();
                    EXPECT_EQ(records(sound.noun), 0U);
                    EXPECT_EQ(enter(true), Answer::stored) << said_.str();
                    EXPECT_EQ(records(sound.noun), 1U);
                    ++rows;
                }
            }
        }
    }
    std::cout << rows << " rows\n";
    EXPECT_GE(rows, 20);
}

// Blanks around a number are part of what was typed, and no part of a cell.
TEST_F(Entrances, ReadNumbersAlike) {
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
TEST_F(Entrances, TakeNothingOverFromTheRecordBefore) {
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

// An import leaves out what says nothing new.
TEST_F(Entrances, AskAlikeAboutWhatIsThereAlready) {
    for (const auto& sound : sound_records()) {
        SCOPED_TRACE(sound.noun);
        chart_ = new_chart();
        EXPECT_EQ(typed(sound, sound.texts, {}), Answer::stored) << said_.str();
        EXPECT_EQ(typed(sound, sound.texts, {}), Answer::asked) << said_.str();
        EXPECT_EQ(sent(sound, sound.texts, {}), Answer::asked) << said_.str();
        EXPECT_EQ(records(sound.noun), 1U);
        EXPECT_EQ(typed(sound, sound.texts, {"duplicate"}), Answer::stored) << said_.str();
        EXPECT_EQ(sent(sound, sound.texts, {"duplicate"}), Answer::stored) << said_.str();
        EXPECT_EQ(records(sound.noun), 3U);
        EXPECT_EQ(imported(sound, sound.texts, false), Answer::stored) << said_.str();
    }
}

}  // namespace
}  // namespace whole::entrances_test
