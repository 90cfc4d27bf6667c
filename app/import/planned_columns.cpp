#include <algorithm>

#include <fmt/format.h>

#include "app/import/import_plan.h"
#include "app/text/time_offset.h"

namespace exchange {

std::string FieldSpec::text() const {
    if (name == "answers" && !slot.empty()) {
        return "item" + slot;
    }
    if (part == part_of_row) {
        return slot;
    }
    if (is_scale) {
        return name + (part.empty() ? "" : "@" + part) + (slot.empty() ? "" : "@" + slot);
    }
    if (part.empty()) {
        return slot.empty() ? name : fmt::format("{}.{}", name, slot);
    }
    return slot.empty() ? fmt::format("{}@{}", name, part) : fmt::format("{}.{}", part, slot);
}

bool FieldSpec::is_offset() const {
    return !is_scale && unit_named(name).has_value();
}

bool PlannedColumn::is_from(std::size_t of_file) const {
    return column == of_file || std::any_of(more.begin(), more.end(), [&](const auto& further) {
               return further.column == of_file;
           });
}

const PlannedColumn* Plan::find(std::string_view name) const {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& planned) {
        return planned.spec.name == name;
    });
    return found == columns.end() ? nullptr : &*found;
}

const PlannedColumn* Plan::find_whole(std::string_view parts) const {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& planned) {
        const auto& spec = planned.spec;
        return spec.name == parts && spec.part.empty() && spec.slot.empty();
    });
    return found == columns.end() ? nullptr : &*found;
}

bool Plan::has_confidential() const {
    return std::any_of(columns.begin(), columns.end(), [](const auto& planned) {
        return planned.spec.confidential;
    });
}

}  // namespace exchange
