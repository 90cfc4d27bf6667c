#pragma once
// Responses that were computed and are still true: the key is the ledger's last entry, the day and
// the target, and nothing of record changes without a new entry. The last entry is read each time,
// so another process's write is noticed as well.

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

class ResponseCache {
  public:
    explicit ResponseCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    // The response to `target` when the ledger ended with `entry`, on that day; nothing if none is
    // held.
    std::optional<Response> find(std::int64_t entry, schema::Date day, const std::string& target);
    // Evicts the least recently used, to stay within its bytes.
    void keep(std::int64_t entry,
              schema::Date day,
              const std::string& target,
              const Response& answer);

  private:
    using Entries = std::list<std::pair<std::string, Response>>;  // the latest first

    void forget_if_changed(std::int64_t entry, schema::Date day);

    const std::size_t most_bytes_;
    std::mutex mutex_;
    std::int64_t entry_ = -1;
    schema::Date day_;
    Entries entries_;
    std::unordered_map<std::string_view, Entries::iterator> by_target_;
    std::size_t bytes_ = 0;
};

}  // namespace server
