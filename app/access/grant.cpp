#include "app/access/grant.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/access/own_grant.h"
#include "app/access/random_token.h"
#include "db/records/accounts.h"
#include "db/records/patient_links.h"
#include "db/secrets/program_tokens.h"
#include "schema/types/error.h"

namespace access_control {

namespace {

using AccountId = schema::Id<schema::Account>;

schema::Error not_active() {
    return schema::forbidden("account",
                             "is disabled",
                             "ask an owner to enable it",
                             "needlebook account enable NAME")
        .as("disabled");
}

schema::Error no_program() {
    return schema::forbidden("token",
                             "is not one that may do anything: nobody made it, it is over, it was "
                             "revoked, or its maker is disabled",
                             "ask an owner to make another",
                             "needlebook token add NAME --right …")
        .as("no_program");
}

Rights all_rights() {
    return rights_of(schema::AccountRole::owner);
}

}  // namespace

// The one that makes grants.
class Authority {
  public:
    static Grant of_anybody(const std::string& actor) {
        Grant grant;
        grant.actor_ = actor;
        grant.rights_ = all_rights();
        return grant;
    }
    static Grant of_program_itself(const std::string& actor) {
        auto grant = of_anybody(actor);
        grant.is_program_ = true;
        return grant;
    }
    static Grant of(const schema::Account& account) {
        if (!account.active) {
            throw not_active();
        }
        Grant grant;
        grant.actor_ = account.name;
        grant.account_ = account.id;
        grant.rights_ = rights_of(account.role);
        return grant;
    }
    static Grant of(const db::Book& book,
                    const std::optional<db::ProgramToken>& token,
                    Moment now) {
        const auto maker = token ? db::find_account(book, token->account) : std::nullopt;
        const auto listed = token ? read_rights(token->rights) : std::nullopt;
        const bool is_over = token && token->until && *token->until <= kept(now);
        if (!maker || !maker->active || !listed || is_over || token->revoked) {
            throw no_program();
        }
        Grant grant;
        grant.actor_ = fmt::format("{} by {}", token->name, maker->name);
        grant.account_ = maker->id;
        grant.token_ = token->id;
        const auto of_maker = rights_of(maker->role);
        std::set_intersection(listed->begin(),
                              listed->end(),
                              of_maker.begin(),
                              of_maker.end(),
                              std::inserter(grant.rights_, grant.rights_.end()));
        return grant;
    }
    static Grant of_patient(const db::Book& book, std::int64_t id) {
        const auto link = db::find_link(book, id);
        if (!link || !link->entries) {
            throw schema::forbidden("link",
                                    "nothing is told to the clinic by it",
                                    "ask the clinic for a page by which that can be done")
                .as("no_own_entries");
        }
        Grant grant;
        grant.actor_ = "patient";
        grant.link_ = id;
        grant.rights_ = {Right::send_own_entries};
        return grant;
    }
    static Grant renewed(const db::Book& book, const Grant& grant, Moment now) {
        if (grant.is_program_) {
            return grant;
        }
        if (grant.link_) {
            return of_patient(book, *grant.link_);
        }
        if (grant.token_) {
            return of(book, db::find_program_token(book, *grant.token_), now);
        }
        return grant.account_ ? authorise(book, *grant.account_)
                              : authorise_local(book, grant.actor_);
    }
};

Grant own_grant(const std::string& actor) {
    return Authority::of_program_itself(actor);
}

Grant authorise_local(const db::Book& book, const std::string& actor) {
    if (!db::has_accounts(book)) {
        return Authority::of_anybody(actor);
    }
    const auto account = db::find_account(book, actor);
    if (!account) {
        throw schema::forbidden("actor",
                                fmt::format("\"{}\" is no account of this book", actor),
                                "give the name of your account; an owner adds one",
                                "--actor NAME")
            .as("no_account");
    }
    return Authority::of(*account);
}

Grant authorise(const db::Book& book, AccountId id) {
    const auto account = db::find_account(book, id);
    if (!account) {
        throw schema::missing(fmt::format("account {}", id.value),
                              "there is none with this id",
                              "look at the list of accounts",
                              "needlebook account list")
            .as("gone");
    }
    return Authority::of(*account);
}

Grant authorise(const db::Book& book, std::string_view token, Moment now) {
    return Authority::of(book, db::find_program_token(book, token_hash(token)), now);
}

Grant authorise_patient(const db::Book& book, std::int64_t link) {
    return Authority::of_patient(book, link);
}

Grant renewed(const db::Book& book, const Grant& grant, Moment now) {
    return Authority::renewed(book, grant, now);
}

void require(const Grant& grant, Right right) {
    if (grant.has(right)) {
        return;
    }
    std::vector<std::string_view> roles;
    schema::Value::List told;
    for (const auto role : {schema::AccountRole::owner,
                            schema::AccountRole::clinician,
                            schema::AccountRole::assistant,
                            schema::AccountRole::reader}) {
        if (role_has(role, right)) {
            roles.push_back(schema::word(role));
            told.emplace_back(schema::Phrase("people.roles." + std::string(schema::word(role))));
        }
    }
    throw schema::forbidden(std::string(schema::word(right)),
                            fmt::format("\"{}\" has no right to {}",
                                        grant.actor(),
                                        right_table()[static_cast<std::size_t>(right)].sentence),
                            fmt::format("ask somebody who has it: {}", fmt::join(roles, ", ")))
        .as("no_right",
            {{"act", schema::Phrase("people.rights." + std::string(schema::word(right)))},
             {"roles", std::move(told)}});
}

}  // namespace access_control
