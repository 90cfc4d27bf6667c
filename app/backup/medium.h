#pragma once
// What a folder of backups lies on: which folder a name of the policy means by now, and whether it
// is another medium than the book's.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace backup {

// Throws schema::Error (refused) for what is neither a path from the root nor "label:STICK".
void refuse_no_folder_name(const std::string& folder);

// What the folder of the policy means now, there or not; nothing for the label of a medium that is
// not mounted.
std::optional<std::filesystem::path> place_of(const std::string& folder);

// A line of /proc/self/mountinfo.
struct Mount {
    std::filesystem::path at;
    std::string type;
    std::string source;
    std::string device;  // "8:1"
};
std::vector<Mount> mounts_of(std::string_view mountinfo);
std::vector<Mount> mounts_now();
// The one that the file or folder lies on: the last of those with the longest path.
std::optional<Mount> mount_of(const std::vector<Mount>& mounts, const std::filesystem::path& path);

// Where the medium with this label is mounted: of the device that udev links in `labels` (by itself
// /dev/disk/by-label), or as desktops mount it, /media/USER/LABEL and /run/media/USER/LABEL.
std::optional<std::filesystem::path> mounted_label(
    const std::vector<Mount>& mounts,
    const std::string& label,
    const std::filesystem::path& labels = "/dev/disk/by-label");

enum class Medium { same, other };

// Whether two folders share a disk, as far as the system knows: by the disks below them, else by
// their file systems. A partition of the same disk is no other medium.
Medium medium_of(const std::filesystem::path& folder, const std::filesystem::path& book);

// The disks below a device "8:1", through partitions, LVM and encryption; empty where there are
// none: memory, a share.
std::set<std::string> disks_of(const std::string& device);

// Bytes that are free for whoever asks; nothing where nobody can say.
std::optional<std::uint64_t> free_bytes(const std::filesystem::path& folder);

}  // namespace backup
