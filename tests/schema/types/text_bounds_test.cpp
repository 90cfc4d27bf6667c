#include "schema/types/text_bounds.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "schema/kinds/record_text.h"
#include "schema/records/patient.h"

namespace schema::text_bounds_test {
namespace {

std::string times(std::size_t count, const std::string& text) {
    std::string all;
    while (count-- > 0) {
        all += text;
    }
    return all;
}

Problem problem_of(std::string_view field, const std::string& text) {
    Patient patient;
    std::vector<Problem> problems;
    kinds::set_field(patient, field, text, "here", problems);
    return problems.empty() ? Problem{} : problems.front();
}

TEST(TextBounds, CountCharactersAndNotBytes) {
    for (const auto& [field, most] : std::vector<std::pair<std::string, std::size_t>>{
             {"chart", 64}, {"name", 200}, {"address", 20'000}, {"note", 20'000}}) {
        for (const auto* character : {"a", "ه", "名", "😀"}) {
            SCOPED_TRACE(field + " " + character);
            EXPECT_EQ(problem_of(field, times(most, character)), Problem{});
            EXPECT_NE(
                problem_of(field, times(most + 1, character)).what.find(std::to_string(most + 1)),
                std::string::npos);
        }
    }
}

TEST(TextBounds, RefuseControlCharactersAndSayWhichAndWhere) {
    EXPECT_EQ(
        problem_of("name",
                   "Hu\x07"
                   "da"),
        (Problem{
            "here", "name holds U+0007 at character 3", "give one line of at most 200 characters"}
             .as("character",
                 {{"at", 3}, {"form", schema::Phrase("error.form.line", {{"most", 200}})}})));
    for (const auto* control : {"\x01", "\x1b", "\x7f", "\u0085", "\u009b"}) {
        for (const auto* field : {"chart", "name", "address", "note"}) {
            EXPECT_NE(problem_of(field, std::string("a") + control + "b"), Problem{}) << field;
        }
    }
    EXPECT_NE(problem_of("name", "a\nb"), Problem{});
    EXPECT_NE(problem_of("name", "a\tb"), Problem{});
    EXPECT_NE(problem_of("name", "a\u2028b"), Problem{});
    EXPECT_EQ(problem_of("note", "a\nb\tc"), Problem{});
}

TEST(TextBounds, KeepTheMarksThatNamesAreWrittenWith) {
    for (const auto* name :
         {"می\u200Cخواهم", "\u200Fهدى\u200E", "Zoe\u0308", "D’Arcy", "\u202Dx"}) {
        EXPECT_EQ(problem_of("name", name), Problem{}) << name;
    }
}

TEST(TextBounds, OfAChartNumberAreOnePrintableWordOfAnAddress) {
    for (const auto* chart : {"C-001", "J 28", "%2F", "a/b", "..a", "أ-١٢", "-", "C#1?x=y"}) {
        EXPECT_EQ(problem_of("chart", chart), Problem{}) << chart;
    }
    for (const auto* chart : {"",
                              "  ",
                              ".",
                              "..",
                              " .. ",
                              "．",
                              "\u200B",
                              "\uFE0F",
                              "a\u200Eb",
                              "a\u202Eb",
                              "a\uE000b",
                              "a\tb",
                              "#REF!",
                              "1.00123E+11"}) {
        EXPECT_NE(problem_of("chart", chart), Problem{}) << chart;
    }
    EXPECT_EQ(problem_of("chart", "1E+05").remedy, "format the column as text and save again");
}

TEST(TextBounds, ErrorsOfASpreadsheetMayStandInNotesOnly) {
    for (const auto* field : {"name", "name_ar", "address"}) {
        EXPECT_NE(problem_of(field, "#N/A"), Problem{}) << field;
        EXPECT_EQ(problem_of(field, "1E+05"), Problem{}) << field;
    }
    EXPECT_EQ(problem_of("note", "#N/A"), Problem{});
}

TEST(TextBounds, OfATelephoneNumberAreItsDigits) {
    for (const auto* telephone : {"0100 123 4567",
                                  "+20 100-123-4567",
                                  "(02) 2555.1234",
                                  "٠١٠٠١٢٣٤٥٦٧",
                                  "12345",
                                  " 0100123456\u200E ",
                                  "123456789012345"}) {
        EXPECT_EQ(problem_of("telephone", telephone), Problem{}) << telephone;
        EXPECT_EQ(contact_field(telephone), "telephone") << telephone;
    }
    for (const auto* text : {"1234",
                             "1234567890123456",
                             "0100 123 4567 at night",
                             "0100123456/0111222333",
                             "01+00123",
                             "+",
                             "1E+05",
                             "#N/A"}) {
        EXPECT_NE(problem_of("telephone", text), Problem{}) << text;
    }
    EXPECT_EQ(problem_of("telephone", "1234").what, "telephone has 4 digits");
    EXPECT_EQ(problem_of("telephone", "1.00123E+11").remedy,
              "format the column as text and save again");
    EXPECT_EQ(contact_field("1.00123E+11"), "telephone") << "and is refused as one";
}

TEST(TextBounds, OfAnEmailAddressAreOneSignAtAndNoBlank) {
    for (const auto* email : {"huda@example.org", "a@b", "هدى@مثال.مصر", " huda@example.org "}) {
        EXPECT_EQ(problem_of("email", email), Problem{}) << email;
    }
    for (const auto* text :
         {"huda", "huda@", "@example.org", "a@b@c", "huda @example.org", "a@b, c@d"}) {
        EXPECT_NE(problem_of("email", text), Problem{}) << text;
    }
    EXPECT_EQ(contact_field("huda@example.org"), "email");
    for (const auto* text :
         {"7 Nile Street, Cairo", "huda@example.org 0100123456", "1234", "@huda"}) {
        EXPECT_EQ(contact_field(text), "address") << text;
    }
}

TEST(TextBounds, KeepAChartNumberWithoutTheBlanksAndMarksAroundIt) {
    Patient patient;
    std::vector<Problem> problems;
    kinds::set_field(patient, "chart", " \u200F\u00A0J 28\u200E ", "", problems);
    EXPECT_EQ(patient.chart, "J 28");
    kinds::set_field(patient, "note", "a\r\nb", "", problems);
    EXPECT_EQ(patient.note, "a\nb");
    EXPECT_TRUE(problems.empty());
}

TEST(TextBounds, LetStandWhatAnOlderBookHolds) {
    Patient patient;
    patient.name = "old\x07name";
    std::vector<Problem> problems;
    kinds::set_field(patient, "name", "old\x07name", "", problems);
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(patient.name, "old\x07name");
    kinds::set_field(patient, "name", "other\x07name", "", problems);
    EXPECT_EQ(problems.size(), 1U);
}

TEST(TextBounds, NeverRepeatTheText) {
    std::vector<Problem> problems;
    check_text("reason", "secret\x01", "reason", problems);
    check_text("rater", times(201, "x"), "rater", problems);
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].what, "holds U+0001 at character 7");
    EXPECT_EQ(problems[1].what, "has 201 characters");
    check_text("rater", "Dr Saleh", "rater", problems);
    EXPECT_EQ(problems.size(), 2U);
}

}  // namespace
}  // namespace schema::text_bounds_test
