#include "app/exchange/safety_json.h"

#include "app/exchange/finding_json.h"

namespace exchange {

namespace {

template <class List, class Make>
OrderedJson array_of(const List& list, const Make& make) {
    auto array = OrderedJson::array();
    for (const auto& each : list) {
        array.push_back(make(each));
    }
    return array;
}

template <class Record>
OrderedJson use_json(const LotUse<Record>& use) {
    OrderedJson json = {{"id", json_value(use.record.id)}, {"patient", use.chart}};
    add_fields(json, use.record);
    return json;
}

}  // namespace

std::string findings_json(const std::vector<clinical::Finding>& findings) {
    return json_text({{"findings", array_of(findings, &finding_json)}});
}

std::string rules_json(const std::vector<clinical::Rule>& rules) {
    return json_text(array_of(rules, [](const clinical::Rule& rule) {
        return OrderedJson{{"id", rule.id},
                           {"level", json_value(rule.level)},
                           {"checks", filled(rule.checks, rule)},
                           {"text", filled(rule.text, rule)},
                           {"source", rule.source}};
    }));
}

std::string depth_limits_json(const std::vector<schema::DepthLimit>& limits) {
    return json_text(array_of(limits, [](const schema::DepthLimit& limit) {
        auto json = OrderedJson::object();
        add_fields(json, limit);
        json["own"] = limit.id.value != 0;
        return json;
    }));
}

std::string lot_json(const std::string& lot,
                     const std::vector<LotUse<schema::Session>>& sessions,
                     const std::vector<LotUse<schema::Application>>& applications) {
    return json_text({{"lot", lot},
                      {"sessions", array_of(sessions, &use_json<schema::Session>)},
                      {"applications", array_of(applications, &use_json<schema::Application>)}});
}

}  // namespace exchange
