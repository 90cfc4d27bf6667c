#include "app/clinical/scale.h"

#include <string>

#include <fmt/format.h>

namespace clinical {

namespace {

std::string source_text(const Scale& scale) {
    return scale.unverified.empty()
               ? std::string(scale.source)
               : fmt::format("{}; {} (unverified)", scale.source, scale.unverified);
}

std::optional<std::string> some(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(std::string(text));
}

}  // namespace

schema::Instrument instrument_of(const Scale& scale) {
    schema::Instrument instrument;
    instrument.code = scale.code;
    instrument.name = scale.name;
    instrument.concern = scale.concern;
    instrument.low = scale.low;
    instrument.high = scale.high;
    instrument.step = scale.step;
    instrument.unit = scale.unit;
    instrument.better = scale.better;
    if (scale.noise) {
        const auto& noise = *scale.noise;
        if (noise.rule == schema::NoiseRule::points) {
            instrument.noise = noise.points;
        }
        instrument.noise_rule = noise.rule;
        instrument.noise_kind = noise.kind;
        instrument.noise_other_rater = noise.other_rater;
        instrument.noise_formula = some(noise.formula);
        instrument.noise_source = some(noise.source);
    } else {
        instrument.noise_source = some(scale.no_noise);
    }
    instrument.target = scale.target;
    if (scale.responder) {
        instrument.responder_from = scale.responder->from;
        instrument.responder_change = scale.responder->change;
        instrument.responder_percent = scale.responder->percent;
        instrument.responder_reach = scale.responder->reach;
        instrument.responder_text = std::string(scale.responder->text);
        instrument.responder_source = std::string(scale.responder->source);
    }
    instrument.source = source_text(scale);
    instrument.built_in = true;
    return instrument;
}

}  // namespace clinical
