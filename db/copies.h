#pragma once
// Copies of the book that lie where the program can look: what an upgrade and a restore kept beside
// it, and backups in folders that somebody names.

#include <filesystem>
#include <string>
#include <vector>

#include "db/book.h"
#include "schema/records/patient.h"

namespace db {

struct Copy {
    std::filesystem::path file;
    bool is_known = true;      // false: it could not be looked into, and may hold the patient
    bool is_same_book = true;  // false: another book has a patient of this chart number
};

// Those that hold the patient: copies of this book (their ledger begins with the same entry) by the
// id, other books by the chart number. Looked for beside the book, and in the folders with all that
// is in them; by name. Nothing is written beside them. Throws schema::Error (missing) for a folder
// that is not there.
std::vector<Copy> copies_with(const Book& book,
                              schema::Id<schema::Patient> patient,
                              const std::string& chart,
                              const std::vector<std::filesystem::path>& folders);

}  // namespace db
