#include "app/clinical/safety/anaesthetic_dose.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace clinical::anaesthetic_dose_test {
namespace {

TEST(Strength, IsTheGreatestNumberBeforeAPerCentSign) {
    const std::vector<std::pair<std::string, std::optional<double>>> rows{
        {"lidocaine 30 %", 30},
        {"23%/7% lidocaine and tetracaine", 23},
        {"7%/23%", 23},
        {"5%", 5},
        {"5  %", 5},
        {"2,5% and 2.5%", 2.5},
        {"٣٠٪", 30},
        {"٢٫٥ ٪", 2.5},
        {"%5%", 5},
        {"%", {}},
        {" %", {}},
        {"lidocaine %", {}},
        {"1.2.3 %", {}},
        {"lidocaine 30", {}},
        {"", {}},
    };
    for (const auto& [text, percent] : rows) {
        EXPECT_EQ(percent_in(text), percent) << text;
    }
}

TEST(Strength, ThatIsRecordedGoesBeforeTheOneOfTheText) {
    schema::Session session;
    EXPECT_EQ(percent_of(session), std::nullopt);
    session.anaesthetic = "lidocaine 30 %";
    EXPECT_EQ(percent_of(session), 30);
    session.anaesthetic_percent = 5;
    EXPECT_EQ(percent_of(session), 5);
}

TEST(Dose, IsTenMilligramsForEachGramAndPercent) {
    schema::Session session;
    session.anaesthetic = "lidocaine 5 %";
    EXPECT_EQ(dose_mg(session), std::nullopt);
    session.anaesthetic_grams = 6;
    EXPECT_EQ(dose_mg(session), 300);
}

TEST(Dose, IsAtMostFourAndAHalfMilligramsForEachKilogramAndThreeHundred) {
    schema::Patient patient;
    EXPECT_EQ(greatest_dose_mg(patient), 300);
    patient.weight_kg = 60;
    EXPECT_EQ(greatest_dose_mg(patient), 270);
    patient.weight_kg = 90;
    EXPECT_EQ(greatest_dose_mg(patient), 300);
}

}  // namespace
}  // namespace clinical::anaesthetic_dose_test
