#include "db/file/book_file.h"

#include <cerrno>
#include <map>
#include <mutex>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace db {

namespace {

namespace fs = std::filesystem;

// Beyond the bytes that SQLite locks (from 2^30 on).
constexpr off_t presence_byte = off_t{1} << 40;

struct OpenFile {
    File file;
    int open = 0;           // how many books of this process
    bool replaced = false;  // by this process, now
};

// A descriptor is opened once per file and stays open: POSIX drops every lock that this process has
// on a file as soon as any descriptor of it is closed, and then another process takes the log away
// from under our other connections.
std::mutex mutex;
std::map<FileIdentity, OpenFile>& open_files() {
    static std::map<FileIdentity, OpenFile> all;
    return all;
}

// Nobody opens a file that is gone again, so its locks are nobody's.
void forget_removed() {
    std::erase_if(open_files(), [](const auto& each) {
        struct stat now {};
        const auto& [identity, entry] = each;
        return entry.open == 0 && !entry.replaced && ::fstat(entry.file.descriptor(), &now) == 0 &&
               now.st_nlink == 0;
    });
}

// A lock of the open file description, which closing another descriptor keeps.
bool set_presence(const File& file, short type) {
    struct flock range {};
    range.l_type = type;
    range.l_whence = SEEK_SET;
    range.l_start = presence_byte;
    range.l_len = 1;
    return ::fcntl(file.descriptor(), F_OFD_SETLK, &range) == 0;
}

std::optional<File> open_to_write_or_read(const fs::path& path) {
    try {
        return File::open_if_there(path, O_RDWR);
    } catch (const schema::Error& error) {
        // What may be written fails for another reason, which must be told.
        if (error.fault() != schema::Fault::unavailable ||
            ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0) {
            throw;
        }
        return File::open_if_there(path, O_RDONLY);
    }
}

const OpenFile& opened(const FileIdentity& identity) {
    return open_files().at(identity);
}

schema::Error not_there(const fs::path& file) {
    return schema::damaged(
        file.string(),
        fmt::format("cannot be opened: {}", std::strerror(ENOENT)),
        "make a new book with `needlebook init`, or name another with --book FILE");
}

}  // namespace

BookFile::BookFile(const fs::path& file) : names_(file) {
    const std::lock_guard lock(mutex);
    forget_removed();
    const auto there = identity_of(path());
    if (there && open_files().contains(*there)) {
        identity_ = *there;
    } else {
        auto fresh = open_to_write_or_read(path());
        if (!fresh) {
            throw not_there(file);
        }
        identity_ = fresh->identity();
        // If the name moved to a file that is open already, this descriptor stays open for good.
        static std::vector<File> kept;
        const auto [at, added] = open_files().try_emplace(identity_, OpenFile{std::move(*fresh)});
        if (!added) {
            kept.push_back(std::move(*fresh));
        }
    }
    const int flags = ::fcntl(opened(identity_).file.descriptor(), F_GETFL);
    writable_ = (flags & O_ACCMODE) == O_RDWR;
}

BookFile::~BookFile() {
    end();
}

std::string BookFile::first_bytes(std::size_t size) const {
    const std::lock_guard lock(mutex);
    return opened(identity_).file.read_at(0, size);
}

bool BookFile::try_open() {
    const std::lock_guard lock(mutex);
    auto& entry = open_files().at(identity_);
    if (entry.replaced || (entry.open == 0 && !set_presence(entry.file, F_RDLCK))) {
        return false;
    }
    ++entry.open;
    use_ = Use::open;
    return true;
}

bool BookFile::try_replace() {
    const std::lock_guard lock(mutex);
    auto& entry = open_files().at(identity_);
    if (entry.replaced || entry.open > 0 || !set_presence(entry.file, F_WRLCK)) {
        return false;
    }
    entry.replaced = true;
    use_ = Use::replace;
    return true;
}

void BookFile::end() noexcept {
    const std::lock_guard lock(mutex);
    if (use_ == Use::none) {
        return;
    }
    auto& entry = open_files().at(identity_);
    use_ == Use::open ? void(--entry.open) : void(entry.replaced = false);
    if (entry.open == 0) {
        set_presence(entry.file, F_UNLCK);
    }
}

std::optional<schema::Problem> BookFile::moved() const {
    if (identity_of(path()) == identity_) {
        return std::nullopt;
    }
    return schema::Problem{
        path().string(),
        "is not the file any more that was opened: it was removed, moved or replaced meanwhile",
        "close Needlebook everywhere, put the book back under its name, then start again; nothing "
        "is written until then"}
        .as("unavailable");
}

std::optional<schema::Problem> BookFile::second_name() const {
    struct stat now {};
    if (::stat(path().c_str(), &now) != 0 || now.st_nlink == 1) {
        return std::nullopt;
    }
    return schema::Problem{
        path().string(),
        fmt::format("has {} names (hard links), and writers by two names do not see each other",
                    now.st_nlink),
        fmt::format("remove the other names (`find / -xdev -inum {}` finds them), or copy the book "
                    "with `needlebook backup`; reading goes on",
                    now.st_ino)}
        .as("book_names");
}

}  // namespace db
