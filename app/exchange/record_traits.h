#pragma once
// What the kinds of rows have in common and where they differ, for import and export.

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "schema/records/any_record.h"
#include "schema/records/care_advice.h"
#include "schema/records/clinic.h"
#include "schema/records/depth_limit.h"
#include "schema/records/instrument.h"
#include "schema/records/study_row.h"
#include "schema/records/tag.h"

namespace exchange {

using schema::StudyRatingRow;
using schema::StudyRow;

template <class Record>
constexpr bool is_patient = std::is_same_v<Record, schema::Patient>;
template <class Record>
constexpr bool is_instrument = std::is_same_v<Record, schema::Instrument>;

template <class Record>
constexpr bool is_study_row =
    std::is_same_v<Record, StudyRow> || std::is_same_v<Record, StudyRatingRow>;

// A record of a patient, who is named by a column of their own.
template <class Record>
concept OfPatient = requires(Record record) {
    record.patient;
};
// A record that can be voided, and that others may refer to by its id.
template <class Record>
concept Voidable = requires(Record record) {
    record.voided;
};

// A row of a profile of the clinic's: one for each place.
template <class Record>
concept ProfileRow = requires(Record record) {
    record.is_same_place(record);
};

}  // namespace exchange
