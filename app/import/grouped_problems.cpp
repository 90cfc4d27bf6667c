#include "app/import/grouped_problems.h"

#include <algorithm>
#include <span>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace exchange {

namespace {

constexpr std::size_t most_causes = 1000;
constexpr std::size_t most_kept_lines = 10;
constexpr std::size_t most_told_lines = 3;

// What the rows have in common: the place without its line, what is wrong and what to do.
std::string cause(const schema::Problem& problem, std::size_t line) {
    auto where = problem.where;
    const auto number = fmt::format(":{}", line);
    if (const auto at = where.find(number); at != std::string::npos) {
        where.erase(at, number.size());
    }
    return where + "\n" + problem.what + "\n" + problem.remedy;
}

std::string other_lines(const RowsProblem& problem) {
    const auto others = std::span(problem.lines).subspan(1);
    const auto told = std::min(others.size(), most_told_lines);
    const auto more = problem.rows - 1 - told;
    return fmt::format("; also on line{} {}{}",
                       problem.rows > 2 ? "s" : "",
                       fmt::join(others.first(told), ", "),
                       more > 0 ? fmt::format(" and {} more", more) : "");
}

}  // namespace

void BoundedProblems::add(std::vector<schema::Problem> problems, std::size_t line) {
    for (auto& problem : problems) {
        auto key = cause(problem, line);
        if (const auto known = met_.find(key); known != met_.end()) {
            auto& there = problems_[known->second.place];
            if (std::exchange(known->second.line, line) == line) {
                continue;
            }
            ++there.rows;
            if (there.lines.size() < most_kept_lines) {
                there.lines.push_back(line);
            }
        } else if (problems_.size() < most_causes) {
            met_.emplace(std::move(key), Met{problems_.size(), line});
            problems_.push_back({std::move(problem), 1, {line}});
        } else {
            ++more_;
        }
    }
}

std::vector<RowsProblem> BoundedProblems::list(const std::string& file) const {
    auto list = problems_;
    for (auto& problem : list) {
        problem.what += problem.rows > 1 ? other_lines(problem) : "";
    }
    if (more_ > 0) {
        list.push_back({schema::Problem{file,
                                        fmt::format("{} more problems", more_),
                                        "correct these first, then try again with --dry-run"}
                            .as("problems_more", {{"count", static_cast<int>(more_)}})});
    }
    return list;
}

std::vector<schema::Problem> plain_problems(const std::vector<RowsProblem>& problems) {
    return {problems.begin(), problems.end()};
}

}  // namespace exchange
