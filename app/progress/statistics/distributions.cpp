#include "app/progress/statistics/distributions.h"

#include <cmath>

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

namespace progress {

namespace {

// The upper tail is asked for as a complement: 1 - cdf would lose every digit of a small p.
template <typename Distribution>
double two_sided_p(const Distribution& distribution, double statistic) {
    if (std::isinf(statistic))
        return 0;
    return 2 * cdf(complement(distribution, std::abs(statistic)));
}

}  // namespace

double normal_two_sided_p(double z) {
    return two_sided_p(boost::math::normal_distribution<double>(), z);
}

double normal_quantile(double probability) {
    return quantile(boost::math::normal_distribution<double>(), probability);
}

double student_t_two_sided_p(double t, double degrees_of_freedom) {
    return two_sided_p(boost::math::students_t_distribution<double>(degrees_of_freedom), t);
}

double student_t_quantile(double probability, double degrees_of_freedom) {
    return quantile(boost::math::students_t_distribution<double>(degrees_of_freedom), probability);
}

double chi_squared_quantile(double probability, double degrees_of_freedom) {
    return quantile(boost::math::chi_squared_distribution<double>(degrees_of_freedom), probability);
}

double f_quantile(double probability, double numerator, double denominator) {
    using boost::math::policies::ignore_error;
    using boost::math::policies::overflow_error;
    using boost::math::policies::policy;
    using Beyond = policy<overflow_error<ignore_error>>;  // infinite rather than an exception
    return quantile(boost::math::fisher_f_distribution<double, Beyond>(numerator, denominator),
                    probability);
}

}  // namespace progress
