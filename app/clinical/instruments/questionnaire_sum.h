#pragma once
// How the patients' questionnaires are summed. The questions belong to their licence holders; here
// are only numbers and our own labels.

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "schema/records/clinic.h"
#include "schema/records/questionnaire.h"

namespace clinical {

// Each item of either form is answered 0 to 3, higher = worse.
inline constexpr int highest_answer = 3;

// How a form is summed.
struct FormRule {
    std::span<const std::string_view> items;  // a neutral label for each, from number 1
    std::size_t blanks_allowed{};             // so many blank items count as 0; more are not scored

    constexpr int highest_total() const { return static_cast<int>(items.size()) * highest_answer; }
};

FormRule rule_of(schema::Form form);

// True if some item has an answer; a list of blanks says nothing.
bool is_answered(const schema::Questionnaire& filled);

// The sum of the items. The total written on the form, where there is one, counts instead when some
// item is blank or `counts` says so. Nothing for neither.
std::optional<int> questionnaire_score(const schema::Questionnaire& filled,
                                       schema::QuestionnaireScore counts);

// Whether the recorded total is another number than the sum of the items. Nothing where either is
// missing.
std::optional<bool> total_differs(const schema::Questionnaire& filled);

}  // namespace clinical
