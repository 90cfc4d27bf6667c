#pragma once
// Scoring of the patients' questionnaires. The questions belong to their licence holders; here are
// only numbers.

#include <array>
#include <cstddef>
#include <optional>

#include "app/clinical/scale.h"
#include "schema/records/questionnaire.h"

namespace clinical {

// Each item of either form is answered 0 to 3, higher = worse.
inline constexpr int highest_answer = 3;

// How a form is summed.
struct FormRule {
    std::size_t items = 0;
    std::size_t blanks_allowed = 0;  // so many blank items count as 0; more are not scored

    constexpr int highest_total() const { return static_cast<int>(items) * highest_answer; }
};

FormRule rule_of(schema::Form form);

// True if some item has an answer; a list of blanks says nothing.
bool is_answered(const schema::Questionnaire& filled);

// The sum of the items; only where no item was answered, the total that stood on the paper.
// Nothing for too many blanks. A recorded total that differs from the sum stays in its record and
// changes nothing here.
std::optional<int> questionnaire_score(const schema::Questionnaire& filled);

// Smallest important difference not established; the bands in use are not validated: none here.
inline constexpr Scale cadi_scale{
    .code = "cadi",
    .name = "Cardiff Acne Disability Index",
    .concern = schema::Concern::quality_of_life,
    .high = 15,
    .step = 1,
    .source = "Motley and Finlay. Clin Exp Dermatol 1992;17:1-3 (unverified)",
};

// Effect on the patient's life, Hongbo 2005.
inline constexpr auto dlqi_bands = std::to_array<BandStart>({
    {.from = 0, .name = "none"},
    {.from = 2, .name = "small"},
    {.from = 6, .name = "moderate"},
    {.from = 11, .name = "very large"},
    {.from = 21, .name = "extremely large"},
});

inline constexpr Scale dlqi_scale{
    .code = "dlqi",
    .name = "Dermatology Life Quality Index",
    .concern = schema::Concern::quality_of_life,
    .high = 30,
    .step = 1,
    .responder = ResponderRule{.change = 4,
                               .text = "at least 4 points better",
                               .source = "Basra 2015, Dermatology 230:27 (unverified)"},
    .source =
        "Finlay and Khan. Clin Exp Dermatol 1994;19:210; bands Hongbo 2005; handling of "
        "blank items (unverified)",
    .bands = dlqi_bands,
};

}  // namespace clinical
