// The codes that one's own account asks for beside the password: set up, confirmed, taken out. Each
// is of the account that is signed in on the device; no ledger entry tells of it.

#include <nlohmann/json.hpp>

#include "app/access/second_factor.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/route.h"
#include "app/server/routes/sign_in_proof.h"
#include "app/server/routes/sign_in_state.h"

namespace server {

namespace {

using Json = nlohmann::ordered_json;

Response begin_factor(const SignInRequest& call) {
    refuse_other_members(call.body, {"password", "code", "recovery_code"});
    const auto fresh =
        access_control::begin_second_factor(call.book, need_proved_person(call).account.id);
    return json_response(Json{{"address", fresh.address}, {"typed", fresh.typed}});
}

Response confirm_factor(const SignInRequest& call) {
    refuse_other_members(call.body, {"code"});
    const auto person = need_person(call, need_token(call));
    const auto codes = access_control::confirm_second_factor(
        call.book, person.account.id, need_text(call.body, "code"), call.setup.moment());
    return json_response(Json{{"recovery_codes", codes}});
}

Response remove_factor(const SignInRequest& call) {
    refuse_other_members(call.body, {"password", "code", "recovery_code"});
    access_control::remove_second_factor(call.book, need_proved_person(call).account.id);
    return json_response(sign_in_state(call, call.book, call.token()));
}

}  // namespace

std::vector<Route> second_factor_routes() {
    const std::string path = "/api/v1/second-factor";
    return {
        {.method = "POST",
         .path = path,
         .access = SignedIn{},
         .pool = WorkerPool::write,
         .sign_in = &begin_factor},
        {.method = "POST",
         .path = path + "/confirm",
         .access = SignedIn{},
         .pool = WorkerPool::write,
         .sign_in = &confirm_factor},
        {.method = "DELETE",
         .path = path,
         .access = SignedIn{},
         .pool = WorkerPool::write,
         .sign_in = &remove_factor},
    };
}

}  // namespace server
