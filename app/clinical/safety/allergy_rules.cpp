// Allergies that were recorded by their substance, against what is put on or needled through.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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
    bool is_anaesthetic = false;
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
    if (session.anaesthetic) {
        used.push_back({*session.anaesthetic, *session.anaesthetic, true});
    }
    for (const auto& application : situation.applications) {
        const bool of_session = session.id.value != 0 && application.session == session.id;
        if (of_session || application.at.day() == situation.day()) {
            add(application.active, application.product);
        }
    }
    return used;
}

// Why it is not used with that allergy; nothing where nothing is known against it.
std::optional<texts::Phrase> reason_against(const Used& used,
                                            const std::string& substance,
                                            const Period& period) {
    const texts::Arguments values{
        {"substance", substance}, {"period", phrase_of(period)}, {"used", used.told}};
    if (names_substance(used.name, substance)) {
        return because("allergen_used", values);
    }
    const bool is_of_type = used.is_anaesthetic && anaesthetic_allergy(used.name, substance) ==
                                                       AnaestheticAllergy::same_type;
    return is_of_type ? std::optional(because("anaesthetic_of_type", values)) : std::nullopt;
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
            if (auto reason = reason_against(used, *condition.substance, period)) {
                found.push_back({.because = std::move(*reason), .record = reference_to(condition)});
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
