#pragma once
// What is published of a scale, as JSON, alike wherever it stands. For the .cpp files of this
// folder only.

#include "app/json/json_value.h"
#include "app/progress/series/noise.h"
#include "app/progress/series/responder.h"
#include "app/progress/series/series.h"
#include "schema/records/instrument.h"

namespace exchange {

// {"low","high"}; a count has no highest value.
inline OrderedJson range_json(const schema::Instrument& instrument) {
    return {{"low", json_value(instrument.low)}, {"high", json_value(instrument.high)}};
}

// "nearer" where one value is the best and nearer to it is better.
inline OrderedJson better_json(const schema::Instrument& instrument) {
    return instrument.target ? OrderedJson("nearer") : json_value(instrument.better);
}

// What the scale itself says of noise: {"rule","value","other_rater","kind","formula","source"};
// null where none is known. The value of a count depends on the counts, and is null.
inline OrderedJson scale_noise_json(const schema::Instrument& instrument) {
    if (!progress::has_noise(instrument)) {
        return nullptr;
    }
    return {{"rule", json_value(instrument.noise_rule)},
            {"value", json_value(instrument.noise)},
            {"other_rater", json_value(instrument.noise_other_rater)},
            {"kind", json_value(instrument.noise_kind)},
            {"formula", json_value(instrument.noise_formula)},
            {"source", json_value(instrument.noise_source)}};
}

// What a change was held against; null where none is known.
inline OrderedJson noise_json(const std::optional<progress::Noise>& noise) {
    if (!noise) {
        return nullptr;
    }
    const auto text = [](const std::string& value) {
        return value.empty() ? OrderedJson(nullptr) : OrderedJson(value);
    };
    return {{"value", json_value(noise->value)},
            {"kind", json_value(noise->kind)},
            {"same_rater", noise->same_rater},
            {"medium", json_value(noise->medium)},
            {"formula", text(noise->formula)},
            {"source", text(noise->source)}};
}

// The places of a value of part of the whole, else null.
inline OrderedJson places_json(const std::optional<std::vector<schema::Region>>& places) {
    if (!places) {
        return nullptr;
    }
    auto list = OrderedJson::array();
    for (const auto region : *places) {
        list.push_back(json_value(region));
    }
    return list;
}

// What a value is called on a scale of change, "much improved"; null on any other.
inline OrderedJson label_json(const progress::Series& series, double value) {
    return json_value(series.label_of(value));
}

// {"text","from","source"}; null without one.
inline OrderedJson responder_rule_json(const schema::Instrument& instrument) {
    if (!progress::has_responder_rule(instrument)) {
        return nullptr;
    }
    return {{"text", progress::responder_rule_text(instrument)},
            {"from", json_value(instrument.responder_from)},
            {"source", json_value(instrument.responder_source)}};
}

}  // namespace exchange
