#include "app/tracking/safety.h"

#include <algorithm>
#include <cctype>
#include <sstream>

#include <fmt/format.h>

#include "app/clinical/safety/assessment.h"
#include "app/tracking/commit.h"
#include "app/tracking/open_course.h"
#include "app/tracking/record.h"
#include "db/clinic.h"
#include "db/lots.h"
#include "db/profile.h"
#include "db/records.h"
#include "schema/records/set_field.h"
#include "schema/types/error.h"
#include "schema/types/text_bounds.h"

namespace tracking {

namespace {

using clinical::Finding;
using clinical::Situation;
using schema::Problem;

std::vector<schema::Session> other_patients_with_lot(const db::Book& book,
                                                     const schema::Session& session) {
    if (!session.lot) {
        return {};
    }
    auto sessions = db::sessions_with_lot(book, *session.lot);
    std::erase_if(sessions, [&](const auto& other) { return other.patient == session.patient; });
    return sessions;
}

Problem unanswered(const Finding& finding) {
    const auto record = finding.record
                            ? fmt::format(" ({} {})", finding.record->kind, finding.record->id)
                            : std::string();
    return {.where = fmt::format("{} {}", schema::spaced(finding.level), finding.rule),
            .what = fmt::format("{}{}. {}", finding.because, record, finding.text),
            .remedy = fmt::format("do not go on, or give the reason to: --override {}=\"reason\"; "
                                  "source: {}",
                                  finding.rule,
                                  finding.source)};
}

void refuse_unanswered(const std::vector<Finding>& findings, const Overrides& overrides) {
    std::vector<Problem> problems;
    for (const auto& finding : findings) {
        if (schema::asks_for_reason(finding.level) && !overrides.contains(finding.rule)) {
            problems.push_back(unanswered(finding));
        }
    }
    if (!problems.empty()) {
        throw Unanswered(std::move(problems), findings);
    }
}

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

// A reason that is blank or no reason, or for a rule that said nothing: the caller meant another.
void refuse_idle(const std::vector<Finding>& findings, const Overrides& overrides) {
    std::vector<Problem> problems;
    for (const auto& [rule, reason] : overrides) {
        schema::check_text("reason", reason, "override " + rule, problems);
        const auto of_rule = [&, id = rule](const Finding& finding) { return finding.rule == id; };
        if (schema::is_blank(reason)) {
            problems.push_back({"override " + rule,
                                "the reason is blank",
                                fmt::format("write --override {}=\"reason\"", rule)});
        } else if (!is_a_reason(reason)) {
            problems.push_back({"override " + rule,
                                "the reason has less than two words",
                                "say in at least two words why to go on: two healing papules, "
                                "needled around"});
        } else if (std::none_of(findings.begin(), findings.end(), of_rule)) {
            problems.push_back({"override " + rule,
                                "this rule found nothing",
                                "`needlebook safety CHART --area REGION --device DEVICE` shows "
                                "what the rules say"});
        }
    }
    schema::refuse_any(std::move(problems));
}

schema::SessionFinding kept(const Finding& finding,
                            const schema::Session& session,
                            const Overrides& overrides) {
    schema::SessionFinding kept;
    kept.patient = session.patient;
    kept.session = session.id;
    kept.rule = finding.rule;
    kept.level = finding.level;
    kept.text = finding.text;
    kept.because = finding.because;
    if (finding.record) {
        kept.record = fmt::format("{} {}", finding.record->kind, finding.record->id);
    }
    kept.source = finding.source;
    if (const auto reason = overrides.find(finding.rule); reason != overrides.end()) {
        kept.override_reason = reason->second;
    }
    return kept;
}

void keep(db::Write& write,
          const std::vector<Finding>& findings,
          const schema::Session& session,
          const Overrides& overrides) {
    for (const auto& finding : findings) {
        db::insert(write, kept(finding, session, overrides));
    }
}

Overrides reasons_given(const db::Book& book, const schema::Session& session) {
    Overrides reasons;
    for (const auto& finding : findings_of(book, session)) {
        if (finding.override_reason) {
            reasons.emplace(finding.rule, *finding.override_reason);
        }
    }
    return reasons;
}

// Of the findings that are kept with the session those that say the same as one of `gone`.
void void_those(db::Write& write,
                const schema::Session& session,
                const std::vector<Finding>& gone) {
    for (const auto& kept : findings_of(write.book(), session)) {
        const auto says_the_same = [&](const Finding& finding) {
            return finding.rule == kept.rule && finding.because == kept.because;
        };
        if (std::any_of(gone.begin(), gone.end(), says_the_same)) {
            db::set_voided(write, kept.id);
        }
    }
}

std::vector<Finding> what_rules_say(const db::Book& book, const schema::Session& session) {
    return clinical::as_kept(clinical::assess(load_situation(book, clinical::plan_of(session))));
}

// By rule and reason: another area or record is another finding.
std::vector<Finding> those_not_in(std::vector<Finding> findings,
                                  const std::vector<Finding>& others) {
    std::erase_if(findings, [&](const Finding& finding) {
        return std::find(others.begin(), others.end(), finding) != others.end();
    });
    return findings;
}

}  // namespace

std::vector<schema::SessionFinding> findings_of(const db::Book& book,
                                                const schema::Session& session) {
    auto findings = db::records_of<schema::SessionFinding>(book, session.patient);
    std::erase_if(findings, [&](const auto& each) { return each.session != session.id; });
    return findings;
}

Situation load_situation(const db::Book& book, clinical::Plan plan) {
    const auto patient = plan.session.patient;
    join_open_course(book, plan.session);
    Situation situation{
        .patient = db::find(book, patient).value_or(schema::Patient{}),
        .clinic = db::read_clinic(book),
        .own_depth_limits = db::profile_rows<schema::DepthLimit>(book),
        .conditions = db::records_of<schema::Condition>(book, patient),
        .treatments = db::records_of<schema::OtherTreatment>(book, patient),
        .statuses = db::records_of<schema::AcneStatus>(book, patient),
        .sessions = db::records_of<schema::Session>(book, patient),
        .applications = db::records_of<schema::Application>(book, patient),
        .events = db::records_of<schema::AdverseEvent>(book, patient),
        .lot_sessions = other_patients_with_lot(book, plan.session),
    };
    std::erase_if(situation.sessions,
                  [&](const auto& session) { return session.id == plan.session.id; });
    situation.plan = std::move(plan);
    return situation;
}

RecordedSession record_session(db::Book& book,
                               const db::Submission& submission,
                               const schema::Session& session,
                               const Overrides& overrides) {
    RecordedSession recorded;
    recorded.receipt = commit(book, submission, [&](db::Write& write) {
        // Stored first, so that what cannot be true is refused first; a refusal undoes it all.
        auto done = session;
        Scorer scorer(write);
        done.id = store(write, scorer, done);
        scorer.finish();
        recorded.findings = what_rules_say(write.book(), done);
        refuse_idle(recorded.findings, overrides);
        refuse_unanswered(recorded.findings, overrides);
        keep(write, recorded.findings, done, overrides);
        write.concerns(done.patient);
        return std::to_string(done.id.value);
    });
    return recorded;
}

RecordedSession correct_session(db::Book& book,
                                const db::Submission& submission,
                                const schema::Session& corrected,
                                const Overrides& overrides) {
    RecordedSession recorded;
    recorded.receipt = commit(book, submission, [&](db::Write& write) {
        const auto before = replace(write, corrected);
        const auto said = what_rules_say(write.book(), before);
        const auto say = what_rules_say(write.book(), corrected);
        recorded.findings = those_not_in(say, said);
        refuse_idle(recorded.findings, overrides);
        auto reasons = overrides;
        reasons.merge(reasons_given(write.book(), before));
        refuse_unanswered(recorded.findings, reasons);
        void_those(write, before, those_not_in(said, say));
        keep(write, recorded.findings, corrected, reasons);
        return std::to_string(corrected.id.value);
    });
    return recorded;
}

void void_findings(db::Write& write, const schema::Session& session) {
    for (const auto& finding : findings_of(write.book(), session)) {
        db::set_voided(write, finding.id);
    }
}

}  // namespace tracking
