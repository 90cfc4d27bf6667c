#pragma once
// The first start of a clinic: its settings, and what it needles with.

#include <filesystem>
#include <string>
#include <vector>

#include "db/book.h"
#include "schema/records/clinic.h"
#include "schema/records/protocol.h"
#include "schema/records/stock.h"

namespace tracking {

struct Beginning {
    schema::Clinic clinic;
    std::vector<schema::Protocol> protocols{};
    std::vector<schema::Stock> stock{};
};

// Makes the book of a clinic with all of it, or none. Throws schema::Error (refused): there is a
// file of that name; a zone that the system does not know; a clinic without a name; protocols and
// stock as clinic/clinic_records.h says, under "protocols/0" and "stock/0" in their order. Throws
// Asked for what is unusual in them.
db::Book begin_book(const std::filesystem::path& file,
                    const Beginning& beginning,
                    const std::string& actor);

}  // namespace tracking
