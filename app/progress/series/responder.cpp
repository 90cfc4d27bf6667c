#include "app/progress/series/responder.h"

#include <cmath>

#include "app/progress/words/figures.h"
#include "app/texts/language.h"

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

texts::Value responder_rule(const Instrument& instrument) {
    texts::Value rule("");
    if (instrument.responder_text) {
        rule = instrument.built_in
                   ? texts::Value(texts::Phrase{"instrument.responder." + instrument.code})
                   : texts::Value(*instrument.responder_text);
    } else if (has_responder_rule(instrument)) {
        texts::Value::List parts;
        const auto add = [&](const char* id, const char* name, const std::optional<double>& value) {
            if (value) {
                parts.push_back(texts::Phrase{id, {{name, exact_number(*value)}}});
            }
        };
        add("instrument.rule.by", "by", instrument.responder_change);
        add("instrument.rule.by_percent", "percent", instrument.responder_percent);
        add("instrument.rule.reach", "value", instrument.responder_reach);
        rule = parts;
    } else {
        return rule;
    }
    return instrument.responder_from
               ? texts::Phrase{"instrument.rule.from",
                               {{"rule", rule},
                                {"value",
                                 exact_number(*instrument.responder_from, instrument.unit)}}}
               : rule;
}

std::string responder_rule_text(const Instrument& instrument) {
    return texts::english().written(responder_rule(instrument));
}

}  // namespace progress
