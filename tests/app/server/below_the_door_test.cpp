// That the door is not the only check: the functions of the routes are called without it, as if a
// route said the wrong right.

#include <mutex>

#include <nlohmann/json.hpp>

#include "app/server/drafts.h"
#include "app/server/emergencies.h"
#include "app/server/events.h"
#include "app/server/reading_log.h"
#include "app/server/routes/route.h"
#include "app/tracking/people/program_tokens.h"
#include "db/ledger/ledger.h"
#include "tests/app/server/served_people.h"

namespace server::below_the_door_test {
namespace {

using access_control::Rights;

class BelowTheDoor : public ServedPeople {
  protected:
    Request request_for(const Route& route, const std::string& body = "") const {
        Request request{.method = std::string(route.method), .target = route.path, .body = body};
        request.headers.emplace_back("idempotency-key", "below");
        request.headers.emplace_back("if-match", "\"1\"");
        if (route.path.ends_with("/merge")) {
            request.query.emplace_back("into", "C-001");
        }
        return request;
    }
    static Pairs parameters() {
        return {{"chart", "C-001"},
                {"id", "1"},
                {"seq", "1"},
                {"key", "arm"},
                {"lot", "L1"},
                {"code", "gags"},
                {"name", "acne.C-001"}};
    }

    // What the function of the route says; "forbidden" where it refuses for the rights.
    std::string said(const Route& route, const Asker& asker, const std::string& body = "{}") {
        const auto request = request_for(route, body);
        const auto path_parameters = parameters();
        const auto json = nlohmann::ordered_json::parse(body);
        const Call call{setup_, request, path_parameters, *schema::CivilTime::read(noon)};
        try {
            if (route.read != nullptr) {
                return std::to_string(route.read(ReadRequest(call, asker, book_, json)).status);
            }
            WriteRequest write{call, asker, book_, json};
            return std::to_string(route.write(write).status);
        } catch (const schema::Error& error) {
            return error.fault() == schema::Fault::forbidden
                       ? "forbidden " + error.problems().front().where
                       : "other";
        } catch (const std::runtime_error&) {  // Refused
            return "other";
        }
    }
    Asker asker_with(const std::string& name, const Rights& rights) {
        const auto token = tracking::add_token(
            book_, {.actor = "huda", .action = "token add"}, name, rights, std::nullopt, now());
        return {.grant = access_control::authorise(book_, *token, now())};
    }
    static const Route& route_of(const std::string& method, const std::string& path) {
        for (const auto& route : routes()) {
            if (route.method == method && route.path == "/api/v1/" + path) {
                return route;
            }
        }
        throw std::runtime_error(path);
    }

    static constexpr const char* noon = "2026-06-15T12:00";
    db::Book book_ = open();
    Events events_{nullptr};
    db::PatientList patients_;
    Drafts drafts_{book(), std::string(64, '0')};
    Guard guard_{1, new_secrets()};
    ReadingLog readings_{[this](const auto& known) { return db::AccessLog(book_, known); },
                         [](const std::string&) {},
                         std::chrono::seconds(60)};
    Emergencies emergencies_;
    std::mutex writing_;
    server::Setup setup_{.actor = "nurse",
                         .version = "test",
                         .guard = &guard_,
                         .events = &events_,
                         .patients = &patients_,
                         .drafts = &drafts_,
                         .readings = &readings_,
                         .emergencies = &emergencies_,
                         .moment = [this] { return now(); },
                         .reachable = {"https://clinic.local:8443"},
                         .writing = &writing_};
};

TEST_F(BelowTheDoor, RecordsAreHandedOutOnlyForTheRightOfTheRoute) {
    std::vector<std::pair<Right, Asker>> programs;
    // Those that a program can have.
    for (const auto right : access_control::rights_of(schema::AccountRole::owner)) {
        programs.emplace_back(right, asker_with(std::string(schema::word(right)), {right}));
    }
    int refused = 0;
    int allowed = 0;
    for (const auto& route : routes()) {
        const auto needs = route.access.right();
        if (route.read == nullptr || !needs) {
            continue;
        }
        for (const auto& [right, asker] : programs) {
            const auto answer = said(route, asker);
            const bool is_forbidden = answer.starts_with("forbidden");
            EXPECT_EQ(is_forbidden, right != *needs) << route.method << " " << route.path << " by "
                                                     << schema::word(right) << ": " << answer;
            refused += is_forbidden ? 1 : 0;
            allowed += is_forbidden ? 0 : 1;
        }
    }
    EXPECT_GT(allowed, 40);
    EXPECT_EQ(refused, 12 * allowed);
}

TEST_F(BelowTheDoor, NothingIsCommittedForWhoHasNotTheRight) {
    const auto reader = Asker{.grant = access_control::authorise(book_, account("rami"))};
    const auto owner = Asker{.grant = access_control::authorise(book_, account("huda"))};
    const auto before = db::last_entry(book_);
    const std::vector<std::array<std::string, 4>> writes{
        {"POST", "patients", R"({"chart":"C-002"})", "write_observations"},
        {"PATCH", "patients/{chart}", R"({"sex":"female","reason":"r"})", "write_observations"},
        {"POST", "patients/{chart}/void", R"({"reason":"r"})", "void_own"},
        {"PUT", "patients/{chart}/tags/{key}", R"({"value":"b"})", "write_observations"},
        {"POST", "patients/{chart}/link", "{}", "write_observations"},
        {"POST", "patients/{chart}/acne", R"({"on":"2026-06-14","iga":2})", "write_observations"},
        {"POST",
         "patients/{chart}/score",
         R"({"instrument":"gags","at":"2026-06-14","value":3})",
         "write_observations"},
        {"POST",
         "patients/{chart}/visits",
         R"({"acne":{"on":"2026-06-14","iga":2}})",
         "write_observations"},
        {"PATCH",
         "patients/{chart}/visits",
         R"({"acne":{"on":"2026-06-14","iga":2},"reason":"r"})",
         "write_observations"},
        {"POST",
         "stock",
         R"({"kind":"cartridge","product":"Pen","lot":"L1","received":9,
             "received_on":"2026-06-14"})",
         "write_observations"},
        {"POST",
         "protocols",
         R"({"name":"Nose","device":"pen",
             "areas":[{"region":"nose","depth_mm":0.5,"passes":2}]})",
         "change_settings"},
        {"PATCH", "clinic", R"({"name":"Other"})", "change_settings"},
        {"POST", "accounts/{id}/reset", "{}", "manage_people"},
        {"PATCH", "accounts/{id}", R"({"role":"reader"})", "manage_people"},
        {"POST",
         "accounts",
         R"({"name":"z","role":"reader","password":"thistle kettle orbit"})",
         "manage_people"},
        {"DELETE", "devices", "{}", "manage_people"},
        {"POST", "tokens", R"({"name":"t","rights":["read_records"]})", "manage_people"},
        {"POST",
         "imports",
         R"({"kind":"patients","name":"p.csv","content":"chart\nZ-1\n"})",
         "import_records"},
        {"POST",
         "patients/{chart}/erase",
         R"({"reason":"r","legal_reason":"l","confirm":["erase"]})",
         "keep_book"},
        {"POST",
         "patients/{chart}/sign-off",
         R"({"at":"2026-06-14T10:00","device":"pen","reason":"r",
             "areas":[{"region":"chin","depth_mm":0.5,"passes":2}]})",
         "write_observations"},
        {"POST", "sign-off/{id}/sign", "{}", "sign_off"},
        {"POST", "sign-off/{id}/decline", R"({"reason":"r"})", "sign_off"},
        {"POST", "own-entry/{id}/accept", "{}", "accept_entries"},
        {"POST", "own-entry/{id}/decline", "{}", "accept_entries"},
        {"POST", "ledger/{seq}/undo", R"({"reason":"r"})", "void_own"},
    };
    for (const auto& [method, path, body, right] : writes) {
        EXPECT_EQ(said(route_of(method, path), reader, body), "forbidden " + right)
            << method << " " << path;
    }
    EXPECT_EQ(db::last_entry(book_), before);
    EXPECT_EQ(said(route_of("POST", "patients"), owner, writes[0][2]), "201");
    EXPECT_EQ(db::last_entry(book_), before + 1);
}

}  // namespace
}  // namespace server::below_the_door_test
