#include "db/ledger/changes.h"

#include <gmock/gmock.h>

#include "db/ledger/transact.h"
#include "db/records/records.h"
#include "tests/support/temporary_folder.h"

namespace db::changes_test {
namespace {

using schema::AcneStatus;
using schema::Patient;
using testing::ElementsAre;

class OneOfMany : public testing::Test {
  protected:
    static AcneStatus status(int patient, schema::Region region) {
        AcneStatus status;
        status.patient = schema::Id<Patient>(patient);
        status.on = *schema::CivilTime::read("2026-01-05");
        status.regions = {{.region = region, .papules = 2}};
        return status;
    }
    void write(const std::string& action, const std::function<void(Write&)>& work) {
        transact(book_, {.actor = "nurse", .action = action}, [&](Write& write) {
            work(write);
            return std::string();
        });
    }
    // "action: key key" of every entry of the patient, each row of its changes by its key.
    std::vector<std::string> told(int patient) {
        const schema::Id<Patient> id(patient);
        const ChangesReader changes(book_, id);
        std::vector<std::string> lines;
        for_each_entry(book_, {.patient = id, .with_changes = true}, [&](const LedgerEntry& entry) {
            lines.push_back(entry.action + ":");
            const auto rows = changes.read(entry, 100);
            ASSERT_TRUE(rows);
            for (const auto& row : *rows) {
                lines.back() += " [" + row.table + " " + row.key + "]";
            }
        });
        return lines;
    }

    support::TemporaryFolder folder_;
    Book book_ = Book::create(folder_ / "c.needlebook");
};

TEST_F(OneOfMany, HasEveryEntryThatTouchedThemWithTheirOwnRowsAlone) {
    write("import patients", [](Write& write) {
        for (const auto* chart : {"C-1", "C-2"}) {
            Patient patient;
            patient.chart = chart;
            insert(write, patient);
        }
    });
    write("import acne", [](Write& write) {
        insert(write, status(1, schema::Region::chin));
        insert(write, status(2, schema::Region::nose));
    });
    write("import acne of one",
          [](Write& write) { insert(write, status(2, schema::Region::chin)); });
    write("correct both", [](Write& write) {  // the rows do not say whose they are
        for (const int id : {1, 2}) {
            auto kept = *find(write.book(), schema::Id<AcneStatus>(id));
            kept.regions[0].papules = 3;
            kept.iga = 1;
            update(write, kept);
        }
    });
    write("nothing of anybody", [](Write&) {});
    EXPECT_THAT(told(1),
                ElementsAre("import patients: [patient id 1]",
                            "import acne: [acne_region acne_status_id 1, region chin] "
                            "[acne_status id 1]",
                            "correct both: [acne_region acne_status_id 1, region chin] "
                            "[acne_status id 1]"));
    EXPECT_EQ(told(2).size(), 4U);
}

}  // namespace
}  // namespace db::changes_test
