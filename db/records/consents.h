#pragma once
// What patients agreed to, as the book has it.

#include <vector>

#include "db/ledger/transact.h"
#include "schema/records/consent.h"
#include "schema/records/consent_form.h"

namespace db {

// Whether anybody signed this edition of the form, voided or withdrawn or not.
bool was_signed(const Book& book, const schema::ConsentForm& form);

// Whether the clinic has a form of this scope that is not voided.
bool has_form(const Book& book, schema::ConsentScope scope);

// The patient's consents of this scope that are not voided, in the order of their ids.
std::vector<schema::Consent> consents_of(const Book& book,
                                         schema::Id<schema::Patient> patient,
                                         schema::ConsentScope scope);

}  // namespace db
