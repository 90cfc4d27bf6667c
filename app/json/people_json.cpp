#include "app/json/people_json.h"

#include "db/utc.h"

namespace exchange {

OrderedJson account_json(const schema::Account& account) {
    OrderedJson json{{"id", account.id.value}};
    add_fields(json, account);
    json["version"] = account.version;
    return json;
}

OrderedJson devices_json(const std::vector<access_control::KnownDevice>& devices) {
    return array_of(devices, [](const access_control::KnownDevice& each) {
        OrderedJson json{{"id", each.device.id.value}};
        add_fields(json, each.device);
        json["version"] = each.device.version;
        json["seen_at"] = each.seen_at
                              ? OrderedJson(db::utc_text(each.seen_at->time_since_epoch().count()))
                              : OrderedJson(nullptr);
        json["signed_in"] = json_value(each.signed_in);
        return json;
    });
}

OrderedJson tokens_json(const std::vector<db::ProgramToken>& tokens) {
    return array_of(tokens, [](const db::ProgramToken& each) {
        const auto rights =
            access_control::read_rights(each.rights).value_or(access_control::Rights());
        return OrderedJson{
            {"id", each.id},
            {"name", each.name},
            {"rights", array_of(rights, [](auto right) { return json_value(right); })},
            {"account", each.account.value},
            {"until", each.until ? OrderedJson(db::utc_text(*each.until)) : OrderedJson(nullptr)},
            {"revoked", each.revoked}};
    });
}

OrderedJson clinic_keys_json(const std::vector<db::ClinicKey>& keys) {
    return array_of(keys, [](const db::ClinicKey& key) {
        return OrderedJson{{"fingerprint", key.fingerprint},
                           {"public_key", key.public_key},
                           {"made_at", key.made_at},
                           {"since_entry", key.since_entry},
                           {"vouched", key.vouched.has_value()},
                           {"retired_at", json_value(key.retired_at)},
                           {"until_entry", json_value(key.until_entry)}};
    });
}

OrderedJson rights_json() {
    return array_of(access_control::right_table(), [](const access_control::RightRow& row) {
        OrderedJson json{{"right", schema::word(row.right)},
                         {"lets", row.sentence},
                         {"roles", OrderedJson::array()}};
        for (std::size_t i = 0; i < row.roles.size(); ++i) {
            if (row.roles[i]) {
                json["roles"].push_back(schema::Words<schema::AccountRole>::all[i]);
            }
        }
        return json;
    });
}

}  // namespace exchange
