#include "app/texts/figures.h"

#include <fstream>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unicode/dcfmtsym.h>

#include "app/texts/isolate.h"
#include "app/texts/language.h"

namespace texts::figures_test {
namespace {

Numerals numerals_of(const std::string& language) {
    return language == "en"             ? Numerals::english
           : language == "ar-u-nu-latn" ? Numerals::arabic_western
                                        : Numerals::arabic_indic;
}

std::optional<int> decimals_of(const nlohmann::json& example) {
    const auto& decimals = example["decimals"];
    return decimals.is_null() ? std::nullopt : std::optional(decimals.get<int>());
}

Language language_named(const std::string& language) {
    return language == "en"
               ? english()
               : language_of("ar")->in(language == "ar-u-nu-arab" ? schema::Digits::arab
                                                                  : schema::Digits::latn);
}

// The pages are held to the same.
TEST(Figures, AreThoseThatThePagesShow) {
    std::ifstream file(SOURCE_DIR "/tests/texts/figures.json");
    const auto all = nlohmann::json::parse(file);
    EXPECT_GT(all.size(), 50U);
    for (const auto& example : all) {
        const auto language = example["language"].get<std::string>();
        const auto unit = example["unit"].get<std::string>();
        const auto value = example["value"].get<double>();
        const auto text = example["text"].get<std::string>();
        SCOPED_TRACE(example.dump());
        const bool is_signed = example.value("signed", false);
        if (unit.empty()) {
            EXPECT_EQ(is_signed ? signed_figure(value, *decimals_of(example), numerals_of(language))
                                : figure(value, decimals_of(example), numerals_of(language)),
                      text);
            continue;
        }
        const auto number = figure(value, decimals_of(example));
        const auto point = number.find('.');
        const auto decimals = point == std::string::npos ? 0 : number.size() - point - 1;
        EXPECT_EQ(language_named(language).written(
                      Number{value, static_cast<int>(decimals), is_signed, unit}),
                  text);
    }
}

TEST(Figures, HaveTheMarksOfCldr) {
    const auto mark = [](const char* locale, icu::DecimalFormatSymbols::ENumberFormatSymbol which) {
        auto status = U_ZERO_ERROR;
        std::string text;
        icu::DecimalFormatSymbols(icu::Locale(locale), status).getSymbol(which).toUTF8String(text);
        return text;
    };
    using Symbols = icu::DecimalFormatSymbols;
    for (const auto& [locale, numerals] : {std::pair("ar@numbers=latn", Numerals::arabic_western),
                                           {"ar@numbers=arab", Numerals::arabic_indic}}) {
        SCOPED_TRACE(locale);
        const auto minus = mark(locale, Symbols::kMinusSignSymbol);
        const auto plus = mark(locale, Symbols::kPlusSignSymbol);
        const auto one = mark(locale, Symbols::kOneDigitSymbol);
        const auto zero = mark(locale, Symbols::kZeroDigitSymbol);
        const auto group = mark(locale, Symbols::kGroupingSeparatorSymbol);
        const auto decimal = mark(locale, Symbols::kDecimalSeparatorSymbol);
        EXPECT_EQ(signed_figure(-1000.1, 1, numerals),
                  isolated(minus + one + group + zero + zero + zero + decimal + one));
        EXPECT_EQ(signed_figure(1, 0, numerals), isolated(plus + one));
    }
}

TEST(Figures, KeepADigitOfWhatIsSmallAndGroupWhatIsLarge) {
    EXPECT_EQ(figure(0.0456, std::nullopt), "0.0456");
    EXPECT_EQ(figure(-0.00012345, std::nullopt), "−0.000123");
    EXPECT_EQ(figure(1000000, 0), "1,000,000");
    EXPECT_EQ(figure(-1234.5, 2), "−1,234.50");
    EXPECT_EQ(figure(123, 0), "123");
    EXPECT_EQ(figure(999999999999999, 0), "999,999,999,999,999");
    EXPECT_EQ(figure(2.345e15, 0), "2.34e+15");
    EXPECT_EQ(figure(-2.345e15, 0), "−2.34e+15");
}

TEST(Digits, OfAYearOrAClockAreTurnedAndNothingElse) {
    EXPECT_EQ(in_digits("2026-05", Numerals::arabic_indic), "٢٠٢٦-٠٥");
    EXPECT_EQ(in_digits("10:30", Numerals::arabic_western), "10:30");
}

}  // namespace
}  // namespace texts::figures_test
