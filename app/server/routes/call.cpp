#include "app/server/routes/call.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/server/http/problem.h"
#include "app/server/http/target.h"
#include "app/tracking/restore.h"
#include "db/ledger/erasure.h"
#include "db/ledger/sha256.h"
#include "schema/kinds/record_text.h"
#include "schema/types/region.h"
#include "schema/types/text.h"
#include "schema/types/text_bounds.h"

namespace server {

namespace {

// A request's key, and the hash of what all was asked with it: the same key never stands for
// another body, another place or another version. Of an erasure no hash is kept (erasure.h), nor of
// what has a password in it, which could be guessed at by its hash.
struct Key {
    std::string text;
    std::optional<std::string> request_hash;
    std::optional<std::string> answer;  // when it was asked before
};

std::optional<Key> key_of(const WriteRequest& call, std::string_view action) {
    auto text = call.request.header("idempotency-key");
    if (!text) {
        return std::nullopt;
    }
    std::optional<std::string> asked;
    if (action != db::erases_patient && action != adds_account) {
        asked = db::hex(db::sha256(fmt::format("{}\n{}\n{}\n{}",
                                               call.request.method,
                                               call.request.target,
                                               call.request.header("if-match").value_or(""),
                                               call.request.body)));
    }
    const auto known = db::submitted(call.book, *text);
    if (known && (known->request_hash != asked || !known->action.starts_with(action))) {
        throw Refused(
            {.status = 422,
             .detail = "this Idempotency-Key was used for something else: " + known->action + " " +
                       known->answer,
             .remedy = "look at what was recorded then, and correct it where it should be "
                       "otherwise; a new submission needs a new key",
             .told = {"error.key_used"}});
    }
    return Key{
        std::move(*text), std::move(asked), known ? std::optional(known->answer) : std::nullopt};
}

}  // namespace

template <class Value>
std::optional<Value> Call::read_query_parameter(std::string_view name) const {
    const auto text = request.query_parameter(name);
    if (!text) {
        return std::nullopt;
    }
    auto value = schema::Text<Value>::read(*text);
    if (!value) {
        throw schema::misused(std::string(name),
                              fmt::format("\"{}\" is not {}", *text, schema::Text<Value>::form()),
                              "give " + schema::Text<Value>::form())
            .as("address_value", {{"value", std::string(*text)}});
    }
    return value;
}

template std::optional<int> Call::read_query_parameter<int>(std::string_view) const;
template std::optional<std::int64_t> Call::read_query_parameter<std::int64_t>(
    std::string_view) const;
template std::optional<schema::Date> Call::read_query_parameter<schema::Date>(
    std::string_view) const;
template std::optional<schema::CivilTime> Call::read_query_parameter<schema::CivilTime>(
    std::string_view) const;

int Call::page_length(std::string_view next) const {
    constexpr int longest = 500;
    const int most = read_query_parameter<int>("limit").value_or(50);
    if (most < 1 || most > longest) {
        throw schema::misused("limit",
                              fmt::format("{} is not from 1 to {}", most, longest),
                              fmt::format("ask for the next page with {}", next));
    }
    return most;
}

schema::Date Call::today() const {
    return read_query_parameter<schema::Date>("as_of").value_or(now.day());
}

const db::Book& ReadRequest::book(access_control::Right right) const {
    access_control::require(asker.grant, right);
    return book_;
}

schema::Patient ReadRequest::patient() const {
    auto patient = tracking::patient_with_chart(book(), path_parameter("chart"));
    shows(patient);
    return patient;
}

void ReadRequest::shows(const schema::Patient& patient) const {
    const bool is_known = std::any_of(
        shown_.begin(), shown_.end(), [&](const auto& each) { return each.id == patient.id; });
    if (!is_known) {
        shown_.push_back({patient.id, patient.chart});
    }
}

std::optional<std::string> SignInRequest::token() const {
    return setup.guard->device_token(request);
}

schema::Patient WriteRequest::patient() const {
    return tracking::patient_with_chart(book, path_parameter("chart"));
}

namespace {

std::vector<std::string> confirmed_in(const nlohmann::ordered_json& names) {
    std::vector<std::string> confirmed;
    for (const auto& each : names) {
        if (names.is_array() && each.is_string()) {
            confirmed.push_back(each.get<std::string>());
        }
    }
    if (!names.is_array() || confirmed.size() != names.size()) {
        throw schema::refused("confirm",
                              "is not an array of texts",
                              "give the fields that are so, as [\"depth_mm\"]");
    }
    return confirmed;
}

}  // namespace

db::Submission WriteRequest::submission(std::string action) const {
    db::Submission submission{.actor = asker.grant.actor(), .action = action};
    if (asker.grant.account()) {
        submission.grant = std::make_shared<const access_control::Grant>(asker.grant);
    }
    if (auto key = key_of(*this, action)) {
        submission.key = std::move(key->text);
        submission.request_hash = std::move(key->request_hash);
    }
    if (const auto reason = body.find("reason"); reason != body.end() && !reason->is_null()) {
        if (!reason->is_string()) {
            throw schema::refused("reason", "is not a text", "write why in a sentence")
                .as("misfit", {{"form", schema::told_form(schema::TextKind::note)}});
        }
        if (auto text = reason->get<std::string>(); !kinds::is_blank(text)) {
            submission.reason = std::move(text);
        }
    }
    if (const auto confirm = body.find("confirm"); confirm != body.end() && !confirm->is_null()) {
        submission.confirm = confirmed_in(*confirm);
    }
    return submission;
}

std::optional<std::string> WriteRequest::answered_before(std::string_view action) const {
    const auto key = key_of(*this, action);
    return key ? key->answer : std::nullopt;
}

}  // namespace server
