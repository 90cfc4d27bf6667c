#pragma once
// A finding as JSON, alike wherever it stands. For the .cpp files of this folder only.

#include "app/clinical/safety/finding.h"
#include "app/exchange/json_value.h"

namespace exchange {

inline OrderedJson finding_json(const clinical::Finding& finding) {
    OrderedJson json = {{"rule", finding.rule},
                        {"level", json_value(finding.level)},
                        {"text", finding.text},
                        {"because", finding.because},
                        {"record", nullptr},
                        {"source", finding.source}};
    if (finding.record) {
        json["record"] = {{"kind", finding.record->kind}, {"id", finding.record->id}};
    }
    return json;
}

}  // namespace exchange
