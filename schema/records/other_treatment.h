#pragma once
// The rest of the patient's plan: peels, lasers, medicines.

#include <array>
#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/records/kept.h"
#include "schema/types/date.h"
#include "schema/types/word.h"

namespace schema {

enum class TreatmentKind {
    peel,
    laser,
    dermabrasion,
    light,
    injection,
    filler,
    botulinum,
    oral_medicine,
    topical_medicine,
    other,
};

template <>
struct Words<TreatmentKind> {
    static constexpr std::string_view table = "word_treatment_kind";
    static constexpr std::array<std::string_view, 10> all{"peel",
                                                          "laser",
                                                          "dermabrasion",
                                                          "light",
                                                          "injection",
                                                          "filler",
                                                          "botulinum",
                                                          "oral_medicine",
                                                          "topical_medicine",
                                                          "other"};
};

struct OtherTreatment : Kept<OtherTreatment> {
    TreatmentKind kind{};
    std::optional<std::string> name;
    std::optional<PartialDate> from;
    std::optional<PartialDate> until;
    std::optional<std::string> note;

    bool operator==(const OtherTreatment&) const = default;
};

template <>
struct Description<OtherTreatment> {
    static constexpr std::string_view noun = "treatment";
    static constexpr std::string_view table = "other_treatment";
    static constexpr std::string_view plural = "treatments";
    static constexpr std::string_view summary = "a treatment beside needling";
    static constexpr std::string_view verb = "add";
    static constexpr Steps steps{.ends = true};
    static constexpr Example example{
        .summary = "Add a treatment beside needling.",
        .options = "C-001 --kind peel --name \"Glycolic 35 %\" --from 2026-02-01",
        .correction = "--until 2026-03-01",
        .headers = "id  kind  name           from",
        .row = "3   peel  Glycolic 35 %  2026-02-01"};
    static constexpr std::tuple fields{
        Field{"kind", &OtherTreatment::kind, "what it is", {.identity = true}},
        Field{"name", &OtherTreatment::name, "product or procedure", {.identity = true}},
        Field{"from", &OtherTreatment::from, "since when, as far as known", {.role = Role::when}},
        Field{"until",
              &OtherTreatment::until,
              "until when; empty = still so",
              {.role = Role::until, .planned = true}},
        Field{"note",
              &OtherTreatment::note,
              "free text",
              {.role = Role::free_text, .confidential = true}},
    };
};

}  // namespace schema
