#include "app/progress/agreement/ratings.h"

#include <stdexcept>

namespace progress {

namespace {

std::size_t place(const Ratings& ratings, std::size_t target, std::size_t rater) {
    if (target >= ratings.targets() || rater >= ratings.raters()) {
        throw std::out_of_range("ratings: no such target or rater");
    }
    return target * ratings.raters() + rater;
}

}  // namespace

Ratings::Ratings(std::size_t targets, std::size_t raters)
    : targets_(targets), raters_(raters), ratings_(targets * raters) {}

std::optional<double>& Ratings::at(std::size_t target, std::size_t rater) {
    return ratings_[place(*this, target, rater)];
}

std::optional<double> Ratings::at(std::size_t target, std::size_t rater) const {
    return ratings_[place(*this, target, rater)];
}

std::vector<RatedTwice> rated_by_both(const Ratings& ratings, const RaterPair& pair) {
    std::vector<RatedTwice> both;
    for (std::size_t target = 0; target < ratings.targets(); ++target) {
        const auto first = ratings.at(target, pair.first);
        const auto second = ratings.at(target, pair.second);
        if (first && second) {
            both.push_back({.first = *first, .second = *second});
        }
    }
    return both;
}

std::vector<std::vector<double>> rated_by_all(const Ratings& ratings) {
    std::vector<std::vector<double>> complete;
    for (std::size_t target = 0; target < ratings.targets(); ++target) {
        std::vector<double> of_target;
        for (std::size_t rater = 0; rater < ratings.raters(); ++rater) {
            if (const auto rating = ratings.at(target, rater)) {
                of_target.push_back(*rating);
            }
        }
        if (of_target.size() == ratings.raters()) {
            complete.push_back(std::move(of_target));
        }
    }
    return complete;
}

}  // namespace progress
