#pragma once
// What is asked back before a record is stored: what is unusual (plausibility.h), and what seems to
// be in the book already (twins.h), or was (restore.h). Whoever confirms it is taken at their word,
// and the ledger says that it was confirmed.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "db/ledger/transact.h"
#include "schema/kinds/kinds.h"
#include "schema/types/error.h"
#include "schema/types/record_name.h"

namespace tracking {

struct Question {
    schema::Fault fault{};  // implausible, duplicate or dependents
    std::string field;      // which value it is about
    std::string reason;     // why it is asked; no name and no date of birth
    std::optional<schema::RecordName> twin{};
    schema::Phrase told{};  // `reason` for a page, as of schema::Problem
    // Of several records that are written together, which: "acne", "reading/1". Empty: the one.
    std::string record{};

    // "iga", "reading/1/value".
    std::string place() const { return record.empty() ? field : record + "/" + field; }
    // What confirms it: the field, or "duplicate"; of one of several after its name.
    std::string confirmed_by() const;
    schema::Problem problem() const;
    bool operator==(const Question&) const = default;
};

// Thrown with what is not confirmed; its fault is that of the first question.
class Asked : public schema::Error {
  public:
    explicit Asked(std::vector<Question> questions);
    const std::vector<Question>& questions() const noexcept { return questions_; }

  private:
    std::vector<Question> questions_;
};

// Everything that there is to ask of the record, which is in the book already where it has an id.
std::vector<Question> questions_of(const db::Book& book, const kinds::ConstRecord& record);

// Notes in `write` what `confirm` confirms. Throws Asked with the others.
void ask_back(db::Write& write,
              const std::vector<std::string>& confirm,
              std::vector<Question> questions);

// Those of `all` that are not among `before`: what a correction brings.
template <class Each>
std::vector<Each> brought(std::vector<Each> all, const std::vector<Each>& before) {
    std::erase_if(all, [&](const Each& each) {
        return std::find(before.begin(), before.end(), each) != before.end();
    });
    return all;
}

}  // namespace tracking
