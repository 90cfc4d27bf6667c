#pragma once
// That somebody else agrees to needling over one finding of the safety rules: asked for before the
// session, of one patient, one finding and one day, and signed or declined by another account.
// Written by the program; where the clinic wants it says Clinic::sign_off.

#include <array>
#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/records/kept.h"
#include "schema/types/civil_time.h"
#include "schema/types/date.h"
#include "schema/types/region.h"
#include "schema/types/word.h"

namespace schema {

enum class SignOffState { asked, given, declined };

template <>
struct Words<SignOffState> {
    static constexpr std::string_view table = "word_sign_off_state";
    static constexpr std::array<std::string_view, 3> all{"asked", "signed", "declined"};
};

struct SignOff : Kept<SignOff> {
    Date on;
    std::string rule;
    std::optional<Region> region;
    std::string because;
    std::string text;
    std::string source;
    std::string reason;
    std::string asked_by;
    CivilTime asked_at;
    SignOffState state = SignOffState::asked;
    std::optional<std::string> answered_by;
    std::optional<CivilTime> answered_at;
    std::optional<std::string> answer;

    bool operator==(const SignOff&) const = default;
};

template <>
struct Description<SignOff> {
    static constexpr std::string_view noun = "sign-off";
    static constexpr std::string_view table = "sign_off";
    static constexpr std::string_view plural = "sign_offs";
    static constexpr std::string_view summary =
        "what somebody else was asked to sign before a session";
    // It is asked for, signed and declined; nobody enters or corrects one.
    static constexpr bool is_made_by_program = true;
    static constexpr Example example{
        .headers = "id  on          rule        because           asked by  state   answered by",
        .row = "3   2026-01-05  blood_thinner  warfarin, going on  salma  signed  omar"};
    static constexpr std::tuple fields{
        Field{"on", &SignOff::on, "the clinic's day on which it holds"},
        Field{"rule", &SignOff::rule, "the rule's id: `needlebook rule list` shows them"},
        Field{"region", &SignOff::region, "the area it speaks of"},
        Field{"because", &SignOff::because, "what the rule rested on: it holds for this alone"},
        Field{"text", &SignOff::text, "what the rule said"},
        Field{"source", &SignOff::source, "the rule's source"},
        Field{"reason", &SignOff::reason, "why to go on, of who asked", {.confidential = true}},
        Field{"asked_by", &SignOff::asked_by, "the account that asked"},
        Field{"asked_at", &SignOff::asked_at, "when, on the clinic's wall clock"},
        Field{"state", &SignOff::state, "whether it still waits"},
        Field{"answered_by", &SignOff::answered_by, "the other account, which signed or declined"},
        Field{"answered_at", &SignOff::answered_at, "when"},
        Field{"answer", &SignOff::answer, "why it was declined", {.confidential = true}},
    };
};

}  // namespace schema
