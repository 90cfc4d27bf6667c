#pragma once
// The parts of a record from columns of their own: forehead.papules, item3, pahpi.size.

#include <algorithm>
#include <string>
#include <type_traits>
#include <vector>

#include <fmt/format.h>

#include "app/exchange/import_cells.h"
#include "app/exchange/record_traits.h"
#include "schema/records/set_field.h"

namespace exchange {

// A number of a part, as a cell said it.
struct SlotText {
    const PlannedColumn* column;
    std::string text;  // empty: missing
};

// Sets a number of the part that the column names.
template <class Part>
void set_slot(Part& part, const SlotText& slot, const CellPlace& place) {
    schema::for_each_field<Part>([&](const auto& field) {
        using Value = typename std::decay_t<decltype(field)>::value_type;
        if (field.name != slot.column->spec.slot) {
            return;
        }
        if (slot.text.empty() && !schema::is_required<Value>) {
            part.*field.member = Value{};
            return;
        }
        const auto value = schema::Text<Value>::read(slot.text);
        if (value && schema::in_range(field.facets.range, *value)) {
            part.*field.member = *value;
        } else {
            place.problems.push_back(
                cell_problem(*slot.column, slot.text, place, schema::field_form(field)));
        }
    });
}

// The part `key` from its slots; without any text it was not examined, and there is none.
template <class Record>
void add_part(Record& record,
              const std::string& key,
              const std::vector<SlotText>& slots,
              const CellPlace& place) {
    constexpr auto& parts = schema::Description<Record>::parts;
    auto& list = record.*parts.member;
    using Part = typename std::decay_t<decltype(list)>::value_type;
    const bool examined = std::any_of(slots.begin(), slots.end(), [&](const SlotText& slot) {
        return slot.column->spec.part == key && !slot.text.empty();
    });
    if (!examined) {
        return;
    }
    Part part;
    auto& key_member = part.*std::get<0>(schema::Description<Part>::fields).member;
    key_member = *schema::Text<std::decay_t<decltype(key_member)>>::read(key);
    for (const auto& slot : slots) {
        if (slot.column->spec.part == key) {
            set_slot(part, slot, place);
        }
    }
    const bool twice = std::any_of(list.begin(), list.end(), [&](const Part& other) {
        return schema::key_of(other) == schema::key_of(part);
    });
    if (twice) {
        place.problems.push_back({place.text(),
                                  fmt::format("{}: {} is given twice", parts.name, key),
                                  "give each place once, in one column or in columns of its own"});
    } else {
        list.push_back(std::move(part));
    }
}

template <class Record>
void add_parts(Record& record, const std::vector<SlotText>& slots, const CellPlace& place) {
    if constexpr (schema::HasParts<Record>) {
        std::vector<std::string> done;
        for (const auto& slot : slots) {
            const auto& key = slot.column->spec.part;
            if (!key.empty() && std::find(done.begin(), done.end(), key) == done.end()) {
                add_part(record, key, slots, place);
                done.push_back(key);
            }
        }
    }
}

// The text of a field whose items have columns of their own; empty when all items are missing.
// answers: 1,2,,0 in the order of their numbers; pahpi: size=4,intensity=6,number=2.
std::string joined_items(const std::string& field, const std::vector<SlotText>& slots);

// The numbers of one part that it must have and no column gives, as a list; empty if there are
// none.
template <class Part>
std::string unmapped_slots(const Plan& plan, const std::string& part) {
    std::string list;
    bool is_key = true;
    schema::for_each_field<Part>([&](const auto& field) {
        using Value = typename std::decay_t<decltype(field)>::value_type;
        const auto gives = [&](const PlannedColumn& other) {
            return other.spec.part == part && other.spec.slot == field.name;
        };
        if (!is_key && schema::is_required<Value> &&
            std::none_of(plan.columns.begin(), plan.columns.end(), gives)) {
            list += (list.empty() ? "" : ", ") + part + "." + std::string(field.name);
        }
        is_key = false;
    });
    return list;
}

// The parts that columns name, each once.
std::vector<std::string> parts_of(const Plan& plan);

// Throws schema::Error (refused) for numbers that a part must have and no column gives. Counts of
// lesions are the exception: a region that is recorded was examined, and what has no column is
// taken as none; then a warning says so.
template <class Record>
Problems check_slots(const Plan& plan, const std::string& file) {
    Problems found;
    if constexpr (schema::HasParts<Record>) {
        using Part =
            typename std::decay_t<decltype(std::declval<Record>().*
                                           schema::Description<Record>::parts.member)>::value_type;
        constexpr bool lesions = std::is_same_v<Part, schema::AcneRegion>;
        constexpr auto taken = lesions ? "; they are taken as 0 where the region has counts" : "";
        constexpr auto remedy =
            lesions ? "map them if they were counted" : "map them: --map FIELD=HEADER";
        for (const auto& part : parts_of(plan)) {
            if (const auto list = unmapped_slots<Part>(plan, part); !list.empty()) {
                found.push_back(
                    {file, fmt::format("no column is mapped to {}{}", list, taken), remedy});
            }
        }
        if (!lesions && !found.empty()) {
            throw schema::Error(schema::Fault::refused, std::move(found));
        }
    }
    return found;
}

}  // namespace exchange
