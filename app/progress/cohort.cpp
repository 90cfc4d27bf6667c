#include "app/progress/cohort.h"

#include <utility>
#include <vector>

#include "app/progress/load_treatments.h"
#include "app/progress/standings.h"
#include "db/cohort.h"
#include "db/patients.h"
#include "db/tags.h"

namespace progress {

namespace {

using PatientId = schema::Id<schema::Patient>;

bool has_begun(const db::EventFact& event, schema::Date as_of) {
    return !event.onset || event.onset->first_day() <= as_of;
}

// What groups are made from beside the treatment itself, by patient.
std::unordered_map<std::int64_t, CohortMember> members(const db::Book& book, schema::Date as_of) {
    std::unordered_map<std::int64_t, CohortMember> members;
    for (const auto& patient : db::all_patients(book)) {
        members[patient.id.value].skin = patient.fitzpatrick;
    }
    for (auto& tag : db::all_tags(book)) {
        members[tag.patient.value].tags.push_back(std::move(tag));
    }
    for (const auto& event : db::all_event_facts(book)) {
        if (has_begun(event, as_of)) {
            members[event.patient.value].events.push_back(event.kind);
        }
    }
    return members;
}

GroupTotals totals_of_everyone(const db::Book& book,
                               const db::TreatmentTotals& treatments,
                               schema::Date as_of) {
    GroupTotals totals{.patients = treatments.patients, .sessions = treatments.sessions};
    std::vector<schema::EventKind> of_one;
    const auto facts = db::all_event_facts(book);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (has_begun(facts[i], as_of)) {
            of_one.push_back(facts[i].kind);
        }
        if (i + 1 == facts.size() || facts[i + 1].patient != facts[i].patient) {
            totals.add_events(of_one);
            of_one.clear();
        }
    }
    return totals;
}

}  // namespace

const Group& Cohort::add(const CohortMember& member, const Grouping& grouping) {
    auto& [group, totals] = *totals_.try_emplace(group_of(member, grouping)).first;
    totals.add(member);
    places_[member.treatment.patient.value] = {.group = &group};
    return group;
}

Cohort Cohort::load(const db::Book& book, schema::Date as_of, const Grouping& grouping) {
    Cohort cohort;
    for_each_treatment(book, as_of, [&](const History& history) {
        const auto& group = cohort.add(cohort_member(history), grouping);
        const auto patient = history.patient.id.value;
        const auto& treatment = cohort.treatments_[patient] = treatment_of(history);
        cohort.places_[patient] = {.group = &group, .treatment = &treatment};
    });
    return cohort;
}

std::optional<Cohort> Cohort::load_standing(const db::Book& book,
                                            schema::Date as_of,
                                            const Grouping& grouping) {
    if (!db::standings_are_current(book, standing_method)) {
        return std::nullopt;
    }
    const auto treatments = db::treatment_totals(book);
    if (treatments.until > as_of) {
        return std::nullopt;
    }
    Cohort cohort;
    if (grouping.kind == GroupKind::everyone) {
        const auto totals = totals_of_everyone(book, treatments, as_of);
        if (totals.patients > 0) {
            const auto& [group, kept] =
                *cohort.totals_.emplace(group_of({}, grouping), totals).first;
            cohort.everyone_ = CohortPlace{.group = &group};
        }
        return cohort;
    }
    auto known = members(book, as_of);
    db::for_each_treatment_standing(book, [&](const db::TreatmentStanding& treatment) {
        auto& member = known[treatment.patient.value];
        member.treatment = treatment;
        cohort.add(member, grouping);
    });
    return cohort;
}

std::map<Group, GroupResult> Cohort::groups() const {
    std::map<Group, GroupResult> groups;
    for (const auto& [group, totals] : totals_) {
        groups.emplace(group, group_result(group, totals));
    }
    return groups;
}

std::optional<CohortPlace> Cohort::place_of(PatientId patient) const {
    if (everyone_) {
        return everyone_;
    }
    const auto found = places_.find(patient.value);
    return found == places_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace progress
