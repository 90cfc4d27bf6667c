#pragma once
// The clinic's key, which signs the ledger (db/ledger/signature.h): made with the first account,
// and from then on an owner's to renew, to export and to bring back. That it was made, renewed or
// brought back is a ledger entry; the private key never stands in the book.

#include <string>

#include "app/access/grant.h"
#include "db/ledger/transact.h"
#include "db/records/clinic_keys.h"

namespace tracking {

// Makes the clinic's key unless it has one: the private one is on the disk before the entry that
// tells of it, so that a failure leaves at most a file that no book knows. Throws schema::Error:
// refused if the keys would lie in the book's folder or others may read them; full, unavailable.
void make_clinic_key(db::Write& write);

// Another key from now on; the one before is retired, and vouches for it if it is on this machine,
// where its file stays: a copy of the book may sign with it. Signs all that is in the ledger. Needs
// the right keep_book. Throws schema::Error: as above; refused in a book without accounts.
db::Receipt renew_clinic_key(db::Book& book, const db::Submission& submission);

// The private key under the passphrase (db/key/sealed_key.h). Needs the right keep_book. Throws
// schema::Error: missing if the book has none or it is not on this machine; refused for a
// passphrase of fewer than 12 characters.
std::string exported_clinic_key(const db::Book& book,
                                const access_control::Grant& grant,
                                const std::string& passphrase);

// Brings the key of record to this machine. Entries that were written without it are signed by
// that, with an entry that says so; returns how many. Needs the right keep_book. Throws
// schema::Error: refused for another passphrase and for any other key than the one in use; missing
// if the book has none.
std::int64_t import_clinic_key(db::Book& book,
                               const db::Submission& submission,
                               const std::string& exported,
                               const std::string& passphrase);

}  // namespace tracking
