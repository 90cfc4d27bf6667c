#include "app/progress/series/series_context.h"

#include <limits>

#include "app/progress/course_progress.h"
#include "app/progress/series/noise.h"
#include "db/records/instruments.h"

namespace progress {

Treatment treatment_of(const History& history) {
    return {.began = treatment_began(history), .sessions = session_times(history)};
}

SeriesContext context_of(const std::vector<schema::Instrument>& instruments,
                         const std::vector<schema::Agreement>& adopted,
                         schema::Id<schema::Instrument> instrument,
                         const Treatment& treatment) {
    return {.instrument = db::instrument_among(instruments, instrument),
            .began = treatment.began,
            .sessions = treatment.sessions,
            .own_study = own_study(adopted, instrument)};
}

ScaleOrder order_of(const schema::Instrument& instrument) {
    const int last = std::numeric_limits<int>::max();
    return {instrument.concern ? static_cast<int>(*instrument.concern) : last, instrument.id};
}

}  // namespace progress
