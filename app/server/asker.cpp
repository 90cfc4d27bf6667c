#include "app/server/asker.h"

#include <fmt/format.h>

#include "app/access/second_factor.h"
#include "app/server/http/device_token.h"
#include "app/server/http/problem.h"
#include "app/server/http/target.h"
#include "schema/kinds/record_text.h"
#include "schema/types/error.h"
#include "schema/types/text_bounds.h"

namespace server {

namespace {

Asker program_of(const db::Book& book, const std::string& token, access_control::Moment now) {
    try {
        return {.grant = access_control::authorise(book, token, now)};
    } catch (const schema::Error& error) {
        if (error.fault() != schema::Fault::forbidden) {
            throw;
        }
        throw Refused(not_signed_in());
    }
}

}  // namespace

std::string drafts_of(schema::Id<schema::Account> account) {
    return fmt::format("account {}", account.value);
}

std::optional<std::string> token_of(const Request& request, const Guard& guard) {
    auto token = bearer_token(request);
    return token ? token : guard.device_token(request);
}

void refuse_owner_without_second_factor(const db::Book& book,
                                        const schema::Account& account,
                                        const Request& request,
                                        const Guard& guard) {
    if (account.role == schema::AccountRole::owner && guard.is_from_network(request) &&
        !access_control::has_second_factor(book, account.id)) {
        throw Refused({.status = 403,
                       .detail = "an owner signs in from the network only with a second factor",
                       .remedy = "set up the codes of an app on the machine that serves the book: "
                                 "Settings, Your account",
                       .code = "owner_needs_second_factor",
                       .told = {"error.owner_needs_second_factor"}});
    }
}

std::string Asker::owner_of_drafts() const {
    if (!grant.account()) {
        return "";
    }
    return person ? drafts_of(*grant.account()) : "program " + grant.actor();
}

Asker asker_of(const db::Book& book,
               const Request& request,
               const Guard& guard,
               const std::string& actor,
               access_control::Moment now) {
    if (!guard.has_accounts()) {
        return {.grant = access_control::authorise_local(book, actor_of(request, actor)),
                .key = guard.key()};
    }
    if (const auto token = bearer_token(request)) {
        return program_of(book, *token, now);
    }
    const auto token = guard.device_token(request);
    auto person = token ? access_control::person_of(book, *token, now) : std::nullopt;
    if (!person) {
        throw Refused(not_signed_in());
    }
    if (person->locked) {
        throw Refused({.status = 401,
                       .detail = "this device is locked",
                       .remedy = "unlock it with the PIN or the password",
                       .code = "locked",
                       .told = {"error.locked"}});
    }
    refuse_owner_without_second_factor(book, person->account, request, guard);
    return {.grant = access_control::authorise(book, person->account.id),
            .person = std::move(person),
            .key = page_key(*token)};
}

std::string actor_of(const Request& request, const std::string& otherwise) {
    const auto header = request.header("x-needlebook-actor");
    if (!header) {
        return otherwise;
    }
    const auto name = percent_decoded(*header);
    if (!name || kinds::is_blank(*name) || schema::text_fault(schema::TextKind::name, *name)) {
        throw schema::misused(
            "X-Needlebook-Actor",
            "is not a name",
            "send a percent-encoded name: " + schema::text_form(schema::TextKind::name));
    }
    return *name;
}

}  // namespace server
