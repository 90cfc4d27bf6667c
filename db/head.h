#pragma once
// The head: the last ledger entry that was acknowledged, kept in NAME.head beside the book. It is
// what notices that acknowledged changes are missing from the end, which the chain alone cannot.
//
// The file is two slots of 64 bytes, written in turn, one write and one sync each; so a torn write
// leaves the other slot. A slot: "NDLBHEAD", seq (8 bytes, big end first), hash (32), the first 16
// bytes of SHA-256 of those 48.

#include <cstdint>
#include <filesystem>
#include <optional>

#include "db/sha256.h"

namespace db {

struct Head {
    std::int64_t seq = 0;
    Hash hash{};

    bool operator==(const Head&) const = default;
};

std::filesystem::path head_path(const std::filesystem::path& book);

// The newest whole slot; nothing if the file is missing or holds none.
std::optional<Head> read_head(const std::filesystem::path& book);

// Writes and syncs the slot of `head.seq`. Throws schema::Error (damaged) if the disk refuses.
void write_head(const std::filesystem::path& book, const Head& head);

}  // namespace db
