#pragma once
// Whether a product holds what a patient is allergic to, as far as their names tell.

#include <optional>
#include <set>
#include <string_view>

#include "schema/records/condition.h"

namespace clinical {

// Whether the product's name holds the substance's, each word as medicines are compared: case,
// marks and letters typed for one another are the same, and one slip in words of six letters or
// more; or whether both name something that is the same by the lists of substances.h: EMLA holds
// lidocaine, THD is vitamin C. Several substances are parted by commas; one of them is enough.
bool names_substance(std::string_view product, std::string_view substance);

// What an allergy to the substance is beside itself: one to nickel is a metal allergy, one to
// sulphonamides or PABA a risk of anaesthetics (clinical rule c24), one to "local anaesthetics" an
// anaesthetic allergy.
std::set<schema::ConditionKind> kinds_of_allergy(std::string_view substance);

// What the names tell of an anaesthetic for somebody who is allergic.
enum class AnaestheticAllergy {
    holds_it,    // as names_substance() says
    same_type,   // an amide and an amide, an ester and an ester: the labels forbid it
    other_type,  // both are anaesthetics, and no source that the rules rest on judges it
    unread,      // what it holds is not known, and the substance may be an anaesthetic
};

// `substance` is what the allergy names. Nothing where what the anaesthetic holds is known and
// shares nothing with it, or where the substance is known and no anaesthetic.
std::optional<AnaestheticAllergy> anaesthetic_allergy(std::string_view anaesthetic,
                                                      std::string_view substance);

}  // namespace clinical
