#pragma once
// The rows of the book that are looked into. For the .cpp files of this folder only.

#include <cstdint>
#include <functional>
#include <optional>

#include "db/search/searched_text.h"
#include "db/sqlite/connection.h"

namespace db {

// Of one kind, by id, the newest first; voided ones are left out. Stops when `visit` says false.
void for_each_searched_row(Connection& connection,
                           const kinds::Kind& kind,
                           const std::function<bool(std::int64_t id, const SearchedText&)>& visit);

// Nothing for one that is not there or is voided.
std::optional<SearchedText> searched_row(Connection& connection,
                                         const kinds::Kind& kind,
                                         std::int64_t id);

// Whether the record is one of a patient who was voided.
bool is_of_voided_patient(Connection& connection, const kinds::Kind& kind, std::int64_t id);

std::int64_t count_searched_rows(Connection& connection);

}  // namespace db
