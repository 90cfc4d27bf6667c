#include "app/import/proposal/header_words.h"

#include <set>

#include <gtest/gtest.h>

#include "app/import/file_kinds.h"
#include "app/import/proposal/column_meanings.h"
#include "app/import/proposal/header_offsets.h"
#include "schema/types/text.h"

namespace exchange::header_words_test {
namespace {

schema::Instrument scale(const char* code, const char* name) {
    schema::Instrument made;
    made.code = code;
    made.name = name;
    return made;
}

const std::vector<schema::Instrument>& scales() {
    static const std::vector<schema::Instrument> all{
        scale("iga", "Investigator's Global Assessment"),
        scale("tewl", "Transepidermal water loss"),
        scale("goodman_baron_grade", "Goodman-Baron qualitative grade (1 to 4)"),
        scale("goodman_baron_score", "Goodman-Baron quantitative score")};
    return all;
}

// The fields that a header can be, the weak ones with a question mark.
std::string meanings(std::string_view kind, std::string_view header) {
    std::string text;
    for (const auto& each : file_kinds()) {
        if (each.name != kind) {
            continue;
        }
        for (const auto& found : meanings_of(header, each.vocabulary(scales()), scales())) {
            text +=
                (text.empty() ? "" : " ") + found.field + (found.naming == Naming::weak ? "?" : "");
        }
    }
    return text;
}

TEST(HeaderWords, AreComparedWithoutCaseAccentsPunctuationAndBlanks) {
    EXPECT_EQ(folded_header("Chart No."), folded_header("chart_no"));
    EXPECT_EQ(folded_header("Né(e) le"), folded_header("NEE LE"));
    EXPECT_EQ(folded_header("الإسم"), folded_header("الاسم"));
    EXPECT_EQ(folded_header("زيارة ٢"), folded_header("زيارة 2"));
    EXPECT_NE(folded_header("Chart"), folded_header("Charts"));
    EXPECT_EQ(folded_header(" - "), "");
}

TEST(HeaderWords, EveryWordOfTheTableIsForAFieldOfSomeKind) {
    for (const auto& row : header_words()) {
        bool is_known =
            row.field == "first name" || row.field == "last name" || row.field == "clock";
        for (const auto& kind : file_kinds()) {
            const auto vocabulary = kind.vocabulary(scales());
            for (const auto& field : schema::split(row.field, '|')) {
                is_known = is_known || vocabulary.find(field).has_value();
            }
        }
        // Instruments of the catalogue, and the parts of a session, which have columns by region.
        const std::set<std::string_view> elsewhere{"ecca",
                                                   "dlqi",
                                                   "gags",
                                                   "masi",
                                                   "pain_vas",
                                                   "hydration",
                                                   "sebum",
                                                   "depth_mm",
                                                   "passes",
                                                   "lesions_total",
                                                   "lesions_inflammatory",
                                                   "lesions_noninflammatory"};
        EXPECT_TRUE(is_known || elsewhere.contains(row.field)) << row.word << " " << row.field;
    }
}

TEST(HeaderWords, NameThePatientInThreeLanguages) {
    for (const auto* header : {"Chart",
                               "CHART NO",
                               "File no.",
                               "MRN",
                               "Patient ID",
                               "Dossier",
                               "N° de dossier",
                               "رقم الملف",
                               "chart"}) {
        EXPECT_EQ(meanings("patients", header), "chart") << header;
    }
    EXPECT_EQ(meanings("patients", "ID"), "chart?");
    EXPECT_EQ(meanings("patients", "Colour"), "");
}

TEST(HeaderWords, NameWhoThePatientIs) {
    EXPECT_EQ(meanings("patients", "DOB"), "born");
    EXPECT_EQ(meanings("patients", "Né(e) le"), "born");
    EXPECT_EQ(meanings("patients", "تاريخ الميلاد"), "born");
    EXPECT_EQ(meanings("patients", "Gender"), "sex");
    EXPECT_EQ(meanings("patients", "Sexe"), "sex");
    EXPECT_EQ(meanings("patients", "Skin"), "fitzpatrick");
    EXPECT_EQ(meanings("patients", "Full name"), "name");
    EXPECT_EQ(meanings("sessions", "Full name"), "");
}

TEST(HeaderWords, ADateIsTheMomentOfARecordButNotOfAPerson) {
    EXPECT_EQ(meanings("sessions", "Visit date"), "at");
    EXPECT_EQ(meanings("acne", "التاريخ"), "on");
    EXPECT_EQ(meanings("acne", "Date (dd/mm/yyyy)"), "on");
    EXPECT_EQ(meanings("patients", "Date"), "born?");
    EXPECT_EQ(meanings("scores", "Visit"), "at?");
}

TEST(HeaderWords, AnInstrumentIsNamedByCodeByNameAndWithATimeBesideIt) {
    EXPECT_EQ(meanings("scores", "IGA"), "iga");
    EXPECT_EQ(meanings("scores", "investigator's global assessment"), "iga");
    EXPECT_EQ(meanings("scores", "IGA week 4"), "iga@4w");
    EXPECT_EQ(meanings("scores", "IGA_w8"), "iga@8w");
    EXPECT_EQ(meanings("scores", "iga 3 months"), "iga@3m");
    EXPECT_EQ(meanings("scores", "Week 12 IGA"), "iga@12w");
    EXPECT_EQ(meanings("scores", "IGA baseline"), "iga@0d");
    EXPECT_EQ(meanings("scores", "TEWL left cheek"), "tewl@left_cheek");
    EXPECT_EQ(meanings("scores", "Visit 2 IGA"), "");  // no time is said
    EXPECT_EQ(meanings("scores", "iga_score"), "iga");
    EXPECT_EQ(meanings("scores", "Total IGA"), "iga");
    EXPECT_EQ(meanings("scores", "IGA score week 4"), "iga@4w");
    EXPECT_EQ(meanings("scores", "visit.iga"), "iga");  // a path into JSON
    EXPECT_EQ(meanings("scores", "score"), "value");
    EXPECT_EQ(meanings("scores", "IGA\n0-4"), "iga");
    EXPECT_EQ(meanings("scores", "IGA /4"), "iga");
    EXPECT_EQ(meanings("scores", "IGA 0 – 4"), "iga");
    EXPECT_EQ(meanings("scores", "IGA-2"), "");
    EXPECT_EQ(meanings("scores", "IGA 2026-01"), "");
    EXPECT_EQ(meanings("scores", "0-4"), "");
    EXPECT_EQ(meanings("scores", "4"), "");
    EXPECT_EQ(meanings("scores", "IGA scored by"), "");
    EXPECT_EQ(meanings("scores", "Goodman"), "goodman_baron_grade goodman_baron_score");
}

TEST(HeaderWords, APartIsNamedByItsWords) {
    EXPECT_EQ(meanings("acne", "Forehead papules"), "forehead.papules");
    EXPECT_EQ(meanings("sessions", "Left cheek depth mm"), "left_cheek.depth_mm");
    EXPECT_EQ(meanings("acne", "Left papules"), "");
    EXPECT_EQ(meanings("acne", "Papules"), "papules");
    EXPECT_EQ(meanings("acne", "Open comedones"), "open_comedones");
    EXPECT_EQ(meanings("acne", "Kystes"), "cysts");
    EXPECT_EQ(meanings("questionnaires", "Item 1"), "item1");
    EXPECT_EQ(meanings("acne", "Hours"), "");
    EXPECT_EQ(meanings("sessions", "Depth (mm)"), "depth_mm");
    EXPECT_EQ(meanings("sessions", "Passes"), "passes");
}

TEST(HeaderOffsets, AreANumberWithItsUnitInEitherOrder) {
    EXPECT_EQ(offset_named("week 4"), "4w");
    EXPECT_EQ(offset_named("4 wks"), "4w");
    EXPECT_EQ(offset_named("semaine 8"), "8w");
    EXPECT_EQ(offset_named("أسبوع 12"), "12w");
    EXPECT_EQ(offset_named("day 0"), "0d");
    EXPECT_EQ(offset_named("3 mois"), "3m");
    EXPECT_EQ(offset_named("visit 2"), "");
    EXPECT_EQ(offset_named("week"), "");
    EXPECT_EQ(offset_named("4"), "");
    EXPECT_EQ(offset_named("w4w"), "");
}

}  // namespace
}  // namespace exchange::header_words_test
