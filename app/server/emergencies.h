#pragma once
// Emergency reading: who has said why may read records for a quarter of an hour although it cannot
// be logged. It ends with the turn, and with the server.

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "app/access/moment.h"

namespace server {

// May be called from any thread.
class Emergencies {
  public:
    static constexpr std::chrono::minutes lasts{15};

    // For whoever comes with this device's token; returns when it is over.
    access_control::Moment begin(const std::string& token,
                                 const std::string& reason,
                                 access_control::Moment now) {
        const std::lock_guard lock(mutex_);
        std::erase_if(readings_, [&](const auto& each) { return each.second.until <= now; });
        readings_[token] = {.until = now + lasts, .reason = reason};
        return now + lasts;
    }

    // Nothing where none is going on.
    std::optional<std::string> reason_of(const std::string& token,
                                         access_control::Moment now) const {
        const std::lock_guard lock(mutex_);
        const auto found = readings_.find(token);
        return found == readings_.end() || found->second.until <= now
                   ? std::nullopt
                   : std::optional(found->second.reason);
    }

  private:
    struct Reading {
        access_control::Moment until{};
        std::string reason;
    };

    mutable std::mutex mutex_;
    std::map<std::string, Reading> readings_;
};

}  // namespace server
