#include "app/progress/series/disagreement.h"

#include <algorithm>

#include "app/progress/series/burden.h"

namespace progress {

namespace {

using schema::Concern;

// On both scales of change: below it is improved, above it worse.
constexpr double no_change_stated = 4;

// -1 better, 1 worse, 0 neither.
int sign_of(double worse) {
    return worse > 0 ? 1 : worse < 0 ? -1 : 0;
}

int stated(const Series* series) {
    return series == nullptr ? 0 : sign_of(series->latest.value - no_change_stated);
}

const Series* find(const std::vector<Series>& all, std::string_view code) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Series& each) {
        return each.code() == code && each.verdict == Verdict::stated;
    });
    return found == all.end() ? nullptr : &*found;
}

bool is_treated(const Series& series, const std::optional<Concern>& concern) {
    const auto of = series.instrument.concern;
    const bool is_of_skin =
        of == Concern::active_acne || of == Concern::acne_scars || of == Concern::pigmentation;
    return concern && *concern != Concern::other ? of == *concern : is_of_skin;
}

int moved(const Series& series) {
    return sign_of(burden(series.instrument, series.latest.value) -
                   burden(series.instrument, series.baseline.value));
}

struct Voice {
    const Series* series = nullptr;
    int says = 0;
};

std::vector<Voice> scales_with_a_say(const std::vector<Series>& all,
                                     const std::optional<Concern>& concern) {
    std::vector<Voice> beyond;
    std::vector<Voice> within;
    for (const auto& series : all) {
        const bool is_judged = series.verdict != Verdict::not_enough_data &&
                               series.verdict != Verdict::stated && has_better(series.instrument);
        if (!is_judged || !is_treated(series, concern) || !is_main(series, all) ||
            moved(series) == 0) {
            continue;
        }
        (has_direction(series.verdict) ? beyond : within).push_back({&series, moved(series)});
    }
    const bool one_way = std::all_of(within.begin(), within.end(), [&](const Voice& each) {
        return each.says == within.front().says;
    });
    return !beyond.empty() ? beyond : one_way ? within : std::vector<Voice>();
}

}  // namespace

std::optional<Disagreement> disagreement(const std::vector<Series>& all,
                                         const std::optional<Concern>& concern) {
    std::vector<Voice> voices = scales_with_a_say(all, concern);
    const std::size_t scales = voices.size();
    for (const auto* code : {"gais", "pgic"}) {
        const auto* series = find(all, code);
        if (stated(series) != 0) {
            voices.push_back({series, stated(series)});
        }
    }
    const auto says = [&](int sign) {
        return std::any_of(
            voices.begin(), voices.end(), [&](const Voice& each) { return each.says == sign; });
    };
    if (!says(-1) || !says(1)) {
        return std::nullopt;
    }
    Disagreement found;
    for (std::size_t i = 0; i < voices.size(); ++i) {
        if (i < scales) {
            found.scales.push_back(voices[i].series);
        } else {
            (voices[i].series->instrument.code == "gais" ? found.doctor : found.patient) =
                voices[i].series;
        }
    }
    return found;
}

}  // namespace progress
