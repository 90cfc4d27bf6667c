#include "app/progress/agreement/kappa.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

#include "app/progress/statistics/distributions.h"

namespace progress {

namespace {

// A table of grades by grades, row by row: of shares or of weights.
using Square = std::vector<double>;

// Which share of the targets got which two grades.
struct GradeTable {
    std::vector<double> grades;  // that either used, ascending
    int n = 0;
    Square shares;               // the first rater's grade by the second's
    std::vector<double> first;   // the sums of rows
    std::vector<double> second;  // the sums of columns

    std::size_t size() const { return grades.size(); }
};

GradeTable grade_table(const std::vector<RatedTwice>& targets) {
    GradeTable table{.n = static_cast<int>(targets.size())};
    for (const auto& target : targets) {
        table.grades.push_back(target.first);
        table.grades.push_back(target.second);
    }
    std::ranges::sort(table.grades);
    table.grades.erase(std::unique(table.grades.begin(), table.grades.end()), table.grades.end());
    table.shares.assign(table.size() * table.size(), 0);
    table.first.assign(table.size(), 0);
    table.second.assign(table.size(), 0);
    const auto place = [&](double grade) {
        const auto at = std::ranges::lower_bound(table.grades, grade);
        return static_cast<std::size_t>(at - table.grades.begin());
    };
    for (const auto& target : targets) {  // counts first: they are whole
        const auto row = place(target.first);
        const auto column = place(target.second);
        ++table.shares[row * table.size() + column];
        ++table.first[row];
        ++table.second[column];
    }
    for (auto* counts : {&table.shares, &table.first, &table.second}) {
        for (auto& count : *counts) {
            count /= table.n;
        }
    }
    return table;
}

using Weight = std::function<double(double distance)>;

// The sums of the papers, with their letters.
struct Sums {
    double po = 0;
    double pe = 0;
    std::vector<double> wr;  // of each row: its weights, averaged over the second rater's grades
    std::vector<double> wc;  // of each column: likewise, over the first rater's
};

Sums sums_of(const GradeTable& table, const Square& weights) {
    const auto size = table.size();
    Sums sums{.wr = std::vector<double>(size, 0), .wc = std::vector<double>(size, 0)};
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) {
            const double w = weights[i * size + j];
            sums.po += table.shares[i * size + j] * w;
            sums.pe += table.first[i] * table.second[j] * w;
            sums.wr[i] += table.second[j] * w;
            sums.wc[j] += table.first[i] * w;
        }
    }
    return sums;
}

// The root of a variance's numerator over its denominator; rounding leaves a trace of 0.
double error(double numerator, double denominator) {
    return numerator <= 1e-14 ? 0 : std::sqrt(numerator / denominator);
}

// Fleiss, Cohen and Everitt 1969: for intervals, and for tests of kappa = 0.
void add_errors(Kappa& kappa, const GradeTable& table, const Square& weights, const Sums& sums) {
    const auto size = table.size();
    const auto& [po, pe, wr, wc] = sums;
    double spread = -std::pow(po * pe - 2 * pe + po, 2);
    double spread_null = -pe * pe;
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) {
            const double w = weights[i * size + j];
            const double both = wr[i] + wc[j];
            spread += table.shares[i * size + j] * std::pow(w * (1 - pe) - both * (1 - po), 2);
            spread_null += table.first[i] * table.second[j] * std::pow(w - both, 2);
        }
    }
    kappa.se = error(spread, table.n * std::pow(1 - pe, 4));
    kappa.se_null = error(spread_null, table.n * std::pow(1 - pe, 2));
}

Kappa kappa_of(const GradeTable& table, const Weight& weight) {
    if (table.size() == 1) {
        return {.observed = 1, .by_chance = 1};
    }
    Square weights;
    for (const double first : table.grades) {
        for (const double second : table.grades) {
            weights.push_back(weight(std::abs(first - second)));
        }
    }
    const auto sums = sums_of(table, weights);
    Kappa kappa{.observed = sums.po, .by_chance = sums.pe};
    kappa.value = (sums.po - sums.pe) / (1 - sums.pe);
    add_errors(kappa, table, weights, sums);
    if (*kappa.se > 0) {
        const double reach = normal_quantile(0.975) * *kappa.se;
        kappa.low95 = *kappa.value - reach;
        kappa.high95 = *kappa.value + reach;
    }
    return kappa;
}

}  // namespace

PairAgreement pair_agreement(const Ratings& ratings,
                             const RaterPair& pair,
                             const std::optional<GradeRange>& range) {
    const auto targets = rated_by_both(ratings, pair);
    PairAgreement result{.n = static_cast<int>(targets.size()),
                         .dropped = static_cast<int>(ratings.targets() - targets.size())};
    if (targets.empty()) {
        return result;
    }
    for (const auto& target : targets) {
        result.same += target.first == target.second ? 1 : 0;
        result.within_one += std::abs(target.first - target.second) <= 1 ? 1 : 0;
    }
    const auto table = grade_table(targets);
    result.unweighted = kappa_of(table, [](double distance) { return distance == 0 ? 1 : 0; });
    if (range && range->lowest < range->highest) {
        const double width = range->highest - range->lowest;
        result.linear = kappa_of(table, [=](double distance) { return 1 - distance / width; });
        result.quadratic = kappa_of(
            table, [=](double distance) { return 1 - distance * distance / (width * width); });
    }
    return result;
}

}  // namespace progress
