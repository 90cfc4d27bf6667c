#include "app/clinical/aftercare/aftercare.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/clinical/aftercare/care_profile.h"
#include "app/clinical/aftercare/care_time.h"
#include "app/clinical/aftercare/care_warnings.h"

namespace clinical {

namespace {

using schema::CareAdvice;
using schema::CivilTime;
using schema::Stance;

void set_phases(Aftercare& care, const schema::Clinic& clinic) {
    for (const auto& phase : care_phases(clinic)) {
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

CareItem item_of(const CareAdvice& advice, const Aftercare& care) {
    CareItem item{.advice = advice,
                  .from = care.began.plus_hours(advice.from_hours),
                  .until = care.began.plus_hours(advice.until_hours),
                  .hours_left = std::max(0.0, advice.until_hours - care.hours_since)};
    if (advice.cautious_until_hours) {
        item.cautious_until = care.began.plus_hours(*advice.cautious_until_hours);
    }
    return item;
}

void set_items(Aftercare& care, const std::vector<CareAdvice>& profile) {
    for (const auto& advice : profile) {
        if (care.hours_since < advice.from_hours || care.hours_since >= longest_hours(advice)) {
            continue;
        }
        auto& list = advice.stance == Stance::advised ? care.advised
                     : advice.stance == Stance::avoid ? care.avoid
                                                      : care.no_evidence;
        list.push_back(item_of(advice, care));
    }
    for (auto* list : {&care.advised, &care.avoid, &care.no_evidence}) {
        std::stable_sort(list->begin(), list->end(), [](const auto& a, const auto& b) {
            return a.until < b.until;
        });
    }
}

void set_changes(Aftercare& care, const std::vector<CareAdvice>& profile) {
    for (const auto& advice : profile) {
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

}  // namespace

Aftercare aftercare(const CareFacts& facts, const CivilTime& at) {
    Aftercare care{.at = at};
    const auto* const session = session_before(facts.sessions, at);
    if (session == nullptr) {
        return care;
    }
    care.session = *session;
    care.began = care_began(*session);
    care.hours_since = hours_after(*session, at);
    set_phases(care, facts.clinic);
    set_items(care, facts.profile);
    set_changes(care, facts.profile);
    for (auto& used : used_products(facts.sessions, facts.applications, facts.profile)) {
        if (used.session.id == session->id && !is_certainly_later(used.application.at, at)) {
            care.used.push_back(std::move(used));
        }
    }
    care.warnings = care_warnings(care, facts);
    return care;
}

}  // namespace clinical
