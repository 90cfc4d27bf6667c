#include "app/json/access_json.h"

namespace exchange {

OrderedJson access_json(const std::vector<db::AccessEntry>& entries, int most) {
    const bool goes_on = entries.size() >= static_cast<std::size_t>(most) && entries.back().id > 1;
    return {{"entries",
             array_of(entries,
                      [](const db::AccessEntry& each) {
                          return OrderedJson{{"id", each.id},
                                             {"at", each.at},
                                             {"act", json_value(each.act)},
                                             {"person", json_value(each.person)},
                                             {"account", json_value(each.account)},
                                             {"device", json_value(each.device)},
                                             {"program", json_value(each.program)},
                                             {"patient", json_value(each.patient)},
                                             {"chart", json_value(each.chart)},
                                             {"reason", json_value(each.reason)}};
                      })},
            {"next", goes_on ? OrderedJson(entries.back().id) : OrderedJson(nullptr)}};
}

OrderedJson looked_json(const std::vector<tracking::LookedOn>& looked) {
    return array_of(looked, [](const tracking::LookedOn& each) {
        return OrderedJson{{"day", json_value(each.day)},
                           {"person", each.person},
                           {"role", json_value(each.role)},
                           {"acts", array_of(each.acts, [](auto act) { return json_value(act); })},
                           {"emergency", each.in_emergency}};
    });
}

OrderedJson emergencies_json(const std::vector<tracking::EmergencyReading>& readings) {
    return array_of(readings, [](const tracking::EmergencyReading& each) {
        return OrderedJson{{"entry", each.entry},
                           {"at", each.at},
                           {"person", each.actor},
                           {"reason", each.reason}};
    });
}

}  // namespace exchange
