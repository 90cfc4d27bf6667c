#pragma once
// What went wrong, as a program is told it: problem details (RFC 9457).

#include <optional>
#include <string>
#include <vector>

#include "app/clinical/safety/finding.h"
#include "app/server/http/response.h"
#include "app/tracking/questions.h"
#include "schema/types/error.h"

namespace server {

// A refusal that is HTTP's own: its status, and what to say.
struct Refusal {
    int status = 400;
    std::string detail;
    std::string remedy;
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string code{};               // for programs, of a refused sign-in: "locked"
    std::optional<int> tries_left{};  // of a PIN
    schema::Phrase told{};            // for a page, as of schema::Problem
};

// The one mapping from a kind of error to a status.
int status_of(schema::Fault fault);

// {"type","title","status","detail","try","errors":[{"field","detail","try"}]} as
// application/problem+json; with "code" and "tries_left" where there are some. Beside "try", where
// pages have a text of it, "id" and "values".
Response problem(const Refusal& refusal);

// The same for an error of the program: every problem is one of `errors`. Of a full disk, and of a
// replaced or damaged book, only that it is; the rest is for the person at the machine, not for who
// asks.
Response problem(const schema::Error& error);

// 409: what is asked back, under "code", "field", "confirm" and "twin" the first question, under
// "questions" all of them.
Response problem(const tracking::Asked& asked);

// The same, with the findings that ask for a reason under "findings".
Response problem(const schema::Error& error, const std::vector<clinical::Finding>& findings);

// 412: somebody was quicker.
Response outdated(const exchange::OrderedJson& yours, const exchange::OrderedJson& stored);

// What is thrown to say a refusal of HTTP's own.
class Refused : public std::runtime_error {
  public:
    explicit Refused(Refusal refusal)
        : std::runtime_error(refusal.detail), refusal_(std::move(refusal)) {}
    const Refusal& refusal() const noexcept { return refusal_; }

  private:
    Refusal refusal_;
};

}  // namespace server
