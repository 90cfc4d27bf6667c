#pragma once
// Neighbours of a sorted list that belong together.

#include <algorithm>
#include <functional>
#include <span>
#include <vector>

namespace progress {

// The list cut wherever two neighbours are not `same`; none of the parts is empty. What is pointed
// at outlives them.
template <class Value, class Same>
std::vector<std::span<const Value>> runs_of(std::span<const Value> list, Same same) {
    std::vector<std::span<const Value>> runs;
    while (!list.empty()) {
        const auto last = std::adjacent_find(list.begin(), list.end(), std::not_fn(same));
        const auto size = last == list.end()
                              ? list.size()
                              : static_cast<std::size_t>(std::distance(list.begin(), last)) + 1;
        runs.push_back(list.first(size));
        list = list.subspan(size);
    }
    return runs;
}

}  // namespace progress
