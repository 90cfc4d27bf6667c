#pragma once
// A regular file, opened without surprises: never through a symbolic link in its last place, never
// waiting as on a FIFO, and known afterwards by device and inode, whatever its name comes to mean.
// For the files of a book.

#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include <sys/stat.h>
#include <sys/types.h>

namespace db {

// The result of a call to the system, which is called again as long as a signal interrupts it.
template <class Call>
auto uninterrupted(const Call& call) {
    for (;;) {
        const auto result = call();
        if (result >= 0 || errno != EINTR) {
            return result;
        }
    }
}

struct FileIdentity {
    dev_t device = 0;
    ino_t inode = 0;

    bool operator==(const FileIdentity&) const = default;
    auto operator<=>(const FileIdentity&) const = default;
};

// The file that has this name now, links followed; nothing if there is none or it cannot be known.
std::optional<FileIdentity> identity_of(const std::filesystem::path& path);

class File {
  public:
    // Opens with the flags of open(2); with O_CREAT a new file has mode 0600. Nothing if there is
    // no such file. Throws schema::Error: damaged if it is a link, a folder, a FIFO or a device,
    // full or unavailable if the system cannot open it.
    static std::optional<File> open_if_there(const std::filesystem::path& path, int flags);

    File(File&& other) noexcept;
    File& operator=(File&& other) noexcept;
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File();

    int descriptor() const { return descriptor_; }
    FileIdentity identity() const;
    // What it is, whose it is and who may read it: of the file that is open, not of its name.
    struct stat status() const;

    // At most `size` bytes from `offset`; fewer at the end of the file. Throws schema::Error
    // (unavailable).
    std::string read_at(off_t offset, std::size_t size) const;
    // All bytes. Throws schema::Error (full, unavailable).
    void write(off_t offset, std::string_view bytes) const;
    // What was written comes to the disk. Throws schema::Error (full, unavailable).
    void sync() const;

  private:
    File(std::filesystem::path path, int descriptor)
        : path_(std::move(path)), descriptor_(descriptor) {}

    std::filesystem::path path_;
    int descriptor_;
};

// Syncs a file or a folder; the name of a new file survives a power cut only when its folder is
// synced. Throws schema::Error (full, unavailable).
void sync(const std::filesystem::path& path);
void sync_folder_of(const std::filesystem::path& file);

// Removes a file if it is there. Throws schema::Error (unavailable).
void remove_if_there(const std::filesystem::path& path);

// Throws schema::Error for what the system said (errno): full for a disk, quota or size limit that
// is reached, unavailable for everything else. `what` is a clause: "cannot be written".
[[noreturn]] void throw_system_error(const std::filesystem::path& path,
                                     std::string_view what,
                                     int error);

}  // namespace db
