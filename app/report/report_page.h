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

// `kind` is one of app/web/report/main.tsx.
std::string report_file(std::string_view kind,
                        const progress::CareContact& clinic,
                        OrderedJson content,
                        const std::vector<texts::Language>& languages,
                        const LedgerEnd& end = {});

}  // namespace exchange
