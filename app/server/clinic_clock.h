#pragma once
// What the clinic's wall clock shows, without asking the book and the calendar at every request:
// the zone is as true as the ledger's last entry, and a minute lasts a minute.

#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <utility>

#include "db/book.h"
#include "schema/types/civil_time.h"

namespace server {

class ClinicClock {
  public:
    using Now = std::function<schema::CivilTime(const std::string& zone)>;

    explicit ClinicClock(Now now) : now_(std::move(now)) {}

    // The time in the clinic's zone, in a book whose ledger ends with `entry`.
    schema::CivilTime now(const db::Book& book, std::int64_t entry);

  private:
    const Now now_;
    std::mutex mutex_;
    std::int64_t entry_ = -1;
    std::string zone_;
    std::chrono::sys_time<std::chrono::minutes> minute_{};
    schema::CivilTime time_;
};

}  // namespace server
