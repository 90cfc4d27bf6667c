#pragma once
// What a record of each kind may hold, for forms: made from the records' own descriptions.

#include <string>

#include "app/json/json_value.h"

namespace exchange {

// An array: {"noun","plural","summary","fields":[…],"parts":{"name","fields":[…]}|null}; a field is
// {"name","meaning","required","kind","choices":[…]|null,"low"|null,"high"|null,"fields":[…]|null},
// where `kind` is text, whole, number, yes_no, choice, day, partial_day, moment, interval, id,
// answers or items (then `fields` says which).
OrderedJson kinds_json();

}  // namespace exchange
