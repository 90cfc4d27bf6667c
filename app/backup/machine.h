#pragma once
// What the machine does for the book: who may read its files, how much room there is, the clock,
// and whether the disk is encrypted.

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/backup/medium.h"
#include "app/backup/status.h"
#include "db/book.h"
#include "schema/types/error.h"
#include "schema/types/word.h"

namespace backup {

enum class Tristate { yes, no, unknown };

// Whether the file system that the folder lies on is encrypted: dm-crypt (LUKS) anywhere below it,
// a policy of fscrypt on the folder, or a file system that encrypts (eCryptfs, gocryptfs, CryFS,
// EncFS). `no` where its disks are known and none of this is; what a disk does by itself, nobody
// here can see. `unknown` for shares, memory and loop devices.
Tristate is_encrypted(const std::filesystem::path& folder);
// The same of a device "8:1".
Tristate is_encrypted_device(const std::string& device,
                             const std::filesystem::path& sysfs = "/sys");

// Whether the system sets its clock by others (adjtimex).
Tristate is_clock_set();

struct MachineState {
    std::filesystem::path folder;         // of the book
    std::optional<std::uint64_t> free{};  // bytes, on its disk
    Tristate encrypted = Tristate::unknown;
    Tristate clock_set = Tristate::unknown;
    Status backups{};
    // Rights, room and clock; of backups see there.
    std::vector<schema::Problem> problems{};
};

// Never throws for what it finds. `now` in seconds since 1970, UTC.
MachineState machine_of(const db::Book& book, std::int64_t now);

}  // namespace backup

template <>
struct schema::Words<backup::Tristate> {
    static constexpr std::array<std::string_view, 3> all{"yes", "no", "unknown"};
};
