#pragma once
// The program's scales in the book, so that the database can check values against them.

#include <filesystem>
#include <string>

#include "db/transact.h"
#include "schema/records/clinic.h"
#include "schema/records/instrument.h"

namespace tracking {

// Makes a new book with the clinic's settings and the catalogue of scales: its first ledger entry.
// Throws schema::Error (refused) if there is a book already.
db::Book create_book(const std::filesystem::path& file,
                     const schema::Clinic& clinic,
                     const std::string& actor);

// Opens a book to write in it; scales that this program knows and the book does not yet are added
// first.
db::Book open_book(const std::filesystem::path& file, const std::string& actor);

// Adds a scale of the clinic's own. Throws schema::Error (refused) if the code is taken or the
// scale cannot be.
db::Receipt add_instrument(db::Book& book,
                           const db::Submission& submission,
                           const schema::Instrument& instrument);

}  // namespace tracking
