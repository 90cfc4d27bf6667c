#pragma once
// Making backups by the policy: one copy of the book, verified, into each folder that is due and
// there; proved once a day by restoring it; older ones removed.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/backup/backup_file.h"
#include "app/backup/known_backups.h"
#include "app/backup/policy.h"
#include "db/book.h"
#include "schema/types/error.h"

namespace backup {

inline constexpr std::int64_t between_backups = 3600;  // seconds
// What nothing was written into since needs no other copy, but one a day: passwords and the log of
// who read are in no ledger.
inline constexpr std::int64_t between_same = 24 * 3600;
inline constexpr std::int64_t between_proofs = 24 * 3600;
inline constexpr std::int64_t between_tries = 600;

// Whether a folder's next backup is due, when the ledger ends so.
bool is_due(const Known& known, const db::Head& end, std::int64_t now);

struct Outcome {
    std::string folder;                        // as the policy names it
    std::optional<Manifest> made{};            // good
    bool is_proved = false;                    // restored and checked whole as well
    int removed = 0;                           // older ones
    std::vector<schema::Problem> healed{};     // photographs there that were written anew, and why
    std::optional<schema::Problem> problem{};  // made or not
};

struct Run {
    std::int64_t now = 0;   // seconds since 1970, UTC
    std::string program;    // its version, for the manifest
    bool only_due = false;  // else every folder
    bool proves = false;    // every one; else where the last proof is a day old
};

// Backs up the book, which others may write meanwhile, by its policy, and notes what came of it
// beside the book. A folder that fails keeps none of the others from theirs. Empty where nothing is
// due. Throws schema::Error: damaged for a policy that is none; refused while another process makes
// backups of this book.
std::vector<Outcome> make_backups(const std::filesystem::path& book, const Run& run);

}  // namespace backup
