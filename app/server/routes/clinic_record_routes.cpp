// The clinic's own records, stock, protocols and consent forms; and who comes on which day.

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/json/clinic_record_json.h"
#include "app/json/record_json.h"
#include "app/json/record_reading.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/route.h"
#include "app/tracking/clinic/clinic_records.h"
#include "app/tracking/clinic/stock.h"
#include "app/tracking/today.h"
#include "db/records/records.h"
#include "schema/kinds/record_text.h"
#include "schema/types/folding.h"

namespace server {

namespace {

using Json = exchange::OrderedJson;
using schema::ConsentForm;
using schema::Protocol;
using schema::Stock;

constexpr int most_days_of_appointments = 62;

tracking::StockWanted stock_wanted_by(const ReadRequest& call) {
    tracking::StockWanted wanted{.product = call.request.query_parameter("product"),
                                 .lot = call.request.query_parameter("lot"),
                                 .with_voided = query_flag(call, "voided")};
    if (const auto kind = call.request.query_parameter("kind")) {
        wanted.kind = schema::read_word<schema::StockKind>(*kind);
        if (!wanted.kind) {
            throw schema::misused("kind",
                                  fmt::format("\"{}\" is not one of them", *kind),
                                  "give " + schema::word_list<schema::StockKind>())
                .as("address_value", {{"value", std::string(*kind)}});
        }
    }
    return wanted;
}

Response list_stock(const ReadRequest& call) {
    return json_response(exchange::array_of(
        tracking::stock_on_hand(call.book(), call.today(), stock_wanted_by(call)),
        exchange::stock_json));
}

Response list_protocols(const ReadRequest& call) {
    const auto which = query_flag(call, "voided") ? db::Which::of_patient : db::Which::in_force;
    auto protocols = db::records_of<Protocol>(call.book(), {}, which);
    std::sort(protocols.begin(), protocols.end(), [](const Protocol& a, const Protocol& b) {
        return std::pair(schema::folded(a.name), a.id.value) <
               std::pair(schema::folded(b.name), b.id.value);
    });
    return json_response(exchange::array_of(protocols, exchange::protocol_json));
}

Response list_consent_forms(const ReadRequest& call) {
    const auto which = query_flag(call, "voided") ? db::Which::of_patient : db::Which::in_force;
    return json_response(
        exchange::array_of(db::records_of<ConsentForm>(call.book(), {}, which),
                           [](const auto& each) { return exchange::clinic_record_json(each); }));
}

template <class Record>
Record clinic_record_of(const Call& call, const db::Book& book) {
    const auto id = schema::Text<schema::Id<Record>>::read(call.path_parameter("id"));
    auto record = id ? db::find(book, *id) : std::nullopt;
    if (!record) {
        throw schema::missing(
            std::string(kinds::of<Record>().noun),
            fmt::format("there is none with id \"{}\"", call.path_parameter("id")),
            "look at the list")
            .as("gone");
    }
    return std::move(*record);
}

// As the list shows it.
Json clinic_record_shown(const Stock& stock, const db::Book& book, schema::Date day) {
    for (const auto& each :
         tracking::stock_on_hand(book, day, {.lot = stock.lot, .with_voided = true})) {
        if (each.stock.id == stock.id) {
            return exchange::stock_json(each);
        }
    }
    return nullptr;
}

Json clinic_record_shown(const Protocol& protocol, const db::Book&, schema::Date) {
    return exchange::protocol_json(protocol);
}

Json clinic_record_shown(const ConsentForm& form, const db::Book&, schema::Date) {
    return exchange::clinic_record_json(form);
}

template <class Record>
Response clinic_record_answer(const Record& record,
                              const db::Book& book,
                              schema::Date day,
                              int status = 200) {
    auto response = json_response(clinic_record_shown(record, book, day), status);
    response.headers.emplace_back("ETag", version_tag(record.version));
    return response;
}

template <class Record>
Response written_clinic_record(const WriteRequest& call, const std::string& answer, int status) {
    const auto record = *db::find(call.book, *schema::Text<schema::Id<Record>>::read(answer));
    auto response = clinic_record_answer(record, call.book, call.now.day(), status);
    if (status == 201) {
        response.headers.emplace_back(
            "Location", fmt::format("/api/v1/{}/{}", kinds::of<Record>().plural, answer));
    }
    return response;
}

template <class Record>
Response show_clinic_record(const ReadRequest& call) {
    const auto& book = call.book();
    return clinic_record_answer(clinic_record_of<Record>(call, book), book, call.today());
}

template <class Record>
std::string act_on(std::string_view verb) {
    return fmt::format("{} {}", kinds::of<Record>().noun, verb);
}

template <class Record>
Response enter_clinic_record(WriteRequest& call) {
    const auto what = act_on<Record>("add");
    if (const auto answer = call.answered_before(what)) {
        return repeated(written_clinic_record<Record>(call, *answer, 201));
    }
    Record record;
    std::vector<schema::Problem> problems;
    exchange::set_members(call.body, {"confirm", "reason"}, record, problems);
    exchange::require_members(call.body, kinds::of<Record>(), problems);
    schema::refuse_any(std::move(problems));
    const auto receipt = tracking::record(call.book, call.submission(what), record);
    return written_clinic_record<Record>(call, receipt.answer, 201);
}

template <class Record>
Response correct_clinic_record(WriteRequest& call) {
    const auto what = act_on<Record>("correct");
    if (const auto answer = call.answered_before(what)) {
        return repeated(written_clinic_record<Record>(call, *answer, 200));
    }
    auto record = clinic_record_of<Record>(call, call.book);
    if (auto other = other_version_of_clinic(call, record.version, [&] {
            return clinic_record_shown(record, call.book, call.now.day());
        })) {
        return std::move(*other);
    }
    std::vector<schema::Problem> problems;
    exchange::set_members(call.body, {"confirm", "reason"}, record, problems);
    schema::refuse_any(std::move(problems));
    tracking::correct(call.book, call.submission(what), record);
    return written_clinic_record<Record>(call, std::to_string(record.id.value), 200);
}

template <class Record, auto act>
Response act_on_clinic_record(WriteRequest& call, std::string_view verb) {
    const auto what = act_on<Record>(verb);
    if (const auto answer = call.answered_before(what)) {
        return repeated(written_clinic_record<Record>(call, *answer, 200));
    }
    const auto record = clinic_record_of<Record>(call, call.book);
    refuse_other_members(call.body, {"confirm", "reason"});
    const auto receipt = act(call.book, call.submission(what), record);
    return written_clinic_record<Record>(call, receipt.answer, 200);
}

using ClinicAct = db::Receipt (*)(db::Book&, const db::Submission&, const schema::ClinicRecord&);
constexpr ClinicAct void_act = &tracking::void_record;
constexpr ClinicAct restore_act = &tracking::restore_record;

struct RightsOfKind {
    Right write;
    Right take_back;
};

template <class Record>
void add_clinic_kind(std::vector<Route>& routes,
                     const RightsOfKind& rights,
                     Response (*list)(const ReadRequest&),
                     std::vector<std::string_view> query_parameters) {
    const auto all = fmt::format("/api/v1/{}", kinds::of<Record>().plural);
    const auto one = all + "/{id}";
    const auto add_write = [&](std::string_view method,
                               const std::string& path,
                               Right right,
                               std::function<Response(WriteRequest&)> write) {
        routes.push_back({.method = method,
                          .path = path,
                          .access = right,
                          .pool = WorkerPool::write,
                          .write = std::move(write)});
    };
    routes.push_back({.method = "GET",
                      .path = all,
                      .access = Right::read_records,
                      .query_parameters = std::move(query_parameters),
                      .read = {NoRecord{}, list}});
    routes.push_back({.method = "GET",
                      .path = one,
                      .access = Right::read_records,
                      .read = {NoRecord{}, &show_clinic_record<Record>}});
    add_write("POST", all, rights.write, &enter_clinic_record<Record>);
    add_write("PATCH", one, rights.write, &correct_clinic_record<Record>);
    add_write("POST", one + "/void", rights.take_back, [](WriteRequest& call) {
        return act_on_clinic_record<Record, void_act>(call, "void");
    });
    add_write("POST", one + "/restore", rights.take_back, [](WriteRequest& call) {
        return act_on_clinic_record<Record, restore_act>(call, "restore");
    });
}

Response list_appointments(const ReadRequest& call) {
    const auto first = call.read_query_parameter<schema::Date>("on").value_or(call.now.day());
    const auto last = call.read_query_parameter<schema::Date>("until").value_or(first);
    if (last < first || last.days_since(first) >= most_days_of_appointments) {
        throw schema::misused("until",
                              fmt::format("{} is not within {} days from {}",
                                          last.text(),
                                          most_days_of_appointments,
                                          first.text()),
                              "ask for fewer days");
    }
    return json_response(exchange::array_of(tracking::coming_patients(call.book(), first, last),
                                            exchange::coming_patient_json));
}

}  // namespace

std::vector<Route> clinic_record_routes() {
    std::vector<Route> routes{{.method = "GET",
                               .path = "/api/v1/appointments",
                               .access = Right::read_records,
                               .query_parameters = {"on", "until"},
                               .read = {AccessAct::today, &list_appointments}}};
    add_clinic_kind<Stock>(routes,
                           {Right::write_observations, Right::void_others},
                           &list_stock,
                           {"kind", "product", "lot", "as_of", "voided"});
    add_clinic_kind<Protocol>(
        routes, {Right::change_settings, Right::change_settings}, &list_protocols, {"voided"});
    add_clinic_kind<ConsentForm>(
        routes, {Right::change_settings, Right::change_settings}, &list_consent_forms, {"voided"});
    return routes;
}

}  // namespace server
