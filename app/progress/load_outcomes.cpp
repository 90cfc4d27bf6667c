#include "app/progress/load_outcomes.h"

#include <functional>
#include <map>
#include <span>
#include <tuple>
#include <utility>

#include "app/progress/cohort.h"
#include "app/progress/trajectory.h"
#include "db/cohort.h"
#include "db/instruments.h"
#include "db/scores.h"
#include "db/snapshot.h"
#include "db/standings.h"

namespace progress {

namespace {

// The series of all patients on some scales, cut out of the stream of their values.
class SeriesReader {
  public:
    using Visit = std::function<void(const db::SeriesValue&, std::span<const DatedValue>)>;

    SeriesReader(schema::Date as_of, Visit visit) : as_of_(as_of), visit_(std::move(visit)) {}

    void add(const db::SeriesValue& value) {
        if (value.at.day() > as_of_) {
            return;
        }
        if (!values_.empty() &&
            (value.patient != last_.patient || value.instrument != last_.instrument)) {
            end();
        }
        last_ = value;
        values_.push_back({.at = value.at, .value = value.value});
    }
    // The last series is over.
    void end() {
        if (!values_.empty()) {
            visit_(last_, values_);
            values_.clear();
        }
    }

  private:
    schema::Date as_of_;
    Visit visit_;
    db::SeriesValue last_;
    std::vector<DatedValue> values_;
};

// Trajectories by group, then by scale and region in the order of the page.
class Collected {
  public:
    Collected(const db::Book& book, const VisitPlan& plan)
        : instruments_(db::all_instruments(book)), plan_(plan) {}

    const schema::Instrument& instrument(schema::Id<schema::Instrument> id) const {
        return db::instrument_among(instruments_, id);
    }
    void add(const Group& group, const db::SeriesKey& key, Trajectory trajectory) {
        // Values come scale by scale, mostly of one group after another.
        if (&group != last_group_ || key.instrument != last_.instrument ||
            key.region != last_.region) {
            const auto& scale = instrument(key.instrument);
            const int rank = scale.concern ? static_cast<int>(*scale.concern) : 1000;
            trajectories_ = &all_[{group, rank, scale.id, key.region}];
            last_group_ = &group;
            last_ = key;
        }
        trajectories_->push_back(std::move(trajectory));
    }
    void finish(std::map<Group, GroupResult>& groups) const {
        for (const auto& [key, patients] : all_) {
            const auto& [group, rank, id, region] = key;
            auto& results = groups.at(group).instruments;
            results.push_back(instrument_result(instrument(id), patients, plan_));
            results.back().region = region;
        }
    }

  private:
    using Key =
        std::tuple<Group, int, schema::Id<schema::Instrument>, std::optional<schema::Region>>;

    std::vector<schema::Instrument> instruments_;
    const VisitPlan& plan_;
    std::map<Key, std::vector<Trajectory>> all_;
    std::vector<Trajectory>* trajectories_ = nullptr;
    const Group* last_group_ = nullptr;
    db::SeriesKey last_;
};

// From the values themselves.
void collect_values(const db::Book& book,
                    const OutcomesRequest& request,
                    const Cohort& cohort,
                    Collected& collected) {
    const auto read = [&](const std::optional<schema::Region>& region, const auto& scan) {
        SeriesReader reader(request.as_of, [&](const auto& of, std::span<const DatedValue> all) {
            if (const auto place = cohort.place_of(of.patient)) {
                collected.add(
                    *place->group,
                    {of.patient, of.instrument, region},
                    trajectory_of(
                        collected.instrument(of.instrument), all, place->began, request.plan));
            }
        });
        scan([&](const db::SeriesValue& value) { reader.add(value); });
        reader.end();
    };
    if (request.wanted.empty()) {
        read(std::nullopt,
             [&](const db::VisitValue& visit) { db::for_each_whole_value(book, visit); });
    }
    for (const auto& wanted : request.wanted) {
        read(wanted.region, [&](const db::VisitValue& visit) {
            db::for_each_value_of(book, wanted.instrument.id, wanted.region, visit);
        });
    }
}

// The standing as it was at the end of the day, when the series goes on after it.
std::optional<Trajectory> trajectory_until(const db::Book& book,
                                           const db::SeriesKey& key,
                                           const schema::Instrument& instrument,
                                           schema::Date as_of) {
    std::vector<DatedValue> values;
    for (const auto& score : db::series_of(book, key)) {
        if (score.at.day() <= as_of) {
            values.push_back({.at = score.at, .value = score.value});
        }
    }
    const auto treatment = db::treatment_standing_of(book, key.patient);
    return values.empty() || !treatment
               ? std::nullopt
               : std::optional(trajectory_of(instrument, values, treatment->began, {}));
}

// From what the book keeps of each series.
void collect_standings(const db::Book& book,
                       const OutcomesRequest& request,
                       const Cohort& cohort,
                       Collected& collected) {
    const auto visit = [&](const db::SeriesStanding& standing) {
        const auto place = cohort.place_of(standing.key.patient);
        auto trajectory = standing.until > request.as_of
                              ? trajectory_until(book,
                                                 standing.key,
                                                 collected.instrument(standing.key.instrument),
                                                 request.as_of)
                              : std::optional(Trajectory{.baseline = standing.baseline,
                                                         .latest = standing.latest,
                                                         .response = standing.response});
        if (place && trajectory) {
            collected.add(*place->group, standing.key, std::move(*trajectory));
        }
    };
    if (request.wanted.empty()) {
        db::for_each_whole_standing(book, visit);
    }
    for (const auto& wanted : request.wanted) {
        db::for_each_standing_of(book, wanted.instrument.id, wanted.region, visit);
    }
}

}  // namespace

Outcomes load_outcomes(const db::Book& book, const OutcomesRequest& request) {
    const db::Snapshot snapshot(book);
    // The standings hold no visits in between.
    auto standing = request.plan.empty()
                        ? Cohort::load_standing(book, request.as_of, request.grouping)
                        : std::nullopt;
    const bool from_standings = standing.has_value();
    const auto cohort =
        from_standings ? std::move(*standing) : Cohort::load(book, request.as_of, request.grouping);
    Collected collected(book, request.plan);
    (from_standings ? collect_standings : collect_values)(book, request, cohort, collected);
    auto groups = cohort.groups();
    collected.finish(groups);
    Outcomes outcomes{.as_of = request.as_of, .grouping = request.grouping, .plan = request.plan};
    for (auto& [group, result] : groups) {
        outcomes.groups.push_back(std::move(result));
    }
    return outcomes;
}

}  // namespace progress
