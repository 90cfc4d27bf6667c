#pragma once
// A finding as JSON, alike wherever it stands. For the .cpp files of this folder only.

#include "app/clinical/safety/finding.h"
#include "app/json/json_value.h"
#include "app/json/phrase_json.h"
#include "app/texts/language.h"

namespace exchange {

inline OrderedJson record_json(const std::optional<clinical::RecordRef>& record) {
    return record ? OrderedJson{{"kind", record->kind}, {"id", record->id}} : OrderedJson(nullptr);
}

inline OrderedJson finding_json(const clinical::Finding& finding) {
    OrderedJson json = {{"rule", finding.rule},
                        {"level", json_value(finding.level)},
                        {"text", texts::english().text(finding.text)},
                        {"because", texts::english().text(finding.because)},
                        {"record", record_json(finding.record)},
                        {"region", json_value(finding.region)},
                        {"grade", json_value(finding.grade)},
                        {"source", texts::english().text(finding.source)},
                        {"phrases",
                         {{"text", phrase_json(finding.text)},
                          {"because", phrase_json(finding.because)},
                          {"source", phrase_json(finding.source)}}}};
    return json;
}

}  // namespace exchange
