// The patient's file: what is in it, and that another book has the same rows of it. How it looks,
// tests/app/web/pages/patient_file.test.mjs says.

#include "app/report/patient_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/export/export_directory.h"
#include "app/import/patient_file/base64.h"
#include "app/import/patient_file/import_patient_file.h"
#include "app/import/patient_file/patient_file.h"
#include "app/text/csv.h"
#include "app/tracking/people/clinic_key.h"
#include "app/tracking/write.h"
#include "db/ledger/ledger.h"
#include "db/records/accounts.h"
#include "db/records/clinic_keys.h"
#include "db/records/records.h"
#include "tests/app/import/import_example.h"
#include "tests/app/report/made_up_book.h"

namespace exchange::patient_file_test {
namespace {

using testing::HasSubstr;

const auto now = *schema::CivilTime::read("2026-06-15T10:30");
constexpr auto passphrase = "a cup of cold tea";

class PatientFileTest : public ImportTest {
  protected:
    PatientFileTest() { MadeUpBook(book, 7).fill(); }

    schema::Patient somebody() const {
        for (const auto& each : all<schema::Patient>()) {
            if (!each.voided) {
                return each;
            }
        }
        throw std::logic_error("nobody");
    }

    std::string file(const std::optional<std::string>& with = {}) const {
        return patient_file(book, somebody(), {.passphrase = with, .now = now, .program = "0.2.0"})
            .html;
    }

    // The file of somebody who is registered for it.
    std::string file_of(const schema::Patient& patient,
                        const std::optional<std::string>& with = {}) {
        const schema::Id<schema::Patient> id(
            std::stoll(tracking::record(book, {.actor = "nurse", .action = "x"}, patient).answer));
        return patient_file(
                   book, *db::find(book, id), {.passphrase = with, .now = now, .program = "0.2.0"})
            .html;
    }

    static ImportReport take(db::Book& into, std::string_view html, PatientFileImport given = {}) {
        given.name = "huda.html";
        given.html = html;
        return import_patient_file(into, {.actor = "nurse"}, given, {});
    }

    static std::string refused(db::Book& into,
                               std::string_view html,
                               PatientFileImport given = {}) {
        const auto before = db::content_of(into).hash;
        try {
            take(into, html, std::move(given));
        } catch (const schema::Error& error) {
            EXPECT_EQ(db::content_of(into).hash, before);
            return error.problems().front().told.id;
        }
        return "was not refused";
    }

    // Every row of the patient's tables without what counts rows of one book.
    std::multiset<std::string> rows(const db::Book& of, const schema::Patient& patient) const {
        static int number = 0;
        const auto place = folder / ("rows" + std::to_string(++number)).c_str();
        export_directory(
            of, place, patient.id, {}, {.purpose = schema::ConsentScope::patients_file});
        std::multiset<std::string> all;
        for (const auto& entry : std::filesystem::directory_iterator(place)) {
            const auto name = entry.path().filename().string();
            if (entry.path().extension() != ".csv" || name == "consents.csv") {
                continue;
            }
            std::ifstream in(entry.path(), std::ios::binary);
            const std::string text{std::istreambuf_iterator<char>(in), {}};
            CsvReader reader(text, name);
            const auto& first = reader.next()->cells;
            const std::vector<std::string> header(first.begin(), first.end());
            while (const auto* row = reader.next()) {
                std::string line = name;
                for (std::size_t i = 0; i < header.size(); ++i) {
                    static const std::set<std::string> counted{
                        "id", "version", "patient_id", "course", "session", "sign_off", "record"};
                    if (!counted.contains(header[i])) {
                        line += "|" + std::string(row->cells[i]);
                    }
                }
                all.insert(line);
            }
        }
        return all;
    }
};

TEST_F(PatientFileTest, GivesAnEmptyBookTheSameRowsAndNothingTwice) {
    const auto patient = somebody();
    const auto html = file();
    auto other = new_book("other.needlebook");
    const auto report = take(other, html);
    EXPECT_GT(report.records, 20U);
    const auto there = db::all_patients(other).front();
    EXPECT_EQ(rows(other, there), rows(book, patient));
    expect_whole(other);

    const auto before = db::content_of(other).hash;
    const auto again = take(other, html);
    EXPECT_EQ(again.records, 0U);
    EXPECT_GT(again.rows_in_book, 20U);
    EXPECT_EQ(db::content_of(other).hash, before) << "not even a ledger entry";
}

TEST_F(PatientFileTest, OfTheSameBookBringsNothing) {
    const auto before = db::content_of(book).hash;
    EXPECT_EQ(take(book, file()).records, 0U);
    EXPECT_EQ(db::content_of(book).hash, before);
}

TEST_F(PatientFileTest, TellsInTheLedgerWhereItCameFrom) {
    auto other = new_book("other.needlebook");
    take(other, file());
    std::optional<std::string> reason;
    db::for_each_entry(other, {}, [&](const db::LedgerEntry& entry) { reason = entry.reason; });
    ASSERT_TRUE(reason);
    EXPECT_THAT(*reason, HasSubstr("patient's file of Clinic, made on 2026-06-15T10:30"));
    EXPECT_THAT(*reason, HasSubstr("signed by nobody"));
}

TEST_F(PatientFileTest, BringsWhatIsNewOfAPatientWhoIsThere) {
    auto other = new_book("other.needlebook");
    take(other, file());
    schema::AcneStatus status;
    status.patient = somebody().id;
    status.on = *schema::CivilTime::read("2025-12-20");
    status.iga = 2;
    tracking::record(book, {.actor = "nurse", .action = "x", .confirm = {"duplicate"}}, status);
    const auto report = take(other, file());
    EXPECT_EQ(report.records, 1U);
    EXPECT_EQ(rows(other, db::all_patients(other).front()), rows(book, somebody()));
}

TEST_F(PatientFileTest, AsksWhoseItIsWhereAnotherPatientHasTheChartNumber) {
    auto other = new_book("other.needlebook");
    schema::Patient stranger;
    stranger.chart = somebody().chart;
    stranger.name = "Somebody Else";
    stranger.born = *schema::PartialDate::read("1950-01-01");
    tracking::record(other, {.actor = "nurse", .action = "x"}, stranger);
    EXPECT_EQ(refused(other, file()), "error.patient_file_chart");

    take(other, file(), {.chart = "N-900"});
    EXPECT_EQ(db::all_patients(other).size(), 2U);
    const auto added = db::all_patients(other).back();
    EXPECT_EQ(added.chart, "N-900");
    EXPECT_EQ(take(other, file(), {.chart = "N-900"}).records, 0U);
    auto expected = rows(book, somebody());
    EXPECT_EQ(rows(other, added).size(), expected.size());
}

TEST_F(PatientFileTest, JoinsAPatientWhomSomebodyNames) {
    auto other = new_book("other.needlebook");
    schema::Patient known;
    known.chart = "H-1";
    tracking::record(other, {.actor = "nurse", .action = "x"}, known);
    take(other, file(), {.chart = "H-1"});
    ASSERT_EQ(db::all_patients(other).size(), 1U);
    EXPECT_FALSE(
        db::records_of<schema::Session>(other, db::all_patients(other).front().id).empty());
}

TEST_F(PatientFileTest, AsksOfATwin) {
    schema::Patient huda;
    huda.chart = "H-1";
    huda.name = "Huda Saleh";
    huda.born = schema::PartialDate::read("1996-04-02");
    const auto html = file_of(huda);
    auto other = new_book("other.needlebook");
    huda.chart = "OTHER-1";
    tracking::record(other, {.actor = "nurse", .action = "x"}, huda);
    EXPECT_EQ(refused(other, html), "error.row_duplicate");
    take(other, html, {.chart = "OTHER-1"});
    EXPECT_EQ(db::all_patients(other).size(), 1U) << "it is her";
    take(other, html, {.confirm = {"duplicate"}});
    EXPECT_EQ(db::all_patients(other).size(), 2U) << "it is another";
}

TEST_F(PatientFileTest, UnderAPassphraseShowsNothingWithoutIt) {
    schema::Patient patient;
    patient.chart = "SECRET-CHART";
    patient.name = "Huda Unmistakable";
    const auto html = file_of(patient, passphrase);
    for (const auto* part : {"SECRET-CHART", "Unmistakable"}) {
        EXPECT_EQ(html.find(part), std::string::npos) << part;
    }
    auto other = new_book("other.needlebook");
    EXPECT_EQ(refused(other, html), "error.patient_file_sealed");
    EXPECT_EQ(refused(other, html, {.passphrase = "a cup of hot tea"}),
              "error.patient_file_passphrase");
    EXPECT_EQ(take(other, html, {.passphrase = passphrase}).records, 1U);
    EXPECT_EQ(db::all_patients(other).front().name, "Huda Unmistakable");
}

TEST_F(PatientFileTest, UnderAPassphraseIsOfOneOfFewSizes) {
    const auto size = [&](const std::string& html) {
        const auto data = PatientFileData(html, "a file");
        return html.size();
    };
    const auto before = size(file(passphrase));
    schema::AcneStatus status;
    status.patient = somebody().id;
    status.on = *schema::CivilTime::read("2025-12-20");
    status.iga = 2;
    status.note = "a note of some length";
    tracking::record(book, {.actor = "nurse", .action = "x", .confirm = {"duplicate"}}, status);
    EXPECT_EQ(size(file(passphrase)), before);
}

// The data of a file with one of its characters changed, somewhere in the middle.
std::string changed(std::string html, double where) {
    const auto begin = html.find("\"data\":\"") + 8;
    const auto end = html.find('"', begin);
    auto& letter = html[begin + static_cast<std::size_t>(where * static_cast<double>(end - begin))];
    letter = letter == 'A' ? 'B' : 'A';
    return html;
}

TEST_F(PatientFileTest, IsSignedWhereTheClinicHasAKeyAndKnownAsItsOwn) {
    EXPECT_EQ(PatientFileData(file(), "a file").open({}).signed_by, std::nullopt);
    db::transact(book, {.actor = "nurse", .action = "account add"}, [](db::Write& write) {
        db::insert_account(write, {.name = "nurse", .role = schema::AccountRole::owner});
        tracking::make_clinic_key(write);
        return std::string();
    });
    const auto made = patient_file(book, somebody(), {.now = now, .program = "0.2.0"});
    ASSERT_EQ(made.signed_by, db::clinic_key_in_use(book)->fingerprint);
    EXPECT_EQ(PatientFileData(made.html, "a file").open({}).signed_by, made.signed_by);
    int refused = 0;
    for (const double where : {0.3, 0.5, 0.7, 0.9}) {
        try {
            PatientFileData(changed(made.html, where), "a file").open({});
        } catch (const schema::Error&) {
            ++refused;
        }
    }
    EXPECT_EQ(refused, 4);
}

TEST_F(PatientFileTest, IsRefusedWhereItIsNotWhole) {
    auto other = new_book("other.needlebook");
    const auto html = file();
    const auto at = html.find("data-patient-file>") + 18;
    const auto with = [&](const std::string& element) {
        return html.substr(0, at) + element + html.substr(html.find("</script>", at));
    };
    const std::string damaged = "error.patient_file_damaged";
    EXPECT_EQ(refused(other, with("")), damaged);
    EXPECT_EQ(refused(other, with("[1,2]")), damaged);
    EXPECT_EQ(refused(other, with(std::string(100'000, '['))), damaged);
    EXPECT_EQ(refused(other, html.substr(0, at + 200)), damaged);
    const std::string head = R"({"format":"needlebook patient file","version":)";
    EXPECT_EQ(refused(other, with(head + R"(1,"rounds":null,"data":"*"})")), damaged);
    EXPECT_EQ(refused(other, with(head + R"(1,"rounds":null,"data":"AAAA"})")), damaged);
    EXPECT_EQ(refused(other, with(head + R"(1,"rounds":null,"data":"/////////w=="})")), damaged);
    EXPECT_EQ(refused(other, with(head + R"(1,"rounds":4000000000,"data":"AAAA"})")), damaged);
    EXPECT_EQ(refused(other, with(head + R"(2,"rounds":null,"data":"AAAA"})")),
              "error.patient_file_later");
    EXPECT_EQ(refused(other, html + std::string(most_patient_file_bytes, ' ')),
              "error.patient_file_large");
}

std::string made_by_hand(const OrderedJson& json) {
    return "<!DOCTYPE html>\n<script type=\"application/json\" data-patient-file>" +
           patient_file_data({.json = json}, {}, {}) + "</script>";
}

TEST_F(PatientFileTest, OfAHostileHandLandsNowhereElse) {
    auto other = new_book("other.needlebook");
    const OrderedJson tables{
        {"../escaped.csv", "chart\nC-1\n"},
        {"accounts.csv", "id,version,name\n1,1,evil\n"},
        {"clinic.csv", "name\nEvil\n"},
        {"patients.csv", "id,version,chart,name,voided\n1,1,C-1,<script>x</script>,no\n"}};
    take(other, made_by_hand({{"pictures", OrderedJson::array()}, {"tables", tables}}));
    EXPECT_EQ(db::all_patients(other).front().name, "<script>x</script>") << "a text like others";
    EXPECT_FALSE(std::filesystem::exists(folder / "escaped.csv"));
    EXPECT_EQ(refused(other, made_by_hand({{"tables", tables}})), "error.patient_file_damaged");
    EXPECT_EQ(refused(other, made_by_hand({{"pictures", {{{"bytes", 9}}}}, {"tables", tables}})),
              "error.patient_file_damaged");
    EXPECT_EQ(refused(other, made_by_hand({{"pictures", OrderedJson::array()}})),
              "error.patient_file_damaged");
}

}  // namespace
}  // namespace exchange::patient_file_test
