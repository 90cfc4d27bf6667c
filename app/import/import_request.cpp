#include "app/import/import_request.h"

#include <map>
#include <string_view>
#include <variant>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sodium.h>

#include "schema/types/error.h"

namespace exchange {

namespace {

using Json = nlohmann::ordered_json;
using Texts = std::vector<std::string>;
using Target = std::variant<bool*, std::optional<std::string>*, Texts*>;
using Targets = std::map<std::string_view, Target>;
using Problems = std::vector<schema::Problem>;

bool set(bool* target, const Json& json) {
    *target = json == true;
    return json.is_boolean();
}

bool set(std::optional<std::string>* target, const Json& json) {
    if (json.is_string()) {
        *target = json.get<std::string>();
    }
    return json.is_string();
}

bool set(Texts* target, const Json& json) {
    if (!json.is_array()) {
        return false;
    }
    for (const auto& each : json) {
        if (!each.is_string()) {
            return false;
        }
        target->push_back(each.get<std::string>());
    }
    return true;
}

constexpr std::string_view form_of(const Target& target) {
    constexpr std::string_view forms[] = {"true or false", "a text", "an array of texts"};
    return forms[target.index()];
}

void set_all(const Json& object,
             const Targets& targets,
             const std::string& path,
             Problems& problems) {
    for (const auto& [name, value] : object.items()) {
        const auto found = targets.find(name);
        if (found == targets.end()) {
            problems.push_back({path + name, "is not known here", "leave it out"});
            continue;
        }
        const auto& json = value;
        const bool fits =
            json.is_null() ||
            std::visit([&](auto* target) { return set(target, json); }, found->second);
        if (!fits) {
            problems.push_back({path + name,
                                fmt::format("is not {}", form_of(found->second)),
                                fmt::format("give {}", form_of(found->second))});
        }
    }
}

std::optional<std::string> decoded(const std::string& base64) {
    std::string bytes(base64.size(), '\0');
    std::size_t size = 0;
    const bool sound = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()),
                                         bytes.size(),
                                         base64.data(),
                                         base64.size(),
                                         "\r\n",
                                         &size,
                                         nullptr,
                                         sodium_base64_VARIANT_ORIGINAL) == 0;
    bytes.resize(sound ? size : 0);
    return sound ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace

ImportOptions read_import_request(const Json& object) {
    ImportOptions options;
    std::optional<std::string> name;
    std::optional<std::string> base64;
    std::optional<std::string> reason;
    Problems problems;
    auto rest = object;
    const auto inner = object.value("options", Json::object());
    rest.erase("options");
    set_all(rest,
            {{"kind", &options.kind},
             {"name", &name},
             {"content", &options.content},
             {"content_base64", &base64},
             {"dry_run", &options.dry_run},
             {"propose", &options.propose},
             {"confirm", &options.confirm},
             {"reason", &reason}},
            "",
            problems);
    if (inner.is_object()) {
        set_all(inner,
                {{"map", &options.map},
                 {"set", &options.set},
                 {"values", &options.values},
                 {"missing", &options.missing},
                 {"no_header", &options.no_header},
                 {"header", &options.header},
                 {"header_row", &options.header_row},
                 {"sheet", &options.sheet},
                 {"decimal", &options.decimal},
                 {"encoding", &options.encoding},
                 {"dates", &options.dates},
                 {"origin", &options.origin},
                 {"origin_from", &options.origin_from},
                 {"only", &options.only},
                 {"ignore", &options.ignore},
                 {"fill_down", &options.fill_down},
                 {"update", &options.update},
                 {"delimiter", &options.delimiter},
                 {"create_patients", &options.create_patients},
                 {"add_scales", &options.add_scales},
                 {"keep_good", &options.keep_good}},
                "options.",
                problems);
    } else {
        problems.push_back({"options", "is not an object", "give an object"});
    }
    if (base64) {
        options.content = decoded(*base64);
    }
    if (!options.content) {
        problems.push_back({base64 ? "content_base64" : "content",
                            base64 ? "is not base64" : "is missing",
                            "give the file as content, or its bytes as content_base64"});
    }
    if (options.propose && !options.dry_run) {
        problems.push_back({"propose",
                            "is asked without dry_run",
                            "give dry_run true; then import with what was proposed"});
    }
    schema::refuse_any(std::move(problems));
    options.file = name.value_or("file");
    return options;
}

}  // namespace exchange
