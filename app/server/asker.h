#pragma once
// Who asks, as the book says by now. Nothing of record is read or written without one.

#include <optional>
#include <string>

#include "app/access/grant.h"
#include "app/access/turn.h"
#include "app/server/http/guard.h"
#include "app/server/http/request.h"
#include "db/book.h"

namespace server {

// Of an account, whose drafts they are; see Draft::owner.
std::string drafts_of(schema::Id<schema::Account> account);

struct Asker {
    access_control::Grant grant;
    // Whose turn it is on the device that asks; nothing for a program, and in a book without
    // accounts.
    std::optional<access_control::Person> person{};
    // Why, where emergency reading is going on (emergencies.h).
    std::optional<std::string> emergency{};
    std::string key{};  // that a page of the asker sends with writes; empty for a program

    // Whose drafts they see; empty in a book without accounts.
    std::string owner_of_drafts() const;
};

// What a program or else a device shows of itself in a book with accounts, sound or not.
std::optional<std::string> token_of(const Request& request, const Guard& guard);

// Throws Refused (403) for an owner who comes over the network and of whom no code is asked.
void refuse_owner_without_second_factor(const db::Book& book,
                                        const schema::Account& account,
                                        const Request& request,
                                        const Guard& guard);

// In a book without accounts whoever was let in, under the actor's name, with the rights of an
// owner. With accounts (Guard::has_accounts) the program whose token comes with the request, or who
// is signed in on the device that asks. Throws Refused: 401 with the code "sign_in" for anybody
// else, "locked" where the device is.
Asker asker_of(const db::Book& book,
               const Request& request,
               const Guard& guard,
               const std::string& actor,
               access_control::Moment now);

// Whom the request names in X-Needlebook-Actor, or `otherwise`. Throws schema::Error (misused) for
// a name that is none. Of a book without accounts.
std::string actor_of(const Request& request, const std::string& otherwise);

}  // namespace server
