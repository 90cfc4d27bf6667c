#pragma once
// That the clinic tried to reach a patient, and what came of it.

#include <array>
#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/records/kept.h"
#include "schema/types/civil_time.h"
#include "schema/types/word.h"

namespace schema {

enum class ContactChannel { telephone, message, email, in_person };

template <>
struct Words<ContactChannel> {
    static constexpr std::string_view table = "word_contact_channel";
    static constexpr std::array<std::string_view, 4> all{
        "telephone", "message", "email", "in_person"};
};

enum class ContactOutcome { reached, no_answer, left_message, wrong_number, declined };

template <>
struct Words<ContactOutcome> {
    static constexpr std::string_view table = "word_contact_outcome";
    static constexpr std::array<std::string_view, 5> all{
        "reached", "no_answer", "left_message", "wrong_number", "declined"};
};

struct ContactAttempt : Kept<ContactAttempt> {
    CivilTime at;
    ContactChannel channel{};
    ContactOutcome outcome{};
    std::optional<std::string> note;

    bool operator==(const ContactAttempt&) const = default;
};

template <>
struct Description<ContactAttempt> {
    static constexpr std::string_view noun = "contact";
    static constexpr std::string_view table = "contact_attempt";
    static constexpr std::string_view plural = "contacts";
    static constexpr std::string_view summary = "an attempt to reach a patient";
    static constexpr std::string_view verb = "add";
    static constexpr Example example{
        .summary = "Add an attempt to reach a patient, and what came of it.",
        .options = "C-001 --at 2026-02-02T10:30 --channel telephone --outcome no_answer",
        .correction = "--outcome reached",
        .headers = "id  at                channel    outcome",
        .row = "3   2026-02-02T10:30  telephone  no_answer"};
    static constexpr std::tuple fields{
        Field{"at", &ContactAttempt::at, "when it was", {.role = Role::when}},
        Field{"channel", &ContactAttempt::channel, "how", {.identity = true}},
        Field{"outcome", &ContactAttempt::outcome, "what came of it"},
        Field{"note",
              &ContactAttempt::note,
              "free text",
              {.role = Role::free_text, .confidential = true}},
    };
};

}  // namespace schema
