#include "db/secrets/link_codes.h"

#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

std::optional<LinkCode> find_link_code(const Book& book, std::int64_t link) {
    return translated([&]() -> std::optional<LinkCode> {
        Query row(book.connection(),
                  "SELECT link_id, hash, failures, openings, opened_at FROM secret_link_code "
                  "WHERE link_id = ?");
        row.with(link);
        if (!row.step()) {
            return std::nullopt;
        }
        LinkCode code;
        code.link = row.get<std::int64_t>();
        code.hash = row.get<std::string>();
        code.failures = row.get<int>();
        code.openings = row.get<int>();
        code.opened_at = row.get<std::optional<std::int64_t>>();
        return code;
    });
}

void put_link_code(SecretWrite write, const LinkCode& code) {
    Query(write.connection(),
          "INSERT OR REPLACE INTO secret_link_code (link_id, hash, failures, openings, opened_at) "
          "VALUES (?, ?, ?, ?, ?)")
        .with(code.link, code.hash, code.failures, code.openings, code.opened_at)
        .run();
}

std::optional<std::int64_t> link_of_browser(const Book& book,
                                            const std::string& hash,
                                            std::int64_t now) {
    return translated([&]() -> std::optional<std::int64_t> {
        Query row(book.connection(),
                  "SELECT link_id FROM secret_link_browser WHERE hash = ? AND until > ?");
        row.with(hash, now);
        return row.step() ? std::optional(row.get<std::int64_t>()) : std::nullopt;
    });
}

void add_link_browser(SecretWrite write,
                      const std::string& hash,
                      std::int64_t link,
                      std::int64_t until,
                      std::int64_t now) {
    Query(write.connection(), "DELETE FROM secret_link_browser WHERE until <= ?").with(now).run();
    Query(write.connection(),
          "INSERT INTO secret_link_browser (hash, link_id, until) VALUES (?, ?, ?)")
        .with(hash, link, until)
        .run();
}

void remove_link_browsers(SecretWrite write, std::int64_t link) {
    Query(write.connection(), "DELETE FROM secret_link_browser WHERE link_id = ?").with(link).run();
}

}  // namespace db
