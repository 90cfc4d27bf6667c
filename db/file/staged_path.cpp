#include "db/file/staged_path.h"

#include <cerrno>
#include <cstdio>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "schema/types/error.h"

namespace db {

namespace {

namespace fs = std::filesystem;

// Who makes it holds a lock on the file or folder itself, which ends with the process. Where
// folders cannot be locked (NFS) nobody is kept out.
bool try_lock(int descriptor) {
    return uninterrupted([&] { return ::flock(descriptor, LOCK_EX | LOCK_NB); }) == 0 ||
           errno != EWOULDBLOCK;
}

bool is_named(int descriptor, const fs::path& path) {
    struct stat found {};
    return ::fstat(descriptor, &found) == 0 &&
           identity_of(path) == FileIdentity{found.st_dev, found.st_ino};
}

schema::Error made_by_another(const fs::path& name) {
    return schema::refused(name.string(),
                           "is being made by another process",
                           "wait until that is done, or choose another name");
}

int open_existing(const fs::path& path) {
    return uninterrupted(
        [&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK); });
}

}  // namespace

StagedPath::StagedPath(fs::path name, As as)
    : name_(std::move(name)), staged_(name_.string() + ending), as_(as) {
    remove_leftover();
    if (as == As::folder && ::mkdir(staged_.c_str(), 0700) != 0) {
        throw_system_error(staged_, "cannot be made", errno);
    }
    descriptor_ = as == As::folder ? open_existing(staged_) : uninterrupted([&] {
        return ::open(staged_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    });
    if (descriptor_ < 0) {
        throw_system_error(staged_, "cannot be made", errno);
    }
    if (!try_lock(descriptor_) || !is_named(descriptor_, staged_)) {
        ::close(descriptor_);
        throw made_by_another(name_);
    }
}

StagedPath::~StagedPath() {
    if (!is_placed_) {
        std::error_code nobody_to_tell;
        fs::remove_all(staged_, nobody_to_tell);
    }
    ::close(descriptor_);  // and with it the lock
}

void StagedPath::put_in_place() {
    sync(staged_);
    if (uninterrupted([&] { return std::rename(staged_.c_str(), name_.c_str()); }) != 0) {
        throw_system_error(name_, "cannot get its name", errno);
    }
    is_placed_ = true;
    sync_folder_of(name_);
}

void StagedPath::remove_leftover() const {
    const int left = open_existing(staged_);
    if (left >= 0) {
        const bool is_left = try_lock(left);
        std::error_code failure;
        if (is_left) {
            fs::remove_all(staged_, failure);
        }
        ::close(left);
        if (!is_left) {
            throw made_by_another(name_);
        }
        if (failure) {
            throw_system_error(staged_, "cannot be removed", failure.value());
        }
    }
}

}  // namespace db
