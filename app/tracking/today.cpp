#include "app/tracking/today.h"

#include <algorithm>
#include <utility>

#include "app/clinical/safety/period.h"
#include "app/progress/history_until.h"
#include "app/progress/load_history.h"
#include "app/progress/standing_findings.h"
#include "app/tracking/departure.h"
#include "db/records/patient_entries.h"
#include "db/records/recent.h"
#include "db/records/records.h"
#include "db/records/sign_offs.h"

namespace tracking {

namespace {

// Died or left by then: nobody calls them.
bool is_gone(const db::Book& book, const schema::Patient& patient, schema::Date as_of) {
    const auto gone = departure_of(book, patient);
    return gone && (!gone->on || *gone->on <= as_of);
}

template <class Record>
std::vector<OfPatient<Record>> those_here(const db::Book& book,
                                          schema::Date as_of,
                                          const std::vector<Record>& records) {
    std::vector<OfPatient<Record>> here;
    for (const auto& record : records) {
        auto patient = *db::find(book, record.patient);
        if (here.size() < most_of_today && !is_gone(book, patient, as_of)) {
            here.push_back({record, std::move(patient)});
        }
    }
    return here;
}

// The first of those that `load` has, of patients who are still here.
template <class Load>
auto first_of_those_here(const db::Book& book, schema::Date as_of, const Load& load) {
    for (auto most = static_cast<int>(most_of_today);; most *= 2) {
        const auto records = load(most);
        auto here = those_here(book, as_of, records);
        if (here.size() == most_of_today || records.size() < static_cast<std::size_t>(most)) {
            return here;
        }
    }
}

void add_waiting_findings(const db::Book& book,
                          const schema::Patient& patient,
                          schema::Date as_of,
                          std::vector<OfPatient<clinical::Finding>>& waiting) {
    const auto known =
        progress::history_until(progress::load_history_for_safety(book, patient), as_of);
    for (const auto& finding : progress::standing_findings(known, as_of)) {
        if (schema::asks_for_reason(finding.level)) {
            waiting.push_back({finding, patient});
        }
    }
}

}  // namespace

Calls calls_of(const db::Book& book, const progress::DuePatient& due, schema::Date as_of) {
    return {.attempts = db::contact_attempts(book, due.patient, due.last_visit, as_of),
            .next = db::next_appointment(book, due.patient, as_of)};
}

std::vector<ComingPatient> coming_patients(const db::Book& book,
                                           schema::Date first,
                                           schema::Date last) {
    std::vector<ComingPatient> coming;
    for (auto& each : db::appointments_between(book, first, last)) {
        auto allergies = db::records_of<schema::Condition>(book, each.patient);
        std::erase_if(allergies, [&](const schema::Condition& condition) {
            return !schema::is_allergy(condition.kind) ||
                   !clinical::Period{condition.from, condition.until}.holds_on(each.at.day());
        });
        auto patient = *db::find(book, each.patient);
        coming.push_back({std::move(each), std::move(patient), std::move(allergies)});
    }
    return coming;
}

Today load_today(const db::Book& book, schema::Date as_of) {
    auto due = progress::load_first_due(book, as_of, most_of_today);
    Today today{.as_of = as_of, .due_total = due.total};
    for (auto& each : due.first) {
        const auto patient = *db::find(book, each.patient);
        add_waiting_findings(book, patient, as_of, today.findings);
        auto calls = calls_of(book, each, as_of);
        today.due.push_back({std::move(each), patient, std::move(calls)});
    }
    today.appointments = coming_patients(book, as_of, as_of);
    std::erase_if(today.appointments,
                  [&](const auto& each) { return is_gone(book, each.patient, as_of); });
    today.sessions = first_of_those_here(
        book, as_of, [&](int most) { return db::latest_sessions(book, as_of, most); });
    today.events =
        first_of_those_here(book, as_of, [&](int most) { return db::open_events(book, most); });
    for (auto& each : db::waiting_sign_offs(book, as_of)) {
        auto patient = *db::find(book, each.patient);
        today.sign_offs.push_back({std::move(each), std::move(patient)});
    }
    for (auto& each : db::waiting_entries(book)) {
        auto patient = *db::find(book, each.patient);
        today.entries.push_back({std::move(each), std::move(patient)});
    }
    return today;
}

}  // namespace tracking
