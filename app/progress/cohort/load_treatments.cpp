#include "app/progress/cohort/load_treatments.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/progress/history_until.h"
#include "db/records/cohort.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "db/records/tags.h"

namespace progress {

namespace {

using PatientId = schema::Id<schema::Patient>;

template <class Record>
using ByPatient = std::unordered_map<std::int64_t, std::vector<Record>>;

template <class Record>
ByPatient<Record> aggregate(const db::Book& book) {
    ByPatient<Record> all;
    db::for_each_record<Record>(book, [&](const Record& record) {
        if (!record.voided) {
            all[record.patient.value].push_back(record);
        }
    });
    return all;
}

template <class Record>
std::vector<Record> taken(ByPatient<Record>& all, PatientId patient) {
    const auto found = all.find(patient.value);
    return found == all.end() ? std::vector<Record>() : std::move(found->second);
}

schema::Session session_of(const db::SessionFact& fact) {
    schema::Session session;
    session.id = fact.id;
    session.patient = fact.patient;
    session.at = fact.at;
    session.course = fact.course;
    session.device = fact.device;
    if (fact.deepest_mm) {
        session.areas.push_back({.depth_mm = *fact.deepest_mm, .passes = 1});
    }
    return session;
}

}  // namespace

void for_each_treatment(const db::Book& book,
                        schema::Date as_of,
                        const std::function<void(const History&)>& visit) {
    auto courses = aggregate<schema::Course>(book);
    auto events = aggregate<schema::AdverseEvent>(book);
    ByPatient<schema::Tag> tags;
    for (auto& tag : db::all_tags(book)) {
        tags[tag.patient.value].push_back(std::move(tag));
    }
    auto patients = db::all_patients(book);
    std::sort(
        patients.begin(), patients.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    const auto sessions = db::all_session_facts(book);
    auto fact = sessions.begin();
    for (auto& patient : patients) {
        History history;
        history.tags = taken(tags, patient.id);
        history.courses = taken(courses, patient.id);
        history.events = taken(events, patient.id);
        while (fact != sessions.end() && fact->patient < patient.id) {
            ++fact;
        }
        for (; fact != sessions.end() && fact->patient == patient.id; ++fact) {
            history.sessions.push_back(session_of(*fact));
        }
        history.patient = std::move(patient);
        visit(history_until(std::move(history), as_of));
    }
}

std::optional<History> load_treatment(const db::Book& book, PatientId id) {
    auto patient = db::find(book, id);
    if (!patient || patient->voided) {
        return std::nullopt;
    }
    History history;
    history.patient = std::move(*patient);
    history.courses = db::records_of<schema::Course>(book, id);
    history.sessions = db::records_of<schema::Session>(book, id);
    history.events = db::records_of<schema::AdverseEvent>(book, id);
    return history;
}

}  // namespace progress
