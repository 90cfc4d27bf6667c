// What cannot be, what is unusual and what is there already is treated alike at every entrance:
// command line, interface, import. The rows are made from the descriptions of the kinds. (How the
// pages make a body of what is typed: tests/app/web/app/record_form.test.ts.)

#include "tests/whole/entrances.h"

#include <iostream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "schema/kinds/kinds.h"
#include "schema/types/text.h"
#include "schema/types/text_bounds.h"

namespace whole::entrances_test {
namespace {

using kinds::Field;

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
                "2026-02-30", "2026-13-01", "1899-12-31", "some day", "01/02/2026", "1985-01-01"};
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

// The kinds that a person enters, all of them.
TEST_F(Entrances, TableHasEveryKindThatIsEntered) {
    std::size_t entered = 0;
    for (const auto& kind : kinds::of_patients()) {
        entered += kind.owner == schema::Owner::patient && kind.is_entered_as_others() ? 1 : 0;
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
