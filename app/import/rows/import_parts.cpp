#include "app/import/rows/import_parts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/clinical/extent.h"
#include "app/import/cell_synonyms.h"
#include "app/text/number.h"
#include "app/text/utf8.h"
#include "schema/kinds/record_text.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

std::string joined_answers(const std::vector<SlotText>& items) {
    std::vector<std::string> answers;
    for (const auto& item : items) {
        const auto number =
            static_cast<std::size_t>(*schema::Text<int>::read(item.column->spec.slot));
        if (answers.size() < number) {
            answers.resize(number);
        }
        answers[number - 1] = item.text;
    }
    std::string text;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        text += (i == 0 ? "" : ",") + answers[i];
    }
    return text;
}

// "1.5mm x 4 passes", "1.5 x 4", "1.5/4": two numbers, the second without a unit of the first.
std::optional<std::array<std::string, 2>> two_numbers(std::string_view text, Decimal decimal) {
    constexpr std::string_view times = "\xC3\x97";  // ×
    auto at = text.find_first_of("xX*/:");
    auto size = std::size_t{1};
    if (at == std::string_view::npos) {
        at = text.find(times);
        size = times.size();
    }
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    const auto bare = [&](std::string_view number, std::string_view unit) {
        number = trimmed(number);
        const bool has_unit = number.ends_with(unit);
        return plain_number(has_unit ? number.substr(0, number.size() - unit.size()) : number,
                            decimal);
    };
    const auto first = bare(text.substr(0, at), "mm");
    auto behind = trimmed(text.substr(at + size));
    const auto second = bare(behind, behind.ends_with("passes") ? "passes" : "pass");
    return first && second ? std::optional(std::array{*first, *second}) : std::nullopt;
}

// Of a face that was needled as a whole; the thin skin around the eyes is named where it was.
std::vector<std::string> full_face() {
    std::vector<std::string> regions;
    for (const auto region : clinical::face_regions) {
        if (region != schema::Region::periorbital) {
            regions.emplace_back(schema::word(region));
        }
    }
    return regions;
}

// The keys that a text stands for; none for one that is not understood. A depth is that of every
// region of a face, counts of lesions are not.
std::vector<std::string> part_keys(const kinds::Parts& parts, const std::string& text) {
    const auto& key = parts.fields.front();
    if (kinds::read(key, text)) {
        return {text};
    }
    if (const auto word = synonym(key.word_table, text)) {
        return {std::string(*word)};
    }
    const bool is_of_each_region = parts.written == schema::PartForm::colons;
    return is_of_each_region && synonym("extent", text) ? full_face() : std::vector<std::string>();
}

// The parts that columns name, each once.
std::vector<std::string> parts_of(const Plan& plan) {
    std::vector<std::string> parts;
    for (const auto& column : plan.columns) {
        const auto& part = column.spec.part;
        if (!part.empty() && std::find(parts.begin(), parts.end(), part) == parts.end()) {
            parts.push_back(part);
        }
    }
    return parts;
}

// Sets a number of the part that the column names.
void set_slot(const kinds::Parts& parts, void* part, const SlotText& slot, const CellPlace& place) {
    for (const auto& field : parts.fields) {
        if (field.name != slot.column->spec.slot) {
            continue;
        }
        auto value =
            slot.text.empty() && !field.required ? kinds::Value() : kinds::read(field, slot.text);
        if (value && kinds::in_range(field, *value)) {
            field.set(part, std::move(*value));
        } else {
            place.problems.push_back(
                cell_problem(*slot.column, slot.text, place, kinds::form(field)));
        }
    }
}

// Whether any number of the part is there; the columns name the part by `named`.
bool is_examined(const std::string& named, const std::vector<SlotText>& slots) {
    return std::any_of(slots.begin(), slots.end(), [&](const SlotText& slot) {
        return slot.column->spec.part == named && !slot.text.empty();
    });
}

// Sets both numbers of a part from one cell.
void set_dose(const kinds::Parts& parts, void* part, const SlotText& slot, const CellPlace& place) {
    const auto numbers = two_numbers(slot.text, slot.column->decimal);
    bool is_set = numbers.has_value();
    for (std::size_t i = 0; is_set && i < numbers->size(); ++i) {
        const auto& field = parts.fields[i + 1];
        auto value = kinds::read(field, (*numbers)[i]);
        is_set = value && kinds::in_range(field, *value);
        if (is_set) {
            field.set(part, std::move(*value));
        }
    }
    if (!is_set) {
        place.problems.push_back(cell_problem(*slot.column,
                                              slot.text,
                                              place,
                                              fmt::format("{} and {} as 1.5 x 4, and no column is "
                                                          "mapped to {}",
                                                          parts.fields[1].name,
                                                          parts.fields[2].name,
                                                          parts.fields[2].name)));
    }
}

// One part more, with the numbers of the columns that name it by `named`.
void add_part(const kinds::Record& record,
              const std::string& named,
              const std::string& key,
              const std::vector<SlotText>& slots,
              const CellPlace& place) {
    const auto& parts = *record.kind().parts;
    auto* part = parts.add(record.at());
    parts.fields.front().set(part, *kinds::read(parts.fields.front(), key));
    for (const auto& slot : slots) {
        const auto& spec = slot.column->spec;
        if (spec.part == named && spec.form == CellForm::word) {
            set_dose(parts, part, slot, place);
        } else if (spec.part == named) {
            set_slot(parts, part, slot, place);
        }
    }
    if (kinds::repeats_a_key(parts, record.at())) {
        place.problems.push_back(
            schema::Problem{place.text(),
                            fmt::format("{}: {} is given twice", parts.name, key),
                            "give each place once, in one column or in columns of its own"}
                .as("twice"));
        parts.remove_last(record.at());
    }
}

// The numbers of one part that it must have and no column gives, as a list; empty if there are
// none.
std::string unmapped_slots(const kinds::Parts& parts, const Plan& plan, const std::string& part) {
    std::string list;
    for (auto field = parts.fields.begin() + 1; field != parts.fields.end(); ++field) {
        const auto gives = [&](const PlannedColumn& other) {
            return other.spec.part == part && other.spec.slot == field->name;
        };
        if (field->required && std::none_of(plan.columns.begin(), plan.columns.end(), gives)) {
            const FieldSpec missing{.part = part, .slot = std::string(field->name)};
            list += (list.empty() ? "" : ", ") + missing.text();
        }
    }
    return list;
}

// The column of the first of two numbers, where none gives the second.
PlannedColumn* column_of_both(const kinds::Parts& parts, Plan& plan, const std::string& part) {
    PlannedColumn* first = nullptr;
    for (auto& column : plan.columns) {
        if (parts.fields.size() == 3 && column.spec.part == part) {
            if (column.spec.slot == parts.fields[2].name) {
                return nullptr;
            }
            first = &column;
        }
    }
    return first;
}

}  // namespace

void add_parts(const kinds::Record& record,
               const std::vector<SlotText>& slots,
               const CellPlace& place) {
    if (!record.kind().parts) {
        return;
    }
    std::vector<std::string> done;
    for (const auto& slot : slots) {
        const auto& key = slot.column->spec.part;
        if (!key.empty() && key != part_of_row &&
            std::find(done.begin(), done.end(), key) == done.end()) {
            if (is_examined(key, slots)) {
                add_part(record, key, key, slots, place);
            }
            done.push_back(key);
        }
    }
}

bool has_part_of_row(const Plan& plan) {
    return std::any_of(plan.columns.begin(), plan.columns.end(), [](const auto& column) {
        return column.spec.part == part_of_row;
    });
}

void add_parts_of_row(const kinds::Record& record,
                      const SlotText& key,
                      const std::vector<SlotText>& slots,
                      const CellPlace& place,
                      CellFindings& findings) {
    const auto& parts = *record.kind().parts;
    const std::string named(part_of_row);
    if (key.text.empty() && !is_examined(named, slots)) {
        return;
    }
    const auto keys = part_keys(parts, key.text);
    if (keys.empty()) {
        place.problems.push_back(
            cell_problem(*key.column, key.text, place, kinds::form(parts.fields.front())));
        findings.ask(*key.column, key.text, choices_of(parts.fields.front()));
    } else if (keys.front() != key.text) {
        findings.read_as(*key.column, key.text, fmt::format("{}", fmt::join(keys, ", ")));
    }
    for (const auto& each : keys) {
        add_part(record, named, each, slots, place);
    }
}

Problems check_slots(const kinds::Kind& kind, Plan& plan, const std::string& file) {
    Problems found;
    if (!kind.parts) {
        return found;
    }
    if (has_part_of_row(plan) && plan.find_whole(kind.parts->name) == nullptr) {
        throw schema::refused(
            file,
            fmt::format("no column says which of the {} a row is of", kind.parts->name),
            fmt::format("say --map {}=HEADER", kind.parts->option))
            .as("part_column_missing");
    }
    const bool lesions = kind.parts->written == schema::PartForm::named;
    for (const auto& part : parts_of(plan)) {
        if (auto* both = column_of_both(*kind.parts, plan, part)) {
            both->spec.form = CellForm::word;
        } else if (const auto list = unmapped_slots(*kind.parts, plan, part); !list.empty()) {
            found.push_back(schema::Problem{
                file,
                fmt::format("no column is mapped to {}{}",
                            list,
                            lesions ? "; they are taken as 0 where the region has counts" : ""),
                lesions ? "map them if they were counted" : "map them: --map FIELD=HEADER"}
                                .as(lesions ? "counts_without_column" : "number_without_column"));
        }
    }
    if (!lesions && !found.empty()) {
        throw schema::Error(schema::Fault::refused, std::move(found));
    }
    return found;
}

std::string joined_items(const std::string& field, const std::vector<SlotText>& slots) {
    std::vector<SlotText> items;
    bool answered = false;
    for (const auto& slot : slots) {
        if (slot.column->spec.name == field) {
            items.push_back(slot);
            answered = answered || !slot.text.empty();
        }
    }
    if (!answered) {
        return "";
    }
    if (field == "answers") {
        return joined_answers(items);
    }
    std::string text;
    for (const auto& item : items) {
        text += (text.empty() ? "" : ",") + item.column->spec.slot + "=" + item.text;
    }
    return text;
}

}  // namespace exchange
