#pragma once
// That a patient, or their guardian, agreed to one scope by the exact words that stand here, and
// whether they withdrew it. Signed once; nobody corrects it.

#include <array>
#include <optional>
#include <string>

#include "schema/records/consent_form.h"
#include "schema/records/description.h"
#include "schema/records/kept.h"
#include "schema/records/patient.h"
#include "schema/records/photo.h"
#include "schema/types/civil_time.h"
#include "schema/types/date.h"
#include "schema/types/word.h"

namespace schema {

enum class ConsentManner { screen, paper };

template <>
struct Words<ConsentManner> {
    static constexpr std::string_view table = "word_consent_manner";
    static constexpr std::array<std::string_view, 2> all{"screen", "paper"};
};

struct Consent : Kept<Consent> {
    CivilTime at;
    ConsentScope scope{};
    std::string form;
    std::string edition;
    PatientLanguage language{};
    std::string form_text;
    ConsentManner manner{};
    std::optional<std::string> guardian;
    std::optional<std::string> witness;
    std::optional<std::string> device;
    std::optional<std::string> signature;
    std::optional<Id<Photo>> scan;
    std::optional<Date> until;
    std::string sha256;
    std::optional<CivilTime> withdrawn_at;
    std::optional<std::string> withdrawn_by;

    bool operator==(const Consent&) const = default;
};

template <>
struct Description<Consent> {
    static constexpr std::string_view noun = "consent";
    static constexpr std::string_view table = "consent";
    static constexpr std::string_view plural = "consents";
    static constexpr std::string_view summary = "what a patient agreed to";
    // It is signed and withdrawn; nobody enters or corrects one.
    static constexpr bool is_made_by_program = true;
    static constexpr Example example{
        .headers = "id  at                scope   form         edition  manner  withdrawn at",
        .row = "3   2026-01-05T10:30  record  Photographs  2        screen"};
    static constexpr std::tuple fields{
        Field{"at", &Consent::at, "when it was signed, on the clinic's wall clock"},
        Field{"scope", &Consent::scope, "what was agreed to"},
        Field{"form", &Consent::form, "what the clinic calls the form"},
        Field{"edition", &Consent::edition, "which version of it"},
        Field{"language", &Consent::language, "in which language it was read"},
        Field{"form_text", &Consent::form_text, "the words that were signed", {.bulky = true}},
        Field{"manner", &Consent::manner, "signed on the screen or on paper"},
        Field{"guardian",
              &Consent::guardian,
              "the guardian who signed in the patient's place",
              {.confidential = true}},
        Field{"witness", &Consent::witness, "who was there", {.confidential = true}},
        Field{"device", &Consent::device, "on what it was signed"},
        Field{"signature",
              &Consent::signature,
              "the strokes of a signature on the screen, as JSON: of each stroke its points x, y "
              "in thousandths of the pad's width and milliseconds since the first one",
              {.confidential = true, .bulky = true}},
        Field{"scan", &Consent::scan, "the photograph of the paper that was signed"},
        Field{"until", &Consent::until, "the last day on which it holds"},
        Field{"sha256",
              &Consent::sha256,
              "the SHA-256 over what was signed, how, when and by whom, 64 hexadecimal digits",
              {.bulky = true}},
        Field{"withdrawn_at",
              &Consent::withdrawn_at,
              "when it was withdrawn: from then on it does "
              "not hold"},
        Field{"withdrawn_by", &Consent::withdrawn_by, "the account that wrote that down"},
    };
};

}  // namespace schema
