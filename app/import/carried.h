#pragma once
// What an export says beside its records, so that an empty book becomes the same book: the ids of
// rows that no record names by them, the links of patients' own pages, and who works there. What
// proves who somebody is does not leave the book.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/import/import_patients.h"
#include "db/records/patient_links.h"
#include "schema/records/account.h"
#include "schema/records/care_advice.h"
#include "schema/records/depth_limit.h"
#include "schema/records/instrument.h"
#include "schema/records/score.h"
#include "schema/records/sign_in_device.h"

namespace exchange {

inline constexpr auto ids_file = "ids.csv";  // each row by what tells it from the others
inline constexpr auto links_file = "patient_links.csv";
inline constexpr auto photos_folder = "photos";  // their bytes, each under its SHA-256
inline constexpr auto accounts_file = "accounts.csv";
inline constexpr auto devices_file = "sign_in_devices.csv";
const std::vector<std::string>& ids_header();
const std::vector<std::string>& links_header();
const std::vector<std::string>& accounts_header();
const std::vector<std::string>& devices_header();

// "instrument gags", "depth-limit chin IV no", "advice retinoid".
std::string row_name(const schema::Instrument& scale);
std::string row_name(const schema::DepthLimit& limit);
std::string row_name(const schema::CareAdvice& advice);
// "score acne_status 3 gags chin": of a computed one.
std::string row_name(const schema::Score& score, std::string_view code);
inline constexpr auto last_score_name = "last score";

class CarriedIds {
  public:
    // Reads the file of the export; older exports have none. Throws schema::Error (refused) for a
    // line that is not one of it.
    explicit CarriedIds(const std::filesystem::path& directory);

    // 0 where the export says none.
    std::int64_t of(const std::string& row_name) const;
    // Of the scores, also of those that were entered.
    std::int64_t last_score() const { return of(last_score_name); }

    // Gives the scales and the rows of the clinic's profile the ids that they had.
    void give_to_settings(db::Write& write) const;

  private:
    TextMap<std::int64_t> ids_;
};

// The links in the export. Throws as above.
std::vector<db::PatientLink> links_in(const std::filesystem::path& directory);
std::vector<schema::Account> accounts_in(const std::filesystem::path& directory);
std::vector<schema::SignInDevice> devices_in(const std::filesystem::path& directory);

}  // namespace exchange
