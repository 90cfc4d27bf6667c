#pragma once
// The scales of a book: the program's own catalogue and the clinic's.

#include <optional>
#include <string_view>
#include <vector>

#include "db/ledger/transact.h"
#include "schema/records/instrument.h"

namespace db {

// All scales, by id: first the catalogue's in its order, then the clinic's own.
std::vector<schema::Instrument> all_instruments(const Book& book);

// The one of these with the id. Throws schema::Error (damaged) if it is not among them.
const schema::Instrument& instrument_among(const std::vector<schema::Instrument>& instruments,
                                           schema::Id<schema::Instrument> id);

std::optional<schema::Instrument> find_instrument(const Book& book, std::string_view code);

schema::Id<schema::Instrument> insert_instrument(Write& write,
                                                 const schema::Instrument& instrument);

// Replaces every field of the scale with this id.
void update_instrument(Write& write, const schema::Instrument& instrument);

}  // namespace db
