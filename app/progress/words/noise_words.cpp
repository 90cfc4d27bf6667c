#include "app/progress/words/noise_words.h"

#include <cmath>
#include <string>

namespace progress {

texts::Number noise_number(const std::optional<Noise>& noise,
                           const schema::Instrument& instrument) {
    const double value = noise ? noise->value : 0;
    const double up = std::ceil(value * 10 - 1e-6) / 10;
    return {.value = up, .decimals = up == std::round(up) ? 0 : 1, .unit = instrument.unit};
}

texts::Phrase noise_kind(const std::optional<Noise>& noise) {
    return {"sentence.part.noise_" +
            std::string(schema::word(noise ? noise->kind : NoiseOrigin::ours))};
}

texts::Value noise_note(const std::optional<Noise>& noise, const schema::Instrument& instrument) {
    if (!noise) {
        return "";
    }
    const bool is_convention =
        noise->kind == NoiseOrigin::ours && instrument.noise_rule != schema::NoiseRule::count;
    const bool is_importance = instrument.concern == schema::Concern::quality_of_life &&
                               noise->kind == NoiseOrigin::published;
    return texts::Phrase{is_convention   ? "sentence.part.noise_convention"
                         : is_importance ? "sentence.part.noise_unnoticed"
                                         : "sentence.part.noise_by_chance",
                         {{"noise", noise_number(noise, instrument)}, {"kind", noise_kind(noise)}}};
}

}  // namespace progress
