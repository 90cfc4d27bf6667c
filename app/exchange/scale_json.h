#pragma once
// What is published of a scale, as JSON, alike wherever it stands. For the .cpp files of this
// folder only.

#include "app/exchange/json_value.h"
#include "app/progress/responder.h"
#include "schema/records/instrument.h"

namespace exchange {

// {"low","high"}; a count has no highest value.
inline OrderedJson range_json(const schema::Instrument& instrument) {
    return {{"low", json_value(instrument.low)}, {"high", json_value(instrument.high)}};
}

// {"value","source"}; null without one.
inline OrderedJson noise_json(const schema::Instrument& instrument) {
    if (!instrument.noise) {
        return nullptr;
    }
    return {{"value", json_value(*instrument.noise)},
            {"source", json_value(instrument.noise_source)}};
}

// {"text","source"}; null without one.
inline OrderedJson responder_rule_json(const schema::Instrument& instrument) {
    if (!progress::has_responder_rule(instrument)) {
        return nullptr;
    }
    return {{"text", progress::responder_rule_text(instrument)},
            {"source", json_value(instrument.responder_source)}};
}

}  // namespace exchange
