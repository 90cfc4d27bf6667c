#pragma once
// What a safety rule says of a planned session.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/clinical/source_grade.h"
#include "app/texts/phrase.h"
#include "schema/records/description.h"
#include "schema/types/level.h"
#include "schema/types/region.h"

namespace clinical {

// A record by the noun of its kind and its id: acne 3.
struct RecordRef {
    std::string_view kind;
    std::int64_t id{};

    bool operator==(const RecordRef&) const = default;
};

template <class Record>
RecordRef reference_to(const Record& record) {
    return {schema::Description<Record>::noun, record.id.value};
}

struct Finding {
    std::string rule;
    schema::Level level{};
    texts::Phrase text;                    // what the rule says, for the clinician
    texts::Phrase because;                 // what it rests on here
    std::optional<RecordRef> record;       // where that is written; none: nothing is recorded
    std::optional<schema::Region> region;  // the planned area it speaks of; none: of no single one
    SourceGrade grade{};
    texts::Phrase source;

    bool operator==(const Finding&) const = default;
};

}  // namespace clinical
