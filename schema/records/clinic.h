#pragma once
// The clinic's own settings: one row.

#include <array>
#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/types/word.h"

namespace schema {

// Which view on isotretinoin the clinic follows: the label's six months, or the 2017 consensus.
enum class IsotretinoinRule { label, consensus };

template <>
struct Words<IsotretinoinRule> {
    static constexpr std::string_view table = "word_isotretinoin_rule";
    static constexpr std::array<std::string_view, 2> all{"label", "consensus"};
};

// What a questionnaire scores when the total written on the form is not the sum of its answers.
enum class QuestionnaireScore { items, recorded_total };

template <>
struct Words<QuestionnaireScore> {
    static constexpr std::string_view table = "word_questionnaire_score";
    static constexpr std::array<std::string_view, 2> all{"items", "recorded_total"};
};

// Who may go on over a sign-off of the safety rules, in a book with accounts: whoever records the
// session, with a reason, or only with another person's signature.
enum class SignOffRule { anyone, another_person };

template <>
struct Words<SignOffRule> {
    static constexpr std::string_view table = "word_sign_off_rule";
    static constexpr std::array<std::string_view, 2> all{"anyone", "another_person"};
};

// The digits of Arabic texts, as Unicode CLDR names them: Western (1 2 3) or Arabic-Indic (١ ٢ ٣).
enum class Digits { latn, arab };

template <>
struct Words<Digits> {
    static constexpr std::string_view table = "word_digits";
    static constexpr std::array<std::string_view, 2> all{"latn", "arab"};
};

struct Clinic {
    std::string name;
    std::string time_zone;
    IsotretinoinRule isotretinoin_rule = IsotretinoinRule::label;
    int minimal_interval_days = 14;
    int minimal_interval_rf_days = 21;
    int longest_interval_days = 70;
    int acne_status_days = 14;
    int filler_days = 14;
    int botulinum_days = 14;
    int topical_retinoid_days = 5;
    int absorption_hours = 24;
    int precaution_hours = 72;
    QuestionnaireScore questionnaire_score = QuestionnaireScore::items;
    std::optional<std::string> telephone;
    int retention_years = 25;
    int lock_minutes = 15;
    SignOffRule sign_off = SignOffRule::anyone;
    Digits digits = Digits::latn;
    bool umm_al_qura = false;
    bool birth_date_code = false;
    int comparable_from = 70;

    bool operator==(const Clinic&) const = default;
};

template <>
struct Description<Clinic> {
    static constexpr std::string_view noun = "clinic";
    static constexpr std::string_view table = "clinic";
    static constexpr std::string_view plural = "clinic";
    static constexpr std::string_view summary = "the clinic's settings";
    static constexpr std::tuple fields{
        Field{"name", &Clinic::name, "the clinic's name"},
        Field{"time_zone",
              &Clinic::time_zone,
              "IANA time zone of the clinic's wall clock: Africa/Cairo"},
        Field{"isotretinoin_rule",
              &Clinic::isotretinoin_rule,
              "label = wait 6 months, consensus = 2017 consensus"},
        Field{"minimal_interval_days",
              &Clinic::minimal_interval_days,
              "fewest days between sessions, 1 to 365",
              {.range = {1, 365}, .unit = "d"}},
        Field{"minimal_interval_rf_days",
              &Clinic::minimal_interval_rf_days,
              "fewest days between radiofrequency sessions, 1 to 365",
              {.range = {1, 365}, .unit = "d"}},
        Field{"longest_interval_days",
              &Clinic::longest_interval_days,
              "after more days than this since the last session a caution is shown, 1 to 999",
              {.range = {1, 999}, .unit = "d"}},
        Field{"acne_status_days",
              &Clinic::acne_status_days,
              "an acne status older than this many days is stale, 0 to 365",
              {.range = {0, 365}, .unit = "d"}},
        Field{"filler_days",
              &Clinic::filler_days,
              "days between a filler and needling, 0 to 999; sources say 14 to 365",
              {.range = {0, 999}, .unit = "d"}},
        Field{"botulinum_days",
              &Clinic::botulinum_days,
              "days between botulinum and needling, 0 to 999; sources say 14 to 180",
              {.range = {0, 999}, .unit = "d"}},
        Field{"topical_retinoid_days",
              &Clinic::topical_retinoid_days,
              "days without a topical retinoid before needling, 0 to 365; sources say 1 to 7",
              {.range = {0, 365}, .unit = "d"}},
        Field{"absorption_hours",
              &Clinic::absorption_hours,
              "hours after a session in which skin takes up more, 1 to 168",
              {.range = {1, 168}, .unit = "h"}},
        Field{"precaution_hours",
              &Clinic::precaution_hours,
              "hours after a session in which to stay careful, 1 to 168",
              {.range = {1, 168}, .unit = "h"}},
        Field{"questionnaire_score",
              &Clinic::questionnaire_score,
              "what counts where a form's own total differs from its answers: items, or "
              "recorded_total"},
        Field{"telephone", &Clinic::telephone, "the number that a patient is told to call"},
        Field{"retention_years",
              &Clinic::retention_years,
              "years that records are kept after the last treatment or record, 1 to 100",
              {.range = {1, 100}, .unit = "a"}},
        Field{"lock_minutes",
              &Clinic::lock_minutes,
              "minutes without a touch after which a signed-in browser is locked, 1 to 60",
              {.range = {1, 60}, .unit = "min"}},
        Field{"sign_off",
              &Clinic::sign_off,
              "who goes on over a sign-off of the safety rules: anyone with a reason, or only with "
              "the signature of another_person (in a book with accounts)"},
        Field{"digits",
              &Clinic::digits,
              "digits of Arabic texts: latn = Western, 1 2 3; arab = Arabic-Indic, ١ ٢ ٣"},
        Field{"umm_al_qura",
              &Clinic::umm_al_qura,
              "yes = what a patient takes home has the day of the Umm al-Qura calendar beside the "
              "Gregorian one"},
        Field{"birth_date_code",
              &Clinic::birth_date_code,
              "yes = on the clinic's own network a patient opens their page by the birth date too, "
              "no = only by the code that they were told"},
        Field{"comparable_from",
              &Clinic::comparable_from,
              "the score from which two photographs may be compared, 1 to 100",
              {.range = {1, 100}, .unit = "{score}"}},
    };
};

}  // namespace schema
