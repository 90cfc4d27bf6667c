#include "app/cli/pages/plain_words.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "schema/types/region.h"
#include "schema/types/verdict.h"

namespace cli::plain_words_test {
namespace {

template <class Enum>
void expect_plain() {
    for (std::size_t i = 0; i < schema::Words<Enum>::all.size(); ++i) {
        const auto text = plain(static_cast<Enum>(i));
        EXPECT_FALSE(text.empty());
        EXPECT_EQ(text.find('_'), std::string::npos) << text;
    }
}

TEST(PlainWords, AreThereForEveryEnumerator) {
    expect_plain<schema::Concern>();
    expect_plain<schema::Device>();
    expect_plain<schema::Endpoint>();
    expect_plain<schema::EventKind>();
    expect_plain<schema::Region>();
    expect_plain<schema::Verdict>();
}

TEST(PlainUnit, IsUcumAsItIsPrinted) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"{score}", "points"},
        {"{lesions}", "lesions"},
        {"g/(m2.h)", "g/(m²·h)"},
        {"ug/cm2", "µg/cm²"},
        {"[arb'U]", "arbitrary units"},
        {"%", "%"},
        {"mm", "mm"},
        {"1", ""},
    };
    for (const auto& [ucum, printed] : cases) {
        EXPECT_EQ(plain_unit(ucum), printed);
    }
}

TEST(PlainInterval, NamesItsUnit) {
    EXPECT_EQ(plain(schema::Interval{4, 'w'}), "every 4 weeks");
    EXPECT_EQ(plain(schema::Interval{1, 'm'}), "every month");
    EXPECT_EQ(plain(schema::Interval{28, 'd'}), "every 28 days");
}

TEST(Severity, IsInWords) {
    EXPECT_EQ(plain_severity(1), "mild");
    EXPECT_EQ(plain_severity(5), "death");
    EXPECT_EQ(plain_severity(6), "severity 6");
}

}  // namespace
}  // namespace cli::plain_words_test
