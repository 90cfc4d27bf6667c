#include "schema/kinds/record_text.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "schema/kinds/part_fault.h"
#include "schema/types/text.h"
#include "schema/types/text_bounds.h"

namespace kinds {

namespace {

using schema::Problem;
using schema::split;

// Sets a field of a part; false if the text does not fit.
bool set_place(const Field& field, void* part, std::string_view text) {
    auto value = read(field, text);
    const bool fits = value && in_range(field, *value);
    if (fits) {
        field.set(part, std::move(*value));
    }
    return fits;
}

char separator_of(const Parts& parts) {
    return parts.written == schema::PartForm::equals ? '=' : ':';
}

// Fields in their order between separators; optional ones at the end may be left out. Of a part
// that is there already, any may be left out or empty but the key: they stay as they are.
bool read_places(const Parts& parts, std::string_view text, void* part, bool is_new) {
    const auto places = split(text, separator_of(parts));
    for (std::size_t i = 0; i < parts.fields.size(); ++i) {
        const auto& field = parts.fields[i];
        const bool is_left_out = i >= places.size() || (!is_new && places[i].empty());
        if (is_left_out ? is_new && field.required : !set_place(field, part, places[i])) {
            return false;
        }
    }
    return places.size() <= parts.fields.size();
}

// A key without counts ("chin") was examined and is clear.
bool read_named(const Parts& parts, std::string_view text, void* part) {
    const auto colon = text.find(':');
    if (!set_place(parts.fields.front(), part, text.substr(0, colon))) {
        return false;
    }
    if (colon == std::string_view::npos) {
        return true;
    }
    std::vector<std::string_view> said;
    for (const auto item : split(text.substr(colon + 1), ',')) {
        const auto equals = item.find('=');
        const auto name = item.substr(0, equals);
        const auto field = std::find_if(parts.fields.begin() + 1,
                                        parts.fields.end(),
                                        [&](const Field& each) { return each.name == name; });
        if (equals == std::string_view::npos || field == parts.fields.end() ||
            std::find(said.begin(), said.end(), name) != said.end() ||
            !set_place(*field, part, item.substr(equals + 1))) {
            return false;
        }
        said.push_back(name);
    }
    return true;
}

std::string names_of(const std::vector<Field>& fields) {
    std::string names;
    for (auto field = fields.begin() + 1; field != fields.end(); ++field) {
        names += (names.empty() ? "" : ", ") + std::string(field->name);
    }
    return names;
}

std::optional<PartFault> fault_of(const Field& field, std::string_view text) {
    const auto value = read(field, text);
    if (value && in_range(field, *value)) {
        return std::nullopt;
    }
    return PartFault{fmt::format("{} \"{}\" is not {}", field.name, text, form(field)),
                     fmt::format("give {} as {}", field.name, form(field))};
}

std::optional<PartFault> fault_of_named(const Parts& parts, std::string_view text) {
    const auto colon = text.find(':');
    if (auto fault = fault_of(parts.fields.front(), text.substr(0, colon))) {
        return fault;
    }
    for (const auto item : split(colon == text.npos ? "" : text.substr(colon + 1), ',')) {
        const auto equals = item.find('=');
        if (equals == std::string_view::npos) {
            return std::nullopt;
        }
        const auto name = item.substr(0, equals);
        const auto field = std::find_if(parts.fields.begin() + 1,
                                        parts.fields.end(),
                                        [&](const Field& each) { return each.name == name; });
        if (field == parts.fields.end()) {
            return PartFault{fmt::format("there is no \"{}\"", name),
                             fmt::format("give one of: {}", names_of(parts.fields))};
        }
        if (auto fault = fault_of(*field, item.substr(equals + 1))) {
            return fault;
        }
    }
    return std::nullopt;
}

void set_parts(const Parts& parts,
               const Record& record,
               std::string_view name,
               std::string_view text,
               std::string_view where,
               std::vector<Problem>& problems) {
    if (name == parts.name) {
        parts.clear(record.at());
    }
    for (const auto piece : split(text, ' ')) {
        if (piece.empty()) {
            continue;
        }
        const auto said = fmt::format("{}: \"{}\"", name, piece);
        if (!read_part(parts, piece, parts.add(record.at()))) {
            auto fault = fault_of_part(parts, piece);
            problems.push_back(
                Problem{std::string(where), said + fault.what, std::move(fault.remedy)}.as(
                    "row", {{"value", std::string(piece)}}));
            parts.remove_last(record.at());
        } else if (repeats_a_key(parts, record.at())) {
            problems.push_back(
                Problem{std::string(where), said + " is given twice", "give each place once"}.as(
                    "twice"));
            parts.remove_last(record.at());
        }
    }
}

void set_text(const Field& field,
              void* at,
              std::string_view text,
              std::string_view where,
              std::vector<Problem>& problems) {
    const auto kind = schema::text_kind(field.name);
    auto kept = schema::as_kept(kind, text);
    auto fault = schema::text_fault(kind, kept);
    if (is_blank(kept)) {
        problems.push_back(misfit(field, kept, where));
    } else if (!fault) {
        field.set(at, std::move(kept));
    } else if (field.get(at) != Value(std::string(text))) {
        fault->where = where;
        fault->what = fmt::format("{} {}", field.name, fault->what);
        problems.push_back(std::move(*fault));
    }
}

}  // namespace

PartFault fault_of_part(const Parts& parts, std::string_view text) {
    std::optional<PartFault> fault;
    if (parts.written == schema::PartForm::named) {
        fault = fault_of_named(parts, text);
    } else if (const auto places = split(text, separator_of(parts));
               places.size() <= parts.fields.size()) {
        for (std::size_t i = 0; i < places.size() && !fault; ++i) {
            fault = fault_of(parts.fields[i], places[i]);
        }
    }
    if (fault) {
        return {": " + fault->what, std::move(fault->remedy)};
    }
    return {fmt::format(" is not {}", parts.form), part_remedy(parts)};
}

bool read_part(const Parts& parts, std::string_view text, void* part) {
    return parts.written == schema::PartForm::named ? read_named(parts, text, part)
                                                    : read_places(parts, text, part, true);
}

bool change_part(const Parts& parts, std::string_view text, void* part) {
    return parts.written == schema::PartForm::named ? read_named(parts, text, part)
                                                    : read_places(parts, text, part, false);
}

std::string_view key_text(const Parts& parts, std::string_view text) {
    return text.substr(0, text.find(separator_of(parts)));
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

Problem misfit(const Field& field, std::string_view text, std::string_view where) {
    const auto wanted = fmt::format("give {}", form(field));
    const schema::Arguments told{{"form", told_form(field)}};
    if (is_blank(text)) {
        return Problem{std::string(where), fmt::format("{} is blank", field.name), wanted}.as(
            "blank", told);
    }
    if (field.facets.confidential) {
        return Problem{std::string(where),
                       fmt::format("{}: what was given is not {}", field.name, form(field)),
                       wanted}
            .as("misfit", told);
    }
    return Problem{std::string(where),
                   fmt::format("{}: \"{}\" is not {}", field.name, text, form(field)),
                   wanted}
        .as("misfit_value", {{"value", std::string(text)}, {"form", told_form(field)}});
}

Problem lacks(const Field& field, std::string_view where) {
    return Problem{std::string(where),
                   fmt::format("{} is missing", field.name),
                   fmt::format("give {}: {}", field.name, form(field))}
        .as("lacking", {{"form", told_form(field)}});
}

std::string part_text(const Parts& parts, const void* part) {
    const auto& key = parts.fields.front();
    auto text = text_of(key, key.get(part));
    const bool named = parts.written == schema::PartForm::named;
    auto separator = separator_of(parts);
    for (auto field = parts.fields.begin() + 1; field != parts.fields.end(); ++field) {
        const auto value = field->get(part);
        if (value.is_absent() || (named && value == Value(0))) {
            continue;
        }
        text += separator;
        text += named ? fmt::format("{}={}", field->name, text_of(*field, value))
                      : text_of(*field, value);
        separator = named ? ',' : separator;
    }
    return text;
}

std::string parts_text(const ConstRecord& record) {
    const auto& parts = *record.kind().parts;
    std::string text;
    for (std::size_t i = 0; i < parts.count(record.at()); ++i) {
        text += (i == 0 ? "" : " ") + part_text(parts, parts.at(record.at(), i));
    }
    return text;
}

std::string part_remedy(const Parts& parts) {
    auto text = fmt::format("write {}", parts.form);
    for (const auto& field : parts.fields) {
        text += fmt::format("; {} is {}", field.name, form(field));
    }
    return text;
}

bool set_field(const Record& record,
               std::string_view name,
               std::string_view text,
               std::string_view where,
               std::vector<Problem>& problems) {
    const auto& kind = record.kind();
    if (const auto* field = kind.field(name)) {
        set_value(*field, record.at(), text, where, problems);
        return true;
    }
    if (!kind.parts || (name != kind.parts->option && name != kind.parts->name)) {
        return false;
    }
    set_parts(*kind.parts, record, name, text, where, problems);
    return true;
}

void set_value(const Field& field,
               void* at,
               std::string_view text,
               std::string_view where,
               std::vector<Problem>& problems) {
    if (text.empty() && !field.required) {
        field.set(at, {});
        return;
    }
    if (field.type == Type::text) {
        set_text(field, at, text, where, problems);
        return;
    }
    auto value = read(field, text);
    if (value && in_range(field, *value) && !is_blank(text)) {
        field.set(at, std::move(*value));
    } else {
        problems.push_back(misfit(field, text, where));
    }
}

bool repeats_a_key(const Parts& parts, const void* record) {
    const auto& key = parts.fields.front();
    const auto last = parts.count(record) - 1;
    for (std::size_t i = 0; i < last; ++i) {
        if (key.get(parts.at(record, i)) == key.get(parts.at(record, last))) {
            return true;
        }
    }
    return false;
}

}  // namespace kinds
