// Scales that a diary names and the book does not have.

#include <gmock/gmock.h>

#include "app/import/dry_run.h"
#include "tests/app/import/import_example.h"

namespace exchange::added_scales_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class ImportAddedScales : public ImportTest {
  protected:
    ImportOptions diary(std::string_view rows_of_it) const {
        auto options = rows("scores", "patient,at,instrument,value\n" + std::string(rows_of_it));
        options.create_patients = true;
        options.add_scales = true;
        return options;
    }
};

TEST_F(ImportAddedScales, AreThoseOfTheFileByItsNames) {
    add_scale("cramps", 0, 4.0);
    const auto report =
        import(diary("A,2026-03-01,Sore throat,3\nA,2026-03-02,SORE THROAT,2\n"
                     "A,2026-03-01,Temperature (°C),-0.5\nA,2026-03-01,ألم,1\n"
                     "A,2026-03-01,Cramps,1\n"));
    EXPECT_THAT(report.scales_added, ElementsAre("sore_throat", "temperature_c", "scale_1"));
    EXPECT_EQ(import_sentence(report),
              "imported 5 scores; 1 patient was added; new scales: sore_throat, temperature_c, "
              "scale_1");
    const auto sore = *db::find_instrument(book, "sore_throat");
    EXPECT_EQ(sore.name, "Sore throat");
    EXPECT_EQ(sore.low, 0);
    EXPECT_FALSE(sore.high || sore.step || sore.noise);
    EXPECT_EQ(sore.better, schema::Better::neither) << "nobody said which way is better";
    EXPECT_EQ(db::find_instrument(book, "temperature_c")->low, -0.5);
    EXPECT_EQ(db::find_instrument(book, "scale_1")->name, "ألم");
    EXPECT_THAT(tracking::check(book, {}).problems, IsEmpty());
}

TEST_F(ImportAddedScales, AreKnownTheNextTime) {
    const auto days = diary("A,2026-03-01,Sore throat,3\nA,2026-03-01,ألم,1\n");
    import(days);
    const auto again = import(days);
    EXPECT_EQ(again.rows_in_book, 2U);
    EXPECT_THAT(again.scales_added, IsEmpty());
    const auto next = import(diary("A,2026-03-03,sore throat,1\nA,2026-03-03,ألم,2\n"));
    EXPECT_EQ(next.records, 2U);
    EXPECT_THAT(next.scales_added, IsEmpty());
}

TEST_F(ImportAddedScales, AreNoneOfADryRunOfARefusedFileOrWithoutTheOption) {
    auto options = diary("A,2026-03-01,Sore throat,3\n");
    options.dry_run = true;
    EXPECT_THAT(import(options).scales_added, ElementsAre("sore_throat"));
    EXPECT_FALSE(db::find_instrument(book, "sore_throat"));
    EXPECT_THAT(refusal(diary("A,2026-03-01,Sore throat,3\nA,2026-03-02,Sore throat,much\n")),
                SizeIs(1));
    EXPECT_FALSE(db::find_instrument(book, "sore_throat"));
    options.dry_run = false;
    options.add_scales = false;
    const auto problems = refusal(options);
    ASSERT_THAT(problems, SizeIs(1));
    EXPECT_THAT(problems[0].remedy, HasSubstr("--add-scales"));
}

// A scale whose every value is a problem is left out with the rows.
TEST_F(ImportAddedScales, HaveAValueEach) {
    auto options = diary("A,2026-03-01,Sore throat,3\nA,2026-03-01,Weather,rain\n");
    options.keep_good = true;
    EXPECT_THAT(import(options).scales_added, ElementsAre("sore_throat"));
    EXPECT_FALSE(db::find_instrument(book, "weather"));
}

}  // namespace
}  // namespace exchange::added_scales_test
