#include "app/server/routes/sign_in_proof.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/server/events.h"
#include "app/server/http/guard.h"
#include "app/server/http/problem.h"
#include "app/server/noted_answers.h"
#include "app/server/routes/conditional_requests.h"
#include "db/records/accounts.h"

namespace server {

using access_control::Checked;
using access_control::Credentials;
using access_control::Outcome;
using access_control::Person;

namespace {

std::optional<std::string> code_in(const nlohmann::ordered_json& body) {
    auto code = text_in(body, "code");
    return code ? code : text_in(body, "recovery_code");
}

}  // namespace

void refuse_without_accounts(const SignInRequest& call) {
    if (!db::has_accounts(call.book)) {
        throw Refused({.status = 409,
                       .detail = "the book has no accounts: nobody signs in",
                       .remedy = "add the first account in the settings",
                       .told = {"error.no_accounts"}});
    }
}

void note(const SignInRequest& call,
          AccessAct act,
          const std::optional<schema::Account>& account,
          std::optional<schema::Id<schema::SignInDevice>> device) {
    note_person(*call.setup.readings, act, account, device, call.setup.moment());
}

void refuse_unless_passed(const SignInRequest& call,
                          const std::string& name,
                          const Checked& checked) {
    if (checked.outcome == Outcome::passed) {
        return;
    }
    if (checked.outcome != Outcome::code_wanted) {
        note(call,
             checked.outcome == Outcome::delayed ? AccessAct::locked_out
                                                 : AccessAct::sign_in_refused,
             db::find_account(call.book, name));
    }
    if (checked.outcome == Outcome::code_wanted) {
        throw Refused({.status = 401,
                       .detail = "this account asks for a code too",
                       .remedy = "give the code that the app shows now, or a recovery code",
                       .code = "second_factor",
                       .told = {"error.second_factor"}});
    }
    call.setup.events->happened("a sign-in was refused");
    if (checked.outcome == Outcome::delayed) {
        const auto wait = std::max<std::int64_t>(checked.wait.count(), 1);
        throw Refused({.status = 429,
                       .detail = "there were too many tries; this one was not looked at",
                       .remedy = fmt::format("try again in {} s", wait),
                       .headers = {{"Retry-After", std::to_string(wait)}},
                       .code = "delayed",
                       .told = {"error.delayed", {{"seconds", static_cast<int>(wait)}}}});
    }
    throw Refused({.status = 401,
                   .detail = "the name, the password or the code is not right",
                   .remedy = "look for a slip; an owner resets a password that was forgotten",
                   .code = "refused",
                   .told = {"error.not_right"}});
}

Credentials credentials(const SignInRequest& call, std::string name, std::string_view password) {
    return {.name = std::move(name),
            .password = need_text(call.body, password),
            .code = code_in(call.body),
            .address = call.setup.guard->guesser_of(call.request)};
}

std::string need_token(const SignInRequest& call) {
    refuse_without_accounts(call);
    auto token = call.token();
    if (!token) {
        throw Refused(not_signed_in());
    }
    return std::move(*token);
}

Person need_person(const SignInRequest& call, const std::string& token) {
    auto person = access_control::person_of(call.book, token, call.setup.moment());
    if (!person) {
        throw Refused(not_signed_in());
    }
    return std::move(*person);
}

Person need_proved_person(const SignInRequest& call) {
    auto person = need_person(call, need_token(call));
    const auto checked = access_control::check(
        call.book, credentials(call, person.account.name, "password"), call.setup.moment());
    refuse_unless_passed(call, person.account.name, checked);
    return person;
}

}  // namespace server
