#include "app/clinical/safety/rules.h"

#include <fmt/format.h>

#include "schema/types/text.h"

namespace clinical {

std::string filled(std::string_view text, const Rule& rule) {
    const auto number = [](const std::optional<double>& value) {
        return value ? schema::number_text(*value) : std::string();
    };
    return fmt::format(
        fmt::runtime(text), fmt::arg("low", number(rule.low)), fmt::arg("high", number(rule.high)));
}

const std::vector<Rule>& rules() {
    static const auto all = [] {
        std::vector<Rule> list;
        for (const auto family : {acne_rules(),
                                  infection_rules(),
                                  condition_rules(),
                                  medicine_rules(),
                                  treatment_rules(),
                                  session_rules(),
                                  record_rules(),
                                  event_rules(),
                                  allergy_rules()}) {
            list.insert(list.end(), family.begin(), family.end());
        }
        return list;
    }();
    return all;
}

}  // namespace clinical
