#pragma once
// What a column can be for, by its header.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/import/import_plan.h"
#include "schema/records/instrument.h"

namespace exchange {

// How well a header names a field.
enum class Naming {
    weak,     // it may as well be something else: "ID", "Visit"
    synonym,  // what clinics call it: "DOB"
    exact,    // its own name: "born"
};

// Names and moments may stand in two columns: first and last name, day and clock.
enum class Piece { whole, first, last };

struct ColumnMeaning {
    FieldSpec spec;
    std::string field;  // as --map takes it: "iga@4w"
    Naming naming = Naming::weak;
    Piece piece = Piece::whole;
    bool is_part_of_row = false;  // the region of each row, whose numbers stand in other columns
};

// Everything that the header can mean for this kind, the best first; nothing for a strange one.
// An instrument may have a time beside it ("IGA week 4"), a part its number ("Forehead papules").
std::vector<ColumnMeaning> meanings_of(std::string_view header,
                                       const Vocabulary& vocabulary,
                                       const std::vector<schema::Instrument>& scales);

}  // namespace exchange
