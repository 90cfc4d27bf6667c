#pragma once
// When a patient is to come, and whether they did.

#include <array>
#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/records/kept.h"
#include "schema/types/civil_time.h"
#include "schema/types/word.h"

namespace schema {

enum class AppointmentStatus { planned, arrived, done, missed, cancelled };

template <>
struct Words<AppointmentStatus> {
    static constexpr std::string_view table = "word_appointment_status";
    static constexpr std::array<std::string_view, 5> all{
        "planned", "arrived", "done", "missed", "cancelled"};
};

// Whether the patient's time is taken by it.
constexpr bool takes_time(AppointmentStatus status) {
    return status != AppointmentStatus::missed && status != AppointmentStatus::cancelled;
}

// Whether it says what came of it.
constexpr bool tells_what_was(AppointmentStatus status) {
    return status == AppointmentStatus::arrived || status == AppointmentStatus::done ||
           status == AppointmentStatus::missed;
}

struct Appointment : Kept<Appointment> {
    CivilTime at;
    int minutes = 30;
    AppointmentStatus status = AppointmentStatus::planned;
    std::optional<std::string> note;

    bool operator==(const Appointment&) const = default;
};

template <>
struct Description<Appointment> {
    static constexpr std::string_view noun = "appointment";
    static constexpr std::string_view table = "appointment";
    static constexpr std::string_view plural = "appointments";
    static constexpr std::string_view summary = "when a patient is to come";
    static constexpr std::string_view verb = "add";
    static constexpr Example example{.summary = "Add an appointment: when a patient is to come.",
                                     .options = "C-001 --at 2026-02-02T10:30 --minutes 45",
                                     .correction = "--status arrived",
                                     .headers = "id  at                minutes  status",
                                     .row = "3   2026-02-02T10:30  45       planned"};
    static constexpr std::tuple fields{
        Field{"at",
              &Appointment::at,
              "day and time on the clinic's wall clock",
              {.role = Role::when, .planned = true}},
        Field{"minutes",
              &Appointment::minutes,
              "how long it takes in minutes, 1 to 480; by itself 30",
              {.range = {1, 480},
               .plausible = {5, 240, "ours: a visit takes 5 minutes to 4 hours"},
               .unit = "min",
               .prefill = Prefill::last_visit,
               .preset = true}},
        Field{"status",
              &Appointment::status,
              "whether the patient came; by itself planned",
              {.preset = true}},
        Field{"note",
              &Appointment::note,
              "free text",
              {.role = Role::free_text, .confidential = true}},
    };
};

}  // namespace schema
