#include "app/server/events.h"

#include <utility>

#include <fmt/format.h>

#include "db/utc.h"

namespace server {

void Events::happened(const std::string& what) {
    constexpr std::chrono::seconds pause{10};
    const std::lock_guard lock(mutex_);
    auto& kind = kinds_[what];
    const auto now = Clock::now();
    ++kind.unreported;
    if (!on_message_ || (kind.is_known && now - kind.last_reported < pause)) {
        return;
    }
    const auto times = std::exchange(kind.unreported, 0);
    kind.is_known = true;
    kind.last_reported = now;
    on_message_(fmt::format(
        "{} {}{}", db::utc_now(), what, times > 1 ? fmt::format(" ({} times)", times) : ""));
}

void Events::admitted() {
    happened("a browser was let in");
    if (on_admitted_) {
        on_admitted_();
    }
}

}  // namespace server
