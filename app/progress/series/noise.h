#pragma once
// How far two ratings of an unchanged patient differ: what a change must exceed.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "schema/records/agreement.h"
#include "schema/records/instrument.h"
#include "schema/types/word.h"

namespace progress {

// As schema::NoiseKind, and own: from the clinic's study of agreement.
enum class NoiseOrigin { own, published, derived, ours };

struct Noise {
    double value = 0;  // a change of at most this much is within it; in the unit of the scale
    NoiseOrigin kind{};
    // Whether one and the same rater saw both. False too where a rater is not recorded.
    bool same_rater = false;
    schema::Medium medium = schema::Medium::live;
    std::string formula;  // empty where the number was read
    std::string source;

    bool operator==(const Noise&) const = default;
};

// The noise between two values of the scale: the clinic's adopted study, else the scale's own.
// Nothing where none is known. `own`: the adopted study of this scale, if there is one.
std::optional<Noise> noise_between(const schema::Instrument& instrument,
                                   const schema::Agreement* own,
                                   double a,
                                   double b,
                                   bool same_rater);

// Whether the scale itself has one.
bool has_noise(const schema::Instrument& instrument);

// The adopted study of the scale for values that were rated on the patient; null without one.
const schema::Agreement* own_study(const std::vector<schema::Agreement>& adopted,
                                   schema::Id<schema::Instrument> instrument);

}  // namespace progress

template <>
struct schema::Words<progress::NoiseOrigin> {
    static constexpr std::array<std::string_view, 4> all{"own", "published", "derived", "ours"};
};
