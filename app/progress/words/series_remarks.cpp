#include "app/progress/words/series_remarks.h"

#include <fmt/format.h>

#include "app/progress/words/figures.h"
#include "app/progress/words/plain_words.h"
#include "app/progress/words/sentences_en.h"

namespace progress {
namespace {

std::string reason_text(Unjudged why) {
    switch (why) {
        case Unjudged::one_visit:
            return "no later visit to compare";
        case Unjudged::other_places:
            return "other places were looked at than before";
        case Unjudged::other_device:
            return "read with another device, or one that is not named";
        case Unjudged::soon_after_session:
            break;
    }
    return "rated within four weeks of a session";
}

}  // namespace

std::vector<std::string> remarks_of(const Series& series) {
    std::vector<std::string> remarks;
    if (series.why) {
        remarks.push_back(reason_text(*series.why));
    }
    if (series.baseline.n > 1) {
        remarks.push_back(fmt::format("start: median of {} visits", series.baseline.n));
    }
    if (series.rests_on_one_visit()) {
        remarks.emplace_back("one-visit start");
    }
    const auto& warning = series.baseline.warning;
    if (warning && *warning != BaselineWarning::highest_ever) {
        remarks.emplace_back(*warning == BaselineWarning::old
                                 ? "the start is from over 90 days before the first session"
                                 : "counted from after the first session");
    }
    if (series.places) {
        std::string places;
        for (const auto region : *series.places) {
            places += (places.empty() ? "" : ", ") + plain(region);
        }
        remarks.push_back("only over " + places);
    }
    if (series.too_soon && series.why != Unjudged::soon_after_session) {
        remarks.push_back(fmt::format("a later value is from {} after a session, not judged",
                                      counted(series.too_soon->days, "day")));
    }
    if (series.against_trend) {
        remarks.emplace_back("the last value stands against those before it");
    }
    if (series.shows_relapse()) {
        remarks.push_back("better on " + series.relapse->best.at.day().text());
    }
    if (series.same_season) {
        remarks.push_back(
            fmt::format("as in {} of earlier years", english().month(series.same_season->month)));
    }
    return remarks;
}

}  // namespace progress
