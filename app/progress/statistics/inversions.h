#pragma once
// Pairs of a list that stand in the wrong order.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace progress {

// Visits every pair whose first element is greater than its second, by merge sort: all that are
// greater than one and stand before it come as one span, with that one. O(n log n) beside what
// `visit` does. `key` of an element is what is compared.
template <class Value, class Key, class Visit>
void for_each_inversion(std::vector<Value> list, Key key, Visit visit) {
    std::vector<Value> merged(list.size());
    for (std::size_t width = 1; width < list.size(); width *= 2) {
        for (std::size_t first = 0; first < list.size(); first += 2 * width) {
            const auto middle = std::min(first + width, list.size());
            const auto last = std::min(first + 2 * width, list.size());
            auto left = first;
            auto right = middle;
            for (auto to = first; to < last; ++to) {
                const bool takes_right =
                    left == middle || (right < last && key(list[right]) < key(list[left]));
                if (takes_right && left < middle) {
                    visit(std::span<const Value>(list).subspan(left, middle - left), list[right]);
                }
                merged[to] = takes_right ? list[right++] : list[left++];
            }
        }
        std::swap(list, merged);
    }
}

template <class Value, class Key = std::identity>
std::int64_t count_inversions(std::vector<Value> list, Key key = {}) {
    std::int64_t count = 0;
    for_each_inversion(std::move(list), key, [&](std::span<const Value> greater, const Value&) {
        count += static_cast<std::int64_t>(greater.size());
    });
    return count;
}

}  // namespace progress
