#include "db/file/head.h"

#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>

namespace db {

namespace {

constexpr std::string_view head_mark = "NDLBHEAD";
constexpr std::size_t slot_size = 64;
constexpr std::size_t sealed_size = 48;

std::string slot_of(const Head& head) {
    std::string slot(head_mark);
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
    if (slot.size() != slot_size || !slot.starts_with(head_mark)) {
        return std::nullopt;
    }
    const Hash seal = sha256(slot.substr(0, sealed_size));
    if (std::memcmp(seal.data(), slot.data() + sealed_size, slot_size - sealed_size) != 0) {
        return std::nullopt;
    }
    std::uint64_t seq = 0;
    for (const char byte : slot.substr(head_mark.size(), 8)) {
        seq = seq << 8U | static_cast<unsigned char>(byte);
    }
    Head head{.seq = static_cast<std::int64_t>(seq)};
    std::memcpy(head.hash.data(), slot.data() + head_mark.size() + 8, head.hash.size());
    return head;
}

const std::string unused(slot_size, '\0');

}  // namespace

std::filesystem::path head_path(const std::filesystem::path& book) {
    return book.string() + ".head";
}

HeadFile read_head(const std::filesystem::path& book) {
    HeadFile found;
    const auto path = head_path(book);
    try {
        const auto file = File::open_if_there(path, O_RDONLY);
        if (!file) {
            return found;
        }
        found.identity = file->identity();
        const auto bytes = file->read_at(0, 2 * slot_size);
        for (std::size_t at = 0; at < bytes.size(); at += slot_size) {
            const auto slot = std::string_view(bytes).substr(at, slot_size);
            const auto head = read_slot(slot);
            found.damaged_slots += !head && slot != unused ? 1 : 0;
            if (head && (!found.head || head->seq > found.head->seq)) {
                found.head = head;
            }
        }
    } catch (const schema::Error& error) {
        found.unreadable = error.problems().front();
        return found;
    }
    if (!found.head) {
        found.unreadable = schema::Problem{
            path.string(),
            "holds no whole head",
            "compare the book with a backup; if nothing is missing, `needlebook check "
            "--renew-head` writes a new head"};
    }
    return found;
}

void write_head(const std::filesystem::path& book, const Head& head) {
    const auto at = static_cast<off_t>(static_cast<std::size_t>(head.seq % 2) * slot_size);
    const auto file = File::open_if_there(head_path(book), O_WRONLY);
    if (!file) {
        throw_system_error(head_path(book), "cannot be opened", ENOENT);
    }
    file->write_and_sync(at, slot_of(head));
}

void write_new_head(const std::filesystem::path& book, const Head& head) {
    const auto slot = slot_of(head);
    File::open_if_there(head_path(book), O_WRONLY | O_CREAT)->write_and_sync(0, slot + slot);
    sync_folder_of(book);
}

}  // namespace db
