#include "app/tracking/people/accounts.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/access/own_grant.h"
#include "app/access/second_factor.h"
#include "app/access/sign_in.h"
#include "app/access/totp.h"
#include "app/access/turn.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/check.h"
#include "app/tracking/people/program_tokens.h"
#include "app/tracking/people/sign_in_devices.h"
#include "app/tracking/undo.h"
#include "app/tracking/write.h"
#include "db/backup.h"
#include "db/ledger/ledger.h"
#include "db/records/accounts.h"
#include "db/secrets/passwords.h"
#include "db/secrets/program_tokens.h"
#include "db/secrets/totp_secrets.h"
#include "tests/support/temporary_folder.h"

namespace tracking::accounts_test {
namespace {

using access_control::Moment;
using access_control::Outcome;
using access_control::Right;
using schema::AccountRole;
using testing::HasSubstr;
using testing::StartsWith;

const std::string password = "thistle kettle orbit";
const db::Submission by_huda{.actor = "huda", .action = "account"};

std::string refusal(const std::function<void()>& work) {
    try {
        work();
    } catch (const schema::Error& error) {
        return (error.fault() == schema::Fault::forbidden ? "forbidden: " : "") +
               error.problems().front().where + ": " + error.problems().front().what;
    }
    return "accepted";
}

class Accounts : public testing::Test {
  protected:
    void add(const std::string& name,
             AccountRole role,
             const std::string& actor = "huda",
             const std::string& chosen = password) {
        add_account(book_,
                    {.actor = actor, .action = "account add"},
                    {.name = name, .role = role},
                    chosen,
                    now_);
    }
    schema::Account account(const std::string& name) const { return account_named(book_, name); }
    Outcome sign_in(const std::string& name, const std::string& chosen = password) {
        return access_control::check(
                   book_, {.name = name, .password = chosen, .address = "here"}, now_)
            .outcome;
    }
    std::string problems() const {
        std::string text;
        for (const auto& each : check(book_, [](auto, auto) {}).problems) {
            text += each.where + ": " + each.what + "\n";
        }
        return text;
    }
    std::string last_entry() const {
        std::string text;
        db::for_each_entry(
            book_, {.most = 1, .newest_first = true}, [&](const db::LedgerEntry& entry) {
                text = entry.action + " by " + entry.actor;
            });
        return text;
    }

    support::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_ / "clinic.needlebook";
    db::Book book_ = create_book(file_, {.name = "Clinic", .time_zone = "Africa/Cairo"}, "setup");
    Moment now_{std::chrono::seconds(1767603600)};
};

TEST_F(Accounts, BeginWithAnOwner) {
    EXPECT_EQ(refusal([&] { add("omar", AccountRole::clinician, "anybody"); }),
              "role: the first account is an owner, not a \"clinician\"");
    EXPECT_TRUE(db::all_accounts(book_).empty());
    add("huda", AccountRole::owner, "anybody");
    EXPECT_EQ(account("HUDA").role, AccountRole::owner);
    EXPECT_EQ(sign_in("huda"), Outcome::passed);
    EXPECT_EQ(last_entry(), "account add by anybody");
    EXPECT_EQ(problems(), "");
}

TEST_F(Accounts, FromTheFirstOnAreWhoeverWrites) {
    const schema::Patient patient{.chart = "C-001"};
    record(book_, {.actor = "anybody", .action = "patient add"}, patient);
    add("huda", AccountRole::owner, "anybody");
    EXPECT_EQ(refusal([&] {
                  record(book_,
                         {.actor = "anybody", .action = "patient add"},
                         schema::Patient{.chart = "C-002"});
              }),
              "forbidden: actor: \"anybody\" is no account of this book");
    record(book_, {.actor = "HUDA", .action = "patient add"}, schema::Patient{.chart = "C-002"});
    EXPECT_EQ(last_entry(), "patient add by huda") << "the ledger has the account's name";
}

TEST_F(Accounts, AreAddedWithANameThatNobodyHasAndAPasswordThatIsTaken) {
    add("huda", AccountRole::owner, "anybody");
    EXPECT_EQ(refusal([&] { add("ＨＵＤＡ", AccountRole::reader); }),
              "account: \"ＨＵＤＡ\" is somebody's name already");
    EXPECT_THAT(refusal([&] { add(" omar", AccountRole::reader); }), StartsWith("name: \" omar\""));
    EXPECT_THAT(refusal([&] { add("", AccountRole::reader); }), StartsWith("name: \"\""));
    EXPECT_THAT(refusal([&] { add(std::string(65, 'x'), AccountRole::reader); }),
                StartsWith("name: "));
    EXPECT_EQ(refusal([&] { add("omar", AccountRole::reader, "huda", "omar1234"); }),
              "password: is little more than the name of the account");
    EXPECT_EQ(refusal([&] { add("omar", AccountRole::reader, "huda", "short"); }),
              "password: has 5 characters, not 8 to 128");
    EXPECT_EQ(db::all_accounts(book_).size(), 1U);
    add(std::string(64, 'x'), AccountRole::reader);
    EXPECT_EQ(db::all_accounts(book_).size(), 2U);
}

TEST_F(Accounts, AreManagedByOwnersAlone) {
    add("huda", AccountRole::owner, "anybody");
    add("omar", AccountRole::clinician);
    const db::Submission by_omar{.actor = "omar", .action = "account"};
    const std::string forbidden = "forbidden: manage_people";
    EXPECT_THAT(refusal([&] { add("sara", AccountRole::reader, "omar"); }), StartsWith(forbidden));
    EXPECT_THAT(refusal([&] { set_role(book_, by_omar, "omar", AccountRole::owner); }),
                StartsWith(forbidden));
    EXPECT_THAT(refusal([&] { disable_account(book_, by_omar, "huda"); }), StartsWith(forbidden));
    EXPECT_THAT(refusal([&] { enable_account(book_, by_omar, "huda"); }), StartsWith(forbidden));
    EXPECT_THAT(refusal([&] { reset_account(book_, by_omar, "huda", SecondFactor::stays, now_); }),
                StartsWith(forbidden));
    EXPECT_THAT(refusal([&] { revoke_all_devices(book_, by_omar); }), StartsWith(forbidden));
    EXPECT_THAT(refusal([&] { add_token(book_, by_omar, "x", {Right::read_records}, {}, now_); }),
                StartsWith(forbidden));
    EXPECT_THAT(refusal([&] { revoke_token(book_, by_omar, 1); }), StartsWith(forbidden));
}

TEST_F(Accounts, ChangeTheirRoleInTheLedger) {
    add("huda", AccountRole::owner, "anybody");
    add("omar", AccountRole::clinician);
    set_role(book_, {.actor = "huda", .action = "account role"}, "omar", AccountRole::owner);
    EXPECT_EQ(account("omar").role, AccountRole::owner);
    EXPECT_EQ(account("omar").version, 2);
    EXPECT_EQ(last_entry(), "account role by huda");
    const auto before = db::last_entry(book_);
    set_role(book_, by_huda, "omar", AccountRole::owner);
    EXPECT_EQ(db::last_entry(book_), before) << "it is so already";
    EXPECT_EQ(refusal([&] { set_role(book_, by_huda, "sara", AccountRole::owner); }),
              "account: there is none called \"sara\"");
    EXPECT_EQ(problems(), "");
}

TEST_F(Accounts, KeepAnActiveOwner) {
    add("huda", AccountRole::owner, "anybody");
    add("omar", AccountRole::owner);
    disable_account(book_, by_huda, "omar");
    const std::string last = "account huda: is the last active owner";
    EXPECT_THAT(refusal([&] { disable_account(book_, by_huda, "huda"); }), StartsWith(last));
    EXPECT_THAT(refusal([&] { set_role(book_, by_huda, "huda", AccountRole::clinician); }),
                StartsWith(last));
    enable_account(book_, by_huda, "omar");
    set_role(book_, by_huda, "huda", AccountRole::clinician);
    EXPECT_EQ(account("huda").role, AccountRole::clinician);
}

TEST_F(Accounts, ThatAreDisabledAreSignedOutAndMayDoNothing) {
    add("huda", AccountRole::owner, "anybody");
    add("omar", AccountRole::owner);
    const auto token =
        access_control::sign_in_device(book_, account("omar").id, {}, "desk", now_).token;
    ASSERT_TRUE(access_control::person_of(book_, token, now_));
    disable_account(book_, by_huda, "omar");
    EXPECT_FALSE(access_control::person_of(book_, token, now_));
    EXPECT_EQ(sign_in("omar"), Outcome::refused);
    EXPECT_EQ(refusal([&] { set_role(book_, {.actor = "omar"}, "huda", AccountRole::reader); }),
              "forbidden: account: is disabled");
    enable_account(book_, by_huda, "omar");
    EXPECT_FALSE(access_control::person_of(book_, token, now_)) << "they sign in again";
    EXPECT_EQ(sign_in("omar"), Outcome::passed);
}

TEST_F(Accounts, GetACodeForANewPassword) {
    add("huda", AccountRole::owner, "anybody");
    add("omar", AccountRole::clinician);
    const db::Submission once{.actor = "huda", .action = "account reset", .key = "k1"};
    const auto code = reset_account(book_, once, "omar", SecondFactor::stays, now_);
    ASSERT_TRUE(code);
    EXPECT_EQ(reset_account(book_, once, "omar", SecondFactor::stays, now_), std::nullopt)
        << "told once";
    EXPECT_EQ(sign_in("omar"), Outcome::passed) << "the password before goes on until then";
    const auto done = access_control::reset_password(
        book_,
        {.name = "omar", .password = "harbour lantern pine", .code = code, .address = "here"},
        now_);
    EXPECT_EQ(done.outcome, Outcome::passed);
    EXPECT_EQ(sign_in("omar", "harbour lantern pine"), Outcome::passed);
    EXPECT_EQ(problems(), "");
}

TEST_F(Accounts, OfOwnersAreResetByTheRightToTheFileAndTheLedgerSaysWhoDidIt) {
    add("huda", AccountRole::owner, "anybody");
    add("omar", AccountRole::clinician);
    const db::Submission by_machine{.actor = "root", .action = "account reset-owner"};
    EXPECT_EQ(refusal([&] { reset_owner(book_, by_machine, "omar", now_); }),
              "account omar: is no owner");
    EXPECT_TRUE(reset_owner(book_, by_machine, "huda", now_));
    EXPECT_EQ(last_entry(), "account reset-owner by root");
}

TEST_F(Accounts, AreNotUndone) {
    add("huda", AccountRole::owner, "anybody");
    add("omar", AccountRole::clinician);
    const auto entry = db::last_entry(book_);
    EXPECT_EQ(refusal([&] { undo_entry(book_, by_huda, entry); }),
              "ledger entry " + std::to_string(entry) +
                  ": changed who may work with the book, which no undo takes back");
}

// The word "thistle" of the password, and hashes, are looked for in every byte of the ledger.
TEST_F(Accounts, LeaveNoSecretInTheLedger) {
    add("huda", AccountRole::owner, "anybody");
    const auto token =
        *add_token(book_, by_huda, "registry", {Right::read_records}, std::nullopt, now_);
    const auto code = *reset_account(book_, by_huda, "huda", SecondFactor::removed, now_);
    const auto hash = *db::password_hash(book_, account("huda").id);
    int entries = 0;
    db::for_each_entry(book_, {.with_changes = true}, [&](const db::LedgerEntry& entry) {
        const auto all = entry.changes.value_or("") + entry.answer.value_or("") +
                         entry.reason.value_or("") + entry.action + entry.actor;
        for (const auto& secret : {token, code, hash, hash.substr(32), std::string("thistle")}) {
            EXPECT_EQ(all.find(secret), std::string::npos) << entry.action;
        }
        ++entries;
    });
    EXPECT_EQ(entries, 4);
    EXPECT_EQ(problems(), "");
}

// What the program told once stands nowhere in the file, nor in its log.
TEST_F(Accounts, LeaveNoSecretInTheBookButHashes) {
    add("huda", AccountRole::owner, "anybody");
    const auto token =
        *add_token(book_, by_huda, "registry", {Right::read_records}, std::nullopt, now_);
    const auto code = *reset_account(book_, by_huda, "huda", SecondFactor::stays, now_);
    auto typed = code;
    typed.erase(std::remove(typed.begin(), typed.end(), '-'), typed.end());
    int files = 0;
    for (const auto& each : std::filesystem::directory_iterator(file_.parent_path())) {
        if (!each.is_regular_file()) {
            continue;
        }
        std::ifstream in(each.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        for (const auto& secret : {token, code, typed, std::string(password)}) {
            EXPECT_EQ(bytes.find(secret), std::string::npos) << each.path().filename();
        }
        files += bytes.empty() ? 0 : 1;
    }
    EXPECT_GE(files, 1);
}

TEST_F(Accounts, KeepTheirSecondFactorWhenOnlyTheirPasswordIsReset) {
    add("huda", AccountRole::owner, "anybody");
    const auto huda = account("huda").id;
    access_control::begin_second_factor(book_, huda);
    const auto secret = db::totp_secret(book_, huda)->secret;
    const auto step = access_control::totp_step(now_);
    access_control::confirm_second_factor(
        book_, huda, access_control::totp_code(secret, step), now_);
    reset_account(book_, by_huda, "huda", SecondFactor::stays, now_);
    EXPECT_EQ(sign_in("huda"), Outcome::code_wanted);
    reset_account(book_, by_huda, "huda", SecondFactor::removed, now_);
    EXPECT_EQ(sign_in("huda"), Outcome::passed);
}

TEST_F(Accounts, AndTheirPasswordsAreInABackup) {
    add("huda", AccountRole::owner, "anybody");
    const auto copy = folder_ / "copy.needlebook";
    db::copy_verified(book_, copy, db::Depth::whole);
    book_ = db::Book::open(copy);
    EXPECT_EQ(sign_in("huda"), Outcome::passed);
}

TEST_F(Accounts, GiveProgramsRightsThatTheyHaveThemselves) {
    EXPECT_EQ(refusal([&] { add_token(book_, by_huda, "x", {Right::read_records}, {}, now_); }),
              "token: is made by an account, and the book has none");
    add("huda", AccountRole::owner, "anybody");
    EXPECT_EQ(refusal([&] { add_token(book_, by_huda, " ", {Right::read_records}, {}, now_); }),
              "name: is empty");
    EXPECT_EQ(refusal([&] { add_token(book_, by_huda, "x", {}, {}, now_); }), "right: is missing");
    EXPECT_EQ(refusal([&] { add_token(book_, by_huda, "x", {Right::read_records}, now_, now_); }),
              "expires: is over already");
    const auto token = *add_token(book_, by_huda, "registry", {Right::read_records}, {}, now_);
    EXPECT_EQ(access_control::authorise(book_, token, now_).rights(),
              access_control::Rights{Right::read_records});
    EXPECT_EQ(
        refusal([&] { add_token(book_, by_huda, "REGISTRY", {Right::read_records}, {}, now_); }),
        "token: \"REGISTRY\" is the name of one in force");
    revoke_token(book_, by_huda, 1);
    EXPECT_THAT(refusal([&] { access_control::authorise(book_, token, now_); }),
                StartsWith("forbidden"));
    EXPECT_EQ(refusal([&] { revoke_token(book_, by_huda, 1); }), "token 1: was revoked already");
    EXPECT_EQ(refusal([&] { revoke_token(book_, by_huda, 2); }),
              "token 2: there is none with this id");
    EXPECT_TRUE(add_token(book_, by_huda, "registry", {Right::read_records}, {}, now_));
}

TEST_F(Accounts, AreChangedAsAWholeInOneEntry) {
    add("huda", AccountRole::owner);
    add("omar", AccountRole::assistant);
    const auto before = db::last_entry(book_);
    const auto omar = account("omar").id;
    change_account(book_,
                   by_huda,
                   omar,
                   {.role = AccountRole::reader, .active = false, .display_name = "Dr Omar"});
    EXPECT_EQ(db::last_entry(book_), before + 1);
    EXPECT_EQ(account("omar").role, AccountRole::reader);
    EXPECT_FALSE(account("omar").active);
    EXPECT_EQ(account("omar").display_name, "Dr Omar");
    change_account(book_, by_huda, omar, {.display_name = ""});
    EXPECT_EQ(account("omar").display_name, std::nullopt);
    change_account(book_, by_huda, omar, {});
    EXPECT_EQ(db::last_entry(book_), before + 2) << "nothing is otherwise";
    EXPECT_THAT(refusal([&] { change_account(book_, by_huda, omar, {.display_name = "a\nb"}); }),
                StartsWith("display name"));
    EXPECT_THAT(refusal([&] {
                    change_account(
                        book_, by_huda, account("huda").id, {.role = AccountRole::reader});
                }),
                HasSubstr("last active owner"));
    EXPECT_THAT(
        refusal([&] { change_account(book_, by_huda, schema::Id<schema::Account>(99), {}); }),
        StartsWith("account 99"));
}

TEST_F(Accounts, NameDevicesAndWithdrawAllButOne) {
    add("huda", AccountRole::owner);
    std::vector<schema::SignInDevice> devices;
    for (const auto* label : {"desk", "tablet", "phone"}) {
        devices.push_back(
            access_control::sign_in_device(book_, account("huda").id, std::nullopt, label, now_)
                .device);
    }
    label_device(book_, by_huda, devices[0].id, "desk in room 2");
    EXPECT_EQ(db::find_device(book_, devices[0].id)->label, "desk in room 2");
    EXPECT_THAT(refusal([&] { label_device(book_, by_huda, devices[0].id, " "); }),
                StartsWith("label"));
    EXPECT_EQ(revoke_all_devices(book_, by_huda, devices[1].id).answer, "2");
    EXPECT_TRUE(db::find_device(book_, devices[0].id)->revoked);
    EXPECT_FALSE(db::find_device(book_, devices[1].id)->revoked);
}

TEST_F(Accounts, WithdrawDevices) {
    add("huda", AccountRole::owner, "anybody");
    const auto huda = account("huda").id;
    const auto first = access_control::sign_in_device(book_, huda, {}, "desk", now_);
    const auto second = access_control::sign_in_device(book_, huda, {}, "room", now_);
    revoke_device(book_, by_huda, first.device.id);
    EXPECT_FALSE(access_control::person_of(book_, first.token, now_));
    EXPECT_TRUE(access_control::person_of(book_, second.token, now_));
    EXPECT_EQ(refusal([&] { revoke_device(book_, by_huda, schema::Id<schema::SignInDevice>(9)); }),
              "device 9: there is none with this id");
    EXPECT_EQ(revoke_all_devices(book_, by_huda).answer, "1");
    EXPECT_FALSE(access_control::person_of(book_, second.token, now_));
    EXPECT_EQ(problems(), "");
}

}  // namespace
}  // namespace tracking::accounts_test
