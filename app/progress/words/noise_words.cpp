#include "app/progress/words/noise_words.h"

#include <cmath>

#include "app/progress/words/figures.h"
#include "app/progress/words/plain_words.h"

namespace progress {

std::string noise_text(const std::optional<Noise>& noise, const schema::Instrument& instrument) {
    const double value = noise ? noise->value : 0;
    const double up = std::ceil(value * 10 - 1e-6) / 10;
    return with_unit(figure(up, up == std::round(up) ? 0 : 1), instrument.unit);
}

std::string noise_kind_text(const std::optional<Noise>& noise, const SentenceWriter& out) {
    switch (noise ? noise->kind : NoiseOrigin::ours) {
        case NoiseOrigin::own:
            return out.text(Say::noise_own);
        case NoiseOrigin::published:
            return out.text(Say::noise_published);
        case NoiseOrigin::derived:
            return out.text(Say::noise_derived);
        case NoiseOrigin::ours:
            break;
    }
    return out.text(Say::noise_ours);
}

std::string noise_note(const std::optional<Noise>& noise,
                       const schema::Instrument& instrument,
                       const SentenceWriter& out) {
    if (!noise) {
        return "";
    }
    const bool is_convention =
        noise->kind == NoiseOrigin::ours && instrument.noise_rule != schema::NoiseRule::count;
    const bool is_importance = instrument.concern == schema::Concern::quality_of_life &&
                               noise->kind == NoiseOrigin::published;
    return out.text(
        is_convention   ? Say::noise_convention
        : is_importance ? Say::noise_unnoticed
                        : Say::noise_by_chance,
        {{"noise", noise_text(noise, instrument)}, {"kind", noise_kind_text(noise, out)}});
}

}  // namespace progress
