// Who is signed in on this device: in and out, lock, PIN and password. These write no records and
// no ledger entry but that of a new device.

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/access/sign_in.h"
#include "app/access/turn.h"
#include "app/server/events.h"
#include "app/server/http/problem.h"
#include "app/server/noted_answers.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/route.h"
#include "app/server/routes/sign_in_proof.h"
#include "app/server/routes/sign_in_state.h"
#include "db/records/accounts.h"
#include "schema/types/error.h"

namespace server {

namespace {

using access_control::Switched;

Response state(const OpenRequest& call) {
    return json_response(
        sign_in_state(call, call.book, call.setup.guard->device_token(call.request)));
}

Response state_now(const SignInRequest& call, const std::optional<std::string>& token) {
    return json_response(sign_in_state(call, call.book, token));
}

// Over the network, unless they have a second factor.
void refuse_owner(const SignInRequest& call, const schema::Account& account) {
    refuse_owner_without_second_factor(call.book, account, call.request, *call.setup.guard);
}

// Of a device that has another token from now on.
Response begun(const SignInRequest& call, const access_control::SignedIn& signed_in) {
    auto response = state_now(call, signed_in.token);
    response.headers.emplace_back("Set-Cookie",
                                  call.setup.guard->device_cookie(call.request, signed_in.token));
    return response;
}

Response sign_in(const SignInRequest& call) {
    refuse_other_members(call.body, {"name", "password", "code", "recovery_code", "device"});
    refuse_without_accounts(call);
    const auto now = call.setup.moment();
    const auto label = device_label(call.body);
    const auto name = need_text(call.body, "name");
    const auto checked = access_control::check(call.book, credentials(call, name, "password"), now);
    refuse_unless_passed(call, name, checked);
    refuse_owner(call, *checked.account);
    call.setup.events->happened("somebody signed in");
    const auto signed_in =
        access_control::sign_in_device(call.book, checked.account->id, call.token(), label, now);
    note(call, AccessAct::sign_in, checked.account, signed_in.device.id);
    return begun(call, signed_in);
}

Response sign_out(const SignInRequest& call) {
    refuse_other_members(call.body, {});
    const auto token = call.token();
    if (token) {
        const auto person = access_control::person_of(call.book, *token, call.setup.moment());
        access_control::sign_out(call.book, *token);
        if (person) {
            note(call, AccessAct::sign_out, person->account, person->device.id);
        }
    }
    return state_now(call, token);
}

Response lock(const SignInRequest& call) {
    refuse_other_members(call.body, {});
    const auto token = need_token(call);
    const auto person = need_person(call, token);
    access_control::lock_device(call.book, token);
    note(call, AccessAct::lock, person.account, person.device.id);
    return state_now(call, token);
}

Response by_pin(const SignInRequest& call,
                const std::string& token,
                schema::Id<schema::Account> account) {
    const auto whose = db::find_account(call.book, account);
    if (whose) {
        refuse_owner(call, *whose);
    }
    const auto to = access_control::switch_person(
        call.book, token, account, need_text(call.body, "pin"), call.setup.moment());
    if (to.outcome == Switched::done) {
        note(call, AccessAct::pin, whose, to.signed_in->device.id);
        return begun(call, *to.signed_in);
    }
    note(call, AccessAct::pin_refused, whose);
    call.setup.events->happened("a PIN was refused");
    if (to.outcome == Switched::wrong_pin) {
        throw Refused({.status = 401,
                       .detail = "this is not the PIN",
                       .remedy = fmt::format("there are {} tries left; then the password is asked "
                                             "for",
                                             to.tries_left),
                       .code = "wrong_pin",
                       .tries_left = to.tries_left,
                       .told = {"error.wrong_pin", {{"tries", to.tries_left}}}});
    }
    throw Refused({.status = 409,
                   .detail = "no PIN opens this here by now",
                   .remedy = "sign in by password",
                   .code = "password_wanted",
                   .tries_left = 0,
                   .told = {"error.password_wanted"}});
}

Response unlock(const SignInRequest& call) {
    refuse_other_members(call.body, {"pin", "password", "code", "recovery_code"});
    const auto token = need_token(call);
    const auto person = need_person(call, token);
    if (call.body.contains("pin")) {
        return by_pin(call, token, person.account.id);
    }
    const auto now = call.setup.moment();
    const auto checked =
        access_control::check(call.book, credentials(call, person.account.name, "password"), now);
    refuse_unless_passed(call, person.account.name, checked);
    refuse_owner(call, person.account);
    note(call, AccessAct::sign_in, person.account, person.device.id);
    return begun(
        call,
        access_control::sign_in_device(call.book, person.account.id, token, device_label({}), now));
}

Response switch_to(const SignInRequest& call) {
    refuse_other_members(call.body, {"account", "pin"});
    const auto token = need_token(call);
    const auto account = call.body.find("account");
    if (account == call.body.end() || !account->is_number_integer()) {
        throw schema::refused(
            "account", "is missing or is not a number", "give the id of one of `people`");
    }
    return by_pin(call, token, schema::Id<schema::Account>(account->get<std::int64_t>()));
}

Response set_pin(const SignInRequest& call) {
    refuse_other_members(call.body, {"pin"});
    const auto token = need_token(call);
    access_control::set_pin(call.book, token, need_text(call.body, "pin"), call.setup.moment());
    return state_now(call, token);
}

// With a one-time code an owner gives: nobody is signed in by it.
Response reset_password(const SignInRequest& call) {
    const auto checked =
        access_control::reset_password(call.book,
                                       {.name = need_text(call.body, "name"),
                                        .password = need_text(call.body, "password"),
                                        .code = need_text(call.body, "reset_code"),
                                        .address = call.setup.guard->guesser_of(call.request)},
                                       call.setup.moment());
    refuse_unless_passed(call, need_text(call.body, "name"), checked);
    return state_now(call, call.token());
}

Response set_password(const SignInRequest& call) {
    refuse_other_members(call.body,
                         {"name", "reset_code", "old", "password", "code", "recovery_code"});
    refuse_without_accounts(call);
    if (call.body.contains("reset_code")) {
        return reset_password(call);
    }
    const auto token = need_token(call);
    const auto person = need_person(call, token);
    const auto now = call.setup.moment();
    const auto checked =
        access_control::change_password(call.book,
                                        credentials(call, person.account.name, "old"),
                                        need_text(call.body, "password"),
                                        now);
    refuse_unless_passed(call, person.account.name, checked);
    note(call, AccessAct::sign_in, person.account, person.device.id);
    return begun(
        call,
        access_control::sign_in_device(call.book, person.account.id, token, device_label({}), now));
}

}  // namespace

std::vector<Route> sign_in_routes() {
    const std::string root = "/api/v1/";
    const auto one = [&](std::string_view method, const char* path, Access access, auto* handler) {
        return Route{.method = method,
                     .path = root + path,
                     .access = access,
                     .pool = WorkerPool::write,
                     .sign_in = handler};
    };
    return {
        {.method = "GET", .path = root + "sign-in", .access = Open{}, .open = &state},
        one("POST", "sign-in", Open{}, &sign_in),
        one("POST", "sign-out", Open{}, &sign_out),
        one("POST", "lock", SignedIn{}, &lock),
        one("POST", "unlock", Open{}, &unlock),
        one("POST", "switch", Open{}, &switch_to),
        one("PUT", "pin", SignedIn{}, &set_pin),
        one("POST", "password", Open{}, &set_password),
    };
}

}  // namespace server
