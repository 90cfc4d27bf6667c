#pragma once
// Who acts, and what they may. Only `authorise` makes one; whatever reads or writes records for
// somebody asks it with `require`.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/access/moment.h"
#include "app/access/right.h"
#include "db/book.h"
#include "schema/types/id.h"

namespace access_control {

class Grant {
  public:
    // The actor of the ledger: the account's name, of a program "NAME by ACCOUNT".
    const std::string& actor() const { return actor_; }
    // Nothing in a book without accounts, and for the program itself.
    std::optional<schema::Id<schema::Account>> account() const { return account_; }
    // The token of a program; nothing of a person.
    std::optional<std::int64_t> program() const { return token_; }
    // The link of a patient, on their own page; nothing of anybody else.
    std::optional<std::int64_t> link() const { return link_; }
    const Rights& rights() const { return rights_; }
    bool has(Right right) const { return rights_.contains(right); }

    bool operator==(const Grant&) const = default;

  private:
    friend class Authority;  // grant.cpp
    Grant() = default;

    std::string actor_;
    std::optional<schema::Id<schema::Account>> account_;
    std::optional<std::int64_t> token_;  // of a program
    std::optional<std::int64_t> link_;   // of a patient
    Rights rights_;
    bool is_program_ = false;  // the program itself: see own_grant.h
};

// Of whoever works on this machine under that name. A book without accounts gives the owner's
// rights to anybody. With accounts it must be the name of one that is active, in whatever case and
// width: throws schema::Error (forbidden) else, and for a blank one.
Grant authorise_local(const db::Book& book, const std::string& actor);

// Of an account that has proved who they are (turn.h). Throws schema::Error (forbidden) for one
// that is disabled, (missing) for one that is not there.
Grant authorise(const db::Book& book, schema::Id<schema::Account> account);

// Of a program, by its token: the rights that it lists and its maker's role still has. Throws
// schema::Error (forbidden) for one that nobody made, that expired or was revoked, and whose maker
// is disabled; all of them with the same words.
Grant authorise(const db::Book& book, std::string_view token, Moment now);

// Of a patient who opened their own page (patient_door.h): to send own entries, and nothing else.
// Throws schema::Error (forbidden) where the link is withdrawn or lets nothing be told.
Grant authorise_patient(const db::Book& book, std::int64_t link);

// The same grant as the book says by now: an account that was disabled, a role that was changed, a
// token that was revoked. Throws as above.
Grant renewed(const db::Book& book, const Grant& grant, Moment now);

// Throws schema::Error (forbidden) that names the right and who has it.
void require(const Grant& grant, Right right);

}  // namespace access_control
