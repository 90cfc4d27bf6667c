#include "app/progress/series/noise.h"

#include <algorithm>

#include "app/clinical/count_noise.h"

namespace progress {

namespace {

using schema::Agreement;
using schema::Instrument;

// Another rater differs by more than the same one does: what is known of the same rater alone says
// nothing of two, while what is known of two is enough for one.
std::optional<double> sdc_of(const Agreement& study, bool same_rater) {
    return same_rater && study.sdc_same_rater ? study.sdc_same_rater : study.sdc_other_rater;
}

NoiseOrigin origin_of(const Instrument& instrument) {
    // A scale that a clinic added to an earlier version of its book has no kind.
    const auto kind =
        instrument.noise_source ? schema::NoiseKind::published : schema::NoiseKind::ours;
    switch (instrument.noise_kind.value_or(kind)) {
        case schema::NoiseKind::published:
            return NoiseOrigin::published;
        case schema::NoiseKind::derived:
            return NoiseOrigin::derived;
        case schema::NoiseKind::ours:
            break;
    }
    return NoiseOrigin::ours;
}

std::optional<double> points_of(const Instrument& instrument, double a, double b, bool same_rater) {
    if (instrument.noise_rule == schema::NoiseRule::count) {
        return clinical::count_noise(
            a, b, same_rater ? clinical::same_rater_spread : clinical::other_rater_spread);
    }
    return !same_rater && instrument.noise_other_rater ? instrument.noise_other_rater
                                                       : instrument.noise;
}

}  // namespace

std::optional<Noise> noise_between(
    const Instrument& instrument, const Agreement* own, double a, double b, bool same_rater) {
    if (own != nullptr) {
        if (const auto sdc = sdc_of(*own, same_rater)) {
            return Noise{.value = *sdc,
                         .kind = NoiseOrigin::own,
                         .same_rater = same_rater,
                         .medium = own->medium,
                         .formula = "1.96·√2·SEM",
                         .source = own->summary.value_or("the clinic's own study")};
        }
    }
    const auto points = points_of(instrument, a, b, same_rater);
    return points ? std::optional(Noise{.value = *points,
                                        .kind = origin_of(instrument),
                                        .same_rater = same_rater,
                                        .formula = instrument.noise_formula.value_or(""),
                                        .source = instrument.noise_source.value_or("")})
                  : std::nullopt;
}

bool has_noise(const Instrument& instrument) {
    return instrument.noise_rule || instrument.noise;
}

const Agreement* own_study(const std::vector<Agreement>& adopted,
                           schema::Id<Instrument> instrument) {
    const auto found = std::find_if(adopted.begin(), adopted.end(), [&](const Agreement& study) {
        return study.instrument == instrument && study.medium == schema::Medium::live;
    });
    return found == adopted.end() ? nullptr : &*found;
}

}  // namespace progress
