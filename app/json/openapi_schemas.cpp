#include "app/json/openapi_schemas.h"

#include <algorithm>
#include <cctype>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/json/record_reading.h"
#include "app/tracking/photos/photos.h"
#include "schema/records/clinic_record.h"

namespace exchange {

namespace {

using Json = OrderedJson;
using kinds::Field;
using kinds::Kind;
using kinds::Type;

enum class Meaning { told, left_out };

Json reference(std::string_view family, std::string_view name) {
    return {{"$ref", fmt::format("#/components/{}/{}", family, name)}};
}

Json object_schema(Json properties, Json required) {
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"required", std::move(required)},
            {"additionalProperties", false}};
}

Json list_of(Json items) {
    return {{"type", "array"}, {"items", std::move(items)}};
}

Json of_type(std::string_view type) {
    return {{"type", type}};
}

Json matching(std::string_view pattern) {
    return {{"type", "string"}, {"pattern", pattern}};
}

Json number_schema(std::string_view type, const schema::Range& range) {
    auto json = of_type(type);
    if (!range.is_open()) {
        json["minimum"] = json_value(range.low);
        json["maximum"] = json_value(range.high);
    }
    return json;
}

Json field_schema(const Field& field, Meaning meaning);

Json items_schema(const Field& field, Meaning meaning) {
    auto properties = Json::object();
    auto required = Json::array();
    for (const auto& item : field.items) {
        properties[std::string(item.name)] = field_schema(item, meaning);
        if (item.required) {
            required.push_back(item.name);
        }
    }
    return object_schema(std::move(properties), std::move(required));
}

// Of a value that is there.
Json value_schema(const Field& field, Meaning meaning) {
    switch (field.type) {
        case Type::text:
            return of_type("string");
        case Type::whole:
            return number_schema("integer", field.facets.range);
        case Type::number:
            return number_schema("number", field.facets.range);
        case Type::yes_no:
            return of_type("boolean");
        case Type::day:
            return {{"type", "string"}, {"format", "date"}};
        case Type::partial_day:
            return matching(R"(^\d{4}(-\d\d(-\d\d)?)?$)");
        case Type::moment:
            return matching(R"(^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$)");
        case Type::interval:
            return matching(R"(^\d+[dwm]$)");
        case Type::record:
            return matching(R"(^[a-z]+ [1-9]\d*$)");
        case Type::choice:
            return {{"enum", field.words}};
        case Type::id:
            return {{"type", "integer"}, {"minimum", 1}};
        case Type::answers:
            return list_of({{"type", {"integer", "null"}}, {"minimum", 0}, {"maximum", 9}});
        case Type::items:
            return items_schema(field, meaning);
    }
    return {};
}

Json field_schema(const Field& field, Meaning meaning) {
    auto json = value_schema(field, meaning);
    if (!field.required) {
        json.contains("enum") ? json["enum"].push_back(nullptr)
                              : void(json["type"] = {json["type"], "null"});
    }
    if (meaning == Meaning::told) {
        json["description"] = field.meaning;
    }
    return json;
}

// What is written of every part has all its fields; what is read may leave out those that have a
// value of their own.
Json parts_schema(const Kind& kind, Meaning meaning, void* record) {
    const auto* part = kind.parts->add(record);
    auto properties = Json::object();
    auto required = Json::array();
    for (const auto& field : kind.parts->fields) {
        properties[std::string(field.name)] = field_schema(field, meaning);
        if (meaning == Meaning::told || must_be_said(*kind.parts, field, part)) {
            required.push_back(field.name);
        }
    }
    return list_of(object_schema(std::move(properties), std::move(required)));
}

Json parts_schema(const Kind& kind, Meaning meaning) {
    if (&kind == &kinds::of<schema::Protocol>()) {
        schema::Protocol protocol;
        return parts_schema(kind, meaning, &protocol);
    }
    auto record = kinds::blank(kind);
    return parts_schema(kind, meaning, kinds::Record(record).at());
}

// A patient's own chart number is one of the fields. `others` are written under another name.
Json fields_schema(const Kind& kind, const std::vector<std::string_view>& others = {}) {
    auto properties = Json::object();
    if (kind.is_versioned) {
        properties["id"] = {{"type", "integer"}, {"minimum", 1}};
    }
    if (kind.owner == schema::Owner::patient) {
        properties["patient"] = {{"type", "string"}, {"description", "the chart number"}};
    }
    for (const auto& field : kind.fields) {
        if (std::find(others.begin(), others.end(), field.name) == others.end()) {
            properties[std::string(field.name)] = field_schema(field, Meaning::told);
        }
    }
    if (kind.parts) {
        properties[std::string(kind.parts->name)] = parts_schema(kind, Meaning::told);
    }
    auto required = Json::array();
    for (const auto& [name, property] : properties.items()) {
        required.push_back(name);
    }
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"required", std::move(required)}};
}

// What is sent: to enter one all that must be told, to correct one a reason.
enum class Required { told, reason, nothing };

Json entry_schema(const Kind& kind, Required which) {
    auto properties = Json::object();
    auto required = Json::array();
    for (const auto& field : kind.fields) {
        if (!field.facets.by_program) {
            properties[std::string(field.name)] = field_schema(field, Meaning::left_out);
            if (which == Required::told && field.must_be_given()) {
                required.push_back(field.name);
            }
        }
    }
    if (kind.parts) {
        properties[std::string(kind.parts->name)] = parts_schema(kind, Meaning::left_out);
    }
    if (which == Required::reason) {
        properties["reason"] = {{"type", "string"}, {"minLength", 1}};
        required.push_back("reason");
    } else {
        properties["reason"] = {{"type", {"string", "null"}}};
    }
    properties["confirm"] = {{"type", {"array", "null"}}, {"items", {{"type", "string"}}}};
    if (kind.steps.gate) {
        properties["overrides"] = schema_ref("Overrides");
    }
    return object_schema(std::move(properties), std::move(required));
}

// What a picture tells of itself is not corrected.
Json photo_change_schema() {
    auto schema = entry_schema(kinds::of<schema::Photo>(), Required::reason);
    for (const auto& field : kinds::of<schema::Photo>().fields) {
        const auto& said = tracking::said_of_photo;
        if (std::find(said.begin(), said.end(), field.name) == said.end()) {
            schema["properties"].erase(std::string(field.name));
        }
    }
    return schema;
}

// Of a record that is in the book: which, and what changes of it.
Json visit_part_schema() {
    return {{"type", "object"},
            {"description", "of a record that is in the book: which, and what changes of it"},
            {"properties",
             {{"id", {{"type", "integer"}, {"minimum", 1}}},
              {"version", {{"type", "integer"}, {"description", "that was looked at"}}},
              {"void", {{"type", "boolean"}, {"description", "it was entered in error"}}}}},
            {"required", {"id", "version"}}};
}

// One of each kind, or several; of a correction also such as are in the book.
Json visit_schema(bool is_correction) {
    auto properties = Json::object();
    for (const auto& kind : kinds::of_patients()) {
        if (kind.owner == schema::Owner::patient && kind.is_entered_as_others()) {
            auto entry = schema_ref(schema_name(kind) + "Entry");
            if (is_correction) {
                entry = {{"anyOf", Json::array({entry, schema_ref("VisitPart")})}};
            }
            properties[std::string(kind.noun)] = {
                {"anyOf", Json::array({entry, list_of(entry), of_type("null")})}};
        }
    }
    properties["reason"] = {{"type", {"string", "null"}}};
    auto required = Json::array();
    if (is_correction) {
        properties["reason"] = {{"type", "string"}, {"minLength", 1}};
        required.push_back("reason");
    }
    properties["confirm"] = {{"type", {"array", "null"}}, {"items", {{"type", "string"}}}};
    return object_schema(std::move(properties), std::move(required));
}

Json whole_schema(const std::string& name) {
    return {{"allOf", {schema_ref(name + "Fields"), schema_ref("Kept")}},
            {"unevaluatedProperties", false}};
}

Json result_schema(const std::string& name) {
    return object_schema({{"record", schema_ref(name)},
                          {"scores", list_of(schema_ref("Score"))},
                          {"findings", list_of(schema_ref("Finding"))}},
                         {"record", "scores", "findings"});
}

}  // namespace

Json schema_ref(std::string_view name) {
    return reference("schemas", name);
}

Json parameter_ref(std::string_view name) {
    return reference("parameters", name);
}

std::string schema_name(const Kind& kind) {
    if (kind.noun == "advice") {
        return "CareAdvice";
    }
    std::string name;
    bool begins_word = true;
    for (const auto letter : kind.noun) {
        if (letter != '-') {
            const auto code = static_cast<unsigned char>(letter);
            name += begins_word ? static_cast<char>(std::toupper(code)) : letter;
        }
        begins_word = letter == '-';
    }
    return name;
}

Json kind_schemas() {
    auto schemas = Json::object();
    for (const auto& kind : kinds::of_patients()) {
        const auto name = schema_name(kind);
        schemas[name + "Fields"] = fields_schema(kind);
        if (kind.is_entered_as_others()) {
            schemas[name + "Entry"] = entry_schema(kind, Required::told);
            schemas[name + "Change"] = entry_schema(kind, Required::reason);
        }
        if (kind.owner == schema::Owner::patient) {
            schemas[name] = whole_schema(name);
            if (!kind.made_by_program) {
                schemas[name + "Result"] = result_schema(name);
            }
        }
    }
    for (const auto& kind : kinds::of_clinic()) {
        const auto name = schema_name(kind);
        schemas[name + "Fields"] = fields_schema(kind);
        schemas[name + "Entry"] = entry_schema(kind, Required::told);
        schemas[name + "Change"] = entry_schema(kind, Required::reason);
    }
    schemas["PhotoChange"] = photo_change_schema();
    schemas["VisitEntry"] = visit_schema(false);
    schemas["VisitPart"] = visit_part_schema();
    schemas["VisitCorrection"] = visit_schema(true);
    schemas["ScoreEntry"] = entry_schema(kinds::named("score"), Required::told);
    schemas["ScoreEntry"]["properties"]["labels"] = {
        {"anyOf", Json::array({schema_ref("Labels"), Json{{"type", "null"}}})}};
    schemas["ClinicFields"] = fields_schema(kinds::named("clinic"));
    schemas["ClinicChange"] = entry_schema(kinds::named("clinic"), Required::nothing);
    for (const auto* noun : {"depth-limit", "advice"}) {
        const auto& kind = kinds::named(noun);
        const auto name = schema_name(kind);
        schemas[name + "Fields"] = fields_schema(kind);
        schemas[name + "Entry"] = entry_schema(kind, Required::told);
        schemas[name + "Place"] = entry_schema(kind, Required::nothing);
    }
    schemas["InstrumentFields"] = fields_schema(kinds::named("instrument"), {"low", "high"});
    schemas["InstrumentEntry"] = entry_schema(kinds::named("instrument"), Required::told);
    return schemas;
}

}  // namespace exchange
