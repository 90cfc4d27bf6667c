#pragma once
// Who met a lot: of a needle cartridge or of a product.

#include <string>
#include <vector>

#include "db/book.h"
#include "schema/records/application.h"
#include "schema/records/session.h"

namespace db {

// The sessions with this cartridge lot, however it is spelled (schema::code_identity), by time,
// then id. Nothing voided, and nothing of a voided patient.
std::vector<schema::Session> sessions_with_lot(const Book& book, const std::string& lot);

// The same of the products that were put on.
std::vector<schema::Application> applications_with_lot(const Book& book, const std::string& lot);

}  // namespace db
