#pragma once
// The program's scales in the book, so that the database can check values against them.

#include <filesystem>
#include <functional>
#include <string>

#include "db/ledger/transact.h"
#include "schema/records/clinic.h"
#include "schema/records/instrument.h"

namespace tracking {

// Makes a new book with the clinic's settings and the catalogue of scales: its first ledger entry.
// `further` writes what else belongs to it before it gets its name: what that throws leaves no
// book. Throws schema::Error (refused) if there is a book already.
db::Book create_book(
    const std::filesystem::path& file,
    const schema::Clinic& clinic,
    const std::string& actor,
    const std::function<void(db::Book&)>& further = [](db::Book&) {});

// Whether the book was last written by a program that knew other scales, and so other scores.
bool has_outdated_scales(const db::Book& book);

// Opens a book to write in it. If its scales are outdated they are brought up to date first, and
// with them, in the same transaction, every score that is computed from a record.
db::Book open_book(const std::filesystem::path& file, const std::string& actor);

// A scale of the clinic's own with what follows from its noise: it is in points, and published
// where its source is given, else the clinic's convention.
schema::Instrument with_noise_rule(schema::Instrument instrument);

// Adds a scale of the clinic's own. Throws schema::Error (refused) if the code is taken or the
// scale cannot be.
db::Receipt add_instrument(db::Book& book,
                           const db::Submission& submission,
                           const schema::Instrument& instrument);

}  // namespace tracking
