#pragma once
// Small published tables of ratings.

#include <optional>
#include <utility>
#include <vector>

#include "app/progress/agreement/ratings.h"

namespace progress {

// Targets by raters; all rows of one length, at least one row.
inline Ratings ratings_of(const std::vector<std::vector<std::optional<double>>>& rows) {
    Ratings ratings(rows.size(), rows.front().size());
    for (std::size_t target = 0; target < rows.size(); ++target) {
        for (std::size_t rater = 0; rater < rows[target].size(); ++rater) {
            ratings.at(target, rater) = rows[target][rater];
        }
    }
    return ratings;
}

// From a table of counts: counts[i][j] targets got grade i of the first and j of the second rater.
inline Ratings ratings_of_counts(const std::vector<std::vector<int>>& counts) {
    std::vector<std::vector<std::optional<double>>> rows;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        for (std::size_t j = 0; j < counts[i].size(); ++j) {
            for (int times = 0; times < counts[i][j]; ++times) {
                rows.push_back({static_cast<double>(i), static_cast<double>(j)});
            }
        }
    }
    return ratings_of(rows);
}

// Shrout and Fleiss, Psychol Bull 1979;86:420-428, table 2: six targets, four judges.
inline Ratings shrout_and_fleiss() {
    return ratings_of(
        {{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}});
}

// Bland and Altman, Lancet 1986;1:307-310, table 1: peak expiratory flow of 17 people, l/min; first
// and second reading of the Wright meter, then the first of the mini Wright.
inline Ratings peak_flow() {
    return ratings_of({{494, 490, 512},
                       {395, 397, 430},
                       {516, 512, 520},
                       {434, 401, 428},
                       {476, 470, 500},
                       {557, 611, 600},
                       {413, 415, 364},
                       {442, 431, 380},
                       {650, 638, 658},
                       {433, 429, 445},
                       {417, 420, 432},
                       {656, 633, 626},
                       {267, 275, 260},
                       {478, 492, 477},
                       {178, 165, 259},
                       {423, 372, 350},
                       {427, 421, 451}});
}

}  // namespace progress
