#include "app/backup/timestamps.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <ctime>
#include <iomanip>
#include <locale>
#include <regex>
#include <sstream>

#include <fmt/format.h>

#include "app/backup/backup_file.h"
#include "app/backup/medium.h"
#include "app/backup/openssl.h"
#include "app/backup/policy.h"
#include "db/file/book_files.h"
#include "db/file/book_names.h"
#include "db/file/file.h"
#include "db/ledger/ledger.h"
#include "db/ledger/sha256.h"
#include "db/utc.h"

namespace backup {

namespace {

namespace fs = std::filesystem;

fs::path timestamps_beside(const fs::path& book) {
    return db::resolved(book).string() + ".timestamps";
}

fs::path timestamps_folder(const db::Book& book) {
    return timestamps_beside(book.file());
}

fs::path timestamps_among(const fs::path& backups) {
    return backups / "needlebook-timestamps";
}

std::string name_of_stamp(const db::Head& end) {
    return fmt::format("entry{}-{}", end.seq, db::hex(end.hash));
}

std::optional<db::Head> head_of_name(const std::string& name) {
    static const std::regex form(R"(entry(\d{1,18})-([0-9a-f]{64}))");
    std::smatch found;
    if (!std::regex_match(name, found, form)) {
        return std::nullopt;
    }
    return db::Head{.seq = std::stoll(found[1].str()), .hash = db::hash_of_hex(found[2].str())};
}

// Files of this extension, by their names without it.
std::vector<std::string> names_with(const fs::path& folder, const char* extension) {
    std::vector<std::pair<std::int64_t, std::string>> found;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
        const auto name = entry.path().stem().string();
        const auto head = head_of_name(name);
        if (head && entry.path().extension() == extension) {
            found.emplace_back(head->seq, name);
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> names;
    for (auto& [seq, name] : found) {
        names.push_back(std::move(name));
    }
    return names;
}

// "Time stamp: Dec  1 00:20:00 2026 GMT" of what openssl tells of an answer.
std::optional<std::int64_t> moment_of_answer(const fs::path& answer) {
    const auto told = run_openssl({"ts", "-reply", "-in", answer.string(), "-text"}).said;
    static const std::regex line(
        R"(Time stamp: (\w{3} [ \d]\d \d\d:\d\d:\d\d)(\.\d+)? (\d{4}) GMT)");
    std::smatch found;
    if (!std::regex_search(told, found, line)) {
        return std::nullopt;
    }
    std::istringstream text(found[1].str() + " " + found[3].str());
    text.imbue(std::locale::classic());
    std::tm parts{};
    text >> std::get_time(&parts, "%b %d %H:%M:%S %Y");
    return text.fail() ? std::nullopt : std::optional<std::int64_t>(::timegm(&parts));
}

// What openssl says was wrong, of "40E7…:error:17800067:time stamp routines:FUNCTION:message
// imprint mismatch:FILE:LINE:more".
std::string reason_of(const std::string& said) {
    static const std::regex error(":error:[0-9A-Fa-f]+:[^:]*:[^:]*:([^:]+):[^:]*:[0-9]+:([^\n]*)");
    std::smatch found;
    if (!std::regex_search(said, found, error)) {
        return "openssl does not say why";
    }
    return found[2].length() == 0 ? found[1].str() : found[1].str() + ", " + found[2].str();
}

OpensslRan verify(const std::vector<std::string>& of_what,
                  const fs::path& answer,
                  const fs::path& authority,
                  const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{"ts", "-verify"};
    words.insert(words.end(), of_what.begin(), of_what.end());
    words.insert(words.end(), {"-in", answer.string(), "-CAfile", authority.string()});
    words.insert(words.end(), more.begin(), more.end());
    return run_openssl(std::move(words));
}

void refuse_not_there(const fs::path& file, const char* remedy) {
    if (!fs::is_regular_file(file)) {
        throw schema::missing(file.string(), "is not there", remedy);
    }
}

// Under its name only when it is whole.
void put_copy(const fs::path& from, const fs::path& to) {
    const auto fresh = to.string() + ".unfinished";
    db::remove_if_there(fresh);  // of one that was killed
    copy_bytes(from, fresh);
    if (std::rename(fresh.c_str(), to.c_str()) != 0) {
        db::throw_system_error(to, "cannot get its name", errno);
    }
    db::sync_folder_of(to);
}

void copy_unless_there(const fs::path& from, const fs::path& to) {
    if (!fs::exists(to)) {
        put_copy(from, to);
    }
}

bool is_signed(const fs::path& folder, const std::string& name) {
    const auto answer = folder / (name + ".tsr");
    const auto moment = moment_of_answer(answer);
    return moment && verify({"-digest", db::hex(head_of_name(name).value().hash)},
                            answer,
                            folder / (name + ".pem"),
                            {"-attime", std::to_string(*moment)})
                             .status == 0;
}

bool is_same(const fs::path& one, const fs::path& other) {
    return fs::exists(other) && sha256_of(one) == sha256_of(other);
}

// An answer comes after what it is verified by.
constexpr std::array<const char*, 2> of_a_stamp{".pem", ".tsr"};

void carry_stamp(const fs::path& from, const fs::path& to, const std::string& name) {
    const auto there = [&](const char* ending) { return to / (name + ending); };
    const bool is_as_here = std::all_of(of_a_stamp.begin(), of_a_stamp.end(), [&](auto ending) {
        return is_same(from / (name + ending), there(ending));
    });
    const bool is_there = fs::exists(there(".tsr")) && fs::exists(there(".pem"));
    if (is_as_here || (is_there && (is_signed(to, name) || !is_signed(from, name)))) {
        return;
    }
    for (const auto* ending : of_a_stamp) {
        put_copy(from / (name + ending), there(ending));
    }
}

void carry(const fs::path& from, const fs::path& to) {
    const auto answers = names_with(from, ".tsr");
    const auto requests = names_with(from, ".tsq");
    if (answers.empty() && requests.empty()) {
        return;
    }
    db::make_folders_of(to / "file");
    for (const auto& name : answers) {
        if (fs::exists(from / (name + ".pem"))) {
            carry_stamp(from, to, name);
        }
    }
    for (const auto& name : requests) {
        copy_unless_there(from / (name + ".tsq"), to / (name + ".tsq"));
    }
}

// With the backups too: who loses the machine has the stamps.
void keep_in_folders_of_backups(const db::Book& book) {
    const auto identity = identity_of_book(book);
    for (const auto& folder : folders_of(read_policy(book.file()), book.file())) {
        const auto place = place_of(folder);
        if (place && owner_of(*place) == identity) {
            keep_timestamps(book.file(), *place);
        }
    }
}

TimeStamp looked_at(const db::Book& book, const fs::path& folder, const std::string& name) {
    TimeStamp stamp{.of = head_of_name(name).value_or(db::Head{}), .at = "unknown", .name = name};
    const auto answer = folder / (name + ".tsr");
    const auto moment = moment_of_answer(answer);
    std::vector<std::string> as_of;
    if (moment) {
        stamp.at = db::utc_text(*moment);
        as_of = {"-attime", std::to_string(*moment)};
    }
    const auto ran =
        verify({"-digest", db::hex(stamp.of.hash)}, answer, folder / (name + ".pem"), as_of);
    if (ran.status != 0) {
        stamp.problem = {answer.string(),
                         "is not what the authority signed: " + reason_of(ran.said),
                         "take it from a folder of backups: needlebook-timestamps"};
    } else if (db::entry_with_hash(book, db::hex(stamp.of.hash)) != stamp.of.seq) {
        stamp.problem = {
            answer.string(),
            fmt::format("stamps entry {}, which is not in this book's ledger", stamp.of.seq),
            "this book was rolled back or its ledger rewritten since; compare it with "
            "a backup, and keep both"};
    }
    return stamp;
}

}  // namespace

db::Head request_timestamp(const db::Book& book, const fs::path& out) {
    const auto end = db::ledger_end(book);
    if (end.seq == 0) {
        throw schema::refused("ledger", "has no entry yet", "record something first");
    }
    const auto kept = timestamps_folder(book) / (name_of_stamp(end) + ".tsq");
    db::make_folders_of(kept);
    if (!fs::exists(kept)) {
        const auto fresh = kept.string() + ".unfinished";
        const auto ran = run_openssl(
            {"ts", "-query", "-digest", db::hex(end.hash), "-sha256", "-cert", "-out", fresh});
        if (ran.status != 0) {
            db::remove_if_there(fresh);
            throw schema::unavailable(out.string(),
                                      "openssl made no request: " + reason_of(ran.said),
                                      "see whether there is room, and try again");
        }
        fs::rename(fresh, kept);
    }
    copy_bytes(kept, out);
    return end;
}

TimeStamp import_timestamp(const db::Book& book,
                           const fs::path& answer,
                           const fs::path& authority) {
    refuse_not_there(answer, "name the authority's answer");
    refuse_not_there(authority, "name the authority's certificate, in PEM");
    const auto folder = timestamps_folder(book);
    const auto requests = names_with(folder, ".tsq");
    if (requests.empty()) {
        throw schema::refused(answer.string(),
                              "answers nothing: no time-stamp was requested of this book",
                              "ask for one first",
                              "needlebook timestamp request --out head.tsq");
    }
    std::string why;
    // The newest first: that is what is answered.
    for (auto name = requests.rbegin(); name != requests.rend(); ++name) {
        const auto ran =
            verify({"-queryfile", (folder / (*name + ".tsq")).string()}, answer, authority);
        if (ran.status != 0) {
            const auto reason = reason_of(ran.said);
            // That it answers another request says least.
            why = why.empty() || reason.find("mismatch") == std::string::npos ? reason : why;
            continue;
        }
        copy_unless_there(authority, folder / (*name + ".pem"));
        copy_unless_there(answer, folder / (*name + ".tsr"));
        keep_in_folders_of_backups(book);
        return looked_at(book, folder, *name);
    }
    throw schema::refused(
        answer.string(),
        "is no answer to a request of this book that this authority signed: " + why,
        "see whether the answer is to the newest request, and the certificate the "
        "authority's own");
}

void keep_timestamps(const fs::path& book, const fs::path& backups) {
    carry(timestamps_beside(book), timestamps_among(backups));
}

void carry_timestamps(const fs::path& book, const fs::path& copy) {
    carry(timestamps_beside(book), timestamps_beside(copy));
}

void bring_timestamps(const fs::path& copy, const fs::path& book) {
    const auto to = timestamps_beside(book);
    carry(timestamps_beside(copy), to);
    carry(timestamps_among(fs::absolute(copy).parent_path()), to);
}

std::vector<TimeStamp> timestamps_of(const db::Book& book) {
    const auto folder = timestamps_folder(book);
    std::vector<TimeStamp> all;
    for (const auto& name : names_with(folder, ".tsr")) {
        all.push_back(looked_at(book, folder, name));
    }
    return all;
}

}  // namespace backup
