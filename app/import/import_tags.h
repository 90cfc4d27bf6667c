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
#include "app/import/import_run.h"
#include "schema/records/tag.h"

namespace exchange {

class ImportTags {
  public:
    using Place = ImportPatients::Place;

    // Of a plan's columns, those that are tags. What is given must outlive this.
    ImportTags(ImportRun& run, const Plan& plan);

    struct Label {
        std::size_t key;  // of this list
        std::string value;
    };
    // The row's labels. A value that contradicts an earlier row of the same patient is a problem;
    // one that the book says otherwise is asked back.
    std::vector<Label> read(const CellReader& cells,
                            const CsvRow& row,
                            std::optional<Place> patient,
                            const CellPlace& place);
    // Keeps the labels of a good row that are not in the book already.
    void keep(Place patient, const std::vector<Label>& labels, std::size_t line);
    // Sets them all. How many there were.
    std::size_t write(db::Write& write, const ImportPatients& patients) const;

    const std::string& key(std::size_t index) const { return keys_[index]; }
    bool has_news() const { return !kept_.empty(); }

  private:
    struct Kept {
        std::string value;
        std::size_t line;
    };
    static std::uint64_t id(Place patient, std::size_t key) {
        return std::uint64_t{patient} << 16U | key;
    }

    const schema::Tag* in_book(Place patient, std::size_t key);

    ImportRun& run_;
    std::unordered_map<Place, std::vector<schema::Tag>> in_book_;  // of patients of earlier rows
    std::vector<const PlannedColumn*> columns_;
    std::vector<std::string> keys_;
    std::unordered_map<std::uint64_t, Kept> kept_;
};

// What to ask of a value that the book says otherwise.
tracking::Question tag_question(const schema::Tag& there, const std::string& value);

}  // namespace exchange
