#include "app/report/patient_file.h"

#include <array>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

#include "app/export/export_directory.h"
#include "app/import/file_kinds.h"
#include "app/import/patient_file/base64.h"
#include "app/import/patient_file/check_in.h"
#include "app/import/patient_file/patient_file.h"
#include "app/json/json_value.h"
#include "app/json/record_json.h"
#include "app/libraries/pictures.h"
#include "app/progress/load_history.h"
#include "app/progress/words/care_card.h"
#include "app/progress/words/event_sentences.h"
#include "app/report/patient_view_json.h"
#include "app/report/report_page.h"
#include "app/tracking/photos/consents.h"
#include "app/tracking/photos/photos.h"
#include "app/web/bundle.h"
#include "db/file/memory_folder.h"
#include "db/key/key_files.h"
#include "db/ledger/sha256.h"
#include "db/records/appointments.h"
#include "db/records/clinic_keys.h"
#include "db/records/records.h"
#include "db/snapshot.h"

namespace exchange {

namespace {

using Json = OrderedJson;
using schema::ConsentScope;
using schema::Photo;

struct Pictures {
    Json list = Json::array();
    std::vector<std::string> bytes{};
    std::vector<Photo> photos{};
    int withheld = 0;
};

// The sides of the pictures that are tried, until all fit; 0 is the photograph itself.
constexpr std::array sides{0, libraries::screen_picture, 960, 640, libraries::small_picture};

std::string picture_of(const db::Book& book, const Photo& photo, int side) {
    if (side == 0 && photo.orientation == 1) {
        return tracking::photo_bytes(book, photo);
    }
    return side == 0 || side == libraries::screen_picture
               ? tracking::photo_size(book, photo, libraries::screen_picture)
               : libraries::smaller_picture(
                     tracking::photo_bytes(book, photo), photo.orientation, side);
}

std::size_t size_of(const std::vector<Photo>& photos) {
    std::size_t size = 0;
    for (const auto& each : photos) {
        size += static_cast<std::size_t>(each.bytes);
    }
    return size;
}

// The photographs themselves; where these are too much, or have yet to be turned, pictures of them.
std::vector<std::string> fitting_pictures(const db::Book& book, const std::vector<Photo>& photos) {
    std::vector<std::string> made;
    for (const auto tried : sides) {
        if (tried == 0 && size_of(photos) > most_file_pictures) {
            continue;
        }
        made.clear();
        std::size_t size = 0;
        for (const auto& photo : photos) {
            made.push_back(picture_of(book, photo, tried));
            size += made.back().size();
        }
        if (size <= most_file_pictures) {
            break;
        }
    }
    return made;
}

// What the page shows of each, and what `import` makes its record of.
Json picture_json(const Photo& photo, const std::string& bytes) {
    const auto name = db::hex(db::sha256(bytes));
    return {{"bytes", bytes.size()},
            {"sha256", name},
            {"of", photo.sha256},
            {"format", name == photo.sha256 ? schema::word(photo.format) : "jpeg"},
            {"taken_at", json_value(photo.taken_at)},
            {"view", schema::word(photo.view)},
            {"region", json_value(photo.region)},
            {"side", json_value(photo.side)}};
}

Pictures pictures_of(const db::Book& book, const schema::Patient& patient, schema::Date today) {
    Pictures pictures;
    for (const auto& photo : db::records_of<Photo>(book, patient.id)) {
        const auto showing = tracking::showing(book, photo, ConsentScope::patients_file, today);
        if (showing == tracking::Showing::allowed) {
            pictures.photos.push_back(photo);
        } else if (showing != tracking::Showing::voided) {
            ++pictures.withheld;
        }
    }
    pictures.bytes = fitting_pictures(book, pictures.photos);
    for (std::size_t i = 0; i < pictures.photos.size(); ++i) {
        pictures.list.push_back(picture_json(pictures.photos[i], pictures.bytes[i]));
    }
    return pictures;
}

// The files of the export, by their names.
Json tables_of(const db::Book& book, const schema::Patient& patient, const std::string& program) {
    const db::MemoryFolder room;
    const auto folder = room.path() / "export";
    export_directory(
        book, folder, patient.id, {}, {.program = program, .purpose = ConsentScope::patients_file});
    Json tables = Json::object();
    for (const auto& kind : file_kinds()) {
        std::ifstream in(folder / (std::string(kind.name) + ".csv"), std::ios::binary);
        if (in.is_open()) {
            tables[std::string(kind.name) + ".csv"] =
                std::string{std::istreambuf_iterator<char>(in), {}};
        }
    }
    return tables;
}

Json records_of(const db::Book& book,
                const schema::Patient& patient,
                const std::vector<Photo>& photos) {
    Json all = Json::object();
    for (const auto& kind : kinds::of_patients()) {
        if (kind.noun == schema::Description<schema::Patient>::noun) {
            all[std::string(kind.plural)] = Json::array({record_json(patient, patient.chart)});
        } else if (kind.noun == schema::Description<Photo>::noun) {
            all[std::string(kind.plural)] = records_json(photos, patient.chart);
        } else {
            all[std::string(kind.plural)] = records_json(
                db::records_of(book, kind, db::Which::of_patient, patient.id), patient.chart);
        }
    }
    return all;
}

Json view_of(const db::Book& book, const schema::Patient& patient, schema::CivilTime now) {
    const auto history = progress::load_history(book, patient);
    const auto care = clinical::aftercare(progress::care_facts(history), now);
    const auto contact = progress::care_contact(history.clinic);
    auto view = patient_view_json(
        progress::summarise(history, now.day()), care, progress::care_card(history, care), contact);
    const auto visit = db::next_appointment(book, patient.id, now.day());
    view["telephone"] = json_value(contact.telephone);
    view["next_visit"] =
        visit ? Json{{"at", json_value(visit->at)}, {"minutes", visit->minutes}} : Json(nullptr);
    view["may_tell"] = true;
    view["expires"] = nullptr;
    return view;
}

std::optional<db::SigningKey> clinic_key(const db::Book& book) {
    const auto record = db::clinic_key_in_use(book);
    return record ? db::key_here(record->fingerprint) : std::nullopt;
}

}  // namespace

MadePatientFile patient_file(const db::Book& book,
                             const schema::Patient& patient,
                             const PatientFileForm& form) {
    const db::Snapshot moment(book);
    const auto first = form.language.value_or(language_for(patient));
    auto languages = languages_of(ReportLanguage::both);
    if (first == ReportLanguage::arabic) {
        std::swap(languages.front(), languages.back());
    }
    auto pictures = pictures_of(book, patient, form.now.day());
    const auto key = clinic_key(book);
    const auto made_at = form.now.text();
    const auto reply =
        key ? Json(base64(key->sign(check_in_text(patient.chart, made_at)))) : Json(nullptr);
    PatientFileContent content{.json = {{"made_at", made_at},
                                        {"program", form.program},
                                        {"chart", patient.chart},
                                        {"reply", reply},
                                        {"view", view_of(book, patient, form.now)},
                                        {"records", records_of(book, patient, pictures.photos)},
                                        {"tables", tables_of(book, patient, form.program)},
                                        {"pictures", std::move(pictures.list)}},
                               .pictures = std::move(pictures.bytes)};
    MadePatientFile made{.photos = static_cast<int>(content.pictures.size()),
                         .photos_withheld = pictures.withheld};
    if (key) {
        made.signed_by = key->public_key().fingerprint();
    }
    made.html = page_with_data(
        web::bundled("file.html"),
        data_element("patient-file", patient_file_data(content, key, form.passphrase)),
        languages);
    return made;
}

}  // namespace exchange
