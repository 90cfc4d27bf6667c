#include "app/import/scores/value_labels.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "app/import/record_vocabulary.h"
#include "app/import/rows/row_choice.h"
#include "app/text/utf8.h"
#include "db/records/clinic.h"
#include "db/records/score_labels.h"
#include "db/records/tags.h"
#include "schema/types/folding.h"
#include "schema/types/text_bounds.h"

namespace exchange {

namespace {

// One column of labels, as the patients of the file have it.
class Column {
  public:
    explicit Column(PlannedColumn& planned) : planned_(&planned) {}

    PlannedColumn& planned() const { return *planned_; }
    std::string key() const { return planned_->spec.name.substr(tag_prefix.size()); }

    void see(const std::string& patient, const std::string& value, std::size_t line) {
        auto& known = patients_[patient];
        if (known.value.empty()) {
            known.value = schema::identity(value);
        } else if (known.value != schema::identity(value) && !known.differs) {
            known.differs = true;
            ++differing_;
            line_ = line_ == 0 ? line : line_;
        }
    }
    std::size_t patients() const { return patients_.size(); }
    std::size_t differing() const { return differing_; }
    std::size_t first_line() const { return line_; }  // that differs

  private:
    struct Known {
        std::string value{};
        bool differs = false;
    };

    PlannedColumn* planned_;
    std::unordered_map<std::string, Known> patients_;
    std::size_t differing_ = 0;
    std::size_t line_ = 0;
};

// As the book or the file tells patients apart.
std::string patient_key(const ImportRun& run, std::string_view chart) {
    const auto known = run.patients.find(chart);
    return known ? fmt::format("#{}", *known) : schema::identity(chart);
}

void see_rows(const ImportRun& run,
              const Plan& plan,
              const Table& table,
              std::vector<Column>& all) {
    const auto* const patient = plan.find("patient");
    if (patient == nullptr || patient->is_row_number) {
        return;
    }
    CellFindings nobody_reads;
    ImportReport unreported;
    Problems told_later;
    const CellReader cells(
        run.options, run.of_directory(), nobody_reads, db::read_clinic(run.book).time_zone);
    RowChoice choice(run.options, plan, table);
    table.for_each_row([&](const CsvRow& row, std::size_t, std::size_t) {
        const auto* const chosen =
            row.cells.size() == table.header().size() ? choice.take(row, unreported) : nullptr;
        if (chosen == nullptr) {
            return;
        }
        const auto chart = trimmed(cells.meaning(*patient, cell_of(*patient, *chosen)));
        const CellPlace place{table.file(), chosen->line, told_later};
        for (auto& column : all) {
            const auto value =
                cells.read(column.planned(), cell_of(column.planned(), *chosen), place);
            if (value && !value->empty() && !chart.empty()) {
                column.see(patient_key(run, chart), *value, chosen->line);
            }
        }
        told_later.clear();
    });
}

// A key has one meaning in a book: where patients have it, a row that says otherwise contradicts.
bool is_of_patients(const db::Book& book, const std::string& key) {
    const auto tags = db::all_tags(book);
    return std::any_of(tags.begin(), tags.end(), [&](const auto& tag) { return tag.key == key; });
}

// What differs within few patients may be a slip.
std::string remark_on(const Column& column) {
    const bool are_few = column.differing() * 2 < column.patients();
    return fmt::format("{} differs within {} of {} patient{}: kept with each value{}",
                       column.key(),
                       column.differing(),
                       column.patients(),
                       column.patients() == 1 ? "" : "s",
                       are_few
                           ? fmt::format(", of every patient; the first is line {}: look whether "
                                         "it is a slip",
                                         column.first_line())
                           : "");
}

}  // namespace

void find_value_labels(ImportRun& run, Plan& plan, const Table& table) {
    std::vector<Column> columns;
    for (auto& planned : plan.columns) {
        if (planned.spec.name.starts_with(tag_prefix)) {
            columns.emplace_back(planned);
        }
    }
    if (columns.empty()) {
        return;
    }
    see_rows(run, plan, table, columns);
    for (const auto& column : columns) {
        const auto key = column.key();
        const bool differs = column.differing() > 0;
        if (is_of_patients(run.book, key)) {
            continue;
        }
        if (differs || db::label_keys(run.book).contains(key)) {
            run.report.value_labels.push_back(
                differs ? remark_on(column)
                        : fmt::format("{}: kept with each value, as in the book", key));
            column.planned().spec.name = std::string(label_prefix) + key;
        }
    }
}

ValueLabels::ValueLabels(const Plan& plan) {
    for (const auto& column : plan.columns) {
        if (column.spec.name.starts_with(label_prefix)) {
            columns_.push_back(&column);
        }
    }
    sets_.push_back(&places_.emplace(schema::Labels(), 0).first->first);
}

ValueLabels::Place ValueLabels::read(const CellReader& cells,
                                     const CsvRow& row,
                                     const CellPlace& place) {
    if (columns_.empty()) {
        return 0;
    }
    schema::Labels labels;
    for (const auto* column : columns_) {
        auto value = cells.read(*column, cell_of(*column, row), place);
        if (value && !value->empty()) {
            labels.emplace(column->spec.name.substr(label_prefix.size()), std::move(*value));
        }
    }
    const auto [known, is_new] =
        places_.try_emplace(std::move(labels), static_cast<Place>(sets_.size()));
    if (is_new) {
        schema::check_labels(known->first, place.text(), place.problems);
        sets_.push_back(&known->first);
    }
    return known->second;
}

}  // namespace exchange
