#pragma once
// What the columns of a file of records can be for, from the description of their kind.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/import/import_plan.h"
#include "schema/kinds/kinds.h"

namespace exchange {

// A column of patients in older exports and other programs: the telephone number, e-mail address or
// other address, whichever a cell holds (schema::contact_field).
inline constexpr std::string_view contact_column = "contact";

// tag:arm, on the patient of any kind of record.
inline constexpr std::string_view tag_prefix = "tag:";
std::optional<FieldSpec> find_tag(std::string_view name);
// label:treated, on the values of a row; of scores alone.
inline constexpr std::string_view label_prefix = "label:";
std::optional<FieldSpec> find_label(std::string_view name);
// hour, day, week or month: the row's offset from the origin.
std::optional<FieldSpec> find_offset(std::string_view name);

// The field that says when, which `at` and `on` both name: a moment or day that must be given, else
// the first date as far as it is known. Empty if there is none.
std::string time_field(const kinds::Kind& kind);

// `with_ids`: the records' ids matter, because other files of an export refer to them; so do their
// versions and the ids of their patients, which older exports have not.
Vocabulary record_vocabulary(const kinds::Kind& kind, bool with_ids);

// The header of an exported file: id, version, patient by chart and by id, every field, the parts
// in one column, voided.
std::vector<std::string> export_header(const kinds::Kind& kind);

}  // namespace exchange
