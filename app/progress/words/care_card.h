#pragma once
// The aftercare card that a patient takes home: what to do first, what to avoid until when, from
// when what is normal again, and whom to call. The same words on the terminal, in JSON and on the
// web.

#include <optional>
#include <string>
#include <vector>

#include "app/clinical/aftercare/aftercare.h"
#include "app/progress/due.h"
#include "app/progress/history.h"
#include "app/texts/phrase.h"

namespace progress {

struct CareAvoid {
    texts::Phrase said;       // "Until the evening of Tuesday 13 January: make-up, exercise"
    schema::CivilTime until;  // of what is never to be used as long as the card speaks of anything
};

struct CareCard {
    std::vector<texts::Phrase> first;  // before all else: the first hours, or to call the clinic
    std::vector<texts::Phrase> use;    // now
    std::vector<CareAvoid> avoid;      // now
    std::vector<texts::Phrase> next;  // "From Tuesday 13 January (day 4): …", in the order of time
    std::vector<texts::Phrase> expect;
    std::vector<texts::Phrase> contact;
};

// The clinic on what it gives away: who is called, as the card shows it, with which digits Arabic
// is written, and whether days are those of the Umm al-Qura calendar too.
struct CareContact {
    std::string clinic;
    std::optional<std::string> telephone;
    schema::Digits digits = schema::Digits::latn;
    bool umm_al_qura = false;
};

CareContact care_contact(const schema::Clinic& clinic);

CareCard care_card(const clinical::Aftercare& care,
                   const CareContact& contact,
                   const std::optional<Due>& due);

// With the clinic of the book and the next session, as the day of `care.at` knows it: none of a
// patient who died or left, nor while a stop of the safety rules stands.
CareCard care_card(const History& history, const clinical::Aftercare& care);

}  // namespace progress
