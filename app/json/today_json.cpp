#include "app/json/today_json.h"

#include "app/json/clinic_record_json.h"
#include "app/json/finding_json.h"
#include "app/json/outcomes_json.h"
#include "app/json/record_json.h"

namespace exchange {

namespace {

void set_names(OrderedJson& json, const schema::Patient& patient) {
    json["name"] = json_value(patient.name);
    json["name_ar"] = json_value(patient.name_ar);
}

template <class Record>
OrderedJson named_record_json(const tracking::OfPatient<Record>& each) {
    auto json = record_json(each.about, each.patient.chart);
    set_names(json, each.patient);
    return json;
}

OrderedJson due_with_calls_json(const progress::DuePatient& due, const tracking::Calls& calls) {
    auto json = due_json({due})[0];
    const auto& last = calls.attempts.last;
    json["attempts"] = {{"count", calls.attempts.count}, {"last", nullptr}};
    if (last) {
        json["attempts"]["last"] = {{"id", last->id.value},
                                    {"at", json_value(last->at)},
                                    {"channel", schema::word(last->channel)},
                                    {"outcome", schema::word(last->outcome)}};
    }
    json["appointment"] = nullptr;
    if (calls.next) {
        json["appointment"] = {{"id", calls.next->id.value}, {"at", json_value(calls.next->at)}};
    }
    return json;
}

OrderedJson named_due_json(const tracking::DueToday& each) {
    auto json = due_with_calls_json(each.about, each.calls);
    set_names(json, each.patient);
    return json;
}

OrderedJson waiting_json(const tracking::OfPatient<clinical::Finding>& each) {
    auto json = finding_json(each.about);
    json["chart"] = each.patient.chart;
    set_names(json, each.patient);
    return json;
}

}  // namespace

OrderedJson today_json(const tracking::Today& today) {
    return {{"as_of", json_value(today.as_of)},
            {"appointments", array_of(today.appointments, coming_patient_json)},
            {"due", array_of(today.due, named_due_json)},
            {"due_total", today.due_total},
            {"sessions", array_of(today.sessions, named_record_json<schema::Session>)},
            {"events", array_of(today.events, named_record_json<schema::AdverseEvent>)},
            {"findings", array_of(today.findings, waiting_json)},
            {"sign_offs", array_of(today.sign_offs, named_record_json<schema::SignOff>)},
            {"entries", array_of(today.entries, named_record_json<schema::PatientEntry>)}};
}

std::string due_text(const db::Book& book,
                     const std::vector<progress::DuePatient>& list,
                     schema::Date as_of) {
    std::string text = "[";
    for (const auto& each : list) {
        text += text.size() == 1 ? "\n" : ",\n";
        text += json_text(due_with_calls_json(each, tracking::calls_of(book, each, as_of)));
    }
    return text + "\n]\n";
}

}  // namespace exchange
