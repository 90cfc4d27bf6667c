#pragma once
// The head: the last ledger entry that was acknowledged, kept in NAME.head beside the book. It is
// what notices that acknowledged changes are missing from the end, which the chain alone cannot.
//
// The file is two slots of 64 bytes, used in turn. A slot: "NDLBHEAD", seq (8 bytes, big end
// first), hash (32), the first 16 bytes of SHA-256 of those 48; or 64 zeros, not used yet.
// "NDLBNEXT" instead: the entry is on its way to the disk and not acknowledged yet, which is as if
// the slot were not used. So head and log are brought to the disk at the same time, and whatever of
// the two a power cut leaves is no loss: see Announced.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "db/file/book_names.h"
#include "db/file/file.h"
#include "db/ledger/sha256.h"
#include "schema/types/error.h"

namespace db {

struct Head {
    std::int64_t seq = 0;
    Hash hash{};

    bool operator==(const Head&) const = default;
};

std::filesystem::path head_path(const std::filesystem::path& book);

// The head as it stands on the disk.
struct HeadFile {
    std::optional<Head> head;  // the newest whole slot
    // Of the file; none if there is none or it can't be opened.
    std::optional<FileIdentity> identity;
    int damaged_slots = 0;  // neither whole nor unused
    // What this machine acknowledged last, kept away from the book (db/key/last_seen.h), for each
    // of its names that something is known of: the book has one of these ends, or it and its head
    // were put back.
    std::vector<std::vector<Head>> seen{};
    // The file is there, or nobody can say whether it is, but it gives no head.
    std::optional<schema::Problem> unreadable;

    bool is_missing() const { return !head && !unreadable; }
};

// Never throws for what it finds.
HeadFile read_head(const BookNames& book);

// The next entry, beside the last one that was acknowledged. To be made before, or while, the entry
// itself is brought to the disk.
class Announced {
  public:
    // Writes both and syncs them; the file is there. Throws schema::Error (full, unavailable): the
    // entry may not be acknowledged.
    Announced(const std::filesystem::path& book, const Head& acknowledged, const Head& next);

    // The entry is on the disk: it is the head now. Not synced: after a power cut the ledger may be
    // one entry ahead of its head, as after a crash in between. Throws as above.
    void acknowledge() const;

  private:
    File file_;
    Head next_;
};

// Writes and syncs the slot of `head.seq`; the file is there. Throws schema::Error (full,
// unavailable).
void write_head(const std::filesystem::path& book, const Head& head);

// Writes both slots, whatever they held, and makes the file if it is missing. Throws schema::Error
// (damaged, full, unavailable).
void write_new_head(const std::filesystem::path& book, const Head& head);

}  // namespace db
