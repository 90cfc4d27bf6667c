#include "db/records/accounts.h"

#include <algorithm>

#include <fmt/format.h>

#include "db/sqlite/connection.h"
#include "db/sqlite/kind_rows.h"
#include "db/sqlite/sqlite_error.h"
#include "schema/types/folding.h"

namespace db {

namespace {

using schema::Account;
using schema::SignInDevice;

template <class Record>
std::vector<Record> all_of(const Book& book) {
    static const auto sql = fmt::format("SELECT id, version, {} FROM {} ORDER BY id",
                                        field_list(kinds::of<Record>(), "#"),
                                        kinds::of<Record>().table);
    return translated([&] {
        std::vector<Record> all;
        Query rows(book.connection(), sql);
        while (rows.step()) {
            auto& record = all.emplace_back();
            record.id = rows.get<schema::Id<Record>>();
            record.version = rows.get<int>();
            read_fields(rows, record);
        }
        return all;
    });
}

template <class Record, class Test>
std::optional<Record> first_of(std::vector<Record> all, Test&& test) {
    const auto found = std::find_if(all.begin(), all.end(), test);
    return found == all.end() ? std::nullopt : std::optional(std::move(*found));
}

template <class Record>
schema::Id<Record> insert_one(Write& write, const Record& record) {
    static const auto sql = fmt::format(
        "INSERT INTO {} (id, version, {}) VALUES (coalesce(nullif(?, 0), {}), ?, {}) "
        "RETURNING id",
        kinds::of<Record>().table,
        field_list(kinds::of<Record>(), "#"),
        next_id(kinds::of<Record>().table),
        field_list(kinds::of<Record>(), "?"));
    Query insert(write.connection(), sql);
    insert.with(record.id, record.version);
    bind_fields(insert, record);
    insert.step();
    const auto id = insert.get<schema::Id<Record>>();
    insert.step();  // to the end: only then is the row stored
    return id;
}

template <class Record>
void update_one(Write& write, const Record& record) {
    static const auto sql = fmt::format("UPDATE {} SET {}, version = version + 1 WHERE id = ?",
                                        kinds::of<Record>().table,
                                        field_list(kinds::of<Record>(), "# = ?"));
    Query update(write.connection(), sql);
    bind_fields(update, record);
    update.bind(record.id);
    update.run();
}

}  // namespace

bool has_accounts(const Book& book) {
    return translated(
        [&] { return Query(book.connection(), "SELECT 1 FROM account LIMIT 1").step(); });
}

std::vector<Account> all_accounts(const Book& book) {
    return all_of<Account>(book);
}

std::optional<Account> find_account(const Book& book, schema::Id<Account> id) {
    return first_of(all_accounts(book), [&](const Account& each) { return each.id == id; });
}

std::optional<Account> find_account(const Book& book, std::string_view name) {
    const auto wanted = schema::identity(name);
    return first_of(all_accounts(book),
                    [&](const Account& each) { return schema::identity(each.name) == wanted; });
}

schema::Id<Account> insert_account(Write& write, const Account& account) {
    return insert_one(write, account);
}

void update_account(Write& write, const Account& account) {
    update_one(write, account);
}

std::vector<SignInDevice> all_devices(const Book& book) {
    return all_of<SignInDevice>(book);
}

std::optional<SignInDevice> find_device(const Book& book, schema::Id<SignInDevice> id) {
    return first_of(all_devices(book), [&](const SignInDevice& each) { return each.id == id; });
}

schema::Id<SignInDevice> insert_device(Write& write, const SignInDevice& device) {
    return insert_one(write, device);
}

void update_device(Write& write, const SignInDevice& device) {
    update_one(write, device);
}

}  // namespace db
