#pragma once
// What an observation scores: one value per instrument that its data suffices for. What was not
// examined is missing, never 0, and then the score is left out.
//
// Records are expected to be free of contradictions (contradictions.h).

#include <optional>
#include <string_view>
#include <vector>

#include "schema/records/acne_status.h"
#include "schema/records/clinic.h"
#include "schema/records/pigmentation_observation.h"
#include "schema/records/questionnaire.h"
#include "schema/records/reading.h"
#include "schema/records/scar_observation.h"
#include "schema/types/places.h"
#include "schema/types/region.h"

namespace clinical {

struct Scored {
    std::string_view instrument;           // a code of the catalogue
    std::optional<schema::Region> region;  // none: the patient as a whole
    double value{};                        // the double nearest to the decimal: 15.8
    // Of a sum over places that need not be all: each one's.
    std::optional<schema::Places> places{};
    bool by_device = false;  // read off an instrument: devices do not compare

    bool operator==(const Scored&) const = default;
};

// iga, gags, lesions_total, lesions_inflammatory, lesions_noninflammatory, trunk_lesions: the
// counts with their places, over what was looked at of their extent (extent.h)
std::vector<Scored> scores_of(const schema::AcneStatus& seen);
// goodman_baron_grade, goodman_baron_score, ecca, scar_s, vancouver
std::vector<Scored> scores_of(const schema::ScarObservation& seen);
// pahpi, masi, mmasi, melanin_index, erythema_index
std::vector<Scored> scores_of(const schema::PigmentationObservation& seen);
// the instrument named like the measure, at the reading's region
std::vector<Scored> scores_of(const schema::Reading& read);
// the instrument named like the form; `counts` says what is taken where the total written on the
// form is not the sum of its answers
std::vector<Scored> scores_of(const schema::Questionnaire& filled,
                              schema::QuestionnaireScore counts);

}  // namespace clinical
