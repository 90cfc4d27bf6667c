#include "app/import/record_vocabulary.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "app/text/time_offset.h"
#include "schema/kinds/value_text.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

using kinds::Field;
using kinds::Kind;
using kinds::Type;

bool holds_patients(const Kind& kind) {
    return &kind == &kinds::of<schema::Patient>();
}

bool is_of_patient(const Kind& kind) {
    return kind.owner == schema::Owner::patient;
}

// A text that may be absent is kept as it is; one that names something has no blanks around it.
CellForm form_of(const Field& field) {
    switch (field.type) {
        case Type::text:
            return field.required ? CellForm::word : CellForm::free_text;
        case Type::whole:
        case Type::number:
            return CellForm::number;
        case Type::moment:
            return CellForm::moment;
        case Type::day:
            return CellForm::day;
        case Type::partial_day:
            return CellForm::partial_day;
        default:
            return CellForm::word;
    }
}

// The unit that a name ends with: mm of depth_mm.
std::string unit_of(std::string_view name) {
    constexpr std::string_view millimetres = "_mm";
    return name.ends_with(millimetres) ? std::string(millimetres.substr(1)) : std::string();
}

// What a column of one part holds where no number is named: the only number there is, or of two the
// first with the second behind it (1.5 x 4).
std::string_view number_alone(const kinds::Parts& parts) {
    return parts.fields.size() <= 3 ? parts.fields[1].name : std::string_view();
}

// The number of a part that `slot` names.
std::optional<FieldSpec> slot_spec(const kinds::Parts& parts,
                                   std::string_view key,
                                   std::string_view slot) {
    const auto number = slot.empty() ? number_alone(parts) : slot;
    for (auto field = parts.fields.begin() + 1; field != parts.fields.end(); ++field) {
        if (field->name == number) {
            return FieldSpec{.name = std::string(parts.name),
                             .form = CellForm::number,
                             .part = std::string(key),
                             .slot = std::string(field->name),
                             .unit = unit_of(field->name)};
        }
    }
    return std::nullopt;
}

// A number of the part that the row names: depth_mm, papules.
std::optional<FieldSpec> find_number(const kinds::Parts& parts, std::string_view name) {
    for (auto field = parts.fields.begin() + 1; field != parts.fields.end(); ++field) {
        if (field->name == name) {
            return FieldSpec{.name = std::string(parts.name),
                             .form = CellForm::number,
                             .part = std::string(part_of_row),
                             .slot = std::string(field->name),
                             .unit = unit_of(field->name)};
        }
    }
    return std::nullopt;
}

// A number of one part: forehead.papules, left_cheek.depth_mm; where a part has only one number,
// its key alone will do: dish_mild, counts.dish_mild.
std::optional<FieldSpec> find_slot(const kinds::Parts& parts, std::string_view name) {
    const auto dot = std::min(name.find('.'), name.size());
    auto key = name.substr(0, dot);
    auto slot = name.substr(std::min(dot + 1, name.size()));
    if (key == parts.name || key == parts.option) {
        key = std::exchange(slot, {});
    }
    return kinds::read(parts.fields.front(), key) ? slot_spec(parts, key, slot) : std::nullopt;
}

// item3 of a questionnaire; pahpi.size.
std::optional<FieldSpec> find_item(const Kind& kind, std::string_view name) {
    for (const auto& field : kind.fields) {
        if (field.type == Type::answers) {
            const auto number =
                name.starts_with("item") ? schema::Text<int>::read(name.substr(4)) : std::nullopt;
            if (number && *number >= 1 && *number <= 99) {
                return FieldSpec{.name = std::string(field.name),
                                 .form = CellForm::number,
                                 .slot = std::to_string(*number)};
            }
        }
        for (const auto& item : field.items) {
            if (field.name == "pahpi" && name == "pahpi." + std::string(item.name)) {
                return FieldSpec{.name = std::string(field.name),
                                 .form = CellForm::number,
                                 .slot = std::string(item.name)};
            }
        }
    }
    return std::nullopt;
}

std::string patient_column(const Kind& kind) {
    return holds_patients(kind) ? "chart" : "patient";
}

std::vector<FieldSpec> plain_fields(const Kind& kind) {
    std::vector<FieldSpec> fields;
    if (is_of_patient(kind)) {
        fields.push_back({.name = patient_column(kind), .required = true});
    }
    for (const auto& field : kind.fields) {
        if (!field.facets.by_program) {
            fields.push_back({.name = std::string(field.name),
                              .form = form_of(field),
                              .required = field.must_be_given(),
                              .confidential = field.facets.confidential,
                              .unit = unit_of(field.name),
                              .field = &field});
        }
    }
    if (kind.parts) {
        fields.push_back({.name = std::string(kind.parts->name)});
    }
    if (kind.is_versioned) {
        fields.push_back({.name = "voided"});
    }
    return fields;
}

// The field's own name for any name that it goes by.
std::string own_name(const Kind& kind, const Vocabulary& vocabulary, std::string_view told) {
    std::string name(told);
    std::replace(name.begin(), name.end(), '-', '_');  // as the option is written
    if ((name == "at" || name == "on") && !vocabulary.time_field.empty()) {
        return vocabulary.time_field;
    }
    if ((is_of_patient(kind) || holds_patients(kind)) && (name == "patient" || name == "chart")) {
        return patient_column(kind);
    }
    const bool names_parts =
        kind.parts && (name == kind.parts->option ||
                       (name == kind.parts->fields.front().name && kind.field(name) == nullptr));
    return names_parts ? std::string(kind.parts->name) : name;
}

std::optional<FieldSpec> find_prefixed(std::string_view prefix, std::string_view name) {
    const bool is_one = name.starts_with(prefix) && name.size() > prefix.size();
    return is_one ? std::optional(FieldSpec{.name = std::string(name)}) : std::nullopt;
}

std::optional<FieldSpec> find_contact(const Kind& kind, std::string_view name) {
    return holds_patients(kind) && name == contact_column
               ? std::optional(FieldSpec{
                     .name = std::string(name), .form = CellForm::free_text, .confidential = true})
               : std::nullopt;
}

std::optional<FieldSpec> find_field(const Kind& kind,
                                    const Vocabulary& vocabulary,
                                    std::string_view told) {
    const bool has_tags = is_of_patient(kind) || holds_patients(kind);
    auto found = has_tags ? find_tag(told) : std::nullopt;
    const auto name = own_name(kind, vocabulary, told);
    for (const auto& field : vocabulary.fields) {
        found = field.name == name ? field : found;
    }
    found = found ? found : find_contact(kind, name);
    found = found ? found : find_item(kind, name);
    found = found || !kind.parts ? found : find_slot(*kind.parts, name);
    found = found || !kind.parts ? found : find_number(*kind.parts, name);
    return found || vocabulary.time_field.empty() ? found : find_offset(name);
}

}  // namespace

std::optional<FieldSpec> find_tag(std::string_view name) {
    return find_prefixed(tag_prefix, name);
}

std::optional<FieldSpec> find_label(std::string_view name) {
    return find_prefixed(label_prefix, name);
}

std::optional<FieldSpec> find_offset(std::string_view name) {
    return unit_named(name)
               ? std::optional(FieldSpec{.name = std::string(name), .form = CellForm::number})
               : std::nullopt;
}

std::string time_field(const Kind& kind) {
    const auto first = [&](auto is_time) {
        const auto found = std::find_if(kind.fields.begin(), kind.fields.end(), is_time);
        return found == kind.fields.end() ? std::string() : std::string(found->name);
    };
    const auto name = first([](const Field& field) {
        return field.required && (field.type == Type::moment || field.type == Type::day);
    });
    return !name.empty() ? name : first([](const Field& field) {
        return !field.required && field.type == Type::partial_day;
    });
}

Vocabulary record_vocabulary(const Kind& kind, bool with_ids) {
    Vocabulary vocabulary{.kind = std::string(kind.plural),
                          .time_field = time_field(kind),
                          .fields = plain_fields(kind)};
    if (with_ids && kind.is_versioned) {
        vocabulary.fields.push_back({.name = "id", .required = true});
        vocabulary.fields.push_back({.name = "version"});
    }
    if (with_ids && is_of_patient(kind)) {
        vocabulary.fields.push_back({.name = "patient_id"});
    }
    vocabulary.find = [&kind, plain = vocabulary](std::string_view name) {
        return find_field(kind, plain, name);
    };
    return vocabulary;
}

std::vector<std::string> export_header(const Kind& kind) {
    std::vector<std::string> header;
    if (kind.is_versioned) {
        header.emplace_back("id");
        header.emplace_back("version");
    }
    for (const auto& field : plain_fields(kind)) {
        header.push_back(field.name);
        if (is_of_patient(kind) && field.name == patient_column(kind)) {
            header.emplace_back("patient_id");
        }
    }
    return header;
}

}  // namespace exchange
