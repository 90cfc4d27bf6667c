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
    static constexpr std::array<std::string_view, 6> all{
        "roller", "stamp", "pen", "rf_insulated", "rf_noninsulated", "home"};
};

// What the skin showed when needling of an area was stopped.
enum class Endpoint { none, erythema, pinpoint_bleeding, uniform_bleeding };

template <>
struct Words<Endpoint> {
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
    static constexpr std::tuple fields{
        Field{"region", &SessionArea::region, "where"},
        Field{"depth_mm", &SessionArea::depth_mm, "needle depth in mm, 0.1 to 8", Range{0.1, 8}},
        Field{"passes", &SessionArea::passes, "passes over the area, 1 to 20", Range{1, 20}},
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
    static constexpr std::tuple fields{
        Field{"at", &Session::at, "when it was done"},
        Field{"course",
              &Session::course,
              "id of the course it belongs to; by itself the open course"},
        Field{"operator", &Session::operator_name, "who needled"},
        Field{"device", &Session::device, "device class"},
        Field{"model", &Session::model, "maker and model"},
        Field{"lot", &Session::lot, "lot of the needle cartridge"},
        Field{"lot_expiry", &Session::lot_expiry, "expiry date of the cartridge"},
        Field{"needles", &Session::needles, "needles in the cartridge, 1 to 600", Range{1, 600}},
        Field{"speed_hz", &Session::speed_Hz, "needle speed in Hz, 1 to 400", Range{1, 400}},
        Field{"anaesthetic", &Session::anaesthetic, "anaesthetic and strength"},
        Field{"anaesthetic_min",
              &Session::anaesthetic_minutes,
              "minutes it was left on, 0 to 180",
              Range{0, 180}},
        Field{"energy_mj",
              &Session::energy_mJ,
              "radiofrequency energy per pin in mJ",
              Range{0, 1000}},
        Field{"endpoint", &Session::endpoint, "what the skin showed at the end"},
        Field{"pain", &Session::pain, "pain, 0 to 10", Range{0, 10}},
        Field{"downtime_days",
              &Session::downtime_days,
              "days until the patient went out again, 0 to 365",
              Range{0, 365}},
        Field{"note", &Session::note, "free text", Range{}, confidential},
        Field{"serial", &Session::serial, "serial number of the device"},
        Field{"clearance", &Session::clearance, "the device's clearance or UDI: DEN160029"},
        Field{"needle_gauge",
              &Session::needle_gauge,
              "gauge of the needles, 20 to 40",
              Range{20, 40}},
        Field{"needle_mm",
              &Session::needle_mm,
              "diameter of the needles in mm, 0.02 to 1",
              Range{0.02, 1}},
        Field{"power_w", &Session::power_W, "radiofrequency power in W", Range{0, 1000}},
        Field{"pulse_ms", &Session::pulse_ms, "radiofrequency pulse length in ms", Range{0, 10000}},
        Field{"frequency_mhz", &Session::frequency_MHz, "radiofrequency in MHz", Range{0, 100}},
        Field{"treated_cm2", &Session::treated_cm2, "area treated in cm²", Range{0, 9999}},
        Field{"glide",
              &Session::glide,
              "active ingredient of the glide or serum that was needled through"},
        Field{"glide_product", &Session::glide_product, "its maker and name"},
        Field{"qualification", &Session::qualification, "qualification of who needled"},
        Field{"consent", &Session::consent, "version of the consent form that was signed"},
        Field{"anaesthetic_percent",
              &Session::anaesthetic_percent,
              "strength of the anaesthetic in percent, 0 to 100",
              Range{0, 100}},
        Field{"anaesthetic_area_cm2",
              &Session::anaesthetic_area_cm2,
              "area it was put on in cm²",
              Range{0, 9999}},
        Field{"anaesthetic_grams",
              &Session::anaesthetic_grams,
              "grams of it that were used, 0 to 1000",
              Range{0, 1000}},
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
