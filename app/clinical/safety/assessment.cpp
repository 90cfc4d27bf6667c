#include "app/clinical/safety/assessment.h"

#include <algorithm>
#include <utility>

#include "app/clinical/safety/acne_seen.h"
#include "app/clinical/safety/allergies.h"
#include "app/clinical/safety/anaesthetic_dose.h"
#include "app/clinical/safety/condition_words.h"
#include "app/clinical/safety/finding_phrases.h"
#include "app/clinical/safety/rules.h"
#include "app/texts/words.h"

namespace clinical {

namespace {

using schema::Condition;
using schema::ConditionKind;

// How long ago a medicine may have ended and still matter: as long as the label of isotretinoin.
constexpr double days_that_matter = 184;

// What the notes of conditions without a kind name counts as if its kind had been entered.
void add_conditions_of_notes(std::vector<Condition>& conditions) {
    std::vector<Condition> named;
    for (const auto& condition : conditions) {
        if (condition.kind == ConditionKind::other && condition.note) {
            for (const auto kind : read_conditions(*condition.note).kinds) {
                named.push_back(condition);
                named.back().kind = kind;
            }
        }
    }
    conditions.insert(conditions.end(), named.begin(), named.end());
}

// What the substances of allergies name counts as if its kind had been entered too.
void add_conditions_of_substances(std::vector<Condition>& conditions) {
    std::vector<Condition> named;
    for (const auto& condition : conditions) {
        if (condition.kind != ConditionKind::allergy || !condition.substance) {
            continue;
        }
        for (const auto kind : kinds_of_allergy(*condition.substance)) {
            named.push_back(condition);
            named.back().kind = kind;
        }
    }
    conditions.insert(conditions.end(), named.begin(), named.end());
}

texts::Phrase not_judged(std::string_view name, texts::Arguments values = {}) {
    return {"finding.not_judged." + std::string(name), std::move(values)};
}

bool is_read_whole(const std::string& note) {
    const auto medicines = read_medicines(note);
    return read_conditions(note).is_whole ||
           (!medicines.named.empty() && medicines.unknown.empty());
}

void add_unknown_medicines(const Situation& situation, std::vector<NotJudged>& list) {
    for (const auto& medicine : situation.medicines.unknown) {
        if (medicine.period.held_within(situation.day(), days_that_matter)) {
            list.push_back({.what = NotJudgedKind::medicine,
                            .text = medicine.text.empty()
                                        ? not_judged("medicine_unnamed")
                                        : not_judged("medicine", {{"name", medicine.text}}),
                            .record = medicine.record});
        }
    }
}

void add_unread_conditions(const Situation& situation, std::vector<NotJudged>& list) {
    for (const auto& condition : situation.conditions) {
        const bool holds = Period{condition.from, condition.until}.holds_on(situation.day());
        if (condition.kind != ConditionKind::other || !holds ||
            (condition.note && is_read_whole(*condition.note))) {
            continue;
        }
        const auto what = condition.note ? not_judged("condition", {{"note", *condition.note}})
                                         : not_judged("condition_bare");
        list.push_back({.what = NotJudgedKind::condition,
                        .text = condition.region ? in_place(*condition.region, what) : what,
                        .record = reference_to(condition)});
    }
}

// The anaesthetic, where its name does not tell whether it holds what the patient is allergic to.
void add_unread_anaesthetic(const Situation& situation, std::vector<NotJudged>& list) {
    const auto& anaesthetic = situation.plan.session.anaesthetic;
    if (!anaesthetic) {
        return;
    }
    for (const auto& condition : situation.conditions) {
        if (condition.kind != ConditionKind::allergy || !condition.substance ||
            !Period{condition.from, condition.until}.holds_on(situation.day())) {
            continue;
        }
        const auto told = anaesthetic_allergy(*anaesthetic, *condition.substance);
        if (told == AnaestheticAllergy::unread || told == AnaestheticAllergy::other_type) {
            list.push_back(
                {.what = NotJudgedKind::allergy,
                 .text = not_judged(told == AnaestheticAllergy::unread ? "anaesthetic_unread"
                                                                       : "anaesthetic_other_type",
                                    {{"name", *anaesthetic}, {"substance", *condition.substance}}),
                 .record = reference_to(condition)});
        }
    }
}

void add_unseen_regions(const Situation& situation, std::vector<NotJudged>& list) {
    for (const auto& area : situation.plan.areas) {
        const auto seen = last_look(situation, area.region);
        if (is_stale(situation, seen) && inflammatory(seen.lesions) == 0) {
            list.push_back(
                {.what = NotJudgedKind::region_status,
                 .text = not_judged("region_status", {{"region", texts::phrase_of(area.region)}}),
                 .record = seen.status != nullptr ? std::optional(reference_to(*seen.status))
                                                  : std::nullopt});
        }
    }
}

std::vector<ContextFact> context_of(const Situation& situation) {
    const auto skin = situation.patient.fitzpatrick;
    if (!skin || *skin < schema::Fitzpatrick::IV) {
        return {};
    }
    return {{.text = {"finding.context.darker_skin", {{"type", std::string(schema::word(*skin))}}},
             .source = {"finding.source.darker_skin"},
             .record = reference_to(situation.patient)}};
}

std::optional<schema::Region> planned(const Situation& situation,
                                      std::optional<schema::Region> region) {
    return region && situation.has_area(*region) ? region : std::nullopt;
}

std::vector<Finding> findings_of(const Situation& situation) {
    std::vector<Finding> found;
    for (const auto& rule : rules()) {
        for (auto& basis : rule.find(situation, rule)) {
            found.push_back({.rule = std::string(rule.id),
                             .level = rule.level,
                             .text = text_of(rule),
                             .because = std::move(basis.because),
                             .record = basis.record,
                             .region = planned(situation, basis.region),
                             .grade = rule.grade,
                             .source = source_of(rule)});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Finding& a, const Finding& b) {
        return a.level < b.level;
    });
    return found;
}

}  // namespace

Assessment assess(Situation situation) {
    situation.medicines = medicines_of(situation.conditions, situation.treatments);
    add_conditions_of_notes(situation.conditions);
    add_conditions_of_substances(situation.conditions);
    Assessment assessment{.findings = findings_of(situation), .context = context_of(situation)};
    add_unknown_medicines(situation, assessment.not_judged);
    add_unread_conditions(situation, assessment.not_judged);
    if (const auto unknown = unknown_dose(situation)) {
        assessment.not_judged.push_back({.what = NotJudgedKind::dose, .text = *unknown});
    }
    add_unread_anaesthetic(situation, assessment.not_judged);
    add_unseen_regions(situation, assessment.not_judged);
    return assessment;
}

std::vector<Finding> as_kept(const Assessment& assessment) {
    auto kept = assessment.findings;
    for (const auto& each : assessment.not_judged) {
        if (each.what != NotJudgedKind::region_status) {
            kept.push_back({.rule = "not_judged",
                            .level = schema::Level::not_judged,
                            .text = {"finding.text.not_judged"},
                            .because = each.text,
                            .record = each.record,
                            .grade = SourceGrade::clinic_own,
                            .source = {"finding.source.not_judged"}});
        }
    }
    return kept;
}

std::optional<texts::Phrase> all_clear_text(const Assessment& assessment) {
    if (!assessment.findings.empty()) {
        return std::nullopt;
    }
    if (assessment.not_judged.empty()) {
        return texts::Phrase{"finding.all_clear"};
    }
    auto all = assessment.not_judged.front().text;
    for (std::size_t i = 1; i < assessment.not_judged.size(); ++i) {
        all = {"finding.then",
               {{"first", std::move(all)}, {"next", assessment.not_judged[i].text}}};
    }
    return texts::Phrase{"finding.all_clear_but", {{"list", std::move(all)}}};
}

std::vector<Finding> findings(const Situation& situation) {
    return assess(situation).findings;
}

}  // namespace clinical
