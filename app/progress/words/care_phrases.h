#pragma once
// Parts of what a patient is told of aftercare, which the card and the sentences share. One answer
// for each thing, the careful one: what ends at some hour of a day ends with that day.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/clinical/aftercare/aftercare.h"
#include "app/progress/words/sentence_writer.h"

namespace progress {

// The last day on which something still holds that ends then.
schema::Date last_day(const schema::CivilTime& end);

// Of the sun the longest hours are a second step: out only with sunscreen, hat and shade.
bool has_second_step(schema::CareSubject subject);

// Something that is named only to those who use it: an acid, a scrub.
bool is_used_by_some(schema::CareSubject subject);

// Until when a patient avoids it at all.
const schema::CivilTime& end_of_avoiding(const clinical::CareItem& item);

// What is to be avoided at all, by the last day of it, the soonest first; the sun before others.
using AvoidedUntil = std::vector<std::pair<schema::Date, std::vector<Phrase>>>;
AvoidedUntil avoided_until(const clinical::Aftercare& care);

// "vitamin C"; "gentle cleanser"; "your normal cleanser again": nothing where there is nothing to
// go back to.
Phrase care_name(schema::CareSubject subject);
Phrase care_use(schema::CareSubject subject, const clinical::Aftercare& care);
std::optional<Phrase> care_again(schema::CareSubject subject, const clinical::Aftercare& care);

// What the patient is allergic to among what aftercare speaks of, as "not at all"; nothing without.
std::optional<Phrase> never_used(const clinical::Aftercare& care);

// "no" where the patient is allergic to sunscreen: then the skin is covered in the sun.
std::string uses_sunscreen(const clinical::Aftercare& care);

// What is to be used now.
std::vector<Phrase> care_uses(const clinical::Aftercare& care);

// What to do until products are allowed, a sentence for each hour at which some are.
std::vector<Phrase> first_hours(const clinical::Aftercare& care, const SentenceWriter& out);

// Until which day to go into the sun only with sunscreen, hat and shade, once that step has begun.
std::optional<schema::Date> careful_with_sun_until(const clinical::Aftercare& care);

// "Tuesday 13 January", with ", 10:30" where the time of day matters.
Value long_moment(const schema::CivilTime& at, const SentenceWriter& out);

}  // namespace progress
