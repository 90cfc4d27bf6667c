#pragma once
// What the book stores as code words, as people say it.

#include <string>
#include <string_view>

#include "app/texts/language.h"
#include "app/texts/words.h"
#include "schema/records/adverse_event.h"
#include "schema/records/session.h"
#include "schema/records/session_finding.h"
#include "schema/types/concern.h"
#include "schema/types/interval.h"
#include "schema/types/word.h"

namespace progress {

using schema::spaced;

// "redness", "acne scars": in English, as the terminal and printed reports say it.
template <schema::Enumeration Enum>
std::string plain(Enum value) {
    if constexpr (texts::HasWords<Enum>) {
        return texts::english().text(texts::phrase_of(value));
    } else {
        return spaced(value);
    }
}

// "redness", "redness, serious"; of another its note: "another side effect: dry lips".
std::string plain(const schema::AdverseEvent& event);
std::string plain_severity(int severity);          // "mild"
std::string plain(const schema::Interval& every);  // "every 4 weeks"

// A UCUM unit as it is printed beside a number: "points", "g/(m²·h)", "µg/cm²".
std::string plain_unit(std::string_view ucum);

// "1 session", "3 sessions"
std::string counted(int count, std::string_view noun);

// The text with its first letter large; ASCII.
std::string capitalised(std::string text);

// What is told of a finding beside its session: "in spite of: 3 papules. Reason: needled around",
// "not judged: …"; empty for a caution.
std::string kept_finding_text(const schema::SessionFinding& finding);

}  // namespace progress
