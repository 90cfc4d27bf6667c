#include "app/json/openapi.h"

#include <array>
#include <vector>

#include <fmt/format.h>

#include "app/json/openapi_schemas.h"
#include "app/json/yaml.h"
#include "app/tracking/photos/photos.h"

namespace exchange {

namespace {

using Json = OrderedJson;
using kinds::Kind;

Json json_content(Json schema) {
    return {{"application/json", {{"schema", std::move(schema)}}}};
}

Json parameter_refs(const std::vector<const char*>& names) {
    auto list = Json::array();
    for (const auto* name : names) {
        list.push_back(parameter_ref(name));
    }
    return list;
}

struct Operation {
    const char* tag = "records";
    std::string id;
    std::string summary;
    std::vector<const char*> parameters{};
    Json body = nullptr;  // a schema
    const char* status = "200";
    const char* answer = "As on the command line.";
    Json schema;
};

Json operation_json(const Operation& operation) {
    Json json = {{"tags", Json::array({operation.tag})},
                 {"operationId", operation.id},
                 {"summary", operation.summary}};
    if (!operation.parameters.empty()) {
        json["parameters"] = parameter_refs(operation.parameters);
    }
    if (!operation.body.is_null()) {
        json["requestBody"] = {{"required", true}, {"content", json_content(operation.body)}};
    }
    json["responses"] = {
        {operation.status,
         {{"description", operation.answer}, {"content", json_content(operation.schema)}}},
        {"default", {{"$ref", "#/components/responses/Problem"}}}};
    return json;
}

// A write that may be sent again.
Operation submission(std::string id, std::string summary, Json body, Json schema) {
    return {.id = std::move(id),
            .summary = std::move(summary),
            .parameters = {"Key", "Origin", "Actor", "IdempotencyKey"},
            .body = std::move(body),
            .answer = "The record as it is now.",
            .schema = std::move(schema)};
}

// What stands in the book, and what can be done to it.
struct Entered {
    const char* tag;
    std::string path;
    const char* parameter;
    std::string name;
    Json result;
};

void add_step(Json& paths,
              const Entered& entered,
              const std::string& verb,
              const char* summary,
              const char* body) {
    auto step = submission(verb + entered.name, summary, schema_ref(body), entered.result);
    step.tag = entered.tag;
    paths[entered.path + "/" + verb] = {{"parameters", parameter_refs({entered.parameter})},
                                        {"post", operation_json(step)}};
}

void add_void_and_restore(Json& paths, const Entered& entered) {
    add_step(paths, entered, "void", "Mark it as entered in error.", "WrittenReason");
    add_step(paths, entered, "restore", "Let it count again.", "Restoring");
    if (entered.name != "Patient") {
        add_step(paths, entered, "move", "Give it to the patient whose it is.", "Moving");
    }
}

void add_entering(Json& paths, const Kind& kind, const std::string& all, const std::string& one) {
    const auto name = schema_name(kind);
    const auto result = schema_ref(name + "Result");
    auto enter = submission(
        "enter" + name, fmt::format("Enter {}.", kind.summary), schema_ref(name + "Entry"), result);
    enter.status = "201";
    enter.answer = "The record and what came of it.";
    paths[all]["post"] = operation_json(enter);
    paths[all + "/preview"] = {
        {"parameters", parameter_refs({"Chart"})},
        {"post",
         operation_json({.id = "preview" + name,
                         .summary = "What it would score, and for a session what the rules say; "
                                    "nothing is written.",
                         .parameters = {"Key", "Origin"},
                         .body = {{"type", "object"}},
                         .answer = "What would come of it.",
                         .schema = schema_ref("Preview")})}};
    paths[one]["patch"] =
        operation_json({.id = "correct" + name,
                        .summary = "Correct it; the earlier values stay in the ledger.",
                        .parameters = {"Key", "Origin", "Actor", "IfMatch"},
                        .body = schema_ref(name + "Change"),
                        .answer = "The record as it is now.",
                        .schema = result});
}

void add_writes(Json& paths, const Kind& kind, const std::string& all, const std::string& one) {
    const auto name = schema_name(kind);
    if (kind.is_entered_as_others()) {
        add_entering(paths, kind, all, one);
    }
    const Entered entered{"records", one, "Id", name, schema_ref(name + "Result")};
    add_void_and_restore(paths, entered);
    if (kind.steps.ends) {
        add_step(paths, entered, "end", "Say when it was over.", "End");
    }
}

void add_paths(Json& paths, const Kind& kind) {
    const auto name = schema_name(kind);
    const auto all = fmt::format("/api/v1/patients/{{chart}}/{}", kind.noun);
    const auto one = fmt::format("/api/v1/{}/{{id}}", kind.noun);
    paths[all] = {{"parameters", parameter_refs({"Chart"})},
                  {"get",
                   operation_json({.id = "list" + name,
                                   .summary = fmt::format("The patient's {}.", kind.plural),
                                   .parameters = {"Voided"},
                                   .schema = {{"type", "array"}, {"items", schema_ref(name)}}})}};
    paths[one] = {
        {"parameters", parameter_refs({"Id"})},
        {"get",
         operation_json(
             {.id = "show" + name, .summary = "One, voided or not.", .schema = schema_ref(name)})}};
    if (!kind.made_by_program) {
        add_writes(paths, kind, all, one);
    }
}

// What is made by the program is asked for, signed and declined by people.
void add_sign_off(Json& paths) {
    auto ask = submission("askSignOff",
                          "Ask another person to sign each finding that is a sign-off; the body is "
                          "the planned session.",
                          {{"allOf", Json::array({schema_ref("SessionEntry")})},
                           {"properties", {{"reason", {{"type", "string"}, {"minLength", 1}}}}},
                           {"required", Json::array({"reason"})}},
                          {{"type", "array"}, {"items", schema_ref("SignOff")}});
    ask.status = "201";
    ask.answer = "What was asked for.";
    paths["/api/v1/patients/{chart}/sign-off"]["post"] = operation_json(ask);
    const Entered one{"records", "/api/v1/sign-off/{id}", "Id", "SignOff", schema_ref("SignOff")};
    add_step(paths, one, "sign", "Sign what another account asked for.", "Reason");
    add_step(paths, one, "decline", "Decline it.", "WrittenReason");
}

// The patient sends it; the clinic accepts or declines.
void add_patient_entry(Json& paths) {
    const Entered one{
        "records", "/api/v1/own-entry/{id}", "Id", "OwnEntry", schema_ref("OwnEntry")};
    add_step(paths, one, "accept", "Accept what the patient told; it stands as theirs.", "Reason");
    add_step(paths, one, "decline", "Decline it; it counts nowhere.", "Reason");
}

// A picture comes as bytes, what is said of it in the query.
void add_photo(Json& paths) {
    auto add = submission("addPhoto",
                          "Keep a photograph; its metadata are not. Without taken_at the time that "
                          "the picture tells is asked back.",
                          nullptr,
                          schema_ref("Photo"));
    add.status = "201";
    auto operation = operation_json(add);
    const auto& photo = kinds::of<schema::Photo>();
    for (const auto name : tracking::sent_with_photo) {
        operation["parameters"].push_back({{"name", name},
                                           {"in", "query"},
                                           {"required", name == "view"},
                                           {"description", photo.field(name)->meaning},
                                           {"schema", {{"type", "string"}}}});
    }
    operation["parameters"].push_back(
        {{"name", "confirm"},
         {"in", "query"},
         {"description", "what is so although it was asked about"},
         {"schema", {{"type", "array"}, {"items", {{"type", "string"}}}}}});
    auto content = Json::object();
    for (const auto* type : {"image/jpeg", "image/png", "image/webp", "image/heic"}) {
        content[type] = {{"schema", {{"type", "string"}}}};
    }
    operation["requestBody"] = {{"required", true}, {"content", std::move(content)}};
    paths["/api/v1/patients/{chart}/photo"]["post"] = std::move(operation);
    paths["/api/v1/photo/{id}"]["patch"] = operation_json(
        {.id = "correctPhoto",
         .summary = "Correct what is said of it; its bytes never change, and the earlier values "
                    "stay in the ledger.",
         .parameters = {"Key", "Origin", "Actor", "IfMatch"},
         .body = schema_ref("PhotoChange"),
         .answer = "The record as it is now.",
         .schema = schema_ref("PhotoResult")});
}

void add_consent(Json& paths) {
    auto sign = submission("recordConsent",
                           "A consent form was signed, on the screen or on paper.",
                           schema_ref("Signing"),
                           schema_ref("Consent"));
    sign.status = "201";
    paths["/api/v1/patients/{chart}/consent"]["post"] = operation_json(sign);
}

// The clinic's own records.
void add_clinic_kind(Json& paths, const Kind& kind) {
    const auto name = schema_name(kind);
    const auto all = fmt::format("/api/v1/{}", kind.plural);
    const auto one = all + "/{id}";
    const bool is_stock = kind.noun == "stock";
    const auto list = is_stock ? std::string(
                                     "The stock: what may be picked first, then what is "
                                     "expired or used up.")
                               : fmt::format("The clinic's {}.", schema::spaced(kind.plural));
    auto enter = submission("enter" + name,
                            fmt::format("Enter {}.", kind.summary),
                            schema_ref(name + "Entry"),
                            schema_ref(name));
    enter.tag = "clinic";
    enter.status = "201";
    enter.answer = "The record as it is now.";
    paths[all] = {
        {"get",
         operation_json(
             {.tag = "clinic",
              .id = "list" + name,
              .summary = list,
              .parameters = is_stock
                                ? std::vector{"StockKind", "Product", "LotWanted", "AsOf", "Voided"}
                                : std::vector{"Voided"},
              .schema = {{"type", "array"}, {"items", schema_ref(name)}}})},
        {"post", operation_json(enter)}};
    paths[one] = {{"parameters", parameter_refs({"Id"})},
                  {"get",
                   operation_json({.tag = "clinic",
                                   .id = "show" + name,
                                   .summary = "One, voided or not.",
                                   .schema = schema_ref(name)})},
                  {"patch",
                   operation_json({.tag = "clinic",
                                   .id = "correct" + name,
                                   .summary = "Correct it; the earlier values stay in the ledger.",
                                   .parameters = {"Key", "Origin", "Actor", "IfMatch"},
                                   .body = schema_ref(name + "Change"),
                                   .answer = "The record as it is now.",
                                   .schema = schema_ref(name)})}};
    const Entered entered{"clinic", one, "Id", name, schema_ref(name)};
    add_step(paths, entered, "void", "Mark it as entered in error.", "WrittenReason");
    add_step(paths, entered, "restore", "Let it count again.", "Restoring");
}

void add_visits(Json& paths) {
    const std::string path = "/api/v1/patients/{chart}/visits";
    auto record = submission("recordVisit",
                             "Record all that was seen and done at a visit as one entry, or "
                             "nothing of it.",
                             schema_ref("VisitEntry"),
                             schema_ref("VisitResult"));
    record.status = "201";
    record.answer = "The records in the order in which they were written, and what came of each.";
    auto correct = submission("correctVisit",
                              "Correct what was recorded at a visit as one entry: with the id and "
                              "version of what is in the book, which may be voided; without them "
                              "what was forgotten.",
                              schema_ref("VisitCorrection"),
                              schema_ref("VisitResult"));
    correct.answer = "The records as they are kept by now.";
    paths[path] = {{"parameters", parameter_refs({"Chart"})},
                   {"post", operation_json(record)},
                   {"patch", operation_json(correct)}};
    paths[path + "/preview"] = {
        {"parameters", parameter_refs({"Chart"})},
        {"post",
         operation_json({.id = "previewVisit",
                         .summary = "What the visit would score, and what the rules say of its "
                                    "session beside its other records; nothing is written.",
                         .parameters = {"Key", "Origin"},
                         .body = {{"type", "object"}},
                         .answer = "What would come of it.",
                         .schema = schema_ref("VisitPreview")})}};
}

// The program's own rows of a profile, and the clinic's in their place.
struct Profile {
    const char* path;
    const char* noun;
    const char* summary;
};

constexpr std::array profiles{
    Profile{"/api/v1/depth-limits", "depth-limit", "The profile of how deep to needle at most."},
    Profile{"/api/v1/advice", "advice", "The profile of aftercare."}};

void add_profile(Json& paths, const Profile& profile) {
    const auto name = schema_name(kinds::named(profile.noun));
    const Json rows = {{"type", "array"}, {"items", schema_ref(name)}};
    const auto write = [&](const char* verb, const char* summary, const char* body) {
        return operation_json({.tag = "clinic",
                               .id = verb + name,
                               .summary = summary,
                               .parameters = {"Key", "Origin", "Actor"},
                               .body = schema_ref(name + body),
                               .answer = "The profile as it is now.",
                               .schema = rows});
    };
    paths[profile.path] = {
        {"get",
         operation_json(
             {.tag = "clinic", .id = "list" + name, .summary = profile.summary, .schema = rows})},
        {"put", write("set", "Set the clinic's own row.", "Entry")},
        {"delete", write("remove", "Take the clinic's own row out again.", "Place")}};
}

Json kind_paths() {
    auto paths = Json::object();
    add_void_and_restore(
        paths, {"patients", "/api/v1/patients/{chart}", "Chart", "Patient", schema_ref("Patient")});
    add_void_and_restore(paths,
                         {"records", "/api/v1/score/{id}", "Id", "Score", schema_ref("Score")});
    for (const auto& profile : profiles) {
        add_profile(paths, profile);
    }
    for (const auto& kind : kinds::of_patients()) {
        if (kind.owner == schema::Owner::patient) {
            add_paths(paths, kind);
        }
    }
    add_sign_off(paths);
    add_patient_entry(paths);
    add_photo(paths);
    add_consent(paths);
    for (const auto& kind : kinds::of_clinic()) {
        add_clinic_kind(paths, kind);
    }
    add_visits(paths);
    return paths;
}

// Puts `members` in the place of each line that is nothing but `marker`.
void put_in(std::string& document, std::string_view marker, const std::string& members) {
    for (auto at = document.find(marker); at != std::string::npos;
         at = document.find(marker, at + members.size())) {
        document.replace(at, marker.size(), members);
    }
}

std::string write_headers(const std::vector<const char*>& more) {
    std::vector<const char*> names{"Key", "Origin"};
    names.insert(names.end(), more.begin(), more.end());
    return yaml_members({{"parameters", parameter_refs(names)}}, 6);
}

}  // namespace

std::string openapi() {
    std::string document(openapi_base());
    put_in(document,
           "      responses:\n",
           "      responses:\n        default: {$ref: \"#/components/responses/Problem\"}\n");
    put_in(document, "      # The headers of a write.\n", write_headers({"Actor"}));
    put_in(document, "      # The headers of a correction.\n", write_headers({"Actor", "IfMatch"}));
    put_in(document,
           "      # The headers of a submission.\n",
           write_headers({"Actor", "IdempotencyKey"}));
    put_in(document, "  # The paths of every kind of record.\n", yaml_members(kind_paths(), 2));
    put_in(
        document, "    # The schemas of every kind of record.\n", yaml_members(kind_schemas(), 4));
    return document;
}

}  // namespace exchange
