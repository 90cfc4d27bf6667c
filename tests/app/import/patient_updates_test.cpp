// Patients of the book whom a file brings up to date.

#include <gmock/gmock.h>

#include "app/import/dry_run.h"
#include "app/tracking/undo.h"
#include "db/ledger/ledger.h"
#include "tests/app/import/import_example.h"

namespace exchange::patient_updates_test {
namespace {

using testing::HasSubstr;

class ImportUpdates : public ImportTest {
  protected:
    ImportUpdates() {
        auto scores = rows("scores", "patient,at,iga\nZ1,2024-01-01,1\nZ2,2024-01-01,2\n");
        scores.create_patients = true;
        import(scores);
    }
    exchange::ImportOptions people(std::string_view text) const {
        auto options = rows("patients", text);
        options.update = true;
        return options;
    }
    schema::Patient patient(const std::string& chart) const {
        return *db::find_patient(book, chart);
    }
};

TEST_F(ImportUpdates, WhatWasEmptyIsFilledAndWhoIsNewIsAdded) {
    auto file = people("chart,name,sex\nZ1,Aaa,female\nZ2,Bbb,\nZ3,Ccc,male\n");
    file.update = false;
    const auto refused = refusal(file);
    ASSERT_EQ(refused.size(), 2U);
    EXPECT_THAT(refused[0].remedy, HasSubstr("--update"));
    file.update = true;
    file.dry_run = true;
    EXPECT_EQ(import(file).patients_filled, 2U);
    EXPECT_FALSE(patient("Z1").name);
    file.dry_run = false;
    const auto report = import(file);
    EXPECT_EQ(import_sentence(report),
              "imported 1 patient; of 2 patients in the book what was empty was filled");
    EXPECT_EQ(patient("Z1").name, "Aaa");
    EXPECT_EQ(patient("Z1").sex, schema::Sex::female);
    EXPECT_EQ(patient("Z1").version, 2);
    EXPECT_EQ(patient("Z2").name, "Bbb");
    EXPECT_EQ(import(file).rows_in_book, 3U);
    expect_whole();
}

TEST_F(ImportUpdates, WhatDiffersIsAskedAndNoNameIsTold) {
    import(people("chart,name,sex\nZ1,Aaa,female\n"));
    auto file = people("chart,name,sex\nZ1,Bbb,male\n");
    const auto asked = refusal(file);
    ASSERT_EQ(asked.size(), 2U);
    EXPECT_EQ(asked[0].what, "duplicate: name is another in the book");
    EXPECT_EQ(asked[1].what, "duplicate: sex is female in the book, male here");
    EXPECT_THAT(asked[1].remedy, HasSubstr("--confirm duplicate"));
    file.confirm = {"duplicate"};
    EXPECT_EQ(import(file).patients_changed, 1U);
    EXPECT_EQ(patient("Z1").name, "Bbb");
    EXPECT_EQ(patient("Z1").sex, schema::Sex::male);
    // An empty cell takes nothing away.
    EXPECT_EQ(import(people("chart,name,sex\nZ1,Bbb,\n")).rows_in_book, 1U);
    EXPECT_EQ(patient("Z1").sex, schema::Sex::male);
}

TEST_F(ImportUpdates, AnUpdateIsOneEntryAndCanBeTakenBack) {
    import(people("chart,name\nZ1,Aaa\nZ2,Bbb\n"));
    const auto seq = db::last_entry(book);
    tracking::undo_entry(book, {.actor = "nurse", .action = "undo"}, seq);
    EXPECT_FALSE(patient("Z1").name);
    EXPECT_FALSE(patient("Z2").name);
    expect_whole();
}

TEST_F(ImportUpdates, WhatCannotBeIsRefusedAsInEveryOtherCorrection) {
    const auto problems = refusal(people("chart,born\nZ1,2099-01-01\n"));
    ASSERT_FALSE(problems.empty());
    EXPECT_THAT(problems[0].where, HasSubstr(":2"));
    auto sessions = rows("sessions", "patient,at\nZ1,2024-01-05\n");
    sessions.update = true;
    EXPECT_THAT(refusal(sessions)[0].what, HasSubstr("sessions are not brought up to date"));
}

}  // namespace
}  // namespace exchange::patient_updates_test
