#pragma once
// What patients of the clinic are asked to agree to: a text in an edition, for one scope. Whoever
// signs it, signs its exact words; so a text that was signed is not changed: a new edition is made.

#include <array>
#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/records/kept_by_clinic.h"
#include "schema/types/word.h"

namespace schema {

// What somebody agrees to. All but `treatment` are of photographs: `record` to take and keep them
// for the treatment, the others to show them to whom.
enum class ConsentScope { treatment, record, teaching, publication, research, patients_file };

template <>
struct Words<ConsentScope> {
    static constexpr std::string_view table = "word_consent_scope";
    static constexpr std::array<std::string_view, 6> all{
        "treatment", "record", "teaching", "publication", "research", "patients_file"};
};

struct ConsentForm : KeptByClinic<ConsentForm> {
    std::string name;
    std::string edition;
    ConsentScope scope{};
    std::optional<std::string> text_en;
    std::optional<std::string> text_ar;
    std::optional<int> months;

    bool operator==(const ConsentForm&) const = default;
};

template <>
struct Description<ConsentForm> {
    static constexpr std::string_view noun = "consent-form";
    static constexpr std::string_view table = "consent_form";
    static constexpr std::string_view plural = "consent_forms";
    static constexpr std::string_view summary = "a text that patients are asked to agree to";
    static constexpr std::string_view verb = "add";
    static constexpr Example example{
        .summary = "Add a consent form: a text in an edition, in English and Arabic.",
        .options =
            "--name \"Photographs\" --edition 2 --scope record --text-en \"I agree that "
            "photographs of my skin are taken and kept.\"",
        .correction = "--months 24",
        .headers = "id  name         edition  scope   languages  months",
        .row = "3   Photographs  2        record  en         24"};
    static constexpr std::tuple fields{
        Field{"name", &ConsentForm::name, "what the clinic calls it", {.identity = true}},
        Field{"edition",
              &ConsentForm::edition,
              "its version, as the clinic counts them",
              {.identity = true}},
        Field{"scope", &ConsentForm::scope, "what is agreed to"},
        Field{"text_en", &ConsentForm::text_en, "its text in English"},
        Field{"text_ar", &ConsentForm::text_ar, "its text in Arabic"},
        Field{"months",
              &ConsentForm::months,
              "for how many months a signature holds, 1 to 600; without it until it is withdrawn",
              {.range = {1, 600},
               .plausible = {1, 120, "ours: consents are asked anew after ten years at most"},
               .unit = "mo"}},
    };
};

}  // namespace schema
