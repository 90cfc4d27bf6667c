#pragma once
// The clinic's own labels on patients.

#include <string>
#include <vector>

#include "db/ledger/transact.h"
#include "schema/records/tag.h"

namespace db {

// Sets the value of the patient's key, whatever it was.
void set_tag(Write& write, const schema::Tag& tag);

// False if the patient has no such key.
bool remove_tag(Write& write, schema::Id<schema::Patient> patient, const std::string& key);

std::vector<schema::Tag> tags_of(const Book& book, schema::Id<schema::Patient> patient);  // by key
std::vector<schema::Tag> all_tags(const Book& book);  // by patient, key

}  // namespace db
