#include "db/head.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "schema/types/error.h"

namespace db {

namespace {

constexpr std::string_view mark = "NDLBHEAD";
constexpr std::size_t slot_size = 64;
constexpr std::size_t sealed_size = 48;

std::string slot_of(const Head& head) {
    std::string slot(mark);
    for (int shift = 56; shift >= 0; shift -= 8) {
        slot +=
            static_cast<char>(static_cast<std::uint64_t>(head.seq) >> static_cast<unsigned>(shift));
    }
    slot.append(head.hash.begin(), head.hash.end());
    const Hash seal = sha256(slot);
    slot.append(seal.begin(), seal.begin() + 16);
    return slot;
}

std::optional<Head> read_slot(std::string_view slot) {
    if (slot.size() != slot_size || !slot.starts_with(mark)) {
        return std::nullopt;
    }
    const Hash seal = sha256(slot.substr(0, sealed_size));
    if (std::memcmp(seal.data(), slot.data() + sealed_size, slot_size - sealed_size) != 0) {
        return std::nullopt;
    }
    std::uint64_t seq = 0;
    for (const char byte : slot.substr(mark.size(), 8)) {
        seq = seq << 8U | static_cast<unsigned char>(byte);
    }
    Head head{.seq = static_cast<std::int64_t>(seq)};
    std::memcpy(head.hash.data(), slot.data() + mark.size() + 8, head.hash.size());
    return head;
}

// A descriptor that closes itself.
class File {
  public:
    File(const std::filesystem::path& path, int flags)
        : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~File() {
        if (descriptor_ >= 0) {
            ::close(descriptor_);
        }
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int operator*() const { return descriptor_; }

  private:
    int descriptor_;
};

}  // namespace

std::filesystem::path head_path(const std::filesystem::path& book) {
    return book.string() + ".head";
}

std::optional<Head> read_head(const std::filesystem::path& book) {
    const File file(head_path(book), O_RDONLY);
    std::array<char, 2 * slot_size> bytes{};
    const auto length = *file < 0 ? 0 : ::pread(*file, bytes.data(), bytes.size(), 0);
    const std::string_view text(bytes.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
    std::optional<Head> newest;
    for (std::size_t at = 0; at + slot_size <= text.size(); at += slot_size) {
        const auto head = read_slot(text.substr(at, slot_size));
        if (head && (!newest || head->seq > newest->seq)) {
            newest = head;
        }
    }
    return newest;
}

void write_head(const std::filesystem::path& book, const Head& head) {
    const File file(head_path(book), O_WRONLY | O_CREAT);
    const auto slot = slot_of(head);
    const auto at = static_cast<off_t>(static_cast<std::size_t>(head.seq % 2) * slot_size);
    if (*file < 0 ||
        ::pwrite(*file, slot.data(), slot.size(), at) != static_cast<ssize_t>(slot.size()) ||
        ::fdatasync(*file) != 0) {
        throw schema::damaged(
            head_path(book).string(),
            fmt::format("cannot be written: {}", std::strerror(errno)),
            "make room on the disk; the change itself is stored, `needlebook check` says so");
    }
}

}  // namespace db
