// A patient's own page: opening it with a code, what it shows, and what the patient tells by it.

#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/access/calendar_feed.h"
#include "app/access/patient_door.h"
#include "app/export/patient_calendar.h"
#include "app/json/access_json.h"
#include "app/json/record_json.h"
#include "app/json/record_reading.h"
#include "app/progress/load_history.h"
#include "app/progress/summary.h"
#include "app/progress/words/care_card.h"
#include "app/progress/words/event_sentences.h"
#include "app/report/patient_view_json.h"
#include "app/report/report_file.h"
#include "app/report/report_photos.h"
#include "app/server/events.h"
#include "app/server/http/clinic_network.h"
#include "app/server/http/problem.h"
#include "app/server/routes/conditional_requests.h"
#include "app/server/routes/own_page.h"
#include "app/server/routes/route.h"
#include "app/texts/language.h"
#include "app/tracking/patient_entries.h"
#include "app/tracking/people/who_looked.h"
#include "db/ledger/ledger.h"
#include "db/ledger/sha256.h"
#include "db/records/appointments.h"
#include "db/records/clinic.h"
#include "db/records/records.h"
#include "schema/types/text.h"

namespace server {

namespace {

using Json = nlohmann::ordered_json;
using schema::Patient;
using schema::PatientEntry;

bool takes_birth_date(const Call& call, const db::Book& book) {
    return db::read_clinic(book).birth_date_code && is_from_clinic_network(call.request);
}

// The whole day, for a year alone is no code.
std::optional<schema::Date> birth_date(const db::Book& book, const db::PatientLink& link) {
    const auto patient = db::find(book, link.patient);
    return patient && patient->born ? schema::Date::read(patient->born->text()) : std::nullopt;
}

// What whoever has the address sees before the code: whose clinic it is, and what to call.
Response door(const OpenRequest& call) {
    const auto link = db::find_link(call.book, call.path_parameter("key"));
    const auto code = link ? db::find_link_code(call.book, link->id) : std::nullopt;
    const bool is_opened = opened_link(call, call.book).has_value();
    if (!is_opened && (!link || !access_control::is_open(*link, code, call.now.day()))) {
        return no_own_page(call);
    }
    const auto clinic = db::read_clinic(call.book);
    const auto patient = db::find(call.book, link->patient);
    return json_response(
        Json{{"clinic", clinic.name},
             {"telephone", exchange::json_value(clinic.telephone)},
             {"opened", is_opened},
             {"birth_date",
              takes_birth_date(call, call.book) && birth_date(call.book, *link).has_value()},
             {"language", exchange::json_value(patient->language)},
             {"digits", schema::word(clinic.digits)}});
}

Response open_with_code(const SignInRequest& call) {
    refuse_other_members(call.body, {"code"});
    const auto key = call.path_parameter("key");
    const auto typed = need_text(call.body, "code");
    const auto link = db::find_link(call.book, key);
    const auto born =
        link && takes_birth_date(call, call.book) ? birth_date(call.book, *link) : std::nullopt;
    const auto page =
        access_control::open_page(call.book, key, typed, born, call.now.day(), call.setup.moment());
    if (page.outcome == access_control::Opening::closed) {
        return no_own_page(call);
    }
    if (page.outcome == access_control::Opening::wrong) {
        call.setup.events->happened("a code of a patient's page was refused");
        auto refused = problem(Refusal{.status = 401,
                                       .detail = "this is not the code",
                                       .remedy = "look for a slip; the clinic tells it again",
                                       .code = "wrong_code",
                                       .tries_left = page.tries_left,
                                       .told = {"error.wrong_code", {{"tries", page.tries_left}}}});
        refused.is_late = true;
        return refused;
    }
    call.setup.events->happened("a patient's page was opened");
    auto response = json_response(Json{{"opened", true}});
    response.headers.emplace_back(
        "Set-Cookie",
        fmt::format("{}={}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={}",
                    own_page_cookie(key),
                    page.token,
                    page.lasts.count()));
    return response;
}

std::optional<schema::Appointment> next_visit(const OpenRequest& call, const Patient& patient) {
    return db::next_appointment(call.book, patient.id, call.now.day());
}

// What a patient reads of themselves.
Response own_view(const OpenRequest& call) {
    const auto link = opened_link(call, call.book);
    if (!link) {
        return not_opened(call, call.book);
    }
    const auto patient = *db::find(call.book, link->patient);
    const auto history = progress::load_history(call.book, patient);
    const auto care = clinical::aftercare(progress::care_facts(history), call.now);
    const auto contact = progress::care_contact(history.clinic);
    auto json = exchange::patient_view_json(progress::summarise(history, call.now.day()),
                                            care,
                                            progress::care_card(history, care),
                                            contact);
    const auto visit = next_visit(call, patient);
    json["telephone"] = exchange::json_value(contact.telephone);
    json["next_visit"] =
        visit ? Json{{"at", exchange::json_value(visit->at)}, {"minutes", visit->minutes}}
              : Json(nullptr);
    json["may_tell"] = link->entries;
    json["expires"] = exchange::json_value(link->expires);
    return showing(json_response(json), patient);
}

Response who_read_mine(const OpenRequest& call) {
    const auto link = opened_link(call, call.book);
    return link ? json_response(
                      exchange::looked_json(tracking::who_looked_at(call.book, link->patient)))
                : not_opened(call, call.book);
}

texts::Language language_asked_for(const Call& call) {
    const auto code = call.request.query_parameter("language").value_or("en");
    const auto language = texts::language_of(code);
    if (!language) {
        throw schema::misused(
            "language", fmt::format("\"{}\" is not offered", code), "give en or ar")
            .as("address_value", {{"value", code}});
    }
    return language->bare();
}

std::vector<exchange::CalendarEvent> dates_of(const OpenRequest& call,
                                              const db::PatientLink& link,
                                              const texts::Language& language) {
    // The key itself stays out of a file that goes to other people's calendars.
    return exchange::patient_events(call.book,
                                    *db::find(call.book, link.patient),
                                    call.now.day(),
                                    link.key,
                                    language,
                                    call.setup.moment());
}

Response calendar_response(const std::vector<exchange::CalendarEvent>& events) {
    return {.content_type = "text/calendar; charset=utf-8",
            .headers = {{"Content-Disposition", "attachment; filename=\"visit.ics\""}},
            .body = std::make_shared<const std::string>(exchange::calendar_file(events))};
}

// The next visit; where none is planned, the day on which the next session is due.
Response own_calendar(const OpenRequest& call) {
    const auto link = opened_link(call, call.book);
    if (!link) {
        return not_opened(call, call.book);
    }
    const auto events = dates_of(call, *link, language_asked_for(call));
    if (events.empty()) {
        throw schema::missing("calendar", "no date is planned", "ask the clinic").as("no_date");
    }
    return calendar_response({events.front()});
}

// Where a calendar fetches all dates ahead by itself.
Response own_feed(const OpenRequest& call) {
    const auto link = opened_link(call, call.book);
    const auto code = link ? db::find_link_code(call.book, link->id) : std::nullopt;
    if (!code) {
        return not_opened(call, call.book);
    }
    const auto path =
        fmt::format("/p/feed/{}/{}", link->id, access_control::feed_token(*link, *code));
    auto addresses = Json::array();
    for (const auto& base : call.setup.reachable) {
        addresses.push_back(base + path);
    }
    return json_response(Json{{"path", path}, {"addresses", std::move(addresses)}});
}

// Fetched without a code, by the token alone; what is wrong with it is never said.
Response feed(const OpenRequest& call) {
    const auto id = schema::Text<std::int64_t>::read(call.path_parameter("link"));
    const auto link =
        id ? access_control::feed_link(call.book, *id, call.path_parameter("token"), call.now.day())
           : std::nullopt;
    if (!link) {
        return no_own_page(call);
    }
    const auto patient = *db::find(call.book, link->patient);
    const auto language =
        texts::language_of(patient.language == schema::PatientLanguage::ar ? "ar" : "en");
    return calendar_response(dates_of(call, *link, language.value_or(texts::english()).bare()));
}

// The page as one file, which opens without a server; see report_file.h.
Response own_file(const OpenRequest& call) {
    const auto link = opened_link(call, call.book);
    if (!link) {
        return not_opened(call, call.book);
    }
    const auto language = language_asked_for(call).code() == "ar"
                              ? exchange::ReportLanguage::arabic
                              : exchange::ReportLanguage::english;
    const auto patient = *db::find(call.book, link->patient);
    const auto summary =
        progress::summarise(progress::load_history(call.book, patient), call.now.day());
    const auto photos = exchange::report_photos(
        call.book, patient.id, exchange::Audience::patient, {call.now.day(), call.now.day()});
    Response response{
        .content_type = "text/html; charset=utf-8",
        .headers = {{"Content-Security-Policy",
                     "sandbox; default-src 'none'; frame-ancestors 'none'"},
                    {"Content-Disposition", "attachment; filename=\"my-skin.html\""}},
        .body = std::make_shared<const std::string>(exchange::progress_file(
            summary, exchange::Audience::patient, language, {}, photos ? &*photos : nullptr))};
    return showing(std::move(response), patient);
}

// Of what a patient told, what they see: not who answered it.
Json entry_json(const PatientEntry& entry) {
    auto json = exchange::record_json(entry, "");
    for (const auto* inner : {"patient", "answered_by", "answered_at", "version", "voided"}) {
        json.erase(inner);
    }
    return json;
}

Response own_entries(const OpenRequest& call) {
    const auto link = opened_link(call, call.book);
    if (!link) {
        return not_opened(call, call.book);
    }
    auto list = Json::array();
    for (const auto& entry : db::records_of<PatientEntry>(call.book, link->patient)) {
        list.push_back(entry_json(entry));
    }
    return showing(json_response(list), *db::find(call.book, link->patient));
}

// The same submission again is answered as the first time; another with its key is refused.
db::Submission own_submission(const SignInRequest& call, const db::PatientLink& link) {
    db::Submission submission{.actor = "patient", .action = "own-entry send"};
    submission.grant = std::make_shared<const access_control::Grant>(
        access_control::authorise_patient(call.book, link.id));
    if (const auto key = call.request.header("idempotency-key")) {
        submission.key = fmt::format("own {} {}", link.id, *key);
        submission.request_hash =
            db::hex(db::sha256(call.request.target + "\n" + call.request.body));
        const auto known = db::submitted(call.book, *submission.key);
        if (known && known->request_hash != submission.request_hash) {
            throw Refused({.status = 422,
                           .detail = "this Idempotency-Key was used for something else",
                           .remedy = "a new submission needs a new key",
                           .told = {"error.key_used"}});
        }
    }
    return submission;
}

Response tell(const SignInRequest& call) {
    const auto link = opened_link(call, call.book);
    if (!link) {
        return not_opened(call, call.book);
    }
    refuse_other_members(call.body, {"pain", "redness", "days_out", "dlqi", "note"});
    schema::AnyRecord record = PatientEntry{};
    std::vector<schema::Problem> problems;
    exchange::set_members(call.body, {}, record, problems);
    schema::refuse_any(std::move(problems));
    auto& entry = std::get<PatientEntry>(record);
    entry.at = call.now;
    const auto receipt = tracking::send_entry(call.book, own_submission(call, *link), entry);
    call.setup.events->happened("a patient told something on their page");
    auto response =
        json_response(entry_json(*db::find(call.book, receipt.id<PatientEntry>())), 201);
    return receipt.repeated ? repeated(std::move(response)) : response;
}

}  // namespace

std::vector<Route> own_routes() {
    const std::string page = "/p/{key}";
    return {
        {.method = "GET", .path = page + "/door", .access = Open{}, .open = &door},
        {.method = "POST",
         .path = page + "/open",
         .access = Open{},
         .pool = WorkerPool::write,
         .sign_in = &open_with_code},
        {.method = "GET", .path = page + "/progress", .access = Open{}, .open = &own_view},
        {.method = "GET", .path = page + "/access", .access = Open{}, .open = &who_read_mine},
        {.method = "GET",
         .path = page + "/calendar",
         .access = Open{},
         .query_parameters = {"language"},
         .open = &own_calendar},
        {.method = "GET", .path = page + "/feed", .access = Open{}, .open = &own_feed},
        {.method = "GET", .path = "/p/feed/{link}/{token}", .access = Open{}, .open = &feed},
        {.method = "GET",
         .path = page + "/file",
         .access = Open{},
         .query_parameters = {"language"},
         .open = &own_file},
        {.method = "GET", .path = page + "/entries", .access = Open{}, .open = &own_entries},
        {.method = "POST",
         .path = page + "/entries",
         .access = Open{},
         .pool = WorkerPool::write,
         .sign_in = &tell},
    };
}

}  // namespace server
