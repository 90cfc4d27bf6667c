#pragma once
// Whether a backup would bring the book back: restored to a temporary place and checked whole, from
// the bytes up to every computed score.

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "app/backup/backup_file.h"
#include "app/backup/recovery_key.h"
#include "db/book.h"
#include "db/file/wiped.h"
#include "db/ledger/verify.h"
#include "schema/types/error.h"

namespace backup {

// A folder beside the book, NAME.proving, on the book's own disk: what is unpacked there is as
// private as the book. Gone with this object, and what a kill left goes with the next one.
class ProvingPlace {
  public:
    // Throws schema::Error: refused while another process proves; full, unavailable.
    explicit ProvingPlace(const std::filesystem::path& book);
    ~ProvingPlace();
    ProvingPlace(const ProvingPlace&) = delete;
    ProvingPlace& operator=(const ProvingPlace&) = delete;

    const std::filesystem::path& folder() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// Throws schema::Error (damaged) if a file of the backup is not there or not as it was written.
void refuse_changed(const std::filesystem::path& folder, const Manifest& manifest);

// The secret key that opens an encrypted backup.
using SecretOf = std::function<db::Wiped(const Recipient&)>;

// Opens the encrypted backup as the new book `to`, with its photographs, which lie in its folder.
// Returns which of these could not be brought. Throws schema::Error as unseal and stream_key do.
std::vector<schema::Problem> open_sealed(const std::filesystem::path& sealed,
                                         const db::Wiped& secret,
                                         const std::filesystem::path& to);

// The same of a backup that is not encrypted. Throws schema::Error (missing, full, unavailable).
std::vector<schema::Problem> copy_plain(const std::filesystem::path& folder,
                                        const Manifest& manifest,
                                        const std::filesystem::path& to);

// Brings the backup from its folder to `place`, decrypted; returns the book there. Nothing is
// written beside the backup. `secret` is asked for where it is encrypted. Throws schema::Error as
// those two and `secret`; damaged where a photograph could not be brought.
std::filesystem::path fetched(const std::filesystem::path& folder,
                              const Manifest& manifest,
                              const SecretOf& secret,
                              const ProvingPlace& place);

// Checks the book whole, from its bytes to every computed score, and its photographs where they
// are with it; returns its content. Throws schema::Error (damaged) with
// all that is wrong.
db::Content proved(const std::filesystem::path& book, bool with_photos);

// The same of a copy that lies elsewhere: of what a restore of it would make.
db::Content proved_copy(const std::filesystem::path& copy, const ProvingPlace& place);

}  // namespace backup
