#pragma once
// The patterns of every language that is complete, as app/texts/table.mjs made them of the lists in
// app/texts/LANGUAGE/*.json when the program was built.

#include <span>
#include <string_view>

namespace texts {

struct Pattern {
    std::string_view id;    // "sentence.clinic.due"
    std::string_view text;  // of ICU's MessageFormat, with named arguments
};

struct Catalogue {
    std::string_view code;              // of HTML's lang: "en"
    std::span<const Pattern> patterns;  // sorted by id
};

// English first. A language that lacks an id of English is not among them.
std::span<const Catalogue> catalogues();

}  // namespace texts
