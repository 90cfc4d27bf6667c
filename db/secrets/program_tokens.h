#pragma once
// The tokens of programs, by the SHA-256 of the token as hex.

#include <optional>
#include <string>
#include <vector>

#include "db/secrets/secret_write.h"
#include "schema/records/account.h"

namespace db {

struct ProgramToken {
    std::int64_t id = 0;  // 0 until it is written
    std::string name;
    std::string hash;
    std::string rights;                     // access_control::rights_text
    schema::Id<schema::Account> account{};  // who made it
    std::optional<std::int64_t> until;      // none: until it is revoked
    bool revoked = false;

    bool operator==(const ProgramToken&) const = default;
};

std::vector<ProgramToken> all_program_tokens(const Book& book);  // by id, revoked ones too
std::optional<ProgramToken> find_program_token(const Book& book, const std::string& hash);
std::optional<ProgramToken> find_program_token(const Book& book, std::int64_t id);

// Stores a new one; its id is given. The database refuses a name that one in force has.
std::int64_t insert_program_token(SecretWrite write, const ProgramToken& token);
void revoke_program_token(SecretWrite write, std::int64_t id);

}  // namespace db
