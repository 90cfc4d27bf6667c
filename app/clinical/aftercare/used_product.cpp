#include "app/clinical/aftercare/used_product.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "app/clinical/aftercare/care_profile.h"
#include "app/clinical/aftercare/care_time.h"
#include "app/clinical/aftercare/hours_text.h"

namespace clinical {

namespace {

using schema::Application;
using schema::CareAdvice;
using schema::CareSubject;
using schema::Session;
using schema::Stance;
using texts::Phrase;

// "care.window.avoid_first"
std::string window_id(Stance stance, std::string_view when) {
    const std::string_view said = stance == Stance::advised ? "advised"
                                  : stance == Stance::avoid ? "avoid"
                                                            : "unproven";
    return "care.window." + std::string(said) + "_" + std::string(when);
}

// "to be avoided in the first 48 hours after a session; some sources say 7 days"
Phrase window_of(const CareAdvice& row) {
    Phrase window =
        row.from_hours == 0
            ? Phrase{window_id(row.stance, "first"), {{"hours", hours_said(row.until_hours)}}}
            : Phrase{window_id(row.stance, "from"),
                     {{"span", span_said(row.from_hours, row.until_hours)}}};
    return row.cautious_until_hours ? Phrase{"care.window.others",
                                             {{"window", std::move(window)},
                                              {"hours", hours_said(*row.cautious_until_hours)}}}
                                    : window;
}

Phrase because_of(const char* id, Phrase what) {
    return {id, {{"what", std::move(what)}}};
}

CareJudgement judge(const CareAdvice& row, double hours) {
    if (row.stance == Stance::advised && hours < row.from_hours) {
        return {CareVerdict::too_early,
                because_of("care.because.too_early", window_of(row)),
                row.source};
    }
    if (hours < row.from_hours || hours >= longest_hours(row)) {
        return {CareVerdict::no_advice,
                because_of("care.because.no_advice", window_of(row)),
                row.source};
    }
    if (row.stance == Stance::no_evidence) {
        return {CareVerdict::no_evidence, {"care.because.no_evidence"}, row.source};
    }
    if (hours >= row.until_hours) {
        return {CareVerdict::sources_differ,
                because_of("care.because.sources_differ", window_of(row)),
                row.source};
    }
    return {row.stance == Stance::advised ? CareVerdict::advised : CareVerdict::avoid,
            window_of(row),
            row.source};
}

bool is_avoided_by_some(const CareJudgement& judgement) {
    return judgement.verdict == CareVerdict::avoid ||
           judgement.verdict == CareVerdict::sources_differ;
}

const Session* session_followed_by(const Application& application,
                                   const std::vector<Session>& sessions) {
    const auto named = std::find_if(sessions.begin(), sessions.end(), [&](const Session& each) {
        return application.session == each.id && each.at.day() == application.at.day();
    });
    return named != sessions.end() ? &*named : session_before(sessions, application.at);
}

}  // namespace

CareJudgement judge(const CareRows& rows, CareSubject subject, double hours) {
    const auto row = row_of(rows, subject);
    return row ? judge(row->advice, hours)
               : CareJudgement{
                     CareVerdict::not_in_profile, {"care.because.not_in_profile"}, std::nullopt};
}

CareJudgement judge(const CareRows& rows, const Application& application, double hours) {
    auto by_active = judge(rows, subject_of(application.active), hours);
    if (!is_perfume_too_early(rows, application, hours) ||
        by_active.verdict == CareVerdict::avoid) {
        return by_active;
    }
    auto by_perfume = judge(rows, CareSubject::perfume, hours);
    by_perfume.because = because_of("care.because.perfume", std::move(by_perfume.because));
    return by_perfume;
}

std::vector<UsedProduct> used_products(const CareFacts& facts) {
    std::vector<UsedProduct> all;
    for (const auto& application : facts.applications) {
        const auto* const session = session_followed_by(application, facts.sessions);
        if (session == nullptr) {
            continue;
        }
        const auto hours = hours_after(*session, application.at);
        auto& used = all.emplace_back(
            UsedProduct{.application = application,
                        .session = *session,
                        .hours_after = hours,
                        .hour_is_known = application.at.has_clock() && session->at.has_clock(),
                        .judgement = judge(rows_after(facts, *session), application, hours)});
        if (!used.hour_is_known) {
            used.judgement.because =
                because_of("care.because.earliest_hour", std::move(used.judgement.because));
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return a.application.at < b.application.at;
    });
    return all;
}

bool is_perfume_too_early(const CareRows& rows, const Application& application, double hours) {
    return application.perfumed.value_or(false) &&
           is_avoided_by_some(judge(rows, CareSubject::perfume, hours));
}

bool is_vitamin_c_too_early(const CareRows& rows, int precaution_hours, double hours) {
    return hours < precaution_hours ||
           is_avoided_by_some(judge(rows, CareSubject::vitamin_c, hours));
}

}  // namespace clinical
