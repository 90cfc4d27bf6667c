#pragma once
// One safety rule: a row of data. Rules advise; none of them hides behind the program: each shows
// what it says, why, how grave it is and where it comes from.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/clinical/safety/finding.h"
#include "app/clinical/safety/situation.h"
#include "app/clinical/source_grade.h"
#include "app/texts/phrase.h"

namespace clinical {

// Why a rule speaks, once for each place or record.
struct Basis {
    texts::Phrase because;
    std::optional<RecordRef> record = std::nullopt;
    std::optional<schema::Region> region = std::nullopt;  // the place, where it speaks of one
};

// A rule whose source could not be checked against the paper itself says so at the end of it;
// `grade` says how firm that source is, and our own numbers are practice and no more. What it looks
// at and what it says stand in app/texts by its id.
struct Rule {
    std::string_view id;
    schema::Level level{};
    SourceGrade grade{};
    std::string_view source;  // its name in app/texts: several rules may rest on one
    std::vector<Basis> (*find)(const Situation&, const Rule&) = nullptr;
    std::optional<double> low = std::nullopt;  // its numbers, where they are not the clinic's
    std::optional<double> high = std::nullopt;
};

// What it looks at, for the list of rules: "finding.checks.eczema". `{low}` and `{high}` in its
// text stand for the rule's numbers.
texts::Phrase checks_of(const Rule& rule);

// What it says to the clinician: "finding.text.eczema".
texts::Phrase text_of(const Rule& rule);

// Where it comes from: "finding.source.dermapen".
texts::Phrase source_of(const Rule& rule);

}  // namespace clinical
