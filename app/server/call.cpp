#include "app/server/call.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/server/problem.h"
#include "app/server/target.h"
#include "db/patients.h"
#include "db/sha256.h"
#include "schema/kinds/record_text.h"
#include "schema/types/region.h"
#include "schema/types/text.h"
#include "schema/types/text_bounds.h"

namespace server {

namespace {

// The request's key and, after a blank, which a key has none of, what all was asked with it: the
// same key never stands for another body, another place or another version.
std::optional<std::string> key_of(const Order& order, std::string_view action) {
    const auto word = order.request.header("idempotency-key");
    if (!word) {
        return std::nullopt;
    }
    const auto asked = db::hex(db::sha256(fmt::format("{}\n{}\n{}\n{}",
                                                      order.request.method,
                                                      order.request.target,
                                                      order.request.header("if-match").value_or(""),
                                                      order.request.body)));
    auto key = fmt::format("{} {}", *word, asked);
    const auto known = db::submitted(order.book, *word);
    if (known && (known->key != key || !known->action.starts_with(action))) {
        throw Refused(
            {.status = 422,
             .detail = "this Idempotency-Key was used for something else: " + known->action + " " +
                       known->answer,
             .remedy = "look at what was recorded then, and correct it where it should be "
                       "otherwise; a new submission needs a new key"});
    }
    return key;
}

}  // namespace

template <class Value>
std::optional<Value> Call::read_asked(std::string_view name) const {
    const auto text = request.asked(name);
    if (!text) {
        return std::nullopt;
    }
    auto value = schema::Text<Value>::read(*text);
    if (!value) {
        throw schema::misused(std::string(name),
                              fmt::format("\"{}\" is not {}", *text, schema::Text<Value>::form()),
                              "give " + schema::Text<Value>::form());
    }
    return value;
}

template std::optional<int> Call::read_asked<int>(std::string_view) const;
template std::optional<std::int64_t> Call::read_asked<std::int64_t>(std::string_view) const;
template std::optional<schema::Date> Call::read_asked<schema::Date>(std::string_view) const;
template std::optional<schema::CivilTime> Call::read_asked<schema::CivilTime>(
    std::string_view) const;

int Call::page_length() const {
    constexpr int longest = 500;
    const int most = read_asked<int>("limit").value_or(50);
    if (most < 1 || most > longest) {
        throw schema::misused("limit",
                              fmt::format("{} is not from 1 to {}", most, longest),
                              "ask for the next page with after");
    }
    return most;
}

schema::Date Call::today() const {
    return read_asked<schema::Date>("as_of").value_or(now.day());
}

schema::Patient patient_with_chart(const db::Book& book, const std::string& chart) {
    auto patient = db::find_patient(book, chart);
    if (!patient) {
        throw schema::missing(
            "chart", fmt::format("there is no chart \"{}\"", chart), "look for the patient's name");
    }
    return std::move(*patient);
}

schema::Patient Question::patient() const {
    return patient_with_chart(book, place("chart"));
}

schema::Patient Order::patient() const {
    return patient_with_chart(book, place("chart"));
}

std::string actor_of(const Request& request, const std::string& otherwise) {
    const auto header = request.header("x-needlebook-actor");
    if (!header) {
        return otherwise;
    }
    const auto name = percent_decoded(*header);
    if (!name || kinds::is_blank(*name) || schema::text_fault(schema::TextKind::name, *name)) {
        throw schema::misused(
            "X-Needlebook-Actor",
            "is not a name",
            "send a percent-encoded name: " + schema::text_form(schema::TextKind::name));
    }
    return *name;
}

db::Submission Order::submission(std::string action) const {
    db::Submission submission{
        .actor = actor_of(request, setup.actor), .action = action, .key = key_of(*this, action)};
    if (const auto reason = body.find("reason"); reason != body.end() && !reason->is_null()) {
        if (!reason->is_string()) {
            throw schema::refused("reason", "is not a text", "write why in a sentence");
        }
        if (auto text = reason->get<std::string>(); !kinds::is_blank(text)) {
            submission.reason = std::move(text);
        }
    }
    return submission;
}

std::optional<std::string> Order::answered_before(std::string_view action) const {
    const auto key = key_of(*this, action);
    return key ? db::answer_of(book, *key) : std::nullopt;
}

}  // namespace server
