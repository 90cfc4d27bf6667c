#pragma once
// A patient who has a link tells something, as from their own telephone: no command does.

#include <filesystem>
#include <memory>
#include <string>

#include "app/access/grant.h"
#include "app/tracking/patient_entries.h"
#include "db/records/patient_links.h"
#include "db/records/patients.h"

namespace support {

inline void tell_as_patient(const std::filesystem::path& file, const std::string& chart) {
    auto book = db::Book::open(file);
    const auto link = *db::link_of(book, db::find_patient(book, chart)->id);
    db::Submission submission{.actor = "patient", .action = "own-entry send"};
    submission.grant = std::make_shared<const access_control::Grant>(
        access_control::authorise_patient(book, link.id));
    schema::PatientEntry entry;
    entry.at = *schema::CivilTime::read("2026-01-06T20:15");
    entry.pain = 2;
    tracking::send_entry(book, submission, entry);
}

}  // namespace support
