#pragma once
// What patients agree to, and what may be shown therefore. A consent is signed once and can be
// withdrawn, from which on it holds no more; neither is taken back by an undo.

#include <optional>
#include <string>

#include "db/ledger/transact.h"
#include "schema/records/consent.h"
#include "schema/records/photo.h"
#include "schema/types/civil_time.h"
#include "schema/types/date.h"

namespace tracking {

// What is signed, and how.
struct Signing {
    schema::Id<schema::Patient> patient{};
    schema::Id<schema::ConsentForm> form{};
    schema::PatientLanguage language{};
    schema::ConsentManner manner{};
    // Of a paper, which may have been signed before; without it, and on the screen, it is now.
    std::optional<schema::CivilTime> at{};
    std::optional<std::string> guardian{};
    std::optional<std::string> witness{};
    std::optional<std::string> device{};
    // On the screen: "[[x,y,t,x,y,t],[…]]", one list for each stroke; x and y from 0 to 1000 in
    // thousandths of the pad's width, t in milliseconds since the first point, at most an hour.
    std::optional<std::string> signature{};
    std::optional<schema::Id<schema::Photo>> scan{};  // of a paper: a photograph of it
};

// Stores that it was signed; the answer is its id. Throws schema::Error (refused) for a form that
// is voided or has no text in that language, a signature that is none, a paper with a signature or
// a screen with a scan, a scan that is no document of the patient, a day to come. Throws Asked
// (guardian) for a patient younger than 18 without one.
db::Receipt record_consent(db::Book& book,
                           const db::Submission& submission,
                           const Signing& signing,
                           schema::CivilTime now);

// From now on it does not hold; the answer is its id. Throws schema::Error: missing; changed where
// it was withdrawn before.
db::Receipt withdraw_consent(db::Book& book,
                             const db::Submission& submission,
                             schema::Id<schema::Consent> id,
                             schema::CivilTime now);

// The SHA-256 over every value of a consent but the withdrawal, and over its scan's bytes by their
// hash: what Consent::sha256 must be.
std::string consent_hash(const db::Book& book, const schema::Consent& consent);

// Consents whose hash is another.
std::vector<schema::Problem> consent_problems(const db::Book& book);

// Whether it holds on this day: signed by then, not voided, not withdrawn, not over.
bool holds_on(const schema::Consent& consent, schema::Date day);

// Whether a photograph may be shown for a purpose, and if not, why not.
enum class Showing { allowed, voided, not_agreed, withdrawn, expired };

// The one place that knows. Every exit of a photograph asks it: a page, a thumbnail, a file, a
// print. It is shown to those who treat (`record`) unless the consent to that was withdrawn or is
// over, or the clinic has a form for it that was not signed; for every other purpose only with a
// consent that holds. A document is a paper and no picture of the patient: it stays with the record
// whatever is withdrawn, and is shown for nothing else. One that is voided is shown to nobody.
Showing showing(const db::Book& book,
                const schema::Photo& photo,
                schema::ConsentScope purpose,
                schema::Date day);

// The same of what was agreed to alone, voided or not: for whoever carries voided records too.
Showing agreed_showing(const db::Book& book,
                       const schema::Photo& photo,
                       schema::ConsentScope purpose,
                       schema::Date day);

inline bool may_show(const db::Book& book,
                     const schema::Photo& photo,
                     schema::ConsentScope purpose,
                     schema::Date day) {
    return showing(book, photo, purpose, day) == Showing::allowed;
}

// Throws schema::Error (forbidden) that says why, unless it may be shown.
void refuse_hidden(const db::Book& book,
                   const schema::Photo& photo,
                   schema::ConsentScope purpose,
                   schema::Date day);

}  // namespace tracking
