#pragma once
// A disk of its own that is full when a test says so: a file system in memory, or an ext4 whose
// device cannot write any more. Only root can mount one.

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <sys/statvfs.h>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace support {

class SmallDisk {
  public:
    // `full`: what is written is refused (ENOSPC). `failing`: it is taken, and the device under it
    // loses it (EIO).
    enum class As { full, failing };

    SmallDisk(As as, int megabytes) : as_(as) {
        std::filesystem::create_directory(store());
        std::filesystem::create_directory(mount());
        must({"/bin/mount",
              "-t",
              "tmpfs",
              "-o",
              "size=" + std::to_string(megabytes) + "m",
              "needlebook-test",
              store().string()});
        if (as == As::failing) {
            std::ofstream(image()).close();
            std::filesystem::resize_file(image(), std::uintmax_t{64} << 20);
            must({"/sbin/mkfs.ext4", "-q", "-E", "nodiscard", image().string()});
            put_in();
        }
    }
    ~SmallDisk() {
        Process({"/bin/umount", "-l", mount().string()}).wait();
        Process({"/bin/umount", "-l", store().string()}).wait();
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    // Whether this process may make one.
    static bool is_possible() {
        TemporaryFolder folder;
        const auto path = folder.path().string();
        const bool is_mounted =
            Process({"/bin/mount", "-t", "tmpfs", "needlebook-test", path}).wait().status == 0;
        return is_mounted && Process({"/bin/umount", path}).wait().status == 0;
    }

    std::filesystem::path path() const { return as_ == As::full ? store() : mount(); }

    // From now on no more than so many bytes are taken.
    void leave(std::uintmax_t bytes) const {
        struct statvfs found {};
        if (::statvfs(store().c_str(), &found) != 0) {
            throw std::runtime_error("no file system");
        }
        const auto free = std::uintmax_t{found.f_bavail} * found.f_bsize;
        std::ofstream out(filler(), std::ios::binary);
        const std::string block(4096, 'x');
        for (auto left = free; left >= bytes + block.size() && out; left -= block.size()) {
            out << block << std::flush;
        }
    }

    // There is room again, and what the device lost is lost: mounted anew, the journal played.
    void heal() const {
        std::filesystem::remove(filler());
        if (as_ == As::failing) {
            must({"/bin/umount", mount().string()});
            put_in();
        }
    }

  private:
    static void must(const std::vector<std::string>& line) {
        const auto ran = Process(line).wait();
        if (ran.status != 0) {
            throw std::runtime_error(line[0] + ": " + ran.err);
        }
    }
    void put_in() const { must({"/bin/mount", "-o", "loop", image().string(), mount().string()}); }
    std::filesystem::path store() const { return folder_ / "store"; }
    std::filesystem::path mount() const { return folder_ / "disk"; }
    std::filesystem::path image() const { return store() / "image"; }
    std::filesystem::path filler() const { return store() / "filler"; }

    As as_;
    TemporaryFolder folder_;
};

}  // namespace support
