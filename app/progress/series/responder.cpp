#include "app/progress/series/responder.h"

#include <cmath>

#include <fmt/format.h>

#include "app/progress/words/plain_words.h"
#include "schema/types/text.h"

namespace progress {

namespace {

using schema::Better;
using schema::Instrument;

}  // namespace

bool has_responder_rule(const Instrument& instrument) {
    return instrument.responder_change || instrument.responder_percent ||
           instrument.responder_reach;
}

std::optional<bool> is_responder(const Instrument& instrument,
                                 const std::optional<Movement>& movement) {
    if (!movement || !has_responder_rule(instrument) || instrument.better == Better::neither) {
        return std::nullopt;
    }
    const double towards = instrument.better == Better::higher ? 1 : -1;
    const double gain = towards * movement->change();
    const double size = size_of(*movement);
    if (instrument.responder_from &&
        !at_least(movement->baseline, *instrument.responder_from, size)) {
        return std::nullopt;
    }
    const double baseline = std::abs(movement->baseline);
    if (instrument.responder_change && !at_least(gain, *instrument.responder_change, size)) {
        return false;
    }
    if (instrument.responder_reach &&
        !at_least(
            towards * movement->latest, towards * *instrument.responder_reach, movement->latest)) {
        return false;
    }
    if (!instrument.responder_percent) {
        return true;
    }
    if (baseline == 0) {
        return std::nullopt;
    }
    return at_least(gain, *instrument.responder_percent / 100 * baseline, size);
}

std::string responder_rule_text(const Instrument& instrument) {
    const auto from = instrument.responder_from
                          ? fmt::format("; from {}",
                                        with_unit(schema::number_text(*instrument.responder_from),
                                                  instrument.unit))
                          : "";
    if (instrument.responder_text || !has_responder_rule(instrument)) {
        return instrument.responder_text ? *instrument.responder_text + from : "";
    }
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
    const auto number = schema::number_text;
    if (instrument.responder_change) {
        add(fmt::format("better by at least {}", number(*instrument.responder_change)));
    }
    if (instrument.responder_percent) {
        add(fmt::format("better by at least {} %", number(*instrument.responder_percent)));
    }
    if (instrument.responder_reach) {
        add(fmt::format("comes to {} or better", number(*instrument.responder_reach)));
    }
    return text + from;
}

}  // namespace progress
