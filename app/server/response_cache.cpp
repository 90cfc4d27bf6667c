#include "app/server/response_cache.h"

namespace server {

void ResponseCache::forget_if_changed(std::int64_t entry, schema::Date day) {
    if (entry != entry_ || day != day_) {
        by_target_.clear();
        entries_.clear();
        bytes_ = 0;
        entry_ = entry;
        day_ = day;
    }
}

std::optional<Response> ResponseCache::find(std::int64_t entry,
                                            schema::Date day,
                                            const std::string& target) {
    const std::lock_guard lock(mutex_);
    if (entry > entry_) {
        forget_if_changed(entry, day);  // of somebody who is in the book no more, say
    }
    if (entry != entry_ || day != day_) {
        return std::nullopt;
    }
    const auto found = by_target_.find(target);
    if (found == by_target_.end()) {
        return std::nullopt;
    }
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->second;
}

void ResponseCache::keep(std::int64_t entry,
                         schema::Date day,
                         const std::string& target,
                         const Response& answer) {
    const std::lock_guard lock(mutex_);
    if (entry < entry_) {
        return;  // somebody has written since the question was begun
    }
    forget_if_changed(entry, day);
    if (by_target_.contains(target)) {
        return;
    }
    entries_.emplace_front(target, answer);
    by_target_.emplace(entries_.front().first, entries_.begin());
    bytes_ += target.size() + answer.bytes().size();
    while (bytes_ > most_bytes_ && !entries_.empty()) {
        const auto& [oldest, kept] = entries_.back();
        bytes_ -= oldest.size() + kept.bytes().size();
        by_target_.erase(oldest);
        entries_.pop_back();
    }
}

}  // namespace server
