#pragma once
// Who reads what is noted here by whoever answers, and written by a thread of its own to the log
// beside the book (db/access_log), at most a second later: nobody waits for the disk. When it has
// not been writable for so long that more would be unlogged, records are not to be shown.

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_set>
#include <vector>

#include "db/access_log/access_log.h"

namespace server {

// May be called from any thread.
class ReadingLog {
  public:
    // Opens the log, of which this is known. Throws schema::Error as db::AccessLog.
    using Open = std::function<db::AccessLog(const std::optional<db::KnownLog>& known)>;

    // `log` is told why nothing can be written, and that it can again; `longest` is how long
    // nothing may be written before `is_broken`.
    ReadingLog(Open open,
               std::function<void(const std::string&)> log,
               std::chrono::milliseconds longest);
    // Writes what waits, if it can be.
    ~ReadingLog();
    ReadingLog(const ReadingLog&) = delete;
    ReadingLog& operator=(const ReadingLog&) = delete;

    // Opens the log now, not with the first entry: one that does not fit is known from the start.
    void begin();

    // Keeps the entry to be written; one like it of the same minute is kept once. `at` is set from
    // `moment`, seconds since 1970. False if so much waits already that it cannot be kept.
    bool note(db::AccessEntry entry, std::int64_t moment);

    // Whether nothing could be written for too long, or too much waits.
    bool is_broken() const;

    // Waits until what was noted is written, a second at the most. The end of the log then; nothing
    // if it was not written, or there is none.
    std::optional<db::AccessEnd> written();

  private:
    using Clock = std::chrono::steady_clock;

    void run();
    void write(std::unique_lock<std::mutex>& lock);

    const Open open_;
    const std::function<void(const std::string&)> log_;
    const std::chrono::milliseconds longest_;

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<db::AccessEntry> waiting_;
    std::unordered_set<std::string> of_this_minute_;  // what was noted
    std::int64_t minute_ = 0;
    std::uint64_t noted_ = 0;  // how many entries, ever
    std::uint64_t written_ = 0;
    std::optional<Clock::time_point> failing_since_;
    std::string said_;  // of the failure
    std::optional<db::AccessEnd> end_;
    bool is_wanted_ = false;
    bool is_hurried_ = false;
    bool is_ending_ = false;
    std::optional<db::AccessLog> file_;    // of the thread
    std::optional<db::KnownLog> known_{};  // of the thread
    std::thread thread_;                   // last: it uses the others
};

}  // namespace server
