#include "app/tracking/photos/consents.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/tracking/commit.h"
#include "app/tracking/photos/signature.h"
#include "app/tracking/questions.h"
#include "db/ledger/sha256.h"
#include "db/records/consents.h"
#include "db/records/patients.h"
#include "db/records/records.h"
#include "schema/kinds/record_text.h"
#include "schema/types/error.h"
#include "schema/types/text_bounds.h"

namespace tracking {

using access_control::Right;
using schema::Consent;
using schema::ConsentForm;
using schema::ConsentManner;
using schema::ConsentScope;
using schema::Photo;

namespace {

constexpr int years_of_age = 18;

std::string consent_name(schema::Id<Consent> id) {
    return fmt::format("consent {}", id.value);
}

ConsentForm form_to_sign(const db::Book& book, schema::Id<ConsentForm> id) {
    auto form = db::find(book, id);
    if (!form || form->voided) {
        throw schema::missing(fmt::format("consent-form {}", id.value),
                              "there is none with this id that is in use",
                              "look at the list",
                              "needlebook consent-form list")
            .as("gone");
    }
    return std::move(*form);
}

std::string words_of(const ConsentForm& form, schema::PatientLanguage language) {
    const auto& text = language == schema::PatientLanguage::ar ? form.text_ar : form.text_en;
    if (!text) {
        throw schema::refused(fmt::format("consent-form {}", form.id.value),
                              fmt::format("has no text in \"{}\"", schema::word(language)),
                              "sign it in its other language, or add the text")
            .as("form_language");
    }
    return *text;
}

// Blank is as if it were not given.
std::optional<std::string> given(const std::optional<std::string>& text) {
    return text && !kinds::is_blank(*text) ? text : std::nullopt;
}

void check_texts(const Consent& consent) {
    std::vector<schema::Problem> problems;
    schema::check_text("guardian", consent.guardian.value_or(""), "guardian", problems);
    schema::check_text("witness", consent.witness.value_or(""), "witness", problems);
    schema::check_text("device", consent.device.value_or(""), "device", problems);
    schema::refuse_any(std::move(problems));
}

void refuse_other_manner(const db::Book& book, const Consent& consent) {
    if (consent.manner == ConsentManner::screen) {
        if (consent.scan) {
            throw schema::refused("scan", "is of a paper", "leave it out").as("scan_of_screen");
        }
        refuse_no_signature(consent.signature.value_or(""));
        return;
    }
    if (consent.signature) {
        throw schema::refused("signature", "is of the screen", "leave it out, and scan the paper")
            .as("signature_of_paper");
    }
    const auto scan = consent.scan ? db::find(book, *consent.scan) : std::nullopt;
    if (consent.scan && (!scan || scan->voided || scan->patient != consent.patient ||
                         scan->view != schema::PhotoView::document)) {
        throw schema::refused("scan",
                              "is no document of this patient",
                              "keep a photograph of the paper first, with --view document")
            .as("scan_no_document");
    }
}

// Whoever is a child does not agree alone.
std::vector<Question> questions_about(const db::Book& book, const Consent& consent) {
    const auto patient = db::find(book, consent.patient);
    const auto age =
        patient && patient->born ? schema::age_on(consent.at.day(), *patient->born) : std::nullopt;
    const bool is_child = age && age->least < years_of_age && !consent.guardian;
    return is_child ? std::vector{Question{.fault = schema::Fault::implausible,
                                           .field = "guardian",
                                           .reason = "the patient is younger than 18, and no "
                                                     "guardian signs",
                                           .told = {"error.guardian_missing"}}}
                    : std::vector<Question>{};
}

Consent signed_consent(const db::Book& book, const Signing& signing, schema::CivilTime now) {
    const auto form = form_to_sign(book, signing.form);
    Consent consent;
    consent.patient = signing.patient;
    consent.at = signing.manner == ConsentManner::paper ? signing.at.value_or(now) : now;
    consent.scope = form.scope;
    consent.form = form.name;
    consent.edition = form.edition;
    consent.language = signing.language;
    consent.form_text = words_of(form, signing.language);
    consent.manner = signing.manner;
    consent.guardian = given(signing.guardian);
    consent.witness = given(signing.witness);
    consent.device = given(signing.device);
    consent.signature = given(signing.signature);
    consent.scan = signing.scan;
    if (form.months) {
        consent.until = consent.at.day().plus_months(*form.months);
    }
    return consent;
}

}  // namespace

db::Receipt record_consent(db::Book& book,
                           const db::Submission& submission,
                           const Signing& signing,
                           schema::CivilTime now) {
    return commit(book, submission, Right::write_observations, [&](db::Write& write) {
        auto consent = signed_consent(write.book(), signing, now);
        check_texts(consent);
        refuse_other_manner(write.book(), consent);
        if (consent.at.day() > now.day()) {
            throw schema::refused("at", "is a day to come", "give the day on which it was signed")
                .as("consent_later");
        }
        ask_back(write, submission.confirm, questions_about(write.book(), consent));
        consent.sha256 = consent_hash(write.book(), consent);
        write.concerns(consent.patient);
        return std::to_string(db::insert(write, consent).value);
    });
}

db::Receipt withdraw_consent(db::Book& book,
                             const db::Submission& submission,
                             schema::Id<Consent> id,
                             schema::CivilTime now) {
    return commit(book, submission, Right::write_observations, [&](db::Write& write) {
        auto consent = db::find(write.book(), id);
        if (!consent || consent->voided) {
            throw schema::missing(
                consent_name(id), "there is none with this id", "look at the patient's list")
                .as("gone");
        }
        if (consent->withdrawn_at) {
            throw schema::changed(consent_name(id),
                                  fmt::format("was withdrawn at {}", consent->withdrawn_at->text()),
                                  "leave it; who agrees again signs again")
                .as("consent_withdrawn");
        }
        consent->withdrawn_at = now;
        consent->withdrawn_by = write.grant->actor();
        db::update(write, *consent);
        write.concerns(consent->patient);
        return std::to_string(id.value);
    });
}

std::string consent_hash(const db::Book& book, const Consent& consent) {
    const auto scan = consent.scan ? db::find(book, *consent.scan) : std::nullopt;
    db::ValueHash hash;
    hash.add(consent.at.text());
    hash.add(schema::word(consent.scope));
    hash.add(consent.form);
    hash.add(consent.edition);
    hash.add(schema::word(consent.language));
    hash.add(consent.form_text);
    hash.add(schema::word(consent.manner));
    hash.add_or_missing(consent.guardian);
    hash.add_or_missing(consent.witness);
    hash.add_or_missing(consent.device);
    hash.add_or_missing(consent.signature);
    hash.add_or_missing(scan ? std::optional(scan->sha256) : std::nullopt);
    hash.add_or_missing(consent.until ? std::optional(consent.until->text()) : std::nullopt);
    return db::hex(hash.finish());
}

std::vector<schema::Problem> consent_problems(const db::Book& book) {
    std::vector<schema::Problem> problems;
    db::for_each_record<Consent>(book, [&](const Consent& consent) {
        if (consent_hash(book, consent) != consent.sha256) {
            problems.push_back({consent_name(consent.id),
                                "its words or its signature are not those that were signed",
                                "restore a backup, and compare the two"});
        }
    });
    return problems;
}

bool holds_on(const Consent& consent, schema::Date day) {
    return !consent.voided && consent.at.day() <= day &&
           !(consent.withdrawn_at && consent.withdrawn_at->day() <= day) &&
           !(consent.until && *consent.until < day);
}

Showing showing(const db::Book& book, const Photo& photo, ConsentScope purpose, schema::Date day) {
    const auto patient = db::find(book, photo.patient);
    const bool is_voided = photo.voided || !patient || patient->voided;
    return is_voided ? Showing::voided : agreed_showing(book, photo, purpose, day);
}

Showing agreed_showing(const db::Book& book,
                       const Photo& photo,
                       ConsentScope purpose,
                       schema::Date day) {
    const bool is_for_record = purpose == ConsentScope::record;
    if (photo.view == schema::PhotoView::document) {
        return is_for_record ? Showing::allowed : Showing::not_agreed;
    }
    const auto consents = db::consents_of(book, photo.patient, purpose);
    const auto is_held = [&](const Consent& each) {
        return !each.withdrawn_at && holds_on(each, day);
    };
    if (std::any_of(consents.begin(), consents.end(), is_held)) {
        return Showing::allowed;
    }
    const bool was_withdrawn =
        std::any_of(consents.begin(), consents.end(), [](const Consent& each) {
            return each.withdrawn_at.has_value();
        });
    if (was_withdrawn || !consents.empty()) {
        return was_withdrawn ? Showing::withdrawn : Showing::expired;
    }
    return is_for_record && !db::has_form(book, purpose) ? Showing::allowed : Showing::not_agreed;
}

void refuse_hidden(const db::Book& book,
                   const Photo& photo,
                   ConsentScope purpose,
                   schema::Date day) {
    const auto where = fmt::format("photo {}", photo.id.value);
    switch (showing(book, photo, purpose, day)) {
        case Showing::allowed:
            return;
        case Showing::voided:
            throw schema::forbidden(where, "was voided, and is shown to nobody", "leave it")
                .as("photo_voided");
        case Showing::not_agreed:
            throw schema::forbidden(
                where,
                fmt::format("is not shown: the patient has not agreed to \"{}\"",
                            schema::word(purpose)),
                "ask the patient, and have the form signed")
                .as("photo_not_agreed");
        case Showing::withdrawn:
            throw schema::forbidden(
                where,
                fmt::format("is not shown: the patient withdrew the consent to \"{}\"",
                            schema::word(purpose)),
                "leave it; who agrees again signs again")
                .as("photo_withdrawn");
        case Showing::expired:
            throw schema::forbidden(
                where,
                fmt::format("is not shown: the consent to \"{}\" is over", schema::word(purpose)),
                "ask the patient, and have the form signed anew")
                .as("photo_expired");
    }
}

}  // namespace tracking
