#pragma once
// Rows of one part each: those of the same patient and time are one record.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/import/import_cells.h"
#include "app/import/import_tags.h"
#include "app/import/rows/rows_in_book.h"
#include "schema/kinds/correction.h"
#include "schema/kinds/record_text.h"

namespace exchange {

template <class Row>
class RowGroups {
  public:
    struct Held {
        Row row;
        std::vector<ImportTags::Label> labels;
        std::string_view raw;  // as it stands in the file
    };
    struct Group {
        std::vector<Held> rows;           // of one record, in the order of the file
        std::optional<std::size_t> torn;  // the line of one that cannot be read
    };

    void add(Held held) { of(held.row).rows.push_back(std::move(held)); }
    // A row that has problems: what remains of its record is not all of it.
    void tear(const Row& row) { of(row).torn = row.line; }

    // In the order of their first rows.
    std::vector<Group>& all() { return groups_; }

  private:
    Group& of(const Row& row) {
        const auto& kind = kinds::ConstRecord(row.record).kind();
        const auto* when = kind.field(schema::Role::when);
        const auto time =
            when == nullptr ? std::string() : kinds::text_of(*when, when->get(&row.record));
        const auto next = groups_.size();
        const auto [place, is_new] = places_.try_emplace({row.patient, time}, next);
        return is_new ? groups_.emplace_back() : groups_[place->second];
    }

    std::map<std::pair<std::optional<ImportPatients::Place>, std::string>, std::size_t> places_;
    std::vector<Group> groups_;
};

// Puts the parts of one row's record to those of the first row of the same record. A problem where
// anything else differs, or both have the same part.
void join_parts(const kinds::Record& first,
                std::size_t first_line,
                const kinds::ConstRecord& further,
                const CellPlace& place);

}  // namespace exchange
