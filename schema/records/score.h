#pragma once
// One value on one scale. Computed from an observation, or entered directly when read off a paper
// chart.

#include <array>
#include <optional>

#include "schema/records/description.h"
#include "schema/records/instrument.h"
#include "schema/records/kept.h"
#include "schema/types/civil_time.h"
#include "schema/types/labels.h"
#include "schema/types/places.h"
#include "schema/types/region.h"

namespace schema {

// The kind of record that a score was computed from.
enum class ScoreOrigin {
    acne_status,
    scar_observation,
    pigmentation_observation,
    reading,
    reading_mean,
    questionnaire,
};

template <>
struct Words<ScoreOrigin> {
    static constexpr std::string_view table = "word_score_origin";
    static constexpr std::array<std::string_view, 6> all{"acne_status",
                                                         "scar_observation",
                                                         "pigmentation_observation",
                                                         "reading",
                                                         "reading_mean",
                                                         "questionnaire"};
};

struct Score : Kept<Score> {
    Id<Instrument> instrument{};
    std::optional<Region> region;  // none: the patient as a whole, or the mean over regions
    CivilTime at;
    double value = 0;
    std::optional<ScoreOrigin> origin;  // none: entered directly
    std::optional<std::int64_t> origin_id;
    std::optional<std::string> rater;   // none: not recorded
    std::optional<std::string> device;  // of a reading
    // Of a sum or a mean over places: the value of each. None: the value is of the whole.
    std::optional<Places> places;
    Labels labels;  // what was on at the time; of an entered score alone

    bool operator==(const Score&) const = default;
};

}  // namespace schema
