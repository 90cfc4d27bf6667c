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
        instrument.noise = scale.noise->points;
        instrument.noise_source = std::string(scale.noise->source);
    }
    if (scale.responder) {
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
