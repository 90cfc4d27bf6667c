#include "app/import/patient_file/check_in.h"

#include <algorithm>
#include <numeric>
#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "app/import/patient_file/base64.h"
#include "app/tracking/patient_entries.h"
#include "app/tracking/people/clinic_key.h"
#include "app/tracking/write.h"
#include "db/key/key_files.h"
#include "db/records/accounts.h"
#include "db/records/clinic_keys.h"
#include "tests/app/import/import_example.h"

namespace exchange::check_in_test {
namespace {

using schema::PatientEntry;

const auto now = *schema::CivilTime::read("2026-06-15T10:30");
constexpr auto made_at = "2026-05-02T10:30";

class CheckInTest : public ImportTest {
  protected:
    CheckInTest() { begin(book); }

    static void begin(db::Book& in) {
        schema::Patient patient;
        patient.chart = "C-001";
        tracking::record(in, {.actor = "nurse", .action = "patient add"}, patient);
    }
    void give_key() {
        db::transact(book, {.actor = "nurse", .action = "account add"}, [](db::Write& write) {
            db::insert_account(write, {.name = "nurse", .role = schema::AccountRole::owner});
            tracking::make_clinic_key(write);
            return std::string();
        });
    }
    std::string reply(std::string_view chart = "C-001") const {
        const auto key = db::key_here(db::clinic_key_in_use(book)->fingerprint);
        return '"' + base64(key->sign(check_in_text(chart, made_at))) + '"';
    }
    static CheckInFile file(const std::string& entries,
                            const std::string& reply = "null",
                            const std::string& chart = "C-001") {
        return {"check-in.json",
                fmt::format(R"({{"format":"needlebook check-in","version":1,"chart":"{}",)"
                            R"("made_at":"{}","reply":{},"entries":[{}]}})",
                            chart,
                            made_at,
                            reply,
                            entries)};
    }
    static CheckInReport take(db::Book& into, const CheckInFile& given) {
        return import_check_in(into, {.actor = "nurse", .action = "own-entry import"}, given, now);
    }
    std::string refused(const CheckInFile& given) {
        const auto before = db::content_of(book).hash;
        try {
            take(book, given);
        } catch (const schema::Error& error) {
            EXPECT_EQ(db::content_of(book).hash, before);
            return error.problems().front().told.id;
        }
        return "was not refused";
    }
    // What was told, without the number that it got.
    static std::vector<std::string> told(const db::Book& of) {
        std::vector<std::string> all;
        for (const auto& each : db::records_of<PatientEntry>(
                 of, db::find_patient(of, "C-001")->id, db::Which::of_patient)) {
            all.push_back(fmt::format("{} {} {} {} {}",
                                      each.at.text(),
                                      each.pain.value_or(-1),
                                      each.days_out.value_or(-1),
                                      each.note.value_or(""),
                                      schema::word(each.state)));
        }
        std::sort(all.begin(), all.end());
        return all;
    }
};

TEST_F(CheckInTest, WaitsAsWhatThePatientTold) {
    const auto report = take(
        book,
        file(
            R"({"at":"2026-06-14T20:15","pain":2,"redness":"a_little","days_out":1,"note":"ok"})"));
    EXPECT_EQ(report.chart, "C-001");
    EXPECT_EQ(report.kept, 1U);
    EXPECT_FALSE(report.is_signed) << "the clinic has no key";
    const auto entry = db::records_of<PatientEntry>(book, db::find_patient(book, "C-001")->id)[0];
    EXPECT_EQ(entry.state, schema::EntryState::waiting);
    EXPECT_EQ(entry.at.text(), "2026-06-14T20:15");
    EXPECT_EQ(entry.pain, 2);
    EXPECT_EQ(entry.redness, schema::OwnRedness::a_little);
}

TEST_F(CheckInTest, AHundredInAnyOrderAreTheSameBook) {
    std::vector<CheckInFile> files;
    for (int i = 0; i < 100; ++i) {
        files.push_back(
            file(fmt::format(R"({{"at":"2026-0{}-{:02}T{:02}:15","pain":{},"note":"{}"}})",
                             1 + i % 5,
                             1 + i % 28,
                             i % 24,
                             i % 11,
                             i)));
    }
    for (const auto& each : files) {
        take(book, each);
    }
    ASSERT_EQ(told(book).size(), 100U);
    std::mt19937 chance(5);
    for (int round = 0; round < 3; ++round) {
        auto other = new_book(fmt::format("other{}.needlebook", round).c_str());
        begin(other);
        auto shuffled = files;
        shuffled.insert(shuffled.end(), files.begin(), files.begin() + 20);  // some come twice
        std::shuffle(shuffled.begin(), shuffled.end(), chance);
        std::size_t kept = 0;
        for (const auto& each : shuffled) {
            kept += take(other, each).kept;
        }
        EXPECT_EQ(kept, 100U);
        EXPECT_EQ(told(other), told(book));
    }
}

TEST_F(CheckInTest, ComesOnceWhateverBecameOfIt) {
    const auto one = file(R"({"at":"2026-06-14","pain":2})");
    take(book, one);
    const auto entry = db::records_of<PatientEntry>(book, db::find_patient(book, "C-001")->id)[0];
    tracking::decline_entry(book, {.actor = "nurse", .action = "x"}, entry.id, now);
    const auto before = db::content_of(book).hash;
    EXPECT_EQ(take(book, one).kept, 0U);
    EXPECT_EQ(db::content_of(book).hash, before) << "not even a ledger entry";
}

TEST_F(CheckInTest, IsOfAFileThatTheClinicGaveToThisPatient) {
    schema::Patient other;
    other.chart = "C-002";
    tracking::record(book, {.actor = "nurse", .action = "x"}, other);
    give_key();
    const std::string entry = R"({"at":"2026-06-14","pain":2})";
    EXPECT_EQ(refused(file(entry)), "error.check_in_signature");
    EXPECT_EQ(refused(file(entry, reply("C-001"), "C-002")), "error.check_in_signature");
    EXPECT_EQ(refused(file(entry, "\"AAAA\"")), "error.check_in_signature");
    const auto report = take(book, file(entry, reply()));
    EXPECT_EQ(report.kept, 1U);
    EXPECT_TRUE(report.is_signed);
}

TEST_F(CheckInTest, IsRefusedWhereItCannotBe) {
    EXPECT_EQ(refused(file(R"({"at":"2026-06-14"})")), "error.empty_entry");
    EXPECT_EQ(refused(file(R"({"at":"2026-06-17","pain":2})")), "error.entry_to_come");
    EXPECT_EQ(take(book, file(R"({"at":"2026-06-16","pain":2})")).kept, 1U) << "another time zone";
    EXPECT_NE(refused(file(R"({"at":"2026-06-14","pain":11})")), "was not refused");
    EXPECT_EQ(refused(file(R"({"at":"2026-06-14","state":"accepted"})")), "error.check_in_damaged");
    EXPECT_EQ(refused(file(R"({"at":"yesterday","pain":2})")), "error.check_in_damaged");
    EXPECT_EQ(refused(file("3")), "error.check_in_damaged");
    EXPECT_EQ(refused({"x.json", "{}"}), "error.check_in_damaged");
    EXPECT_EQ(refused({"x.json", std::string(200'000, '[')}), "error.check_in_damaged");
    EXPECT_EQ(refused({"x.json", std::string(most_check_in_bytes + 1, ' ')}),
              "error.check_in_damaged");
    EXPECT_EQ(refused(file(R"({"at":"2026-06-14","pain":2})", "null", "C-404")), "error.no_chart");
}

}  // namespace
}  // namespace exchange::check_in_test
