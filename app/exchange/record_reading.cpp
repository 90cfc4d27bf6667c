#include "app/exchange/record_reading.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>

#include <fmt/format.h>

#include "app/exchange/entered_score.h"
#include "app/exchange/json_value.h"
#include "app/exchange/record_traits.h"
#include "schema/records/set_field.h"

namespace exchange {

namespace {

using Json = OrderedJson;
using Problems = std::vector<schema::Problem>;
using schema::Text;

// The text that the value's strict reading takes, where the JSON is of the right type; else
// nothing: "3" is no number, 3 no text.
std::optional<std::string> text_of(const Json& json, const bool*) {
    return json.is_boolean() ? std::optional(Text<bool>::write(json.get<bool>())) : std::nullopt;
}
template <class Whole>
requires(std::is_same_v<Whole, int> ||
         std::is_same_v<Whole, std::int64_t>) std::optional<std::string> text_of(const Json& json,
                                                                                 const Whole*) {
    return json.is_number_integer() ? std::optional(json.dump()) : std::nullopt;
}
template <class Record>
std::optional<std::string> text_of(const Json& json, const schema::Id<Record>*) {
    return json.is_number_integer() ? std::optional(json.dump()) : std::nullopt;
}
std::optional<std::string> text_of(const Json& json, const double*) {
    return json.is_number() ? std::optional(json.dump()) : std::nullopt;
}
std::optional<std::string> text_of(const Json& json, const schema::Answers*) {
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
template <class Value>
std::optional<std::string> text_of(const Json& json, const Value*) {
    return json.is_string() ? std::optional(json.get<std::string>()) : std::nullopt;
}
template <class Value>
std::optional<std::string> text_of(const Json& json, const std::optional<Value>*) {
    return text_of(json, static_cast<const Value*>(nullptr));
}

template <class Record>
void set_all(const Json& object,
             const OtherMembers& others,
             const std::string& path,
             Record& record,
             Problems& problems);

// A value that is made of items is an object of them; its own reading then says whether they are
// enough.
template <class Items>
bool set_items(const Json& json, const std::string& path, Items& items, Problems& problems) {
    if (!json.is_object()) {
        return false;
    }
    const auto before = problems.size();
    set_all(json, {}, path + ".", items, problems);
    return problems.size() > before || Text<Items>::read(Text<Items>::write(items)) == items;
}

template <class Record, class Value>
void set_value(const Json& json,
               const schema::Field<Record, Value>& field,
               const std::string& path,
               Record& record,
               Problems& problems) {
    using Inner = typename Bare<Value>::type;
    auto& member = record.*field.member;
    if (json.is_null() && !schema::is_required<Value>) {
        member = Value{};
        return;
    }
    if constexpr (schema::Itemised<Inner>) {
        Inner items;
        if (set_items(json, path, items, problems)) {
            member = items;
            return;
        }
    } else if (const auto text = text_of(json, static_cast<const Value*>(nullptr))) {
        schema::set_field(record, field.name, *text, path, problems);
        return;
    }
    const auto form = schema::field_form(field);
    problems.push_back({path,
                        fmt::format("{}: what was given is not {}", field.name, form),
                        fmt::format("give {}", form)});
}

// Required of a part: its key, and whatever has no value of its own that could be true.
template <class Part>
void require_of_part(const Json& object,
                     const Part& part,
                     const std::string& path,
                     Problems& problems) {
    bool is_key = true;
    schema::for_each_field<Part>([&](const auto& field) {
        const bool lacks = !object.contains(field.name);
        if (lacks && (is_key || !schema::in_range(field.range, part.*field.member))) {
            problems.push_back({path + std::string(field.name),
                                fmt::format("{} is missing", field.name),
                                fmt::format("give {}: {}", field.name, schema::field_form(field))});
        }
        is_key = false;
    });
}

template <class Record>
void set_parts(const Json& json, const std::string& path, Record& record, Problems& problems) {
    auto& list = record.*schema::Description<Record>::parts.member;
    using Part = typename std::decay_t<decltype(list)>::value_type;
    list.clear();
    if (!json.is_array()) {
        problems.push_back({path, "is not an array", "give an array of objects"});
        return;
    }
    for (std::size_t i = 0; i < json.size(); ++i) {
        const auto place = fmt::format("{}[{}]", path, i);
        if (!json[i].is_object()) {
            problems.push_back({place, "is not an object", schema::part_remedy<Part>()});
            continue;
        }
        Part part;
        const auto before = problems.size();
        set_all(json[i], {}, place + ".", part, problems);
        require_of_part(json[i], part, place + ".", problems);
        const auto same = [&](const Part& other) {
            return schema::key_of(other) == schema::key_of(part);
        };
        if (problems.size() == before && std::any_of(list.begin(), list.end(), same)) {
            problems.push_back({place, "is given twice", "give each place once"});
        }
        list.push_back(std::move(part));
    }
}

template <class Record>
void set_all(const Json& object,
             const OtherMembers& others,
             const std::string& path,
             Record& record,
             Problems& problems) {
    for (const auto& [name, value] : object.items()) {
        const auto place = path + name;
        bool known = std::find(others.begin(), others.end(), name) != others.end();
        const auto& json = value;  // a structured binding is not captured
        const auto& key = name;
        schema::for_each_field<Record>([&](const auto& field) {
            if (field.name == key && is_column<Record>(field.name)) {
                known = true;
                set_value(json, field, place, record, problems);
            }
        });
        if constexpr (schema::HasParts<Record>) {
            if (key == schema::Description<Record>::parts.name) {
                known = true;
                set_parts(json, place, record, problems);
            }
        }
        if (!known) {
            problems.push_back({place, "is not known here", "leave it out; look for a slip"});
        }
    }
}

}  // namespace

template <class Record>
void set_members(const Json& object,
                 const OtherMembers& others,
                 Record& record,
                 Problems& problems) {
    set_all(object, others, "", record, problems);
}

template <class Record>
void require_members(const Json& object, Problems& problems) {
    schema::for_each_field<Record>([&](const auto& field) {
        using Value = typename std::decay_t<decltype(field)>::value_type;
        const bool has = object.contains(field.name) && !object[std::string(field.name)].is_null();
        if (schema::is_required<Value> && is_column<Record>(field.name) && !has) {
            problems.push_back({std::string(field.name),
                                fmt::format("{} is missing", field.name),
                                fmt::format("give {}: {}", field.name, schema::field_form(field))});
        }
    });
}

namespace {

template <class... Record>
constexpr auto record_readers(std::variant<Record...>*) {
    return std::tuple{&set_members<Record>..., &require_members<Record>...};
}

// Kept by the compiler although nothing here calls them: the server does.
[[gnu::used]] const auto every_record = record_readers(static_cast<schema::AnyRecord*>(nullptr));
[[gnu::used]] const auto every_other = record_readers(static_cast<RowsBesideRecords*>(nullptr));
[[gnu::used]] const auto every_score =
    record_readers(static_cast<std::variant<EnteredScore>*>(nullptr));

}  // namespace

}  // namespace exchange
