#pragma once
// Fills a record from named texts, as the command line, a file's row or a request gives them, and
// writes its parts. One part on the command line, all of them in one CSV cell:
//
//   session areas           left_cheek:1.5:4             (places in order)
//   regions of acne         forehead:papules=3,nodules=1 (region, then named counts)
//   scars                   dish_mild=25
//   regions of pigmentation forehead:3:2:2

#include <string>
#include <string_view>
#include <vector>

#include "schema/kinds/kinds.h"
#include "schema/kinds/value_text.h"
#include "schema/types/error.h"

namespace kinds {

bool is_blank(std::string_view text);

// The problem with a text that does not fit a field. A confidential field's text is not repeated.
schema::Problem misfit(const Field& field, std::string_view text, std::string_view where);

// The problem without a field that must be given.
schema::Problem lacks(const Field& field, std::string_view where);

// Fills a new part of the kind from what was written for it; false if a place is missing, unknown,
// out of range or said twice.
bool read_part(const Parts& parts, std::string_view text, void* part);

// The same for a part that is there already: what the text does not name stays as it is.
bool change_part(const Parts& parts, std::string_view text, void* part);

// What stands for the key in the text of a part.
std::string_view key_text(const Parts& parts, std::string_view text);

// One part as text, and all parts of a record separated by blanks.
std::string part_text(const Parts& parts, const void* part);
std::string parts_text(const ConstRecord& record);

// What to write for a part, and what each of its fields takes.
std::string part_remedy(const Parts& parts);

// Sets the field or part `name` of `record` from `text`, or adds a problem that says why not. An
// empty text makes an optional field absent; one part more under the option's name, all of them
// under the list's. A text is within the bounds of text_bounds.h, but what the record holds already
// is taken: books that are older than the bounds can be corrected. False if the record has nothing
// of that name; then nothing happened.
bool set_field(const Record& record,
               std::string_view name,
               std::string_view text,
               std::string_view where,
               std::vector<schema::Problem>& problems);

// Sets one field of a record or part.
void set_value(const Field& field,
               void* at,
               std::string_view text,
               std::string_view where,
               std::vector<schema::Problem>& problems);

// Whether the last part has the key of one before it.
bool repeats_a_key(const Parts& parts, const void* record);

}  // namespace kinds
