#include "app/json/today_json.h"

#include "app/json/finding_json.h"
#include "app/json/outcomes_json.h"
#include "app/json/record_json.h"

namespace exchange {

namespace {

template <class Record>
OrderedJson named_record_json(const tracking::OfPatient<Record>& each) {
    auto json = record_json(each.about, each.patient.chart);
    json["name"] = json_value(each.patient.name);
    return json;
}

OrderedJson named_due_json(const tracking::OfPatient<progress::DuePatient>& each) {
    auto json = due_json({each.about})[0];
    json["name"] = json_value(each.patient.name);
    return json;
}

OrderedJson waiting_json(const tracking::OfPatient<clinical::Finding>& each) {
    auto json = finding_json(each.about);
    json["chart"] = each.patient.chart;
    json["name"] = json_value(each.patient.name);
    return json;
}

}  // namespace

OrderedJson today_json(const tracking::Today& today) {
    return {{"as_of", json_value(today.as_of)},
            {"due", array_of(today.due, named_due_json)},
            {"due_total", today.due_total},
            {"sessions", array_of(today.sessions, named_record_json<schema::Session>)},
            {"events", array_of(today.events, named_record_json<schema::AdverseEvent>)},
            {"findings", array_of(today.findings, waiting_json)},
            {"sign_offs", array_of(today.sign_offs, named_record_json<schema::SignOff>)}};
}

}  // namespace exchange
