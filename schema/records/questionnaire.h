#pragma once
// What a patient answered, item by item. The questions are the licence holders'; only numbers are
// kept.

#include <array>
#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/records/kept.h"
#include "schema/types/answers.h"
#include "schema/types/civil_time.h"
#include "schema/types/word.h"

namespace schema {

enum class Form { dlqi, cadi };

template <>
struct Words<Form> {
    static constexpr std::string_view table = "word_form";
    static constexpr std::array<std::string_view, 2> all{"dlqi", "cadi"};
};

struct Questionnaire : Kept<Questionnaire> {
    CivilTime on;
    Form which{};
    std::optional<Answers> answers;
    std::optional<int> total;
    std::optional<std::string> note;
    std::optional<bool> by_patient;

    bool operator==(const Questionnaire&) const = default;
};

template <>
struct Description<Questionnaire> {
    static constexpr std::string_view noun = "questionnaire";
    static constexpr std::string_view table = "questionnaire";
    static constexpr std::string_view plural = "questionnaires";
    static constexpr std::string_view summary = "a patient's answers to a questionnaire";
    static constexpr Steps steps{.scores = true};
    static constexpr Example example{
        .summary = "Record a patient's answers to a questionnaire.",
        .options = "C-001 --on 2026-01-05 --which dlqi --answers 1,2,0,1,1,0,1,0,0,1 --total 7",
        .correction = "--total 8",
        .headers = "id  on          which  answers              total",
        .row = "3   2026-01-05  dlqi   1,2,0,1,1,0,1,0,0,1  7"};
    static constexpr std::tuple fields{
        Field{"on", &Questionnaire::on, "when it was filled in", {.role = Role::when}},
        Field{"which", &Questionnaire::which, "the form", {.identity = true}},
        Field{"answers", &Questionnaire::answers, "item answers in the form's order"},
        Field{
            "total",
            &Questionnaire::total,
            "the total written on the form; kept beside the sum of the items",
            {.range = {0, 99},
             .plausible = {.why = "none: the total of each form is its own, and beyond it refused"},
             .unit = "{score}"}},
        Field{"note",
              &Questionnaire::note,
              "free text",
              {.role = Role::free_text, .confidential = true}},
        Field{"by_patient",
              &Questionnaire::by_patient,
              "yes = the patient answered it on their own page"},
    };
};

}  // namespace schema
