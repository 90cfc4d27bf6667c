// Allergies that were recorded by their substance, against what is put on or needled through.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "app/clinical/safety/allergies.h"
#include "app/clinical/safety/period.h"
#include "app/clinical/safety/rules.h"

namespace clinical {

namespace {

using schema::Condition;

// What is used at the session, as its names stand in the record; an active ingredient by its word.
std::vector<std::string> used_at_session(const Situation& situation) {
    const auto& session = situation.plan.session;
    std::vector<std::string> used;
    const auto add = [&](const auto& active, const std::optional<std::string>& product) {
        if (active) {
            used.push_back(schema::spaced(*active));
        }
        if (product) {
            used.push_back(*product);
        }
    };
    add(session.glide, session.glide_product);
    add(std::optional<schema::Active>(), session.anaesthetic);
    for (const auto& application : situation.applications) {
        const bool of_session = session.id.value != 0 && application.session == session.id;
        if (of_session || application.at.day() == situation.day()) {
            add(std::optional(application.active), application.product);
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
            if (names_substance(used, *condition.substance)) {
                found.push_back({.because = fmt::format("allergy to {}, {}; used: {}",
                                                        *condition.substance,
                                                        period_text(period),
                                                        used),
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
         .checks = "a product, serum or anaesthetic whose name holds a substance that the patient "
                   "is allergic to",
         .text = "Do not use it: needling carries it into the skin. Take another product, or "
                 "correct the allergy if it is not one.",
         .grade = SourceGrade::expert_practice,
         .source = "practice of every clinic: what a patient is allergic to is not used; the names "
                   "are compared, what a product holds is not known",
         .find = &allergen_used},
};

}  // namespace

std::span<const Rule> allergy_rules() {
    return allergy_rule_table;
}

}  // namespace clinical
