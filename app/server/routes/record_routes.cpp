// Every kind of record, by one implementation: what differs stands in its description.

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/clinical/contradictions.h"
#include "app/clinical/safety/assessment.h"
#include "app/json/entry_json.h"
#include "app/json/record_json.h"
#include "app/json/record_reading.h"
#include "app/json/visit_reading.h"
#include "app/server/http/problem.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/recorded_entry.h"
#include "app/server/routes/route.h"
#include "app/tracking/move.h"
#include "app/tracking/possibility.h"
#include "app/tracking/restore.h"
#include "app/tracking/safety.h"
#include "app/tracking/write.h"
#include "db/records/instruments.h"
#include "db/records/records.h"
#include "schema/kinds/record_text.h"

namespace server {

namespace {

using kinds::Kind;
using schema::AnyRecord;
using schema::Problem;

std::string action(const Kind& kind, std::string_view verb) {
    return fmt::format("{} {}", kind.noun, verb);
}

AnyRecord stored(const Call& call, const db::Book& book, const Kind& kind) {
    const auto id = schema::Text<std::int64_t>::read(call.path_parameter("id"));
    auto record = id ? db::find(book, kind, *id) : std::nullopt;
    if (!record) {
        throw schema::missing(
            std::string(kind.noun),
            fmt::format("there is none with id \"{}\"", call.path_parameter("id")),
            "look at the patient's list")
            .as("gone");
    }
    return std::move(*record);
}

schema::Patient patient_of(const db::Book& book, const AnyRecord& record) {
    const auto patient = kinds::ConstRecord(record).kept().patient;
    return *db::find(book, schema::Id<schema::Patient>(patient));
}

std::string chart_of(const db::Book& book, const AnyRecord& record) {
    return patient_of(book, record).chart;
}

int version_of(const AnyRecord& record) {
    return kinds::ConstRecord(record).kept().version;
}

// The record as it is kept by now, with what came of it.
Response entry(const WriteRequest& call, const Kind& kind, std::int64_t id, int status) {
    const auto record = *db::find(call.book, kind, id);
    auto response = json_response(recorded_entry(call.book, kind, id), status);
    response.headers.emplace_back("ETag", version_tag(version_of(record)));
    if (status == 201) {
        response.headers.emplace_back("Location", fmt::format("/api/v1/{}/{}", kind.noun, id));
    }
    return response;
}

Response entry(const WriteRequest& call, const Kind& kind, const std::string& answer, int status) {
    return entry(call, kind, *schema::Text<std::int64_t>::read(answer), status);
}

exchange::OtherMembers other_members(const Kind& kind) {
    return kind.steps.gate ? exchange::OtherMembers{"confirm", "reason", "overrides"}
                           : exchange::OtherMembers{"confirm", "reason"};
}

AnyRecord new_record(const Kind& kind, const schema::Patient& patient) {
    auto record = kinds::blank(kind);
    kinds::Record(record).set_kept({.patient = patient.id.value});
    return record;
}

Response list(const ReadRequest& call, const Kind& kind) {
    const bool with_voided = query_flag(call, "voided");
    const auto patient =
        with_voided ? tracking::patient_voided_or_not(call.book(), call.path_parameter("chart"))
                    : call.patient();
    call.shows(patient);
    const auto which = with_voided ? db::Which::of_patient : db::Which::in_force;
    return json_response(exchange::records_json(
        db::records_of(call.book(), kind, which, patient.id), patient.chart));
}

Response show(const ReadRequest& call, const Kind& kind) {
    const auto record = stored(call, call.book(), kind);
    const auto patient = patient_of(call.book(), record);
    call.shows(patient);
    auto response = json_response(exchange::record_json(record, patient.chart));
    response.headers.emplace_back("ETag", version_tag(version_of(record)));
    return response;
}

Response enter(WriteRequest& call, const Kind& kind) {
    const auto what = action(kind, kind.verb);
    if (const auto answer = call.answered_before(what)) {
        return repeated(entry(call, kind, *answer, 201));
    }
    auto record = new_record(kind, call.patient());
    std::vector<Problem> problems;
    exchange::set_members(call.body, other_members(kind), record, problems);
    exchange::require_members(call.body, kind, problems);
    schema::refuse_any(std::move(problems));
    if (kind.steps.gate) {
        return asking_for_reasons([&] {
            const auto done = tracking::record_session(call.book,
                                                       call.submission(what),
                                                       std::get<schema::Session>(record),
                                                       exchange::overrides_in(call.body));
            return entry(call, kind, done.receipt.answer, 201);
        });
    }
    const auto receipt = tracking::record(call.book, call.submission(what), record);
    return entry(call, kind, receipt.answer, 201);
}

Response correct(WriteRequest& call, const Kind& kind) {
    const auto what = action(kind, "correct");
    if (const auto answer = call.answered_before(what)) {
        return repeated(entry(call, kind, *answer, 200));
    }
    auto record = stored(call, call.book, kind);
    const auto chart = chart_of(call.book, record);
    if (auto other = other_version(
            call, version_of(record), [&] { return exchange::record_json(record, chart); })) {
        return std::move(*other);
    }
    const auto id = kinds::ConstRecord(record).kept().id;
    std::vector<Problem> problems;
    exchange::set_members(call.body, other_members(kind), record, problems);
    schema::refuse_any(std::move(problems));
    if (kind.steps.gate) {
        return asking_for_reasons([&] {
            tracking::correct_session(call.book,
                                      call.submission(what),
                                      std::get<schema::Session>(record),
                                      exchange::overrides_in(call.body));
            return entry(call, kind, id, 200);
        });
    }
    tracking::correct(call.book, call.submission(what), record);
    return entry(call, kind, id, 200);
}

Response void_one(WriteRequest& call, const Kind& kind) {
    const auto what = action(kind, "void");
    if (const auto answer = call.answered_before(what)) {
        return repeated(entry(call, kind, *answer, 200));
    }
    const auto record = stored(call, call.book, kind);
    refuse_other_members(call.body, {"reason"});
    tracking::void_record(call.book, call.submission(what), record);
    return entry(call, kind, kinds::ConstRecord(record).kept().id, 200);
}

Response restore_one(WriteRequest& call, const Kind& kind) {
    const auto what = action(kind, "restore");
    if (const auto answer = call.answered_before(what)) {
        return repeated(entry(call, kind, *answer, 200));
    }
    const auto record = stored(call, call.book, kind);
    refuse_other_members(call.body, {"confirm", "reason"});
    tracking::restore_record(call.book, call.submission(what), record);
    return entry(call, kind, kinds::ConstRecord(record).kept().id, 200);
}

Response move(WriteRequest& call, const Kind& kind) {
    const auto what = action(kind, "move");
    if (const auto answer = call.answered_before(what)) {
        return repeated(entry(call, kind, *answer, 200));
    }
    const auto record = stored(call, call.book, kind);
    refuse_other_members(call.body, {"confirm", "reason", "to"});
    const auto to = tracking::patient_with_chart(call.book, need_text(call.body, "to"));
    tracking::move_record(call.book, call.submission(what), record, to.id);
    return entry(call, kind, kinds::ConstRecord(record).kept().id, 200);
}

// Sets the field that says when it was over.
Response end(WriteRequest& call, const Kind& kind) {
    const auto what = action(kind, "end");
    if (const auto answer = call.answered_before(what)) {
        return repeated(entry(call, kind, *answer, 200));
    }
    auto record = stored(call, call.book, kind);
    refuse_other_members(call.body, {"confirm", "reason", "on"});
    std::vector<Problem> problems;
    const auto on = call.body.find("on");
    kinds::set_field(record,
                     kind.field(schema::Role::until)->name,
                     on != call.body.end() && on->is_string() ? on->get<std::string>() : " ",
                     "on",
                     problems);
    schema::refuse_any(std::move(problems));
    tracking::end(call.book, call.submission(what), record);
    return entry(call, kind, kinds::ConstRecord(record).kept().id, 200);
}

template <class Record>
void judge(const Record& record, const db::Book& book, exchange::Preview& preview) {
    auto faults = clinical::contradictions(record);
    for (auto& problem : tracking::impossible(book, record)) {
        faults.push_back(std::move(problem));
    }
    if constexpr (tracking::Scored<Record>) {
        if (faults.empty()) {
            preview.scores = tracking::due_scores(tracking::Scales(book), record);
        }
    }
    preview.problems.insert(preview.problems.end(), faults.begin(), faults.end());
}

// What the record would score and what the rules say of it; nothing is written.
Response preview(const ReadRequest& call, const Kind& kind) {
    auto record = new_record(kind, call.patient());
    exchange::Preview preview;
    exchange::set_members(call.body, other_members(kind), record, preview.problems);
    const bool is_sound = preview.problems.empty();
    exchange::require_members(call.body, kind, preview.problems);
    const bool is_whole = preview.problems.empty();
    if (is_sound) {
        std::visit([&](const auto& one) { judge(one, call.book(), preview); }, record);
    }
    if (kind.steps.gate && is_whole) {
        preview.findings = clinical::as_kept(clinical::assess(tracking::load_situation(
            call.book(), clinical::plan_of(std::get<schema::Session>(record)))));
    }
    return json_response(exchange::preview_json(preview, db::all_instruments(call.book())));
}

void add_routes(std::vector<Route>& routes, const Kind& kind) {
    const auto of_patient = fmt::format("/api/v1/patients/{{chart}}/{}", kind.noun);
    const auto one = fmt::format("/api/v1/{}/{{id}}", kind.noun);
    const auto reads = [&](AccessAct act, Response (*handler)(const ReadRequest&, const Kind&)) {
        return Reads(act,
                     [handler, &kind](const ReadRequest& call) { return handler(call, kind); });
    };
    const auto writes = [&](auto* handler) {
        return [handler, &kind](WriteRequest& call) { return handler(call, kind); };
    };
    const auto add_write =
        [&](std::string_view method, std::string path, Right right, auto* handler) {
            routes.push_back({.method = method,
                              .path = std::move(path),
                              .access = right,
                              .pool = WorkerPool::write,
                              .write = writes(handler)});
        };
    routes.push_back({.method = "GET",
                      .path = of_patient,
                      .access = Right::read_records,
                      .query_parameters = {"voided"},
                      .read = reads(AccessAct::records, &list)});
    routes.push_back({.method = "GET",
                      .path = one,
                      .access = Right::read_records,
                      .read = reads(AccessAct::record, &show)});
    if (kind.made_by_program) {
        return;
    }
    if (!kind.has_own_entrance) {
        add_write("POST", of_patient, Right::write_observations, &enter);
        routes.push_back({.method = "POST",
                          .path = of_patient + "/preview",
                          .access = Right::read_records,
                          .read = reads(AccessAct::preview, &preview)});
        add_write("PATCH", one, Right::write_observations, &correct);
    }
    add_write("POST", one + "/void", Right::void_own, &void_one);
    add_write("POST", one + "/restore", Right::void_own, &restore_one);
    add_write("POST", one + "/move", Right::void_others, &move);
    if (kind.steps.ends) {
        add_write("POST", one + "/end", Right::write_observations, &end);
    }
}

}  // namespace

std::vector<Route> record_routes() {
    std::vector<Route> routes;
    for (const auto& kind : kinds::of_patients()) {
        if (kind.owner == schema::Owner::patient) {
            add_routes(routes, kind);
        }
    }
    return routes;
}

}  // namespace server
