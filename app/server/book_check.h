#pragma once
// The check that the server runs by itself: at its start if the book was not closed the last time,
// and every night.

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "schema/types/civil_time.h"
#include "schema/types/error.h"

namespace server {

struct CheckResult {
    schema::CivilTime at;                   // on the clinic's wall clock
    std::vector<schema::Problem> problems;  // none: the book was whole
};

class BookCheck {
  public:
    // Works in a thread of its own. `now` gives the clinic's wall clock; `log` is told what was
    // found, never anything of a patient. `at_once`: the book was not closed the last time.
    BookCheck(std::filesystem::path book,
              std::function<schema::CivilTime()> now,
              std::function<void(const std::string&)> log,
              bool at_once);
    // Waits until a check that runs has ended.
    ~BookCheck();
    BookCheck(const BookCheck&) = delete;
    BookCheck& operator=(const BookCheck&) = delete;

    // What the last one found; nothing before the first.
    std::optional<CheckResult> last() const;

  private:
    void run(bool at_once);
    void check();

    const std::filesystem::path book_;
    const std::function<schema::CivilTime()> now_;
    const std::function<void(const std::string&)> log_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool ending_ = false;
    std::optional<CheckResult> last_;
    std::thread thread_;  // last: it uses the others
};

// Whether a log with changes lies beside the book although nobody has it open: it was not closed.
bool was_not_closed(const std::filesystem::path& book);

}  // namespace server
