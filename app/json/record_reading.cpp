#include "app/json/record_reading.h"

#include <algorithm>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "app/json/json_value.h"
#include "schema/kinds/record_text.h"

namespace exchange {

namespace {

using Json = OrderedJson;
using Problems = std::vector<schema::Problem>;
using kinds::Field;
using kinds::Type;

std::optional<std::string> answers_text(const Json& json) {
    if (!json.is_array() || json.empty()) {
        return std::nullopt;
    }
    std::string text;
    for (const auto& item : json) {
        if (!item.is_null() && !item.is_number_integer()) {
            return std::nullopt;
        }
        text += (&item == &json.front() ? "" : ",") + (item.is_null() ? "" : item.dump());
    }
    return text;
}

// The text that the value's strict reading takes, where the JSON is of the right type; else
// nothing: "3" is no number, 3 no text.
std::optional<std::string> text_of(const Json& json, Type type) {
    const auto dumped = [&](bool fits) { return fits ? std::optional(json.dump()) : std::nullopt; };
    switch (type) {
        case Type::whole:
        case Type::id:
            return dumped(json.is_number_integer());
        case Type::number:
            return dumped(json.is_number());
        case Type::yes_no:
            return json.is_boolean() ? std::optional<std::string>(json.get<bool>() ? "yes" : "no")
                                     : std::nullopt;
        case Type::answers:
            return answers_text(json);
        case Type::items:
            return std::nullopt;
        default:
            return json.is_string() ? std::optional(json.get<std::string>()) : std::nullopt;
    }
}

schema::Problem is_not(const Field& field, const std::string& path) {
    const auto form = kinds::form(field);
    return schema::Problem{path,
                           fmt::format("{}: what was given is not {}", field.name, form),
                           fmt::format("give {}", form)}
        .as("misfit", {{"form", kinds::told_form(field)}});
}

schema::Problem unknown(const std::string& path) {
    return schema::Problem{path, "is not known here", "leave it out; look for a slip"}.as(
        "unknown");
}

const Field* find(const std::vector<Field>& fields, std::string_view name) {
    const auto found = std::find_if(
        fields.begin(), fields.end(), [&](const Field& each) { return each.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

void set_item(const Json& json,
              const Field& item,
              const std::string& path,
              kinds::Value& value,
              Problems& problems) {
    if (json.is_null() && !item.required) {
        return;
    }
    const auto text = text_of(json, item.type);
    auto read = text ? kinds::read(item, *text) : std::nullopt;
    if (read && kinds::in_range(item, *read)) {
        value = std::move(*read);
    } else {
        problems.push_back(text ? kinds::misfit(item, *text, path) : is_not(item, path));
    }
}

// A value that is made of items is an object of them; all together then say whether they are
// enough.
void set_items(
    const Json& json, const Field& field, const std::string& path, void* at, Problems& problems) {
    kinds::Items items{std::vector<kinds::Value>(field.items.size())};
    const auto before = problems.size();
    if (json.is_object()) {
        for (const auto& [name, value] : json.items()) {
            if (const auto* item = find(field.items, name)) {
                auto& place = items.values[static_cast<std::size_t>(item - field.items.data())];
                set_item(value, *item, path + "." + name, place, problems);
            } else {
                problems.push_back(unknown(path + "." + name));
            }
        }
    }
    if (problems.size() > before) {
        return;
    }
    if (kinds::is_whole(field, items)) {
        field.set(at, std::move(items));
    } else {
        problems.push_back(is_not(field, path));
    }
}

void set_value(
    const Json& json, const Field& field, const std::string& path, void* at, Problems& problems) {
    if (json.is_null() && !field.required) {
        field.set(at, {});
    } else if (field.type == Type::items) {
        set_items(json, field, path, at, problems);
    } else if (const auto text = text_of(json, field.type)) {
        kinds::set_value(field, at, *text, path, problems);
    } else {
        problems.push_back(is_not(field, path));
    }
}

void require_of_part(const Json& object,
                     const kinds::Parts& parts,
                     const void* part,
                     const std::string& path,
                     Problems& problems) {
    for (const auto& field : parts.fields) {
        if (!object.contains(field.name) && must_be_said(parts, field, part)) {
            problems.push_back(kinds::lacks(field, path + std::string(field.name)));
        }
    }
}

void set_part(const Json& object,
              const kinds::Parts& parts,
              const std::string& path,
              void* part,
              Problems& problems) {
    for (const auto& [name, value] : object.items()) {
        if (const auto* field = find(parts.fields, name)) {
            set_value(value, *field, path + name, part, problems);
        } else {
            problems.push_back(unknown(path + name));
        }
    }
    require_of_part(object, parts, part, path, problems);
}

void set_parts(const Json& json,
               const std::string& path,
               const kinds::Record& record,
               Problems& problems) {
    const auto& parts = *record.kind().parts;
    parts.clear(record.at());
    if (!json.is_array()) {
        problems.push_back({path, "is not an array", "give an array of objects"});
        return;
    }
    for (std::size_t i = 0; i < json.size(); ++i) {
        const auto place = fmt::format("{}[{}]", path, i);
        if (!json[i].is_object()) {
            problems.push_back({place, "is not an object", kinds::part_remedy(parts)});
            continue;
        }
        const auto before = problems.size();
        set_part(json[i], parts, place + ".", parts.add(record.at()), problems);
        if (problems.size() == before && kinds::repeats_a_key(parts, record.at())) {
            problems.push_back(
                schema::Problem{place, "is given twice", "give each place once"}.as("twice"));
        }
    }
}

}  // namespace

bool must_be_said(const kinds::Parts& parts, const Field& field, const void* blank) {
    return &field == &parts.fields.front() || !kinds::in_range(field, field.get(blank));
}

void set_members(const Json& object,
                 const OtherMembers& others,
                 const kinds::Record& record,
                 Problems& problems) {
    const auto& kind = record.kind();
    for (const auto& [name, value] : object.items()) {
        const auto* field = kind.field(name);
        if (field && !field->facets.by_program) {
            set_value(value, *field, name, record.at(), problems);
        } else if (kind.parts && kind.parts->name == name) {
            set_parts(value, name, record, problems);
        } else if (std::find(others.begin(), others.end(), name) == others.end()) {
            problems.push_back(unknown(name));
        }
    }
}

void require_members(const Json& object, const kinds::Kind& kind, Problems& problems) {
    for (const auto& field : kind.fields) {
        const bool has = object.contains(field.name) && !object[std::string(field.name)].is_null();
        if (field.must_be_given() && !has) {
            problems.push_back(kinds::lacks(field, field.name));
        }
    }
}

}  // namespace exchange
