#pragma once
// A book with people, for tests of what they may.

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/access/grant.h"
#include "app/access/password.h"
#include "db/ledger/transact.h"
#include "db/records/accounts.h"
#include "db/records/clinic.h"
#include "db/secrets/passwords.h"
#include "schema/types/error.h"
#include "tests/support/temporary_folder.h"

namespace access_control {

inline constexpr const char* usual_password = "thistle kettle orbit";

// What was refused, as one line: fault, where and what; "accepted" if nothing was.
inline std::string refusal(const std::function<void()>& work) {
    try {
        work();
    } catch (const schema::Error& error) {
        const bool forbidden = error.fault() == schema::Fault::forbidden;
        return (forbidden ? "forbidden: " : "") + error.problems().front().where + ": " +
               error.problems().front().what;
    }
    return "accepted";
}

class PeopleBook : public testing::Test {
  protected:
    using AccountId = schema::Id<schema::Account>;

    AccountId add(const std::string& name,
                  schema::AccountRole role = schema::AccountRole::owner,
                  bool active = true) {
        AccountId id;
        // Computed once: each takes 25 ms.
        static const auto hash = hash_secret(usual_password);
        db::transact(book_, {.actor = "test", .action = "account add"}, [&](db::Write& write) {
            id = db::insert_account(write, {.name = name, .role = role, .active = active});
            db::put_password(db::SecretWrite(write), id, hash, 0);
            return std::to_string(id.value);
        });
        return id;
    }
    void change(AccountId id, const std::function<void(schema::Account&)>& how) {
        auto account = *db::find_account(book_, id);
        how(account);
        db::transact(book_, {.actor = "test", .action = "account"}, [&](db::Write& write) {
            db::update_account(write, account);
            return std::string();
        });
    }
    void open_again() { book_ = db::Book::open(file_); }

    support::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_ / "clinic.needlebook";
    db::Book book_ = db::Book::create(file_, [](db::Book& book) {
        db::transact(book, {.actor = "test", .action = "init"}, [](db::Write& write) {
            db::write_clinic(write, {.name = "Clinic", .time_zone = "Africa/Cairo"});
            return std::string();
        });
    });
    // Of 2026-01-05, 09:00 UTC.
    Moment now_{std::chrono::seconds(1767603600)};
};

}  // namespace access_control
