#pragma once
// What is said, as JSON that holds in every language: {"id", "values"} of a text in app/texts.

#include <vector>

#include "app/json/json_value.h"
#include "app/texts/phrase.h"

namespace exchange {

// Of a number {"number", "decimals"}, with "signed" and "unit" (UCUM) where it has them; of a day
// {"date", "form"}, its year left out where "year" is false, and "clock"; a count and a text as
// they are; a phrase in a phrase as here; of a list an array.
OrderedJson phrase_json(const texts::Phrase& phrase);
OrderedJson value_json(const texts::Value& value);
// Beside the English text: {"text", "id", "values"}.
OrderedJson said_json(const texts::Phrase& phrase);

// "id" and "values" into an object, where there is something to say.
void add_told(OrderedJson& json, const texts::Phrase& phrase);

OrderedJson phrases_json(const std::vector<texts::Phrase>& phrases);
// In English: an array of texts.
OrderedJson texts_json(const std::vector<texts::Phrase>& phrases);

}  // namespace exchange
