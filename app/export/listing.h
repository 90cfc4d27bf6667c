#pragma once
// A list as rows of typed cells: what its text, its CSV and its workbook are written from.

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "schema/kinds/kinds.h"
#include "schema/types/civil_time.h"
#include "schema/types/date.h"

namespace exchange {

struct ListingColumn {
    std::string name;    // "depth_mm"
    std::string unit{};  // UCUM; empty without one
};

struct ListingCell {
    std::string text;  // which reads back as the same value
    // Beside the text where it is more than that.
    std::variant<std::monostate, double, schema::Date, schema::CivilTime> value{};
};

struct Listing {
    std::vector<ListingColumn> columns;
    std::vector<std::vector<ListingCell>> rows;  // each as long as the columns
};

// Of one kind of a patient's records, or of patients: "patient", as `chart` says it of a patient's
// id, but not of patients themselves; "id", each field, the parts as one text, and whether it is
// voided.
Listing listing_of(const kinds::Kind& kind,
                   const std::vector<schema::AnyRecord>& records,
                   const std::function<std::string(std::int64_t)>& chart = {});

// The columns of these names alone, in this order. Throws schema::Error (refused, "--columns") for
// a name that none has.
Listing only_columns(const Listing& listing, const std::vector<std::string>& names);

// A header and a line for each row, as csv_line writes them.
std::string delimited(const Listing& listing, char delimiter);

// The same for spreadsheets, as guarded_csv_line writes it.
std::string guarded_csv(const Listing& listing);

}  // namespace exchange
