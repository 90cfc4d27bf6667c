#include "db/secrets/delays.h"

#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

Delay find_delay(const Book& book, const std::string& of) {
    return translated([&] {
        Query row(book.connection(), "SELECT failures, until FROM secret_delay WHERE of = ?");
        row.with(of);
        Delay delay;
        if (row.step()) {
            delay.failures = row.get<int>();
            delay.until = row.get<std::int64_t>();
        }
        return delay;
    });
}

void put_delay(SecretWrite write, const std::string& of, const Delay& delay) {
    Query(write.connection(),
          "INSERT OR REPLACE INTO secret_delay (of, failures, until) VALUES (?, ?, ?)")
        .with(of, delay.failures, delay.until)
        .run();
}

void remove_delay(SecretWrite write, const std::string& of) {
    Query(write.connection(), "DELETE FROM secret_delay WHERE of = ?").with(of).run();
}

void remove_delays_before(SecretWrite write, std::int64_t moment) {
    Query(write.connection(), "DELETE FROM secret_delay WHERE until < ?").with(moment).run();
}

}  // namespace db
