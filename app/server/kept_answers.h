#pragma once
// Answers that were computed and are still true: an answer is kept under the ledger's last entry,
// the day and what was asked, and nothing of record changes without a new entry. The book is asked
// for its last entry each time, so another process's write is noticed as well.

#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "app/server/http/response.h"
#include "schema/types/date.h"

namespace server {

class KeptAnswers {
  public:
    explicit KeptAnswers(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    // What was answered to `target` when the ledger ended with `entry`, on that day.
    std::optional<Response> find(std::int64_t entry, schema::Date day, const std::string& target);
    // Forgets what has not been asked for longest, to stay within its bytes.
    void keep(std::int64_t entry,
              schema::Date day,
              const std::string& target,
              const Response& answer);

  private:
    using Asked = std::list<std::pair<std::string, Response>>;  // the latest first

    void forget_if_changed(std::int64_t entry, schema::Date day);

    const std::size_t most_bytes_;
    std::mutex mutex_;
    std::int64_t entry_ = -1;
    schema::Date day_;
    Asked asked_;
    std::unordered_map<std::string_view, Asked::iterator> by_target_;
    std::size_t bytes_ = 0;
};

}  // namespace server
