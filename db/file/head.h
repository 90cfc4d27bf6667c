#pragma once
// The head: the last ledger entry that was acknowledged, kept in NAME.head beside the book. It is
// what notices that acknowledged changes are missing from the end, which the chain alone cannot.
//
// The file is two slots of 64 bytes, written in turn, one write and one sync each; so a torn write
// leaves the other slot. A slot: "NDLBHEAD", seq (8 bytes, big end first), hash (32), the first 16
// bytes of SHA-256 of those 48; or 64 zeros, not used yet.

#include <cstdint>
#include <filesystem>
#include <optional>

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
    // The file is there, or nobody can say whether it is, but it gives no head.
    std::optional<schema::Problem> unreadable;

    bool is_missing() const { return !head && !unreadable; }
};

// Never throws for what it finds.
HeadFile read_head(const std::filesystem::path& book);

// Writes and syncs the slot of `head.seq`; the file is there. Throws schema::Error (full,
// unavailable): the entry is stored but may not be acknowledged.
void write_head(const std::filesystem::path& book, const Head& head);

// Writes both slots, whatever they held, and makes the file if it is missing. Throws schema::Error
// (damaged, full, unavailable).
void write_new_head(const std::filesystem::path& book, const Head& head);

}  // namespace db
