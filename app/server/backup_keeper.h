#pragma once
// The backups that the server makes by itself, by the book's policy (app/backup/keeping.h): each
// hour in which something was written, into each folder that is there.

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace server {

class BackupKeeper {
  public:
    // Works in a thread of its own, which looks every `between_looks`, the first time after that.
    // `now` is what the machine's clock shows; `log` is told what failed, `message` what was made:
    // never anything of a patient. `version` is the program's.
    BackupKeeper(std::filesystem::path book,
                 std::string version,
                 std::chrono::milliseconds between_looks,
                 std::function<std::chrono::sys_seconds()> now,
                 std::function<void(const std::string&)> log,
                 std::function<void(const std::string&)> message);
    // Waits until a backup that is being made is there.
    ~BackupKeeper();
    BackupKeeper(const BackupKeeper&) = delete;
    BackupKeeper& operator=(const BackupKeeper&) = delete;

  private:
    void run();
    void look();
    void tell_once(const std::string& line);

    const std::filesystem::path book_;
    const std::string version_;
    const std::chrono::milliseconds between_looks_;
    const std::function<std::chrono::sys_seconds()> now_;
    const std::function<void(const std::string&)> log_, message_;
    std::string told_;  // what failed last: the same again is not told again
    std::mutex mutex_;
    std::condition_variable changed_;
    bool ending_ = false;
    std::thread thread_;  // last: it uses the others
};

}  // namespace server
