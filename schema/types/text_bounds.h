#pragma once
// How long a text may be and what may be in it, for every entrance of the book. Lengths are in
// characters (Unicode code points), not bytes.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/types/error.h"

namespace schema {

inline constexpr std::size_t longest_chart = 64;
inline constexpr std::size_t longest_name = 200;
inline constexpr std::size_t longest_text = 20'000;

enum class TextKind {
    chart,      // printable characters, none of them a control or format character; not "." or ".."
    name,       // one line of a person, thing or place
    telephone,  // 5 to 15 digits; +, blanks, dashes, full stops and brackets around them
    email,      // one @ with something before and after it, no blanks
    line,       // other text of one line
    note,       // text of several lines: line ends and tabs too
};

// What a field of this name holds.
TextKind text_kind(std::string_view field);

// What to write, for help and errors: "one line of at most 200 characters"; and as a page says it.
std::string text_form(TextKind kind);
Phrase told_form(TextKind kind);

// Why the text is not taken, and what to do, of no place yet: "has 70 characters", "holds U+0007 at
// character 3", it is not UTF-8, or what a spreadsheet left of it (placeholder.h); nothing when it
// is taken. The text itself is never in it. Notes may quote anything.
std::optional<Problem> text_fault(TextKind kind, std::string_view text);

// Which field of a patient takes what an older book or another program calls a contact: telephone,
// email, or address for whatever is neither.
std::string_view contact_field(std::string_view contact);

// The text without blanks, line ends and invisible marks around it.
std::string_view without_ends(std::string_view text);

// As it is kept: a chart number, telephone number and e-mail address without the blanks and
// direction marks around it, a note with LF as its line ends, everything else as it came.
std::string as_kept(TextKind kind, std::string_view text);

// Adds the problem with a text that has no field of its own (a reason, a label); none when it is
// taken. `field` says its kind, `where` stands in the problem.
void check_text(std::string_view field,
                std::string_view text,
                std::string_view where,
                std::vector<Problem>& problems);

}  // namespace schema
