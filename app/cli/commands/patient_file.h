#pragma once
// What a patient takes home: their file, which is taken in too, and their dates.

#include "app/cli/command.h"
#include "app/import/import_options.h"

namespace cli {

Command patient_file_command();      // patient file
Command patient_calendar_command();  // patient calendar

// Whether what `import` was given is a patient's file; it is looked at by how it begins.
bool is_patient_file_given(const exchange::ImportOptions& options);

// Takes it in. Throws schema::Error (misused) for options of rows and columns.
exchange::ImportReport import_given_patient_file(Invocation& call,
                                                 const exchange::ImportOptions& options,
                                                 const exchange::Progress& progress);

}  // namespace cli
