#include <algorithm>
#include <memory>
#include <type_traits>

#include <fmt/format.h>

#include "app/clinical/contradictions.h"
#include "app/clinical/instruments/questionnaire_sum.h"
#include "app/exchange/cell_words.h"
#include "app/exchange/column_decimals.h"
#include "app/exchange/record_checks.h"
#include "app/exchange/record_json.h"
#include "app/exchange/record_rows.h"
#include "app/exchange/record_vocabulary.h"
#include "app/exchange/study_rows.h"
#include "app/exchange/taken_code.h"
#include "app/tracking/birth.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/write.h"
#include "db/clinic.h"
#include "db/instruments.h"
#include "db/profile.h"
#include "db/records.h"
#include "db/tags.h"

namespace exchange {

namespace {

template <class Record>
constexpr bool is_tag = std::is_same_v<Record, schema::Tag>;

bool is_offset(const FieldSpec& spec) {
    return spec.name == "day" || spec.name == "week" || spec.name == "month";
}

bool is_tag_column(const FieldSpec& spec) {
    return spec.name.starts_with("tag:");
}

// Our own export, untouched: no option says anything about its cells.
template <class Record>
bool is_export(const ImportRun& run, const Table& table) {
    const auto& options = run.options;
    const bool plain = options.map.empty() && options.set.empty() && options.values.empty() &&
                       options.missing.empty() && !options.decimal && !options.dates;
    return run.of_directory() || (Voidable<Record> && plain && table.has_header() &&
                                  table.header() == export_header<Record>());
}

}  // namespace

template <class Record>
RecordRows<Record>::RecordRows(ImportRun& run, const Table& table, const Plan& plan, bool exact)
    : run_(run),
      table_(table),
      plan_(plan),
      cells_(run.options, exact),
      tags_(plan),
      scales_(db::all_instruments(run.book)),
      counts_(db::read_clinic(run.book).questionnaire_score) {}

template <class Record>
void RecordRows<Record>::read(const CsvRow& csv,
                              std::size_t number,
                              Problems& problems,
                              std::string* json) {
    const CellPlace place{table_.file(), csv.line, problems};
    Row row{.line = csv.line};
    set_cells(row, csv, number, place);
    const auto labels = tags_.read(cells_, csv, row.patient, place);
    if (problems.empty()) {
        check(row, place);
    }
    if (!problems.empty()) {
        return;
    }
    if (json != nullptr) {
        *json = json_of(row, labels);
    }
    keep(std::move(row), labels);
}

template <class Record>
void RecordRows<Record>::set_cells(Row& row,
                                   const CsvRow& csv,
                                   std::size_t number,
                                   const CellPlace& place) const {
    const auto row_number = std::to_string(number);
    std::vector<SlotText> slots;
    for (const auto& column : plan_.columns) {
        const auto cell = column.is_row_number ? row_number : cell_of(column, csv);
        if (is_offset(column.spec)) {
            set_counted_time(row, column, cell, place);
        } else if (!is_tag_column(column.spec)) {
            if (auto text = cells_.read(column, cell, place)) {
                set_text(row, column, std::move(*text), place, slots);
            }
        }
    }
    set_items(row, slots, place);
    add_parts(row.record, slots, place);
}

template <class Record>
void RecordRows<Record>::set_counted_time(Row& row,
                                          const PlannedColumn& column,
                                          std::string_view cell,
                                          const CellPlace& place) const {
    if (const auto time = cells_.counted(column, cell, place)) {
        auto moment = column;
        moment.spec.name = time_field<Record>();
        set_field(row, moment, time->text(), place);
    }
}

template <class Record>
void RecordRows<Record>::set_text(Row& row,
                                  const PlannedColumn& column,
                                  std::string text,
                                  const CellPlace& place,
                                  std::vector<SlotText>& slots) const {
    const auto& spec = column.spec;
    if (spec.name == "patient") {
        row.patient = patient_of(run_, column, text, place);
    } else if (!spec.slot.empty()) {
        slots.push_back({&column, std::move(text)});
    } else if (Voidable<Record> && (spec.name == "voided" || spec.name == "id")) {
        set_mark(row, column, text, place);
    } else {
        set_field(row, column, text, place);
    }
}

// What a record has beside its fields.
template <class Record>
void RecordRows<Record>::set_mark(Row& row,
                                  const PlannedColumn& column,
                                  const std::string& text,
                                  const CellPlace& place) const {
    if constexpr (Voidable<Record>) {
        if (column.spec.name == "id") {
            if (const auto id = schema::Text<std::int64_t>::read(text)) {
                row.exported_id = *id;
            } else {
                place.problems.push_back(cell_problem(column, text, place, "an id"));
            }
        } else if (const auto voided = schema::Text<bool>::read(text.empty() ? "no" : text)) {
            row.record.voided = *voided;
        } else {
            place.problems.push_back(cell_problem(column, text, place, "yes or no"));
        }
    }
}

template <class Record>
void RecordRows<Record>::set_field(Row& row,
                                   const PlannedColumn& column,
                                   const std::string& text,
                                   const CellPlace& place) const {
    Problems faults;
    schema::set_field(row.record, column.spec.name, text, "", faults);
    if (faults.empty()) {
        return;
    }
    const auto form = form_text<Record>(column.spec.name);
    if (!form.empty()) {
        place.problems.push_back(cell_problem(column, text, place, form));
        return;
    }
    for (auto& fault : faults) {
        place.problems.push_back(
            {place.text(column), shortened(std::move(fault.what)), std::move(fault.remedy)});
    }
}

template <class Record>
void RecordRows<Record>::set_items(Row& row,
                                   const std::vector<SlotText>& slots,
                                   const CellPlace& place) const {
    std::vector<std::string> done;
    for (const auto& slot : slots) {
        const auto& name = slot.column->spec.name;
        if (slot.column->spec.part.empty() &&
            std::find(done.begin(), done.end(), name) == done.end()) {
            set_field(row, *slot.column, joined_items(name, slots), place);
            done.push_back(name);
        }
    }
}

template <class Record>
void RecordRows<Record>::check(Row& row, const CellPlace& place) {
    check_references(run_, row.record, row.patient, place);
    add_all(clinical::contradictions(row.record), place);
    add_all(tracking::born_in_the_future(row.record), place);
    check_scores(row.record, scales_, counts_, place);
    if constexpr (is_study_row<Record>) {
        check_study(run_, row.record, scales_, place);
    }
    check_alone(row, place);
}

// What only one kind of record needs.
template <class Record>
void RecordRows<Record>::check_alone(const Row& row, const CellPlace& place) {
    const auto& record = row.record;
    if constexpr (is_patient<Record>) {
        check_name(record, place);
        if (auto problem = run_.patients.taken(record.chart, place.text())) {
            place.problems.push_back(std::move(*problem));
        }
    } else if constexpr (is_instrument<Record>) {
        if (auto problem = taken_code(record, scales_, run_.of_directory())) {
            add_all({std::move(*problem)}, place);
        }
    } else if constexpr (std::is_same_v<Record, StudyRow>) {
        const bool twice = std::any_of(rows_.begin(), rows_.end(), [&](const Row& other) {
            return is_in_force_with(other.record, record);
        });
        if (twice) {
            place.problems.push_back({place.text(),
                                      "an earlier row adopts a study of this scale and medium",
                                      "leave adopted empty, and adopt the one that is to judge"});
        }
    } else if constexpr (is_tag<Record>) {
        const auto known = labels_.try_emplace({*row.patient, record.key}, record.value).first;
        check_label(record, known->second, place);
    } else if (!rows_.empty() && std::is_same_v<Record, schema::Clinic>) {
        place.problems.push_back({place.text(),
                                  "is a second row of settings",
                                  "leave one row; a clinic has one set of settings"});
    }
}

// A patient may be known by number only; but where there is a column for names, one is expected.
template <class Record>
void RecordRows<Record>::check_name(const schema::Patient& patient, const CellPlace& place) const {
    const auto* name = plan_.find("name");
    name = name != nullptr ? name : plan_.find("name_ar");
    if (name != nullptr && !cells_.exact() && !patient.name && !patient.name_ar) {
        place.problems.push_back({place.text(*name),
                                  "the name is empty",
                                  "give the name, or leave the row out with --keep-good"});
    }
}

template <class Record>
std::string RecordRows<Record>::json_of(const Row& row,
                                        const std::vector<ImportTags::Label>& labels) const {
    std::vector<std::pair<std::string, std::string>> tags;
    for (const auto& label : labels) {
        tags.emplace_back(tags_.key(label.key), label.value);
    }
    const auto chart =
        row.patient ? std::optional(run_.patients.chart(*row.patient)) : std::nullopt;
    return row_json(row.record, chart, tags);
}

template <class Record>
void RecordRows<Record>::keep(Row row, const std::vector<ImportTags::Label>& labels) {
    if constexpr (is_patient<Record>) {
        row.patient = run_.patients.add(row.record.chart, row.line);
    } else if (row.patient) {
        run_.patients.want(*row.patient);
    }
    if constexpr (is_instrument<Record>) {
        scales_.push_back(row.record);
    }
    if constexpr (std::is_same_v<Record, schema::Questionnaire>) {
        const auto differs = clinical::total_differs(row.record);
        run_.report.totals_compared += differs ? 1 : 0;
        run_.report.totals_differing += differs.value_or(false) ? 1 : 0;
    }
    if (row.patient) {
        tags_.keep(*row.patient, labels, row.line);
    }
    rows_.push_back(std::move(row));
}

template <class Record>
void RecordRows<Record>::store(Storing& storing) {
    run_.report.patients_created += run_.patients.create_wanted(storing.write, storing.scorer);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        store(storing, rows_[i]);
        run_.tell(i, rows_.size());
    }
    judge_sessions<Record>(run_, storing.write, rows_);
    run_.report.tags_set += tags_.write(storing.write, run_.patients);
}

template <class Record>
void RecordRows<Record>::store(Storing& storing, Row& row) {
    auto& record = row.record;
    if constexpr (is_study_row<Record>) {
        if constexpr (OfPatient<Record>) {
            record.patient = run_.patients.id(*row.patient);
        }
        store_study(run_, storing.write, record, row.exported_id);
    } else if constexpr (Voidable<Record>) {
        store_of_patient(storing, row);
    } else if constexpr (is_tag<Record>) {
        record.patient = run_.patients.id(*row.patient);
        db::set_tag(storing.write, record);
    } else if constexpr (is_instrument<Record>) {
        if (!db::find_instrument(storing.write.book(), record.code)) {
            db::insert_instrument(storing.write, tracking::with_noise_rule(record));
        }
    } else if constexpr (ProfileRow<Record>) {
        db::put_profile_row(storing.write, record);
    } else {
        db::write_clinic(storing.write, record);
        storing.scorer.read_settings();
    }
}

// A record of an export is what it is: a session without a course does not get one now. A voided
// one has no scores.
template <class Record>
void RecordRows<Record>::store_of_patient(Storing& storing, Row& row) {
    if constexpr (Voidable<Record> && !is_study_row<Record>) {
        auto& record = row.record;
        const bool voided = record.voided;
        if constexpr (OfPatient<Record>) {
            record.patient = run_.patients.id(*row.patient);
        }
        record.voided = false;
        if (!cells_.exact()) {
            tracking::name_rater(record, run_.actor);
        }
        if constexpr (std::is_same_v<Record, schema::SessionFinding>) {
            if (run_.of_directory() && record.record) {
                record.record->id = new_id(*run_.new_ids, *record.record);
            }
        }
        if (voided || run_.of_directory()) {
            record.id = db::insert(storing.write, record);
        } else {
            record.id = tracking::store(storing.write, storing.scorer, record);
        }
        if (voided) {
            db::set_voided(storing.write, record.id);
        } else if (run_.of_directory()) {
            storing.scorer.store(record);
        }
        if constexpr (is_patient<Record>) {
            run_.patients.set_id(*row.patient, record.id);
        }
        if (run_.of_directory()) {
            (*run_.new_ids)[schema::Description<Record>::noun][row.exported_id] = record.id.value;
        }
    }
}

// What the rows point into stays with them.
template <class Record>
struct ReadRecords {
    Plan plan;
    std::optional<RecordRows<Record>> rows;
};

template <class Record>
Store read_records(ImportRun& run, const Table& table) {
    const bool exact = is_export<Record>(run, table);
    auto plan = make_plan(record_vocabulary<Record>(run.of_directory()), table, run.options);
    auto warnings = check_slots<Record>(plan, table.file());
    run.report.warnings.insert(run.report.warnings.end(), warnings.begin(), warnings.end());
    if (!exact) {
        find_decimals(plan, table, run.options.decimal);
    }
    const auto read = std::make_shared<ReadRecords<Record>>();
    read->plan = std::move(plan);
    auto& rows = read->rows.emplace(run, table, read->plan, exact);
    const Walk walk{table, run.options, run.progress, read->plan.has_confidential(), run.report};
    const auto walked = walk_rows(
        walk, [&](const CsvRow& row, std::size_t number, Problems& problems, std::string* json) {
            rows.read(row, number, problems, json);
        });
    if (!settle(run, table, walked)) {
        return {};
    }
    run.report.records += rows.size();
    return [read](Storing& storing) { read->rows->store(storing); };
}

// One for every kind.
template <class... Record>
constexpr auto readers(std::variant<Record...>*) {
    return std::tuple{&read_records<Record>...};
}

// Kept by the compiler although nothing here calls them: file_kinds.cpp does.
[[gnu::used]] const auto every_reader = readers(static_cast<RowsBesideRecords*>(nullptr));
[[gnu::used]] const auto every_file_reader = readers(static_cast<RowsOfFiles*>(nullptr));
[[gnu::used]] const auto every_record_reader = readers(static_cast<schema::AnyRecord*>(nullptr));

}  // namespace exchange
