// Studies of agreement as rows of files.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/export/export_directory.h"
#include "app/import/import_directory.h"
#include "app/tracking/write.h"
#include "db/records/agreements.h"
#include "tests/app/import/import_example.h"

namespace exchange::study_rows_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using StudyId = schema::Id<schema::Agreement>;

constexpr const char* header =
    "instrument,medium,patients,on,adopted,reason,sdc_same_rater,sdc_other_rater,summary\n";

class StudyRows : public ImportTest {
  protected:
    StudyRows() { add_patient(book); }

    static void add_patient(db::Book& into) {
        schema::Patient patient;
        patient.chart = "C-001";
        tracking::record(into, {.actor = "nurse", .action = "add"}, patient);
    }
    exchange::ImportOptions studies(const std::string& text) const {
        return rows("agreements", header + text);
    }
    exchange::ImportOptions ratings(const std::string& text) const {
        return rows("agreement_ratings", "patient,agreement,rater,value,at\n" + text);
    }
    static std::vector<double> values(const db::Book& of, StudyId study) {
        std::vector<double> all;
        for (const auto& rating : db::ratings_of(of, study)) {
            all.push_back(rating.value);
        }
        return all;
    }
};

TEST_F(StudyRows, AreImportedFromFiles) {
    import(
        studies("iga,photo,12,2026-01-05,,,,,\n"
                "gags,live,10,2026-02-05,2026-03-02,ours,,4.5,ten patients\n"));
    import(ratings("C-001,1,Dr Saleh,3,2026-01-05T10:30\nC-001,1,Mona,4,2026-01-05\n"));
    EXPECT_EQ(db::all_agreements(book).size(), 2U);
    ASSERT_EQ(db::adopted_agreements(book).size(), 1U);
    EXPECT_EQ(db::adopted_agreements(book)[0].sdc_other_rater, 4.5);
    EXPECT_THAT(values(book, StudyId(1)), ElementsAre(4, 3));
}

TEST_F(StudyRows, OfAStudyNeedAScaleThatIsThere) {
    EXPECT_THAT(refusal(studies("nosuch,photo,12,2026-01-05,,,,,\n")).at(0).what,
                HasSubstr("there is no instrument \"nosuch\""));
}

TEST_F(StudyRows, AreAdoptedWithReasonAndNumberOnly) {
    for (const auto* row : {"iga,photo,12,2026-01-05,2026-03-02,,,1.2,\n",
                            "iga,photo,12,2026-01-05,2026-03-02,ours,,,\n"}) {
        EXPECT_THAT(refusal(studies(row)).at(0).what, HasSubstr("without a reason or without"))
            << row;
    }
    import(studies("iga,photo,12,2026-01-05,2026-03-02,ours,0.8,,\n"));
    EXPECT_EQ(db::adopted_agreements(book).size(), 1U);
}

TEST_F(StudyRows, LeaveTheStudyInForceThatIsThere) {
    const auto* adopted = "iga,photo,12,2026-01-05,2026-03-02,ours,0.8,,\n";
    import(studies(adopted));
    EXPECT_EQ(import(studies(adopted)).rows_in_book, 1U);
    EXPECT_THAT(refusal(studies("iga,photo,12,2026-01-05,2026-03-02,ours,0.9,,\n")).at(0).what,
                HasSubstr("agreement 1 of this scale and medium is in force"));
    import(studies("iga,live,12,2026-01-05,2026-03-02,ours,0.8,,\n"));
    EXPECT_EQ(db::adopted_agreements(book).size(), 2U);
}

TEST_F(StudyRows, OfRatingsNeedTheStudyAndItsScale) {
    import(studies("iga,photo,12,2026-01-05,,,,,\n"));
    EXPECT_THAT(refusal(ratings("C-001,2,Mona,3,2026-01-05\n")).at(0).what,
                HasSubstr("agreement 2 is not there"));
    EXPECT_THAT(refusal(ratings("C-001,1,Mona,5,2026-01-05\n")).at(0).what,
                HasSubstr("is not 0 to 4"));
    EXPECT_THAT(values(book, StudyId(1)), IsEmpty());
    import(ratings("C-001,1,Mona,4,2026-01-05\n"));
    EXPECT_THAT(values(book, StudyId(1)), ElementsAre(4));
}

TEST_F(StudyRows, OfADirectoryFollowTheirStudyToItsNewId) {
    import(studies("iga,photo,12,2026-01-05,,,,,\n"));
    import(ratings("C-001,1,Mona,4,2026-01-05\n"));
    exchange::export_directory(book, folder / "a", std::nullopt, {});
    auto second = new_book("second");
    {
        schema::Agreement own;
        own.instrument = db::find_instrument(second, "gags")->id;
        own.patients = 12;
        db::transact(second, {.actor = "nurse", .action = "test"}, [&](db::Write& write) {
            return std::to_string(db::insert_agreement(write, own).value);
        });
    }
    exchange::import_directory(second, {.actor = "nurse", .action = "import"}, folder / "a", {});
    EXPECT_THAT(values(second, StudyId(1)), IsEmpty());
    EXPECT_THAT(values(second, StudyId(2)), ElementsAre(4));
}

TEST_F(StudyRows, AreNotOfOnePatientsExport) {
    import(studies("iga,photo,12,2026-01-05,,,,,\n"));
    exchange::export_directory(book, folder / "one", schema::Id<schema::Patient>(1), {});
    EXPECT_FALSE(std::filesystem::exists(folder / "one" / "agreements.csv"));
    exchange::export_directory(book, folder / "all", std::nullopt, {});
    EXPECT_TRUE(std::filesystem::exists(folder / "all" / "agreements.csv"));
}

}  // namespace
}  // namespace exchange::study_rows_test
