#pragma once
// A zip file held in memory: its parts by name. Nothing of it is written anywhere, and no name in
// it is ever the name of a file.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "schema/types/error.h"

struct zip;

namespace exchange::workbook {

// What is unpacked at all. Bytes, but for `parts`.
struct ArchiveBounds {
    static constexpr std::uint64_t part = 256 * 1024 * 1024;
    static constexpr std::uint64_t all = 512 * 1024 * 1024;
    static constexpr std::uint64_t small = 16 * 1024 * 1024;
    static constexpr std::uint64_t ratio = 250;  // of a part that is not small
    static constexpr std::size_t parts = 10'000;
};

class Archive {
  public:
    // Told now and then which share of the parts that can hold a table is unpacked.
    using Progress = std::function<void(double share)>;

    // The bytes must outlive this; `file` is for messages. Throws schema::Error (refused) for a
    // damaged or cut off zip, and for one of too many parts.
    Archive(std::string_view bytes, std::string file, Progress progress = {});
    ~Archive();
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    const std::string& file() const { return file_; }
    bool has(const std::string& part) const;
    std::vector<std::string> parts() const;

    // Hands the part over piece by piece, until `take` says false. Throws schema::Error (refused)
    // where there is none of that name; for one that is too large, by what the zip declares before
    // anything is unpacked, by what comes while it is; and for one that is encrypted, cut off or
    // differs from its checksum.
    void read(const std::string& part, const std::function<bool(std::string_view)>& take) const;

    // All of a part that is known to be short: at most 64 kB of it.
    std::string beginning(const std::string& part) const;

  private:
    schema::Error refusal(const std::string& part, const std::string& what) const;
    std::uint64_t size_of_tables() const;
    void tell() const;

    std::string file_;
    std::unique_ptr<zip, void (*)(zip*)> zip_;
    Progress progress_;
    std::uint64_t size_of_tables_ = 0;
    mutable std::uint64_t unpacked_ = 0;
};

}  // namespace exchange::workbook
