#include "app/tracking/people/accounts.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include <fmt/format.h>

#include "app/access/codes.h"
#include "app/access/own_grant.h"
#include "app/access/password.h"
#include "app/tracking/commit.h"
#include "app/tracking/people/clinic_key.h"
#include "db/records/accounts.h"
#include "db/secrets/passwords.h"
#include "db/secrets/totp_secrets.h"
#include "db/secrets/turns.h"
#include "schema/types/error.h"
#include "schema/types/text_bounds.h"

namespace tracking {

using access_control::Right;
using schema::Account;
using schema::AccountRole;

namespace {

constexpr std::array<std::string_view, 2> languages{"en", "ar"};

std::size_t characters(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](unsigned char byte) { return (byte & 0xC0U) != 0x80U; }));
}

void refuse_name(const Account& account) {
    std::vector<schema::Problem> problems;
    schema::check_text("name", account.name, "name", problems);
    schema::check_text("name", account.display_name.value_or(""), "display name", problems);
    schema::check_text("name", account.language.value_or(""), "language", problems);
    if (schema::without_ends(account.name) != account.name || account.name.empty() ||
        characters(account.name) > longest_account_name) {
        problems.push_back(
            schema::Problem{"name",
                            fmt::format("\"{}\" is not one line of 1 to {} characters without "
                                        "blanks around it",
                                        account.name,
                                        longest_account_name),
                            "give a short name, as huda"}
                .as("account_name", {{"most", static_cast<int>(longest_account_name)}}));
    }
    schema::refuse_any(std::move(problems));
}

bool is_active_owner(const Account& account) {
    return account.active && account.role == AccountRole::owner;
}

// `changed` stands for the account with its id.
void refuse_last_owner(const db::Book& book, const Account& changed) {
    const auto all = db::all_accounts(book);
    const bool is_left = std::any_of(all.begin(), all.end(), [&](const Account& each) {
        return is_active_owner(each.id == changed.id ? changed : each);
    });
    if (!is_left) {
        throw schema::refused(fmt::format("account {}", changed.name),
                              "is the last active owner: nobody could change anything of people "
                              "any more",
                              "make another account an owner first",
                              "needlebook account role NAME owner")
            .as("last_owner");
    }
}

template <class Change>
db::Receipt change_named(db::Book& book,
                         const db::Submission& submission,
                         const std::string& name,
                         Change&& change) {
    return commit(book, submission, Right::manage_people, [&](db::Write& write) {
        const auto before = account_named(write.book(), name);
        auto account = before;
        change(account);
        if (account == before) {
            write.leave();
            return std::to_string(account.id.value);
        }
        refuse_last_owner(write.book(), account);
        db::update_account(write, account);
        if (!account.active) {
            db::end_turns_of(db::SecretWrite(write), account.id);
        }
        return std::to_string(account.id.value);
    });
}

}  // namespace

Account account_named(const db::Book& book, const std::string& name) {
    auto account = db::find_account(book, name);
    if (!account) {
        throw schema::missing("account",
                              fmt::format("there is none called \"{}\"", name),
                              "look at the list of accounts",
                              "needlebook account list")
            .as("gone");
    }
    return std::move(*account);
}

db::Receipt add_account(db::Book& book,
                        const db::Submission& submission,
                        const Account& account,
                        const std::string& password,
                        access_control::Moment now) {
    refuse_name(account);
    access_control::refuse_password(password, account.name);
    access_control::require(grant_of(book, submission), Right::manage_people);
    const auto hash = access_control::hash_secret(password);
    return commit(book, submission, Right::manage_people, [&](db::Write& write) {
        if (!db::has_accounts(write.book()) && !is_active_owner(account)) {
            throw schema::refused("role",
                                  fmt::format("the first account is an owner, not a \"{}\"",
                                              schema::word(account.role)),
                                  "add an owner first, then the others",
                                  "needlebook account add NAME --role owner")
                .as("first_is_owner");
        }
        if (db::find_account(write.book(), account.name)) {
            throw schema::changed("account",
                                  fmt::format("\"{}\" is somebody's name already", account.name),
                                  "give another name; the list of accounts shows those taken",
                                  "needlebook account list")
                .as("name_taken", {{"name", account.name}});
        }
        auto fresh = account;
        fresh.id = {};
        const auto id = db::insert_account(write, fresh);
        db::put_password(db::SecretWrite(write), id, hash, now.time_since_epoch().count());
        make_clinic_key(write);
        return std::to_string(id.value);
    });
}

db::Receipt set_role(db::Book& book,
                     const db::Submission& submission,
                     const std::string& name,
                     AccountRole role) {
    return change_named(book, submission, name, [&](Account& account) { account.role = role; });
}

db::Receipt disable_account(db::Book& book,
                            const db::Submission& submission,
                            const std::string& name) {
    return change_named(book, submission, name, [](Account& account) { account.active = false; });
}

db::Receipt enable_account(db::Book& book,
                           const db::Submission& submission,
                           const std::string& name) {
    return change_named(book, submission, name, [](Account& account) { account.active = true; });
}

db::Receipt change_account(db::Book& book,
                           const db::Submission& submission,
                           schema::Id<Account> id,
                           const AccountChange& change) {
    const auto known = db::find_account(book, id);
    if (!known) {
        throw schema::missing(fmt::format("account {}", id.value),
                              "there is none with this id",
                              "look at the list of accounts",
                              "needlebook account list")
            .as("gone");
    }
    return change_named(book, submission, known->name, [&](Account& account) {
        account.role = change.role.value_or(account.role);
        account.active = change.active.value_or(account.active);
        if (change.display_name) {
            account.display_name =
                change.display_name->empty() ? std::nullopt : change.display_name;
        }
        refuse_name(account);
    });
}

db::Receipt set_own_language(db::Book& book,
                             const db::Submission& submission,
                             const std::optional<std::string>& language) {
    if (language && std::find(languages.begin(), languages.end(), *language) == languages.end()) {
        throw schema::refused(
            "language", fmt::format("\"{}\" is none of the pages", *language), "give en or ar")
            .as("no_language");
    }
    const auto id = grant_of(book, submission).account();
    if (!id) {
        throw schema::refused("language",
                              "belongs to an account, and nobody has one here",
                              "choose the language in the browser, on the page Settings")
            .as("language_of_account");
    }
    // Every role has this right.
    return commit(book, submission, Right::read_records, [&](db::Write& write) {
        auto account = db::find_account(write.book(), *id).value();
        if (account.language == language) {
            write.leave();
        } else {
            account.language = language;
            db::update_account(write, account);
        }
        return std::to_string(id->value);
    });
}

std::optional<std::string> reset_account(db::Book& book,
                                         const db::Submission& submission,
                                         const std::string& name,
                                         SecondFactor second_factor,
                                         access_control::Moment now) {
    std::optional<std::string> code;
    commit(book, submission, Right::manage_people, [&](db::Write& write) {
        const auto account = account_named(write.book(), name);
        const db::SecretWrite secrets(write);
        if (second_factor == SecondFactor::removed) {
            db::remove_totp_secret(secrets, account.id);
            db::put_recovery_codes(secrets, account.id, {});
        }
        code = access_control::new_reset_code(secrets, account.id, now);
        return std::to_string(account.id.value);
    });
    return code;
}

std::optional<std::string> reset_owner(db::Book& book,
                                       const db::Submission& submission,
                                       const std::string& name,
                                       access_control::Moment now) {
    auto by_file = submission;
    by_file.grant =
        std::make_shared<const access_control::Grant>(access_control::own_grant(submission.actor));
    std::optional<std::string> code;
    commit(book, by_file, Right::manage_people, [&](db::Write& write) {
        auto account = account_named(write.book(), name);
        if (account.role != AccountRole::owner) {
            throw schema::refused(fmt::format("account {}", account.name),
                                  "is no owner",
                                  "ask an owner to reset it",
                                  "needlebook account reset NAME")
                .as("no_owner");
        }
        if (!account.active) {
            account.active = true;
            db::update_account(write, account);
        }
        const db::SecretWrite secrets(write);
        db::remove_totp_secret(secrets, account.id);
        db::put_recovery_codes(secrets, account.id, {});
        code = access_control::new_reset_code(secrets, account.id, now);
        return std::to_string(account.id.value);
    });
    return code;
}

}  // namespace tracking
