// What who asks has typed and not recorded yet; see drafts.h.

#include <nlohmann/json.hpp>

#include "app/server/drafts.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/route.h"
#include "db/utc.h"

namespace server {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t longest_name = 1000;  // bytes; a chart number and the name of a page
constexpr std::size_t longest_key = 200;

Json json_of(const Draft& draft) {
    return {{"name", draft.name},
            {"key", draft.key},
            {"kept_at", draft.kept_at},
            {"value", Json::parse(draft.value)}};
}

Response list(const ReadRequest& call) {
    access_control::require(call.asker.grant, Right::read_records);
    auto drafts = Json::array();
    for (const auto& draft : call.setup.drafts->all(call.asker.owner_of_drafts())) {
        drafts.push_back(json_of(draft));
    }
    return json_response(drafts);
}

Response keep(const ReadRequest& call) {
    access_control::require(call.asker.grant, Right::write_observations);
    const auto& body = call.body;
    refuse_other_members(body, {"key", "value", "edit"});
    const auto key = body.value("key", Json());
    const bool has_key = key.is_string() && !key.get_ref<const std::string&>().empty() &&
                         key.get_ref<const std::string&>().size() <= longest_key;
    if (!has_key || !body.contains("value")) {
        throw schema::refused("draft",
                              "has no key or no value",
                              "give {\"key\": \"…\", \"value\": …}, a key of 1 to 200 bytes");
    }
    const auto edit = body.value("edit", Json());
    Draft draft{.name = call.path_parameter("name"),
                .key = key.get<std::string>(),
                .kept_at = db::utc_now(),
                .value = body["value"].dump(),
                .edit = edit.is_number_integer() ? edit.get<std::int64_t>() : 0,
                .owner = call.asker.owner_of_drafts()};
    if (draft.name.empty() || draft.name.size() > longest_name) {
        throw schema::refused("name", "is not 1 to 1000 bytes", "give the name of the form");
    }
    const auto said = json_of(draft);
    call.setup.drafts->keep(std::move(draft));
    return json_response(said);
}

Response discard(const ReadRequest& call) {
    access_control::require(call.asker.grant, Right::write_observations);
    refuse_other_members(call.body, {});
    call.setup.drafts->discard(call.path_parameter("name"), call.asker.owner_of_drafts());
    return {.status = 204, .content_type = ""};
}

}  // namespace

std::vector<Route> draft_routes() {
    const std::string all = "/api/v1/drafts";
    const auto one = all + "/{name}";
    return {
        {.method = "GET", .path = all, .access = Right::read_records, .read = {NoRecord{}, &list}},
        {.method = "PUT",
         .path = one,
         .access = Right::write_observations,
         .read = {NoRecord{}, &keep}},
        {.method = "DELETE",
         .path = one,
         .access = Right::write_observations,
         .read = {NoRecord{}, &discard}},
    };
}

}  // namespace server
