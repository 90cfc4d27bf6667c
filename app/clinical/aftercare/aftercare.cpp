#include "app/clinical/aftercare/aftercare.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/clinical/aftercare/care_profile.h"
#include "app/clinical/aftercare/care_time.h"
#include "app/clinical/aftercare/care_warnings.h"
#include "app/clinical/events/event_concern.h"
#include "app/clinical/safety/allergies.h"
#include "app/clinical/safety/period.h"

namespace clinical {

namespace {

using schema::CivilTime;
using schema::Stance;

void set_phases(Aftercare& care, const schema::Clinic& clinic) {
    for (const auto& phase : care_phases(clinic, care.after.device)) {
        const TimedPhase timed{.phase = phase,
                               .from = care.began.plus_hours(phase.from_hours),
                               .until = care.began.plus_hours(phase.until_hours)};
        if (phase.holds(care.hours_since)) {
            care.phase = timed;
        } else if (care.hours_since < phase.from_hours && !care.next_phase) {
            care.next_phase = timed;
        }
    }
}

CareItem item_of(const CareRow& row, const Aftercare& care) {
    const auto& advice = row.advice;
    CareItem item{.advice = advice,
                  .grade = row.grade,
                  .from = care.began.plus_hours(advice.from_hours),
                  .until = care.began.plus_hours(advice.until_hours),
                  .hours_left = std::max(0.0, advice.until_hours - care.hours_since)};
    if (advice.cautious_until_hours) {
        item.cautious_until = care.began.plus_hours(*advice.cautious_until_hours);
    }
    return item;
}

std::vector<CareItem>& list_of(Stance stance, Aftercare& care) {
    return stance == Stance::advised ? care.advised
           : stance == Stance::avoid ? care.avoid
                                     : care.no_evidence;
}

// What of the profile the patient is allergic to, as far as names tell.
void set_allergens(Aftercare& care, const CareRows& rows, const CareFacts& facts) {
    for (const auto& condition : facts.conditions) {
        if (condition.kind != schema::ConditionKind::allergy || !condition.substance ||
            !Period{condition.from, condition.until}.holds_on(care.at.day())) {
            continue;
        }
        for (const auto& row : rows) {
            const auto subject = row.advice.subject;
            if (!care.is_allergic_to(subject) &&
                names_substance(schema::spaced(subject), *condition.substance)) {
                care.allergens.push_back({subject, condition.id});
            }
        }
    }
}

void set_items(Aftercare& care, const CareRows& rows) {
    for (const auto& row : rows) {
        const auto& advice = row.advice;
        if (care.hours_since >= longest_hours(advice)) {
            auto item = item_of(row, care);
            if (advice.stance == Stance::avoid && item.longest().day() == care.at.day()) {
                care.over_today.push_back(std::move(item));
            }
            continue;
        }
        if (care.hours_since >= advice.from_hours) {
            list_of(advice.stance, care).push_back(item_of(row, care));
        } else if (advice.stance == Stance::advised) {
            care.not_yet.push_back(item_of(row, care));
        }
    }
    for (auto* list : {&care.advised, &care.avoid, &care.no_evidence}) {
        std::stable_sort(list->begin(), list->end(), [](const auto& a, const auto& b) {
            return a.until < b.until;
        });
    }
    std::stable_sort(care.not_yet.begin(), care.not_yet.end(), [](const auto& a, const auto& b) {
        return a.from < b.from;
    });
}

void set_changes(Aftercare& care, const CareRows& rows) {
    for (const auto& row : rows) {
        const auto& advice = row.advice;
        const auto add = [&](int hours, CareTurn turn) {
            if (care.hours_since < hours) {
                care.next.push_back({care.began.plus_hours(hours), turn, advice});
            }
        };
        if (advice.stance == Stance::no_evidence) {
            continue;
        }
        add(advice.from_hours, CareTurn::begins);
        if (advice.cautious_until_hours) {
            add(advice.until_hours, CareTurn::ends_for_some);
        }
        add(longest_hours(advice), CareTurn::ends);
    }
    std::stable_sort(care.next.begin(), care.next.end(), [](const auto& a, const auto& b) {
        return a.at < b.at;
    });
}

// Without an onset it began at its session, or long ago.
bool has_begun(const schema::AdverseEvent& event, const CareFacts& facts, schema::Date day) {
    if (event.onset) {
        return event.onset->first_day() <= day;
    }
    return std::none_of(facts.sessions.begin(), facts.sessions.end(), [&](const auto& session) {
        return event.session == session.id && session.at.day() > day;
    });
}

void hold_if_urgent(Aftercare& care, const CareFacts& facts) {
    const auto day = care.at.day();
    care.on_hold = std::any_of(facts.events.begin(), facts.events.end(), [&](const auto& event) {
        const bool is_over = event.resolved && event.resolved->first_day() <= day;
        return has_begun(event, facts, day) && !is_over &&
               urgency_of(event, session_before(facts.sessions, event, day), day) ==
                   Urgency::call_now;
    });
    if (care.on_hold) {
        care.advised.clear();
        care.not_yet.clear();
        care.no_evidence.clear();
        care.next.clear();
    }
}

}  // namespace

bool Aftercare::is_allergic_to(schema::CareSubject subject) const {
    return std::any_of(allergens.begin(), allergens.end(), [&](const CareAllergen& allergen) {
        return allergen.subject == subject;
    });
}

Aftercare aftercare(const CareFacts& facts, const CivilTime& at) {
    Aftercare care{.at = at};
    const auto* const session = session_before(facts.sessions, at);
    if (session == nullptr) {
        return care;
    }
    care.session = *session;
    care.began = care_began(*session);
    care.hours_since = hours_after(*session, at);
    care.after = care_case(*session, facts.skin);
    care.skin_is_known = facts.skin.has_value();
    set_phases(care, facts.clinic);
    auto rows = rows_after(facts, *session);
    set_allergens(care, rows, facts);
    std::erase_if(rows,
                  [&](const CareRow& row) { return care.is_allergic_to(row.advice.subject); });
    set_items(care, rows);
    set_changes(care, rows);
    hold_if_urgent(care, facts);
    for (auto& used : used_products(facts)) {
        if (used.session.id == session->id && !is_certainly_later(used.application.at, at)) {
            care.used.push_back(std::move(used));
        }
    }
    care.warnings = care_warnings(care, facts);
    return care;
}

}  // namespace clinical
