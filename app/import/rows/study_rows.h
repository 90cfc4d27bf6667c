#pragma once
// Studies of agreement and their ratings as rows of a file: what a row cannot know, and storing it.

#include <cstdint>
#include <vector>

#include "app/import/import_cells.h"
#include "app/import/import_run.h"
#include "app/json/record_traits.h"
#include "schema/records/instrument.h"

namespace exchange {

// Finds the scale by its code. A problem without one, for a study that is adopted without a reason
// or a number, and while another of its scale and medium is in force.
void check_study(ImportRun& run,
                 StudyRow& study,
                 const std::vector<schema::Instrument>& scales,
                 const CellPlace& place);

// Finds the study; in a directory its id becomes the one of this book. A problem without one, and
// for a value that is not on its scale.
void check_study(ImportRun& run,
                 StudyRatingRow& rating,
                 const std::vector<schema::Instrument>& scales,
                 const CellPlace& place);

// Whether both would judge the same scale and medium.
bool is_in_force_with(const StudyRow& one, const StudyRow& other);

// Stores what was checked; `exported_id` is the id that the study had where it was exported.
void store_study(ImportRun& run, db::Write& write, StudyRow& study, std::int64_t exported_id);
void store_study(ImportRun& run,
                 db::Write& write,
                 StudyRatingRow& rating,
                 std::int64_t exported_id);

}  // namespace exchange
