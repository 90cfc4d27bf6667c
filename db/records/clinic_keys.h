#pragma once
// The public keys of the clinic, which sign its ledger: of record, those of the past too.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/key/signing_key.h"
#include "db/ledger/transact.h"

namespace db {

// Of the key with the number of the ledger entry from which on it signs; the entries up to
// `until_entry`, which is another's, are its own.
struct ClinicKey {
    std::string fingerprint;
    std::string public_key;  // PEM
    std::string made_at;     // UTC
    std::int64_t since_entry = 0;
    std::optional<std::string> vouched;  // the signature of the key before; see vouching_text
    std::optional<std::string> retired_at;
    std::optional<std::int64_t> until_entry;
};

// By since when; the one in use is the last. Throws schema::Error (damaged) where a key is another
// than its fingerprint says.
std::vector<ClinicKey> clinic_keys(const Book& book);
// Nothing in a book whose clinic has none.
std::optional<ClinicKey> clinic_key_in_use(const Book& book);

// A row of the table clinic_key as the key that it holds. Throws as clinic_keys.
PublicKey public_key_of(const std::string& pem, const std::string& fingerprint);

// Keeps a key as the one in use from this entry on; the one before is retired by it. The entry is
// signed, whatever stands before it.
void put_clinic_key(Write& write, const PublicKey& key, const std::optional<std::string>& vouched);

// What a key signs to vouch for the next: "needlebook key v1", a zero byte, the hash of the book's
// first ledger entry (32 bytes), the next one's fingerprint (32 bytes).
std::string vouching_text(const Book& book, const std::string& next_fingerprint);

}  // namespace db
