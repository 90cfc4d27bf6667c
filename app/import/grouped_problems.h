#pragma once
// Problems of rows by their cause: one for all rows whose same column says the same.

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/import/import_options.h"

namespace exchange {

// Up to a bound; the rest are counted.
class BoundedProblems {
  public:
    // Those of the row at this line.
    void add(std::vector<schema::Problem> problems, std::size_t line);
    bool empty() const { return problems_.empty(); }
    // At most 1000, each where it was first met and with the lines of the others; then one that
    // says how many more there are.
    std::vector<RowsProblem> list(const std::string& file) const;

  private:
    struct Met {
        std::size_t place;  // in `problems_`
        std::size_t line;   // the last one that had it
    };

    std::vector<RowsProblem> problems_;
    std::unordered_map<std::string, Met> met_;  // by cause
    std::size_t more_ = 0;
};

// Without the rows, as an error has them.
std::vector<schema::Problem> plain_problems(const std::vector<RowsProblem>& problems);

}  // namespace exchange
