#pragma once
// The photographs of an export: their bytes beside their table, each under its hash.

#include <filesystem>
#include <set>
#include <string>

#include "db/book.h"
#include "schema/records/consent_form.h"
#include "schema/records/photo.h"
#include "schema/types/date.h"

namespace exchange {

class ExportedPhotos {
  public:
    // `purpose`: for whom the export is. `record` is another clinic that treats.
    ExportedPhotos(const db::Book& book, schema::ConsentScope purpose);

    // Whether the record goes with the export. One whose patient withdrew the consent to it, or has
    // not given it where the clinic asks, stays here with its bytes; one that is voided goes to
    // those who treat only.
    bool take(const schema::Photo& photo);
    int withheld() const { return withheld_; }

    // Writes those that were taken into the folder "photos" there. Throws schema::Error (damaged)
    // for bytes that are missing or other ones, full, unavailable.
    void write_into(const std::filesystem::path& directory) const;

  private:
    const db::Book& book_;
    schema::ConsentScope purpose_;
    schema::Date today_;
    std::set<std::string> taken_;  // by their hashes
    int withheld_ = 0;
};

}  // namespace exchange
