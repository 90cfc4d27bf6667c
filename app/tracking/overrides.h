#pragma once
// Reasons to go on over what the safety rules found, and which finding each answers.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/clinical/safety/finding.h"
#include "schema/records/clinic.h"
#include "schema/types/error.h"

namespace tracking {

// By what they answer. RULE@REGION, or RULE@REGION,REGION: what the rule found there. RULE: what it
// found without a region; and in a region too, as long as that is the only one.
using Overrides = std::map<std::string, std::string>;

// Thrown when a rule asks for a reason that was not given.
class Unanswered : public schema::Error {
  public:
    Unanswered(std::vector<schema::Problem> problems, std::vector<clinical::Finding> findings)
        : schema::Error(schema::Fault::refused, std::move(problems)),
          findings_(std::move(findings)) {}
    // All that the rules found, those with a reason and the cautions too.
    const std::vector<clinical::Finding>& findings() const noexcept { return findings_; }

  private:
    std::vector<clinical::Finding> findings_;
};

// Of each finding the reason that answers it, in their order; nothing where none does.
// Throws schema::Error (refused) for a reason that is blank, has less than two words, answers what
// another one answers, or answers no finding.
std::vector<std::optional<std::string>> reasons_for(const std::vector<clinical::Finding>& findings,
                                                    const Overrides& overrides);

// Throws Unanswered, naming each, where a finding asks for a reason and has none; of a sign-off it
// says what to do by the clinic's rule.
void refuse_unanswered(const std::vector<clinical::Finding>& findings,
                       const std::vector<std::optional<std::string>>& reasons,
                       schema::SignOffRule rule = schema::SignOffRule::anyone);

}  // namespace tracking
