#include "db/access_log/read_access.h"

#include <fmt/format.h>

#include "db/access_log/access_file.h"
#include "db/secrets/access_head.h"
#include "db/sqlite/connection.h"
#include "schema/types/disk_fault.h"

namespace db {

namespace {

constexpr const char* give_back =
    "compare it with the one of a backup; what was read since then is known by nothing else";

std::optional<schema::Problem> chain_problem(Connection& log,
                                             const std::filesystem::path& file,
                                             std::string before) {
    Query rows(log, fmt::format("SELECT {} FROM access ORDER BY id", access_columns));
    std::int64_t id = 0;
    while (rows.step()) {
        const auto entry = access_row(rows);
        const auto where = fmt::format("{}: entry {} of {}", file.string(), entry.id, entry.at);
        if (entry.id != id + 1) {
            return schema::Problem{
                where, fmt::format("follows entry {}: entries between are missing", id), give_back};
        }
        if (access_hash(before, entry) != entry.hash) {
            return schema::Problem{
                where,
                "does not continue the chain: it or the entry before was altered, or stands in "
                "another's place",
                give_back};
        }
        id = entry.id;
        before = entry.hash;
    }
    return std::nullopt;
}

std::vector<schema::Problem> problems_of(Connection& log,
                                         const std::filesystem::path& file,
                                         const std::string& origin,
                                         const std::optional<AccessEnd>& kept) {
    std::vector<schema::Problem> problems;
    SQLite::Transaction moment(log.database());
    const auto pages = log.database().execAndGet("PRAGMA quick_check(1)").getString();
    if (pages != "ok") {
        problems.push_back(
            {file.string(), fmt::format("SQLite's quick check: {}", pages), give_back});
    }
    for (auto& each : access_schema_problems(log, file)) {
        problems.push_back(std::move(each));
    }
    if (auto broken = chain_problem(log, file, origin)) {
        problems.push_back(std::move(*broken));
    }
    if (kept && !has_entry(log, *kept)) {
        const auto last = last_access(log);
        problems.push_back(
            {file.string(),
             fmt::format("does not have entry {} as it was when somebody last signed in or out; it "
                         "ends with entry {}",
                         kept->entry,
                         last ? last->id : 0),
             give_back});
    }
    return problems;
}

}  // namespace

std::vector<AccessEntry> access_entries(const Book& book, const AccessQuery& query) {
    const auto file = access_path(book.file());
    std::vector<AccessEntry> entries;
    if (!is_there(file)) {
        return entries;
    }
    auto log = open_access_file(file);
    with_access_file(file, [&] {
        std::string where = "1";
        where += query.patient ? " AND patient = ?" : "";
        where += query.account ? " AND account = ?" : "";
        where += query.since ? " AND at >= ?" : "";
        where += query.until ? " AND at < ?" : "";
        where += query.before ? " AND id < ?" : "";
        Query rows(
            *log,
            fmt::format(
                "SELECT {} FROM access WHERE {} ORDER BY id DESC LIMIT ?", access_columns, where));
        const auto bind = [&](const auto& value) {
            if (value) {
                rows.bind(*value);
            }
        };
        bind(query.patient);
        bind(query.account);
        bind(query.since);
        bind(query.until);
        bind(query.before);
        rows.bind(query.most);
        while (rows.step()) {
            entries.push_back(access_row(rows));
        }
    });
    close_access_file(std::move(log), book.file());
    return entries;
}

std::vector<schema::Problem> access_problems(const Book& book) {
    const auto file = access_path(book.file());
    const auto kept = access_head(book);
    if (!is_there(file)) {
        return kept ? std::vector<schema::Problem>{{file.string(),
                                                    fmt::format("is not there, and had {} entries "
                                                                "at least",
                                                                kept->entry),
                                                    "put the log back beside the book, or give it "
                                                    "up: `needlebook access --begin-anew "
                                                    "--reason …`"}}
                    : std::vector<schema::Problem>{};
    }
    std::vector<schema::Problem> problems;
    try {
        const auto origin = translated([&] { return access_origin(book.connection()); });
        auto log = open_access_file(file);
        with_access_file(file, [&] { problems = problems_of(*log, file, origin, kept); });
        close_access_file(std::move(log), book.file());
    } catch (const schema::Error& error) {
        if (schema::is_of_the_disk(error.fault())) {
            throw;
        }
        problems.insert(problems.end(), error.problems().begin(), error.problems().end());
    }
    return problems;
}

}  // namespace db
