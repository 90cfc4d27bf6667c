// Where one's own account is signed in: shown to whoever it is of, and ended there by who has just
// proved to be it. No ledger entry tells of it; signing out does not either.

#include <nlohmann/json.hpp>

#include "app/access/turn.h"
#include "app/json/people_json.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/route.h"
#include "app/server/routes/sign_in_proof.h"

namespace server {

namespace {

using access_control::Person;
using schema::SignInDevice;

Response devices_of(const db::Book& book, const Person& person) {
    auto known = access_control::known_devices(book);
    std::erase_if(known, [&](const auto& each) { return each.signed_in != person.account.id; });
    auto list = exchange::devices_json(known);
    for (auto& each : list) {
        each["this"] = each["id"] == person.device.id.value;
    }
    return json_response(list);
}

// Of a program, and in a book without accounts, there are none.
Response list_own_devices(const ReadRequest& call) {
    return call.asker.person ? devices_of(call.book_without_records(), *call.asker.person)
                             : json_response(exchange::OrderedJson::array());
}

std::optional<schema::Id<SignInDevice>> device_in(const nlohmann::ordered_json& body) {
    const auto member = body.find("device");
    if (member == body.end() || member->is_null()) {
        return std::nullopt;
    }
    if (!member->is_number_integer()) {
        throw schema::refused("device", "is not a number", "give the id of one of the list");
    }
    return schema::Id<SignInDevice>(member->get<std::int64_t>());
}

Response end_own_turns(const SignInRequest& call) {
    refuse_other_members(call.body, {"password", "code", "recovery_code", "device"});
    const auto only = device_in(call.body);
    const auto person = need_proved_person(call);
    for (const auto device :
         access_control::end_turns(call.book, person.account.id, person.device.id, only)) {
        note(call, AccessAct::sign_out, person.account, device);
    }
    return devices_of(call.book, person);
}

}  // namespace

std::vector<Route> own_device_routes() {
    const std::string path = "/api/v1/me/devices";
    return {
        {.method = "GET",
         .path = path,
         .access = SignedIn{},
         .read = {NoRecord{}, &list_own_devices}},
        {.method = "DELETE",
         .path = path,
         .access = SignedIn{},
         .pool = WorkerPool::write,
         .sign_in = &end_own_turns},
    };
}

}  // namespace server
