#include "app/backup/status.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "db/clock.h"
#include "db/ledger/ledger.h"
#include "db/utc.h"

namespace backup {

namespace {

using schema::Problem;

constexpr std::int64_t an_hour = 3600;

Problem none_problem() {
    return Problem{"backup", "no backup of this book is known", "make one", "needlebook backup run"}
        .as("backup_none");
}

Problem old_problem(std::int64_t age, int limit) {
    const auto hours = static_cast<int>(age / an_hour);
    return Problem{"backup",
                   fmt::format("the last good one is {} hours old, the limit is {}", hours, limit),
                   "connect what backups lie on; or make one",
                   "needlebook backup run"}
        .as("backup_old", {{"hours", hours}, {"limit", limit}});
}

Problem same_medium_problem() {
    return Problem{"backup",
                   "every backup lies on the disk of the book: who loses that disk loses both",
                   "name a folder on another disk or a stick",
                   "needlebook backup policy --add-folder FOLDER"}
        .as("backup_same_medium");
}

// Of a book that was only begun nobody asks for a backup yet.
bool is_young(const db::Book& book, std::int64_t now, int limit_hours) {
    std::string first;
    db::for_each_entry(book, {.most = 1}, [&](const db::LedgerEntry& entry) { first = entry.at; });
    return first.empty() || first > db::utc_text(now - limit_hours * an_hour);
}

class Found {
  public:
    Found(const db::Book& book, std::int64_t now) : book_(book), now_(now) {
        try {
            status_.policy = read_policy(book.file());
        } catch (const schema::Error& error) {
            status_.problems = error.problems();
            is_bad_ = true;
        }
    }

    Status status() && {
        add_folders();
        look_at_age();
        look_at_media();
        for (const auto& folder : status_.folders) {
            if (folder.problem) {
                status_.problems.push_back(*folder.problem);
            }
        }
        status_.level = is_bad_                    ? Level::bad
                        : status_.problems.empty() ? Level::good
                                                   : Level::caution;
        return std::move(status_);
    }

  private:
    void add_folders() {
        auto known = known_backups(book_);
        for (const auto& folder : folders_of(status_.policy, book_.file())) {
            add(folder, true, std::move(known[folder]));
            known.erase(folder);
        }
        for (auto& [folder, each] : known) {
            add(folder, false, std::move(each));
        }
    }

    void add(const std::string& folder, bool is_of_policy, Known known) {
        FolderStatus status{.folder = folder, .is_of_policy = is_of_policy};
        if (known.failed && is_of_policy) {
            status.problem = problem_of(known.failed->trouble, folder, known.failed->detail);
        }
        const auto newer = [](auto& last, const auto& one) {
            if (one && (!last || *one > *last)) {
                last = one;
            }
        };
        if (known.good && (!status_.last || known.good->moment > status_.last->moment)) {
            status_.last = known.good;
            status_.where = folder;
        }
        newer(status_.proved, known.proved);
        newer(status_.drilled, known.drilled);
        status.known = std::move(known);
        status_.folders.push_back(std::move(status));
    }

    void look_at_age() {
        auto clock = db::clock_problem(book_);
        const bool is_ahead =
            status_.last && status_.last->moment > now_ + db::clock_tolerance_seconds;
        if (clock || is_ahead) {
            status_.problems.push_back(
                clock ? std::move(*clock) : problem_of(Trouble::clock_behind, *status_.where, ""));
            is_bad_ = true;
            return;
        }
        const auto limit = status_.policy.limit_hours;
        if (!status_.last) {
            status_.problems.push_back(none_problem());
            is_bad_ = is_bad_ || !is_young(book_, now_, limit);
            return;
        }
        status_.age = std::max<std::int64_t>(0, now_ - status_.last->moment);
        if (*status_.age > limit * an_hour) {
            status_.problems.push_back(old_problem(*status_.age, limit));
            is_bad_ = true;
        }
    }

    // One on another medium counts as long as the clinic's limit.
    void look_at_media() {
        const auto is_elsewhere = [&](const FolderStatus& folder) {
            const auto& good = folder.known.good;
            return good && good->medium == Medium::other &&
                   now_ - good->moment <= status_.policy.limit_hours * an_hour;
        };
        if (status_.last &&
            std::none_of(status_.folders.begin(), status_.folders.end(), is_elsewhere)) {
            status_.problems.push_back(same_medium_problem());
        }
    }

    const db::Book& book_;
    const std::int64_t now_;
    Status status_;
    bool is_bad_ = false;
};

}  // namespace

Status status_of(const db::Book& book, std::int64_t now) {
    return Found(book, now).status();
}

}  // namespace backup
