#include "db/key/key_files.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/file/book_files.h"
#include "db/file/file.h"
#include "db/file/private_file.h"
#include "db/file/wiped.h"
#include "schema/types/error.h"

namespace db {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_file = 4096;
constexpr const char* own_folder = "needlebook-keys";

std::string environment(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

void refuse_open_to_others(const fs::path& path, const struct stat& found, std::string_view mode) {
    if ((found.st_mode & (S_IRWXG | S_IRWXO)) == 0) {
        return;
    }
    throw schema::refused(
        path.string(),
        fmt::format("is open to others on this machine: its mode is {:04o}",
                    found.st_mode & 07777U),
        fmt::format("chmod {} {}; then ask yourself who may have read the key, and make another if "
                    "somebody may",
                    mode,
                    path.string()),
        "needlebook key renew")
        .as("key_unsafe", {{"path", path.string()}});
}

void refuse_open_folder() {
    struct stat found {};
    if (::stat(keys_folder().c_str(), &found) == 0) {
        refuse_open_to_others(keys_folder(), found, "700");
    }
}

// Of the file that is open: what has its name may be another by now.
void refuse_file_of_others(const fs::path& path, const struct stat& found) {
    if (found.st_uid != ::geteuid() && found.st_uid != 0) {
        throw schema::refused(
            path.string(),
            fmt::format("belongs to another user of this machine, number {}", found.st_uid),
            "ask yourself who put it there; bring the clinic's key from its export, or make "
            "another",
            "needlebook key import FILE")
            .as("key_unsafe", {{"path", path.string()}});
    }
    refuse_open_to_others(path, found, "600");
}

void refuse_unsearchable() {
    if (auto problem = keys_folder_problem()) {
        throw schema::Error(schema::Fault::unavailable, {std::move(*problem)});
    }
}

bool is_within(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
           folder.end();
}

// Whoever copies the book's folder would take the key along. A home folder is nobody's to copy for
// a book's sake: there only its own level is the book's.
void refuse_folder_of(const fs::path& book) {
    const auto keys = fs::weakly_canonical(fs::absolute(keys_folder()));
    const auto folder = fs::weakly_canonical(fs::absolute(book)).parent_path();
    const auto home = environment("HOME");
    std::error_code cannot_be_seen;
    const auto home_folder = fs::weakly_canonical(home, cannot_be_seen);
    const bool holds_home = !home.empty() && !cannot_be_seen && is_within(home_folder, folder);
    if (holds_home ? keys == folder : is_within(keys, folder)) {
        throw schema::refused(keys.string(),
                              "lies in the book's folder: whoever copies that would have the key",
                              "name another folder in NEEDLEBOOK_KEYS, away from the book")
            .as("key_beside_book", {{"path", keys.string()}});
    }
}

std::mutex keys_mutex;
struct KnownKey {
    FileIdentity file;
    SigningKey key;
};
std::map<std::string, KnownKey>& known_keys() {
    static std::map<std::string, KnownKey> all;
    return all;
}

}  // namespace

fs::path keys_folder() {
    const std::string name_one =
        "name a folder by its path from the root, away from the book, in "
        "NEEDLEBOOK_KEYS";
    if (const auto named = environment("NEEDLEBOOK_KEYS"); !named.empty()) {
        if (!fs::path(named).is_absolute()) {
            throw schema::refused(
                "NEEDLEBOOK_KEYS",
                fmt::format("is \"{}\", which is another folder wherever the program is started",
                            named),
                name_one)
                .as("key_unsafe", {{"path", named}});
        }
        return named;
    }
    if (const fs::path data = environment("XDG_DATA_HOME"); data.is_absolute()) {
        return data / own_folder;
    }
    const auto home = environment("HOME");
    if (!fs::path(home).is_absolute()) {
        throw schema::refused(
            "HOME",
            home.empty()
                ? std::string("is not set, so that nobody can say where the clinic's key lies")
                : fmt::format("is \"{}\", which is no path from the root: nobody can say where the "
                              "clinic's key lies",
                              home),
            name_one)
            .as("key_unsafe", {{"path", home.empty() ? std::string("HOME") : home}});
    }
    return fs::path(home) / ".local" / "share" / own_folder;
}

std::optional<schema::Problem> keys_folder_problem() {
    try {
        const auto folder = keys_folder();
        struct stat found {};
        if (::stat((folder / ".").c_str(), &found) == 0 || errno == ENOENT) {
            return std::nullopt;
        }
        return schema::Problem{
            folder.string(),
            fmt::format("cannot be searched for the clinic's key: {}", std::strerror(errno)),
            "make it a folder of yours, of mode 0700, or name another in NEEDLEBOOK_KEYS"}
            .as("key_unsafe", {{"path", folder.string()}});
    } catch (const schema::Error& error) {
        return error.problems().front();
    }
}

fs::path key_file(const std::string& fingerprint) {
    // It comes out of the book, and a path may stand there.
    if (fingerprint.size() != 64 ||
        fingerprint.find_first_not_of("0123456789abcdef") != std::string::npos) {
        throw schema::Error(schema::Fault::damaged,
                            "the clinic's key",
                            "has a fingerprint that is none",
                            "keep this book for whoever looks into it, and restore a backup");
    }
    return keys_folder() / (fingerprint + ".pem");
}

std::optional<SigningKey> key_here(const std::string& fingerprint) {
    const std::lock_guard lock(keys_mutex);
    const auto path = key_file(fingerprint);
    const auto known = known_keys().find(path.string());
    if (known != known_keys().end() && known->second.file == identity_of(path)) {
        return known->second.key;
    }
    refuse_unsearchable();
    const auto file = File::open_if_there(path, O_RDONLY);
    if (!file) {
        return std::nullopt;
    }
    refuse_open_folder();
    refuse_file_of_others(path, file->status());
    const Wiped text(file->read_at(0, longest_file));
    auto key = SigningKey::read(text.view(), path.string());
    if (key.public_key().fingerprint() != fingerprint) {
        throw schema::refused(path.string(),
                              "holds another key than its name says",
                              "bring the clinic's key back from its export",
                              "needlebook key import FILE")
            .as("key_unsafe", {{"path", path.string()}});
    }
    known_keys().insert_or_assign(path.string(), KnownKey{file->identity(), key});
    return key;
}

bool is_key_here(const std::string& fingerprint) {
    std::error_code cannot_be_seen;
    return !keys_folder_problem() && fs::exists(key_file(fingerprint), cannot_be_seen);
}

void keep_key(const SigningKey& key, const fs::path& book) {
    const std::lock_guard lock(keys_mutex);
    refuse_unsearchable();
    refuse_folder_of(book);
    const auto path = key_file(key.public_key().fingerprint());
    make_folders_of(path);
    refuse_open_folder();
    PrivateFile file(path, PrivateFile::Over::itself);
    file.write(key.pem().view());
    file.close();
    sync_folder_of(keys_folder());
}

}  // namespace db
