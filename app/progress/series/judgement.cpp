#include "app/progress/series/judgement.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>

#include "app/clinical/catalogue.h"
#include "app/clinical/days_not_judged.h"
#include "app/clinical/extent.h"
#include "app/progress/series/burden.h"
#include "app/progress/series/comparable.h"
#include "app/progress/series/responder.h"
#include "schema/types/folding.h"

namespace progress {

namespace {

using schema::Instrument;

RatingList rated_in_time(std::span<const Score> by_time, const SeriesContext& context) {
    auto kept = ratings_of(by_time);
    std::erase_if(kept, [&](const Score* rating) { return days_too_soon(rating->at, context); });
    return kept;
}

DatedValue value_of(const Instrument& instrument, const Visit& visit, const Extent& extent) {
    return {.at = visit.at, .value = value_over(instrument.code, visit, extent).value_or(0)};
}

// Names as people write them; texts that are the same need no folding.
bool same_name(const std::string& a, const std::string& b) {
    return a == b || schema::folded(a) == schema::folded(b);
}

// The rater of all ratings of these visits; none when there are several, or one is not known.
const std::string* one_rater(std::span<const Visit> visits) {
    const auto& first = visits.front().ratings.front()->rater;
    const auto is_first = [&](const Score* rating) {
        return rating->rater && same_name(*rating->rater, *first);
    };
    const bool is_one =
        first && std::all_of(visits.begin(), visits.end(), [&](const Visit& visit) {
            return std::all_of(visit.ratings.begin(), visit.ratings.end(), is_first);
        });
    return is_one ? &*first : nullptr;
}

// How two values of a series stand to each other.
struct Step {
    Movement movement;
    std::optional<Noise> noise;
    Verdict verdict{};
};

class Judging {
  public:
    Judging(const Comparable& comparable, const SeriesContext& context)
        : comparable_(comparable), context_(context), baseline_rater_(one_rater(in_baseline())) {}

    Judgement judgement() {
        set_values();
        judgement_.is_whole = compares_all();
        if (!comparable_.has_later()) {
            judgement_.why = Unjudged::one_visit;
            return judgement_;
        }
        set_later();
        const auto step = from_baseline(comparable_.visits.size() - 1);
        judgement_.verdict = step.verdict;
        judgement_.noise = step.noise;
        judgement_.change = step.movement.change();
        set_percent();
        judgement_.confirmed = judgement_.confirmed_at(judgement_.later.size() - 1);
        set_since_last_visit();
        set_relapse();
        set_warning();
        judgement_.responder = is_responder(context_.instrument, step.movement);
        return judgement_;
    }

  private:
    const Instrument& instrument() const { return context_.instrument; }
    const std::vector<Visit>& visits() const { return comparable_.visits; }
    std::span<const Visit> in_baseline() const {
        const auto& [first, last, warning] = comparable_.baseline;
        return std::span(visits()).subspan(first, last - first);
    }
    // The value of a visit by its place among all.
    const DatedValue& value_at(std::size_t visit) const {
        return judgement_.compared[visit - comparable_.baseline.first];
    }

    void set_values() {
        const auto& baseline = comparable_.baseline;
        std::vector<double> before;
        for (auto i = baseline.first; i < visits().size(); ++i) {
            judgement_.compared.push_back(value_of(instrument(), visits()[i], comparable_.extent));
            if (i < baseline.last) {
                before.push_back(judgement_.compared.back().value);
            }
        }
        judgement_.in_baseline = before.size();
        judgement_.baseline = {.at = visits()[baseline.last - 1].at,
                               .value = median(before),
                               .n = static_cast<int>(before.size()),
                               .warning = baseline.warning};
        judgement_.latest = judgement_.compared.back();
        if (!comparable_.extent.whole) {
            judgement_.places = listed(comparable_.extent.regions);
        }
    }

    Step step(double before,
              const std::string* rater,
              double after,
              const std::string* later_rater) const {
        const bool same_rater = rater && later_rater && same_name(*rater, *later_rater);
        Step step{.movement = {.baseline = before, .latest = after}};
        step.noise =
            has_better(instrument())
                ? noise_between(instrument(), context_.own_study, before, after, same_rater)
                : std::nullopt;
        step.verdict = verdict_of(instrument(), step.movement, step.noise);
        return step;
    }
    Step from_baseline(std::size_t visit) const {
        return step(
            judgement_.baseline.value, baseline_rater_, value_at(visit).value, rater_of(visit));
    }
    Step between(std::size_t earlier, std::size_t later) const {
        return step(
            value_at(earlier).value, rater_of(earlier), value_at(later).value, rater_of(later));
    }
    const std::string* rater_of(std::size_t visit) const {
        return one_rater(std::span(visits()).subspan(visit, 1));
    }

    void set_later() {
        for (auto i = comparable_.baseline.last; i < visits().size(); ++i) {
            judgement_.later.push_back(from_baseline(i).verdict);
        }
    }
    void set_percent() {
        const double baseline = judgement_.baseline.value;
        if (is_ratio_scale(instrument()) && baseline != 0) {
            const double percent = judgement_.change / std::abs(baseline) * 100;
            judgement_.percent_change =
                std::isfinite(percent) ? std::optional(percent) : std::nullopt;
        }
    }
    void set_since_last_visit() {
        const auto last = visits().size() - 1;
        const auto step = between(last - 1, last);
        judgement_.since_last_visit = {.change = step.movement.change(), .verdict = step.verdict};
    }
    void set_relapse() {
        if (!has_better(instrument())) {
            return;
        }
        const auto last = visits().size() - 1;
        auto best = comparable_.baseline.last;
        for (auto i = best; i < last; ++i) {
            if (burden(instrument(), value_at(i).value) <
                burden(instrument(), value_at(best).value)) {
                best = i;
            }
        }
        if (best < last && between(best, last).verdict == Verdict::worsened) {
            judgement_.relapse = Relapse{.best = value_at(best),
                                         .change = value_at(last).value - value_at(best).value};
        }
    }
    // One value that is worse than every other says that people come when it is worst.
    void set_warning() {
        auto& baseline = judgement_.baseline;
        if (baseline.warning || baseline.n > 1 || !has_better(instrument())) {
            return;
        }
        const auto is_better = [&](const Visit& visit) {
            const auto value = value_of(instrument(), visit, comparable_.extent).value;
            return burden(instrument(), value) < burden(instrument(), baseline.value);
        };
        const auto first = comparable_.baseline.first;
        const auto all = std::span(visits());
        const bool is_worst =
            std::all_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(first), is_better) &&
            std::all_of(all.begin() + static_cast<std::ptrdiff_t>(first + 1), all.end(), is_better);
        if (is_worst) {
            baseline.warning = BaselineWarning::highest_ever;
        }
    }
    bool compares_all() const {
        const auto& extent = comparable_.extent;
        if (extent.whole) {
            return true;
        }
        const auto has_all = [&](const Visit& visit) {
            return places_of(instrument().code, visit) == extent.regions;
        };
        const auto baseline = in_baseline();
        // Part of a face is no face; a mean over places is of those.
        return clinical::regions_of(instrument().code).empty() && has_all(visits().back()) &&
               std::all_of(baseline.begin(), baseline.end(), has_all);
    }

    const Comparable& comparable_;
    const SeriesContext& context_;
    const std::string* baseline_rater_;
    Judgement judgement_;
};

// Nothing compares: what was seen first and last, and why it says nothing.
Judgement unjudged(std::string_view code, const std::vector<Visit>& visits, Unjudged why) {
    const auto value = [&](const Visit& visit) {
        return DatedValue{.at = visit.at, .value = shown_value(code, visit).value};
    };
    const auto first = value(visits.front());
    Judgement judgement{.baseline = {.at = first.at, .value = first.value},
                        .latest = value(visits.back()),
                        .why = why,
                        .compared = {first},
                        .in_baseline = 1};
    judgement.is_whole = false;
    return judgement;
}

Judgement statement(const std::vector<Visit>& visits, const Instrument& instrument) {
    Judgement judgement;
    for (const auto& visit : visits) {
        judgement.compared.push_back(value_of(instrument, visit, {}));
    }
    const auto& first = judgement.compared.front();
    judgement.baseline = {.at = first.at, .value = first.value};
    judgement.latest = judgement.compared.back();
    judgement.in_baseline = 1;
    judgement.verdict = Verdict::stated;
    return judgement;
}

// Of the device of the last visit that has been used in the baseline too; of several the first by
// name.
Judgement judge_visits(const RatingList& ratings, const SeriesContext& context) {
    const auto& instrument = context.instrument;
    const auto visits = visits_of(ratings);
    if (!has_devices(ratings)) {
        const auto found = comparable(instrument.code, visits, context.began);
        return found ? Judging(*found, context).judgement()
                     : unjudged(instrument.code,
                                visits,
                                visits.size() == 1 ? Unjudged::one_visit : Unjudged::other_places);
    }
    std::optional<Unjudged> why;
    for (const auto* rating : one_of_each_device(visits.back())) {
        const auto same = of_device(ratings, *rating);
        const auto their_visits = visits_of(same);
        const auto found = comparable(instrument.code, their_visits, context.began);
        if (found && found->has_later()) {
            return Judging(*found, context).judgement();
        }
        why = their_visits.size() == 1 && visits.size() > 1 ? Unjudged::other_device
              : found                                       ? Unjudged::one_visit
                                                            : Unjudged::other_places;
    }
    return unjudged(instrument.code, visits, visits.size() == 1 ? Unjudged::one_visit : *why);
}

// The median of the baseline's visits, each over all places of it: of a count the whole ones only.
std::optional<double> baseline_alone(const std::vector<Visit>& visits,
                                     const SeriesContext& context) {
    const auto& code = context.instrument.code;
    const bool is_count = !clinical::regions_of(code).empty();
    std::vector<Visit> aggregate;
    std::copy_if(
        visits.begin(), visits.end(), std::back_inserter(aggregate), [&](const Visit& visit) {
            return !is_count || shown_value(code, visit).extent.whole;
        });
    if (aggregate.empty()) {
        return std::nullopt;
    }
    const auto [first, last, warning] = baseline_visits(aggregate, context.began);
    std::vector<double> values;
    for (auto i = first; i < last; ++i) {
        values.push_back(shown_value(code, aggregate[i]).value);
    }
    return median(std::move(values));
}

std::optional<TooSoon> last_too_soon(std::span<const Score> by_time,
                                     const schema::CivilTime& latest,
                                     const SeriesContext& context) {
    const auto& last = by_time.back().at;
    const auto days = days_too_soon(last, context);
    if (!days || last <= latest) {
        return std::nullopt;
    }
    auto of_that_day = ratings_of(by_time);
    std::erase_if(of_that_day, [&](const Score* rating) {
        return rating->at.day() != last.day() || !days_too_soon(rating->at, context);
    });
    const auto visit = visits_of(of_that_day).front();
    return TooSoon{
        .value = {.at = visit.at, .value = shown_value(context.instrument.code, visit).value},
        .days = *days};
}

}  // namespace

std::vector<DatedValue> Judgement::from_baseline() const {
    std::vector<DatedValue> values{{.at = baseline.at, .value = baseline.value}};
    values.insert(
        values.end(), compared.begin() + static_cast<std::ptrdiff_t>(in_baseline), compared.end());
    return values;
}

std::optional<bool> Judgement::confirmed_at(std::size_t place) const {
    return has_direction(later[place])
               ? std::optional(place > 0 && later[place - 1] == later[place])
               : std::nullopt;
}

std::optional<int> days_too_soon(const schema::CivilTime& at, const SeriesContext& context) {
    const int least = clinical::days_not_judged_after_session(context.instrument);
    if (least == 0) {
        return std::nullopt;
    }
    const auto& sessions = context.sessions;
    const auto later =
        std::partition_point(sessions.begin(), sessions.end(), [&](const auto& each) {
            return !schema::not_after(at, each);
        });
    if (later == sessions.begin()) {
        return std::nullopt;
    }
    const int days = at.day().days_since((later - 1)->day());
    return days < least ? std::optional(days) : std::nullopt;
}

Judgement judge(std::span<const Score> by_time, const SeriesContext& context) {
    const auto ratings = rated_in_time(by_time, context);
    if (ratings.empty()) {
        auto judgement = unjudged(
            context.instrument.code, visits_of(ratings_of(by_time)), Unjudged::soon_after_session);
        judgement.too_soon = last_too_soon(by_time, {}, context);
        return judgement;
    }
    auto judgement = clinical::states_change(context.instrument)
                         ? statement(visits_of(ratings), context.instrument)
                         : judge_visits(ratings, context);
    judgement.too_soon = last_too_soon(by_time, judgement.latest.at, context);
    judgement.baseline_alone = judgement.is_whole ? std::optional(judgement.baseline.value)
                                                  : baseline_alone(visits_of(ratings), context);
    if (judgement.verdict == Verdict::not_enough_data && judgement.too_soon) {
        judgement.why = Unjudged::soon_after_session;
    }
    return judgement;
}

}  // namespace progress
