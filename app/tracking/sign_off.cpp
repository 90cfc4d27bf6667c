#include "app/tracking/sign_off.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/clinical/safety/assessment.h"
#include "app/texts/language.h"
#include "app/tracking/commit.h"
#include "app/tracking/safety.h"
#include "db/records/accounts.h"
#include "db/records/clinic.h"
#include "db/records/records.h"
#include "schema/kinds/record_text.h"
#include "schema/types/error.h"
#include "schema/types/folding.h"
#include "schema/types/text_bounds.h"

namespace tracking {

using access_control::Right;
using clinical::Finding;
using schema::SignOff;
using schema::SignOffState;

namespace {

std::string sign_off_name(schema::Id<SignOff> id) {
    return fmt::format("sign-off {}", id.value);
}

bool is_same_name(const std::string& one, const std::string& other) {
    return schema::identity(one) == schema::identity(other);
}

// Whose account writes, whatever program does it for them.
std::string writer_of(db::Write& write) {
    const auto id = write.grant->account();
    return id ? db::find_account(write.book(), *id)->name : write.grant->actor();
}

// Not only the rule: what it rests on is what was signed.
bool answers_finding(const SignOff& one, const Finding& finding) {
    return one.rule == finding.rule && one.region == finding.region &&
           one.because == texts::english().text(finding.because);
}

std::vector<SignOff> of_day(const db::Book& book,
                            schema::Id<schema::Patient> patient,
                            schema::Date day) {
    auto all = db::records_of<SignOff>(book, patient);
    std::erase_if(all, [&](const SignOff& each) { return each.on != day; });
    return all;
}

bool is_asked_or_given(const std::vector<SignOff>& known, const Finding& finding) {
    return std::any_of(known.begin(), known.end(), [&](const SignOff& each) {
        return each.state != SignOffState::declined && answers_finding(each, finding);
    });
}

std::vector<Finding> sign_offs_among(std::vector<Finding> findings) {
    std::erase_if(findings,
                  [](const Finding& each) { return each.level != schema::Level::sign_off; });
    return findings;
}

SignOff asked_for(const Finding& finding, const schema::Session& planned) {
    SignOff one;
    one.patient = planned.patient;
    one.on = planned.at.day();
    one.rule = finding.rule;
    one.region = finding.region;
    one.because = texts::english().text(finding.because);
    one.text = texts::english().text(finding.text);
    one.source = texts::english().text(finding.source);
    return one;
}

void refuse_where_nobody_signs(const db::Book& book) {
    if (!needs_another_person(book)) {
        throw schema::refused("sign-off",
                              db::has_accounts(book)
                                  ? "is not asked for in this clinic"
                                  : "is another person's, and the book has no accounts",
                              "give the reason to go on when you record the session",
                              "needlebook session record … --override RULE=\"reason\"")
            .as("no_sign_offs");
    }
}

// The sign-off with this id, which waits, for somebody who may answer it.
SignOff to_answer(db::Write& write, schema::Id<SignOff> id) {
    auto one = db::find(write.book(), id);
    if (!one || one->voided) {
        throw schema::missing(sign_off_name(id),
                              "there is none with this id",
                              "look at what waits",
                              "needlebook sign-off waiting")
            .as("gone");
    }
    if (!write.grant->account() || write.grant->program()) {
        throw schema::forbidden(sign_off_name(id),
                                "is signed or declined by a person, not by a program",
                                "sign in and look at what waits")
            .as("person_only");
    }
    if (is_same_name(one->asked_by, writer_of(write))) {
        throw schema::forbidden(sign_off_name(id),
                                fmt::format("was asked for by \"{}\"", one->asked_by),
                                "have another person answer it")
            .as("own_sign_off");
    }
    if (one->state != SignOffState::asked) {
        throw schema::changed(
            sign_off_name(id),
            fmt::format("was {} by \"{}\"", schema::word(one->state), *one->answered_by),
            "leave it; what was declined can be asked for anew")
            .as("answered_already", {{"by", *one->answered_by}});
    }
    return std::move(*one);
}

db::Receipt answer_request(db::Book& book,
                           const db::Submission& submission,
                           schema::Id<SignOff> id,
                           SignOffState state,
                           schema::CivilTime now) {
    return commit(book, submission, Right::sign_off, [&](db::Write& write) {
        auto one = to_answer(write, id);
        one.state = state;
        one.answered_by = writer_of(write);
        one.answered_at = now;
        if (state == SignOffState::declined) {
            one.answer = submission.reason;
        }
        db::update(write, one);
        write.concerns(one.patient);
        return std::to_string(id.value);
    });
}

}  // namespace

bool needs_another_person(const db::Book& book) {
    return db::has_accounts(book) &&
           db::read_clinic(book).sign_off == schema::SignOffRule::another_person;
}

db::Receipt ask_for_sign_off(db::Book& book,
                             const db::Submission& submission,
                             const schema::Session& planned,
                             schema::CivilTime now) {
    require_reason(submission);
    return commit(book, submission, Right::write_observations, [&](db::Write& write) {
        refuse_where_nobody_signs(write.book());
        const auto findings = sign_offs_among(clinical::as_kept(
            clinical::assess(load_situation(write.book(), clinical::plan_of(planned)))));
        if (findings.empty()) {
            throw schema::refused(
                "sign-off", "the rules ask for none before this session", "record the session")
                .as("nothing_to_sign");
        }
        const auto known = of_day(write.book(), planned.patient, planned.at.day());
        std::string ids;
        for (const auto& finding : findings) {
            if (is_asked_or_given(known, finding)) {
                continue;
            }
            auto one = asked_for(finding, planned);
            one.reason = *submission.reason;
            one.asked_by = writer_of(write);
            one.asked_at = now;
            ids += fmt::format("{}{}", ids.empty() ? "" : ", ", db::insert(write, one).value);
        }
        if (ids.empty()) {
            throw schema::changed("sign-off",
                                  "all of it was asked for already",
                                  "wait for who signs, or record the session once it is signed")
                .as("asked_already");
        }
        write.concerns(planned.patient);
        return ids;
    });
}

db::Receipt sign(db::Book& book,
                 const db::Submission& submission,
                 schema::Id<SignOff> id,
                 schema::CivilTime now) {
    return answer_request(book, submission, id, SignOffState::given, now);
}

db::Receipt decline(db::Book& book,
                    const db::Submission& submission,
                    schema::Id<SignOff> id,
                    schema::CivilTime now) {
    require_reason(submission);
    return answer_request(book, submission, id, SignOffState::declined, now);
}

std::vector<std::optional<SignOff>> signatures_for(db::Write& write,
                                                   const schema::Session& session,
                                                   const std::vector<Finding>& findings) {
    auto given = of_day(write.book(), session.patient, session.at.day());
    const auto own = writer_of(write);
    const auto needles = [&](const std::string& signer) {
        if (!session.operator_name) {
            return false;
        }
        const auto account = db::find_account(write.book(), signer);
        return is_same_name(signer, *session.operator_name) ||
               (account && account->display_name &&
                is_same_name(*account->display_name, *session.operator_name));
    };
    std::erase_if(given, [&](const SignOff& each) {
        return each.state != SignOffState::given || is_same_name(*each.answered_by, own) ||
               needles(*each.answered_by);
    });
    std::vector<std::optional<SignOff>> signatures(findings.size());
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const auto found = std::find_if(given.begin(), given.end(), [&](const SignOff& each) {
            return answers_finding(each, findings[i]);
        });
        if (found != given.end() && findings[i].level == schema::Level::sign_off) {
            signatures[i] = *found;
        }
    }
    return signatures;
}

}  // namespace tracking
