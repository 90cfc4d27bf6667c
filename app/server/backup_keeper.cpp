#include "app/server/backup_keeper.h"

#include <utility>

#include <fmt/format.h>

#include "app/backup/keeping.h"
#include "app/backup/policy.h"
#include "schema/types/error.h"

namespace server {

BackupKeeper::BackupKeeper(std::filesystem::path book,
                           std::string version,
                           std::chrono::milliseconds between_looks,
                           std::function<std::chrono::sys_seconds()> now,
                           std::function<void(const std::string&)> log,
                           std::function<void(const std::string&)> message)
    : book_(std::move(book)),
      version_(std::move(version)),
      between_looks_(between_looks),
      now_(std::move(now)),
      log_(std::move(log)),
      message_(std::move(message)),
      thread_([this] { run(); }) {}

BackupKeeper::~BackupKeeper() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void BackupKeeper::run() {
    std::unique_lock lock(mutex_);
    while (!changed_.wait_for(lock, between_looks_, [&] { return ending_; })) {
        lock.unlock();
        look();
        lock.lock();
    }
}

void BackupKeeper::look() {
    try {
        if (!backup::read_policy(book_).automatic) {
            return;
        }
        const auto outcomes = backup::make_backups(
            book_,
            {.now = now_().time_since_epoch().count(), .program = version_, .only_due = true});
        std::string failures;
        for (const auto& outcome : outcomes) {
            if (outcome.made) {
                message_(fmt::format("a backup was made: {}{}",
                                     outcome.made->name,
                                     outcome.is_proved ? ", restored and checked whole" : ""));
            }
            for (const auto& photo : outcome.healed) {
                log_(fmt::format("backup: {} {}", photo.where, photo.what));
            }
            if (outcome.problem) {
                failures += fmt::format("{}backup: {}: {}",
                                        failures.empty() ? "" : "; ",
                                        outcome.folder,
                                        outcome.problem->what);
            }
        }
        if (!outcomes.empty()) {
            tell_once(failures);
        }
    } catch (const schema::Error& error) {
        if (error.fault() != schema::Fault::refused) {  // a timer makes one just now
            tell_once(fmt::format("backup: {}", error.problems().front().what));
        }
    } catch (const std::exception& error) {
        tell_once(fmt::format("backup: {}", error.what()));
    }
}

void BackupKeeper::tell_once(const std::string& line) {
    if (line != told_ && !line.empty()) {
        log_(line);
    }
    told_ = line;
}

}  // namespace server
