#pragma once
// What --values, --missing and --map say beside what the file has: faults of the options
// themselves.

#include <string>
#include <vector>

#include "app/import/cell_findings.h"
#include "app/import/import_options.h"
#include "app/import/import_plan.h"

namespace exchange {

// 'sex:ذكر=male': what a cell of a field stands for.
struct TranslatedCell {
    std::string field;
    std::string cell;
    std::string as;
};

// A tag's own name holds the first colon. Throws schema::Error (misused) for anything else.
TranslatedCell told_value(const std::string& told);

// Throws schema::Error (misused) with every translation that its field cannot take, each once.
void check_translations(const Plan& plan);

// After the last row: texts of --values and --missing that no cell met, but for those of rules,
// which are for many files; and columns that are mapped to two scales.
std::vector<schema::Problem> unused_options(const Plan& plan,
                                            const ImportOptions& options,
                                            const CellFindings& findings,
                                            const std::string& file);

}  // namespace exchange
