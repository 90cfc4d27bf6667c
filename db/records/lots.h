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

// What a recall should look at too, in the same order: other records that hold this lot among other
// words ("LT-0042, LT-0043"), in the lot or in the text of an anaesthetic or product, or a lot that
// is the same but for signs that look alike (O and 0, I and l and 1).
std::vector<schema::Session> sessions_near_lot(const Book& book, const std::string& lot);
std::vector<schema::Application> applications_near_lot(const Book& book, const std::string& lot);

}  // namespace db
