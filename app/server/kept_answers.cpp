#include "app/server/kept_answers.h"

namespace server {

void KeptAnswers::forget_if_changed(std::int64_t entry, schema::Date day) {
    if (entry != entry_ || day != day_) {
        by_target_.clear();
        asked_.clear();
        bytes_ = 0;
        entry_ = entry;
        day_ = day;
    }
}

std::optional<Response> KeptAnswers::find(std::int64_t entry,
                                          schema::Date day,
                                          const std::string& target) {
    const std::lock_guard lock(mutex_);
    if (entry != entry_ || day != day_) {
        return std::nullopt;
    }
    const auto found = by_target_.find(target);
    if (found == by_target_.end()) {
        return std::nullopt;
    }
    asked_.splice(asked_.begin(), asked_, found->second);
    return found->second->second;
}

void KeptAnswers::keep(std::int64_t entry,
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
    asked_.emplace_front(target, answer);
    by_target_.emplace(asked_.front().first, asked_.begin());
    bytes_ += target.size() + answer.bytes().size();
    while (bytes_ > most_bytes_ && !asked_.empty()) {
        const auto& [oldest, kept] = asked_.back();
        bytes_ -= oldest.size() + kept.bytes().size();
        by_target_.erase(oldest);
        asked_.pop_back();
    }
}

}  // namespace server
