#pragma once
// Which way is better, as one number: a lower burden is better, whatever the scale.

#include <cmath>

#include "schema/records/instrument.h"

namespace progress {

inline bool has_better(const schema::Instrument& instrument) {
    return instrument.target || instrument.better != schema::Better::neither;
}

// How far the value is from the best there can be, up to a constant of the scale; only for a scale
// with a better direction.
inline double burden(const schema::Instrument& instrument, double value) {
    if (instrument.target) {
        return std::abs(value - *instrument.target);
    }
    return instrument.better == schema::Better::higher ? -value : value;
}

// Whether per cent of a value mean something: counts and readings have a true zero. Grades, points,
// lines of 100 mm and differences have none.
inline bool is_ratio_scale(const schema::Instrument& instrument) {
    const bool is_line = instrument.unit == "mm" && instrument.high.has_value();
    return !instrument.target && instrument.low >= 0 && instrument.unit != "{score}" && !is_line;
}

}  // namespace progress
