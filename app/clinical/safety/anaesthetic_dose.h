#pragma once
// The dose of a topical anaesthetic: strength, amount, area and weight.

#include <optional>
#include <string_view>

#include "app/clinical/safety/situation.h"
#include "app/texts/phrase.h"

namespace clinical {

// The greatest number before a per cent sign: 30 of "lidocaine 30 %", 23 of "23%/7% lidocaine and
// tetracaine". Digits of Arabic script count too. Nothing without one.
std::optional<double> percent_in(std::string_view anaesthetic);

// The strength that is recorded, else the one that the text names.
std::optional<double> percent_of(const schema::Session& session);

// Milligrams put on, from grams and strength; nothing where one of them is not known.
std::optional<double> dose_mg(const schema::Session& session);

// The most that may be put on, in mg: 4.5 mg for each kg and never more than 300 mg, as the label
// of lidocaine says of what is injected (all of a cream may be taken up). Without a weight 300 mg.
double greatest_dose_mg(const schema::Patient& patient);

// What is not known of the planned anaesthetic's dose; nothing where none is planned or all is
// known.
std::optional<texts::Phrase> unknown_dose(const Situation& situation);

}  // namespace clinical
