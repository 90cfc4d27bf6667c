#include "app/clinical/aftercare/care_warnings.h"

#include <string>
#include <utility>

#include "app/clinical/aftercare/care_profile.h"
#include "app/clinical/aftercare/hours_text.h"
#include "app/clinical/safety/allergies.h"
#include "app/clinical/safety/finding_phrases.h"
#include "app/clinical/safety/period.h"

namespace clinical {

namespace {

using schema::Active;
using texts::Phrase;

Phrase when_of(const UsedProduct& used) {
    return {used.hour_is_known ? "care.warning.after" : "care.warning.perhaps_after",
            {{"elapsed", elapsed_said(used.hours_after)}, {"date", used.session.at.day()}}};
}

void add_vitamin_c_of_session(const Aftercare& care, std::vector<CareWarning>& all) {
    if (care.session->glide != Active::vitamin_c) {
        return;
    }
    all.push_back(
        {.kind = CareWarningKind::vitamin_c,
         .text = {"care.warning.vitamin_c_needled_in", {{"date", care.session->at.day()}}},
         .source = std::string(granuloma_source),
         .record = schema::Description<schema::Session>::noun,
         .record_id = care.session->id.value});
}

void add_product(const UsedProduct& used,
                 const CareFacts& facts,
                 bool is_open,
                 std::vector<CareWarning>& all) {
    const auto add = [&](CareWarningKind kind, Phrase text, std::string source) {
        all.push_back({.kind = kind,
                       .text = std::move(text),
                       .source = std::move(source),
                       .record = schema::Description<schema::Application>::noun,
                       .record_id = used.application.id.value});
    };
    const auto rows = rows_after(facts, used.session);
    if (used.application.active == Active::vitamin_c &&
        is_vitamin_c_too_early(rows, facts.clinic.precaution_hours, used.hours_after)) {
        add(CareWarningKind::vitamin_c,
            {"care.warning.vitamin_c", {{"when", when_of(used)}}},
            std::string(granuloma_source));
    }
    if (is_open && is_perfume_too_early(rows, used.application, used.hours_after)) {
        const auto rule = judge(rows, schema::CareSubject::perfume, used.hours_after);
        add(CareWarningKind::perfume,
            {"care.warning.perfume", {{"when", when_of(used)}, {"because", rule.because}}},
            rule.source.value_or(""));
    }
    if (is_open && used.judgement.verdict == CareVerdict::too_early) {
        add(CareWarningKind::too_early,
            {"care.warning.too_early",
             {{"product", phrase_of(used.application.active)},
              {"when", when_of(used)},
              {"because", used.judgement.because}}},
            used.judgement.source.value_or(""));
    }
}

bool is_metal_allergy(const schema::Condition& condition) {
    using schema::ConditionKind;
    return condition.kind == ConditionKind::metal_allergy ||
           (condition.kind == ConditionKind::allergy && condition.substance &&
            kinds_of_allergy(*condition.substance).contains(ConditionKind::metal_allergy));
}

}  // namespace

std::vector<CareWarning> care_warnings(const Aftercare& care, const CareFacts& facts) {
    std::vector<CareWarning> all;
    if (!care.session) {
        return all;
    }
    add_vitamin_c_of_session(care, all);
    for (const auto& used : care.used) {
        add_product(used, facts, care.is_open(), all);
    }
    for (const auto& condition : facts.conditions) {
        if (is_metal_allergy(condition) && care.is_open() &&
            Period{condition.from, condition.until}.holds_on(care.at.day())) {
            all.push_back({.kind = CareWarningKind::metal,
                           .text = {"care.warning.metal"},
                           .source = std::string(metal_source),
                           .record = schema::Description<schema::Condition>::noun,
                           .record_id = condition.id.value});
        }
    }
    return all;
}

}  // namespace clinical
