#pragma once
// Records for other programs: fields by their names, numbers as numbers, what is absent as null,
// parts as arrays of objects; and id, patient (chart), version, voided.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/json/json_value.h"
#include "schema/kinds/kinds.h"
#include "schema/records/clinic.h"
#include "schema/records/instrument.h"
#include "schema/records/score.h"
#include "schema/records/tag.h"

namespace exchange {

// One object, and an array of them; all of the patient with this chart number.
OrderedJson record_json(const schema::AnyRecord& record, std::string_view chart);
OrderedJson records_json(const std::vector<schema::AnyRecord>& records, std::string_view chart);
template <class Record>
OrderedJson records_json(const std::vector<Record>& records, std::string_view chart) {
    return records_json(std::vector<schema::AnyRecord>(records.begin(), records.end()), chart);
}

// One of the clinic's own.
OrderedJson clinic_record_json(const kinds::ConstRecord& record);

// What a correction made of a record: {"id", "version", "changes": [{"part": key|null, "field",
// "before", "after"}]}, the version as it is now; of a part that came or went "field" is the name
// of the parts, and a value an object or null. No changes: nothing was written. `kept` is what
// stood with it before.
OrderedJson correction_json(const kinds::Kept& kept,
                            const kinds::ConstRecord& before,
                            const kinds::ConstRecord& after);

// An array of patients, each with their tags as an object; `tags` of any patients, in any order.
OrderedJson patients_json(const std::vector<schema::Patient>& patients,
                          const std::vector<schema::Tag>& tags);
OrderedJson patient_json(const schema::Patient& patient, const std::vector<schema::Tag>& tags);

// An array of {id, patient, instrument (code), region|null, at, value, labels:{key: value},
// from:{kind,id}|null, version, voided}; `from` is the record that the score was computed from.
OrderedJson scores_json(const std::vector<schema::Score>& scores,
                        const std::vector<schema::Instrument>& instruments,
                        std::string_view chart);

OrderedJson score_json(const schema::Score& score,
                       const std::vector<schema::Instrument>& instruments,
                       std::string_view chart);

// The fields by name; instead of low and high `range`: [low, high|null]. Then formula|null, bands
// [{name, from, to|null, assigned}], items [label], example|null, unverified|null: of the program's
// own scales; a clinic's have none.
OrderedJson instrument_json(const schema::Instrument& instrument);
OrderedJson instruments_json(const std::vector<schema::Instrument>& instruments);

OrderedJson clinic_json(const schema::Clinic& clinic);

// What a row of a file says: {"patient", fields …, "tags"}.
OrderedJson row_json(const kinds::ConstRecord& record,
                     const std::optional<std::string>& chart,
                     const std::vector<std::pair<std::string, std::string>>& tags);

}  // namespace exchange
