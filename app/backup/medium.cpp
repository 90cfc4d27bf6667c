#include "app/backup/medium.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <sstream>

#include <fmt/format.h>
#include <sys/statvfs.h>

#include "db/file/file.h"
#include "schema/types/error.h"

namespace backup {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view by_label = "label:";

// Blanks and backslashes of a path stand there as "\040".
std::string unescaped(const std::string& text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto digits = text.substr(at, 4);
        if (digits.size() == 4 && digits[0] == '\\' &&
            digits.find_first_not_of("01234567", 1) == std::string::npos) {
            plain += static_cast<char>(std::stoi(digits.substr(1), nullptr, 8));
            at += 3;
        } else {
            plain += text[at];
        }
    }
    return plain;
}

// As udev writes a label into a file name.
std::string udev_name(const std::string& label) {
    std::string name;
    for (const char each : label) {
        const bool is_plain = std::isalnum(static_cast<unsigned char>(each)) != 0 ||
                              std::string_view("#+-.:=@_").find(each) != std::string_view::npos ||
                              static_cast<unsigned char>(each) >= 0x80;
        name += is_plain ? std::string(1, each)
                         : fmt::format("\\x{:02x}", static_cast<unsigned char>(each));
    }
    return name;
}

bool is_desktops(const fs::path& at) {
    const auto text = at.string();
    return text.starts_with("/media/") || text.starts_with("/run/media/");
}

bool lies_in(const fs::path& path, const fs::path& folder) {
    const auto text = path.string();
    const auto above = folder == "/" ? std::string() : folder.string();
    return text == above || text.starts_with(above + "/");
}

void add_disks(const fs::path& device, std::set<std::string>& disks, int depth) {
    constexpr int deepest = 16;
    std::error_code none;
    const auto real = fs::canonical(device, none);
    if (none || depth > deepest) {
        return;
    }
    if (fs::exists(real / "partition", none)) {
        disks.insert(real.parent_path().filename().string());
        return;
    }
    bool has_slaves = false;
    for (const auto& slave : fs::directory_iterator(real / "slaves", none)) {
        has_slaves = true;
        add_disks(slave.path(), disks, depth + 1);
    }
    if (!has_slaves) {
        disks.insert(real.filename().string());
    }
}

std::string label_of(const std::string& folder) {
    return folder.substr(by_label.size(), folder.find('/') - by_label.size());
}

// Of a folder that is to be made, the one that is there.
fs::path there(fs::path path) {
    std::error_code none;
    while (!fs::exists(path, none) && path.has_relative_path()) {
        path = path.parent_path();
    }
    const auto real = fs::canonical(path, none);
    return none ? path : real;
}

}  // namespace

void refuse_no_folder_name(const std::string& folder) {
    const bool is_label = folder.starts_with(by_label);
    const bool is_whole =
        folder.find('\0') == std::string::npos && folder.find('\n') == std::string::npos;
    if (!is_whole || (is_label ? label_of(folder).empty() : !fs::path(folder).is_absolute())) {
        throw schema::refused("--folder",
                              fmt::format("\"{}\" is no folder for backups", folder),
                              "give a path from the root, as /mnt/backups, or a medium by its "
                              "label, as label:CLINIC/backups");
    }
}

std::optional<fs::path> place_of(const std::string& folder) {
    if (!folder.starts_with(by_label)) {
        return folder;
    }
    const auto at = mounted_label(mounts_now(), label_of(folder));
    const auto slash = folder.find('/');
    if (!at || slash == std::string::npos) {
        return at;
    }
    return *at / folder.substr(slash + 1);
}

std::vector<Mount> mounts_of(std::string_view mountinfo) {
    std::vector<Mount> all;
    std::istringstream lines{std::string(mountinfo)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        const std::vector<std::string> parts{std::istream_iterator<std::string>(words), {}};
        const auto dash = std::find(parts.begin(), parts.end(), "-");
        if (parts.size() > 5 && parts.end() - dash > 2) {
            all.push_back({.at = unescaped(parts[4]),
                           .type = *(dash + 1),
                           .source = unescaped(*(dash + 2)),
                           .device = parts[2]});
        }
    }
    return all;
}

std::vector<Mount> mounts_now() {
    std::ifstream file("/proc/self/mountinfo");
    std::ostringstream text;
    text << file.rdbuf();
    return mounts_of(text.str());
}

std::optional<Mount> mount_of(const std::vector<Mount>& mounts, const fs::path& path) {
    const auto real = there(path);
    std::optional<Mount> found;
    for (const auto& mount : mounts) {
        if (lies_in(real, mount.at) &&
            (!found || mount.at.string().size() >= found->at.string().size())) {
            found = mount;
        }
    }
    return found;
}

std::optional<fs::path> mounted_label(const std::vector<Mount>& mounts,
                                      const std::string& label,
                                      const fs::path& labels) {
    std::error_code none;
    const auto device = fs::canonical(labels / udev_name(label), none);
    const bool is_known = !none;
    for (const auto& mount : mounts) {
        std::error_code unknown;
        if (is_known && fs::canonical(mount.source, unknown) == device && !unknown) {
            return mount.at;
        }
        if (is_desktops(mount.at) && mount.at.filename() == label) {
            return mount.at;
        }
    }
    return std::nullopt;
}

std::set<std::string> disks_of(const std::string& device) {
    std::set<std::string> disks;
    add_disks("/sys/dev/block/" + device, disks, 0);
    return disks;
}

Medium medium_of(const fs::path& folder, const fs::path& book) {
    const auto mounts = mounts_now();
    const auto disks = [&](const fs::path& path) {
        const auto mount = mount_of(mounts, path);
        return mount ? disks_of(mount->device) : std::set<std::string>();
    };
    const auto here = disks(folder);
    const auto home = disks(book);
    if (!here.empty() && !home.empty()) {
        const bool is_shared = std::any_of(
            here.begin(), here.end(), [&](const auto& disk) { return home.contains(disk); });
        return is_shared ? Medium::same : Medium::other;
    }
    const auto one = db::identity_of(there(folder));
    const auto other = db::identity_of(there(book));
    return one && other && one->device == other->device ? Medium::same : Medium::other;
}

std::optional<std::uint64_t> free_bytes(const fs::path& folder) {
    struct statvfs found {};
    if (::statvfs(there(folder).c_str(), &found) != 0) {
        return std::nullopt;
    }
    return static_cast<std::uint64_t>(found.f_bavail) * found.f_frsize;
}

}  // namespace backup
