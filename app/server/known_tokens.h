#pragma once
// Tokens that proved to be somebody's, so that what each of them has waiting can be counted before
// the book is asked: whoever comes with another is counted together with all such.

#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

namespace server {

class KnownTokens {
  public:
    // 0 for one that nobody came in with since the server started.
    std::size_t number_of(const std::string& token) const {
        const std::lock_guard lock(mutex_);
        const auto known = numbers_.find(token);
        return known == numbers_.end() ? 0 : known->second;
    }
    void keep(const std::string& token) {
        constexpr std::size_t most = 10'000;  // each sign-in makes one
        const std::lock_guard lock(mutex_);
        if (numbers_.contains(token)) {
            return;
        }
        if (numbers_.size() >= most) {
            numbers_.clear();  // who still has one comes in again
        }
        numbers_.emplace(token, ++last_);
    }

  private:
    mutable std::mutex mutex_;
    std::unordered_map<std::string, std::size_t> numbers_;
    std::size_t last_ = 0;
};

}  // namespace server
