#pragma once
// A book to import into, and files to import.

#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "app/import/import.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/check.h"
#include "db/records/instruments.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "tests/support/temporary_folder.h"

class ImportTest : public testing::Test {
  protected:
    ImportTest() : book(new_book("clinic.needlebook")) {}

    db::Book new_book(const char* name) const {
        schema::Clinic clinic;
        clinic.name = "Clinic";
        clinic.time_zone = "Africa/Cairo";
        return tracking::create_book(folder / name, clinic, "nurse");
    }

    // The options of an import of these rows.
    exchange::ImportOptions rows(std::string kind, std::string_view text) const {
        exchange::ImportOptions options;
        options.file = folder / "rows.csv";
        options.kind = std::move(kind);
        std::ofstream(options.file, std::ios::binary) << text;
        return options;
    }

    exchange::ImportReport import(const exchange::ImportOptions& options) {
        return options.dry_run ? exchange::dry_run_file(book, {.actor = "nurse"}, options, {})
                               : exchange::import_file(
                                     book, {.actor = "nurse", .action = "import"}, options, {});
    }

    // What an import that must be refused says.
    std::vector<schema::Problem> refusal(const exchange::ImportOptions& options) {
        const auto before = db::content_of(book).hash;
        try {
            import(options);
        } catch (const schema::Error& error) {
            EXPECT_EQ(db::content_of(book).hash, before);
            return error.problems();
        }
        ADD_FAILURE() << "was not refused";
        return {};
    }

    void add_scale(const std::string& code, double low, std::optional<double> high) {
        schema::Instrument scale;
        scale.code = code;
        scale.name = code;
        scale.low = low;
        scale.high = high;
        scale.unit = "{score}";
        tracking::add_instrument(book, {.actor = "nurse", .action = "instrument add"}, scale);
    }

    template <class Record>
    std::vector<Record> all() const {
        std::vector<Record> records;
        db::for_each_record<Record>(book, [&](const Record& record) { records.push_back(record); });
        return records;
    }

    // "gags 2024-01-05 12": the patient's scores, one line each.
    std::string scores(const std::string& chart) const {
        std::map<std::int64_t, std::string> codes;
        for (const auto& scale : db::all_instruments(book)) {
            codes[scale.id.value] = scale.code;
        }
        std::string text;
        for (const auto& score : db::scores_of(book, db::find_patient(book, chart)->id)) {
            text += codes[score.instrument.value] +
                    (score.region ? "@" + std::string(schema::word(*score.region)) : "") + " " +
                    score.at.text() + " " + schema::number_text(score.value) + "\n";
        }
        return text;
    }

    // Nothing in the book contradicts its ledger or its records.
    void expect_whole() const { expect_whole(book); }
    static void expect_whole(const db::Book& of) {
        const auto found = tracking::check(of, [](std::int64_t, std::int64_t) {});
        for (const auto& problem : found.problems) {
            ADD_FAILURE() << problem.where << ": " << problem.what;
        }
    }

    support::TemporaryFolder folder;
    db::Book book;
};
