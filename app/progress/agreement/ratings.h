#pragma once
// Who rated what how: the table that every measure of agreement starts from.

#include <cstddef>
#include <optional>
#include <vector>

namespace progress {

// A table of targets (a patient's face, a photo) by raters, or by repeated ratings of one rater.
// Rectangular: what was not rated is missing. All columns are in one unit. Ratings are finite.
class Ratings {
  public:
    // Everything is missing at first.
    Ratings(std::size_t targets, std::size_t raters);

    std::size_t targets() const { return targets_; }
    std::size_t raters() const { return raters_; }

    // Counted from 0. Throws std::out_of_range beyond the table.
    std::optional<double>& at(std::size_t target, std::size_t rater);
    std::optional<double> at(std::size_t target, std::size_t rater) const;

    bool operator==(const Ratings&) const = default;

  private:
    std::size_t targets_;
    std::size_t raters_;
    std::vector<std::optional<double>> ratings_;  // target by target
};

// Two columns of a table, counted from 0.
struct RaterPair {
    std::size_t first = 0;
    std::size_t second = 1;
};

// What two raters said of one target.
struct RatedTwice {
    double first = 0;
    double second = 0;
};

// The targets that both rated, in the order of the table.
std::vector<RatedTwice> rated_by_both(const Ratings& ratings, const RaterPair& pair);

// The targets that every rater rated, in the order of the table; each with the ratings of all.
std::vector<std::vector<double>> rated_by_all(const Ratings& ratings);

}  // namespace progress
