#pragma once
// All safety rules, one file per family, and what they find.

#include <span>
#include <vector>

#include "app/clinical/safety/rule.h"

namespace clinical {

std::span<const Rule> acne_rules();       // active lesions, and whether anybody looked lately
std::span<const Rule> infection_rules();  // infections, and who cannot hold them back
std::span<const Rule> condition_rules();  // what else the patient has
std::span<const Rule> medicine_rules();   // isotretinoin, retinoids, anaesthetics
std::span<const Rule> treatment_rules();  // what was done to the skin lately
std::span<const Rule> session_rules();    // age, skin type, area, interval, depth
std::span<const Rule> record_rules();     // unusual or missing values of the record itself
std::span<const Rule> event_rules();      // side effects that went on or go on
std::span<const Rule> allergy_rules();    // to what is put on or needled through

// In that order.
const std::vector<Rule>& rules();

// What the rules say of the situation, the gravest first, then in the order of the rules.
std::vector<Finding> findings(const Situation& situation);

}  // namespace clinical
