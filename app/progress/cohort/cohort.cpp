#include "app/progress/cohort/cohort.h"

#include <set>
#include <utility>
#include <vector>

#include "app/progress/cohort/aggregates.h"
#include "app/progress/cohort/load_treatments.h"
#include "app/progress/history_until.h"
#include "db/records/cohort.h"
#include "db/records/patients.h"
#include "db/records/tags.h"

namespace progress {

namespace {

using PatientId = schema::Id<schema::Patient>;

// So many patients for each one whose treatment is read apart.
constexpr std::size_t fewest_others = 16;

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

// `histories` are of those whose treatment went on later.
GroupTotals totals_of_everyone(const db::Book& book,
                               const db::TreatmentTotals& treatments,
                               const std::map<std::int64_t, History>& histories,
                               schema::Date as_of) {
    GroupTotals totals{.patients = treatments.patients,
                       .treated = treatments.treated,
                       .sessions = treatments.sessions};
    std::set<std::int64_t> without_session;  // by then, at least of those with a side effect
    for (const auto patient : db::untreated_with_events(book)) {
        without_session.insert(patient.value);
    }
    for (const auto& [patient, history] : histories) {
        const int sessions = treatment_aggregate(history).all_sessions;
        totals.sessions += sessions;
        if (sessions > 0) {
            ++totals.treated;
        } else {
            without_session.insert(patient);
        }
    }
    std::vector<schema::EventKind> of_one;
    const auto facts = db::all_event_facts(book);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (has_begun(facts[i], as_of)) {
            of_one.push_back(facts[i].kind);
        }
        if (i + 1 == facts.size() || facts[i + 1].patient != facts[i].patient) {
            totals.add_events(of_one, !without_session.contains(facts[i].patient.value));
            of_one.clear();
        }
    }
    return totals;
}

// How these were treated, as the book knew them at the end of the day.
std::map<std::int64_t, History> histories_of(const db::Book& book,
                                             const std::vector<PatientId>& patients,
                                             schema::Date as_of) {
    std::map<std::int64_t, History> histories;
    for (const auto patient : patients) {
        if (auto history = load_treatment(book, patient)) {
            histories.emplace(patient.value, history_until(std::move(*history), as_of));
        }
    }
    return histories;
}

}  // namespace

const Group& Cohort::add(const CohortMember& member, const Grouping& grouping) {
    auto& [group, totals] = *totals_.try_emplace(group_of(member, grouping)).first;
    totals.add(member);
    places_[member.treatment.patient.value] = {.group = &group};
    return group;
}

void Cohort::place(const History& history, const Group& group) {
    const auto patient = history.patient.id.value;
    const auto& treatment = treatments_[patient] = treatment_of(history);
    places_[patient] = {.group = &group, .treatment = &treatment};
}

Cohort Cohort::load(const db::Book& book, schema::Date as_of, const Grouping& grouping) {
    Cohort cohort;
    for_each_treatment(book, as_of, [&](const History& history) {
        cohort.place(history, cohort.add(cohort_member(history), grouping));
    });
    return cohort;
}

std::optional<Cohort> Cohort::load_aggregate(const db::Book& book,
                                             schema::Date as_of,
                                             const Grouping& grouping) {
    if (!db::aggregates_are_current(book, aggregate_method)) {
        return std::nullopt;
    }
    const auto treatments = db::treatment_totals(book, as_of);
    const auto since =
        treatments.until > as_of ? db::treated_after(book, as_of) : std::vector<PatientId>();
    if (since.size() * fewest_others > static_cast<std::size_t>(treatments.patients)) {
        return std::nullopt;
    }
    Cohort cohort;
    if (treatments.patients == 0) {
        return cohort;
    }
    const auto histories = histories_of(book, since, as_of);
    if (grouping.kind == GroupKind::everyone) {
        auto totals = totals_of_everyone(book, treatments, histories, as_of);
        const auto& group = cohort.totals_.try_emplace(group_of({}, grouping)).first->first;
        for (const auto& [patient, history] : histories) {
            cohort.place(history, group);
        }
        cohort.totals_[group] = std::move(totals);
        cohort.everyone_ = CohortPlace{.group = &group};
        return cohort;
    }
    auto known = members(book, as_of);
    db::for_each_treatment_aggregate(book, [&](const db::TreatmentAggregate& treatment) {
        const auto patient = treatment.patient.value;
        const auto history = histories.find(patient);
        auto& member = known[patient];
        member.treatment =
            history == histories.end() ? treatment : treatment_aggregate(history->second);
        const auto& group = cohort.add(member, grouping);
        if (history != histories.end()) {
            cohort.place(history->second, group);
        }
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
    const auto found = places_.find(patient.value);
    return found == places_.end() ? everyone_ : std::optional(found->second);
}

}  // namespace progress
