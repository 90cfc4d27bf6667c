#include "app/json/safety_json.h"

#include "app/json/finding_json.h"
#include "app/json/phrase_json.h"

namespace exchange {

namespace {

template <class Record>
OrderedJson use_json(const LotUse<Record>& use) {
    OrderedJson json = {{"id", json_value(use.record.id)}, {"patient", use.chart}};
    add_fields(json, use.record);
    return json;
}

}  // namespace

OrderedJson assessment_json(const clinical::Assessment& assessment) {
    const auto words = clinical::all_clear_text(assessment);
    return {{"findings", array_of(assessment.findings, &finding_json)},
            {"context",
             array_of(assessment.context,
                      [](const clinical::ContextFact& fact) {
                          return OrderedJson{{"text", texts::english().text(fact.text)},
                                             {"phrase", phrase_json(fact.text)},
                                             {"record", record_json(fact.record)},
                                             {"source", texts::english().text(fact.source)},
                                             {"source_phrase", phrase_json(fact.source)}};
                      })},
            {"not_judged",
             array_of(assessment.not_judged,
                      [](const clinical::NotJudged& each) {
                          return OrderedJson{{"what", json_value(each.what)},
                                             {"text", texts::english().text(each.text)},
                                             {"phrase", phrase_json(each.text)},
                                             {"record", record_json(each.record)}};
                      })},
            {"all_clear", assessment.is_all_clear()},
            {"words", words ? OrderedJson(texts::english().text(*words)) : OrderedJson(nullptr)},
            {"words_phrase", words ? phrase_json(*words) : OrderedJson(nullptr)}};
}

OrderedJson findings_json(const std::vector<clinical::Finding>& findings) {
    return array_of(findings, &finding_json);
}

OrderedJson rules_json(const std::vector<clinical::Rule>& rules) {
    return array_of(rules, [](const clinical::Rule& rule) {
        return OrderedJson{{"id", rule.id},
                           {"level", json_value(rule.level)},
                           {"checks", texts::english().text(checks_of(rule))},
                           {"text", texts::english().text(text_of(rule))},
                           {"grade", json_value(rule.grade)},
                           {"source", texts::english().text(source_of(rule))},
                           {"phrases",
                            {{"checks", phrase_json(checks_of(rule))},
                             {"text", phrase_json(text_of(rule))},
                             {"source", phrase_json(source_of(rule))}}}};
    });
}

OrderedJson depth_limits_json(const std::vector<schema::DepthLimit>& limits) {
    return array_of(limits, [](const schema::DepthLimit& limit) {
        auto json = OrderedJson::object();
        add_fields(json, limit);
        json["own"] = limit.id.value != 0;
        return json;
    });
}

OrderedJson lot_json(const std::string& lot, const LotUses& met, const LotUses& also) {
    const auto uses = [](const LotUses& all) {
        return OrderedJson{
            {"sessions", array_of(all.sessions, &use_json<schema::Session>)},
            {"applications", array_of(all.applications, &use_json<schema::Application>)}};
    };
    OrderedJson json{{"lot", lot}};
    json.update(uses(met));
    json["also"] = uses(also);
    return json;
}

}  // namespace exchange
