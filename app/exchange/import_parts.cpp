#include "app/exchange/import_parts.h"

#include <algorithm>

#include <fmt/format.h>

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

void add_part(const kinds::Record& record,
              const std::string& key,
              const std::vector<SlotText>& slots,
              const CellPlace& place) {
    const auto& parts = *record.kind().parts;
    const bool examined = std::any_of(slots.begin(), slots.end(), [&](const SlotText& slot) {
        return slot.column->spec.part == key && !slot.text.empty();
    });
    if (!examined) {
        return;
    }
    auto* part = parts.add(record.at());
    parts.fields.front().set(part, *kinds::read(parts.fields.front(), key));
    for (const auto& slot : slots) {
        if (slot.column->spec.part == key) {
            set_slot(parts, part, slot, place);
        }
    }
    if (kinds::repeats_a_key(parts, record.at())) {
        place.problems.push_back({place.text(),
                                  fmt::format("{}: {} is given twice", parts.name, key),
                                  "give each place once, in one column or in columns of its own"});
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
            list += fmt::format("{}{}.{}", list.empty() ? "" : ", ", part, field->name);
        }
    }
    return list;
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
        if (!key.empty() && std::find(done.begin(), done.end(), key) == done.end()) {
            add_part(record, key, slots, place);
            done.push_back(key);
        }
    }
}

Problems check_slots(const kinds::Kind& kind, const Plan& plan, const std::string& file) {
    Problems found;
    if (!kind.parts) {
        return found;
    }
    const bool lesions = kind.parts->written == schema::PartForm::named;
    for (const auto& part : parts_of(plan)) {
        if (const auto list = unmapped_slots(*kind.parts, plan, part); !list.empty()) {
            found.push_back(
                {file,
                 fmt::format("no column is mapped to {}{}",
                             list,
                             lesions ? "; they are taken as 0 where the region has counts" : ""),
                 lesions ? "map them if they were counted" : "map them: --map FIELD=HEADER"});
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
