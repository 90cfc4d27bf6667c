// SIGKILL while secrets are written: accounts, signed-in devices, drafts, codes of an app, the
// clinic's key. Each is the old or the new one afterwards, never half of one; what was acknowledged
// is there; and whoever could sign in before can.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/access/password.h"
#include "app/access/sign_in.h"
#include "app/access/totp.h"
#include "app/access/turn.h"
#include "app/server/asker.h"
#include "app/server/drafts.h"
#include "app/server/http/device_token.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/check.h"
#include "app/tracking/people/accounts.h"
#include "app/tracking/wall_clock.h"
#include "app/tracking/write.h"
#include "db/key/key_files.h"
#include "db/ledger/signature.h"
#include "db/records/accounts.h"
#include "db/records/clinic_keys.h"
#include "db/secrets/draft_key.h"
#include "db/secrets/one_time_codes.h"
#include "db/secrets/passwords.h"
#include "db/secrets/totp_secrets.h"
#include "tests/app/server/http/client.h"
#include "tests/support/program.h"
#include "tests/support/repetitions.h"
#include "tests/support/temporary_folder.h"

namespace whole::killed_secrets_test {
namespace {

namespace fs = std::filesystem;
using std::chrono::microseconds;
using std::chrono::steady_clock;
using Json = nlohmann::json;
using AccountId = schema::Id<schema::Account>;

constexpr const char* password = "thistle kettle orbit";
constexpr const char* draft_name = "acne.C-001";

std::string said(const std::vector<schema::Problem>& problems) {
    std::string all;
    for (const auto& each : problems) {
        all += each.where + ": " + each.what + "\n";
    }
    return all;
}

class KilledSecrets : public testing::Test {
  protected:
    KilledSecrets() {
        std::cout << "seed " << seed_ << '\n';
        tracking::create_book(book_, {.name = "Clinic", .time_zone = "Etc/UTC"}, "huda");
        auto in = open();
        for (const auto& [name, role] : {std::pair{"huda", schema::AccountRole::owner},
                                         std::pair{"omar", schema::AccountRole::clinician}}) {
            tracking::add_account(in,
                                  {.actor = "huda", .action = "account add"},
                                  {.name = name, .role = role},
                                  password,
                                  tracking::moment_now());
        }
    }

    db::Book open() const { return db::Book::open(book_); }
    microseconds random_part(microseconds longest) {
        return microseconds(
            std::uniform_int_distribution<std::int64_t>(0, longest.count())(random_));
    }
    static bool signs_in(db::Book& book,
                         const std::string& name,
                         const std::optional<std::string>& code = {}) {
        return access_control::check(
                   book,
                   {.name = name, .password = password, .code = code, .address = "127.0.0.1"},
                   tracking::moment_now())
                   .outcome == access_control::Outcome::passed;
    }
    // Pages, chain, head, what this machine acknowledged last, and the clinic's signature.
    static void expect_whole(const db::Book& book) {
        EXPECT_EQ(said(book.warnings()), "");
        EXPECT_EQ(said(tracking::quick_check(book)), "");
        const auto key = db::clinic_key_in_use(book);
        ASSERT_TRUE(key);
        EXPECT_TRUE(db::key_here(key->fingerprint)) << "the key that signs is lost";
    }

    const unsigned seed_ = static_cast<unsigned>(std::random_device()());
    std::minstd_rand random_{seed_};
    support::TemporaryFolder folder_;
    fs::path book_ = folder_ / "clinic.needlebook";
    support::CommandLine desk_{book_};
};

// What the server acknowledged before it was killed.
struct Acknowledged {
    bool account = false;
    std::string token;       // of a device where omar signed in
    std::int64_t draft = 0;  // the last one
    bool second_factor_begun = false;
    std::vector<std::string> recovery_codes;  // once confirmed

    int count() const {
        return (account ? 1 : 0) + (token.empty() ? 0 : 1) + (draft > 0 ? 1 : 0) +
               (recovery_codes.empty() ? 0 : 1);
    }
};

class KilledServer : public KilledSecrets {
  protected:
    // One account for each kill, that sets up codes; all with the same password.
    void add_people(int count) {
        auto in = open();
        const auto hash = access_control::hash_secret(password);
        for (int i = 0; i < count; ++i) {
            db::transact(in, {.actor = "huda", .action = "account add"}, [&](db::Write& write) {
                const auto id = db::insert_account(
                    write, {.name = coder(i), .role = schema::AccountRole::assistant});
                db::put_password(db::SecretWrite(write), id, hash, 0);
                return std::to_string(id.value);
            });
        }
        devices_ = access_control::known_devices(in).size();
    }
    static std::string coder(int i) { return fmt::format("coder-{}", i); }
    static std::string joiner(int i) { return fmt::format("joiner-{}", i); }

    // What a page sends; the answer, with status 0 where there was none.
    server::Reply send(int port,
                       const std::string& token,
                       const std::string& line,
                       const Json& body) const {
        std::vector<std::pair<std::string, std::string>> headers{
            {"Origin", fmt::format("http://127.0.0.1:{}", port)},
            {"Content-Type", "application/json"},
            {"Idempotency-Key", fmt::format("test-{}", ++sent_)}};
        if (!token.empty()) {
            headers.emplace_back("Cookie", fmt::format("__Host-needlebook-{}={}", port, token));
            headers.emplace_back("X-Needlebook-Key", server::page_key(token));
        }
        try {
            return server::read_reply(
                server::exchange(port, line + " HTTP/1.1", headers, body.dump()));
        } catch (const std::exception&) {
            return {};  // it is dead
        }
    }

    void join(int port, int i, Acknowledged& told) const {
        told.account = send(port,
                            owner_,
                            "POST /api/v1/accounts",
                            {{"name", joiner(i)}, {"role", "reader"}, {"password", password}})
                           .status == 201;
    }
    void sign_in(int port, int i, Acknowledged& told) const {
        const auto reply =
            send(port,
                 "",
                 "POST /api/v1/sign-in",
                 {{"name", "omar"}, {"password", password}, {"device", fmt::format("desk {}", i)}});
        const auto cookie = reply.header("set-cookie");
        const auto begin = cookie.find('=') + 1;
        told.token = reply.status == 200 ? cookie.substr(begin, cookie.find(';') - begin) : "";
    }
    void type(int port, Acknowledged& told) {
        for (;;) {
            const auto edit = ++typed_;
            if (send(port,
                     owner_,
                     fmt::format("PUT /api/v1/drafts/{}", draft_name),
                     {{"key", "one"}, {"value", std::string(2000, 'x')}, {"edit", edit}})
                    .status != 200) {
                return;
            }
            told.draft = edit;
        }
    }
    void set_up_codes(int port, int i, const std::string& token, Acknowledged& told) const {
        told.second_factor_begun =
            send(port, token, "POST /api/v1/second-factor", {{"password", password}}).status == 200;
        if (!told.second_factor_begun) {
            return;
        }
        const auto in = open();
        const auto secret = db::totp_secret(in, id_of(in, coder(i)));
        const auto reply = send(
            port, token, "POST /api/v1/second-factor/confirm", {{"code", code_of(*secret, 0)}});
        const auto codes = Json::parse(reply.body, nullptr, false);
        if (reply.status == 200 && codes.is_object()) {
            told.recovery_codes = codes["recovery_codes"].get<std::vector<std::string>>();
        }
    }

    // Everything at once, until the server is dead; it dies after that time, or when all but the
    // drafts is done.
    Acknowledged killed(int i, std::optional<microseconds> after) {
        const auto coder_token = device_of(coder(i));
        owner_ = owner_.empty() ? device_of("huda") : owner_;
        support::Process served(support::CommandLine::line("serve --port 0"), desk_.settings());
        const auto address = served.first_line();
        const auto port = std::stoi(address.substr(std::string("http://127.0.0.1:").size()));
        Acknowledged told;
        const auto begin = steady_clock::now();
        std::thread typing([&] { type(port, told); });
        std::thread joining([&] { join(port, i, told); });
        std::thread signing([&] { sign_in(port, i, told); });
        std::thread setting([&] { set_up_codes(port, i, coder_token, told); });
        if (after) {
            std::this_thread::sleep_for(*after);
            served.kill();
        }
        joining.join();
        signing.join();
        setting.join();
        all_takes_ = after ? all_takes_
                           : std::chrono::duration_cast<microseconds>(steady_clock::now() - begin);
        served.kill();
        typing.join();
        served.wait();
        return told;
    }

    void expect_old_or_new(int i, const Acknowledged& told) {
        auto in = open();
        expect_whole(in);
        for (const auto& each : db::all_accounts(in)) {
            EXPECT_TRUE(db::password_hash(in, each.id)) << each.name << " has no password";
        }
        const auto joined = db::find_account(in, joiner(i));
        EXPECT_TRUE(joined || !told.account) << "an acknowledged account is lost";
        EXPECT_TRUE(!joined || signs_in(in, joiner(i)));
        expect_devices(in, told);
        expect_draft(in, told);
        expect_codes(in, i, told);
        EXPECT_TRUE(signs_in(in, "omar")) << "locked out";
    }

  private:
    static AccountId id_of(const db::Book& book, const std::string& name) {
        return db::find_account(book, name)->id;
    }
    static std::string code_of(const db::TotpSecret& secret, int steps) {
        return access_control::totp_code(secret.secret,
                                         access_control::totp_step(tracking::moment_now()) + steps);
    }
    // Signed in without a password, which takes long.
    std::string device_of(const std::string& name) {
        auto in = open();
        ++devices_;
        return access_control::sign_in_device(
                   in, id_of(in, name), std::nullopt, "desk", tracking::moment_now())
            .token;
    }

    void expect_devices(const db::Book& book, const Acknowledged& told) {
        const auto known = access_control::known_devices(book);
        for (const auto& each : known) {
            EXPECT_TRUE(each.signed_in) << "a device without whose turn it is";
        }
        EXPECT_LE(known.size(), devices_ + 1);
        EXPECT_GE(known.size(), devices_ + (told.token.empty() ? 0 : 1));
        devices_ = known.size();
        if (!told.token.empty()) {
            const auto person = access_control::person_of(book, told.token, tracking::moment_now());
            ASSERT_TRUE(person) << "an acknowledged sign-in is lost";
            EXPECT_EQ(person->account.name, "omar");
        }
    }
    void expect_draft(const db::Book& book, const Acknowledged& told) {
        kept_draft_ = std::max(kept_draft_, told.draft);
        const auto drafts =
            server::Drafts(book_, db::draft_key(book)).all(server::drafts_of(id_of(book, "huda")));
        if (kept_draft_ == 0 && drafts.empty()) {
            return;
        }
        ASSERT_EQ(drafts.size(), 1U);
        EXPECT_EQ(drafts[0].value, Json(std::string(2000, 'x')).dump());
        EXPECT_GE(drafts[0].edit, kept_draft_);
        EXPECT_LE(drafts[0].edit, typed_);
    }
    // All ten recovery codes or none; whoever has the app or none signs in.
    static void expect_codes(db::Book& book, int i, const Acknowledged& told) {
        const auto id = id_of(book, coder(i));
        const auto secret = db::totp_secret(book, id);
        EXPECT_TRUE(secret || !told.second_factor_begun);
        const bool is_on = secret && secret->confirmed;
        EXPECT_TRUE(is_on || told.recovery_codes.empty());
        EXPECT_EQ(db::count_recovery_codes(book, id), is_on ? 10 : 0);
        std::optional<std::string> code;
        if (!told.recovery_codes.empty()) {
            code = told.recovery_codes.back();
        } else if (is_on) {
            code = code_of(*secret, 1);
        }
        EXPECT_TRUE(signs_in(book, coder(i), code)) << "locked out";
    }

  protected:
    mutable std::atomic<int> sent_ = 0;
    std::string owner_;  // the token of huda's device
    std::size_t devices_ = 0;
    std::int64_t typed_ = 0;
    std::int64_t kept_draft_ = 0;
    microseconds all_takes_{};
};

TEST_F(KilledServer, KeepsWhatItAcknowledgedAndNothingByHalfAndLocksNobodyOut) {
    const int kills = support::repetitions("NEEDLEBOOK_SECRET_KILLS", 75);
    add_people(kills + 1);
    const auto all = killed(kills, std::nullopt);
    EXPECT_EQ(all.count(), 4) << "all of it, where nobody kills it before";
    expect_old_or_new(kills, all);
    int acknowledged = 0;
    for (int i = 0; i < kills && !HasFailure(); ++i) {
        SCOPED_TRACE(fmt::format("kill {}", i));
        const auto told = killed(i, random_part(all_takes_));
        acknowledged += told.count();
        expect_old_or_new(i, told);
    }
    std::cout << fmt::format("{} of {} writes acknowledged\n", acknowledged, 4 * kills);
    EXPECT_GT(acknowledged, kills / 10) << "the kills came too early to show anything";
    EXPECT_LT(acknowledged, 4 * kills - kills / 10) << "the kills came too late";
}

using KilledRenewal = KilledSecrets;

TEST_F(KilledRenewal, LeavesTheOldKeyOrTheNewOneWhichSignsAllAndTheNextWrite) {
    const int kills = support::repetitions("NEEDLEBOOK_SECRET_KILLS", 30);
    const std::string line = "key renew --actor huda --reason 'the machine was stolen'";
    const auto begin = steady_clock::now();
    desk_.must(line);
    const auto takes = std::chrono::duration_cast<microseconds>(steady_clock::now() - begin);
    int renewed = 0;
    for (int i = 0; i < kills && !HasFailure(); ++i) {
        SCOPED_TRACE(fmt::format("kill {}", i));
        const auto before = db::clinic_keys(open());
        support::Process renewing(support::CommandLine::line(line), desk_.settings());
        std::this_thread::sleep_for(random_part(takes));
        renewing.kill();
        const auto told = renewing.wait().out;
        auto in = open();
        expect_whole(in);
        const auto after = db::clinic_keys(in);
        ASSERT_GE(after.size(), before.size());
        ASSERT_LE(after.size(), before.size() + 1);
        renewed += after.size() > before.size() ? 1 : 0;
        EXPECT_EQ(after[before.size() - 1].fingerprint, before.back().fingerprint);
        if (told.ends_with('\n')) {
            EXPECT_EQ(after.back().fingerprint + "\n", told) << "an acknowledged key is lost";
        }
        db::transact(in, {.actor = "huda", .action = "clinic set"}, [](db::Write&) {
            return std::string();
        });
        EXPECT_FALSE(db::unsigned_state(in)) << "the next entry is not signed";
    }
    std::cout << renewed << " of " << kills << " keys were renewed before the kill\n";
    EXPECT_LT(renewed, kills) << "the kills came too late";
}

}  // namespace
}  // namespace whole::killed_secrets_test
