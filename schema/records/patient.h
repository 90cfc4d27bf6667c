#pragma once
// A person who is treated at the clinic. People know them by the chart number.

#include <array>
#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/records/kept.h"
#include "schema/types/date.h"
#include "schema/types/word.h"

namespace schema {

enum class Sex { female, male, other };

template <>
struct Words<Sex> {
    static constexpr std::string_view table = "word_sex";
    static constexpr std::array<std::string_view, 3> all{"female", "male", "other"};
};

// Fitzpatrick skin type; never converted to or from the Monk scale, which measures something else.
enum class Fitzpatrick { I, II, III, IV, V, VI };

template <>
struct Words<Fitzpatrick> {
    static constexpr std::string_view table = "word_fitzpatrick";
    static constexpr std::array<std::string_view, 6> all{"I", "II", "III", "IV", "V", "VI"};
};

// Whether the patient is still one of the clinic's; without a word, active.
enum class PatientStatus { active, left, died };

template <>
struct Words<PatientStatus> {
    static constexpr std::string_view table = "word_patient_status";
    static constexpr std::array<std::string_view, 3> all{"active", "left", "died"};
};

// In which a patient reads what is theirs, by its code of ISO 639-1.
enum class PatientLanguage { en, ar };

template <>
struct Words<PatientLanguage> {
    static constexpr std::string_view table = "word_patient_language";
    static constexpr std::array<std::string_view, 2> all{"en", "ar"};
};

struct Patient {
    Id<Patient> id{};
    int version = 1;
    bool voided = false;

    std::string chart;
    std::optional<std::string> name;
    std::optional<std::string> name_ar;
    std::optional<PartialDate> born;
    std::optional<Sex> sex;
    std::optional<Fitzpatrick> fitzpatrick;
    std::optional<int> monk;
    std::optional<std::string> telephone;
    std::optional<std::string> email;
    std::optional<std::string> address;
    std::optional<std::string> note;
    std::optional<PatientStatus> status;
    std::optional<Date> status_on;
    std::optional<double> weight_kg;
    std::optional<std::string> guardian;
    std::optional<PatientLanguage> language;

    bool operator==(const Patient&) const = default;
};

template <>
struct Description<Patient> {
    static constexpr std::string_view noun = "patient";
    static constexpr std::string_view table = "patient";
    static constexpr std::string_view plural = "patients";
    static constexpr std::string_view summary = "a person who is treated at the clinic";
    static constexpr std::string_view verb = "add";
    static constexpr Steps steps{.feeds_aggregates = true};
    static constexpr Example example{
        .summary = "Register a patient.",
        .options =
            "--chart C-001 --name \"Huda Saleh\" --born 1996-04-02 --sex female --fitzpatrick IV",
        .correction = "--fitzpatrick V"};
    static constexpr std::tuple fields{
        Field{"chart",
              &Patient::chart,
              "the clinic's own chart number, of one patient at a time",
              {.code = {"http://terminology.hl7.org/CodeSystem/v2-0203", "MR"}}},
        Field{"name",
              &Patient::name,
              "full name; empty for a subject known by number only",
              {.confidential = true}},
        Field{"name_ar", &Patient::name_ar, "name in Arabic script", {.confidential = true}},
        Field{
            "born", &Patient::born, "date of birth, as far as it is known", {.confidential = true}},
        Field{"sex", &Patient::sex, "sex"},
        Field{"fitzpatrick",
              &Patient::fitzpatrick,
              "Fitzpatrick skin type",
              {.code = {"http://loinc.org", "66555-4"}}},
        Field{"monk",
              &Patient::monk,
              "Monk skin tone, 1 to 10",
              {.range = {1, 10}, .plausible = every_grade}},
        Field{"telephone", &Patient::telephone, "telephone number", {.confidential = true}},
        Field{"email", &Patient::email, "e-mail address", {.confidential = true}},
        Field{"address", &Patient::address, "where the patient lives", {.confidential = true}},
        Field{"note", &Patient::note, "free text", {.role = Role::free_text, .confidential = true}},
        Field{"status",
              &Patient::status,
              "active, left (no longer treated here) or died; empty = active"},
        Field{"status_on", &Patient::status_on, "the day the patient left or died, or came back"},
        Field{"weight_kg",
              &Patient::weight_kg,
              "body weight in kg, 1 to 400",
              {.range = {1, 400},
               .plausible = {30, 200, "ours: of adults; a slip of a digit is outside"},
               .unit = "kg"}},
        Field{"guardian",
              &Patient::guardian,
              "the guardian who consents for a minor",
              {.confidential = true}},
        Field{"language",
              &Patient::language,
              "the language of what the patient reads: en, ar; empty = as is asked for"},
    };
};

}  // namespace schema
