#pragma once
// The studies of agreement between raters, and their ratings.

#include <optional>
#include <vector>

#include "db/ledger/transact.h"
#include "schema/records/agreement.h"

namespace db {

// Stores a new study, voided or not; its id is given.
schema::Id<schema::Agreement> insert_agreement(Write& write, const schema::Agreement& study);

// Replaces all that the study with this id says, and adds one to its version. Every verdict is
// computed anew, since what is adopted may have changed. The database refuses a second adopted
// study of a scale and medium.
void update_agreement(Write& write, const schema::Agreement& study);

// Marks the study as entered in error; it is adopted no more.
void void_agreement(Write& write, schema::Id<schema::Agreement> id);
// Takes that back.
void restore_agreement(Write& write, schema::Id<schema::Agreement> id);

// The study with this id, voided or not; nothing if there is none.
std::optional<schema::Agreement> find_agreement(const Book& book, schema::Id<schema::Agreement> id);

std::vector<schema::Agreement> all_agreements(const Book& book);  // by id, voided ones too

// Those in force, by id: at most one of each scale and medium.
std::vector<schema::Agreement> adopted_agreements(const Book& book);

// Stores a new rating, voided or not; its id is given. The database refuses a value that is not on
// the scale.
schema::Id<schema::AgreementRating> insert_agreement_rating(Write& write,
                                                            const schema::AgreementRating& rating);

// Marks the rating as entered in error.
void void_agreement_rating(Write& write, schema::Id<schema::AgreementRating> id);

// The rating with this id, voided or not; nothing if there is none.
std::optional<schema::AgreementRating> find_agreement_rating(
    const Book& book, schema::Id<schema::AgreementRating> id);

// The study's ratings by time, then id; voided ones too.
std::vector<schema::AgreementRating> all_ratings_of(const Book& book,
                                                    schema::Id<schema::Agreement> study);

// The same without voided ones and those of voided patients.
std::vector<schema::AgreementRating> ratings_of(const Book& book,
                                                schema::Id<schema::Agreement> study);

// Those of all studies by id; voided ones too.
std::vector<schema::AgreementRating> all_agreement_ratings(const Book& book);

}  // namespace db
