#pragma once

// The few probabilities our statistics need. Boost.Math costs seconds per file that includes it, so
// only distributions.cpp does.
namespace progress {

// P(|Z| >= |z|) for a standard normal Z. An infinite z gives 0.
double normal_two_sided_p(double z);

// The z with P(Z <= z) = probability, which must lie strictly between 0 and 1.
double normal_quantile(double probability);

// P(|T| >= |t|) for Student's T with `degrees_of_freedom` > 0. An infinite t gives 0.
double student_t_two_sided_p(double t, double degrees_of_freedom);

// The value that Student's T, or chi squared, stays below with `probability`, which must lie
// strictly between 0 and 1; `degrees_of_freedom` > 0.
double student_t_quantile(double probability, double degrees_of_freedom);
double chi_squared_quantile(double probability, double degrees_of_freedom);

// The same of Fisher's F with `numerator` and `denominator` > 0 degrees of freedom, which need not
// be whole. 0 or infinite where it is beyond a double.
double f_quantile(double probability, double numerator, double denominator);

}  // namespace progress
