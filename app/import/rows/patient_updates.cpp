#include "app/import/rows/patient_updates.h"

#include <fmt/format.h>

#include "app/clinical/contradictions.h"
#include "app/import/rows/rows_in_book.h"
#include "app/tracking/plausibility.h"
#include "app/tracking/possibility.h"
#include "app/tracking/wall_clock.h"
#include "app/tracking/write.h"
#include "db/records/clinic.h"
#include "db/records/records.h"

namespace exchange {

namespace {

// "sex is female in the book, male here"; of a confidential field no value.
std::string other_value(const kinds::Kind& kind, const kinds::Difference& difference) {
    const auto name = kinds::name_of(kind, difference);
    return difference.field->facets.confidential
               ? fmt::format("{} is another in the book", name)
               : fmt::format("{} is {} in the book, {} here",
                             name,
                             kinds::text_of(kind, difference, difference.before),
                             kinds::text_of(kind, difference, difference.after));
}

}  // namespace

void PatientUpdates::see(ImportPatients::Place patient,
                         const schema::Patient& row,
                         const CellPlace& place) {
    const auto& kind = kinds::of<schema::Patient>();
    const auto known = places_.find(patient);
    const auto stored = *db::find(run_.book, run_.patients.id(patient));
    const auto before = known == places_.end() ? stored : updated_[known->second];
    auto after = before;
    bool changes = false;
    for (const auto& difference : contradicted(before, row, plan_)) {
        const auto& field = *difference.field;
        if (!field.get(&before).is_absent()) {
            changes = true;
            ask_row(run_,
                    {.fault = schema::Fault::duplicate,
                     .field = std::string(field.name),
                     .reason = other_value(kind, difference),
                     .told = {"error.other_in_book", {{"field", schema::field_label(field.name)}}}},
                    place);
        }
        field.set(&after, field.get(&row));
    }
    ask_of(stored, after, place);
    if (!place.problems.empty()) {
        return;
    }
    if (known != places_.end()) {
        updated_[known->second] = after;
        return;
    }
    places_.emplace(patient, updated_.size());
    updated_.push_back(std::move(after));
    ++(changes ? run_.report.patients_changed : run_.report.patients_filled);
    run_.patients.want(patient);
}

// What every other correction would be refused for or asked about.
void PatientUpdates::ask_of(const schema::Patient& before,
                            const schema::Patient& after,
                            const CellPlace& place) const {
    auto problems = clinical::contradictions(after);
    for (auto& each : tracking::brought(tracking::impossible(run_.book, after),
                                        tracking::impossible(run_.book, before))) {
        problems.push_back(std::move(each));
    }
    for (auto& problem : problems) {
        problem.where = place.text();
        place.problems.push_back(std::move(problem));
    }
    const auto today = tracking::today_in(db::read_clinic(run_.book).time_zone);
    for (const auto& question :
         tracking::brought(tracking::implausible(run_.book, after, today),
                           tracking::implausible(run_.book, before, today))) {
        ask_row(run_, question, place);
    }
}

void PatientUpdates::store(Storing& storing) const {
    for (const auto& patient : updated_) {
        tracking::correct_in(storing.write, patient);
    }
}

}  // namespace exchange
