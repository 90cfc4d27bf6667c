#pragma once
// A record as it is kept by now, with what came of it.

#include <cstdint>

#include "app/json/json_value.h"
#include "db/book.h"
#include "schema/kinds/kinds.h"

namespace server {

// As exchange::entry_json; of a record that is in the book.
exchange::OrderedJson recorded_entry(const db::Book& book,
                                     const kinds::Kind& kind,
                                     std::int64_t id);

}  // namespace server
