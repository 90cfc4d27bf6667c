#include "schema/types/error.h"

#include <utility>

namespace schema {

namespace {

std::string first_line(const std::vector<Problem>& problems) {
    return problems.empty() ? "error" : problems.front().where + ": " + problems.front().what;
}

}  // namespace

Problem Problem::as(std::string_view code, Arguments values) && {
    told = {"error." + std::string(code), std::move(values)};
    return std::move(*this);
}

Error::Error(Fault fault, std::vector<Problem> problems)
    : std::runtime_error(first_line(problems)), fault_(fault), problems_(std::move(problems)) {}

Error::Error(
    Fault fault, std::string where, std::string what, std::string remedy, std::string command)
    : Error(fault,
            {Problem{std::move(where), std::move(what), std::move(remedy), std::move(command)}}) {}

Error Error::as(std::string_view code, Arguments values) && {
    problems_.front() = std::move(problems_.front()).as(code, std::move(values));
    return std::move(*this);
}

void refuse_any(std::vector<Problem> problems) {
    if (!problems.empty()) {
        throw Error(Fault::refused, std::move(problems));
    }
}

Error refused(std::string where, std::string what, std::string remedy, std::string command) {
    return {
        Fault::refused, std::move(where), std::move(what), std::move(remedy), std::move(command)};
}

Error missing(std::string where, std::string what, std::string remedy, std::string command) {
    return {
        Fault::missing, std::move(where), std::move(what), std::move(remedy), std::move(command)};
}

Error changed(std::string where, std::string what, std::string remedy, std::string command) {
    return {
        Fault::changed, std::move(where), std::move(what), std::move(remedy), std::move(command)};
}

Error forbidden(std::string where, std::string what, std::string remedy, std::string command) {
    return {
        Fault::forbidden, std::move(where), std::move(what), std::move(remedy), std::move(command)};
}

Error busy(std::string where, std::string what, std::string remedy) {
    return {Fault::busy, std::move(where), std::move(what), std::move(remedy)};
}

Error misused(std::string where, std::string what, std::string remedy) {
    return {Fault::misused, std::move(where), std::move(what), std::move(remedy)};
}

Error full(std::string where, std::string what, std::string remedy) {
    return {Fault::full, std::move(where), std::move(what), std::move(remedy)};
}

Error unavailable(std::string where, std::string what, std::string remedy) {
    return {Fault::unavailable, std::move(where), std::move(what), std::move(remedy)};
}

Error damaged(std::string where, std::string what, std::string remedy) {
    return {Fault::damaged, std::move(where), std::move(what), std::move(remedy)};
}

}  // namespace schema
