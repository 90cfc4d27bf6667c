#pragma once
// Aftercare in the words of a nurse: products, what people do, moments and how long is left.

#include <string>

#include "app/clinical/aftercare/aftercare.h"
#include "schema/records/care_advice.h"
#include "schema/types/civil_time.h"

namespace cli {

std::string plain(schema::CareSubject subject);         // "vitamin C", "sauna and pool"
std::string grade_words(clinical::SourceGrade grade);   // "expert practice"
std::string plain(const schema::Application& product);  // "vitamin C with perfume"

// The sessions that a row is for: "radiofrequency, types IV to VI", "every session".
std::string case_words(const clinical::CareRow& row);

// "advised from 24 hours to 28 days", "avoid for 24 to 48 hours".
std::string range_words(const schema::CareAdvice& advice);

// A sentence on what the rows go by.
std::string case_sentence(const clinical::Aftercare& care);

// "Tue 2026-01-06 10:30"; without a time of day if that is not known.
std::string moment_text(const schema::CivilTime& at);

// Rounded up: "35 min", "19 h", "6 days 19 h".
std::string left_text(double hours);

// "6 hours after the session on 2026-01-05", with "perhaps" if a time of day is not recorded.
std::string after_session_text(const clinical::UsedProduct& used);

}  // namespace cli
