#pragma once
// What clinics write for the words of a field: F, femme and أنثى for female; type 4 for IV.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/kinds/field.h"

namespace exchange {

// The words of this table ("word_sex"; "yes_no"; "grade": clear to severe;
// "extent": full_face) that a cell stands for:
// the word itself in another spelling, or a synonym of it. Case, accents, the forms of Arabic
// letters, blanks, hyphens and underscores are the same. Nothing for what stands in no table.
std::optional<std::string_view> synonym(std::string_view table, std::string_view cell);

// What a field takes in place of the cell; nothing where that is not known for certain.
std::optional<std::string> word_for(const kinds::Field& field, std::string_view cell);

// The words that a field with words takes; empty for any other.
std::vector<std::string> choices_of(const kinds::Field& field);

}  // namespace exchange
