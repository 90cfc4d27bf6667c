#pragma once
// Responses that were computed and are still true. Nothing of record changes without a new ledger
// entry: whoever asks says with which entry the book ends, and what the entries since then touched
// is forgotten, whoever wrote them. All of it is forgotten when the day changes.

#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "app/server/depends_on.h"
#include "app/server/http/response.h"
#include "schema/types/date.h"

namespace server {

class ResponseCache {
  public:
    // Bytes of targets, headers and bodies, and about what keeping each one takes.
    explicit ResponseCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    // To be called first, with the book's last entry and the clinic's day, as the asker sees them:
    // forgets what is not true then. `invalidation_after` says what the entries after one touched;
    // it is called, one thread at a time, when there are new ones.
    void catch_up(std::int64_t entry,
                  schema::Date day,
                  const std::function<db::Invalidation(std::int64_t entry)>& invalidation_after);

    // The response to `target`, true at the entry caught up with or a later one; nothing if none is
    // held.
    std::optional<Response> find(schema::Date day, const std::string& target);

    // Keeps a response that was computed when the book ended with `entry`, unless it was touched
    // meanwhile, or it takes more than an eighth of the bytes. Evicts the least recently used, to
    // stay within the bytes.
    void keep(std::int64_t entry,
              schema::Date day,
              const std::string& target,
              const DependsOn& depends_on,
              const Response& response);

  private:
    struct Kept {
        std::string target;
        DependsOn depends_on;
        Response response;

        std::size_t bytes() const;
    };
    using Responses = std::list<Kept>;  // the latest first

    // What the entries after one, up to another, touched.
    struct Change {
        std::int64_t after = 0;
        std::int64_t to = 0;
        db::Invalidation changed;
    };

    void forget_all();
    void forget(Responses::iterator kept);
    bool is_invalid_since(std::int64_t entry, const DependsOn& depends_on) const;

    const std::size_t most_bytes_;
    std::mutex mutex_;
    std::int64_t entry_ = -1;
    schema::Date day_;
    std::deque<Change> changes_{};  // the last ones, for responses that come late
    Responses responses_;
    std::unordered_map<std::string_view, Responses::iterator> by_target_;
    std::size_t bytes_ = 0;
};

}  // namespace server
