// What rules say stands in app/texts: all of it, in every language, and nothing else.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "app/clinical/safety/finding_phrases.h"
#include "app/texts/table.h"
#include "tests/app/clinical/safety/example_situation.h"

namespace clinical::finding_texts_test {
namespace {

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

template <class Enum>
void add_words(std::set<std::string>& ids) {
    for (std::size_t i = 0; i < schema::Words<Enum>::all.size(); ++i) {
        ids.insert(phrase_of(static_cast<Enum>(i)).id);
    }
}

// Those that the sources name, those of the rules and those of the words of records.
std::set<std::string> ids_in_use() {
    std::set<std::string> ids;
    for (const auto& rule : rules()) {
        ids.insert(text_of(rule).id);
        ids.insert(checks_of(rule).id);
        ids.insert(source_of(rule).id);
    }
    add_words<schema::ConditionKind>(ids);
    add_words<schema::TreatmentKind>(ids);
    add_words<schema::EventKind>(ids);
    add_words<schema::Active>(ids);
    const std::regex whole(R"re("(finding\.[a-z_]+(?:\.[a-z_]+)?)")re");
    const std::regex named(R"re(\b(because|not_judged|of_medicine|add|outside)\(([^;{]*))re");
    const std::regex quoted(R"re("([a-z_]+)")re");
    for (const auto& file :
         std::filesystem::directory_iterator(SOURCE_DIR "/app/clinical/safety")) {
        if (file.path().extension() != ".cpp") {
            continue;
        }
        const auto source = content_of(file.path());
        for (std::sregex_iterator at(source.begin(), source.end(), whole), end; at != end; ++at) {
            ids.insert((*at)[1]);
        }
        if (file.path().filename() == "rules.cpp") {
            continue;  // it adds numbers
        }
        for (std::sregex_iterator at(source.begin(), source.end(), named), end; at != end; ++at) {
            const auto list = (*at)[1] == "not_judged" ? "finding.not_judged." : "finding.because.";
            const auto arguments = (*at)[2].str();
            for (std::sregex_iterator word(arguments.begin(), arguments.end(), quoted); word != end;
                 ++word) {
                ids.insert(list + (*word)[1].str());
            }
        }
    }
    return ids;
}

TEST(FindingTexts, AreThereForAllThatRulesSayInEveryLanguage) {
    const auto ids = ids_in_use();
    EXPECT_GT(ids.size(), 2 * rules().size() + 100);
    ASSERT_GE(texts::languages().size(), 2U);
    for (const auto code : texts::languages()) {
        const auto language = *texts::language_of(code);
        for (const auto& id : ids) {
            EXPECT_TRUE(language.has(id)) << code << " " << id;
        }
    }
}

TEST(FindingTexts, AreAllSaid) {
    const auto ids = ids_in_use();
    for (const auto& pattern : texts::catalogues().front().patterns) {
        if (pattern.id.starts_with("finding.")) {
            EXPECT_TRUE(ids.contains(std::string(pattern.id))) << pattern.id;
        }
    }
}

TEST(FindingTexts, OfTheRulesAreInEnglishWhatTheyWereBeforeThereWasAnyOther) {
    std::ostringstream all;
    for (const auto& rule : rules()) {
        all << rule.id << "\n  looks at " << in_english(checks_of(rule)) << "\n  says "
            << in_english(text_of(rule)) << "\n  source " << in_english(source_of(rule)) << '\n';
    }
    EXPECT_EQ(all.str(), content_of(SOURCE_DIR "/tests/app/clinical/safety/rules.golden.txt"));
}

TEST(FindingTexts, NameWordsOfRecordsAsTheyWereNamed) {
    EXPECT_EQ(in_english(phrase_of(schema::ConditionKind::keloid_tendency)), "keloid tendency");
    EXPECT_EQ(in_english(phrase_of(schema::EventKind::herpes_reactivation)), "herpes reactivation");
    EXPECT_EQ(in_english(phrase_of(schema::EventKind::pih)), "PIH");
    EXPECT_EQ(in_english(phrase_of(schema::Active::vitamin_c)), "vitamin C");
    EXPECT_EQ(in_english(phrase_of(schema::TreatmentKind::peel)), "peel");
}

TEST(FindingTexts, WriteNumbersWithTheDecimalsThatTheyWereRecordedWith) {
    const auto depth = [](double mm) {
        return in_english(in_place(schema::Region::nose, number_of(mm, "mm")));
    };
    EXPECT_EQ(depth(1), "nose: 1 mm");
    EXPECT_EQ(depth(0.25), "nose: 0.25 mm");
    EXPECT_EQ(depth(1.125), "nose: 1.125 mm");
}

// The dose, the sides and the negations of a few rules, in Arabic.
TEST(FindingTexts, AreSaidInArabicWithTheSameNumbersAndPlaces) {
    const auto arabic = texts::language_of("ar")->bare();
    auto situation = nothing_against();
    needle(situation, schema::Region::left_cheek, 3);
    const auto found = findings(situation);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(arabic.text(found[0].because),
              "الخد الأيسر: 3\u00a0مم؛ والحد الأقصى 2.5\u00a0مم حسب ممارسة الخبراء، والرقم من "
              "تقدير البرنامج");
}

}  // namespace
}  // namespace clinical::finding_texts_test
