#pragma once
// Values to and from text: one strict reading for the command line, files, JSON and the book.

#include <optional>
#include <string>
#include <string_view>

#include "schema/kinds/field.h"
#include "schema/types/phrase.h"

namespace kinds {

// The value that `text` writes, all of it; nothing if it is not one of the field's type. Its range
// is not looked at, but for the items of a value that is made of them.
std::optional<Value> read(const Field& field, std::string_view text);

// The text that reads back as the same value; empty for an absent one.
std::string text_of(const Field& field, const Value& value);

// "a whole number from 0 to 10": what the field takes, for help and errors.
std::string form(const Field& field);
// As a page says it.
schema::Phrase told_form(const Field& field);
// The same without the range and without the bounds of a text.
std::string type_form(const Field& field);

// Whether a number lies within the field's range; true of every other value.
bool in_range(const Field& field, const Value& value);
// Whether numbers are at a step of their range and items that are required are there.
bool is_whole(const Field& field, const Value& value);

}  // namespace kinds
