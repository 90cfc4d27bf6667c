#include "app/import/scores/score_series.h"

#include <algorithm>
#include <utility>

#include "schema/types/folding.h"

namespace exchange {

ScoreSeries::Place ScoreSeries::add(const schema::Instrument& scale,
                                    std::optional<schema::Region> region) {
    series_.push_back({&scale, region});
    return static_cast<Place>(series_.size() - 1);
}

// Other programs write codes in capitals: SYSBP.
const schema::Instrument* ScoreSeries::find_scale(std::string_view code) const {
    const auto first = [&](auto is) -> const schema::Instrument* {
        const auto found = std::find_if(scales_.begin(), scales_.end(), is);
        return found == scales_.end() ? nullptr : &*found;
    };
    if (const auto* scale = first([&](const auto& each) { return each.code == code; })) {
        return scale;
    }
    const auto wanted = schema::identity(code);
    if (const auto* scale = first([&](const auto& each) { return each.code == wanted; })) {
        return scale;
    }
    const auto* scale =
        first([&](const auto& each) { return schema::identity(each.name) == wanted; });
    return scale != nullptr ? scale : added_.find(code);
}

std::variant<ScoreSeries::Place, ScoreSeries::Unknown> ScoreSeries::named(std::string_view name) {
    if (const auto known = by_name_.find(name); known != by_name_.end()) {
        return known->second;
    }
    const auto at = name.find('@');
    const auto* scale = find_scale(name.substr(0, at));
    if (scale == nullptr) {
        return Unknown::scale;
    }
    std::optional<schema::Region> region;
    if (at != std::string_view::npos) {
        region = schema::read_word<schema::Region>(name.substr(at + 1));
        if (!region) {
            return Unknown::region;
        }
    }
    const auto place = add(*scale, region);
    by_name_.emplace(std::string(name), place);
    return place;
}

std::vector<std::uint32_t> ScoreSeries::order() const {
    const auto key = [](const Series& series) {
        return std::pair(series.scale->id,
                         series.region ? schema::word(*series.region) : std::string_view("all"));
    };
    std::vector<std::uint32_t> order;
    for (const auto& series : series_) {
        const auto before = std::count_if(series_.begin(), series_.end(), [&](const auto& other) {
            return key(other) < key(series);
        });
        order.push_back(static_cast<std::uint32_t>(before));
    }
    return order;
}

}  // namespace exchange
