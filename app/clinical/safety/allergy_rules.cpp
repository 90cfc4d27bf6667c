// Allergies that were recorded by their substance, against what is put on or needled through.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/clinical/safety/allergies.h"
#include "app/clinical/safety/finding_phrases.h"
#include "app/clinical/safety/period.h"
#include "app/clinical/safety/rules.h"

namespace clinical {

namespace {

using schema::Condition;

struct Used {
    std::string name;  // as the record has it; of an active ingredient its word
    texts::Value told;
};

std::vector<Used> used_at_session(const Situation& situation) {
    const auto& session = situation.plan.session;
    std::vector<Used> used;
    const auto add = [&](std::optional<schema::Active> active,
                         const std::optional<std::string>& product) {
        if (active) {
            used.push_back({schema::spaced(*active), phrase_of(*active)});
        }
        if (product) {
            used.push_back({*product, *product});
        }
    };
    add(session.glide, session.glide_product);
    add({}, session.anaesthetic);
    for (const auto& application : situation.applications) {
        const bool of_session = session.id.value != 0 && application.session == session.id;
        if (of_session || application.at.day() == situation.day()) {
            add(application.active, application.product);
        }
    }
    return used;
}

std::vector<Basis> allergen_used(const Situation& situation, const Rule&) {
    std::vector<Basis> found;
    for (const auto& condition : situation.conditions) {
        const Period period{condition.from, condition.until};
        if (condition.kind != schema::ConditionKind::allergy || !condition.substance ||
            !period.holds_on(situation.day())) {
            continue;
        }
        for (const auto& used : used_at_session(situation)) {
            if (names_substance(used.name, *condition.substance)) {
                found.push_back({.because = because("allergen_used",
                                                    {{"substance", *condition.substance},
                                                     {"period", phrase_of(period)},
                                                     {"used", used.told}}),
                                 .record = reference_to(condition)});
                break;
            }
        }
    }
    return found;
}

constexpr std::array allergy_rule_table{
    Rule{.id = "allergy_substance",
         .level = schema::Level::stop,
         .grade = SourceGrade::expert_practice,
         .source = "allergy_substance",
         .find = &allergen_used},
};

}  // namespace

std::span<const Rule> allergy_rules() {
    return allergy_rule_table;
}

}  // namespace clinical
