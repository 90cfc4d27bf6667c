#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/export/export_directory.h"
#include "app/import/import_directory.h"
#include "app/tracking/commit.h"
#include "app/tracking/link.h"
#include "app/tracking/restore.h"
#include "app/tracking/write.h"
#include "db/records/accounts.h"
#include "db/records/clinic.h"
#include "db/records/instruments.h"
#include "db/records/patient_links.h"
#include "db/records/patients.h"
#include "db/records/profile.h"
#include "db/records/renumber.h"
#include "tests/app/import/import_example.h"
#include "tests/app/report/made_up_book.h"
#include "tests/support/repetitions.h"

namespace exchange::export_test {
namespace {

using std::filesystem::path;
using testing::HasSubstr;

using Files = std::map<std::string, std::string>;

class ExportTest : public ImportTest {
  protected:
    static Files files_in(const path& directory) {
        Files files;
        for (const auto& entry : std::filesystem::directory_iterator(directory)) {
            std::ifstream stream(entry.path(), std::ios::binary);
            files[entry.path().filename().string()] = {std::istreambuf_iterator<char>(stream), {}};
        }
        return files;
    }

    Files exported(const db::Book& from, const char* name) const {
        exchange::export_directory(from, folder / name, std::nullopt, {});
        return files_in(folder / name);
    }

    // Every score but for its id, and the id of what it was computed from.
    static std::vector<schema::Score> all_scores(const db::Book& of) {
        std::vector<schema::Score> all;
        db::for_each_score(of, [&](schema::Score score) {
            score.id = {};
            score.version = 1;
            score.origin_id.reset();
            all.push_back(score);
        });
        return all;
    }

    static schema::Patient unknown_patient() {
        schema::Patient patient;
        patient.chart = "new";
        return patient;
    }

    exchange::ImportReport import_all(db::Book& into, const path& directory) const {
        return exchange::import_directory(
            into, {.actor = "nurse", .action = "import"}, directory, {});
    }
};

TEST_F(ExportTest, AndImportAndExportGiveTheSameBytes) {
    const auto books = static_cast<unsigned>(support::repetitions("NEEDLEBOOK_EXPORTED_BOOKS", 1));
    for (unsigned seed = 1; seed <= books; ++seed) {
        SCOPED_TRACE(seed);
        const auto name = [&](const char* stem) { return stem + std::to_string(seed); };
        auto first = new_book(name("first").c_str());
        MadeUpBook(first, seed).fill();
        const auto before = exported(first, name("a").c_str());
        auto second = new_book(name("second").c_str());
        import_all(second, folder / name("a").c_str());
        EXPECT_EQ(exported(second, name("b").c_str()), before);
        expect_whole(second);
    }
}

// What a clinic does to a book in years: corrections, voided records that come back, chart numbers
// that are used again, links that are withdrawn, scales that were added between others.
void live_through(db::Book& book) {
    db::Submission by{.actor = "nurse", .action = "x", .reason = "made up"};
    by.confirm = {"duplicate"};
    const auto try_to = [](const std::function<void()>& change) {
        try {
            change();
        } catch (const schema::Error&) {
            // It is of a patient who left, or cannot be beside another record.
        }
    };
    for (const auto& kind : kinds::of_patients()) {
        int of_kind = 0;
        for (auto& record : db::records_of(book, kind, db::Which::of_everybody, {})) {
            if (!kind.made_by_program && ++of_kind <= 3) {
                try_to([&] { tracking::void_record(book, by, record); });
                try_to([&] { tracking::restore_record(book, by, record); });
            }
        }
    }
    for (const auto& patient : db::all_patients(book)) {
        tracking::link_patient(book, by, patient.id, {}, *schema::Date::of(2026, 1, 5));
        try_to([&] {
            auto moved = *db::find(book, patient.id);
            moved.note = "moved";
            tracking::correct(book, by, moved);
        });
    }
    const auto gone = db::all_patients(book).front();
    tracking::unlink_patient(book, by, gone.id);
    tracking::link_patient(
        book, by, gone.id, {.days = 9, .entries = false}, *schema::Date::of(2026, 1, 5));
    tracking::void_record(book, by, *db::find(book, gone.id));
    schema::Patient again;
    again.chart = gone.chart;
    again.id = schema::Id<schema::Patient>(std::stoll(tracking::record(book, by, again).answer));
    schema::AcneStatus status;
    status.patient = again.id;
    status.on = *schema::CivilTime::read("2026-01-05");
    status.iga = 2;
    tracking::record(book, by, status);
    for (const auto& limit : db::profile_rows<schema::DepthLimit>(book)) {
        tracking::commit(
            book, by, access_control::Right::write_observations, [&](db::Write& write) {
                db::remove_profile_row(write, limit);
                return std::string();
            });
        tracking::commit(
            book, by, access_control::Right::write_observations, [&](db::Write& write) {
                db::put_profile_row(write, limit);
                return std::string();
            });
    }
}

TEST_F(ExportTest, AnEmptyBookThatTakesItInHasTheSameContent) {
    std::random_device seeds;
    for (int books = support::repetitions("NEEDLEBOOK_BOOKS", 2); books > 0; --books) {
        const auto seed = seeds();
        SCOPED_TRACE(seed);
        const auto name = [&](const char* stem) { return stem + std::to_string(books); };
        auto first = new_book(name("first").c_str());
        // A scale that later versions of the program brought.
        tracking::commit(first,
                         {.actor = "nurse", .action = "x"},
                         access_control::Right::write_observations,
                         [](db::Write& write) {
                             db::renumber(write, "instrument", {{1, 90}, {2, 1}});
                             return std::string();
                         });
        MadeUpBook(first, seed).fill();
        live_through(first);
        expect_whole(first);
        const auto before = exported(first, name("a").c_str());
        auto second = new_book(name("second").c_str());
        import_all(second, folder / name("a").c_str());
        expect_whole(second);
        EXPECT_EQ(db::content_of(second).hash, db::content_of(first).hash);
        EXPECT_EQ(exported(second, name("b").c_str()), before);
        tracking::record(second, {.actor = "nurse", .action = "add"}, unknown_patient());
        expect_whole(second);
    }
}

// Somebody may have changed what has no manifest, and ids would not fit a book that has its own.
TEST_F(ExportTest, IdsAreGivenAnewWithoutAManifestAndBesideOtherPatients) {
    MadeUpBook(book, 8).fill();
    live_through(book);
    const auto before = exported(book, "a");
    const auto patients = all<schema::Patient>().size();
    auto beside = new_book("beside");
    tracking::record(beside, {.actor = "nurse", .action = "add"}, unknown_patient());
    import_all(beside, folder / "a");
    expect_whole(beside);
    EXPECT_EQ(db::all_links(beside).size(), 0U);
    EXPECT_EQ(db::find(beside, schema::Id<schema::Patient>(1))->chart, "new");
    EXPECT_TRUE(db::find(beside, schema::Id<schema::Patient>(static_cast<int>(patients) + 1)));
    std::filesystem::remove(folder / "a" / manifest_name);
    auto anew = new_book("anew");
    import_all(anew, folder / "a");
    expect_whole(anew);
    EXPECT_EQ(db::all_links(anew).size(), 0U);
    EXPECT_THAT(all_scores(anew), testing::UnorderedElementsAreArray(all_scores(book)));
}

// Without this the law above would say little.
TEST_F(ExportTest, HoldsEveryKindOfRecordAndVoidedOnesToo) {
    MadeUpBook(book, 1).fill();
    tracking::link_patient(book,
                           {.actor = "nurse", .action = "link"},
                           schema::Id<schema::Patient>(1),
                           {},
                           *schema::Date::of(2026, 1, 5));
    tracking::commit(book,
                     {.actor = "nurse", .action = "account add"},
                     access_control::Right::manage_people,
                     [](db::Write& write) {
                         schema::Account account;
                         account.name = "Mona";
                         account.role = schema::AccountRole::owner;
                         schema::SignInDevice device;
                         device.label = "Room 2";
                         device.account = db::insert_account(write, account);
                         db::insert_device(write, device);
                         return std::string();
                     });
    const auto files = exported(book, "a");
    EXPECT_EQ(files.size(), 35U);
    // Those of photographs and of what was agreed are filled by other tests: chance makes up none.
    EXPECT_TRUE(std::all_of(files.begin(), files.end(), [](const auto& file) {
        const bool is_filled_elsewhere =
            file.first == "photos.csv" || file.first.starts_with("consent");
        return is_filled_elsewhere || std::count(file.second.begin(), file.second.end(), '\n') > 1;
    }));
    EXPECT_THAT(files.at("patients.csv"), HasSubstr(",yes\n"));
    EXPECT_THAT(files.at("acne.csv"), HasSubstr(",yes\n"));
    EXPECT_THAT(files.at("readings.csv"), HasSubstr(",yes\n"));
    EXPECT_THAT(files.at("scores.csv"), HasSubstr(",yes,")) << "labels come last";
    EXPECT_THAT(files.at("agreements.csv"), HasSubstr(",yes\n"));
    EXPECT_THAT(files.at("agreement_ratings.csv"), HasSubstr(",yes\n"));
}

// The law holds the columns of the files; this one what is computed from them.
TEST_F(ExportTest, KeepsEveryComputedScore) {
    MadeUpBook(book, 7).fill();
    exchange::export_directory(book, folder / "a", std::nullopt, {});
    auto second = new_book("second");
    import_all(second, folder / "a");
    EXPECT_THAT(all_scores(second), testing::UnorderedElementsAreArray(all_scores(book)));
}

TEST_F(ExportTest, FilesCanBeImportedOneByOne) {
    MadeUpBook(book, 3).fill();
    const auto before = exported(book, "a");
    auto second = new_book("second");
    for (const auto* kind : {"clinic",         "instruments",  "patients",
                             "tags",           "conditions",   "courses",
                             "sessions",       "applications", "acne",
                             "scars",          "pigmentation", "readings",
                             "questionnaires", "events",       "treatments",
                             "appointments",   "contacts",     "stock",
                             "protocols",      "agreements",   "agreement_ratings",
                             "scores"}) {
        SCOPED_TRACE(kind);
        exchange::ImportOptions options;
        options.file = folder / "a" / (std::string(kind) + ".csv");
        options.kind = kind;
        options.keep_good = true;  // rows of the voided patient
        options.confirm = {"implausible", "duplicate"};
        exchange::import_file(second, {.actor = "nurse", .action = ""}, options, {});
    }
    const auto after = exported(second, "b");
    EXPECT_EQ(after.at("patients.csv"), before.at("patients.csv"));
    EXPECT_EQ(after.at("instruments.csv"), before.at("instruments.csv"));
}

TEST_F(ExportTest, OfOnePatientIsThatPatientOnly) {
    MadeUpBook(book, 4).fill();
    exchange::export_directory(book, folder / "one", schema::Id<schema::Patient>(2), {});
    const auto files = files_in(folder / "one");
    EXPECT_FALSE(files.count("clinic.csv"));
    auto second = new_book("second");
    import_all(second, folder / "one");
    EXPECT_EQ(db::all_patients(second).size(), 1U);
    EXPECT_EQ(db::scores_of(second, schema::Id<schema::Patient>(2)).size(),
              db::scores_of(book, schema::Id<schema::Patient>(2)).size());
}

TEST_F(ExportTest, FilesAreOnlyForTheirOwner) {
    exported(book, "a");
    const auto mode = std::filesystem::status(folder / "a" / "patients.csv").permissions();
    EXPECT_EQ(mode, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(ExportTest, LeavesADirectoryWithFilesAlone) {
    std::filesystem::create_directory(folder / "a");
    std::ofstream(folder / "a" / "mine.txt") << "x";
    EXPECT_THROW(exported(book, "a"), schema::Error);
    EXPECT_EQ(files_in(folder / "a").size(), 1U);
}

TEST_F(ExportTest, OfTheSamePatientsAgainIsRefusedWhole) {
    MadeUpBook(book, 5).fill();
    exported(book, "a");
    const auto before = db::content_of(book).hash;
    EXPECT_THROW(import_all(book, folder / "a"), schema::Error);
    EXPECT_EQ(db::content_of(book).hash, before);
}

TEST_F(ExportTest, IntoABookWithPatientsLeavesItsSettings) {
    exported(book, "a");
    auto second = new_book("second");
    tracking::set_clinic(second,
                         {.actor = "nurse", .action = "set"},
                         {.name = "Other", .time_zone = "Africa/Cairo"});
    schema::Patient patient;
    patient.chart = "C-1";
    tracking::record(second, {.actor = "nurse", .action = "add"}, patient);
    const auto report = import_all(second, folder / "a");
    EXPECT_EQ(db::read_clinic(second).name, "Other");
    ASSERT_EQ(report.warnings.size(), 6U)
        << "clinic, depth limits, advice, protocols, stock, consent forms";
    EXPECT_THAT(report.warnings[0].what, HasSubstr("keeps its own settings"));
}

TEST_F(ExportTest, OfNothingOursIsNotImported) {
    std::filesystem::create_directory(folder / "a");
    EXPECT_THROW(import_all(book, folder / "a"), schema::Error);
    EXPECT_THROW(import_all(book, folder / "none"), schema::Error);
}

}  // namespace
}  // namespace exchange::export_test
