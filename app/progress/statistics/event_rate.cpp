#include "app/progress/statistics/event_rate.h"

#include "app/progress/statistics/distributions.h"

namespace progress {

std::optional<EventRate> event_rate(int events, int sessions) {
    if (sessions <= 0) {
        return std::nullopt;
    }
    const auto per_100 = [&](double count) { return 100 * count / sessions; };
    const double low = events == 0 ? 0 : chi_squared_quantile(0.025, 2.0 * events) / 2;
    const double high = chi_squared_quantile(0.975, 2.0 * events + 2) / 2;
    return EventRate{.events = events,
                     .sessions = sessions,
                     .per_100 = per_100(events),
                     .low95 = per_100(low),
                     .high95 = per_100(high)};
}

}  // namespace progress
