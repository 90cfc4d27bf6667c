#pragma once
// One patient's progress: what every page, file and program shows of it.

#include <optional>
#include <string>
#include <vector>

#include "app/clinical/aftercare/adherence.h"
#include "app/clinical/aftercare/aftercare.h"
#include "app/clinical/departure.h"
#include "app/clinical/safety/finding.h"
#include "app/progress/course_progress.h"
#include "app/progress/due.h"
#include "app/progress/history.h"
#include "app/progress/series/benefits.h"
#include "app/progress/series/gaps.h"
#include "app/progress/series/pih_watch.h"
#include "app/progress/series/series.h"
#include "app/progress/series/split_face.h"
#include "app/progress/words/care_card.h"
#include "app/progress/words/sentences.h"
#include "schema/types/date.h"

namespace progress {

struct Summary {
    schema::Patient patient;
    // That the patient died or left by then: nothing is due.
    std::optional<clinical::Departure> gone;
    CareContact contact;
    std::vector<schema::Tag> tags;
    schema::Date as_of;
    std::optional<CourseProgress> course;
    std::vector<Gap> gaps;
    std::vector<Series> series;
    std::optional<SplitFace> split_face;
    std::vector<schema::Session> sessions;
    std::vector<schema::AdverseEvent> events;
    std::optional<Due> due;
    bool is_stopped = false;  // a stop of the safety rules stands on the day of `due`
    std::vector<PihWatch> pih_watch;
    std::vector<schema::SessionFinding> findings;  // of the sessions, as they were recorded
    std::vector<clinical::Finding> safety;         // what bears on a next session, gravest first
    // Of the day `as_of` as a whole: what is to be avoided at any hour of it. Nothing when no
    // aftercare is going on.
    std::optional<clinical::Aftercare> aftercare;
    std::optional<clinical::Adherence> adherence;  // over all sessions
    std::vector<Benefit> benefits;
    Sentences sentences;
};

// What the rules of aftercare go by.
clinical::CareFacts care_facts(const History& history);

// The summary of everything up to and including `as_of`; what came later changes nothing.
Summary summarise(History history, schema::Date as_of);

}  // namespace progress
