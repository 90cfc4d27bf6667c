#pragma once
// Sessions, products and conditions for tests, a line each.

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "app/clinical/aftercare/aftercare.h"
#include "app/clinical/aftercare/care_profile.h"
#include "tests/app/clinical/in_english.h"

namespace clinical {

inline schema::CivilTime moment(std::string_view text) {
    const auto time = schema::CivilTime::read(text);
    if (!time) {
        throw std::invalid_argument(std::string(text));
    }
    return *time;
}

// The program's profile and settings; ids are counted from 1 for each kind.
class CareExample {
  public:
    CareExample() { facts_.profile = care_profile({}); }

    schema::Session& session(std::string_view at) {
        auto& session = add(facts_.sessions);
        session.at = moment(at);
        return session;
    }
    schema::Application& product(std::string_view at, schema::Active active) {
        auto& application = add(facts_.applications);
        application.at = moment(at);
        application.active = active;
        return application;
    }
    schema::Condition& condition(schema::ConditionKind kind) {
        auto& condition = add(facts_.conditions);
        condition.kind = kind;
        return condition;
    }
    schema::Condition& allergy(std::string_view substance) {
        auto& allergic = condition(schema::ConditionKind::allergy);
        allergic.substance = substance;
        return allergic;
    }
    void rule(schema::CareAdvice row) { facts_.profile = care_profile({std::move(row)}); }
    schema::AdverseEvent& event(schema::EventKind kind, std::string_view onset) {
        auto& event = add(facts_.events);
        event.kind = kind;
        event.severity = 1;
        event.onset = schema::PartialDate::read(onset);
        return event;
    }
    void skin(schema::Fitzpatrick type) { facts_.skin = type; }
    schema::Clinic& clinic() { return facts_.clinic; }

    const CareFacts& facts() const { return facts_; }
    Aftercare at(std::string_view time) const { return aftercare(facts_, moment(time)); }

  private:
    template <class Record>
    Record& add(std::vector<Record>& records) {
        auto& record = records.emplace_back();
        record.id = schema::Id<Record>(static_cast<std::int64_t>(records.size()));
        return record;
    }

    CareFacts facts_;
};

// Made on the left cheek in one pass.
inline void needle(schema::Session& session, schema::Device device, double depth_mm) {
    session.device = device;
    session.areas = {{schema::Region::left_cheek, depth_mm, 1}};
}

// "make_up exercise"
inline std::string subjects(const std::vector<CareItem>& items) {
    std::string text;
    for (const auto& item : items) {
        text += (text.empty() ? "" : " ") + std::string(schema::word(item.advice.subject));
    }
    return text;
}

}  // namespace clinical
