#pragma once
// The keys under which patients read their own page.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/ledger/transact.h"
#include "schema/records/patient.h"
#include "schema/types/date.h"

namespace db {

// 128 bits from the system's source of randomness, as 22 letters that a URL takes as they are.
std::string unguessable_key();

// A link as its row has it, withdrawn (voided) or not.
struct PatientLink {
    std::int64_t id = 0;
    int version = 1;
    bool voided = false;
    schema::Id<schema::Patient> patient;
    std::string key;
    std::optional<schema::Date> expires{};  // its last day; none: of an earlier version
    bool entries = false;                   // whether the patient may tell something by it

    bool operator==(const PatientLink&) const = default;
};

// Every one, by id.
std::vector<PatientLink> all_links(const Book& book);
// Stores a link as it was in another book.
void put_link(Write& write, const PatientLink& link);

// The one that is in force, whatever its last day.
std::optional<PatientLink> link_of(const Book& book, schema::Id<schema::Patient> patient);

// The same by its key or id; nothing of a voided patient.
std::optional<PatientLink> find_link(const Book& book, const std::string& key);
std::optional<PatientLink> find_link(const Book& book, std::int64_t id);

// Its id, which `link` need not have. The database refuses a second one that is in force.
std::int64_t insert_link(Write& write, const PatientLink& link);

// False if the patient has none in force.
bool withdraw_link(Write& write, schema::Id<schema::Patient> patient);

}  // namespace db
