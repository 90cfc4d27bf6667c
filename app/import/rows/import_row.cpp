#include "app/import/rows/import_row.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/import/cell_synonyms.h"
#include "app/import/cell_words.h"
#include "app/import/record_vocabulary.h"
#include "app/text/time_offset.h"
#include "app/text/utf8.h"
#include "schema/kinds/record_text.h"
#include "schema/types/text.h"
#include "schema/types/text_bounds.h"

namespace exchange {

namespace {

bool is_tag_column(const FieldSpec& spec) {
    return spec.name.starts_with("tag:");
}

// What a part named alone lacks: "; or map its numbers beside it, --map depth_mm=HEADER …".
std::string number_columns(const kinds::Parts& parts) {
    std::string text = "; or map its numbers beside it,";
    for (auto field = parts.fields.begin() + 1; field != parts.fields.end(); ++field) {
        text += fmt::format(" --map {}=HEADER", field->name);
    }
    return text;
}

bool names_one(const kinds::Field& key, std::string_view text) {
    return kinds::read(key, text) || word_for(key, text);
}

void set_voided(const kinds::Record& record,
                const PlannedColumn& column,
                const std::string& text,
                const CellPlace& place) {
    const auto voided = schema::Text<bool>::read(text.empty() ? "no" : text);
    if (!voided) {
        place.problems.push_back(cell_problem(column, text, place, "yes or no"));
        return;
    }
    auto kept = record.kept();
    kept.voided = *voided;
    record.set_kept(kept);
}

}  // namespace

RowReader::Beside RowReader::read(const CsvRow& csv,
                                  std::size_t number,
                                  const kinds::Record& record,
                                  const CellPlace& at) const {
    const CellPlace place{at.file, at.line, at.problems, row_cells_.origin(csv, at)};
    const auto row_number = std::to_string(number);
    Beside beside;
    std::vector<SlotText> slots;
    SlotText contact{};
    const auto* part = has_part_of_row(plan_) ? plan_.find_whole(kind_.parts->name) : nullptr;
    SlotText part_key{part, {}};
    for (const auto& column : plan_.columns) {
        const auto cell = column.is_row_number ? row_number : cell_of(column, csv);
        if (unit_named(column.spec.name)) {
            set_counted_time(record, column, cell, place);
        } else if (!is_tag_column(column.spec)) {
            auto text = column.is_row_number ? cells_.read(column, cell, place)
                                             : row_cells_.read(column, csv, place);
            if (text && column.spec.name == contact_column) {
                contact = {&column, std::move(*text)};
            } else if (text && &column == part) {
                part_key.text = std::move(*text);
            } else if (text && !column.spec.slot.empty()) {
                slots.push_back({&column, std::move(*text)});
            } else if (text) {
                set_text(record, beside, column, *text, place);
            }
        }
    }
    keep_rest(csv, record, place);
    if (!contact.text.empty()) {
        set_contact(record, *contact.column, contact.text, place);
    }
    set_items(record, slots, place);
    add_parts(record, slots, place);
    if (part != nullptr) {
        add_parts_of_row(record, part_key, slots, place, cells_.findings());
    }
    return beside;
}

std::optional<ImportPatients::Place> RowReader::patient(const CsvRow& csv,
                                                        std::size_t number,
                                                        const CellPlace& place) const {
    const auto& column = *plan_.find("patient");
    const auto row_number = std::to_string(number);
    const auto cell = column.is_row_number ? std::string_view(row_number) : cell_of(column, csv);
    return patient_of(run_, column, trimmed(cells_.meaning(column, cell)), place);
}

std::optional<ImportPatients::Place> RowReader::known_patient(const CsvRow& csv) const {
    const auto* column = plan_.find("chart");
    const auto chart = trimmed(cells_.meaning(*column, cell_of(*column, csv)));
    const auto known = run_.patients.find(chart);
    return known && !run_.patients.is_of_voided(chart) ? known : std::nullopt;
}

// What --values FIELD:*= stands for is said in its own words by the note, where that is empty.
void RowReader::keep_rest(const CsvRow& csv,
                          const kinds::Record& record,
                          const CellPlace& place) const {
    const auto* note = kind_.field("note");
    for (const auto& column : plan_.columns) {
        const auto text = cells_.taken_by_rest(column, cell_of(column, csv));
        if (text && note != nullptr && record.get(*note).is_absent()) {
            kinds::set_field(record, note->name, *text, place.text(column), place.problems);
        }
    }
}

void RowReader::set_counted_time(const kinds::Record& record,
                                 const PlannedColumn& column,
                                 std::string_view cell,
                                 const CellPlace& place) const {
    if (const auto time = cells_.counted(column, cell, place)) {
        auto moment = column;
        moment.spec.name = time_field(kind_);
        set_field(record, moment, time->text(), place);
    }
}

void RowReader::set_text(const kinds::Record& record,
                         Beside& beside,
                         const PlannedColumn& column,
                         const std::string& text,
                         const CellPlace& place) const {
    const auto& name = column.spec.name;
    if (name == "patient_id") {
        beside.patient = exported_patient(run_, column, text, place);
    } else if (name == "patient") {
        if (plan_.find("patient_id") == nullptr) {
            beside.patient = patient_of(run_, column, text, place);
        }
    } else if (name == "version" && kind_.is_versioned) {
        const auto version = schema::Text<int>::read(text);
        if (!version || *version < 1) {
            place.problems.push_back(cell_problem(column, text, place, "a version"));
        }
        beside.version = version.value_or(1);
    } else if (kind_.is_versioned && name == "voided") {
        set_voided(record, column, text, place);
    } else if (!kind_.is_versioned || name != "id") {
        set_field(record, column, text, place);
    } else if (const auto id = schema::Text<std::int64_t>::read(text)) {
        beside.exported_id = *id;
    } else {
        place.problems.push_back(cell_problem(column, text, place, "an id"));
    }
}

// Beside a column that gives the same field, both must say the same.
void RowReader::set_contact(const kinds::Record& record,
                            const PlannedColumn& column,
                            const std::string& text,
                            const CellPlace& place) const {
    auto split = column;
    split.spec.name = schema::contact_field(text);
    const auto& field = *kind_.field(split.spec.name);
    const auto before = record.get(field);
    set_field(record, split, text, place);
    if (!before.is_absent() && before != record.get(field)) {
        place.problems.push_back(schema::Problem{
            place.text(column),
            fmt::format("{} and {} say otherwise", column.spec.name, field.name),
            fmt::format("leave one of them empty, or map {} to another field", column.spec.name)}
                                     .as("contact_other",
                                         {{"field", schema::field_label(field.name)}}));
    }
}

// What stands around a name is cut off; what nobody types there is asked about.
std::string_view RowReader::told(const PlannedColumn& column,
                                 std::string_view text,
                                 const CellPlace& place) const {
    const auto& name = column.spec.name;
    if (cells_.exact() || (name != "name" && name != "name_ar") || kind_.noun != "patient") {
        return text;
    }
    const auto bare = schema::without_ends(text);
    if (bare.empty()) {
        return text;
    }
    const bool has_tab =
        text.find('\t') != std::string::npos && bare.find('\t') == std::string::npos;
    if (has_tab || trimmed(text) != bare) {
        ask_row(
            run_,
            {.fault = schema::Fault::implausible,
             .field = name,
             .reason = name + " has a line end, tab or invisible mark around it, which is cut off",
             .told = {"error.name_marks"}},
            place);
    }
    return bare;
}

void RowReader::set_field(const kinds::Record& record,
                          const PlannedColumn& column,
                          const std::string& text,
                          const CellPlace& place) const {
    Problems faults;
    kinds::set_field(record, column.spec.name, told(column, text, place), "", faults);
    if (faults.empty()) {
        return;
    }
    if (kind_.parts && column.spec.name == kind_.parts->name &&
        names_one(kind_.parts->fields.front(), trimmed(text))) {
        faults = {schema::Problem{
            faults.back().where,
            fmt::format(
                "{}: {} is not {}", kind_.parts->name, excerpt(trimmed(text)), kind_.parts->form),
            faults.back().remedy + number_columns(*kind_.parts)}
                      .as("place_without_numbers", {{"value", std::string(trimmed(text))}})};
    }
    const auto form = form_text(kind_, column.spec.name);
    if (!form.empty()) {
        place.problems.push_back(cell_problem(column, text, place, form));
        return;
    }
    for (auto& fault : faults) {
        place.problems.push_back({.where = place.text(column),
                                  .what = shortened(std::move(fault.what)),
                                  .remedy = std::move(fault.remedy),
                                  .told = std::move(fault.told)});
    }
}

void RowReader::set_items(const kinds::Record& record,
                          const std::vector<SlotText>& slots,
                          const CellPlace& place) const {
    std::vector<std::string> done;
    for (const auto& slot : slots) {
        const auto& name = slot.column->spec.name;
        if (slot.column->spec.part.empty() &&
            std::find(done.begin(), done.end(), name) == done.end()) {
            set_field(record, *slot.column, joined_items(name, slots), place);
            done.push_back(name);
        }
    }
}

}  // namespace exchange
