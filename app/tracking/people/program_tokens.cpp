#include "app/tracking/people/program_tokens.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/access/random_token.h"
#include "app/tracking/commit.h"
#include "db/secrets/program_tokens.h"
#include "schema/types/error.h"
#include "schema/types/folding.h"
#include "schema/types/text_bounds.h"

namespace tracking {

using access_control::Right;
using access_control::Rights;

namespace {

void refuse_unfit(const std::string& name,
                  const Rights& rights,
                  std::optional<access_control::Moment> until,
                  access_control::Moment now) {
    std::vector<schema::Problem> problems;
    schema::check_text("name", name, "name", problems);
    if (schema::without_ends(name).empty()) {
        problems.push_back(
            schema::Problem{"name", "is empty", "say which program it is for"}.as("blank_name"));
    }
    if (rights.empty()) {
        problems.push_back(
            schema::Problem{"right", "is missing", "say what the program may, as read_records"}.as(
                "right_missing"));
    }
    if (until && *until <= now) {
        problems.push_back(
            schema::Problem{"expires", "is over already", "give a day to come"}.as("expiry_over"));
    }
    schema::refuse_any(std::move(problems));
}

void refuse_taken(const db::Book& book, const std::string& name) {
    const auto all = db::all_program_tokens(book);
    const bool is_taken = std::any_of(all.begin(), all.end(), [&](const db::ProgramToken& each) {
        return !each.revoked && schema::identity(each.name) == schema::identity(name);
    });
    if (is_taken) {
        throw schema::changed("token",
                              fmt::format("\"{}\" is the name of one in force", name),
                              "revoke that one first, or give another name")
            .as("name_taken", {{"name", name}});
    }
}

}  // namespace

std::optional<std::string> add_token(db::Book& book,
                                     const db::Submission& submission,
                                     const std::string& name,
                                     const Rights& rights,
                                     std::optional<access_control::Moment> until,
                                     access_control::Moment now) {
    refuse_unfit(name, rights, until, now);
    std::optional<std::string> token;
    commit(book, submission, Right::manage_people, [&](db::Write& write) {
        if (!write.grant->account()) {
            throw schema::refused("token",
                                  "is made by an account, and the book has none",
                                  "add one first",
                                  "needlebook account add NAME --role owner")
                .as("no_accounts");
        }
        for (const auto right : rights) {
            require(write, right);
        }
        refuse_taken(write.book(), name);
        token = access_control::random_token();
        db::ProgramToken kept{.name = name,
                              .hash = access_control::token_hash(*token),
                              .rights = access_control::rights_text(rights),
                              .account = *write.grant->account()};
        if (until) {
            kept.until = until->time_since_epoch().count();
        }
        return std::to_string(db::insert_program_token(db::SecretWrite(write), kept));
    });
    return token;
}

db::Receipt revoke_token(db::Book& book, const db::Submission& submission, std::int64_t id) {
    return commit(book, submission, Right::manage_people, [&](db::Write& write) {
        const auto token = db::find_program_token(write.book(), id);
        const auto where = fmt::format("token {}", id);
        if (!token) {
            throw schema::missing(
                where, "there is none with this id", "look at the list", "needlebook token list")
                .as("gone");
        }
        if (token->revoked) {
            throw schema::changed(where, "was revoked already", "leave it").as("revoked");
        }
        db::revoke_program_token(db::SecretWrite(write), id);
        return std::to_string(id);
    });
}

}  // namespace tracking
