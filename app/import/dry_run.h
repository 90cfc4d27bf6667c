#pragma once
// What a dry run found, for people and for programs.

#include <string>

#include "app/import/import_options.h"
#include "app/json/json_value.h"

namespace exchange {

// {"file","encoding","delimiter","kind"|null,"header":[…],"rows":[{"line","cells":[…],
// "record":{…}|null}],"problems":[{"where","what","remedy"}],"warnings":[…],"would_import":N,
// "rows_in_book":N,"counts":{"rows_without_value":N,…},"taken_by_name":[…],"new_charts":[…],
// "sheet"|null,"sheets":[…],"header_row"|null,"rows_blank":N}
OrderedJson dry_run_json(const ImportReport& report);

// {"kind","imported":N,"rows_in_book":N,"counts":{…},"taken_by_name":[…],"patients_created":N,
// "new_charts":[…],"tags_set":N,"findings_not_asked":N,"rows_rejected":N,"rejected","repeated",
// "problems","warnings","sheet"|null,"sheets","header_row"|null,"rows_blank"}: what an import did.
// `rejected` holds the rows that --keep-good left out of a file that came over HTTP, as CSV.
// `imported` is what the first one did when it was repeated.
OrderedJson import_report_json(const ImportReport& report);

// One line per row, cells between bars, as they were read.
std::string dry_run_text(const ImportReport& report);

// "imported 153 scores; 3 patients were added": what an import did, in one line.
std::string import_sentence(const ImportReport& report);

// "also took fitzpatrick by name; …" and a line end; empty where no column was.
std::string taken_by_name_text(const ImportReport& report);

// "new patients: A1, A2 and 3 more", the first ten, and a line end; empty where nobody is new.
std::string new_charts_text(const ImportReport& report);

}  // namespace exchange
