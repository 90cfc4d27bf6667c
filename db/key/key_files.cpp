#include "db/key/key_files.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <map>
#include <mutex>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include "db/file/book_files.h"
#include "db/file/file.h"
#include "db/file/private_file.h"
#include "db/file/wiped.h"
#include "schema/types/error.h"

namespace db {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_file = 4096;

std::string environment(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

void refuse_readable_by_others(const fs::path& path, std::string_view mode) {
    struct stat found {};
    if (::stat(path.c_str(), &found) == 0 && (found.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        throw schema::refused(
            path.string(),
            fmt::format("is open to others on this machine: its mode is {:04o}",
                        found.st_mode & 07777U),
            fmt::format("chmod {} {}; then ask yourself who may have read the key: `needlebook "
                        "key renew` makes another",
                        mode,
                        path.string()));
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
    const bool holds_home = !home.empty() && is_within(fs::weakly_canonical(home), folder);
    if (holds_home ? keys == folder : is_within(keys, folder)) {
        throw schema::refused(keys.string(),
                              "lies in the book's folder: whoever copies that would have the key",
                              "name another folder in NEEDLEBOOK_KEYS, away from the book");
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
    if (const auto named = environment("NEEDLEBOOK_KEYS"); !named.empty()) {
        return named;
    }
    fs::path data = environment("XDG_DATA_HOME");
    if (data.empty()) {
        data = fs::path(environment("HOME")) / ".local" / "share";
    }
    return data / "needlebook-keys";
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
    const auto file = File::open_if_there(path, O_RDONLY);
    if (!file) {
        return std::nullopt;
    }
    refuse_readable_by_others(keys_folder(), "700");
    refuse_readable_by_others(path, "600");
    const Wiped text(file->read_at(0, longest_file));
    auto key = SigningKey::read(text.view(), path.string());
    if (key.public_key().fingerprint() != fingerprint) {
        throw schema::refused(path.string(),
                              "holds another key than its name says",
                              "bring the clinic's key back with `needlebook key import FILE`");
    }
    known_keys().insert_or_assign(path.string(), KnownKey{file->identity(), key});
    return key;
}

bool is_key_here(const std::string& fingerprint) {
    std::error_code cannot_be_seen;
    return fs::exists(key_file(fingerprint), cannot_be_seen);
}

void keep_key(const SigningKey& key, const fs::path& book) {
    const std::lock_guard lock(keys_mutex);
    refuse_folder_of(book);
    const auto path = key_file(key.public_key().fingerprint());
    make_folders_of(path);
    refuse_readable_by_others(keys_folder(), "700");
    PrivateFile file(path, PrivateFile::Over::itself);
    file.write(key.pem().view());
    file.close();
    sync_folder_of(keys_folder());
}

}  // namespace db
