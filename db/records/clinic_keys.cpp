#include "db/records/clinic_keys.h"

#include <utility>

#include <fmt/format.h>

#include "db/ledger/ledger.h"
#include "db/ledger/signature.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"
#include "db/utc.h"

namespace db {

namespace {

std::vector<ClinicKey> keys_where(const Book& book, const std::string& condition) {
    return translated([&] {
        std::vector<ClinicKey> all;
        Query rows(book.connection(),
                   "SELECT fingerprint, public_key, made_at, since_entry, vouched, retired_at, "
                   "until_entry FROM clinic_key " +
                       condition);
        while (rows.step()) {
            auto& key = all.emplace_back();
            key.fingerprint = rows.get<std::string>();
            key.public_key = rows.get<std::string>();
            key.made_at = rows.get<std::string>();
            key.since_entry = rows.get<std::int64_t>();
            key.vouched = rows.get<std::optional<std::string>>();
            key.retired_at = rows.get<std::optional<std::string>>();
            key.until_entry = rows.get<std::optional<std::int64_t>>();
            public_key_of(key.public_key, key.fingerprint);
        }
        return all;
    });
}

}  // namespace

PublicKey public_key_of(const std::string& pem, const std::string& fingerprint) {
    auto key = PublicKey::read(pem, "clinic_key");
    if (key.fingerprint() != fingerprint) {
        throw schema::Error(
            schema::Fault::damaged,
            fmt::format("the clinic's key {}", fingerprint),
            "is not the key that stands beside its fingerprint: somebody put another in its place",
            "keep this book for whoever looks into it, and restore a backup");
    }
    return key;
}

std::vector<ClinicKey> clinic_keys(const Book& book) {
    return keys_where(book, "ORDER BY since_entry");
}

std::optional<ClinicKey> clinic_key_in_use(const Book& book) {
    auto keys = keys_where(book, "WHERE retired_at IS NULL");
    return keys.empty() ? std::nullopt : std::optional(std::move(keys.front()));
}

void put_clinic_key(Write& write, const PublicKey& key, const std::optional<std::string>& vouched) {
    auto& connection = write.connection();
    const auto entry = ledger_end(connection).seq + 1;
    const auto now = utc_now();
    Query(connection,
          "UPDATE clinic_key SET retired_at = ?, until_entry = ? WHERE retired_at IS NULL")
        .with(now, entry)
        .run();
    SQLite::Statement insert(connection.database(),
                             "INSERT INTO clinic_key (fingerprint, public_key, made_at, "
                             "since_entry, vouched) VALUES (?, ?, ?, ?, ?)");
    insert.bind(1, key.fingerprint());
    insert.bind(2, key.pem());
    insert.bind(3, now);
    insert.bind(4, entry);
    if (vouched) {
        insert.bind(5, vouched->data(), static_cast<int>(vouched->size()));
    }
    insert.exec();
    write.signs_anew = true;
}

std::string vouching_text(const Book& book, const std::string& next_fingerprint) {
    return signed_text("needlebook key v1", book.connection(), hash_of_hex(next_fingerprint), "");
}

}  // namespace db
