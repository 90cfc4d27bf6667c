#include "app/tracking/catalogue.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/access/own_grant.h"
#include "app/clinical/catalogue.h"
#include "app/clinical/contradictions.h"
#include "app/tracking/commit.h"
#include "app/tracking/scoring.h"
#include "db/ledger/erasure.h"
#include "db/records/clinic.h"
#include "db/records/instruments.h"
#include "schema/types/error.h"

namespace tracking {

using access_control::Right;

namespace {

using schema::Instrument;

// A scale of the catalogue that the book lacks, or that it has with other facts (then with the
// book's id).
std::vector<Instrument> outdated(const db::Book& book) {
    const auto known = db::all_instruments(book);
    std::vector<Instrument> due;
    for (auto instrument : clinical::catalogue()) {
        const auto same_code = [&](const Instrument& other) {
            return other.code == instrument.code;
        };
        const auto kept = std::find_if(known.begin(), known.end(), same_code);
        if (kept != known.end()) {
            instrument.id = kept->id;
        }
        // A clinic's own scale of that code stays the clinic's.
        const bool clinics_own = kept != known.end() && !kept->built_in;
        if (kept == known.end() || (!clinics_own && *kept != instrument)) {
            due.push_back(std::move(instrument));
        }
    }
    return due;
}

// What the program does of its own accord whoever calls it.
db::Submission by_itself(const std::string& actor, std::string action) {
    return {
        .actor = actor,
        .action = std::move(action),
        .grant = std::make_shared<const access_control::Grant>(access_control::own_grant(actor))};
}

void bring_up_to_date(db::Write& write) {
    for (const auto& instrument : outdated(write.book())) {
        instrument.id.value == 0 ? void(db::insert_instrument(write, instrument))
                                 : db::update_instrument(write, instrument);
    }
}

}  // namespace

db::Book create_book(const std::filesystem::path& file,
                     const schema::Clinic& clinic,
                     const std::string& actor,
                     const std::function<void(db::Book&)>& further) {
    return db::Book::create(file, [&](db::Book& book) {
        commit(book, by_itself(actor, "init"), Right::change_settings, [&](db::Write& write) {
            db::write_clinic(write, clinic);
            bring_up_to_date(write);
            return std::string();
        });
        further(book);
    });
}

bool has_outdated_scales(const db::Book& book) {
    return !outdated(book).empty();
}

db::Book open_book(const std::filesystem::path& file, const std::string& actor) {
    auto book = db::Book::open(file);
    db::finish_erasure(book);
    if (has_outdated_scales(book)) {
        commit(book,
               by_itself(actor, "instrument update"),
               Right::change_settings,
               [](db::Write& write) {
                   bring_up_to_date(write);
                   Scorer(write).renew_all();
                   return std::string();
               });
    }
    return book;
}

Instrument with_noise_rule(Instrument instrument) {
    if (instrument.noise && !instrument.noise_rule) {
        instrument.noise_rule = schema::NoiseRule::points;
    }
    if (instrument.noise_rule && !instrument.noise_kind) {
        instrument.noise_kind =
            instrument.noise_source ? schema::NoiseKind::published : schema::NoiseKind::ours;
    }
    return instrument;
}

db::Receipt add_instrument(db::Book& book,
                           const db::Submission& submission,
                           const Instrument& instrument) {
    schema::refuse_any(clinical::contradictions(instrument));
    const auto complete = with_noise_rule(instrument);
    return commit(book, submission, Right::change_settings, [&](db::Write& write) {
        if (db::find_instrument(write.book(), instrument.code)) {
            throw schema::changed(
                fmt::format("instrument {}", instrument.code),
                "there is already one of this code",
                "choose another code; `needlebook instrument list` shows those taken")
                .as("code_taken", {{"code", instrument.code}});
        }
        db::insert_instrument(write, complete);
        return complete.code;
    });
}

}  // namespace tracking
