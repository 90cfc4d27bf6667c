#pragma once
// The keys under which patients read their own page.

#include <optional>
#include <string>
#include <vector>

#include "db/ledger/transact.h"
#include "schema/records/patient.h"

namespace db {

// 128 bits from the system's source of randomness, as 22 letters that a URL takes as they are.
std::string unguessable_key();

// The patient's key; nothing without one that is in force.
// A link as its row has it, withdrawn (voided) or not; and every one, by id.
struct PatientLink {
    std::int64_t id = 0;
    int version = 1;
    bool voided = false;
    schema::Id<schema::Patient> patient;
    std::string key;
};
std::vector<PatientLink> all_links(const Book& book);
// Stores a link as it was in another book.
void put_link(Write& write, const PatientLink& link);

std::optional<std::string> link_of(const Book& book, schema::Id<schema::Patient> patient);

// Whose key it is; nothing for one that is not in force, or of a voided patient.
std::optional<schema::Patient> patient_of_link(const Book& book, const std::string& key);

// The database refuses a second key that is in force.
void insert_link(Write& write, schema::Id<schema::Patient> patient, const std::string& key);

// False if the patient has none in force.
bool withdraw_link(Write& write, schema::Id<schema::Patient> patient);

}  // namespace db
