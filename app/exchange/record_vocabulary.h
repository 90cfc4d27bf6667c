#pragma once
// What the columns of a file of records can be for, from the record's own description.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "app/exchange/import_plan.h"
#include "app/exchange/record_traits.h"
#include "schema/types/text.h"

namespace exchange {

// A text that may be absent is kept as it is; one that names something has no blanks around it.
template <class Value>
constexpr CellForm form_of() {
    using Plain = typename Bare<Value>::type;
    if constexpr (std::is_same_v<Value, std::optional<std::string>>) {
        return CellForm::free_text;
    } else if constexpr (std::is_same_v<Plain, int> || std::is_same_v<Plain, double>) {
        return CellForm::number;
    } else if constexpr (std::is_same_v<Plain, schema::CivilTime>) {
        return CellForm::moment;
    } else if constexpr (std::is_same_v<Plain, schema::Date>) {
        return CellForm::day;
    } else if constexpr (std::is_same_v<Plain, schema::PartialDate>) {
        return CellForm::partial_day;
    } else {
        return CellForm::word;
    }
}

// The field that says when, which `at` and `on` both name: a moment or day that must be given, else
// the first date as far as it is known.
template <class Record>
std::string time_field() {
    std::string name;
    const auto take_first = [&](auto is_time) {
        schema::for_each_field<Record>([&](const auto& field) {
            using Value = typename std::decay_t<decltype(field)>::value_type;
            if (name.empty() && is_time(static_cast<Value*>(nullptr))) {
                name = field.name;
            }
        });
    };
    take_first([]<class Value>(Value*) {
        return std::is_same_v<Value, schema::CivilTime> || std::is_same_v<Value, schema::Date>;
    });
    take_first([]<class Value>(Value*) {
        return std::is_same_v<Value, std::optional<schema::PartialDate>>;
    });
    return name;
}

template <class Record>
FieldSpec patient_spec() {
    return {.name = is_patient<Record> ? "chart" : "patient", .required = true};
}

// The number of a part that `slot` names; where a part has only one number, no name will do.
template <class Part>
std::optional<FieldSpec> slot_spec(std::string_view list,
                                   std::string_view key,
                                   std::string_view slot) {
    constexpr auto fields =
        std::tuple_size_v<std::decay_t<decltype(schema::Description<Part>::fields)>>;
    std::optional<FieldSpec> found;
    std::size_t place = 0;  // the first field is the key
    schema::for_each_field<Part>([&](const auto& field) {
        const bool only_number = fields == 2 && slot.empty();
        if (place++ > 0 && (only_number || field.name == slot)) {
            found = FieldSpec{.name = std::string(list),
                              .form = CellForm::number,
                              .part = std::string(key),
                              .slot = std::string(field.name)};
        }
    });
    return found;
}

// A number of one part: forehead.papules, left_cheek.depth_mm; where a part has only one number,
// its key alone will do: dish_mild, counts.dish_mild.
template <class Record>
std::optional<FieldSpec> find_slot(std::string_view name) {
    if constexpr (schema::HasParts<Record>) {
        constexpr auto& parts = schema::Description<Record>::parts;
        using Part =
            typename std::decay_t<decltype(std::declval<Record>().*parts.member)>::value_type;
        using Key = std::decay_t<decltype(std::declval<Part>().*
                                          std::get<0>(schema::Description<Part>::fields).member)>;
        const auto dot = std::min(name.find('.'), name.size());
        auto key = name.substr(0, dot);
        auto slot = name.substr(std::min(dot + 1, name.size()));
        if (key == parts.name || key == parts.option) {
            key = std::exchange(slot, {});
        }
        return schema::Text<Key>::read(key) ? slot_spec<Part>(parts.name, key, slot) : std::nullopt;
    } else {
        return std::nullopt;
    }
}

// item3 of a questionnaire; pahpi.size.
template <class Record>
std::optional<FieldSpec> find_item(std::string_view name) {
    if constexpr (std::is_same_v<Record, schema::Questionnaire>) {
        const auto number =
            name.starts_with("item") ? schema::Text<int>::read(name.substr(4)) : std::nullopt;
        if (number && *number >= 1 && *number <= 99) {
            return FieldSpec{
                .name = "answers", .form = CellForm::number, .slot = std::to_string(*number)};
        }
    } else if constexpr (std::is_same_v<Record, schema::PigmentationObservation>) {
        if (name == "pahpi.size" || name == "pahpi.intensity" || name == "pahpi.number") {
            return FieldSpec{.name = "pahpi",
                             .form = CellForm::number,
                             .slot = std::string(name.substr(name.find('.') + 1))};
        }
    }
    return std::nullopt;
}

template <class Record>
std::vector<FieldSpec> plain_fields() {
    std::vector<FieldSpec> fields;
    if constexpr (OfPatient<Record>) {
        fields.push_back(patient_spec<Record>());
    }
    for_each_column<Record>([&](const auto& field) {
        using Value = typename std::decay_t<decltype(field)>::value_type;
        fields.push_back({.name = std::string(field.name),
                          .form = form_of<Value>(),
                          .required = schema::is_required<Value>,
                          .confidential = field.facets.confidential});
    });
    if constexpr (schema::HasParts<Record>) {
        fields.push_back({.name = std::string(schema::Description<Record>::parts.name)});
    }
    if constexpr (Voidable<Record>) {
        fields.push_back({.name = "voided"});
    }
    return fields;
}

// tag:arm, on the patient of any kind of record.
inline std::optional<FieldSpec> find_tag(std::string_view name) {
    constexpr std::string_view prefix = "tag:";
    const bool tag = name.starts_with(prefix) && name.size() > prefix.size();
    return tag ? std::optional(FieldSpec{.name = std::string(name)}) : std::nullopt;
}

// day, week or month: the row's offset from the origin.
inline std::optional<FieldSpec> find_offset(std::string_view name) {
    const bool offset = name == "day" || name == "week" || name == "month";
    return offset ? std::optional(FieldSpec{.name = std::string(name), .form = CellForm::number})
                  : std::nullopt;
}

// The field's own name for any name that it goes by.
template <class Record>
std::string own_name(const Vocabulary& vocabulary, std::string_view told) {
    std::string name(told);
    std::replace(name.begin(), name.end(), '-', '_');  // as the option is written
    if ((name == "at" || name == "on") && !vocabulary.time_field.empty()) {
        return vocabulary.time_field;
    }
    if constexpr (OfPatient<Record> || is_patient<Record>) {
        if (name == "patient" || name == "chart") {
            return patient_spec<Record>().name;
        }
    }
    if constexpr (schema::HasParts<Record>) {
        constexpr auto& parts = schema::Description<Record>::parts;
        return name == parts.option ? std::string(parts.name) : name;
    }
    return name;
}

template <class Record>
std::optional<FieldSpec> find_field(const Vocabulary& vocabulary, std::string_view told) {
    constexpr bool has_tags = OfPatient<Record> || is_patient<Record>;
    auto found = has_tags ? find_tag(told) : std::nullopt;
    const auto name = own_name<Record>(vocabulary, told);
    for (const auto& field : vocabulary.fields) {
        found = field.name == name ? field : found;
    }
    found = found ? found : find_item<Record>(name);
    found = found ? found : find_slot<Record>(name);
    return found || vocabulary.time_field.empty() ? found : find_offset(name);
}

// `with_ids`: the records' ids matter, because other files of an export refer to them.
template <class Record>
Vocabulary record_vocabulary(bool with_ids) {
    Vocabulary vocabulary{.kind = std::string(schema::Description<Record>::plural),
                          .time_field = time_field<Record>(),
                          .fields = plain_fields<Record>()};
    if (with_ids && Voidable<Record>) {
        vocabulary.fields.push_back({.name = "id", .required = true});
    }
    vocabulary.find = [plain = vocabulary](std::string_view name) {
        return find_field<Record>(plain, name);
    };
    return vocabulary;
}

}  // namespace exchange
