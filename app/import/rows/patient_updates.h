#pragma once
// Patients of the book whom a file brings up to date (--update): what was empty is filled, what
// differs is asked.

#include <unordered_map>
#include <vector>

#include "app/import/import_cells.h"
#include "app/import/import_run.h"
#include "schema/records/patient.h"

namespace exchange {

class PatientUpdates {
  public:
    // What is given must outlive this.
    PatientUpdates(ImportRun& run, const Plan& plan) : run_(run), plan_(plan) {}

    // Takes what the row says otherwise of the patient, who is in the book. With problems nothing
    // of it is kept.
    void see(ImportPatients::Place patient, const schema::Patient& row, const CellPlace& place);
    bool has_news() const { return !updated_.empty(); }
    // Corrects them all.
    void store(Storing& storing) const;

  private:
    void ask_of(const schema::Patient& before,
                const schema::Patient& after,
                const CellPlace& place) const;

    ImportRun& run_;
    const Plan& plan_;
    std::vector<schema::Patient> updated_;
    std::unordered_map<ImportPatients::Place, std::size_t> places_;  // in `updated_`
};

}  // namespace exchange
