#include "app/progress/series/broken_series.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "app/progress/words/named.h"

namespace progress {

namespace {

using schema::Concern;
using schema::Date;
using schema::Reading;

using Hole = std::pair<Date, Date>;

int longest_wait(Date from, const std::optional<CourseProgress>& course) {
    const bool is_under_way = course && from >= course->course.on && course->last_session &&
                              from < course->last_session->day();
    return is_under_way ? 2 * course->course.every.after(from).days_since(from) : long_hole_days;
}

std::optional<Hole> longest_hole(const Series& series,
                                 const std::optional<CourseProgress>& course) {
    std::optional<Hole> longest;
    for (std::size_t i = 1; i < series.points.size(); ++i) {
        const Hole hole{series.points[i - 1].at.day(), series.points[i].at.day()};
        const int days = hole.second.days_since(hole.first);
        if (days > longest_wait(hole.first, course) &&
            (!longest || days > longest->second.days_since(longest->first))) {
            longest = hole;
        }
    }
    return longest;
}

texts::Value::List names_of(const std::vector<const Series*>& all) {
    texts::Value::List names;
    for (const auto* series : all) {
        names.push_back(name_of(*series));
    }
    return names;
}

// The last time that a reading named another device than the one before it.
struct DeviceChange {
    const Reading* before = nullptr;
    const Reading* after = nullptr;
};

std::optional<DeviceChange> last_change(std::vector<const Reading*> readings) {
    std::sort(readings.begin(), readings.end(), [](const auto* a, const auto* b) {
        return std::tie(a->on, a->id) < std::tie(b->on, b->id);
    });
    std::optional<DeviceChange> change;
    const Reading* last = nullptr;
    for (const auto* reading : readings) {
        if (last && *last->device != *reading->device) {
            change = DeviceChange{.before = last, .after = reading};
        }
        last = reading;
    }
    return change;
}

// Who rated a visit; nothing where that is not recorded for all of it.
std::optional<std::set<std::string>> raters_of(const Point& point) {
    std::set<std::string> names;
    for (const auto& rating : point.ratings) {
        if (!rating.rater) {
            return std::nullopt;
        }
        names.insert(*rating.rater);
    }
    return names;
}

// "A and B"
texts::Value names_of(const std::set<std::string>& raters) {
    texts::Value names("");
    for (const auto& rater : raters) {
        names = rater == *raters.begin()
                    ? texts::Value(rater)
                    : texts::Phrase{"gap.raters", {{"before", names}, {"next", rater}}};
    }
    return names;
}

// By whom until when, and by whom from when.
using RaterChange = std::tuple<std::set<std::string>, Date, std::set<std::string>, Date>;

// The last time that another person rated than the time before.
std::optional<RaterChange> last_rater_change(const Series& series) {
    std::optional<RaterChange> change;
    const Point* last = nullptr;
    for (const auto& point : series.points) {
        const auto before = last != nullptr ? raters_of(*last) : std::nullopt;
        const auto after = raters_of(point);
        if (before && after && *before != *after) {
            change.emplace(*before, last->at.day(), *after, point.at.day());
        }
        last = &point;
    }
    return change;
}

// Only these have scales that stand for each other.
bool is_rated(const Series& series) {
    const auto concern = series.instrument.concern;
    return !series.region && series.instrument.unit == "{score}" &&
           (concern == Concern::active_acne || concern == Concern::acne_scars ||
            concern == Concern::pigmentation || concern == Concern::quality_of_life);
}

bool bridges(const Series& series, const Series& early, const Series& late) {
    const auto& first = series.points.front().at;
    return first.day() <= early.points.back().at.day() &&
           series.points.back().at.day() >= late.points.front().at.day();
}

bool stands_for(const Series& a, const Series& b) {
    return is_rated(a) && is_rated(b) && a.instrument.concern == b.instrument.concern;
}

// Of the scales that stopped before this one began, the one that stopped last.
const Series* scale_before(const Series& late, const std::vector<Series>& all) {
    const Series* last = nullptr;
    for (const auto& early : all) {
        if (stands_for(early, late) &&
            early.points.back().at.day() < late.points.front().at.day() &&
            (!last || last->points.back().at < early.points.back().at)) {
            last = &early;
        }
    }
    return last;
}

Gap other_scale(const Series& early, const Series& late) {
    return {GapKind::other_scale,
            late.code(),
            {"gap.record.other_scale",
             {{"before", name_of(early)},
              {"until", early.points.back().at.day()},
              {"after", name_of(late)},
              {"from", late.points.front().at.day()}}}};
}

}  // namespace

std::vector<Gap> long_holes(const std::vector<Series>& all,
                            const std::optional<CourseProgress>& course) {
    std::map<Hole, std::vector<const Series*>> holes;
    for (const auto& series : all) {
        if (!is_main(series, all)) {
            continue;
        }
        if (const auto hole = longest_hole(series, course)) {
            holes[*hole].push_back(&series);
        }
    }
    std::vector<Gap> found;
    for (const auto& [hole, among] : holes) {
        found.push_back(
            {GapKind::long_hole,
             among.size() == 1 ? std::optional(among.front()->code()) : std::nullopt,
             {"gap.record.long_hole",
              {{"list", names_of(among)}, {"from", hole.first}, {"until", hole.second}}}});
    }
    return found;
}

std::vector<Gap> device_changes(const History& history, const std::vector<Series>& all) {
    using Place = std::pair<schema::Measure, std::optional<schema::Region>>;
    std::map<Place, std::vector<const Reading*>> places;
    for (const auto& reading : history.readings) {
        if (reading.device && !reading.device->empty()) {
            places[{reading.what, reading.region}].push_back(&reading);
        }
    }
    std::map<schema::Measure, DeviceChange> changes;
    for (auto& [place, readings] : places) {
        const auto change = last_change(std::move(readings));
        if (change && (!changes.contains(place.first) ||
                       changes.at(place.first).after->on < change->after->on)) {
            changes[place.first] = *change;
        }
    }
    std::vector<Gap> found;
    for (const auto& [measure, change] : changes) {
        const auto code = std::string(schema::word(measure));
        const auto series = std::find_if(all.begin(), all.end(), [&](const Series& each) {
            return each.instrument.code == code;
        });
        found.push_back(
            {GapKind::other_device,
             code,
             {"gap.record.other_device",
              {{"measure", series == all.end() ? texts::Value(code) : name_of(series->instrument)},
               {"before", *change.before->device},
               {"until", change.before->on.day()},
               {"after", *change.after->device},
               {"from", change.after->on.day()}}}});
    }
    return found;
}

std::vector<Gap> rater_changes(const std::vector<Series>& all) {
    std::map<RaterChange, std::vector<const Series*>> changes;
    for (const auto& series : all) {
        if (!is_main(series, all)) {
            continue;
        }
        if (const auto change = last_rater_change(series)) {
            changes[*change].push_back(&series);
        }
    }
    std::vector<Gap> found;
    for (const auto& [change, among] : changes) {
        const auto& [before, until, after, from] = change;
        found.push_back({GapKind::other_rater,
                         among.size() == 1 ? std::optional(among.front()->code()) : std::nullopt,
                         {"gap.record.other_rater",
                          {{"list", names_of(among)},
                           {"before", names_of(before)},
                           {"until", until},
                           {"after", names_of(after)},
                           {"from", from}}}});
    }
    return found;
}

std::vector<Gap> scale_changes(const std::vector<Series>& all) {
    std::vector<Gap> found;
    for (const auto& late : all) {
        const auto* early = scale_before(late, all);
        const bool is_bridged =
            early && std::any_of(all.begin(), all.end(), [&](const Series& each) {
                return stands_for(each, late) && bridges(each, *early, late);
            });
        if (early && !is_bridged) {
            found.push_back(other_scale(*early, late));
        }
    }
    return found;
}

}  // namespace progress
