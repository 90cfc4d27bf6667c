#pragma once
// A patient whom no rule speaks against, to change one thing at a time.

#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/clinical/safety/rules.h"
#include "tests/app/clinical/in_english.h"

namespace clinical {

inline schema::Date date(const char* text) {
    return schema::Date::read(text).value();
}
inline schema::CivilTime moment(const char* text) {
    return schema::CivilTime::read(text).value();
}
inline std::optional<schema::PartialDate> partly(const char* text) {
    return schema::PartialDate::read(text);
}

// A session on 2026-06-15 at 10:30 with a pen on the left cheek, 1 mm, recorded in full; the skin
// was seen clear five days before.
inline Situation nothing_against() {
    schema::Session session;
    session.at = moment("2026-06-15T10:30");
    session.device = schema::Device::pen;
    session.areas = {{schema::Region::left_cheek, 1.0, 4}};
    session.operator_name = "AB";
    session.qualification = "nurse";
    session.lot = "L1";
    session.lot_expiry = date("2027-01-01");
    session.clearance = "DEN160029";
    session.consent = "3";
    schema::AcneStatus status;
    status.id = schema::Id<schema::AcneStatus>(1);
    status.on = moment("2026-06-10");
    status.rest = schema::Rest::clear;
    Situation situation{.plan = plan_of(session), .statuses = {status}};
    situation.patient.id = schema::Id<schema::Patient>(1);
    situation.patient.born = date("1990-01-01");
    situation.patient.fitzpatrick = schema::Fitzpatrick::III;
    return situation;
}

// The rules that speak, in the order of the findings.
inline std::vector<std::string> speaking(const Situation& situation) {
    std::vector<std::string> ids;
    for (const auto& finding : findings(situation)) {
        ids.push_back(finding.rule);
    }
    return ids;
}

using Ids = std::vector<std::string>;

struct SafetyCase {
    const char* name;
    std::function<void(Situation&)> change;
    Ids rules;
};

inline void expect_rules(const std::vector<SafetyCase>& cases) {
    for (const auto& each : cases) {
        SCOPED_TRACE(each.name);
        auto situation = nothing_against();
        each.change(situation);
        EXPECT_EQ(speaking(situation), each.rules);
    }
}

// The settings that a record of radiofrequency needling has.
inline void set_radiofrequency(Situation& situation) {
    auto& session = situation.plan.session;
    session.energy_mJ = 30;
    session.power_W = 10;
    session.pulse_ms = 100;
    session.frequency_MHz = 1;
}

// One area of the plan and of its record.
inline void needle(Situation& situation, schema::Region region, double depth_mm, int passes = 4) {
    situation.plan.session.areas = {{region, depth_mm, passes}};
    situation.plan.areas = {{.region = region, .depth_mm = depth_mm}};
}

}  // namespace clinical
