#pragma once
// How a book's backups are, for people and for programs that watch.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/backup/known_backups.h"
#include "app/backup/policy.h"
#include "db/book.h"
#include "schema/types/error.h"
#include "schema/types/word.h"

namespace backup {

// good: a fresh one is on another medium than the book's. caution: there is one, and something is
// to be done. bad: none within the clinic's limit, or nobody can say.
enum class Level { good, caution, bad };

struct FolderStatus {
    std::string folder;  // as the policy names it, or where a file was put by hand
    bool is_of_policy = true;
    Known known;
    std::optional<schema::Problem> problem{};  // what kept the last one from it
};

struct Status {
    Level level = Level::bad;
    // The newest good one of all folders. With clock and ledger apart its age is not told.
    std::optional<Good> last{};
    std::optional<std::string> where{};    // the folder that it is in
    std::optional<std::int64_t> age{};     // seconds
    std::optional<std::int64_t> proved{};  // when one was last restored and checked whole
    std::optional<std::int64_t> drilled{};
    std::vector<FolderStatus> folders{};
    // What is to be done, the gravest first.
    std::vector<schema::Problem> problems{};
    Policy policy{};
};

// `now` in seconds since 1970, UTC. Never throws for what it finds.
Status status_of(const db::Book& book, std::int64_t now);

}  // namespace backup

template <>
struct schema::Words<backup::Level> {
    static constexpr std::array<std::string_view, 3> all{"good", "caution", "bad"};
};
