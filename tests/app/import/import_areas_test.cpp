// Rows of one part each, and the numbers of a part in one cell.

#include <gmock/gmock.h>

#include "app/import/dry_run.h"
#include "schema/kinds/record_text.h"
#include "tests/app/import/import_example.h"

namespace exchange::import_areas_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class ImportAreas : public ImportTest {
  protected:
    exchange::ImportOptions sheet(std::string_view text) const {
        auto options = rows("sessions", text);
        options.create_patients = true;
        options.set = {"device=pen"};
        options.map = {"area=Area", "depth_mm=Depth mm", "passes=Passes"};
        return options;
    }
    template <class Record>
    std::vector<std::string> parts() const {
        std::vector<std::string> texts;
        for (const auto& record : all<Record>()) {
            texts.push_back(kinds::parts_text(record));
        }
        return texts;
    }
};

constexpr std::string_view areas_head = "patient,at,Area,Depth mm,Passes,lot\n";

TEST_F(ImportAreas, RowsOfOnePatientAndMomentAreOneSession) {
    const auto file = sheet(std::string(areas_head) +
                            "C1,2026-01-05,forehead,0.75,3,L12\nC2,2026-01-05,chin,1.5,4,L12\n"
                            "C1,2026-01-05,chin,1,3,L12\nC1,2026-02-05,chin,1,3,L12\n");
    const auto report = import(file);
    EXPECT_EQ(report.records, 3U);
    EXPECT_EQ(report.rows_joined, 1U);
    EXPECT_THAT(import_sentence(report), HasSubstr("1 row is part of the session of another"));
    EXPECT_THAT(parts<schema::Session>(),
                ElementsAre("chin:1:3 forehead:0.75:3", "chin:1.5:4", "chin:1:3"));
    EXPECT_EQ(import(file).rows_in_book, 4U);
    expect_whole();
}

TEST_F(ImportAreas, AFullFaceIsItsRegionsWithTheDepthOfTheRowAndIsTold) {
    const auto report =
        import(sheet(std::string(areas_head) + "C1,2026-01-05,Full face,1,3,L12\n"
                                               "C2,2026-01-05,L cheek,1.5,4,L12\n"));
    EXPECT_THAT(
        parts<schema::Session>(),
        ElementsAre("chin:1:3 forehead:1:3 jawline:1:3 left_cheek:1:3 nose:1:3 perioral:1:3 "
                    "right_cheek:1:3",
                    "left_cheek:1.5:4"))
        << "around the eyes it is said where it was";
    ASSERT_EQ(report.read_as.size(), 2U);
    EXPECT_EQ(report.read_as[0].as,
              "forehead, nose, left_cheek, right_cheek, perioral, chin, jawline");
    auto counts = rows("acne", "patient,on,Area,papules\nC1,2026-01-05,full face,12\n");
    counts.map = {"region=Area"};
    EXPECT_THAT(refusal(counts)[0].what, HasSubstr("\"full face\" is not one of forehead"))
        << "counts of a face are not those of each region";
    expect_whole();
}

TEST_F(ImportAreas, RowsThatDisagreeAboutTheSessionNameBothLines) {
    const auto problems =
        refusal(sheet(std::string(areas_head) + "C1,2026-01-05,forehead,0.75,3,L12\n"
                                                "C1,2026-01-05,chin,1,3,L13\n"));
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_THAT(problems[0].where, HasSubstr(":3"));
    EXPECT_THAT(
        problems[0].what,
        HasSubstr("differs from line 2, of the same patient and time; lot L12 there, L13 here"));
    const auto twice = refusal(sheet(
        std::string(areas_head) + "C1,2026-01-05,chin,0.75,3,L12\nC1,2026-01-05,chin,1,3,L12\n"));
    EXPECT_THAT(twice[0].what, HasSubstr("areas: chin is given twice; line 2"));
}

TEST_F(ImportAreas, ARecordComesInWholeOrNotAtAll) {
    auto file = sheet(std::string(areas_head) +
                      "C1,2026-01-05,forehead,0.75,3,L12\nC1,2026-01-05,chin,deep,3,L12\n"
                      "C2,2026-01-05,chin,1,3,L12\n");
    EXPECT_EQ(refusal(file).size(), 1U);
    file.keep_good = true;
    const auto report = import(file);
    EXPECT_EQ(report.records, 1U);
    EXPECT_EQ(report.rows_rejected, 2U);
    EXPECT_THAT(parts<schema::Session>(), ElementsAre("chin:1:3"));
}

TEST_F(ImportAreas, ARowWithoutItsAreaOrNumbersIsAProblem) {
    const auto what = [&](const std::string& row) {
        return refusal(sheet(std::string(areas_head) + row + "\n"))[0].what;
    };
    auto alone = sheet("patient,at,Area\nC1,2026-01-05,chin\n");
    alone.map = {"area=Area"};
    EXPECT_THAT(refusal(alone)[0].remedy,
                HasSubstr("map its numbers beside it, --map depth_mm=HEADER --map passes=HEADER"));
    EXPECT_EQ(what("C1,2026-01-05,,0.75,3,L12"), "areas is empty");
    EXPECT_EQ(what("C1,2026-01-05,chin,,3,L12"), "depth_mm is empty");
    EXPECT_THAT(what("C1,2026-01-05,elbow,1,3,L12"), HasSubstr("\"elbow\" is not"));
    auto nameless = sheet("patient,at,Depth mm,Passes\nC1,2026-01-05,1,3\n");
    nameless.map = {"depth_mm=Depth mm", "passes=Passes"};
    EXPECT_THAT(refusal(nameless)[0].remedy, HasSubstr("--map area=HEADER"));
    auto passes = sheet("patient,at,Area,Passes\nC1,2026-01-05,chin,3\n");
    passes.map = {"area=Area", "passes=Passes"};
    EXPECT_THAT(refusal(passes)[0].what, HasSubstr("no column is mapped to depth_mm"));
}

TEST_F(ImportAreas, ARegionAloneSaysOnceThatItsNumbersStandBesideIt) {
    for (const auto* region : {"chin", "Left cheek", "الذقن"}) {
        auto options =
            rows("sessions", std::string("patient,at,areas\nC1,2026-01-05,") + region + "\n");
        options.create_patients = true;
        options.set = {"device=pen"};
        const auto problems = refusal(options);
        ASSERT_EQ(problems.size(), 1U) << region;
        EXPECT_EQ(problems[0].what,
                  std::string("areas: \"") + region + "\" is not REGION:DEPTH_MM:PASSES");
        EXPECT_NE(problems[0].remedy.find("--map depth_mm=HEADER"), std::string::npos);
    }
}

TEST_F(ImportAreas, DepthAndPassesMayStandInOneCell) {
    auto beside = sheet(
        "patient,at,Area,How\nC1,2026-01-05,chin,1.5mm x 4 passes\n"
        "C1,2026-01-05,nose,0.5 × 2\n");
    beside.map = {"area=Area", "depth_mm=How"};
    import(beside);
    auto of_regions =
        sheet("patient,at,F,C\nC2,2026-01-05,1.5 mm/4,1 X 3 pass\nC3,2026-01-05,,1*2\n");
    of_regions.map = {"forehead=F", "chin.depth_mm=C"};
    import(of_regions);
    EXPECT_THAT(parts<schema::Session>(),
                ElementsAre("chin:1.5:4 nose:0.5:2", "chin:1:3 forehead:1.5:4", "chin:1:2"));

    for (const std::string text :
         {"1.5", "1.5 x", "1.5 x many", "20 x 4", "1.5 x 4.5", "1 x 2 x 3"}) {
        auto bad = sheet("patient,at,F\nC4,2026-01-05," + text + "\n");
        bad.map = {"forehead=F"};
        EXPECT_THAT(refusal(bad)[0].what, HasSubstr("is not depth_mm and passes as 1.5 x 4"))
            << text;
    }
}

TEST_F(ImportAreas, CountsOfLesionsAndScarsComeOneRowAPlaceToo) {
    auto acne = rows("acne",
                     "patient,on,region,papules,pustules\nA,2026-01-05,forehead,3,0\n"
                     "A,2026-01-05,chin,0,1\n");
    acne.create_patients = true;
    EXPECT_EQ(import(acne).records, 1U);
    EXPECT_THAT(parts<schema::AcneStatus>(), ElementsAre("chin:pustules=1 forehead:papules=3"));
    auto scars = rows("scars",
                      "patient,on,type,amount\nA,2026-01-05,dish_mild,25\n"
                      "A,2026-01-05,ecca_m,4\n");
    EXPECT_EQ(import(scars).records, 1U);
    // Without a column that says where, a header alone is none of these numbers.
    auto total = rows("acne", "patient,on,papules,regions.forehead.papules\nA,2026-02-05,3,1\n");
    EXPECT_EQ(refusal(total).empty(), false);
}

}  // namespace
}  // namespace exchange::import_areas_test
