#pragma once
// The clinic's signature under the ledger: whoever has not the private key can add no entry at its
// end, rewrite none and cut none off that `check` would take for the clinic's.
//
// Signed are "needlebook head v1", a zero byte, the hash of the book's first ledger entry (32
// bytes), the last entry's number (8 bytes, big end first) and its hash (32): ECDSA over P-256 with
// SHA-256. The signature stands in the book, table ledger_signature, and is written in the
// transaction of the entry: no power cut can part the two, and no sync is added.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/book.h"
#include "db/file/head.h"
#include "db/key/signing_key.h"
#include "schema/types/error.h"

namespace db {

class Connection;

// Signs the end of the ledger, if the clinic has a key and it is on this machine. Only an end that
// continues a signed one, so that no forged entry is signed with it; `anew`: whatever stands
// before, since somebody who may answers for it. Returns whether a key is here. Never fails: a
// clinic is not stopped for want of a signature, and `check` says that there is none. Inside a
// transaction.
bool sign_end(Connection& connection, const Head& before, const Head& end, bool anew) noexcept;

// Whether the book has to be signed, and is not by the clinic's key: the last entries are not
// signed, the signature is another's, the entry that it is of is missing or another one; a key that
// no key vouches for and that is not on this machine; people without a key. With `given`, a public
// key from outside, also whether it is of record and every later one vouched for. Empty if all is
// well, and in a book without accounts and keys. Where nobody can look into the folder of keys,
// that too: what this machine acknowledged last is not known then.
std::vector<schema::Problem> signature_problems(const Book& book,
                                                const std::optional<PublicKey>& given = {});

// Whether there is a signature, and it is not the clinic's or not of an entry of this ledger.
bool is_forged(const Book& book);

// How many of the last entries have no signature of the clinic's.
std::int64_t unsigned_entries(const Book& book);

// Why the entries are not signed, as whoever writes must be told.
struct Unsigned {
    enum class Why {
        no_key,        // people have accounts, and the clinic has no key
        key_missing,   // it is not on this machine
        key_unusable,  // its file or the folder of keys is damaged or open to others
        not_signed,    // the last entries are not, and so none after them
        forged,        // the signature is another's, or what it signs is not there
    };
    Why why;
    schema::Problem problem;
};

// Nothing if they are signed, and in a book without accounts and keys.
std::optional<Unsigned> unsigned_state(const Book& book);

// TITLE, a zero byte, the hash of the book's first entry, `number` (nothing, or 8 bytes), `hash`.
std::string signed_text(std::string_view title,
                        Connection& connection,
                        const Hash& hash,
                        std::string_view number);

}  // namespace db
