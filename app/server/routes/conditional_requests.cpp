#include "app/server/routes/conditional_requests.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/server/http/problem.h"
#include "app/tracking/restore.h"
#include "app/tracking/safety.h"
#include "schema/types/error.h"

namespace server {

std::string version_tag(int version) {
    return fmt::format("\"{}\"", version);
}

Response repeated(Response response) {
    response.headers.emplace_back("Idempotency-Replayed", "true");
    return response;
}

std::optional<Response> other_version_of_clinic(
    const WriteRequest& call, int version, const std::function<exchange::OrderedJson()>& stored) {
    const auto wanted = call.request.header("if-match");
    if (!wanted) {
        throw Refused({.status = 428,
                       .detail = "a correction says which version it corrects",
                       .remedy = "send If-Match with the ETag of the record"});
    }
    return *wanted == version_tag(version)
               ? std::nullopt
               : std::optional(outdated({{"if_match", *wanted}, {"fields", call.body}}, stored()));
}

std::optional<Response> other_version(const WriteRequest& call,
                                      int version,
                                      const std::function<exchange::OrderedJson()>& stored) {
    exchange::OrderedJson json;
    auto response = other_version_of_clinic(call, version, [&] { return json = stored(); });
    if (!response) {
        return std::nullopt;
    }
    const auto chart = json.at(json.contains("chart") ? "chart" : "patient").get<std::string>();
    const auto patient = tracking::patient_voided_or_not(call.book, chart);
    response->shown = std::make_shared<const std::vector<ShownPatient>>(
        1, ShownPatient{patient.id, patient.chart});
    return response;
}

Response asking_for_reasons(const std::function<Response()>& write) {
    try {
        return write();
    } catch (const tracking::Unanswered& unanswered) {
        return problem(unanswered, unanswered.findings());
    }
}

void refuse_other_members(const exchange::OrderedJson& body,
                          const std::vector<std::string_view>& known) {
    std::vector<schema::Problem> problems;
    for (const auto& [name, value] : body.items()) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            problems.push_back(
                schema::Problem{name, "is not known here", "leave it out; look for a slip"}.as(
                    "unknown"));
        }
    }
    schema::refuse_any(std::move(problems));
}

std::string need_text(const nlohmann::ordered_json& body, std::string_view name) {
    const auto member = body.find(name);
    if (member == body.end() || !member->is_string()) {
        throw schema::refused(std::string(name),
                              "is missing or is not a text",
                              fmt::format("give {{\"{}\": \"…\"}}", name))
            .as("lacking_text");
    }
    return member->get<std::string>();
}

std::optional<std::string> text_in(const nlohmann::ordered_json& body, std::string_view name) {
    const auto member = body.find(name);
    if (member == body.end() || member->is_null()) {
        return std::nullopt;
    }
    return need_text(body, name);
}

bool query_flag(const Call& call, std::string_view name) {
    const auto text = call.request.query_parameter(name).value_or("false");
    if (text != "true" && text != "false") {
        throw schema::misused(std::string(name),
                              fmt::format("\"{}\" is neither true nor false", text),
                              "give true or false")
            .as("address_value", {{"value", std::string(text)}});
    }
    return text == "true";
}

}  // namespace server
