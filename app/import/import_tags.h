#pragma once
// The labels that a file puts on patients: one value per key and patient, however many rows say it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/import/import_cells.h"
#include "app/import/import_patients.h"

namespace exchange {

class ImportTags {
  public:
    using Place = ImportPatients::Place;

    // Of a plan's columns, those that are tags.
    explicit ImportTags(const Plan& plan);

    struct Label {
        std::size_t key;  // of this list
        std::string value;
    };
    // The row's labels. A value that contradicts an earlier row of the same patient is a problem.
    std::vector<Label> read(const CellReader& cells,
                            const CsvRow& row,
                            std::optional<Place> patient,
                            const CellPlace& place) const;
    // Keeps the labels of a good row.
    void keep(Place patient, const std::vector<Label>& labels, std::size_t line);
    // Sets them all. How many there were.
    std::size_t write(db::Write& write, const ImportPatients& patients) const;

    const std::string& key(std::size_t index) const { return keys_[index]; }
    bool empty() const { return keys_.empty(); }

  private:
    struct Kept {
        std::string value;
        std::size_t line;
    };
    static std::uint64_t id(Place patient, std::size_t key) {
        return std::uint64_t{patient} << 16U | key;
    }

    std::vector<const PlannedColumn*> columns_;
    std::vector<std::string> keys_;
    std::unordered_map<std::uint64_t, Kept> kept_;
};

}  // namespace exchange
