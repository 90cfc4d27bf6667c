#include "app/texts/umm_al_qura.h"

#include <fstream>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/texts/language.h"

namespace texts::umm_al_qura_test {
namespace {

nlohmann::json published() {
    return nlohmann::json::parse(std::ifstream(SOURCE_DIR "/tests/texts/umm_al_qura.json"));
}

schema::Date day(const nlohmann::json& text) {
    return *schema::Date::read(text.get<std::string>());
}

// The pages are held to the same days and texts.
TEST(UmmAlQura, HasTheDaysThatWerePublished) {
    const auto days = published()["days"];
    EXPECT_GT(days.size(), 15U);
    for (const auto& each : days) {
        const UmmAlQuraDay found{
            each["year"].get<int>(), each["month"].get<int>(), each["day"].get<int>()};
        EXPECT_EQ(umm_al_qura(day(each["on"])), found) << each.dump();
    }
}

TEST(UmmAlQura, EndsWhereNoTableIsPublished) {
    const auto beyond = published()["beyond"];
    EXPECT_EQ(umm_al_qura(*schema::Date::of(1882, 11, 12)), (UmmAlQuraDay{1300, 1, 1}));
    EXPECT_EQ(umm_al_qura(*schema::Date::of(2174, 11, 25)), (UmmAlQuraDay{1600, 12, 30}));
    for (const auto& each : beyond) {
        EXPECT_FALSE(umm_al_qura(day(each))) << each;
        EXPECT_FALSE(english().umm_al_qura(day(each))) << each;
    }
}

TEST(UmmAlQura, IsWrittenInTheLanguageAndDigitsOfTheReader) {
    const auto texts = published()["texts"];
    for (const auto& each : texts) {
        const auto language = each["language"].get<std::string>();
        const auto digits =
            language == "ar-u-nu-arab" ? schema::Digits::arab : schema::Digits::latn;
        const auto written = language_of(language.substr(0, 2))->in(digits).bare();
        EXPECT_EQ(written.umm_al_qura(day(each["on"])), each["text"].get<std::string>());
    }
}

}  // namespace
}  // namespace texts::umm_al_qura_test
