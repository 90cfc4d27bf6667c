// Asking for a signature and signing over HTTP; and what a page is told to do where that is
// refused.

#include <nlohmann/json.hpp>

#include "app/tracking/settings.h"
#include "db/records/clinic.h"
#include "db/records/records.h"
#include "tests/app/server/served_people.h"

namespace server::sign_off_test {
namespace {

class SignOffs : public ServedPeople {
  protected:
    SignOffs() {
        auto in = open();
        auto clinic = db::read_clinic(in);
        clinic.sign_off = schema::SignOffRule::another_person;
        const db::Submission submission{
            .actor = "huda", .action = "clinic set", .reason = "two people"};
        tracking::set_clinic(in, submission, clinic);
        schema::Condition eczema;
        eczema.patient = schema::Id<schema::Patient>(1);
        eczema.kind = schema::ConditionKind::eczema;
        eczema.region = schema::Region::chin;
        tracking::record(in, submission, eczema);
    }
    static PeopleJson session() {
        return PeopleJson::parse(
            R"({"at":"2026-06-15T12:00","device":"pen",
                "areas":[{"region":"chin","depth_mm":0.5,"passes":2}]})");
    }
    Reply ask(const std::string& token, const std::string& reason = "dry by now") {
        auto body = session();
        body["reason"] = reason;
        return as(token, "POST", "/api/v1/patients/C-001/sign-off", body.dump());
    }
    Reply record(const std::string& token) {
        return as(token, "POST", "/api/v1/patients/C-001/session", session().dump());
    }
    PeopleJson waiting(const std::string& token) {
        return PeopleJson::parse(as(token, "GET", "/api/v1/today").body)["sign_offs"];
    }

    std::string salma_ = sign_in("salma");
    std::string omar_ = sign_in("omar");
};

TEST_F(SignOffs, AreAskedForSignedAndGoWithTheSession) {
    const auto refused = record(salma_);
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(PeopleJson::parse(refused.body)["findings"][0]["rule"], "eczema");
    const auto asked = ask(salma_);
    ASSERT_EQ(asked.status, 201) << asked.body;
    const auto one = PeopleJson::parse(asked.body)[0];
    EXPECT_EQ(one["patient"], "C-001");
    EXPECT_EQ(one["state"], "asked");
    EXPECT_EQ(one["asked_by"], "salma");
    EXPECT_EQ(waiting(omar_)[0]["id"], one["id"]);
    EXPECT_EQ(record(salma_).status, 422);
    const auto signed_one = as(omar_, "POST", "/api/v1/sign-off/1/sign");
    ASSERT_EQ(signed_one.status, 200) << signed_one.body;
    EXPECT_EQ(PeopleJson::parse(signed_one.body)["answered_by"], "omar");
    EXPECT_TRUE(waiting(omar_).empty()) << "out of the cache too";
    const auto recorded = record(salma_);
    ASSERT_EQ(recorded.status, 201) << recorded.body;
    const auto finding = PeopleJson::parse(recorded.body)["findings"][0];
    EXPECT_EQ(finding["signed_by"], "omar");
    EXPECT_EQ(finding["sign_off"], 1);
    const auto progress =
        PeopleJson::parse(as(salma_, "GET", "/api/v1/patients/C-001/progress").body);
    EXPECT_EQ(progress["sessions"][0]["findings"][0]["signed_by"], "omar");
}

TEST_F(SignOffs, AreAnsweredAgainByTheSameKeyAndRefusedToWhoAskedOrMayNot) {
    auto body = session();
    body["reason"] = "dry by now";
    const auto headers = page(salma_);
    const auto path = "/api/v1/patients/C-001/sign-off";
    const auto first = ServedPeople::ask("POST", path, headers, body.dump());
    const auto again = ServedPeople::ask("POST", path, headers, body.dump());
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(as(salma_, "POST", "/api/v1/sign-off/1/sign").status, 403);
    EXPECT_EQ(as(sign_in("rami"), "POST", "/api/v1/sign-off/1/sign").status, 403);
    EXPECT_EQ(as(omar_, "POST", "/api/v1/sign-off/9/sign").status, 404);
    EXPECT_EQ(as(omar_, "POST", "/api/v1/sign-off/x/sign").status, 404);
    EXPECT_EQ(as(omar_, "POST", "/api/v1/sign-off/1/decline").status, 422) << "no reason";
    EXPECT_EQ(as(omar_, "POST", "/api/v1/sign-off/1/decline", R"({"reason":"still wet"})").status,
              200);
    EXPECT_EQ(as(omar_, "POST", "/api/v1/sign-off/1/sign").status, 409);
    EXPECT_EQ(ask(omar_).status, 201);
    EXPECT_EQ(as(omar_, "POST", "/api/v1/sign-off/2/sign").status, 403) << "asked for by omar";
    EXPECT_EQ(ask(omar_).status, 409);
    EXPECT_EQ(ask(salma_, " ").status, 422);
}

// Whose refusals are shown on pages.
TEST_F(SignOffs, AndPeopleAreToldOnPagesWhatToDoThereAndNoCommand) {
    const auto huda = sign_in("huda");
    ask(salma_);
    const auto expect_page_words = [&](const Reply& reply, int status) {
        EXPECT_EQ(reply.status, status) << reply.body;
        EXPECT_EQ(reply.body.find("needlebook "), std::string::npos) << reply.body;
        EXPECT_EQ(reply.body.find("--"), std::string::npos) << reply.body;
        EXPECT_FALSE(PeopleJson::parse(reply.body)["try"].get<std::string>().empty());
    };
    const auto one = fmt::format("/api/v1/accounts/{}", account("huda").value);
    expect_page_words(as(huda, "PATCH", one, R"({"role":"reader"})"), 422);
    expect_page_words(as(huda, "PATCH", "/api/v1/accounts/99", R"({"role":"reader"})"), 404);
    expect_page_words(as(huda,
                         "POST",
                         "/api/v1/accounts",
                         R"({"name":"omar","role":"reader","password":"thistle kettle orbit"})"),
                      409);
    expect_page_words(as(huda, "POST", "/api/v1/tokens", R"({"name":"lab","rights":[]})"), 422);
    expect_page_words(as(huda, "DELETE", "/api/v1/devices/99"), 404);
    expect_page_words(as(huda, "DELETE", "/api/v1/tokens/99"), 404);
    expect_page_words(as(huda, "POST", "/api/v1/second-factor/confirm", R"({"code":"1"})"), 409);
    expect_page_words(as(omar_, "POST", "/api/v1/sign-off/9/sign"), 404);
    expect_page_words(as(salma_, "POST", "/api/v1/sign-off/1/sign"), 403);
    expect_page_words(record(salma_), 422);
    expect_page_words(ask(salma_), 409);
}

}  // namespace
}  // namespace server::sign_off_test
