#pragma once
// Emergency reading: who has said why may read records for a quarter of an hour although it cannot
// be logged. It is of one sign-in by password on one device, as the ledger's entry tells, and lasts
// as that does: over a lock and a restart, not over signing out.

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/access/turn.h"
#include "app/tracking/people/who_looked.h"
#include "db/utc.h"

namespace server {

// May be called from any thread.
class Emergencies {
  public:
    static constexpr std::chrono::minutes lasts{15};

    Emergencies() = default;
    // Those that the ledger tells of and that are not over go on.
    Emergencies(const db::Book& book, access_control::Moment now) {
        for (auto& each :
             tracking::emergency_turns(book, db::utc_text(access_control::kept(now)))) {
            begin(std::move(each));
        }
    }

    void begin(tracking::EmergencyTurn turn) {
        const std::lock_guard lock(mutex_);
        std::erase_if(turns_, [&](const auto& each) { return each.second.until <= turn.since; });
        auto of = std::pair(turn.device.value, turn.person);
        turns_.insert_or_assign(std::move(of), std::move(turn));
    }

    // Nothing where none is going on, and for a program.
    std::optional<std::string> reason_of(const std::optional<access_control::Person>& person,
                                         access_control::Moment now) const {
        if (!person) {
            return std::nullopt;
        }
        const std::lock_guard lock(mutex_);
        const auto found = turns_.find({person->device.id.value, person->account.name});
        const bool goes_on =
            found != turns_.end() &&
            db::utc_text(access_control::kept(now)) < found->second.until &&
            db::utc_text(access_control::kept(person->password_at)) <= found->second.since;
        return goes_on ? std::optional(found->second.reason) : std::nullopt;
    }

  private:
    mutable std::mutex mutex_;
    std::map<std::pair<std::int64_t, std::string>, tracking::EmergencyTurn> turns_;
};

}  // namespace server
