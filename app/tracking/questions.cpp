#include "app/tracking/questions.h"

#include <utility>

#include <fmt/format.h>

#include "app/tracking/plausibility.h"
#include "app/tracking/restore.h"
#include "app/tracking/twins.h"
#include "app/tracking/wall_clock.h"
#include "db/records/clinic.h"

namespace tracking {

namespace {

std::vector<schema::Problem> problems_of(const std::vector<Question>& questions) {
    std::vector<schema::Problem> problems;
    for (const auto& each : questions) {
        problems.push_back(each.problem());
    }
    return problems;
}

bool is_among(const std::vector<std::string>& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

std::string Question::confirmed_by() const {
    const auto by = fault == schema::Fault::duplicate ? std::string("duplicate") : field;
    return record.empty() ? by : record + "/" + by;
}

schema::Problem Question::problem() const {
    if (fault == schema::Fault::dependents) {
        return {.where = field,
                .what = reason,
                .remedy =
                    "leave it, or have it undone too: --with-dependents, or \"confirm\": "
                    "[\"dependents\"]",
                .told = told};
    }
    return {.where = place(),
            .what = reason,
            .remedy =
                fmt::format("correct it, or confirm that it is so: --confirm {0}, or \"confirm\": "
                            "[\"{0}\"]",
                            confirmed_by()),
            .told = told};
}

Asked::Asked(std::vector<Question> questions)
    : schema::Error(questions.front().fault, problems_of(questions)),
      questions_(std::move(questions)) {}

std::vector<Question> questions_of(const db::Book& book, const kinds::ConstRecord& record) {
    auto questions = implausible(book, record, today_in(db::read_clinic(book).time_zone));
    if (auto voided = voided_chart_question(book, record)) {
        questions.push_back(std::move(*voided));
    }
    for (auto& twin : twins(book, record)) {
        questions.push_back(std::move(twin));
    }
    return questions;
}

void ask_back(db::Write& write,
              const std::vector<std::string>& confirm,
              std::vector<Question> questions) {
    std::erase_if(questions, [&](const Question& each) {
        const auto by = each.confirmed_by();
        if (is_among(confirm, by) && !is_among(write.confirmed, by)) {
            write.confirmed.push_back(by);
        }
        return is_among(confirm, by);
    });
    if (!questions.empty()) {
        throw Asked(std::move(questions));
    }
}

}  // namespace tracking
