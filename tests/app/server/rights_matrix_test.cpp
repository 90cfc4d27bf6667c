// Every route by everybody: what the door says is compared with the table of rights. Each request
// has a parameter that no route knows, which is looked at after the rights and before anything is
// done: 400 is who was let through.

#include <map>
#include <regex>

#include "app/access/right.h"
#include "app/server/routes/route.h"
#include "app/tracking/people/accounts.h"
#include "app/tracking/people/program_tokens.h"
#include "app/tracking/people/sign_in_devices.h"
#include "tests/app/server/served_people.h"

namespace server::rights_matrix_test {
namespace {

using access_control::Rights;

class Matrix : public ServedPeople {
  protected:
    static std::string place_of(const Route& route) {
        auto path = std::regex_replace(route.path, std::regex(R"(\{chart\})"), "C-001");
        return std::regex_replace(path, std::regex(R"(\{[a-z]+\})"), "1") + "?unheard_of=1";
    }
    // Nothing of `rights`: nobody.
    static int expected(const Route& route, const std::optional<Rights>& rights) {
        if (route.access.is_open()) {
            return 400;
        }
        if (!rights) {
            return 401;
        }
        const auto right = route.access.right();
        return !right || rights->contains(*right) ? 400 : 403;
    }

    void expect_table(const std::string& who,
                      const std::optional<Rights>& rights,
                      const std::function<Reply(const Route&)>& ask_for,
                      bool has_pages = true) {
        int differ = 0;
        for (const auto& route : routes()) {
            const int status = ask_for(route).status;
            // Nobody signs in from outside of a page of ours.
            const bool is_of_pages = route.access.is_open() && route.method != "GET";
            const int right = is_of_pages && !has_pages ? 403 : expected(route, rights);
            differ += status == right ? 0 : 1;
            EXPECT_EQ(status, right) << who << " " << route.method << " " << route.path;
        }
        EXPECT_EQ(differ, 0) << who;
    }
    void expect_of_page(const std::string& who,
                        const std::string& token,
                        const std::optional<Rights>& rights) {
        expect_table(who, rights, [&](const Route& route) {
            return as(token, std::string(route.method), place_of(route));
        });
    }
    void expect_of_program(const std::string& who,
                           const std::string& token,
                           const std::optional<Rights>& rights) {
        expect_table(
            who,
            rights,
            [&](const Route& route) {
                return program(token, std::string(route.method), place_of(route));
            },
            false);
    }
    std::string new_token(const std::string& name, const Rights& rights) {
        auto in = open();
        return *tracking::add_token(
            in, {.actor = "huda", .action = "token add"}, name, rights, std::nullopt, now());
    }
};

TEST_F(Matrix, GivesEachRoleWhatTheTableSays) {
    for (const auto& [name, role] : {std::pair{"huda", schema::AccountRole::owner},
                                     {"omar", schema::AccountRole::clinician},
                                     {"salma", schema::AccountRole::assistant},
                                     {"rami", schema::AccountRole::reader}}) {
        expect_of_page(name, sign_in(name), access_control::rights_of(role));
    }
}

TEST_F(Matrix, GivesNobodyAnything) {
    EXPECT_GT(routes().size(), 120U);
    expect_table("no cookie", std::nullopt, [&](const Route& route) {
        return ask(std::string(route.method),
                   place_of(route),
                   {{"Origin", origin()},
                    {"Content-Type", type_for(std::string(route.method), route.path)}},
                   route.method == "GET" ? "" : "{}");
    });
    expect_of_page("a token of nobody", std::string(43, 'A'), std::nullopt);
    expect_of_program("a program of nobody", std::string(43, 'A'), std::nullopt);
}

TEST_F(Matrix, GivesADisabledAccountARevokedDeviceAndALockedOneNothing) {
    const auto disabled = sign_in("omar");
    const auto revoked = sign_in("salma");
    const auto locked = sign_in("huda");
    {
        auto in = open();
        const auto omar = db::find_account(in, "omar");
        db::transact(in, {.actor = "test", .action = "account"}, [&](db::Write& write) {
            auto one = *omar;
            one.active = false;  // its turn goes on in the book
            db::update_account(write, one);
            return std::string();
        });
        const auto device = access_control::person_of(in, revoked, now())->device.id;
        tracking::revoke_device(in, {.actor = "huda", .action = "device revoke"}, device);
        access_control::lock_device(in, locked);
    }
    expect_of_page("disabled", disabled, std::nullopt);
    expect_of_page("revoked", revoked, std::nullopt);
    expect_of_page("locked", locked, std::nullopt);
}

TEST_F(Matrix, GivesAProgramTheRightsThatItsTokenLists) {
    const auto rights = access_control::rights_of(schema::AccountRole::owner);
    for (const auto right : rights) {
        const std::string name(schema::word(right));
        expect_of_program(name, new_token(name, {right}), Rights{right});
    }
    const auto revoked = new_token("revoked", {Right::read_records});
    auto in = open();
    const auto id = static_cast<std::int64_t>(rights.size()) + 1;
    tracking::revoke_token(in, {.actor = "huda", .action = "token revoke"}, id);
    expect_of_program("revoked", revoked, std::nullopt);
}

// The same as on the command line (tests/whole/rights_test.cpp).
TEST_F(Matrix, PrintsAReportForWhoMayAndCountsForWhoeverReads) {
    const std::string patient = "/api/v1/patients/C-001";
    for (const auto& [name, prints] :
         {std::pair{"huda", true}, {"omar", true}, {"salma", true}, {"rami", false}}) {
        const auto token = sign_in(name);
        EXPECT_EQ(as(token, "GET", patient + "/report").status, prints ? 200 : 403) << name;
        EXPECT_EQ(as(token, "GET", patient + "/erasure").status, 200) << name;
    }
    EXPECT_EQ(as(sign_in("omar"),
                 "POST",
                 patient + "/erase",
                 R"({"reason":"r","legal_reason":"l","confirm":["erase"]})")
                  .status,
              403)
        << "who sees how much there is does not erase it";
}

}  // namespace
}  // namespace server::rights_matrix_test
