#include "app/backup/machine.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string>

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/fscrypt.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/timex.h>
#include <unistd.h>

#include "db/clock.h"
#include "db/file/book_names.h"

namespace backup {

namespace {

namespace fs = std::filesystem;
using schema::Problem;

constexpr std::uint64_t least_room = 64 * 1024 * 1024;
constexpr std::array<std::string_view, 5> encrypting{
    "ecryptfs", "fuse.gocryptfs", "fuse.cryfs", "fuse.encfs", "fuse.securefs"};

bool has_fscrypt_policy(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    fscrypt_get_policy_ex_arg policy{};
    policy.policy_size = sizeof policy.policy;
    const bool has = ::ioctl(descriptor, FS_IOC_GET_ENCRYPTION_POLICY_EX, &policy) == 0;
    ::close(descriptor);
    return has;
}

std::string line_of(const fs::path& file) {
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    return line;
}

// Of one device of /sys and what lies below it: all of that, for one disk in the clear is enough.
Tristate below(const fs::path& device, int depth) {
    constexpr int deepest = 16;
    std::error_code none;
    const auto real = fs::canonical(device, none);
    if (none || depth > deepest) {
        return Tristate::unknown;
    }
    if (line_of(real / "dm" / "uuid").starts_with("CRYPT-")) {
        return Tristate::yes;
    }
    if (fs::exists(real / "loop", none)) {
        return Tristate::unknown;
    }
    std::optional<Tristate> all;
    for (const auto& slave : fs::directory_iterator(real / "slaves", none)) {
        const auto one = below(slave.path(), depth + 1);
        all = !all || *all == one                             ? one
              : (one == Tristate::no || *all == Tristate::no) ? Tristate::no
                                                              : Tristate::unknown;
    }
    return all.value_or(Tristate::no);
}

void look_at_rights(const fs::path& book, std::vector<Problem>& problems) {
    constexpr ::mode_t others = S_IRWXG | S_IRWXO;
    for (const auto* end :
         {"", "-wal", ".head", ".lock", ".access", ".drafts", ".policy", ".backup", ".search"}) {
        struct stat found {};
        const auto file = book.string() + end;
        if (::stat(file.c_str(), &found) == 0 && (found.st_mode & others) != 0) {
            problems.push_back({file,
                                fmt::format("can be read or written by others (mode {:o})",
                                            found.st_mode & 07777U),
                                "take the right from them: chmod 600"});
        }
    }
    struct stat folder {};
    if (::stat(book.parent_path().c_str(), &folder) == 0 && (folder.st_mode & S_IWOTH) != 0 &&
        (folder.st_mode & S_ISVTX) == 0) {
        problems.push_back({book.parent_path().string(),
                            "is a folder that everybody may write to",
                            "take the right from them: chmod 700"});
    }
}

void look_at_room(const fs::path& book,
                  const std::optional<std::uint64_t>& free,
                  std::vector<Problem>& problems) {
    std::error_code none;
    const auto size = fs::file_size(book, none);
    // For a copy of it, which each backup and each upgrade makes first.
    const auto wanted = least_room + (none ? 0 : 2 * size);
    if (free && *free < wanted) {
        problems.push_back({book.parent_path().string(),
                            fmt::format("has {} MB free; a copy of the book and the next weeks "
                                        "need {} MB",
                                        *free >> 20U,
                                        wanted >> 20U),
                            "make room on this disk"});
    }
}

}  // namespace

Tristate is_encrypted_device(const std::string& device, const fs::path& sysfs) {
    return below(sysfs / "dev" / "block" / device, 0);
}

Tristate is_encrypted(const fs::path& folder) {
    if (has_fscrypt_policy(folder)) {
        return Tristate::yes;
    }
    const auto mount = mount_of(mounts_now(), folder);
    if (!mount) {
        return Tristate::unknown;
    }
    if (std::find(encrypting.begin(), encrypting.end(), mount->type) != encrypting.end()) {
        return Tristate::yes;
    }
    if (const auto known = is_encrypted_device(mount->device); known != Tristate::unknown) {
        return known;
    }
    // Of btrfs the device of the mount is none of a disk; its source is.
    struct stat source {};
    if (::stat(mount->source.c_str(), &source) == 0 && S_ISBLK(source.st_mode)) {
        return is_encrypted_device(
            fmt::format("{}:{}", major(source.st_rdev), minor(source.st_rdev)));
    }
    return Tristate::unknown;
}

Tristate is_clock_set() {
    timex state{};
    if (::adjtimex(&state) < 0) {
        return Tristate::unknown;
    }
    return (state.status & STA_UNSYNC) != 0 ? Tristate::no : Tristate::yes;
}

MachineState machine_of(const db::Book& book, std::int64_t now) {
    const auto& file = book.file();
    MachineState state{.folder = file.parent_path(),
                       .free = free_bytes(file.parent_path()),
                       .encrypted = is_encrypted(file.parent_path()),
                       .clock_set = is_clock_set(),
                       .backups = status_of(book, now)};
    look_at_rights(file, state.problems);
    look_at_room(file, state.free, state.problems);
    if (auto clock = db::clock_problem(book)) {
        state.problems.push_back(std::move(*clock));
    }
    return state;
}

}  // namespace backup
