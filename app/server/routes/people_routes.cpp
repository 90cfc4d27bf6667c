// The people of the clinic, their devices, and tokens of programs. What proves somebody is told
// once, in the answer to who made it.

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/access/moment.h"
#include "app/access/turn.h"
#include "app/json/people_json.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/route.h"
#include "app/server/routes/sign_in_state.h"
#include "app/tracking/people/accounts.h"
#include "app/tracking/people/program_tokens.h"
#include "app/tracking/people/sign_in_devices.h"
#include "db/records/accounts.h"
#include "db/secrets/program_tokens.h"
#include "schema/types/text.h"

namespace server {

namespace {

using Json = nlohmann::ordered_json;
using schema::Account;
using schema::SignInDevice;

template <class Record>
schema::Id<Record> id_in(const Call& call, const char* what) {
    const auto id = schema::Text<schema::Id<Record>>::read(call.path_parameter("id"));
    if (!id) {
        throw schema::missing(
            what, fmt::format("\"{}\" is not an id", call.path_parameter("id")), "look at the list")
            .as("gone");
    }
    return *id;
}

Account account_with(const db::Book& book, schema::Id<Account> id) {
    auto account = db::find_account(book, id);
    if (!account) {
        throw schema::missing("account",
                              fmt::format("there is none with id {}", id.value),
                              "look at the list of accounts")
            .as("gone");
    }
    return std::move(*account);
}

Response nothing() {
    return {.status = 204, .content_type = ""};
}

schema::AccountRole role_in(const Json& body) {
    const auto text = need_text(body, "role");
    const auto role = schema::read_word<schema::AccountRole>(text);
    if (!role) {
        throw schema::refused("role",
                              fmt::format("\"{}\" is not a role", text),
                              "give one of " + schema::word_list<schema::AccountRole>());
    }
    return *role;
}

std::optional<bool> flag_in(const Json& body, std::string_view name) {
    const auto member = body.find(name);
    if (member == body.end() || member->is_null()) {
        return std::nullopt;
    }
    if (!member->is_boolean()) {
        throw schema::refused(std::string(name), "is not true or false", "give true or false");
    }
    return member->get<bool>();
}

Response list_accounts(const ReadRequest& call) {
    return json_response(
        exchange::array_of(db::all_accounts(call.book()), &exchange::account_json));
}

// By the first account everybody must sign in from now on; the browser that added it is signed in
// by that.
Response add_account(WriteRequest& call) {
    if (const auto answer = call.answered_before(adds_account)) {
        const auto id = schema::Text<schema::Id<Account>>::read(*answer);
        return repeated(json_response(exchange::account_json(account_with(call.book, *id)), 201));
    }
    refuse_other_members(call.body,
                         {"name", "display_name", "role", "password", "device", "reason"});
    const bool is_first = !db::has_accounts(call.book);
    const auto now = call.setup.moment();
    const auto label = device_label(call.body);
    const auto id = tracking::add_account(call.book,
                                          call.submission(std::string(adds_account)),
                                          {.name = need_text(call.body, "name"),
                                           .display_name = text_in(call.body, "display_name"),
                                           .role = role_in(call.body)},
                                          need_text(call.body, "password"),
                                          now)
                        .id<Account>();
    auto response = json_response(exchange::account_json(account_with(call.book, id)), 201);
    if (is_first) {
        const auto signed_in =
            access_control::sign_in_device(call.book, id, std::nullopt, label, now);
        response.headers.emplace_back(
            "Set-Cookie", call.setup.guard->device_cookie(call.request, signed_in.token));
    }
    return response;
}

Response change_account(WriteRequest& call) {
    refuse_other_members(call.body, {"role", "active", "display_name", "reason"});
    const auto id = id_in<Account>(call, "account");
    tracking::AccountChange change{.active = flag_in(call.body, "active")};
    if (call.body.contains("role")) {
        change.role = role_in(call.body);
    }
    if (call.body.contains("display_name")) {
        change.display_name = text_in(call.body, "display_name").value_or("");
    }
    tracking::change_account(call.book, call.submission("account change"), id, change);
    return json_response(exchange::account_json(account_with(call.book, id)));
}

Response reset_account(WriteRequest& call) {
    refuse_other_members(call.body, {"remove_second_factor", "reason"});
    const auto account = account_with(call.book, id_in<Account>(call, "account"));
    const bool removes = flag_in(call.body, "remove_second_factor").value_or(false);
    const auto code = tracking::reset_account(
        call.book,
        call.submission("account reset"),
        account.name,
        removes ? tracking::SecondFactor::removed : tracking::SecondFactor::stays,
        call.setup.moment());
    auto response = json_response(Json{{"code", code ? Json(*code) : Json(nullptr)}});
    return code ? response : repeated(std::move(response));
}

Response list_devices(const ReadRequest& call) {
    auto list =
        exchange::devices_json(access_control::known_devices(call.book(Right::manage_people)));
    const auto& person = call.asker.person;
    for (auto& each : list) {
        each["this"] = person && each["id"] == person->device.id.value;
    }
    return json_response(list);
}

Response label_device(WriteRequest& call) {
    refuse_other_members(call.body, {"label", "reason"});
    const auto id = id_in<SignInDevice>(call, "device");
    tracking::label_device(
        call.book, call.submission("device label"), id, need_text(call.body, "label"));
    return json_response(
        exchange::OrderedJson{{"id", id.value}, {"label", db::find_device(call.book, id)->label}});
}

Response revoke_device(WriteRequest& call) {
    refuse_other_members(call.body, {"reason"});
    tracking::revoke_device(
        call.book, call.submission("device revoke"), id_in<SignInDevice>(call, "device"));
    return nothing();
}

// All but the one that asks.
Response revoke_devices(WriteRequest& call) {
    refuse_other_members(call.body, {"reason"});
    std::optional<schema::Id<SignInDevice>> own;
    if (call.asker.person) {
        own = call.asker.person->device.id;
    }
    tracking::revoke_all_devices(call.book, call.submission("device revoke"), own);
    return nothing();
}

Response list_tokens(const ReadRequest& call) {
    return json_response(
        exchange::tokens_json(db::all_program_tokens(call.book(Right::manage_people))));
}

access_control::Rights rights_in(const Json& body) {
    access_control::Rights rights;
    const auto list = body.find("rights");
    if (list == body.end() || !list->is_array()) {
        throw schema::refused("rights",
                              "is missing or is not an array",
                              "say what the program may: [\"read_records\"]")
            .as("right_missing");
    }
    for (const auto& each : *list) {
        const auto right =
            each.is_string() ? schema::read_word<Right>(each.get<std::string>()) : std::nullopt;
        if (!right) {
            throw schema::refused("rights",
                                  fmt::format("{} is not a right", each.dump()),
                                  "give some of " + schema::word_list<Right>());
        }
        rights.insert(*right);
    }
    return rights;
}

// The end of that day, UTC.
std::optional<access_control::Moment> end_in(const Json& body) {
    const auto text = text_in(body, "until");
    if (!text) {
        return std::nullopt;
    }
    const auto day = schema::Date::read(*text);
    if (!day) {
        throw schema::refused("until",
                              fmt::format("\"{}\" is not a date YYYY-MM-DD", *text),
                              "give the last day on which it holds, as 2026-12-31")
            .as("misfit_value", {{"value", *text}, {"form", schema::Phrase("error.form.day")}});
    }
    return access_control::end_of(*day);
}

Response add_token(WriteRequest& call) {
    refuse_other_members(call.body, {"name", "rights", "until", "reason"});
    const auto token = tracking::add_token(call.book,
                                           call.submission("token add"),
                                           need_text(call.body, "name"),
                                           rights_in(call.body),
                                           end_in(call.body),
                                           call.setup.moment());
    auto response = json_response(Json{{"token", token ? Json(*token) : Json(nullptr)}}, 201);
    return token ? response : repeated(std::move(response));
}

Response revoke_token(WriteRequest& call) {
    refuse_other_members(call.body, {"reason"});
    const auto id = schema::Text<std::int64_t>::read(call.path_parameter("id"));
    tracking::revoke_token(call.book, call.submission("token revoke"), id.value_or(0));
    return nothing();
}

Response list_clinic_keys(const ReadRequest& call) {
    return json_response(exchange::clinic_keys_json(db::clinic_keys(call.book())));
}

// Of whoever is signed in; the answer is what a page is told of them.
Response set_own_language(WriteRequest& call) {
    refuse_other_members(call.body, {"language", "reason"});
    if (!call.asker.person) {
        throw schema::refused("language",
                              "is changed by whoever is signed in, for themselves",
                              "sign in at a browser; without accounts choose it on the page "
                              "Settings")
            .as("language_of_account");
    }
    if (!call.body.contains("language")) {
        throw schema::refused("language", "is missing", "give en, ar, or null");
    }
    tracking::set_own_language(
        call.book, call.submission("account language"), text_in(call.body, "language"));
    return json_response(
        own_json(call.book, account_with(call.book, call.asker.person->account.id)));
}

Response list_rights(const ReadRequest&) {
    return json_response(exchange::rights_json());
}

}  // namespace

std::vector<Route> people_routes() {
    const std::string root = "/api/v1/";
    const auto reads = [&](const char* path, Access access, auto* handler) {
        return Route{
            .method = "GET", .path = root + path, .access = access, .read = {NoRecord{}, handler}};
    };
    const auto writes = [&](std::string_view method, const char* path, auto* handler) {
        return Route{.method = method,
                     .path = root + path,
                     .access = Right::manage_people,
                     .pool = WorkerPool::write,
                     .write = handler};
    };
    return {
        Route{.method = "PATCH",
              .path = root + "me",
              .access = SignedIn{},
              .pool = WorkerPool::write,
              .write = &set_own_language},
        reads("accounts", Right::read_records, &list_accounts),
        writes("POST", "accounts", &add_account),
        writes("PATCH", "accounts/{id}", &change_account),
        writes("POST", "accounts/{id}/reset", &reset_account),
        reads("devices", Right::manage_people, &list_devices),
        writes("DELETE", "devices", &revoke_devices),
        writes("PATCH", "devices/{id}", &label_device),
        writes("DELETE", "devices/{id}", &revoke_device),
        reads("tokens", Right::manage_people, &list_tokens),
        writes("POST", "tokens", &add_token),
        writes("DELETE", "tokens/{id}", &revoke_token),
        reads("clinic-keys", Right::read_records, &list_clinic_keys),
        reads("rights", SignedIn{}, &list_rights),
    };
}

}  // namespace server
