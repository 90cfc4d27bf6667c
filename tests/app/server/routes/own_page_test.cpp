// A patient's own page over HTTP: the code, what it shows, what is told by it; and the clinic's
// side.

#include <random>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "app/access/patient_door.h"
#include "db/ledger/ledger.h"
#include "tests/app/server/served_book.h"

namespace server::own_page_test {
namespace {

using testing::HasSubstr;

const std::string link_of = "/api/v1/patients/C-001/link";

class OwnPage : public ServedBook {
  protected:
    explicit OwnPage() : ServedBook({.guess = std::chrono::milliseconds(0)}) {}

    void make_link(const std::string& terms = "{}") {
        const auto made = post(link_of, terms);
        ASSERT_EQ(made.status, 201) << made.body;
        const auto json = Json::parse(made.body);
        path_ = json["path"].get<std::string>();
        code_ = json["code"].get<std::string>();
    }
    Pairs telephone() const {
        Pairs headers{{"Origin", origin()}, {"Content-Type", "application/json"}};
        if (!page_cookie_.empty()) {
            headers.emplace_back("Cookie", page_cookie_);
        }
        return headers;
    }
    Reply own(const std::string& method, const std::string& rest, const std::string& body = "") {
        return ask(method, path_ + rest, telephone(), body);
    }
    Reply try_code(const std::string& code) {
        return own("POST", "/open", Json{{"code", code}}.dump());
    }
    void open() {
        const auto reply = try_code(code_);
        ASSERT_EQ(reply.status, 200) << reply.body;
        page_cookie_ = reply.header("set-cookie");
        EXPECT_THAT(page_cookie_, HasSubstr("; Secure; HttpOnly; SameSite=Strict"));
        page_cookie_ = page_cookie_.substr(0, page_cookie_.find(';'));
    }
    Reply tell(const std::string& body) { return own("POST", "/entries", body); }
    std::string wrong() const { return code_ == "000000" ? "000001" : "000000"; }

    std::string path_;
    std::string code_;
    std::string page_cookie_;
};

TEST_F(OwnPage, ShowsNothingOfThePatientBeforeTheCode) {
    make_link();
    const auto door = own("GET", "/door");
    EXPECT_EQ(door.status, 200);
    EXPECT_EQ(Json::parse(door.body)["clinic"], "Clinic");
    EXPECT_EQ(Json::parse(door.body)["opened"], false);
    EXPECT_EQ(door.body.find("Huda"), std::string::npos);
    for (const auto* rest : {"/progress", "/access", "/calendar", "/file", "/entries"}) {
        const auto reply = own("GET", rest);
        EXPECT_EQ(reply.status, 401) << rest;
        EXPECT_EQ(Json::parse(reply.body)["code"], "link_code") << rest;
        EXPECT_EQ(reply.body.find("Huda"), std::string::npos) << rest;
    }
    EXPECT_EQ(tell(R"({"pain":2})").status, 401);
}

TEST_F(OwnPage, IsOpenedByTheCodeInOneBrowserAndCounted) {
    make_link();
    open();
    EXPECT_EQ(Json::parse(own("GET", "/progress").body)["names"][0], "Huda Saleh");
    EXPECT_EQ(Json::parse(own("GET", "/door").body)["opened"], true);
    EXPECT_EQ(ask("GET", path_ + "/progress", {}).status, 401) << "another browser";
    const auto seen = Json::parse(get(link_of).body);
    EXPECT_EQ(seen["openings"], 1);
    EXPECT_EQ(seen["state"], "open");
    EXPECT_EQ(seen["code"], nullptr) << "told once";
    EXPECT_EQ(seen["addresses"], Json::array({"https://clinic.local:8443" + path_}));
}

TEST_F(OwnPage, IsNothingAfterTheSixthWrongCodeAsAKeyThatNobodyHas) {
    make_link();
    for (int left = access_control::link_code_tries; left > 0; --left) {
        const auto reply = try_code(wrong());
        EXPECT_EQ(reply.status, 401);
        EXPECT_EQ(Json::parse(reply.body)["tries_left"], left);
    }
    const auto sixth = try_code(wrong());
    EXPECT_EQ(sixth.status, 404);
    EXPECT_EQ(try_code(code_).status, 404);
    EXPECT_EQ(own("GET", "/door").status, 404);
    EXPECT_EQ(own("GET", "/progress").status, 404);
    const auto key = path_;
    path_ = "/p/" + std::string(22, 'A');
    EXPECT_EQ(try_code(code_).body, sixth.body) << "they are alike";
    path_ = key;
    EXPECT_EQ(Json::parse(get(link_of).body)["state"], "closed");
}

TEST_F(OwnPage, IsNothingOnceItIsWithdrawn) {
    make_link();
    open();
    EXPECT_EQ(own("GET", "/progress").status, 200);
    EXPECT_EQ(write("DELETE", link_of, "{}").status, 204);
    for (const auto* rest : {"/door", "/progress", "/access", "/calendar", "/file", "/entries"}) {
        EXPECT_EQ(own("GET", rest).status, 404) << rest;
    }
    EXPECT_EQ(tell(R"({"pain":2})").status, 404);
    EXPECT_EQ(try_code(code_).status, 404);
}

TEST_F(OwnPage, TakesNoBirthDateWhereTheRequestMayHavePassedAProxyOnThisMachine) {
    EXPECT_EQ(write("PATCH", "/api/v1/clinic", R"({"birth_date_code":true})").status, 200);
    make_link();
    EXPECT_EQ(Json::parse(own("GET", "/door").body)["birth_date"], false);
    EXPECT_EQ(try_code("1996-04-02").status, 401);
}

TEST_F(OwnPage, IsGivenForAsManyDaysAsAreAskedFor) {
    make_link(R"({"days":10})");
    EXPECT_EQ(Json::parse(get(link_of).body)["expires"], "2026-06-25");
    for (const auto* days : {"0", "-3", "401", "99999999999", "\"ten\"", "1.5"}) {
        EXPECT_EQ(post(link_of, fmt::format(R"({{"days":{}}})", days)).status, 422) << days;
    }
}

TEST_F(OwnPage, TakesTheCodeFromOurOwnPagesOnly) {
    make_link();
    const auto body = Json{{"code", code_}}.dump();
    const auto open_with = [&](const Pairs& headers) {
        return ask("POST", path_ + "/open", headers, body).status;
    };
    EXPECT_EQ(open_with({{"Content-Type", "application/json"}}), 403);
    EXPECT_EQ(open_with({{"Origin", "https://evil.example"}, {"Content-Type", "application/json"}}),
              403);
    EXPECT_EQ(open_with({{"Origin", origin()}, {"Content-Type", "text/plain"}}), 415);
    EXPECT_EQ(open_with({{"Origin", origin()}, {"Content-Type", "application/json"}}), 200);
}

TEST_F(OwnPage, GivesACalendarItsDatesByATokenThatGoesWithTheCode) {
    make_link();
    EXPECT_EQ(own("GET", "/feed").status, 401) << "before the code";
    open();
    for (const auto* at : {"2026-06-20T10:30", "2026-07-20T10:30"}) {
        post("/api/v1/patients/C-001/appointment", std::string(R"({"at":")") + at + "\"}");
    }
    const auto path = std::string(Json::parse(own("GET", "/feed").body)["path"]);
    const auto fetched = [&](const std::string& of) { return ask("GET", of, {}); };
    const auto feed = fetched(path);
    EXPECT_EQ(feed.status, 200) << "without a cookie";
    EXPECT_THAT(feed.body, HasSubstr("DTSTART:20260620T"));
    EXPECT_THAT(feed.body, HasSubstr("DTSTART:20260720T"));
    EXPECT_EQ(feed.body.find("Huda"), std::string::npos);
    EXPECT_EQ(feed.body.find("C-001"), std::string::npos);
    EXPECT_EQ(path.find(path_.substr(3)), std::string::npos) << "the key stays here";
    auto wrong = path;
    wrong.back() = wrong.back() == '0' ? '1' : '0';
    EXPECT_EQ(fetched(wrong).status, 404);
    EXPECT_EQ(fetched("/p/feed/x/y").status, 404);
    make_link();
    EXPECT_EQ(fetched(path).status, 404) << "another link";
    open();
    const auto next = std::string(Json::parse(own("GET", "/feed").body)["path"]);
    EXPECT_NE(next, path);
    EXPECT_EQ(fetched(next).status, 200);
}

TEST_F(OwnPage, GivesTheNextVisitAsACalendarFileAndThePageAsAFile) {
    make_link();
    open();
    EXPECT_EQ(own("GET", "/calendar").status, 404) << "no date is planned";
    EXPECT_EQ(
        post("/api/v1/patients/C-001/appointment", R"({"at":"2026-06-20T10:30","minutes":45})")
            .status,
        201);
    const auto calendar = own("GET", "/calendar");
    EXPECT_EQ(calendar.status, 200);
    EXPECT_THAT(calendar.header("content-type"), HasSubstr("text/calendar"));
    EXPECT_EQ(calendar.header("content-disposition"), "attachment; filename=\"visit.ics\"");
    EXPECT_THAT(calendar.body, HasSubstr("DTSTART:20260620T103000Z\r\nDTEND:20260620T111500Z\r\n"));
    EXPECT_THAT(calendar.body, HasSubstr("SUMMARY:Visit: Clinic\r\n"));
    EXPECT_EQ(calendar.body.find(path_.substr(3)), std::string::npos) << "the key stays here";
    EXPECT_EQ(calendar.body.find("Huda"), std::string::npos);
    EXPECT_THAT(own("GET", "/calendar?language=ar").body, HasSubstr("SUMMARY:\xd9\x85"));
    EXPECT_EQ(own("GET", "/calendar?language=xx").status, 400);
    EXPECT_EQ(Json::parse(own("GET", "/progress").body)["next_visit"]["at"], "2026-06-20T10:30");
    const auto file = own("GET", "/file?language=en");
    EXPECT_EQ(file.status, 200);
    EXPECT_THAT(file.header("content-disposition"), HasSubstr("attachment"));
    EXPECT_THAT(file.body, HasSubstr("Huda Saleh"));
}

TEST_F(OwnPage, TakesWhatThePatientTellsAndTheClinicAcceptsItOrNot) {
    make_link();
    open();
    const auto told = tell(R"({"pain":2,"redness":"a_little","days_out":1,"note":"warm"})");
    ASSERT_EQ(told.status, 201) << told.body;
    EXPECT_EQ(Json::parse(told.body)["state"], "waiting");
    const auto waiting = Json::parse(get("/api/v1/today").body)["entries"];
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0]["patient"], "C-001");
    EXPECT_EQ(waiting[0]["pain"], 2);
    const auto accepted = post("/api/v1/own-entry/1/accept", "{}");
    EXPECT_EQ(accepted.status, 200) << accepted.body;
    EXPECT_EQ(Json::parse(accepted.body)["answered_by"], "nurse");
    EXPECT_EQ(Json::parse(get("/api/v1/today").body)["entries"], Json::array());
    EXPECT_EQ(post("/api/v1/own-entry/1/decline", "{}").status, 409);
    EXPECT_EQ(post("/api/v1/own-entry/x/accept", "{}").status, 404);
    const auto seen = own("GET", "/entries");
    EXPECT_EQ(Json::parse(seen.body)[0]["state"], "accepted");
    EXPECT_EQ(seen.body.find("nurse"), std::string::npos) << "not who answered";
}

TEST_F(OwnPage, TakesASubmissionOnceHoweverOftenItIsSent) {
    make_link();
    open();
    auto headers = telephone();
    headers.emplace_back("Idempotency-Key", "again");
    const auto send = [&](const char* body) {
        return ask("POST", path_ + "/entries", headers, body);
    };
    const auto first = send(R"({"pain":2})");
    EXPECT_EQ(send(R"({"pain":2})").body, first.body);
    EXPECT_EQ(send(R"({"pain":3})").status, 422);
    EXPECT_EQ(Json::parse(own("GET", "/entries").body).size(), 1U);
}

TEST_F(OwnPage, OfALinkThatOnlyReadsTakesNothing) {
    make_link(R"({"entries":false})");
    open();
    EXPECT_EQ(Json::parse(own("GET", "/progress").body)["may_tell"], false);
    EXPECT_EQ(tell(R"({"pain":2})").status, 403);
}

// What somebody who has a link may send: of the fields that are known, values that fit and that do
// not, and others.
class MadeUpEntries {
  public:
    explicit MadeUpEntries(unsigned seed) : random_(seed) {}

    std::string next() {
        if (below(12) == 0) {
            return noise();
        }
        Json body = Json::object();
        for (int i = below(5); i >= 0; --i) {
            body[name()] = value(3);
        }
        auto text = body.dump(-1, ' ', false, Json::error_handler_t::replace);
        if (below(8) == 0 && !text.empty()) {
            text[static_cast<std::size_t>(below(static_cast<int>(text.size())))] =
                static_cast<char>(32 + below(95));
        }
        return text;
    }

  private:
    int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
    std::string name() {
        static const std::vector<std::string> names{
            "pain",     "redness", "days_out", "dlqi", "note",        "state",   "id",
            "patient",  "at",      "voided",   "key",  "answered_by", "version", "patient_id",
            "override", "confirm", "reason",   "on",   "areas",       ""};
        return names[static_cast<std::size_t>(below(static_cast<int>(names.size())))];
    }
    std::string noise() {
        std::string text;
        for (int i = below(60); i > 0; --i) {
            text += static_cast<char>(below(256));
        }
        return text;
    }
    Json value(int depth) {
        switch (below(depth > 0 ? 9 : 7)) {
            case 0:
                return below(14) - 1;
            case 1:
                return 1e300;
            case 2:
                return below(2) == 0 ? "a_little" : "accepted";
            case 3:
                return "'); DROP TABLE patient; --";
            case 4:
                return std::string(static_cast<std::size_t>(below(40)), 'x');
            case 5:
                return nullptr;
            case 6:
                return below(2) == 0;
            case 7: {
                auto list = Json::array();
                for (int i = below(12); i > 0; --i) {
                    list.push_back(below(3) == 0 ? value(depth - 1) : Json(below(4)));
                }
                return list;
            }
            default:
                return Json{{name(), value(depth - 1)}};
        }
    }

    std::mt19937 random_;
};

int submissions() {
    const auto* wanted = std::getenv("NEEDLEBOOK_OWN_ENTRIES");  // tests/nightly asks for 10^5
    return wanted == nullptr ? 1500 : std::atoi(wanted);
}

TEST_F(OwnPage, MadeUpSubmissionsChangeNothingButWhatThePatientTold) {
    post("/api/v1/patients/C-001/acne", R"({"on":"2026-06-14","rest":"clear","iga":1})");
    make_link();
    open();
    const auto everything_else = [&] {
        std::string all;
        for (const auto* path : {"/api/v1/patients",
                                 "/api/v1/patients/C-001/progress",
                                 "/api/v1/patients/C-001/acne",
                                 "/api/v1/patients/C-001/questionnaire?voided=true",
                                 "/api/v1/patients/C-001/score",
                                 "/api/v1/clinic",
                                 "/api/v1/due"}) {
            all += get(path).body;
        }
        return all;
    };
    const auto before = everything_else();
    const auto last = db::last_entry(db::Book::open(book()));
    MadeUpEntries made(20261130);
    int taken = 0;
    for (int i = 0; i < submissions(); ++i) {
        const auto body = made.next();
        const auto reply = tell(body);
        EXPECT_TRUE(reply.status == 201 || (reply.status >= 400 && reply.status < 500))
            << reply.status << " " << body;
        taken += reply.status == 201 ? 1 : 0;
        if (reply.status == 201) {
            EXPECT_EQ(Json::parse(reply.body)["state"], "waiting") << body;
        }
    }
    EXPECT_EQ(everything_else(), before);
    EXPECT_GT(taken, 0);
    EXPECT_LE(taken, 10) << "of one day";
    const auto told = Json::parse(get("/api/v1/patients/C-001/own-entry").body);
    EXPECT_EQ(told.size(), static_cast<std::size_t>(taken));
    const auto check = Json::parse(get("/api/v1/check").body);
    EXPECT_EQ(check["problems"], Json::array());
    EXPECT_EQ(db::last_entry(db::Book::open(book())), last + taken) << "one ledger entry each";
}

}  // namespace
}  // namespace server::own_page_test
