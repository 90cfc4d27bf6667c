#pragma once
// A whole export back into a book.

#include <filesystem>
#include <string>
#include <vector>

#include "app/import/import_options.h"
#include "app/import/import_run.h"
#include "db/ledger/transact.h"

namespace exchange {

// Reads all files of a directory that `export_directory` wrote, in one transaction with one ledger
// entry. Records get new ids, and what refers to them follows; voided ones are voided again. The
// clinic's settings are taken over by a book without patients, else left as they are, with a
// warning. Throws schema::Error (refused) with every problem of the first file that has one, and
// before anything is read if the files are not those of the manifest; without a manifest there is a
// warning.
ImportReport import_directory(db::Book& book,
                              const db::Submission& submission,
                              const std::filesystem::path& directory,
                              const Progress& progress);

// The same of the files of a patient's file (app/import/patient_file), for `import_patient_file`
// alone: nobody need have exported them. What the book says already is left out; what may be there
// is asked about as `import_file` asks. Records get new ids. The right that it needs is
// import_records.
ImportReport import_patient_folder(db::Book& book,
                                   const db::Submission& submission,
                                   const std::filesystem::path& directory,
                                   const Joining& joining,
                                   const std::vector<std::string>& confirm,
                                   const Progress& progress);

}  // namespace exchange
