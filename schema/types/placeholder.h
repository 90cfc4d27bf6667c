#pragma once
// Texts that are no answer: what a spreadsheet leaves where a value was lost, words for "not
// known", and labels of rows that sum up a sheet. All of them in any case, width and digits, with
// any marks and blanks around or between.

#include <string_view>

namespace schema {

// #N/A, #REF!, #VALUE!, #DIV/0!, #NAME? in any language; Err:502; #### of a narrow column.
bool is_spreadsheet_error(std::string_view text);

// 1.00123E+11, 1,00E+05: a long number that a spreadsheet has shortened. Its digits are lost.
bool is_shortened_number(std::string_view text);

// Nothing but dashes, stops and question marks, nothing but zeros, or a word for "not known" or
// "only tried": - ? N/A unknown.
bool is_placeholder(std::string_view text);

// Total, Average:, Grand total, المجموع. With `and_more` also before other words: "Total (12)".
bool is_summary_label(std::string_view text, bool and_more);

// As nobody's name is written, in any script: without a letter, with marks that names do not have
// (\ | ? …), or with a dot, comma or dash before it.
bool is_odd_name(std::string_view text);

}  // namespace schema
