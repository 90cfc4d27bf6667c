// make_books FOLDER FROM TO: small books of these versions, vNN.needlebook with its head. README.md
// says what they are and what not.

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>

#include <fmt/format.h>

#include "db/file/head.h"
#include "db/ledger/ledger.h"
#include "db/migrate.h"
#include "db/sqlite/connection.h"
#include "tests/db/old_book.h"

namespace {

constexpr int first_with_patients = 2;
constexpr int last_of_old_ledger = 12;

void make_old(const std::filesystem::path& file, int version) {
    db::OldBook book(file, version);
    if (version < first_with_patients) {
        return;
    }
    book.write("init",
               "INSERT INTO clinic (id, name, time_zone, isotretinoin_rule, minimal_interval_days, "
               "minimal_interval_rf_days) VALUES (1, 'Clinic of old', 'Africa/Cairo', 'label', 28, "
               "28)");
    book.write(
        "patient add",
        "INSERT INTO patient (chart, name, born, sex, fitzpatrick, contact) VALUES ('C-001', "
        "'Huda Saleh', '1996-04-02', 'female', 'IV', '0100 555 0142')",
        "key-of-the-first");
    book.write("patient add", "INSERT INTO patient (chart, note) VALUES ('C-002', 'n')");
    book.write("patient tag",
               "INSERT INTO tag (patient_id, key, value) VALUES (1, 'arm', 'placebo')");
    book.write("patient void", "UPDATE patient SET voided = 1, version = 2 WHERE id = 2");
}

void make(const std::filesystem::path& file, int version) {
    make_old(file, std::min(version, last_of_old_ledger));
    if (version > last_of_old_ledger) {
        db::Connection connection(file);
        db::climb(connection, schema::migrations().first(static_cast<std::size_t>(version)));
        db::write_head(file, db::ledger_end(connection));
    }
    db::Connection connection(file);
    connection.run("VACUUM");
    connection.checkpoint_on_close();
}

}  // namespace

int main(int count, char** words) {
    if (count != 4) {
        std::cerr << "make_books FOLDER FROM TO\n";
        return 2;
    }
    for (int version = std::stoi(words[2]); version <= std::stoi(words[3]); ++version) {
        make(std::filesystem::path(words[1]) / fmt::format("v{:02}.needlebook", version), version);
    }
}
