#include "app/progress/cohort/load_outcomes.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "app/progress/cohort/aggregates.h"
#include "app/progress/cohort/cohort.h"
#include "app/progress/cohort/load_treatments.h"
#include "app/progress/cohort/load_within.h"
#include "app/progress/cohort/split_outcomes.h"
#include "app/progress/history_until.h"
#include "app/progress/series/trajectory.h"
#include "db/records/aggregates.h"
#include "db/records/cohort.h"
#include "db/records/instruments.h"
#include "db/records/scores.h"
#include "db/snapshot.h"

namespace progress {

namespace {

// The series of all patients on some scales, cut out of the stream of their values.
class SeriesReader {
  public:
    using Visit = std::function<void(std::span<const Score>)>;

    SeriesReader(schema::Date as_of, Visit visit) : as_of_(as_of), visit_(std::move(visit)) {}

    void add(const Score& score) {
        if (score.at.day() > as_of_) {
            return;
        }
        if (!scores_.empty() && (score.patient != scores_.back().patient ||
                                 score.instrument != scores_.back().instrument)) {
            end();
        }
        scores_.push_back(score);
    }
    // The last series is over.
    void end() {
        if (!scores_.empty()) {
            visit_(scores_);
            scores_.clear();
        }
    }

  private:
    schema::Date as_of_;
    Visit visit_;
    std::vector<Score> scores_;
};

// Trajectories by group, then by scale and region in the order of the page.
class Collected {
  public:
    Collected(const db::Book& book, const VisitPlan& plan)
        : scales_(load_scales(book)), plan_(plan) {}

    const Scales& scales() const { return scales_; }
    const schema::Instrument& instrument(schema::Id<schema::Instrument> id) const {
        return db::instrument_among(scales_.instruments, id);
    }
    SeriesContext context(schema::Id<schema::Instrument> id, const Treatment& treatment) const {
        return context_of(scales_, id, treatment);
    }
    void add(const Group& group, const db::SeriesKey& key, Trajectory trajectory) {
        // Values come scale by scale, mostly of one group after another.
        if (&group != last_group_ || key.instrument != last_.instrument ||
            key.region != last_.region) {
            const auto& scale = instrument(key.instrument);
            trajectories_ = &all_[{group, order_of(scale), key.region}];
            last_group_ = &group;
            last_ = key;
        }
        trajectories_->push_back(std::move(trajectory));
    }
    void finish(std::map<Group, GroupResult>& groups) const {
        for (const auto& [key, patients] : all_) {
            const auto& [group, order, region] = key;
            auto& results = groups.at(group).instruments;
            results.push_back(instrument_result(instrument(order.second), patients, plan_));
            results.back().region = region;
        }
    }

  private:
    using Key = std::tuple<Group, ScaleOrder, std::optional<schema::Region>>;

    Scales scales_;
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
    const auto read = [&](const auto& scan) {
        SeriesReader reader(request.as_of, [&](std::span<const Score> all) {
            const auto& of = all.front();
            if (const auto place = cohort.place_of(of.patient)) {
                collected.add(
                    *place->group,
                    {of.patient, of.instrument, of.region},
                    trajectory_of(
                        all, collected.context(of.instrument, *place->treatment), request.plan));
            }
        });
        scan([&](const Score& score) { reader.add(score); });
        reader.end();
    };
    if (request.wanted.empty()) {
        read([&](const db::VisitScore& visit) { db::for_each_whole_value(book, visit); });
    }
    for (const auto& wanted : request.wanted) {
        read([&](const db::VisitScore& visit) {
            db::for_each_value_of(book, wanted.instrument.id, wanted.region, visit);
        });
    }
}

// Series as they stood at the end of a day that they, or the treatment, go on after.
class EarlierDay {
  public:
    EarlierDay(const db::Book& book, const Collected& collected, schema::Date day)
        : book_(book), collected_(collected), day_(day) {}

    std::optional<Trajectory> trajectory(const db::SeriesKey& key, const CohortPlace& place) {
        auto scores = db::series_of(book_, key);
        std::erase_if(scores, [&](const Score& score) { return score.at.day() > day_; });
        if (scores.empty()) {
            return std::nullopt;
        }
        const auto& treatment =
            place.treatment != nullptr ? *place.treatment : treatment_until(key.patient);
        return trajectory_of(scores, collected_.context(key.instrument, treatment), {});
    }

  private:
    // Read once for all scales of the patient.
    const Treatment& treatment_until(schema::Id<schema::Patient> patient) {
        const auto [known, is_new] = treatments_.try_emplace(patient.value);
        if (is_new) {
            if (auto history = load_treatment(book_, patient)) {
                known->second = treatment_of(history_until(std::move(*history), day_));
            }
        }
        return known->second;
    }

    const db::Book& book_;
    const Collected& collected_;
    schema::Date day_;
    std::unordered_map<std::int64_t, Treatment> treatments_;
};

Trajectory trajectory_of(const db::SeriesAggregate& aggregate) {
    Trajectory trajectory{.baseline = aggregate.baseline, .response = aggregate.response};
    if (aggregate.latest) {
        trajectory.latest = Outcome{.value = *aggregate.latest,
                                    .verdict = aggregate.verdict,
                                    .confirmed = aggregate.confirmed};
    }
    return trajectory;
}

// Of so many series at most one is read apart: reading all values in one pass is quicker then.
constexpr std::size_t fewest_other_series = 8;

// From what the book keeps of each series. False, and nothing collected that holds, if too many of
// them go on after the day.
bool collect_aggregates(const db::Book& book,
                        const OutcomesRequest& request,
                        const Cohort& cohort,
                        Collected& collected) {
    std::size_t series = 0;
    std::vector<std::pair<db::SeriesKey, CohortPlace>> going_on;
    const auto visit = [&](const db::SeriesAggregate& aggregate) {
        const auto place = cohort.place_of(aggregate.key.patient);
        if (!place) {
            return;
        }
        ++series;
        if (place->treatment != nullptr || aggregate.until > request.as_of) {
            going_on.emplace_back(aggregate.key, *place);
        } else {
            collected.add(*place->group, aggregate.key, trajectory_of(aggregate));
        }
    };
    if (request.wanted.empty()) {
        db::for_each_whole_aggregate(book, visit);
    }
    for (const auto& wanted : request.wanted) {
        db::for_each_aggregate_of(book, wanted.instrument.id, wanted.region, visit);
    }
    if (going_on.size() * fewest_other_series > series) {
        return false;
    }
    EarlierDay earlier(book, collected, request.as_of);
    for (const auto& [key, place] : going_on) {
        if (auto trajectory = earlier.trajectory(key, place)) {
            collected.add(*place.group, key, std::move(*trajectory));
        }
    }
    return true;
}

// What both sides of a face are compared by; nothing if the patient is voided.
std::optional<History> load_sides(const db::Book& book,
                                  schema::Id<schema::Patient> patient,
                                  const Scales& scales) {
    auto history = load_treatment(book, patient);
    if (history) {
        history->instruments = scales.instruments;
        history->agreements = scales.studies;
        history->scores = db::scores_of(book, patient);
    }
    return history;
}

// Few patients have a course for one side.
void collect_split_faces(const db::Book& book,
                         schema::Date as_of,
                         const Cohort& cohort,
                         const Scales& scales,
                         std::map<Group, GroupResult>& groups) {
    std::map<Group, std::vector<SplitFace>> split_faces;
    for (const auto id : db::patients_with_a_sided_course(book)) {
        const auto place = cohort.place_of(id);
        auto history = place ? load_sides(book, id, scales) : std::nullopt;
        if (!history) {
            continue;
        }
        if (auto split = split_face(history_until(std::move(*history), as_of))) {
            split_faces[*place->group].push_back(std::move(*split));
        }
    }
    for (const auto& [group, patients] : split_faces) {
        groups.at(group).split_faces = split_results(patients);
    }
}

using Groups = std::map<Group, GroupResult>;

// Only the scales that were asked for, when some were.
void keep_wanted(const OutcomesRequest& request, Groups& groups) {
    if (request.wanted.empty()) {
        return;
    }
    for (auto& [group, result] : groups) {
        std::erase_if(result.split_faces, [&](const SplitResult& split) {
            return std::none_of(
                request.wanted.begin(), request.wanted.end(), [&](const Wanted& wanted) {
                    return wanted.instrument.id == split.instrument.id;
                });
        });
    }
}

Groups results_of(const db::Book& book,
                  const OutcomesRequest& request,
                  const Cohort& cohort,
                  const Collected& collected) {
    auto groups = cohort.groups();
    collected.finish(groups);
    collect_split_faces(book, request.as_of, cohort, collected.scales(), groups);
    keep_wanted(request, groups);
    return groups;
}

Groups results_of_values(const db::Book& book, const OutcomesRequest& request) {
    const auto cohort = Cohort::load(book, request.as_of, request.grouping);
    Collected collected(book, request.plan);
    collect_values(book, request, cohort, collected);
    return results_of(book, request, cohort, collected);
}

// Nothing where the aggregates do not say it: they hold no visits in between, and little of
// earlier days.
std::optional<Groups> results_of_aggregates(const db::Book& book, const OutcomesRequest& request) {
    const auto cohort = request.plan.empty()
                            ? Cohort::load_aggregate(book, request.as_of, request.grouping)
                            : std::nullopt;
    Collected collected(book, request.plan);
    if (!cohort || !collect_aggregates(book, request, *cohort, collected)) {
        return std::nullopt;
    }
    return results_of(book, request, *cohort, collected);
}

}  // namespace

Outcomes load_outcomes(const db::Book& book, const OutcomesRequest& request) {
    const db::Snapshot snapshot(book);
    if (request.grouping.is_within_patients()) {
        return {.as_of = request.as_of,
                .grouping = request.grouping,
                .within = load_within(book, request)};
    }
    auto groups = results_of_aggregates(book, request);
    if (!groups) {
        groups = results_of_values(book, request);
    }
    Outcomes outcomes{.as_of = request.as_of, .grouping = request.grouping, .plan = request.plan};
    for (auto& [group, result] : *groups) {
        outcomes.groups.push_back(std::move(result));
    }
    return outcomes;
}

}  // namespace progress
