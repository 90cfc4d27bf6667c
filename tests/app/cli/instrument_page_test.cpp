#include "app/cli/instrument_page.h"

#include <string>

#include <gtest/gtest.h>

#include "app/cli/display_text.h"
#include "app/clinical/catalogue.h"
#include "schema/types/text.h"

namespace cli::instrument_page_test {
namespace {

schema::Instrument built_in(std::string_view code) {
    return clinical::instrument_of(*clinical::find_scale(code));
}

bool has(const std::string& text, std::string_view piece) {
    return text.find(piece) != std::string::npos;
}

void expect_fits(const std::string& text, int width) {
    for (const auto line : schema::split(text, '\n')) {
        EXPECT_LE(display_width(line), width) << line;
        EXPECT_FALSE(line.ends_with(' ')) << line;
    }
}

TEST(InstrumentPage, FitsTheTerminal) {
    for (const int width : {60, 80, 100, 140}) {
        SCOPED_TRACE(width);
        if (width >= 80) {
            expect_fits(instrument_list(clinical::catalogue(), width), width);
        }
        for (const auto& instrument : clinical::catalogue()) {
            expect_fits(instrument_page(instrument, width), width);
        }
    }
}

TEST(InstrumentPage, OfGagsHasEveryFact) {
    EXPECT_EQ(instrument_page(built_in("gags"), 80),
              "Global Acne Grading System\n"
              "\n"
              "  code        gags\n"
              "  range       0 to 44\n"
              "  step        1\n"
              "  unit        points (UCUM {score})\n"
              "  better      lower\n"
              "  about       active acne\n"
              "  formula     Factor × grade of each site, summed. Factors: forehead 2, right\n"
              "              cheek 2, left cheek 2, nose 1, chin 1, chest and upper back\n"
              "              together 3.\n"
              "              Grade: the worst lesion of the site whatever the counts, 0 none, 1\n"
              "              comedone, 2 papule, 3 pustule, 4 nodule or cyst.\n"
              "              Every site must have been examined.\n"
              "  bands       0           clear\n"
              "              1 to 18     mild\n"
              "              19 to 30    moderate\n"
              "              31 to 38    severe\n"
              "              39          very severe (not assigned in the original table)\n"
              "              40 to 44    very severe\n"
              "  noise       a change of at most 5 points can be chance; derived\n"
              "              1.96·√2·5.09·√(1 - 0.90) = 4.5 with an SD of 5.09 and an ICC of\n"
              "              0.90 (assumed). Rated from photographs of a phone more: 8, from a\n"
              "              concordance of 0.69\n"
              "              Alsulaimani 2020, Clin Cosmet Investig Dermatol (SD; excellent\n"
              "              agreement of four raters, number not read); photographs Foolad\n"
              "              2017, Int J Dermatol, doi 10.1111/ijd.13621\n"
              "  responder   none published\n"
              "  example     forehead papules 2×2, right cheek pustules 2×3, nose comedones\n"
              "              1×1, the rest clear: 4 + 6 + 1 = 11, mild\n"
              "  source      Doshi A, Zaheer A, Stiller MJ. Int J Dermatol 1997;36:416-418\n"
              "  unverified  nothing\n");
}

TEST(InstrumentPage, SaysNoiseRuleItemsAndWhatIsUnverified) {
    EXPECT_TRUE(has(instrument_page(built_in("goodman_baron_score"), 100),
                    "a change of at most 4 points can be chance; published"));
    EXPECT_TRUE(has(instrument_page(built_in("goodman_baron_score"), 100),
                    "unverified  the table of points and the range"));
    EXPECT_TRUE(has(instrument_page(built_in("dlqi"), 100), "at least 4 points better (Basra"));
    EXPECT_TRUE(has(instrument_page(built_in("dlqi"), 100), "10 burden of treatment"));
    EXPECT_TRUE(has(instrument_page(built_in("hayashi"), 100), "51 or more  very severe"));
    EXPECT_TRUE(has(instrument_page(built_in("gais"), 100), "2           much improved"));
    EXPECT_TRUE(has(instrument_page(built_in("tewl"), 100), "any value between"));
}

TEST(InstrumentPage, OfAClinicsOwnScaleSaysWhatTheClinicGave) {
    schema::Instrument ours;
    ours.code = "gags";  // a clinic may have a scale of any code that was free then
    ours.name = "Ours\nof two";
    ours.high = 1;
    ours.unit = "1";
    ours.responder_change = 0.2;
    const auto page = instrument_page(ours, 80);
    EXPECT_TRUE(page.starts_with("Ours of two\n"));
    EXPECT_TRUE(has(page, "bands       none\n"));
    EXPECT_TRUE(has(page, "noise       none: none given"));
    EXPECT_TRUE(has(page, "better by at least 0.2"));
    EXPECT_FALSE(has(page, "formula"));
    EXPECT_FALSE(has(page, "unverified"));
}

TEST(InstrumentList, HasAColumnOfWhatIsUnverified) {
    EXPECT_EQ(instrument_list({built_in("gags"), built_in("gea"), built_in("hayashi")}, 60),
              "code     range      unit     better  unverified\n"
              "gags     0 to 44    points   lower\n"
              "  Global Acne Grading System\n"
              "gea      0 to 5     points   lower   citation and wording of\n"
              "  Global Evaluation of Acne          the grades\n"
              "hayashi  0 or more  lesions  lower   volume and pages\n"
              "  Hayashi: inflammatory lesions on\n"
              "  one half of the face\n");
}

TEST(ValueText, NamesAValueOfAScaleThatNamesThemAll) {
    EXPECT_EQ(value_text(built_in("gais"), 2), "2 (much improved)");
    EXPECT_EQ(value_text(built_in("gags"), 11), "11");
    auto ours = built_in("gais");
    ours.built_in = false;
    EXPECT_EQ(value_text(ours, 2), "2");
}

}  // namespace
}  // namespace cli::instrument_page_test
