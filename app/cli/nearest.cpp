#include "app/cli/nearest.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace cli {

std::size_t slips_between(std::string_view one, std::string_view other) {
    const auto width = other.size() + 1;
    std::vector<std::size_t> slips((one.size() + 1) * width);
    const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& {
        return slips[i * width + j];
    };
    for (std::size_t i = 0; i <= one.size(); ++i) {
        for (std::size_t j = 0; j <= other.size(); ++j) {
            if (i == 0 || j == 0) {
                at(i, j) = i + j;
                continue;
            }
            const bool is_same = one[i - 1] == other[j - 1];
            at(i, j) = std::min(
                {at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (is_same ? 0 : 1)});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
                at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
            }
        }
    }
    return at(one.size(), other.size());
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    const std::string* best = nullptr;
    auto fewest = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const auto& candidate : candidates) {
        const auto slips = slips_between(word, candidate);
        if (slips < fewest && slips < candidate.size()) {
            best = &candidate;
            fewest = slips;
        }
    }
    constexpr std::size_t telling = 3;  // letters of a beginning
    const auto begins = [&](const std::string& candidate) { return candidate.starts_with(word); };
    if (best == nullptr && word.size() >= telling) {
        const auto found = std::find_if(candidates.begin(), candidates.end(), begins);
        best = found == candidates.end() ? nullptr : &*found;
    }
    return best ? std::optional(*best) : std::nullopt;
}

std::string did_you_mean(std::string_view before, const std::optional<std::string>& word) {
    return word ? fmt::format("did you mean {}{}? ", before, *word) : "";
}

}  // namespace cli
