#include "app/server/routes/own_page.h"

#include <memory>

#include <fmt/format.h>

#include "app/access/patient_door.h"
#include "app/server/events.h"
#include "app/server/http/device_token.h"
#include "app/server/http/problem.h"
#include "schema/types/error.h"

namespace server {

std::string own_page_cookie(std::string_view key) {
    constexpr std::size_t enough = 8;  // of 22: to tell pages from each other
    return fmt::format("__Host-needlebook-page-{}", key.substr(0, enough));
}

Response no_own_page(const Call& call) {
    call.setup.events->happened("a patient's page was asked for with a key of none");
    auto refused =
        problem(schema::missing("key", "there is no such page", "ask the clinic for a new address")
                    .as("no_page"));
    refused.is_late = true;
    return refused;
}

std::optional<db::PatientLink> opened_link(const Call& call, const db::Book& book) {
    const auto key = call.path_parameter("key");
    return access_control::opened_page(book,
                                       key,
                                       cookie_of(call.request, own_page_cookie(key)),
                                       call.now.day(),
                                       call.setup.moment());
}

Response not_opened(const Call& call, const db::Book& book) {
    const auto link = db::find_link(book, call.path_parameter("key"));
    if (!link ||
        !access_control::is_open(*link, db::find_link_code(book, link->id), call.now.day())) {
        return no_own_page(call);
    }
    return problem(Refusal{.status = 401,
                           .detail = "the page opens with the code that the clinic told",
                           .remedy = "send it to …/open",
                           .code = "link_code",
                           .told = {"error.link_code"}});
}

Response showing(Response response, const schema::Patient& patient) {
    response.shown = std::make_shared<const std::vector<ShownPatient>>(
        1, ShownPatient{patient.id, patient.chart});
    return response;
}

}  // namespace server
