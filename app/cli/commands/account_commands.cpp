// Who works with the book.

#include <fmt/format.h>

#include "app/access/second_factor.h"
#include "app/access/sign_in.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/password_given.h"
#include "app/cli/invocation.h"
#include "app/cli/terminal/text_table.h"
#include "app/json/people_json.h"
#include "app/tracking/commit.h"
#include "app/tracking/people/accounts.h"
#include "app/tracking/wall_clock.h"
#include "db/records/accounts.h"
#include "schema/kinds/record_text.h"
#include "schema/types/error.h"

namespace cli {

namespace {

using schema::Account;

void list_accounts(Invocation& call) {
    const auto book = call.open_to_read();
    const auto accounts = db::all_accounts(book);
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::array_of(accounts, &exchange::account_json))
                    << '\n';
        return;
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& account : accounts) {
        rows.push_back({account.name,
                        account.display_name.value_or(""),
                        std::string(schema::word(account.role)),
                        account.active ? "" : "disabled"});
    }
    call.io.out << text_table({"name", "shown as", "role", ""}, rows, call.io.table_width());
    if (accounts.empty()) {
        call.io.err << "Nobody has an account: whoever opens the book may do everything.\n";
    }
}

schema::AccountRole role_given(const std::string& text, const std::string& where) {
    const auto role = schema::read_word<schema::AccountRole>(text);
    if (!role) {
        throw schema::refused(where,
                              fmt::format("\"{}\" is not a role", text),
                              "give one of " + schema::word_list<schema::AccountRole>());
    }
    return *role;
}

void add_account(Invocation& call) {
    const Account account{.name = call.arguments.need("NAME"),
                          .display_name = call.arguments.one("display-name"),
                          .role = role_given(call.arguments.need("role"), "--role"),
                          .language = call.arguments.one("language")};
    auto book = call.open_to_write();
    const auto password = password_given(call);
    call.io.out << tracking::add_account(
                       book, call.submission(), account, password, tracking::moment_now())
                       .answer
                << '\n';
}

void set_role(Invocation& call) {
    const auto role = role_given(call.arguments.need("ROLE"), "ROLE");
    auto book = call.open_to_write();
    tracking::set_role(book, call.submission(), call.arguments.need("NAME"), role);
}

void disable_account(Invocation& call) {
    auto book = call.open_to_write();
    tracking::disable_account(book, call.submission(), call.arguments.need("NAME"));
}

void enable_account(Invocation& call) {
    auto book = call.open_to_write();
    tracking::enable_account(book, call.submission(), call.arguments.need("NAME"));
}

void tell_code(Invocation& call, const std::optional<std::string>& code) {
    if (!code) {
        call.io.err << "This was done before; the code was told then.\n";
        return;
    }
    call.io.out << *code << '\n';
    call.io.err << "Told this once, taken once within 24 hours: `needlebook account password "
                   "NAME --code CODE`.\n";
}

void reset_account(Invocation& call) {
    auto book = call.open_to_write();
    const auto second = call.arguments.has("remove-totp") ? tracking::SecondFactor::removed
                                                          : tracking::SecondFactor::stays;
    tell_code(
        call,
        tracking::reset_account(
            book, call.submission(), call.arguments.need("NAME"), second, tracking::moment_now()));
}

void reset_owner(Invocation& call) {
    auto book = call.open_to_write();
    tell_code(call,
              tracking::reset_owner(
                  book, call.submission(), call.arguments.need("NAME"), tracking::moment_now()));
}

std::string seconds_text(std::chrono::seconds wait) {
    return fmt::format("{} s", wait.count());
}

void choose_password(Invocation& call) {
    auto book = call.open_to_write();
    const access_control::Credentials given{.name = call.arguments.need("NAME"),
                                            .password = password_given(call),
                                            .code = call.arguments.need("code"),
                                            .address = "this machine"};
    const auto checked = access_control::reset_password(book, given, tracking::moment_now());
    switch (checked.outcome) {
        case access_control::Outcome::passed:
            call.io.err << "From now on this is the password; everybody signed in with the one "
                           "before is signed out.\n";
            return;
        case access_control::Outcome::delayed:
            throw schema::refused("code",
                                  "is not looked at: too many were wrong before",
                                  "wait " + seconds_text(checked.wait) + ", then give it again");
        default:
            throw schema::refused("code",
                                  "is not the one that this account was given, or it is over",
                                  "an owner gives another: `needlebook account reset NAME`");
    }
}

// Whoever calls must be the account itself.
schema::Id<Account> own_account(Invocation& call, const db::Book& book) {
    const auto account = tracking::account_named(book, call.arguments.need("NAME"));
    const auto grant = access_control::authorise_local(book, call.actor());
    if (grant.account() != account.id) {
        throw schema::forbidden("account",
                                fmt::format("\"{}\" is not \"{}\"", grant.actor(), account.name),
                                "only the account itself changes its second factor; an owner takes "
                                "it away: `needlebook account reset NAME --remove-totp`");
    }
    return account.id;
}

void set_second_factor(Invocation& call) {
    auto book = call.open_to_write();
    const auto account = own_account(call, book);
    if (call.arguments.has("remove")) {
        access_control::remove_second_factor(book, account);
        return;
    }
    if (const auto code = call.arguments.one("code")) {
        for (const auto& each :
             access_control::confirm_second_factor(book, account, *code, tracking::moment_now())) {
            call.io.out << each << '\n';
        }
        call.io.err << "Each lets you in once without the app. They are told this once: keep them "
                       "on paper.\n";
        return;
    }
    const auto begun = access_control::begin_second_factor(book, account);
    call.io.out << begun.typed << '\n' << begun.address << '\n';
    call.io.err << "Give one of the two to the app, then the code that it shows: `needlebook "
                   "account totp NAME --code CODE`. Until then nothing asks for it.\n";
}

}  // namespace

std::vector<Command> account_commands() {
    const Argument name{"NAME", "what the account signs in with"};
    const auto roles = schema::word_list<schema::AccountRole>();
    return {
        {.noun = "account",
         .verb = "add",
         .summary = "Add somebody who works with the book; the first one is an owner.",
         .example = "needlebook account add huda --role owner --password-stdin",
         .output = "1",
         .notes = "From the first account on, whoever works with the book is one: --actor says who "
                  "on this machine.\nThe password has 8 to 128 characters, and is asked for "
                  "twice at a terminal.\n",
         .arguments = {name},
         .options = {{"role", "ROLE", roles, true},
                     {"display-name", "TEXT", "how they are shown"},
                     {"language", "CODE", "the language of their pages: en, ar"},
                     password_option()},
         .book = Book::write,
         .run = &add_account},
        {.noun = "account",
         .verb = "list",
         .summary = "List who works with the book, and as what.",
         .example = "needlebook account list",
         .output = "name  shown as   role\nhuda  Dr Huda A  owner",
         .json = true,
         .run = &list_accounts},
        {.noun = "account",
         .verb = "role",
         .summary = "Give an account another role.",
         .example = "needlebook account role omar clinician",
         .output = "",
         .notes = "What a role may do: docs/security.md.\n",
         .arguments = {name, {"ROLE", roles}},
         .book = Book::write,
         .run = &set_role},
        {.noun = "account",
         .verb = "disable",
         .summary = "Let an account do nothing any more; what it did stays its own.",
         .example = "needlebook account disable omar",
         .output = "",
         .arguments = {name},
         .book = Book::write,
         .run = &disable_account},
        {.noun = "account",
         .verb = "enable",
         .summary = "Let a disabled account in again.",
         .example = "needlebook account enable omar",
         .output = "",
         .arguments = {name},
         .book = Book::write,
         .run = &enable_account},
        {.noun = "account",
         .verb = "reset",
         .summary = "Make a code with which an account chooses a new password.",
         .example = "needlebook account reset omar",
         .output = "k7qm-3hxc-9vwa-52ne",
         .arguments = {name},
         .options = {{"remove-totp", "", "and ask it for no code of an app any more"}},
         .book = Book::write,
         .tells_of_repeats = true,
         .run = &reset_account},
        {.noun = "account",
         .verb = "reset-owner",
         .summary =
             "The same for an owner whom nobody can let in, by the right to the book's file.",
         .example = "needlebook account reset-owner huda --reason \"lost the telephone\"",
         .output = "k7qm-3hxc-9vwa-52ne",
         .notes = "The ledger says who did it. The account asks for no code of an app any more.\n",
         .arguments = {name},
         .book = Book::write,
         .tells_of_repeats = true,
         .run = &reset_owner},
        {.noun = "account",
         .verb = "password",
         .summary = "Choose a new password with the code of a reset.",
         .example = "needlebook account password omar --code k7qm-3hxc-9vwa-52ne --password-stdin",
         .output = "",
         .arguments = {name},
         .options = {{"code", "CODE", "what `needlebook account reset` told", true},
                     password_option()},
         .book = Book::write,
         .run = &choose_password},
        {.noun = "account",
         .verb = "totp",
         .summary = "Have your own account ask for a code of an app beside the password.",
         .example = "needlebook account totp huda",
         .output = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\notpauth://totp/…",
         .arguments = {name},
         .options = {{"code", "CODE", "the first code of the app: from now on one is asked for"},
                     {"remove", "", "ask for no code any more"}},
         .book = Book::write,
         .run = &set_second_factor},
    };
}

}  // namespace cli
