#pragma once
// One microneedling session: the device, the settings per area, and how the skin answered.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "schema/records/course.h"
#include "schema/records/description.h"
#include "schema/records/kept.h"
#include "schema/types/active.h"
#include "schema/types/civil_time.h"
#include "schema/types/region.h"

namespace schema {

enum class Device { roller, stamp, pen, rf_insulated, rf_noninsulated, home };

template <>
struct Words<Device> {
    static constexpr std::string_view table = "word_device";
    static constexpr std::array<std::string_view, 6> all{
        "roller", "stamp", "pen", "rf_insulated", "rf_noninsulated", "home"};
};

// What the skin showed when needling of an area was stopped.
enum class Endpoint { none, erythema, pinpoint_bleeding, uniform_bleeding };

template <>
struct Words<Endpoint> {
    static constexpr std::string_view table = "word_endpoint";
    static constexpr std::array<std::string_view, 4> all{
        "none", "erythema", "pinpoint_bleeding", "uniform_bleeding"};
};

// What was done in one region.
struct SessionArea {
    Region region{};
    double depth_mm = 0;
    int passes = 0;

    bool operator==(const SessionArea&) const = default;
};

template <>
struct Description<SessionArea> {
    static constexpr std::string_view form = "REGION:DEPTH_MM:PASSES";
    static constexpr PartForm written = PartForm::colons;
    static constexpr std::tuple fields{
        Field{"region", &SessionArea::region, "where"},
        Field{"depth_mm",
              &SessionArea::depth_mm,
              "needle depth in mm, 0.1 to 8",
              {.range = {0.1, 8},
               .plausible = {.why = "by device: to 3 mm; radiofrequency 3.5, beside the face 8"},
               .unit = "mm"}},
        Field{"passes",
              &SessionArea::passes,
              "passes over the area, 1 to 20",
              {.range = {1, 20},
               .plausible = {1, 8, "ours: more than 8 passes are not described"},
               .unit = "{passes}"}},
    };
};

struct Session : Kept<Session> {
    CivilTime at;
    std::optional<Id<Course>> course;
    std::optional<std::string> operator_name;
    Device device{};
    std::optional<std::string> model;
    std::optional<std::string> lot;
    std::optional<Date> lot_expiry;
    std::optional<int> needles;
    std::optional<double> speed_Hz;
    std::optional<std::string> anaesthetic;
    std::optional<int> anaesthetic_minutes;
    std::optional<double> energy_mJ;
    std::optional<Endpoint> endpoint;
    std::optional<int> pain;
    std::optional<int> downtime_days;
    std::optional<std::string> note;
    std::optional<std::string> serial;
    std::optional<std::string> clearance;
    std::optional<int> needle_gauge;
    std::optional<double> needle_mm;
    std::optional<double> power_W;
    std::optional<double> pulse_ms;
    std::optional<double> frequency_MHz;
    std::optional<double> treated_cm2;
    std::optional<Active> glide;
    std::optional<std::string> glide_product;
    std::optional<std::string> qualification;
    std::optional<std::string> consent;
    std::optional<double> anaesthetic_percent;
    std::optional<double> anaesthetic_area_cm2;
    std::optional<double> anaesthetic_grams;
    std::vector<SessionArea> areas;

    bool operator==(const Session&) const = default;
};

template <>
struct Description<Session> {
    static constexpr std::string_view noun = "session";
    static constexpr std::string_view table = "session";
    static constexpr std::string_view plural = "sessions";
    static constexpr std::string_view summary = "one microneedling session";
    static constexpr Steps steps{.gate = true, .feeds_aggregates = true};
    static constexpr Example example{
        .summary = "Record a microneedling session.",
        .options =
            "C-001 --at 2026-01-05T10:30 --device pen --lot L123 --area left_cheek:1.5:4 --area "
            "forehead:0.75:3 --endpoint pinpoint_bleeding --pain 4",
        .correction = "--pain 5",
        .headers = "id  at                course  device  lot   endpoint           pain  areas",
        .row =
            "3   2026-01-05T10:30  1       pen     L123  pinpoint_bleeding  4     forehead:0.75:3 "
            "left_cheek:1.5:4"};
    static constexpr std::tuple fields{
        Field{"at", &Session::at, "when it was done", {.role = Role::when}},
        Field{"course",
              &Session::course,
              "id of the course it belongs to; by itself the open course"},
        Field{"operator",
              &Session::operator_name,
              "who needled",
              {.group = "treatment", .prefill = Prefill::last_visit}},
        Field{"device",
              &Session::device,
              "device class",
              {.group = "device", .prefill = Prefill::last_visit}},
        Field{"model",
              &Session::model,
              "maker and model",
              {.group = "device", .prefill = Prefill::last_visit}},
        Field{"lot", &Session::lot, "lot of the needle cartridge", {.group = "cartridge"}},
        Field{"lot_expiry",
              &Session::lot_expiry,
              "expiry date of the cartridge",
              {.group = "cartridge", .planned = true}},
        Field{"needles",
              &Session::needles,
              "needles in the cartridge, 1 to 600",
              {.range = {1, 600},
               .plausible = {1, 540, "the largest rollers have 540 needles"},
               .unit = "{needles}",
               .group = "cartridge",
               .prefill = Prefill::last_visit}},
        Field{"speed_hz",
              &Session::speed_Hz,
              "needle speed in Hz, 1 to 400",
              {.range = {1, 400},
               .plausible = {50, 160, "pens run at 3,000 to 9,000 a minute"},
               .unit = "Hz",
               .group = "device",
               .prefill = Prefill::last_visit}},
        Field{"anaesthetic",
              &Session::anaesthetic,
              "anaesthetic and strength",
              {.group = "anaesthetic", .prefill = Prefill::last_visit}},
        Field{"anaesthetic_min",
              &Session::anaesthetic_minutes,
              "minutes it was left on, 0 to 180",
              {.range = {0, 180},
               .plausible = {0, 60, "creams are left on for 20 to 60 minutes"},
               .unit = "min",
               .group = "anaesthetic"}},
        Field{"energy_mj",
              &Session::energy_mJ,
              "radiofrequency energy per pin in mJ",
              {.range = {0, 1000},
               .plausible = {0, 124, "fractional devices give up to 124 mJ per pin"},
               .unit = "mJ",
               .group = "energy",
               .prefill = Prefill::last_visit}},
        Field{
            "endpoint", &Session::endpoint, "what the skin showed at the end", {.group = "result"}},
        Field{"pain",
              &Session::pain,
              "pain, 0 to 10",
              {.range = {0, 10},
               .plausible = every_grade,
               .unit = "{score}",
               .group = "result",
               .code = {"http://loinc.org", "72514-3"}}},
        Field{"downtime_days",
              &Session::downtime_days,
              "days until the patient went out again, 0 to 365",
              {.range = {0, 365},
               .plausible = {0, 30, "ours: longer is an adverse event"},
               .unit = "d",
               .group = "result"}},
        Field{"note", &Session::note, "free text", {.role = Role::free_text, .confidential = true}},
        Field{"serial", &Session::serial, "serial number of the device", {.group = "device"}},
        Field{"clearance",
              &Session::clearance,
              "the device's clearance or UDI: DEN160029",
              {.group = "device", .prefill = Prefill::last_visit}},
        Field{"needle_gauge",
              &Session::needle_gauge,
              "gauge of the needles, 20 to 40",
              {.range = {20, 40},
               .plausible = {28, 36, "ours: of needles 0.1 to 0.36 mm thick"},
               .unit = "{gauge}",
               .group = "cartridge",
               .prefill = Prefill::last_visit}},
        Field{"needle_mm",
              &Session::needle_mm,
              "diameter of the needles in mm, 0.02 to 1",
              {.range = {0.02, 1},
               .plausible = {0.1, 0.25, "of rollers and pens, 0.1 to 0.25 mm"},
               .unit = "mm",
               .group = "cartridge",
               .prefill = Prefill::last_visit}},
        Field{"power_w",
              &Session::power_W,
              "radiofrequency power in W",
              {.range = {0, 1000},
               .plausible = {0, 100, "ours: devices for the face give less"},
               .unit = "W",
               .group = "energy",
               .prefill = Prefill::last_visit}},
        Field{"pulse_ms",
              &Session::pulse_ms,
              "radiofrequency pulse length in ms",
              {.range = {0, 10000},
               .plausible = {0, 1000, "ours: a pulse is shorter than a second"},
               .unit = "ms",
               .group = "energy",
               .prefill = Prefill::last_visit}},
        Field{"frequency_mhz",
              &Session::frequency_MHz,
              "radiofrequency in MHz",
              {.range = {0, 100},
               .plausible = {0.3, 40, "ours: devices use 0.3 to 40 MHz"},
               .unit = "MHz",
               .group = "energy",
               .prefill = Prefill::last_visit}},
        Field{"treated_cm2",
              &Session::treated_cm2,
              "area treated in cm²",
              {.range = {0, 9999},
               .plausible = {0, 2000, "ours: face, neck, chest and back together"},
               .unit = "cm2",
               .group = "treatment"}},
        Field{"glide",
              &Session::glide,
              "active ingredient of the glide or serum that was needled through",
              {.group = "glide", .prefill = Prefill::last_visit}},
        Field{"glide_product",
              &Session::glide_product,
              "its maker and name",
              {.group = "glide", .prefill = Prefill::last_visit}},
        Field{"qualification",
              &Session::qualification,
              "qualification of who needled",
              {.group = "treatment", .prefill = Prefill::last_visit}},
        Field{"consent",
              &Session::consent,
              "version of the consent form that was signed",
              {.group = "treatment"}},
        Field{"anaesthetic_percent",
              &Session::anaesthetic_percent,
              "strength of the anaesthetic in percent, 0 to 100",
              {.range = {0, 100},
               .plausible = {0, 40, "ours: creams hold at most 40 %"},
               .unit = "%",
               .group = "anaesthetic",
               .prefill = Prefill::last_visit}},
        Field{"anaesthetic_area_cm2",
              &Session::anaesthetic_area_cm2,
              "area it was put on in cm²",
              {.range = {0, 9999},
               .plausible = {0, 2000, "ours: face, neck, chest and back together"},
               .unit = "cm2",
               .group = "anaesthetic"}},
        Field{"anaesthetic_grams",
              &Session::anaesthetic_grams,
              "grams of it that were used, 0 to 1000",
              {.range = {0, 1000},
               .plausible = {0, 100, "ours: more is several tubes"},
               .unit = "g",
               .group = "anaesthetic"}},
    };
    static constexpr Parts<Session, SessionArea> parts{
        "areas",
        "area",
        "session_area",
        "session_id",
        &Session::areas,
        "an area with its depth in mm and its passes"};
};

}  // namespace schema
