#pragma once
// What is used and avoided after needling, in English as a patient reads it.

#include <string>

#include "schema/records/care_advice.h"

namespace progress {

std::string care_name(schema::CareSubject subject);       // "peels and lasers"
std::string care_use_words(schema::CareSubject subject);  // "gentle cleanser"
// "your normal cleanser again"; of what few use, its name.
std::string care_again_words(schema::CareSubject subject);

}  // namespace progress
