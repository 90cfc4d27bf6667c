#include "app/clinical/instruments/questionnaire_sum.h"

#include <algorithm>

#include "app/clinical/instruments/cadi.h"
#include "app/clinical/instruments/dlqi.h"

namespace clinical {

FormRule rule_of(schema::Form form) {
    return form == schema::Form::dlqi ? dlqi_rule : cadi_rule;
}

bool is_answered(const schema::Questionnaire& filled) {
    return filled.answers && std::any_of(filled.answers->items.begin(),
                                         filled.answers->items.end(),
                                         [](const auto& item) { return item.has_value(); });
}

namespace {

// Nothing where too many are blank.
std::optional<int> sum_of_items(const schema::Questionnaire& filled) {
    if (!is_answered(filled)) {
        return std::nullopt;
    }
    const auto rule = rule_of(filled.which);
    const auto& items = filled.answers->items;
    std::size_t blanks = 0;
    int sum = 0;
    for (const auto& item : items) {
        blanks += item ? 0 : 1;
        sum += item.value_or(0);
    }
    return items.size() != rule.items.size() || blanks > rule.blanks_allowed ? std::nullopt
                                                                             : std::optional(sum);
}

// Some item, not all, was left blank.
bool has_blank(const schema::Questionnaire& filled) {
    return is_answered(filled) && std::any_of(filled.answers->items.begin(),
                                              filled.answers->items.end(),
                                              [](const auto& item) { return !item.has_value(); });
}

}  // namespace

std::optional<int> questionnaire_score(const schema::Questionnaire& filled,
                                       schema::QuestionnaireScore counts) {
    const auto sum = sum_of_items(filled);
    const bool total_counts =
        !sum || has_blank(filled) || counts == schema::QuestionnaireScore::recorded_total;
    return filled.total && total_counts ? filled.total : sum;
}

std::optional<bool> total_differs(const schema::Questionnaire& filled) {
    const auto sum = sum_of_items(filled);
    return sum && filled.total ? std::optional(*filled.total != *sum) : std::nullopt;
}

}  // namespace clinical
