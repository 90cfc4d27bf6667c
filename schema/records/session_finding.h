#pragma once
// What a safety rule found before a session, as it was shown, and the reason to go on. Written by
// the program when the session is recorded; the rule may read otherwise later.

#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/records/kept.h"
#include "schema/records/session.h"
#include "schema/records/sign_off.h"
#include "schema/types/level.h"
#include "schema/types/record_name.h"
#include "schema/types/region.h"

namespace schema {

struct SessionFinding : Kept<SessionFinding> {
    Id<Session> session;
    std::string rule;
    Level level{};
    std::string because;
    std::optional<std::string> override_reason;
    std::optional<RecordName> record;
    std::string text;
    std::string source;
    std::optional<Region> region;
    std::optional<bool> not_asked;
    std::optional<Id<SignOff>> sign_off;
    std::optional<std::string> signed_by;

    bool operator==(const SessionFinding&) const = default;
};

template <>
struct Description<SessionFinding> {
    static constexpr std::string_view noun = "finding";
    static constexpr std::string_view table = "session_finding";
    static constexpr std::string_view plural = "findings";
    static constexpr std::string_view summary = "what a safety rule found before a session";
    // Nobody enters one: it has no command that writes.
    static constexpr bool is_made_by_program = true;
    static constexpr Example example{
        .headers =
            "id  session  rule           level     because                               override",
        .row =
            "3   3        active_lesions stop      left_cheek: 3 papules on 2026-01-03   two "
            "healing papules, needled around"};
    static constexpr std::tuple fields{
        Field{"session", &SessionFinding::session, "id of the session"},
        Field{"rule", &SessionFinding::rule, "the rule's id: `needlebook rule list` shows them"},
        Field{"level", &SessionFinding::level, "how grave it was"},
        Field{"because", &SessionFinding::because, "what it rested on"},
        Field{"override",
              &SessionFinding::override_reason,
              "the reason to go on; a caution needs none",
              {.confidential = true}},
        Field{"record", &SessionFinding::record, "kind and id of the record it rested on: acne 3"},
        Field{"text", &SessionFinding::text, "what the rule said"},
        Field{"source", &SessionFinding::source, "the rule's source"},
        Field{"region", &SessionFinding::region, "the treated area it speaks of"},
        Field{"not_asked",
              &SessionFinding::not_asked,
              "yes: the session was imported and the rules asked only then, so nobody gave a "
              "reason"},
        Field{"sign_off", &SessionFinding::sign_off, "id of the sign-off that somebody else gave"},
        Field{"signed_by", &SessionFinding::signed_by, "the account that gave it"},
    };
};

}  // namespace schema
