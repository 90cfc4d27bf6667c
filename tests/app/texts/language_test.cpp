#include "app/texts/language.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/texts/message.h"
#include "app/texts/table.h"
#include "app/texts/words.h"

namespace texts::language_test {
namespace {

using Kind = MessagePiece::Kind;

// The arguments of a message, and those of them that it counts.
struct ArgumentNames {
    std::set<std::string> all;
    std::set<std::string> counted;
    std::map<std::string, std::string> selected;  // with one of its words

    void add(const Message& message) {
        for (const auto& piece : message.pieces) {
            if (piece.kind == Kind::text || piece.kind == Kind::count) {
                continue;
            }
            all.insert(piece.text);
            if (piece.kind == Kind::plural) {
                counted.insert(piece.text);
            }
            for (const auto& form : piece.forms) {
                if (piece.kind == Kind::select) {
                    selected.emplace(piece.text, form.word);
                }
                add(form.says.front());
            }
        }
    }
};

ArgumentNames arguments_of(const Pattern& pattern) {
    ArgumentNames names;
    names.add(message_of(pattern.text));
    return names;
}

std::string sample(const Language& language, const Pattern& pattern, int count) {
    const auto names = arguments_of(pattern);
    Arguments values;
    for (const auto& name : names.all) {
        values.push_back({name,
                          names.counted.contains(name)    ? Value(count)
                          : names.selected.contains(name) ? Value(names.selected.at(name))
                                                          : Value("<" + name + ">")});
    }
    return language.text(pattern.id, values);
}

// Every text, and of those that count the text of one.
std::string every_text(const Language& language, const Catalogue& catalogue) {
    std::string all;
    for (const auto& pattern : catalogue.patterns) {
        const auto many = sample(language, pattern, 4);
        all += std::string(pattern.id) + ": " + many + "\n";
        if (const auto one = sample(language, pattern, 1); one != many) {
            all += "  one: " + one + "\n";
        }
    }
    return all;
}

void expect_golden(const std::string& all, const std::string& name) {
    std::ifstream file(SOURCE_DIR "/tests/app/texts/" + name);
    std::ostringstream golden;
    golden << file.rdbuf();
    if (all != golden.str()) {
        const auto seen = testing::TempDir() + name;
        std::ofstream(seen) << all;
        ADD_FAILURE() << "diff tests/app/texts/" << name << " " << seen
                      << "\nand copy it there if the new texts are the better ones";
    }
    EXPECT_EQ(all.find('{'), std::string::npos) << "an argument without a value";
}

TEST(TextsOfEnglish, AreTheGoldenOnes) {
    expect_golden(every_text(english(), catalogues().front()), "texts_en.golden.txt");
}

// What a patient or the clinic reads as sentences; what rules find, tests/texts/findings.json has.
constexpr std::array<std::string_view, 6> sentence_areas{
    "benefit.", "care.", "gap.", "printed.", "sentence.", "verdict."};

// Whole sentences, each of what it counts with every plural form; names of things are in the lists.
std::string every_sentence(const Language& language, const Catalogue& catalogue) {
    std::string all;
    for (const auto& pattern : catalogue.patterns) {
        const bool is_sentence =
            std::any_of(sentence_areas.begin(), sentence_areas.end(), [&](auto area) {
                return pattern.id.starts_with(area);
            });
        if (!is_sentence) {
            continue;
        }
        all += std::string(pattern.id) + ": ";
        std::string last;
        for (const int count : {0, 1, 2, 3, 11, 100}) {
            const auto text = sample(language, pattern, count);
            if (text != last) {
                all += (last.empty() ? "" : "\n  " + std::to_string(count) + ": ") + text;
            }
            last = text;
        }
        all += "\n";
    }
    return all;
}

TEST(TextsOfArabic, SayTheGoldenSentences) {
    const auto all = catalogues();
    const auto arabic =
        std::find_if(all.begin(), all.end(), [](const auto& each) { return each.code == "ar"; });
    ASSERT_NE(arabic, all.end());
    expect_golden(every_sentence(language_of("ar")->bare(), *arabic), "texts_ar.golden.txt");
}

TEST(Languages, AreThoseThatHaveEveryTextWithTheSameArguments) {
    ASSERT_EQ(catalogues().front().code, "en");
    const auto& all = catalogues().front().patterns;
    EXPECT_GT(all.size(), 500U);
    for (const auto& catalogue : catalogues()) {
        ASSERT_EQ(catalogue.patterns.size(), all.size()) << catalogue.code;
        for (std::size_t i = 0; i < all.size(); ++i) {
            EXPECT_EQ(catalogue.patterns[i].id, all[i].id) << catalogue.code;
            EXPECT_EQ(arguments_of(catalogue.patterns[i]).all, arguments_of(all[i]).all)
                << catalogue.code << ": " << all[i].id;
        }
        EXPECT_TRUE(language_of(catalogue.code)) << catalogue.code;
    }
    EXPECT_FALSE(language_of("tlh"));
    EXPECT_FALSE(language_of(""));
}

// As app/json/phrase_json.cpp writes it. An argument's name is a literal, so these are kept.
Phrase phrase_of_json(const nlohmann::json& json);

Value value_of_json(const nlohmann::json& json) {
    if (json.is_number()) {
        return json.get<int>();
    }
    if (json.is_string()) {
        return json.get<std::string>();
    }
    if (json.is_array()) {
        Value::List list;
        for (const auto& each : json) {
            list.push_back(value_of_json(each));
        }
        return list;
    }
    if (json.contains("id")) {
        return phrase_of_json(json);
    }
    if (json.contains("number")) {
        return Number{json["number"].get<double>(),
                      json["decimals"].get<int>(),
                      json.value("signed", false),
                      json.value("unit", "")};
    }
    const auto form = json["form"].get<std::string>();
    return When{*schema::PartialDate::read(json["date"].get<std::string>()),
                form == "record"  ? DateForm::record
                : form == "words" ? DateForm::words
                                  : DateForm::weekday,
                json.value("year", true),
                json.value("clock", "")};
}

Phrase phrase_of_json(const nlohmann::json& json) {
    static std::set<std::string> names;
    Phrase phrase{json["id"].get<std::string>()};
    for (const auto& [name, value] : json["values"].items()) {
        phrase.values.push_back({*names.insert(name).first, value_of_json(value)});
    }
    return phrase;
}

TEST(Language, WritesAPhraseAsThePagesDo) {
    std::ifstream file(SOURCE_DIR "/tests/texts/phrases.json");
    const auto all = nlohmann::json::parse(file);
    EXPECT_GT(all.size(), 25U);
    for (const auto& each : all) {
        EXPECT_EQ(english().sentence(phrase_of_json(each)), each["text"].get<std::string>());
    }
}

// The program isolates every value, the pages those that would turn round.
std::string without_isolates(std::string text) {
    for (const std::string_view mark : {"\u2066", "\u2068", "\u2069"}) {
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
            text.erase(at, mark.size());
        }
    }
    return text;
}

TEST(Language, WritesWhatRulesFindAsThePagesDoInBothLanguages) {
    std::ifstream file(SOURCE_DIR "/tests/texts/findings.json");
    const auto all = nlohmann::json::parse(file);
    EXPECT_GT(all.size(), 80U);
    for (const auto& each : all) {
        const auto phrase = phrase_of_json(each);
        EXPECT_EQ(english().text(phrase), each["en"].get<std::string>());
        EXPECT_EQ(without_isolates(language_of("ar")->text(phrase)), each["ar"].get<std::string>());
    }
}

TEST(Language, PutsValuesInThePlaceOfArguments) {
    EXPECT_EQ(
        english().text("sentence.clinic.due", {{"date", When{*schema::Date::of(2026, 5, 11)}}}),
        "The next session is due on 2026-05-11.");
    EXPECT_EQ(english().text("sentence.part.ends",
                             {{"low", Number{0, 0}},
                              {"low_name", Phrase{"instrument.low.ecca"}},
                              {"high", Number{540, 0}},
                              {"high_name", Phrase{"instrument.high.ecca"}}}),
              "(0 is no scars, 540 is the most)");
    EXPECT_EQ(english().text("sentence.patient.have_gaps",
                             {{"list", Value::List{"Ours", Phrase{"instrument.everyday.tewl"}}}}),
              "Not measured lately: Ours, Water lost through the skin.");
}

TEST(Language, CountsByTheRulesOfCldr) {
    const auto of = [](const Value& count) {
        return english().text("sentence.clinic.more_gaps", {{"count", count}});
    };
    EXPECT_EQ(of(1), "1 more thing is missing or old.");
    EXPECT_EQ(of(0), "0 more things are missing or old.");
    EXPECT_EQ(of(1234), "1,234 more things are missing or old.");
}

TEST(Language, WritesUnitsByTheNumberAsItIsWritten) {
    const auto of = [](double value, int decimals, const char* unit, bool is_signed = false) {
        return english().written(Number{value, decimals, is_signed, unit});
    };
    EXPECT_EQ(of(1, 0, "{score}"), "1 point");
    EXPECT_EQ(of(-1, 0, "{score}", true), "−1 point");
    EXPECT_EQ(of(0.96, 0, "{score}"), "1 point");
    EXPECT_EQ(of(1, 1, "{score}"), "1.0 points");
    EXPECT_EQ(of(27, 0, "{lesions}"), "27 lesions");
    EXPECT_EQ(of(12.5, 1, "g/(m2.h)", true), "+12.5 g/(m²·h)");
    EXPECT_EQ(of(3, 0, "[arb'U]"), "3 arbitrary units");
    EXPECT_EQ(of(1, 0, "{comedos}"), "1 comedo") << "of a clinic's own scale";
    EXPECT_EQ(of(2, 0, "{comedos}"), "2 comedos");
    EXPECT_EQ(of(2, 0, "1"), "2");
}

TEST(Language, WritesDaysAsTheirReaderWantsThem) {
    const auto of = [](const char* on, DateForm form, bool with_year, const char* clock = "") {
        return english().written(When{*schema::PartialDate::read(on), form, with_year, clock});
    };
    EXPECT_EQ(of("2026-05-04", DateForm::record, true), "2026-05-04");
    EXPECT_EQ(of("2026-05", DateForm::record, true), "2026-05");
    EXPECT_EQ(of("2026-05-04", DateForm::words, false), "4 May");
    EXPECT_EQ(of("2026-05-04", DateForm::words, true), "4 May 2026");
    EXPECT_EQ(of("2026-05", DateForm::words, true), "May 2026");
    EXPECT_EQ(of("2026-05", DateForm::words, false), "May");
    EXPECT_EQ(of("2026", DateForm::words, false), "2026");
    EXPECT_EQ(of("2026-05-04", DateForm::weekday, false, "09:30"), "Monday 4 May, 09:30");
    EXPECT_EQ(of("2023-12-31", DateForm::weekday, true), "Sunday 31 December 2023");
}

TEST(Language, BeginsASentenceThatBeginsWithAPhraseWithACapital) {
    const auto of = [](const Value& event) {
        return english().sentence({"sentence.patient.event_long", {{"event", event}}});
    };
    EXPECT_TRUE(of(Phrase{"word.everyday_event.pih"}).starts_with("Dark marks: "));
    EXPECT_TRUE(of("iPhone rash").starts_with("iPhone rash: ")) << "somebody's own text stays";
}

TEST(Language, ShowsWhatIsMissingAndDoesNotFail) {
    EXPECT_EQ(english().text("sentence.clinic.of_no_such_name"), "sentence.clinic.of_no_such_name");
    EXPECT_EQ(english().text("sentence.clinic.due"), "The next session is due on {date}.");
    EXPECT_FALSE(english().has("sentence.clinic.of_no_such_name"));
}

template <HasWords Enum>
void expect_words() {
    for (const auto word : schema::Words<Enum>::all) {
        const auto phrase = phrase_of(*schema::read_word<Enum>(word));
        EXPECT_TRUE(english().has(phrase.id)) << phrase.id;
    }
}

TEST(Words, OfRecordsHaveATextEach) {
    expect_words<schema::Region>();
    expect_words<schema::Concern>();
    expect_words<schema::Device>();
    expect_words<schema::Endpoint>();
    expect_words<schema::EventKind>();
    expect_words<schema::Sex>();
    expect_words<schema::NoiseKind>();
    expect_words<schema::Level>();
    EXPECT_EQ(english().text(phrase_of(schema::Region::left_cheek)), "left cheek");
}

}  // namespace
}  // namespace texts::language_test
