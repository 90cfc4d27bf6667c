#include "app/server/book_check.h"

#include <chrono>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "app/tracking/check.h"
#include "db/book.h"

namespace server {

namespace {

constexpr int night_second = 3 * 3600;  // 03:00 on the clinic's wall clock
constexpr auto look_at_the_clock_every = std::chrono::minutes(1);

}  // namespace

bool was_not_closed(const std::filesystem::path& book) {
    std::error_code none;
    const auto size = std::filesystem::file_size(book.string() + "-wal", none);
    return !none && size > 0;
}

BookCheck::BookCheck(std::filesystem::path book,
                     std::function<schema::CivilTime()> now,
                     std::function<void(const std::string&)> log,
                     bool at_once)
    : book_(std::move(book)),
      now_(std::move(now)),
      log_(std::move(log)),
      thread_([this, at_once] { run(at_once); }) {}

BookCheck::~BookCheck() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

std::optional<CheckResult> BookCheck::last() const {
    const std::lock_guard lock(mutex_);
    return last_;
}

void BookCheck::run(bool at_once) {
    if (at_once) {
        check();
    }
    auto last_night = now_().day();  // the coming night is the first
    std::unique_lock lock(mutex_);
    while (!changed_.wait_for(lock, look_at_the_clock_every, [&] { return ending_; })) {
        const auto now = now_();
        if (now.day() > last_night && now.second_of_day() >= night_second) {
            last_night = now.day();
            lock.unlock();
            check();
            lock.lock();
        }
    }
}

void BookCheck::check() {
    CheckResult result{.at = now_(), .problems = {}};
    try {
        result.problems = tracking::check(db::Book::open_for_check(book_), {}).problems;
    } catch (const schema::Error& error) {
        result.problems = error.problems();
    } catch (const std::exception& error) {
        result.problems = {{"check",
                            error.what(),
                            "have the book checked where the program was started",
                            "needlebook check"}};
    }
    log_(result.problems.empty()
             ? "check: the book is whole"
             : fmt::format("check: {} problems, which the banner of every page names",
                           result.problems.size()));
    const std::lock_guard lock(mutex_);
    last_ = std::move(result);
}

}  // namespace server
