#include "app/cli/commands/session_gate.h"

#include <fmt/format.h>

#include "app/cli/pages/finding_list.h"
#include "app/cli/pages/plain_words.h"
#include "app/cli/terminal/display_text.h"
#include "app/tracking/safety.h"
#include "app/tracking/write.h"
#include "schema/types/error.h"

namespace cli {

namespace {

void print_cautions(Invocation& call, const tracking::RecordedSession& recorded) {
    auto cautions = recorded.findings;
    std::erase_if(cautions,
                  [](const auto& finding) { return schema::asks_for_reason(finding.level); });
    call.io.err << text_of(short_findings(cautions, call.io.width), call.io.err_is_terminal);
}

}  // namespace

Option override_option() {
    return {.name = "override",
            .value = "RULE[@REGION]=\"reason\"",
            .meaning =
                "why to go on over a rule that says stop or sign off, and in which regions "
                "(RULE@chin,nose) where it speaks of several; kept with the session",
            .repeated = true};
}

tracking::Overrides overrides_given(const Arguments& arguments) {
    tracking::Overrides overrides;
    std::vector<schema::Problem> problems;
    for (const auto& text : arguments.all("override")) {
        const auto equals = text.find('=');
        const auto rule = text.substr(0, equals);
        if (equals == std::string::npos || rule.empty()) {
            problems.push_back({"--override",
                                fmt::format("\"{}\" is not RULE=reason", rule),
                                "give the rule, an equals sign and the reason",
                                "--override active_lesions=\"two healing papules, needled "
                                "around\""});
        } else if (!overrides.emplace(rule, text.substr(equals + 1)).second) {
            problems.push_back({"--override",
                                fmt::format("rule \"{}\" is given twice", rule),
                                "give one reason for each rule"});
        }
    }
    schema::refuse_any(std::move(problems));
    return overrides;
}

std::string findings_of_session(const db::Book& book, const schema::Session& session, int width) {
    Lines lines;
    for (const auto& finding : tracking::findings_of(book, session)) {
        const std::string unasked =
            finding.not_asked.value_or(false) ? "; not asked at the time" : "";
        const auto signer =
            finding.signed_by ? fmt::format("; signed by {}", *finding.signed_by) : "";
        const auto reason =
            finding.override_reason
                ? fmt::format("; recorded nevertheless: {}{}", *finding.override_reason, signer)
                : unasked;
        append(lines,
               paragraph(
                   {{pad_right("  " + spaced(schema::word(finding.level)), 20)}},
                   one_line(fmt::format("{} (rule {}){}", finding.because, finding.rule, reason)),
                   width));
    }
    return text_of(lines, false);
}

void record_session(Invocation& call, db::Book& book, const schema::Session& session) {
    const auto recorded =
        tracking::record_session(book, call.submission(), session, overrides_given(call.arguments));
    call.io.out << recorded.receipt.answer << '\n';
    print_cautions(call, recorded);
}

void correct_session(Invocation& call, db::Book& book, const schema::Session& session) {
    print_cautions(call,
                   tracking::correct_session(
                       book, call.submission(), session, overrides_given(call.arguments)));
}

}  // namespace cli
