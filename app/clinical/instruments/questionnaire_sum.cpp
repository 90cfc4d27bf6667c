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

std::optional<int> questionnaire_score(const schema::Questionnaire& filled) {
    if (!is_answered(filled)) {
        return filled.total;
    }
    const auto rule = rule_of(filled.which);
    const auto& items = filled.answers->items;
    std::size_t blanks = 0;
    int sum = 0;
    for (const auto& item : items) {
        blanks += item ? 0 : 1;
        sum += item.value_or(0);
    }
    if (items.size() != rule.items.size() || blanks > rule.blanks_allowed) {
        return std::nullopt;
    }
    return sum;
}

std::optional<bool> total_differs(const schema::Questionnaire& filled) {
    const auto sum = is_answered(filled) ? questionnaire_score(filled) : std::nullopt;
    return sum && filled.total ? std::optional(*filled.total != *sum) : std::nullopt;
}

}  // namespace clinical
