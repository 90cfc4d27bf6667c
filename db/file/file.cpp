#include "db/file/file.h"

#include <cstring>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "schema/types/error.h"

namespace db {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_kind(const fs::path& path, std::string_view kind) {
    throw schema::damaged(path.string(),
                          fmt::format("is {}, not a file", kind),
                          "move it away and put the file itself there");
}

void require_regular(const fs::path& path, const struct stat& found) {
    if (S_ISDIR(found.st_mode)) {
        refuse_kind(path, "a folder");
    }
    if (S_ISFIFO(found.st_mode)) {
        refuse_kind(path, "a FIFO");
    }
    if (!S_ISREG(found.st_mode)) {
        refuse_kind(path, "a device or socket");
    }
}

}  // namespace

void throw_system_error(const fs::path& path, std::string_view what, int error) {
    auto sentence = fmt::format("{}: {}", what, std::strerror(error));
    if (error == ENOSPC || error == EDQUOT || error == EFBIG) {
        throw schema::full(
            path.string(), std::move(sentence), "make room on the disk, then try again");
    }
    throw schema::unavailable(path.string(),
                              std::move(sentence),
                              error == EACCES || error == EPERM
                                  ? "make the file and its folder yours to read and write"
                                  : "check that the disk is there and answers, then try again");
}

std::optional<FileIdentity> identity_of(const fs::path& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) {
        return std::nullopt;
    }
    return FileIdentity{found.st_dev, found.st_ino};
}

std::optional<File> File::open_if_there(const fs::path& path, int flags) {
    const int descriptor = uninterrupted(
        [&] { return ::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600); });
    if (descriptor < 0 && errno == ENOENT) {
        return std::nullopt;
    }
    if (descriptor < 0) {
        const int error = errno;
        struct stat found {};
        if (error == ELOOP) {
            refuse_kind(path, "a symbolic link");
        }
        if (::stat(path.c_str(), &found) == 0) {  // a folder or FIFO opened to write
            require_regular(path, found);
        }
        throw_system_error(path, "cannot be opened", error);
    }
    File file(path, descriptor);
    require_regular(path, file.status());
    return file;
}

File::File(File&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

File& File::operator=(File&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

File::~File() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

struct stat File::status() const {
    struct stat found {};
    if (::fstat(descriptor_, &found) != 0) {
        throw_system_error(path_, "cannot be looked at", errno);
    }
    return found;
}

FileIdentity File::identity() const {
    const auto found = status();
    return {found.st_dev, found.st_ino};
}

std::string File::read_at(off_t offset, std::size_t size) const {
    std::string bytes(size, '\0');
    std::size_t have = 0;
    while (have < size) {
        const auto length = uninterrupted([&] {
            return ::pread(
                descriptor_, bytes.data() + have, size - have, offset + static_cast<off_t>(have));
        });
        if (length < 0) {
            throw_system_error(path_, "cannot be read", errno);
        }
        if (length == 0) {
            break;
        }
        have += static_cast<std::size_t>(length);
    }
    bytes.resize(have);
    return bytes;
}

void File::write(off_t offset, std::string_view bytes) const {
    while (!bytes.empty()) {
        const auto length = uninterrupted(
            [&] { return ::pwrite(descriptor_, bytes.data(), bytes.size(), offset); });
        if (length <= 0) {
            throw_system_error(path_, "cannot be written", length < 0 ? errno : EIO);
        }
        bytes.remove_prefix(static_cast<std::size_t>(length));
        offset += length;
    }
}

void File::sync() const {
    if (uninterrupted([&] { return ::fdatasync(descriptor_); }) != 0) {
        throw_system_error(path_, "cannot be brought to the disk", errno);
    }
}

void sync(const fs::path& path) {
    const int descriptor =
        uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); });
    if (descriptor < 0) {
        throw_system_error(path, "cannot be opened", errno);
    }
    const int result = uninterrupted([&] { return ::fsync(descriptor); });
    const int error = errno;
    ::close(descriptor);
    if (result != 0 && error != EINVAL) {  // EINVAL: a file system that has no sync for this kind
        throw_system_error(path, "cannot be brought to the disk", error);
    }
}

void remove_if_there(const fs::path& path) {
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) {
        throw_system_error(path, "cannot be removed", errno);
    }
}

void sync_folder_of(const fs::path& file) {
    sync(file.has_parent_path() ? file.parent_path() : fs::path("."));
}

}  // namespace db
