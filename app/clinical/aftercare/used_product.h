#pragma once
// A product that was put on after a session, set against the profile of aftercare.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/clinical/aftercare/care_facts.h"
#include "app/texts/phrase.h"
#include "schema/records/application.h"
#include "schema/records/session.h"
#include "schema/types/word.h"

namespace clinical {

// sources_differ: after the shortest and before the longest time that a source gives. no_advice:
// the profile has a row for it and says nothing of that hour. too_early: it is advised from a later
// hour on.
enum class CareVerdict {
    advised,
    avoid,
    sources_differ,
    no_evidence,
    no_advice,
    not_in_profile,
    too_early
};

// What the profile says of one subject at one hour.
struct CareJudgement {
    CareVerdict verdict{};
    texts::Phrase because;              // a sentence without its full stop
    std::optional<std::string> source;  // of the row; none without one

    bool operator==(const CareJudgement&) const = default;
};

struct UsedProduct {
    schema::Application application;
    schema::Session session;  // the one that it followed
    double hours_after{};     // the fewest that it can have been
    bool hour_is_known = true;
    CareJudgement judgement;
};

// `rows` are those of one case: see rows_for(); here and below.
CareJudgement judge(const CareRows& rows, schema::CareSubject subject, double hours);

// By its active ingredient; but by its perfume if it contains some and that is to be avoided then.
CareJudgement judge(const CareRows& rows, const schema::Application& application, double hours);

// Every application with the session that it followed, by time. That is the session that it names
// if that was on the same day, else the latest before it. Applications before the
// first session are left out. Of what is known only to the day, the earliest hour that it can have
// been counts.
std::vector<UsedProduct> used_products(const CareFacts& facts);

// It contains perfume, and at that hour some source avoids perfume.
bool is_perfume_too_early(const CareRows& rows,
                          const schema::Application& application,
                          double hours);

// At that hour some source avoids vitamin C, or the clinic's precaution_hours are not over: the
// profile can be changed, what was published about granulomas cannot.
bool is_vitamin_c_too_early(const CareRows& rows, int precaution_hours, double hours);

}  // namespace clinical

template <>
struct schema::Words<clinical::CareVerdict> {
    static constexpr std::array<std::string_view, 7> all{"advised",
                                                         "avoid",
                                                         "sources_differ",
                                                         "no_evidence",
                                                         "no_advice",
                                                         "not_in_profile",
                                                         "too_early"};
};
