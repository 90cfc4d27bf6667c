#include "app/tracking/overrides.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/texts/language.h"
#include "schema/kinds/record_text.h"
#include "schema/types/text_bounds.h"

namespace tracking {

namespace {

using clinical::Finding;
using schema::Problem;

// One letter is no reason: at least two words that have a letter.
bool is_a_reason(const std::string& text) {
    std::istringstream words(text);
    int count = 0;
    for (std::string word; words >> word;) {
        count += std::any_of(word.begin(), word.end(), [](unsigned char byte) {
            return std::isalpha(byte) != 0 || byte >= 0x80;
        });
    }
    return count >= 2;
}

// Where the rule found something; without its findings that have no region.
std::set<std::string> regions_of(const std::vector<Finding>& findings, const std::string& rule) {
    std::set<std::string> regions;
    for (const auto& finding : findings) {
        if (finding.rule == rule && finding.region) {
            regions.emplace(schema::word(*finding.region));
        }
    }
    return regions;
}

struct Answer {
    std::string rule;
    std::optional<std::string> region;
};

// One for each region that the key names.
std::vector<Answer> answers_of(const std::string& key) {
    const auto at = key.find('@');
    if (at == std::string::npos) {
        return {{key, std::nullopt}};
    }
    std::vector<Answer> answers;
    std::istringstream regions(key.substr(at + 1) + ",");
    for (std::string region; std::getline(regions, region, ',');) {
        answers.push_back({key.substr(0, at), region});
    }
    return answers;
}

bool answers_it(const Answer& answer, const Finding& finding, const std::vector<Finding>& all) {
    if (answer.rule != finding.rule) {
        return false;
    }
    if (answer.region) {
        return finding.region && schema::word(*finding.region) == *answer.region;
    }
    return !finding.region || regions_of(all, finding.rule).size() == 1;
}

Problem idle(const Answer& answer, const std::string& where, const std::vector<Finding>& all) {
    const auto regions = regions_of(all, answer.rule);
    if (regions.empty()) {
        const bool speaks = std::any_of(all.begin(), all.end(), [&](const Finding& finding) {
            return finding.rule == answer.rule;
        });
        return {where,
                speaks ? "this rule speaks of no single region" : "this rule found nothing",
                speaks ? "leave the region out: " + answer.rule : "look at what the rules say",
                speaks ? "" : "needlebook safety CHART --area REGION --device DEVICE"};
    }
    return {where,
            answer.region ? fmt::format("this rule found nothing in \"{}\"", *answer.region)
                          : fmt::format("this rule speaks of {} regions", regions.size()),
            fmt::format("say which the reason is for: {}@{}",
                        answer.rule,
                        fmt::join(regions, fmt::format(", {}@", answer.rule)))};
}

Problem unanswered(const Finding& finding,
                   const std::vector<Finding>& all,
                   schema::SignOffRule rule) {
    const auto record = finding.record
                            ? fmt::format(" ({} {})", finding.record->kind, finding.record->id)
                            : std::string();
    const auto place = finding.region && regions_of(all, finding.rule).size() > 1
                           ? fmt::format("@{}", schema::word(*finding.region))
                           : std::string();
    const bool is_signed_for =
        finding.level == schema::Level::sign_off && rule == schema::SignOffRule::another_person;
    return {
        .where = fmt::format("{} {}", schema::spaced(finding.level), finding.rule),
        .what = fmt::format("{}{}. {}",
                            texts::english().text(finding.because),
                            record,
                            texts::english().text(finding.text)),
        .remedy =
            is_signed_for
                ? fmt::format("ask for the signature of somebody who neither records nor needles; "
                              "source: {}",
                              texts::english().text(finding.source))
                : fmt::format("do not go on, or give the reason to; source: {}",
                              texts::english().text(finding.source)),
        .command = is_signed_for ? "needlebook sign-off ask CHART … --reason \"…\""
                                 : fmt::format("--override {}{}=\"reason\"", finding.rule, place),
        .told = {is_signed_for ? "error.not_signed" : "error.unanswered"}};
}

}  // namespace

std::vector<std::optional<std::string>> reasons_for(const std::vector<Finding>& findings,
                                                    const Overrides& overrides) {
    std::vector<Problem> problems;
    std::vector<std::optional<std::string>> reasons(findings.size());
    for (const auto& [key, reason] : overrides) {
        const auto where = "override " + key;
        schema::check_text("reason", reason, where, problems);
        if (kinds::is_blank(reason)) {
            problems.push_back(schema::Problem{where,
                                               "the reason is blank",
                                               "say why to go on",
                                               fmt::format("--override {}=\"reason\"", key)}
                                   .as("reason_missing"));
            continue;
        }
        if (!is_a_reason(reason)) {
            problems.push_back(
                schema::Problem{where,
                                "the reason has less than two words",
                                "say in at least two words why to go on: two healing papules, "
                                "needled around"}
                    .as("reason_short"));
            continue;
        }
        for (const auto& answer : answers_of(key)) {
            bool is_idle = true;
            bool is_second = false;
            for (std::size_t i = 0; i < findings.size(); ++i) {
                if (answers_it(answer, findings[i], findings)) {
                    is_idle = false;
                    is_second = is_second || reasons[i].has_value();
                    reasons[i] = reason;
                }
            }
            if (is_idle) {
                problems.push_back(idle(answer, where, findings));
            } else if (is_second) {
                problems.push_back(schema::Problem{where,
                                                   "another reason answers the same",
                                                   "give one reason for each rule and region"}
                                       .as("reason_twice"));
            }
        }
    }
    schema::refuse_any(std::move(problems));
    return reasons;
}

void refuse_unanswered(const std::vector<Finding>& findings,
                       const std::vector<std::optional<std::string>>& reasons,
                       schema::SignOffRule rule) {
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (schema::asks_for_reason(findings[i].level) && !reasons[i]) {
            problems.push_back(unanswered(findings[i], findings, rule));
        }
    }
    if (!problems.empty()) {
        throw Unanswered(std::move(problems), findings);
    }
}

}  // namespace tracking
