#pragma once
// Whether a backup would bring the book back: restored to a temporary place and checked whole, from
// the bytes up to every computed score.

#include <filesystem>
#include <functional>
#include <memory>

#include "app/backup/backup_file.h"
#include "db/book.h"
#include "db/file/wiped.h"
#include "db/ledger/verify.h"

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

// Of an encrypted backup, the key of its stream; see sealed_file.h.
using KeyOf = std::function<db::Wiped(const std::filesystem::path& sealed)>;

// Brings the backup from its folder to `place`, decrypted; returns the book there. Nothing is
// written beside the backup. Throws schema::Error as unseal and `key` do.
std::filesystem::path fetched(const std::filesystem::path& folder,
                              const Manifest& manifest,
                              const KeyOf& key,
                              const ProvingPlace& place);

// Checks the book whole, from its bytes to every computed score; returns its content. Of an
// encrypted backup, which has no photographs, without these. Throws schema::Error (damaged) with
// all that is wrong.
db::Content proved(const std::filesystem::path& book, bool with_photos);

// The same of a copy that lies elsewhere: of what a restore of it would make.
db::Content proved_copy(const std::filesystem::path& copy, const ProvingPlace& place);

}  // namespace backup
