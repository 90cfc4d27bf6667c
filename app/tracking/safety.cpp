#include "app/tracking/safety.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "app/clinical/safety/assessment.h"
#include "app/texts/language.h"
#include "app/tracking/clinic/stock.h"
#include "app/tracking/commit.h"
#include "app/tracking/open_course.h"
#include "app/tracking/sign_off.h"
#include "db/records/clinic.h"
#include "db/records/consents.h"
#include "db/records/lots.h"
#include "db/records/profile.h"
#include "db/records/records.h"
#include "schema/types/error.h"

namespace tracking {

namespace {

using clinical::Finding;
using clinical::Situation;

void set_lot(const db::Book& book, const schema::Session& session, Situation& situation) {
    situation.lot_sessions = {};
    situation.lot_in_stock = std::nullopt;
    if (!session.lot) {
        return;
    }
    auto sessions = db::sessions_with_lot(book, *session.lot);
    std::erase_if(sessions, [&](const auto& other) { return other.id == session.id; });
    if (const auto received = received_of_lot(book, *session.lot)) {
        situation.lot_in_stock = clinical::LotInStock{.pieces = received->pieces,
                                                      .uses = received->uses,
                                                      .used = static_cast<int>(sessions.size())};
    }
    std::erase_if(sessions, [&](const auto& other) { return other.patient == session.patient; });
    situation.lot_sessions = std::move(sessions);
}

using Reasons = std::vector<std::optional<std::string>>;

schema::SessionFinding kept(const Finding& finding, const schema::Session& session) {
    schema::SessionFinding kept;
    kept.patient = session.patient;
    kept.session = session.id;
    kept.rule = finding.rule;
    kept.level = finding.level;
    kept.text = texts::english().text(finding.text);
    kept.because = texts::english().text(finding.because);
    kept.region = finding.region;
    if (finding.record) {
        kept.record = schema::RecordName{std::string(finding.record->kind), finding.record->id};
    }
    kept.source = texts::english().text(finding.source);
    return kept;
}

using Signatures = std::vector<std::optional<schema::SignOff>>;

// `signatures` may be empty: nobody signed.
void keep(db::Write& write,
          const std::vector<Finding>& findings,
          const Reasons& reasons,
          const Signatures& signatures,
          const schema::Session& session) {
    for (std::size_t i = 0; i < findings.size(); ++i) {
        auto one = kept(findings[i], session);
        one.override_reason = reasons[i];
        if (!signatures.empty() && signatures[i]) {
            one.sign_off = signatures[i]->id;
            one.signed_by = signatures[i]->answered_by;
        }
        db::insert(write, one);
    }
}

// Whether a reason that was given for `before` answers `finding`. What was kept before regions were
// says its place in words only.
bool is_answered_by(const schema::SessionFinding& before, const Finding& finding) {
    const bool same_place =
        before.region == finding.region ||
        (!before.region && before.because.starts_with(schema::spaced(*finding.region) + ":"));
    return before.rule == finding.rule && same_place;
}

// Reasons that the session has already go on to answer.
void add_reasons_given(Reasons& reasons,
                       const std::vector<Finding>& findings,
                       const std::vector<schema::SessionFinding>& kept) {
    for (std::size_t i = 0; i < findings.size(); ++i) {
        for (const auto& before : kept) {
            if (!reasons[i] && before.override_reason && is_answered_by(before, findings[i])) {
                reasons[i] = before.override_reason;
            }
        }
    }
}

// Of the findings that are kept with the session those that say the same as one of `gone`.
void void_those(db::Write& write,
                const schema::Session& session,
                const std::vector<Finding>& gone) {
    for (const auto& kept : findings_of(write.book(), session)) {
        const auto says_the_same = [&](const Finding& finding) {
            return finding.rule == kept.rule &&
                   texts::english().text(finding.because) == kept.because;
        };
        if (std::any_of(gone.begin(), gone.end(), says_the_same)) {
            db::set_voided(write, kept.id);
        }
    }
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

std::vector<Finding> what_rules_say(const db::Book& book, const schema::Session& session) {
    return clinical::as_kept(clinical::assess(load_situation(book, clinical::plan_of(session))));
}

std::vector<schema::SessionFinding> findings_of(const db::Book& book,
                                                const schema::Session& session) {
    auto findings = db::records_of<schema::SessionFinding>(book, session.patient);
    std::erase_if(findings, [&](const auto& each) { return each.session != session.id; });
    return findings;
}

namespace {

// What is alike for all patients.
Situation load_clinic(const db::Book& book) {
    return {.clinic = db::read_clinic(book),
            .own_depth_limits = db::profile_rows<schema::DepthLimit>(book),
            .has_treatment_form = db::has_form(book, schema::ConsentScope::treatment)};
}

// All of the patient's sessions, the planned one among them.
void load_patient(const db::Book& book, schema::Id<schema::Patient> patient, Situation& known) {
    known.patient = db::find(book, patient).value_or(schema::Patient{});
    known.conditions = db::records_of<schema::Condition>(book, patient);
    known.treatments = db::records_of<schema::OtherTreatment>(book, patient);
    known.statuses = db::records_of<schema::AcneStatus>(book, patient);
    known.sessions = db::records_of<schema::Session>(book, patient);
    known.applications = db::records_of<schema::Application>(book, patient);
    known.events = db::records_of<schema::AdverseEvent>(book, patient);
    known.consents = db::consents_of(book, patient, schema::ConsentScope::treatment);
}

void set_plan(const db::Book& book, clinical::Plan plan, Situation& situation) {
    set_lot(book, plan.session, situation);
    std::erase_if(situation.sessions,
                  [&](const auto& session) { return session.id == plan.session.id; });
    situation.plan = std::move(plan);
}

// What would have asked for a reason, or was not judged; returns how many.
std::size_t keep_not_asked(db::Write& write,
                           const std::vector<Finding>& findings,
                           const schema::Session& session) {
    std::size_t count = 0;
    for (const auto& finding : findings) {
        if (finding.level != schema::Level::caution) {
            auto one = kept(finding, session);
            one.not_asked = true;
            db::insert(write, one);
            ++count;
        }
    }
    return count;
}

}  // namespace

Situation load_situation(const db::Book& book, clinical::Plan plan) {
    join_open_course(book, plan.session);
    auto situation = load_clinic(book);
    load_patient(book, plan.session.patient, situation);
    set_plan(book, std::move(plan), situation);
    return situation;
}

namespace {

// Of a sign-off the reason is that of the request that was signed; no other counts.
void put_signed(Reasons& reasons,
                const std::vector<Finding>& findings,
                const Signatures& signatures) {
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (findings[i].level != schema::Level::sign_off) {
            continue;
        }
        if (reasons[i] && signatures[i]) {
            throw schema::refused("override " + findings[i].rule,
                                  fmt::format("was signed by \"{}\" with the reason that they saw",
                                              *signatures[i]->answered_by),
                                  "leave the reason out")
                .as("signed_already", {{"signer", *signatures[i]->answered_by}});
        }
        reasons[i] = signatures[i] ? std::optional(signatures[i]->reason) : std::nullopt;
    }
}

// Where a reason was given to go on over a stop: not everybody may.
void refuse_stops(const db::Write& write,
                  const std::vector<Finding>& findings,
                  const Reasons& reasons) {
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (reasons[i] && findings[i].level == schema::Level::stop) {
            require(write, access_control::Right::override_stop);
        }
    }
}

}  // namespace

std::vector<Finding> ask(db::Write& write,
                         const schema::Session& session,
                         const Overrides& overrides) {
    const auto findings = what_rules_say(write.book(), session);
    auto reasons = reasons_for(findings, overrides);
    refuse_stops(write, findings, reasons);
    Signatures signatures;
    auto rule = schema::SignOffRule::anyone;
    if (needs_another_person(write.book())) {
        rule = schema::SignOffRule::another_person;
        signatures = signatures_for(write, session, findings);
        put_signed(reasons, findings, signatures);
    }
    refuse_unanswered(findings, reasons, rule);
    keep(write, findings, reasons, signatures, session);
    return findings;
}

std::vector<Finding> ask_again(db::Write& write,
                               const schema::Session& before,
                               const schema::Session& corrected,
                               const Overrides& overrides) {
    return ask_again(write, what_rules_say(write.book(), before), corrected, overrides);
}

std::vector<Finding> ask_again(db::Write& write,
                               const std::vector<Finding>& said,
                               const schema::Session& corrected,
                               const Overrides& overrides) {
    const auto say = what_rules_say(write.book(), corrected);
    const auto findings = those_not_in(say, said);
    auto reasons = reasons_for(findings, overrides);
    refuse_stops(write, findings, reasons);
    add_reasons_given(reasons, findings, findings_of(write.book(), corrected));
    refuse_unanswered(findings, reasons);
    void_those(write, corrected, those_not_in(said, say));
    keep(write, findings, reasons, {}, corrected);
    return findings;
}

std::size_t judge_afterwards(db::Write& write, const SessionsByPatient& stored) {
    std::size_t count = 0;
    auto known = load_clinic(write.book());
    for (const auto& [patient, sessions] : stored) {
        load_patient(write.book(), patient, known);
        for (const auto& session : known.sessions) {
            if (sessions.contains(session.id)) {
                auto situation = known;
                set_plan(write.book(), clinical::plan_of(session), situation);
                count += keep_not_asked(
                    write, clinical::as_kept(clinical::assess(std::move(situation))), session);
            }
        }
    }
    return count;
}

void void_findings(db::Write& write, const schema::Session& session) {
    for (const auto& finding : findings_of(write.book(), session)) {
        db::set_voided(write, finding.id);
    }
}

}  // namespace tracking
