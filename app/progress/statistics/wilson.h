#pragma once
// A share of patients with its interval.

#include <optional>

namespace progress {

struct Share {
    int k = 0;
    int n = 0;
    double share = 0;  // k / n, 0 to 1
    double low95 = 0;
    double high95 = 0;

    bool operator==(const Share&) const = default;
};

// k of n with Wilson's score interval, without continuity correction (Wilson, J Am Stat Assoc
// 1927;22:209-212; method 3 of Newcombe, Stat Med 1998;17:857-872). It stays within 0 and 1 and
// says something even of 0 of n. Nothing of 0 patients. 0 <= k <= n.
std::optional<Share> wilson(int k, int n);

}  // namespace progress
