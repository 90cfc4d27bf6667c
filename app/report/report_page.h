#pragma once
// The file that a report is, of whatever kind: see report_file.h. For this folder only.

#include <string>
#include <string_view>
#include <vector>

#include "app/json/json_value.h"
#include "app/progress/words/care_card.h"
#include "app/report/report_file.h"
#include "app/texts/language.h"

namespace exchange {

// Throws schema::Error of `language` where the program has not all of its texts.
std::vector<texts::Language> languages_of(ReportLanguage wanted);

// JSON as an element of a page: nothing of it ends the element, or turns a line around.
std::string data_element(std::string_view name, std::string_view json);

// A page of the bundle, in the first of the languages, with `data` in its place and the texts of
// all of them.
std::string page_with_data(std::string_view page,
                           std::string data,
                           const std::vector<texts::Language>& languages);

// `kind` is one of app/web/report/main.tsx.
std::string report_file(std::string_view kind,
                        const progress::CareContact& clinic,
                        OrderedJson content,
                        const std::vector<texts::Language>& languages,
                        const LedgerEnd& end = {});

}  // namespace exchange
