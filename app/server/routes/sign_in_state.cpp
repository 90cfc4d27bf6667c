#include "app/server/routes/sign_in_state.h"

#include "app/access/turn.h"
#include "app/server/http/device_token.h"
#include "app/server/routes/conditional_requests.h"
#include "db/records/accounts.h"
#include "db/records/clinic.h"
#include "db/secrets/totp_secrets.h"
#include "schema/types/text_bounds.h"

namespace server {

exchange::OrderedJson rights_json(const access_control::Rights& rights) {
    return exchange::array_of(
        rights, [](auto right) { return exchange::OrderedJson(schema::word(right)); });
}

exchange::OrderedJson person_json(const schema::Account& account) {
    return {{"id", account.id.value},
            {"name", account.name},
            {"display_name",
             account.display_name ? exchange::OrderedJson(*account.display_name)
                                  : exchange::OrderedJson(nullptr)}};
}

exchange::OrderedJson own_json(const db::Book& book, const schema::Account& account) {
    auto json = person_json(account);
    json["role"] = schema::word(account.role);
    const auto totp = db::totp_secret(book, account.id);
    json["second_factor"] = totp && totp->confirmed;
    json["language"] = account.language ? exchange::OrderedJson(*account.language)
                                        : exchange::OrderedJson(nullptr);
    json["rights"] = rights_json(access_control::rights_of(account.role));
    return json;
}

exchange::OrderedJson sign_in_state(const Call& call,
                                    const db::Book& book,
                                    const std::optional<std::string>& token) {
    const auto clinic = db::read_clinic(book);
    const bool has_accounts = db::has_accounts(book);
    exchange::OrderedJson json = {{"accounts", has_accounts},
                                  {"clinic", nullptr},
                                  {"signed_in", nullptr},
                                  {"locked", false},
                                  {"people", exchange::OrderedJson::array()},
                                  {"lock_minutes", clinic.lock_minutes},
                                  {"digits", schema::word(clinic.digits)},
                                  {"umm_al_qura", clinic.umm_al_qura},
                                  {"key", nullptr}};
    if (has_accounts && !clinic.name.empty()) {
        json["clinic"] = clinic.name;
    }
    if (!token) {
        return json;
    }
    const auto now = call.setup.moment();
    json["people"] = exchange::array_of(access_control::people_at(book, *token, now), &person_json);
    if (const auto person = access_control::person_of(book, *token, now)) {
        json["signed_in"] = own_json(book, person->account);
        json["locked"] = person->locked;
        json["key"] = page_key(*token);
    }
    return json;
}

std::string device_label(const exchange::OrderedJson& body) {
    auto label = text_in(body, "device").value_or("browser");
    std::vector<schema::Problem> problems;
    schema::check_text("name", label, "device", problems);
    schema::refuse_any(std::move(problems));
    return schema::without_ends(label).empty() ? "browser" : label;
}

}  // namespace server
