#include "app/progress/split_face.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <tuple>

#include "app/clinical/catalogue.h"
#include "app/progress/burden.h"
#include "app/progress/course_progress.h"
#include "app/progress/runs.h"
#include "db/instruments.h"

namespace progress {

namespace {

using schema::Instrument;
using schema::Region;
using schema::Side;
using Scores = std::vector<Score>;

// The values of one place as if they were a series of their own: entered there, or else counted
// there as part of the whole.
Scores values_at(Region place, std::span<const Score> of_scale) {
    Scores there;
    std::copy_if(
        of_scale.begin(), of_scale.end(), std::back_inserter(there), [&](const auto& each) {
            return each.region == place;
        });
    if (!there.empty()) {
        return there;
    }
    for (const auto& each : of_scale) {
        const auto value = each.places && !each.region ? each.places->at(place) : std::nullopt;
        if (value) {
            there.push_back(each);
            there.back().value = *value;
            there.back().region = place;
            there.back().places.reset();
            there.back().origin.reset();
        }
    }
    return there;
}

void sort_by_time(Scores& scores) {
    std::stable_sort(scores.begin(), scores.end(), [](const Score& a, const Score& b) {
        return std::tie(a.at, a.id) < std::tie(b.at, b.id);
    });
}

std::set<schema::Date> days_of(const Scores& scores) {
    std::set<schema::Date> days;
    for (const auto& each : scores) {
        days.insert(each.at.day());
    }
    return days;
}

void keep_common_days(Scores& a, Scores& b) {
    const auto days_a = days_of(a);
    const auto days_b = days_of(b);
    std::erase_if(a, [&](const Score& each) { return !days_b.contains(each.at.day()); });
    std::erase_if(b, [&](const Score& each) { return !days_a.contains(each.at.day()); });
}

double change_of(const Instrument& instrument, const Judgement& judged) {
    if (!instrument.target) {
        return judged.change;
    }
    return burden(instrument, judged.latest.value) - burden(instrument, judged.baseline.value);
}

std::optional<Noise> noise_of_both(const Judgement& treated, const Judgement& other) {
    if (!treated.noise || !other.noise) {
        return std::nullopt;
    }
    auto noise = *treated.noise;
    noise.value = std::hypot(treated.noise->value, other.noise->value);
    noise.same_rater = treated.noise->same_rater && other.noise->same_rater;
    noise.formula = "√(a² + b²) of the noises of both sides" +
                    (noise.formula.empty() ? "" : ": " + noise.formula);
    return noise;
}

Verdict verdict_between(const SplitPair& pair) {
    const auto& instrument = pair.instrument;
    const double size = std::max(std::abs(pair.treated_change), std::abs(pair.other_change));
    const double worse = instrument.better == schema::Better::higher && !instrument.target
                             ? -pair.difference()
                             : pair.difference();
    return verdict_of(worse, size, pair.noise);
}

bool is_judged(const Judgement& judged) {
    return judged.verdict != Verdict::not_enough_data;
}

// Both sides were judged over the same visits: the same devices and the same baseline.
bool same_visits(const Judgement& a, const Judgement& b) {
    return a.in_baseline == b.in_baseline &&
           std::equal(
               a.compared.begin(),
               a.compared.end(),
               b.compared.begin(),
               b.compared.end(),
               [](const DatedValue& x, const DatedValue& y) { return x.at.day() == y.at.day(); });
}

// `treated` and `other`: of the same days, not empty.
SplitPair pair_of(const Scores& treated, const Scores& other, const SeriesContext& context) {
    SplitPair pair{.instrument = context.instrument,
                   .treated = judge(treated, context),
                   .other = judge(other, context)};
    if (!is_judged(pair.treated) || !is_judged(pair.other)) {
        pair.why = is_judged(pair.treated) ? pair.other.why : pair.treated.why;
        return pair;
    }
    if (!same_visits(pair.treated, pair.other)) {
        pair.why = Unjudged::other_device;
        return pair;
    }
    pair.treated_change = change_of(pair.instrument, pair.treated);
    pair.other_change = change_of(pair.instrument, pair.other);
    pair.noise = noise_of_both(pair.treated, pair.other);
    pair.verdict = verdict_between(pair);
    return pair;
}

// Whether the pair without its last visit says the same.
bool said_before(const SplitPair& pair,
                 Scores treated,
                 Scores other,
                 const SeriesContext& context) {
    const auto last = pair.treated.latest.at.day();
    const auto is_later = [&](const Score& each) { return each.at.day() >= last; };
    std::erase_if(treated, is_later);
    std::erase_if(other, is_later);
    return !treated.empty() && pair_of(treated, other, context).verdict == pair.verdict;
}

// The scores of a history are sorted: those of one scale stand together.
std::map<ScaleOrder, std::span<const Score>> by_scale(const History& history) {
    std::map<ScaleOrder, std::span<const Score>> scales;
    const auto same_scale = [](const Score& a, const Score& b) {
        return a.instrument == b.instrument;
    };
    for (const auto& scores : runs_of(std::span<const Score>(history.scores), same_scale)) {
        scales.emplace(
            order_of(db::instrument_among(history.instruments, scores.front().instrument)), scores);
    }
    return scales;
}

int sessions_on(Region place, const History& history, const schema::Course& course) {
    return static_cast<int>(
        std::count_if(history.sessions.begin(), history.sessions.end(), [&](const auto& session) {
            return session.at.day() >= course.on &&
                   std::any_of(session.areas.begin(), session.areas.end(), [&](const auto& area) {
                       return area.region == place;
                   });
        }));
}

}  // namespace

Region place_of(Side side) {
    return side == Side::left ? Region::left_cheek : Region::right_cheek;
}

Side opposite(Side side) {
    return side == Side::left ? Side::right : Side::left;
}

std::optional<SplitFace> split_face(const History& history) {
    const auto course = course_progress(history);
    if (!course || !course->course.side) {
        return std::nullopt;
    }
    const auto side = *course->course.side;
    const auto place = place_of(side);
    const auto other_place = place_of(opposite(side));
    SplitFace split{.side = side,
                    .other_sessions = sessions_on(other_place, history, course->course)};
    const Treatment treatment{.began = course->first_session, .sessions = session_times(history)};
    for (const auto& [order, scores] : by_scale(history)) {
        const auto context =
            context_of(history.instruments, history.agreements, order.second, treatment);
        if (!has_better(context.instrument) || clinical::states_change(context.instrument)) {
            continue;
        }
        auto treated = values_at(place, scores);
        auto other = values_at(other_place, scores);
        keep_common_days(treated, other);
        if (treated.empty()) {
            continue;
        }
        sort_by_time(treated);
        sort_by_time(other);
        auto pair = pair_of(treated, other, context);
        if (has_direction(pair.verdict)) {
            pair.confirmed = said_before(pair, treated, other, context);
        }
        split.pairs.push_back(std::move(pair));
    }
    return split;
}

}  // namespace progress
