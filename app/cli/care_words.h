#pragma once
// Aftercare in the words of a nurse: products, what people do, moments and how long is left.

#include <string>

#include "app/clinical/aftercare/used_product.h"
#include "schema/records/care_advice.h"
#include "schema/types/civil_time.h"

namespace cli {

std::string plain(schema::CareSubject subject);          // "vitamin C", "sauna and pool"
std::string advised_words(schema::CareSubject subject);  // "gentle cleanser"
std::string avoided_words(schema::CareSubject subject);  // "sun (stay in shade)"
std::string plain(const schema::Application& product);   // "vitamin C with perfume"

// "Tue 2026-01-06 10:30"; without a time of day if that is not known.
std::string moment_text(const schema::CivilTime& at);

// Rounded up: "35 min", "19 h", "6 days 19 h".
std::string left_text(double hours);

// "6 hours after the session on 2026-01-05", with "perhaps" if a time of day is not recorded.
std::string after_session_text(const clinical::UsedProduct& used);

}  // namespace cli
