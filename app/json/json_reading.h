#pragma once
// JSON that somebody sent us.

#include <cstddef>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace exchange {

// How deep arrays and objects may stand in each other: more than any record needs.
constexpr std::size_t deepest_json = 64;

// The object that `text` writes. Throws schema::Error (misused) for anything else: no JSON, no
// UTF-8, a NUL in a text, a member that is given twice, deeper than that.
nlohmann::ordered_json read_json_object(std::string_view text);

}  // namespace exchange
