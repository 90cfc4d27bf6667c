#include <algorithm>
#include <array>

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

schema::Value FieldSpec::label() const {
    constexpr std::array<std::string_view, 5> of_scores{
        "at", "instrument", "region", "value", "rater"};
    if (name == "patient") {
        return schema::field_label("chart");
    }
    const bool is_whole = part.empty() && slot.empty();
    const bool is_known =
        field != nullptr || std::find(of_scores.begin(), of_scores.end(), name) != of_scores.end();
    return is_whole && is_known && !is_scale ? schema::Value(schema::field_label(name)) : text();
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
