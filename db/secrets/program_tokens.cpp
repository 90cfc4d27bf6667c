#include "db/secrets/program_tokens.h"

#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

std::vector<ProgramToken> all_program_tokens(const Book& book) {
    return translated([&] {
        std::vector<ProgramToken> all;
        Query rows(book.connection(),
                   "SELECT id, name, hash, rights, account_id, until, revoked "
                   "FROM secret_program_token ORDER BY id");
        while (rows.step()) {
            auto& token = all.emplace_back();
            token.id = rows.get<std::int64_t>();
            token.name = rows.get<std::string>();
            token.hash = rows.get<std::string>();
            token.rights = rows.get<std::string>();
            token.account = rows.get<schema::Id<schema::Account>>();
            token.until = rows.get<std::optional<std::int64_t>>();
            token.revoked = rows.get<bool>();
        }
        return all;
    });
}

std::optional<ProgramToken> find_program_token(const Book& book, const std::string& hash) {
    for (auto& token : all_program_tokens(book)) {
        if (token.hash == hash) {
            return std::move(token);
        }
    }
    return std::nullopt;
}

std::optional<ProgramToken> find_program_token(const Book& book, std::int64_t id) {
    for (auto& token : all_program_tokens(book)) {
        if (token.id == id) {
            return std::move(token);
        }
    }
    return std::nullopt;
}

std::int64_t insert_program_token(SecretWrite write, const ProgramToken& token) {
    Query insert(
        write.connection(),
        "INSERT INTO secret_program_token (name, hash, rights, account_id, until, revoked) "
        "VALUES (?, ?, ?, ?, ?, 0) RETURNING id");
    insert.with(token.name, token.hash, token.rights, token.account, token.until);
    insert.step();
    const auto id = insert.get<std::int64_t>();
    insert.step();  // to the end: only then is the row stored
    return id;
}

void revoke_program_token(SecretWrite write, std::int64_t id) {
    Query(write.connection(), "UPDATE secret_program_token SET revoked = 1 WHERE id = ?")
        .with(id)
        .run();
}

}  // namespace db
