#include "app/server/response_cache.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace server {

namespace {

constexpr std::size_t remembered_changes = 100;

}  // namespace

// The target stands in the list and in its node of the map.
std::size_t ResponseCache::Kept::bytes() const {
    constexpr std::size_t nodes = 200;
    auto sum = sizeof(Kept) + nodes + target.size() + response.bytes().size();
    for (const auto& [name, value] : response.headers) {
        sum += sizeof(response.headers.front()) + name.size() + value.size();
    }
    return sum;
}

void ResponseCache::forget_all() {
    by_target_.clear();
    responses_.clear();
    bytes_ = 0;
}

void ResponseCache::forget(Responses::iterator kept) {
    bytes_ -= kept->bytes();
    by_target_.erase(kept->target);
    responses_.erase(kept);
}

void ResponseCache::catch_up(
    std::int64_t entry,
    schema::Date day,
    const std::function<db::Invalidation(std::int64_t entry)>& invalidation_after) {
    const std::lock_guard lock(mutex_);
    if (day != day_) {
        forget_all();
        day_ = day;
    }
    if (entry_ < 0) {
        entry_ = entry;
    }
    if (entry <= entry_) {
        return;
    }
    changes_.push_back({.after = entry_, .to = entry, .changed = invalidation_after(entry_)});
    const auto& changed = changes_.back().changed;
    for (auto kept = responses_.begin(); kept != responses_.end();) {
        const auto next = std::next(kept);
        if (is_invalidated(kept->depends_on, changed)) {
            forget(kept);
        }
        kept = next;
    }
    if (changes_.size() > remembered_changes) {
        changes_.pop_front();
    }
    entry_ = entry;
}

std::optional<Response> ResponseCache::find(schema::Date day, const std::string& target) {
    const std::lock_guard lock(mutex_);
    const auto found = by_target_.find(target);
    if (day != day_ || found == by_target_.end()) {
        return std::nullopt;
    }
    responses_.splice(responses_.begin(), responses_, found->second);
    return found->second->response;
}

// Of changes that are not remembered any more it cannot be told.
bool ResponseCache::is_invalid_since(std::int64_t entry, const DependsOn& depends_on) const {
    if (entry >= entry_) {
        return false;
    }
    if (changes_.empty() || entry < changes_.front().after) {
        return true;
    }
    return std::any_of(changes_.begin(), changes_.end(), [&](const Change& change) {
        return change.to > entry && is_invalidated(depends_on, change.changed);
    });
}

void ResponseCache::keep(std::int64_t entry,
                         schema::Date day,
                         const std::string& target,
                         const DependsOn& depends_on,
                         const Response& response) {
    const std::lock_guard lock(mutex_);
    if (day != day_ || by_target_.contains(target) || is_invalid_since(entry, depends_on)) {
        return;
    }
    Kept kept{target, depends_on, response};
    if (kept.bytes() > most_bytes_ / 8) {
        return;
    }
    responses_.push_front(std::move(kept));
    by_target_.emplace(responses_.front().target, responses_.begin());
    bytes_ += responses_.front().bytes();
    while (bytes_ > most_bytes_ && !responses_.empty()) {
        forget(std::prev(responses_.end()));
    }
}

}  // namespace server
