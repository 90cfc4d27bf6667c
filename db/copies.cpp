#include "db/copies.h"

#include <set>

#include "db/file/book_file.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"
#include "schema/types/error.h"

namespace db {

namespace {

namespace fs = std::filesystem;
using PatientId = schema::Id<schema::Patient>;

std::string first_entry(Connection& connection) {
    Query first(connection, "SELECT hex(hash) FROM ledger WHERE seq = 1");
    return first.step() ? first.get<std::string>() : "";
}

bool holds(Connection& copy, PatientId patient, const std::string& chart, bool is_same_book) {
    Query found(copy, "SELECT 1 FROM patient WHERE chart = ?1 OR (id = ?2 AND ?3) LIMIT 1");
    found.with(chart, patient, is_same_book);
    return found.step();
}

bool is_a_book(const BookFile& file) {
    constexpr std::string_view sqlite_mark("SQLite format 3\0", 16);
    constexpr std::string_view mark = "Ndlb";
    const auto header = file.first_bytes(72);
    return header.starts_with(sqlite_mark) && header.substr(68) == mark;
}

// An encrypted backup (docs/backup-format.md), which only its key opens.
bool is_sealed(const BookFile& file) {
    return file.first_bytes(8) == "NDLBSEAL";
}

// The book and what lies beside it while it is open: to open and close one of these would end
// SQLite's locks on it.
std::set<FileIdentity> files_of(const fs::path& book) {
    std::set<FileIdentity> files;
    for (const auto* end :
         {"", ".head", ".lock", "-wal", "-shm", ".access", ".access-wal", ".access-shm"}) {
        if (const auto file = identity_of(book.string() + end)) {
            files.insert(*file);
        }
    }
    return files;
}

template <class Folder>
void add_files(const fs::path& folder, std::set<fs::path>& files) {
    std::error_code stopped;
    Folder each(folder, fs::directory_options::skip_permission_denied, stopped);
    for (; !stopped && each != Folder(); each.increment(stopped)) {
        std::error_code unknown;
        if (each->is_regular_file(unknown) && !each->is_symlink(unknown)) {
            files.insert(each->path());
        }
    }
}

}  // namespace

std::vector<Copy> copies_with(const Book& book,
                              PatientId patient,
                              const std::string& chart,
                              const std::vector<fs::path>& folders) {
    std::set<fs::path> files;
    const auto own = fs::absolute(book.file());
    add_files<fs::directory_iterator>(own.parent_path(), files);
    for (const auto& folder : folders) {
        if (!fs::is_directory(folder)) {
            throw schema::missing("--backups",
                                  "there is no folder " + folder.string(),
                                  "name the folder that the backups are in");
        }
        add_files<fs::recursive_directory_iterator>(fs::absolute(folder), files);
    }
    const auto open_files = files_of(own);
    const auto first = translated([&] { return first_entry(book.connection()); });
    std::vector<Copy> found;
    for (const auto& path : files) {
        try {
            const auto identity = identity_of(path);
            if (!identity || open_files.contains(*identity)) {
                continue;
            }
            const BookFile file(path);
            if (is_sealed(file)) {
                found.push_back({.file = path, .is_known = false});
                continue;
            }
            if (!is_a_book(file)) {
                continue;
            }
            std::error_code no_log;
            const bool has_log = fs::file_size(path.string() + "-wal", no_log) > 0 && !no_log;
            if (has_log) {
                found.push_back({.file = path, .is_known = false});  // not without writing there
                continue;
            }
            Connection copy(file.path(), Medium::unchanging);
            const bool is_same_book = !first.empty() && first_entry(copy) == first;
            if (holds(copy, patient, chart, is_same_book)) {
                found.push_back({.file = path, .is_same_book = is_same_book});
            }
        } catch (const std::exception&) {
            found.push_back({.file = path, .is_known = false});
        }
    }
    return found;
}

}  // namespace db
