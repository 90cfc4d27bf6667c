#include "app/tracking/photos/rating.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/tracking/commit.h"
#include "app/tracking/photos/consents.h"
#include "app/tracking/score.h"
#include "db/ledger/sha256.h"
#include "db/records/agreement_photos.h"
#include "db/records/agreements.h"
#include "db/records/instruments.h"
#include "db/records/records.h"
#include "schema/kinds/record_text.h"
#include "schema/types/error.h"
#include "schema/types/text_bounds.h"

namespace tracking {

using access_control::Right;
using schema::Agreement;
using schema::ConsentScope;
using schema::Photo;

namespace {

using PatientId = schema::Id<schema::Patient>;

constexpr int fewest_planned = 2;
constexpr int most_planned = 999;

// Where it stands in an order that nobody can foresee who does not have the bytes.
std::string place_of(const Photo& photo,
                     schema::Id<Agreement> study,
                     const std::string& rater,
                     int round) {
    db::ValueHash hash;
    hash.add(std::to_string(study.value));
    hash.add(rater);
    hash.add(std::to_string(round));
    hash.add(photo.sha256);
    return db::hex(hash.finish());
}

// The first of each patient in the order of the study, then as many patients as are planned.
std::vector<Photo> drawn(const db::Book& book,
                         const Agreement& study,
                         const Drawing& drawing,
                         schema::Date today) {
    std::map<PatientId, std::pair<std::string, Photo>> first;
    db::for_each_record<Photo>(book, [&](const Photo& photo) {
        const bool is_wanted = photo.view == drawing.view &&
                               (!drawing.region || photo.region == drawing.region) &&
                               photo.taken_at.day() <= today;
        if (!is_wanted || !may_show(book, photo, ConsentScope::record, today)) {
            return;
        }
        auto place = place_of(photo, study.id, "", 0);
        const auto [known, is_new] = first.try_emplace(photo.patient, place, photo);
        if (!is_new && place < known->second.first) {
            known->second = {std::move(place), photo};
        }
    });
    std::vector<std::pair<std::string, Photo>> all;
    for (auto& [patient, one] : first) {
        all.push_back(std::move(one));
    }
    std::sort(
        all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Photo> photos;
    for (auto& [place, photo] : all) {
        photos.push_back(std::move(photo));
    }
    return photos;
}

void refuse_unusable(const Agreement& study, const Drawing& drawing) {
    if (study.patients < fewest_planned || study.patients > most_planned) {
        throw schema::refused("patients",
                              fmt::format("\"{}\" is not 2 to 999", study.patients),
                              "plan 10 patients at least: of fewer, nothing can be adopted")
            .as("study_patients");
    }
    if (drawing.view == schema::PhotoView::document) {
        throw schema::refused("view", "shows no patient", "choose a view of the patient")
            .as("study_of_documents");
    }
}

// Those that may be shown; of a patient the first, where two patients were made one meanwhile.
std::vector<Photo> shown_photos(const db::Book& book,
                                schema::Id<Agreement> study,
                                schema::Date today) {
    std::set<PatientId> seen;
    std::vector<Photo> shown;
    for (auto& photo : db::photos_of(book, study)) {
        if (may_show(book, photo, ConsentScope::record, today) &&
            seen.insert(photo.patient).second) {
            shown.push_back(std::move(photo));
        }
    }
    return shown;
}

// How often this rater rated each patient.
std::map<PatientId, int> rated_by(const db::Book& book,
                                  schema::Id<Agreement> study,
                                  const std::string& rater) {
    std::map<PatientId, int> times;
    for (const auto& each : db::ratings_of(book, study)) {
        if (each.rater == rater) {
            ++times[each.patient];
        }
    }
    return times;
}

void refuse_no_rater(const std::string& rater) {
    if (kinds::is_blank(rater)) {
        throw schema::refused("rater", "is empty", "say who rates: a study compares raters")
            .as("rater_missing");
    }
    std::vector<schema::Problem> problems;
    schema::check_text("rater", rater, "rater", problems);
    schema::refuse_any(std::move(problems));
}

}  // namespace

Agreement photo_study(const db::Book& book, schema::Id<Agreement> id) {
    for (auto& study : db::studies_of_photos(book)) {
        if (study.id == id) {
            return std::move(study);
        }
    }
    throw schema::missing(fmt::format("agreement {}", id.value),
                          "there is no study of photographs with this id",
                          "look at the list",
                          "needlebook agreement list")
        .as("gone");
}

db::Receipt start_photo_study(db::Book& book,
                              const db::Submission& submission,
                              const Agreement& study,
                              const Drawing& drawing,
                              schema::Date today) {
    refuse_unusable(study, drawing);
    return commit(book, submission, Right::write_observations, [&](db::Write& write) {
        db::instrument_among(db::all_instruments(write.book()), study.instrument);
        Agreement begun;
        begun.instrument = study.instrument;
        begun.medium = schema::Medium::photo;
        begun.patients = study.patients;
        begun.on = study.on;
        begun.id = db::insert_agreement(write, begun);
        auto photos = drawn(write.book(), begun, drawing, today);
        const auto planned = static_cast<std::size_t>(study.patients);
        if (photos.size() < planned) {
            throw schema::refused(
                "patients",
                fmt::format("only {} patients have such a photograph that may be shown",
                            photos.size()),
                "plan fewer, choose another view, or take more photographs")
                .as("study_photos", {{"count", static_cast<int>(photos.size())}});
        }
        photos.resize(planned);
        for (const auto& photo : photos) {
            db::insert_agreement_photo(write, begun.id, photo.id);
        }
        return std::to_string(begun.id.value);
    });
}

NextPhoto next_photo(const db::Book& book,
                     schema::Id<Agreement> study,
                     const std::string& rater,
                     schema::Date today) {
    const auto photos = shown_photos(book, study, today);
    auto times = rated_by(book, study, rater);
    NextPhoto next{.of = static_cast<int>(photos.size())};
    if (photos.empty()) {
        return next;
    }
    const auto times_of = [&](const Photo& photo) { return times[photo.patient]; };
    int fewest = times_of(photos.front());
    for (const auto& photo : photos) {
        fewest = std::min(fewest, times_of(photo));
    }
    next.round = fewest + 1;
    std::string first;
    for (const auto& photo : photos) {
        if (times_of(photo) > fewest) {
            ++next.rated;
            continue;
        }
        auto place = place_of(photo, study, rater, next.round);
        if (!next.photo || place < first) {
            next.photo = photo;
            first = std::move(place);
        }
    }
    return next;
}

db::Receipt rate_photo(db::Book& book,
                       const db::Submission& submission,
                       const PhotoRating& rating,
                       schema::CivilTime now) {
    refuse_no_rater(rating.rater);
    return commit(book, submission, Right::write_observations, [&](db::Write& write) {
        const auto study = photo_study(write.book(), rating.study);
        const auto photos = db::photos_of(write.book(), study.id);
        const auto photo = std::find_if(photos.begin(), photos.end(), [&](const Photo& each) {
            return each.id == rating.photo;
        });
        if (photo == photos.end()) {
            throw schema::missing(fmt::format("photo {}", rating.photo.value),
                                  "is not of this study",
                                  "rate the one that is shown")
                .as("gone");
        }
        refuse_hidden(write.book(), *photo, ConsentScope::record, now.day());
        const auto next = next_photo(write.book(), study.id, rating.rater, now.day());
        if (rated_by(write.book(), study.id, rating.rater)[photo->patient] >= next.round) {
            throw schema::changed(fmt::format("photo {}", rating.photo.value),
                                  "was rated in this round already",
                                  "go on with the next one")
                .as("rated_already");
        }
        refuse_off_scale(db::instrument_among(db::all_instruments(write.book()), study.instrument),
                         rating.value,
                         "value");
        schema::AgreementRating stored;
        stored.agreement = study.id;
        stored.patient = photo->patient;
        stored.rater = rating.rater;
        stored.value = rating.value;
        stored.at = now;
        write.concerns(stored.patient);
        return std::to_string(db::insert_agreement_rating(write, stored).value);
    });
}

}  // namespace tracking
