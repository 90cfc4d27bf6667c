#pragma once
// Which column of a file is for which field of a record.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/import/import_options.h"
#include "app/import/import_table.h"
#include "app/text/number.h"

namespace kinds {
struct Field;
}  // namespace kinds

namespace exchange {

// How the text of a cell is understood.
enum class CellForm {
    free_text,    // as it is, blanks included
    word,         // blanks around it aside
    number,       // with the column's decimal sign
    moment,       // a day or a moment of it
    day,          // a day
    partial_day,  // a day, a month or a year
};

// In the place of a part's key: the part that the row itself names, in a column of its own.
inline constexpr std::string_view part_of_row = "*";

// What a column can be for.
struct FieldSpec {
    std::string name;  // of the field; "patient", "tag:arm", "week"; an instrument's code
    CellForm form = CellForm::word;
    bool required = false;
    bool confidential = false;
    bool is_scale = false;  // an instrument, whose values the column holds
    std::string part{};     // one part of the record (forehead); the region of a score
    std::string slot{};     // a number of it (papules; size of pahpi); the offset of a score (8w)
    std::string unit{};     // of its numbers, as a cell may repeat it: mm, %; empty: none
    const kinds::Field* field = nullptr;  // of a kind of record, where the column holds its value

    // "forehead.papules", "tewl@left_cheek@8w"
    std::string text() const;
    // What a page calls it; of a scale, a tag and a part of a record its own text.
    schema::Value label() const;
    // hour, day, week or month from an origin; a scale of such a code is none.
    bool is_offset() const;
    bool same_target(const FieldSpec& other) const {
        return name == other.name && part == other.part && slot == other.slot;
    }
};

// What the columns of a kind can be for.
struct Vocabulary {
    std::string kind;               // "sessions"
    std::string time_field;         // "at", "on" …; empty if it has none
    bool takes_visits = false;      // several times in one row, each before its values
    std::vector<FieldSpec> fields;  // the plain ones, as help lists them
    // The field of this name in every spelling that is understood; nothing for an unknown one.
    std::function<std::optional<FieldSpec>(std::string_view name)> find;
    // Why a name that is not found is none, and what to write; may be empty.
    std::function<std::optional<schema::Problem>(std::string_view name)> fault{};
};

// A column with what it is for; or the same text in every row.
struct PlannedColumn {
    FieldSpec spec;
    std::optional<std::size_t> column;  // from 0
    bool is_row_number = false;         // patient=#row
    std::string constant{};             // of --set, without a column
    std::string label{};                // column 3 "Header"
    Decimal decimal = Decimal::plain;
    std::vector<std::pair<std::string, std::string>> translations{};  // of --values
    // Further columns of the same field: the pieces of a text after the first, a moment's clock.
    std::vector<PlannedColumn> more{};
    std::size_t visit = 0;  // which of several times of a row it belongs to

    bool is_from(std::size_t of_file) const;  // this or a further one
};

struct Plan {
    std::vector<PlannedColumn> columns;
    std::optional<PlannedColumn> origin{};     // the row's own first day
    std::vector<std::size_t> taken_by_name{};  // columns that nobody told
    std::vector<schema::Problem> warnings{};

    const PlannedColumn* find(std::string_view name) const;  // the first for this field
    // The one of all parts of this name, or of the key of the part that a row is of.
    const PlannedColumn* find_whole(std::string_view parts) const;
    bool has_confidential() const;
};

// What the options say, then every other header that is the name of a field; of an instrument only
// where nothing else names the values, else a warning proposes it.
// Throws schema::Error: misused for unknown fields and fields mapped twice; refused, with the
// headers that exist, for headers that do not, required fields without a column, and a first line
// that looks like data where no header is used by its name and none was told.
Plan make_plan(const Vocabulary& vocabulary, const Table& table, const ImportOptions& options);

}  // namespace exchange
