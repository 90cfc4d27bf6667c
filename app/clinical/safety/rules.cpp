#include "app/clinical/safety/rules.h"

#include "app/clinical/safety/finding_phrases.h"

namespace clinical {

namespace {

texts::Phrase phrase_with_numbers(std::string_view list, const Rule& rule) {
    texts::Phrase phrase{"finding." + std::string(list) + "." + std::string(rule.id)};
    const auto add = [&](std::string_view name, const std::optional<double>& value) {
        if (value) {
            phrase.values.push_back({name, number_of(*value)});
        }
    };
    add("low", rule.low);
    add("high", rule.high);
    return phrase;
}

}  // namespace

texts::Phrase checks_of(const Rule& rule) {
    return phrase_with_numbers("checks", rule);
}

texts::Phrase text_of(const Rule& rule) {
    return phrase_with_numbers("text", rule);
}

texts::Phrase source_of(const Rule& rule) {
    return {"finding.source." + std::string(rule.source)};
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
