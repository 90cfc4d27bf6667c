#pragma once
// What the rows of aftercare depend on: how the skin was needled, how deep, and its type.

#include <array>
#include <optional>

#include "schema/records/patient.h"
#include "schema/records/session.h"
#include "schema/types/word.h"

namespace clinical {

// needles: pen, stamp or roller, also at home.
enum class CareDevice { needles, radiofrequency };

// shallow: a roller or a home device that went no deeper than shallow_mm anywhere.
enum class CareDepth { shallow, deep };

enum class CareSkin { types_I_to_III, types_IV_to_VI };

// The needles of rollers that are sold for the home are this long or shorter.
inline constexpr double shallow_mm = 0.3;

struct CareCase {
    CareDevice device = CareDevice::needles;
    CareDepth depth = CareDepth::deep;
    CareSkin skin = CareSkin::types_IV_to_VI;

    bool operator==(const CareCase&) const = default;
};

// Whatever is not recorded is taken so that the patient stays careful for longer: a skin type as
// IV to VI, a depth as deep.
CareCase care_case(const schema::Session& session, std::optional<schema::Fitzpatrick> skin);

}  // namespace clinical

template <>
struct schema::Words<clinical::CareDevice> {
    static constexpr std::array<std::string_view, 2> all{"needles", "radiofrequency"};
};

template <>
struct schema::Words<clinical::CareDepth> {
    static constexpr std::array<std::string_view, 2> all{"shallow", "deep"};
};

template <>
struct schema::Words<clinical::CareSkin> {
    static constexpr std::array<std::string_view, 2> all{"I_to_III", "IV_to_VI"};
};
