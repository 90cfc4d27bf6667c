#pragma once
// What a planned session is told: what rules find, what they do not judge, and facts that are no
// finding.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/clinical/safety/finding.h"
#include "app/clinical/safety/situation.h"
#include "app/texts/phrase.h"
#include "schema/types/word.h"

namespace clinical {

enum class NotJudgedKind { medicine, condition, dose, allergy, region_status };

// Something that is recorded, or should be, and that no rule can read.
struct NotJudged {
    NotJudgedKind what{};
    texts::Phrase text;               // what it is, and what to look at
    std::optional<RecordRef> record;  // none: nothing is recorded

    bool operator==(const NotJudged&) const = default;
};

// A fact that bears on the plan and speaks neither for nor against it.
struct ContextFact {
    texts::Phrase text;
    texts::Phrase source;
    std::optional<RecordRef> record;

    bool operator==(const ContextFact&) const = default;
};

struct Assessment {
    std::vector<Finding> findings;  // the gravest first, then in the order of the rules
    std::vector<ContextFact> context;
    std::vector<NotJudged> not_judged;

    // Only then may be said that nothing speaks against the session.
    bool is_all_clear() const { return findings.empty() && not_judged.empty(); }
};

Assessment assess(Situation situation);

// Findings, then what was not judged, as a session keeps them: rule and level are "not_judged". A
// region that nobody looked at has a rule of its own and is not repeated.
std::vector<Finding> as_kept(const Assessment& assessment);

// What an all-clear may say: "No rule speaks against it." or, where something was not judged, that
// nothing speaks against the rest. Nothing where a rule found something.
std::optional<texts::Phrase> all_clear_text(const Assessment& assessment);

}  // namespace clinical

template <>
struct schema::Words<clinical::NotJudgedKind> {
    static constexpr std::array<std::string_view, 5> all{
        "medicine", "condition", "dose", "allergy", "region_status"};
};
