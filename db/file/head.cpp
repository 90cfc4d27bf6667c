#include "db/file/head.h"

#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>

#include "db/key/last_seen.h"

namespace db {

namespace {

constexpr std::string_view head_mark = "NDLBHEAD";
constexpr std::string_view next_mark = "NDLBNEXT";
static_assert(head_mark.size() == next_mark.size());
constexpr std::size_t slot_size = 64;
constexpr std::size_t sealed_size = 48;

std::string slot_of(const Head& head, std::string_view mark = head_mark) {
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

bool is_whole(std::string_view slot) {
    if (slot.size() != slot_size || !(slot.starts_with(head_mark) || slot.starts_with(next_mark))) {
        return false;
    }
    const Hash seal = sha256(slot.substr(0, sealed_size));
    return std::memcmp(seal.data(), slot.data() + sealed_size, slot_size - sealed_size) == 0;
}

// Nothing for a slot that is not whole, and for an entry that was not acknowledged.
std::optional<Head> read_slot(std::string_view slot) {
    if (!is_whole(slot) || slot.starts_with(next_mark)) {
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

off_t place_of(const Head& head) {
    return static_cast<off_t>(static_cast<std::size_t>(head.seq % 2) * slot_size);
}

// Throws schema::Error if it is not there.
File opened_to_write(const std::filesystem::path& book) {
    auto file = File::open_if_there(head_path(book), O_WRONLY);
    if (!file) {
        throw_system_error(head_path(book), "cannot be opened", ENOENT);
    }
    return std::move(*file);
}

}  // namespace

std::filesystem::path head_path(const std::filesystem::path& book) {
    return book.string() + ".head";
}

HeadFile read_head(const BookNames& book) {
    HeadFile found{.seen = last_seen(book)};
    const auto path = head_path(book.file);
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
            found.damaged_slots += !is_whole(slot) && slot != unused ? 1 : 0;
            if (head && (!found.head || head->seq > found.head->seq)) {
                found.head = head;
            }
        }
    } catch (const schema::Error& error) {
        found.unreadable = error.problems().front();
        return found;
    }
    if (!found.head) {
        found.unreadable =
            schema::Problem{
                path.string(),
                "holds no whole head",
                "compare the book with a backup; if nothing is missing, `needlebook check "
                "--renew-head` writes a new head"}
                .as("head_damaged");
    }
    return found;
}

void write_head(const std::filesystem::path& book, const Head& head) {
    const auto file = opened_to_write(book);
    file.write(place_of(head), slot_of(head));
    file.sync();
}

// In one write, so that no cut leaves only the new one.
Announced::Announced(const std::filesystem::path& book, const Head& acknowledged, const Head& next)
    : file_(opened_to_write(book)), next_(next) {
    const auto before = slot_of(acknowledged);
    const auto after = slot_of(next, next_mark);
    file_.write(0, place_of(next) == 0 ? after + before : before + after);
    file_.sync();
}

void Announced::acknowledge() const {
    file_.write(place_of(next_), slot_of(next_));
}

void write_new_head(const std::filesystem::path& book, const Head& head) {
    const auto slot = slot_of(head);
    const auto file = File::open_if_there(head_path(book), O_WRONLY | O_CREAT);
    file->write(0, slot + slot);
    file->sync();
    sync_folder_of(book);
}

}  // namespace db
