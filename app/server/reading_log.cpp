#include "app/server/reading_log.h"

#include <exception>
#include <iterator>
#include <utility>

#include "schema/types/error.h"

namespace server {

namespace {

constexpr std::size_t most_waiting = 20'000;
constexpr auto gathers_for = std::chrono::milliseconds(250);
constexpr auto tries_again_after = std::chrono::seconds(1);

// All that makes an entry another one within its minute.
std::string sameness_of(const db::AccessEntry& entry) {
    std::string text;
    const auto add = [&](std::int64_t number) {
        text.append(reinterpret_cast<const char*>(&number), sizeof number);
    };
    add(entry.account ? entry.account->value : 0);
    add(entry.device ? entry.device->value : 0);
    add(entry.program.value_or(0));
    add(entry.patient ? entry.patient->value : 0);
    add(static_cast<std::int64_t>(entry.act));
    return text += entry.reason.value_or("");
}

}  // namespace

ReadingLog::ReadingLog(Open open,
                       std::function<void(const std::string&)> log,
                       std::chrono::milliseconds longest)
    : open_(std::move(open)), log_(std::move(log)), longest_(longest), thread_([this] { run(); }) {}

ReadingLog::~ReadingLog() {
    {
        const std::lock_guard lock(mutex_);
        is_ending_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void ReadingLog::begin() {
    {
        const std::lock_guard lock(mutex_);
        is_wanted_ = true;
    }
    changed_.notify_all();
}

bool ReadingLog::note(db::AccessEntry entry, std::int64_t moment) {
    constexpr std::int64_t minute = 60;
    auto sameness = sameness_of(entry);
    const std::lock_guard lock(mutex_);
    if (minute_ != moment / minute) {
        minute_ = moment / minute;
        of_this_minute_.clear();
    }
    if (of_this_minute_.contains(sameness)) {
        return true;
    }
    if (waiting_.size() >= most_waiting) {
        return false;
    }
    of_this_minute_.insert(std::move(sameness));
    entry.at = db::access_minute(moment);
    waiting_.push_back(std::move(entry));
    ++noted_;
    is_wanted_ = true;
    changed_.notify_all();
    return true;
}

bool ReadingLog::is_broken() const {
    const std::lock_guard lock(mutex_);
    return waiting_.size() >= most_waiting ||
           (failing_since_ && Clock::now() - *failing_since_ >= longest_);
}

std::optional<db::AccessEnd> ReadingLog::written() {
    std::unique_lock lock(mutex_);
    const auto wanted = noted_;
    is_hurried_ = true;
    changed_.notify_all();
    const bool is_done = changed_.wait_for(
        lock, tries_again_after, [&] { return written_ >= wanted || failing_since_; });
    return is_done && !failing_since_ && end_ && end_->entry > 0 ? end_ : std::nullopt;
}

void ReadingLog::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        const auto wakes = [&] { return is_ending_ || is_hurried_; };
        if (failing_since_) {
            changed_.wait_for(lock, tries_again_after, [&] { return is_ending_; });
        } else {
            changed_.wait(lock, [&] { return is_ending_ || is_wanted_; });
            changed_.wait_for(lock, gathers_for, wakes);
        }
        is_hurried_ = false;
        const bool is_last = is_ending_;
        if (is_wanted_) {
            write(lock);
        }
        if (is_last) {
            return;
        }
    }
}

// Unlocked while it writes. What could not be written waits on, before what came meanwhile.
void ReadingLog::write(std::unique_lock<std::mutex>& lock) {
    is_wanted_ = false;
    auto batch = std::exchange(waiting_, {});
    lock.unlock();
    std::string problem;
    try {
        if (!file_) {
            file_.emplace(open_(known_));
        }
        file_->append(batch);
        known_ = file_->known();
    } catch (const std::exception& error) {
        problem = error.what();
    }
    if (!problem.empty()) {
        file_.reset();
    }
    lock.lock();
    if (problem.empty()) {
        written_ += batch.size();
        end_ = file_->end();
        failing_since_.reset();
    } else {
        waiting_.insert(waiting_.begin(),
                        std::make_move_iterator(batch.begin()),
                        std::make_move_iterator(batch.end()));
        failing_since_ = failing_since_ ? failing_since_ : Clock::now();
        is_wanted_ = true;
    }
    if (problem != said_) {
        said_ = problem;
        log_(problem.empty() ? "who reads records is logged again"
                             : "who reads records cannot be logged: " + problem);
    }
    changed_.notify_all();
}

}  // namespace server
