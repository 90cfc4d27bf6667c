#pragma once
// How far two counts of an unchanged patient differ by chance: 1.96·√(a + b + 1 + c(a² + b²)).
//
// A count of lesions scatters like a Poisson number, and each rater counts more or fewer than the
// next one by a factor: c is the square of the coefficient of variation of that factor.
//
// Derived. With c = 0 a true count that is the same at both visits is called changed in at most
// 4.92 % of pairs up to a mean of 80, by exact sums over both Poisson counts. A threshold from the
// first count alone gives up to 8.4 %: a first count that is low by chance sets it too low.

namespace clinical {

// Which c: 1.96 and the reliabilities within and between raters of Lucky 1996 (a multirater
// validation of acne lesion counting; read as an abstract). Within raters 0.81 to 0.97, which a
// Poisson count alone explains; between raters R = 0.80 trained together and 0.61 all. With a mean
// of 30 and an SD of 15 between patients (ours): c = ((1 - R)·15² - 30)/30² = 0.017 and 0.064.
inline constexpr double same_rater_spread = 0;
inline constexpr double trained_raters_spread = 0.02;
inline constexpr double other_rater_spread = 0.06;  // another rater, or none recorded

// A difference of at most this much is within noise. Counts and c are 0 or more.
double count_noise(double a, double b, double c);

}  // namespace clinical
