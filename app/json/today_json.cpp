#include "app/json/today_json.h"

#include <algorithm>

#include "app/json/finding_json.h"
#include "app/json/outcomes_json.h"
#include "app/json/record_json.h"
#include "app/progress/history_until.h"
#include "app/progress/load_history.h"
#include "app/progress/standing_findings.h"
#include "app/tracking/departure.h"
#include "db/records/recent.h"
#include "db/records/records.h"

namespace exchange {

namespace {

using Json = OrderedJson;

// Died or left by then: nobody calls them.
bool is_gone(const db::Book& book, const schema::Patient& patient, schema::Date as_of) {
    const auto gone = tracking::departure_of(book, patient);
    return gone && (!gone->on || *gone->on <= as_of);
}

template <class Record>
Json those_here(const db::Book& book, schema::Date as_of, const std::vector<Record>& records) {
    auto list = Json::array();
    for (const auto& record : records) {
        const auto patient = db::find(book, record.patient);
        if (is_gone(book, *patient, as_of) || list.size() == std::size_t{most_of_today}) {
            continue;
        }
        auto json = Json::parse(record_json(record, patient->chart));
        json["name"] = json_value(patient->name);
        list.push_back(std::move(json));
    }
    return list;
}

// The first of those that `load` has, of patients who are still here.
template <class Load>
Json first_of_those_here(const db::Book& book, schema::Date as_of, const Load& load) {
    for (int most = most_of_today;; most *= 2) {
        const auto records = load(most);
        auto list = those_here(book, as_of, records);
        if (list.size() == std::size_t{most_of_today} ||
            records.size() < static_cast<std::size_t>(most)) {
            return list;
        }
    }
}

Json waiting_findings(const db::Book& book, const schema::Patient& patient, schema::Date as_of) {
    auto list = Json::array();
    const auto known = progress::history_until(progress::load_history(book, patient), as_of);
    for (const auto& finding : progress::standing_findings(known, as_of)) {
        if (schema::asks_for_reason(finding.level)) {
            auto json = finding_json(finding);
            json["chart"] = patient.chart;
            json["name"] = json_value(patient.name);
            list.push_back(std::move(json));
        }
    }
    return list;
}

}  // namespace

std::string today_json(const db::Book& book, schema::Date as_of) {
    auto due = progress::load_due_list(book, as_of);
    const auto total = due.size();
    due.resize(std::min<std::size_t>(total, most_of_today));
    auto due_list = Json::parse(due_json(due));
    auto findings = Json::array();
    for (auto& each : due_list) {
        const schema::Id<schema::Patient> id(each["patient"].get<std::int64_t>());
        const auto patient = *db::find(book, id);
        each["name"] = json_value(patient.name);
        for (auto& finding : waiting_findings(book, patient, as_of)) {
            findings.push_back(std::move(finding));
        }
    }
    return json_text(
        {{"as_of", json_value(as_of)},
         {"due", std::move(due_list)},
         {"due_total", total},
         {"sessions",
          first_of_those_here(
              book, as_of, [&](int most) { return db::latest_sessions(book, as_of, most); })},
         {"events",
          first_of_those_here(book, as_of, [&](int most) { return db::open_events(book, most); })},
         {"findings", std::move(findings)}});
}

}  // namespace exchange
