#pragma once
// What a patient told of themselves on their own page. It waits until somebody of the clinic
// accepts or declines it, and stands as by the patient then; answers of DLQI become a
// questionnaire.

#include <array>
#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/records/kept.h"
#include "schema/types/answers.h"
#include "schema/types/civil_time.h"
#include "schema/types/word.h"

namespace schema {

enum class OwnRedness { none, a_little, clear, strong };

template <>
struct Words<OwnRedness> {
    static constexpr std::string_view table = "word_own_redness";
    static constexpr std::array<std::string_view, 4> all{"none", "a_little", "clear", "strong"};
};

enum class EntryState { waiting, accepted, declined };

template <>
struct Words<EntryState> {
    static constexpr std::string_view table = "word_entry_state";
    static constexpr std::array<std::string_view, 3> all{"waiting", "accepted", "declined"};
};

struct PatientEntry : Kept<PatientEntry> {
    CivilTime at;
    std::optional<int> pain;
    std::optional<OwnRedness> redness;
    std::optional<int> days_out;
    std::optional<Answers> dlqi;
    std::optional<std::string> note;
    EntryState state = EntryState::waiting;
    std::optional<std::string> answered_by;
    std::optional<CivilTime> answered_at;

    bool operator==(const PatientEntry&) const = default;
};

template <>
struct Description<PatientEntry> {
    static constexpr std::string_view noun = "own-entry";
    static constexpr std::string_view table = "patient_entry";
    static constexpr std::string_view plural = "patient_entries";
    static constexpr std::string_view summary = "what a patient told on their own page";
    // The patient sends it, and it is accepted or declined; nobody else enters or corrects one.
    static constexpr bool is_made_by_program = true;
    static constexpr Example example{
        .headers = "id  at                pain  redness   days out  state     answered by",
        .row = "3   2026-01-06T20:15  2     a_little  1         accepted  omar"};
    static constexpr std::tuple fields{
        Field{"at", &PatientEntry::at, "when it was sent, on the clinic's wall clock"},
        Field{"pain",
              &PatientEntry::pain,
              "pain, 0 none to 10 the worst",
              {.range = {0, 10}, .plausible = every_grade, .unit = "{score}"}},
        Field{"redness", &PatientEntry::redness, "redness, in the patient's words"},
        Field{"days_out",
              &PatientEntry::days_out,
              "days since the last session on which the patient did not go out because of the "
              "skin, 0 to 60",
              {.range = {0, 60},
               .plausible = {.why = "none: the patient is not asked back"},
               .unit = "d"}},
        Field{"dlqi", &PatientEntry::dlqi, "item answers of DLQI in the form's order"},
        Field{"note", &PatientEntry::note, "the patient's own words", {.confidential = true}},
        Field{"state", &PatientEntry::state, "whether it still waits"},
        Field{"answered_by", &PatientEntry::answered_by, "who accepted or declined it"},
        Field{"answered_at", &PatientEntry::answered_at, "when"},
    };
};

}  // namespace schema
