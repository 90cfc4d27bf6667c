#include "app/tracking/plausibility.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "app/clinical/safety/allergies.h"
#include "app/clinical/safety/period.h"
#include "app/tracking/possibility.h"
#include "db/records/records.h"
#include "schema/kinds/value_text.h"
#include "schema/records/application.h"
#include "schema/records/appointment.h"
#include "schema/records/condition.h"
#include "schema/records/entered_score.h"
#include "schema/records/patient.h"
#include "schema/records/reading.h"
#include "schema/records/session.h"
#include "schema/types/placeholder.h"

namespace tracking {

namespace {

using schema::Usual;

constexpr int usual_age = 100;          // ours
constexpr int usual_years_ahead = 5;    // ours: of what is planned, and of a cartridge's life
constexpr double least_depth_mm = 0.2;  // rollers begin there

struct UsualOfMeasure {
    std::string_view measure;  // and the code of its scale
    Usual usual;
};
constexpr std::array usual_readings{
    UsualOfMeasure{"sebum", {0, 350, "what a Sebumeter shows"}},
    UsualOfMeasure{"tewl", {0, 90, "what a Tewameter shows of skin, in g/(m²·h)"}},
    UsualOfMeasure{"hydration", {0, 130, "what a Corneometer shows"}},
    UsualOfMeasure{"pores", {0, 5000, "ours: of a face"}},
    UsualOfMeasure{"melanin_index", {-150, 300, "ours: lesion minus adjacent skin"}},
    UsualOfMeasure{"erythema_index", {-150, 300, "ours: lesion minus adjacent skin"}},
};

// The values of a page's text: the label of the field, and `values`.
Question question(std::string_view field,
                  std::string reason,
                  std::string_view code,
                  schema::Arguments values = {}) {
    values.push_back({"field", schema::field_label(field)});
    return {.fault = schema::Fault::implausible,
            .field = std::string(field),
            .reason = std::move(reason),
            .told = {"error." + std::string(code), std::move(values)}};
}

std::optional<Question> outside(std::string_view field,
                                std::string_view shown,
                                double value,
                                const Usual& usual,
                                std::string_view place = {}) {
    if (usual.holds(value)) {
        return std::nullopt;
    }
    schema::Arguments told{{"value", schema::exact(value)},
                           {"low", schema::exact(usual.low)},
                           {"high", schema::exact(usual.high)}};
    if (!place.empty()) {
        told.push_back({"place", schema::word_name(place)});
    }
    return question(
        field,
        fmt::format("{} is not within {} to {}: {}", shown, usual.low, usual.high, usual.why),
        place.empty() ? "unusual" : "unusual_there",
        std::move(told));
}

std::optional<double> number_in(const kinds::Value& value) {
    if (const auto* whole = std::get_if<int>(&value)) {
        return *whole;
    }
    const auto* number = std::get_if<double>(&value);
    return number != nullptr ? std::optional(*number) : std::nullopt;
}

class Asking {
  public:
    Asking(const kinds::ConstRecord& record, std::vector<Question>& questions)
        : record_(record), questions_(questions) {}

    void ask(std::optional<Question> found) {
        if (found) {
            questions_.push_back(std::move(*found));
        }
    }

    // Every number by its description.
    void numbers() {
        for (const auto& field : record_.kind().fields) {
            number(field, record_.at(), "");
        }
        if (const auto& parts = record_.kind().parts) {
            for (std::size_t i = 0; i < parts->count(record_.at()); ++i) {
                const auto* part = parts->at(record_.at(), i);
                const auto& key = parts->fields.front();
                const auto of = kinds::text_of(key, key.get(part));
                for (const auto& field : parts->fields) {
                    number(field, part, of);
                }
            }
        }
    }

    void days(schema::Date today) {
        const auto far = today.plus_months(usual_years_ahead * 12);
        for (const auto& day : days_of(record_)) {
            const auto said = shown(record_, *day.field);
            if (day.field->facets.planned ? day.first > far : day.first > today) {
                ask(question(
                    day.field->name,
                    day.field->facets.planned
                        ? fmt::format("{} is more than {} years ahead", said, usual_years_ahead)
                        : said + " is after today by the clinic's clock",
                    day.field->facets.planned ? "far_ahead" : "after_today"));
            }
        }
    }

  private:
    void number(const kinds::Field& field, const void* at, const std::string& of) {
        const auto value = field.get(at);
        if (const auto found = number_in(value)) {
            const auto said = fmt::format(
                "{}{}{} {}", of, of.empty() ? "" : ": ", field.name, kinds::text_of(field, value));
            ask(outside(field.name,
                        field.facets.confidential ? field.name : std::string_view(said),
                        *found,
                        field.facets.plausible,
                        of));
        }
    }

    const kinds::ConstRecord& record_;
    std::vector<Question>& questions_;
};

bool is_radiofrequency(schema::Device device) {
    return device == schema::Device::rf_insulated || device == schema::Device::rf_noninsulated;
}

bool is_body(schema::Region region) {
    using schema::Region;
    return region == Region::neck || region == Region::chest || region == Region::upper_back ||
           region == Region::shoulders || region == Region::other;
}

void ask_of(const schema::Session& session, Asking& asking) {
    for (const auto& area : session.areas) {
        asking.ask(outside("depth_mm",
                           fmt::format("{}: depth_mm {} with device {}",
                                       schema::word(area.region),
                                       area.depth_mm,
                                       schema::word(session.device)),
                           area.depth_mm,
                           usual_depth(session.device, area.region),
                           schema::word(area.region)));
    }
}

void ask_of_value(std::string_view measure, double value, Asking& asking) {
    if (const auto* usual = usual_reading(measure)) {
        asking.ask(outside(
            "value", fmt::format("value {} of {}", value, measure), value, *usual, measure));
    }
}

void ask_of(const schema::Appointment& appointment, schema::Date today, Asking& asking) {
    if (tells_what_was(appointment.status) && appointment.at.day() > today) {
        asking.ask(question("status",
                            fmt::format("status {} of an appointment at {}, which is to come",
                                        schema::word(appointment.status),
                                        appointment.at.text()),
                            "to_come",
                            {{"status", schema::word_name(schema::word(appointment.status))}}));
    }
}

// At a session the safety rules say it (allergy_rules.cpp).
void ask_of(const db::Book& book, const schema::Application& application, Asking& asking) {
    if (application.session) {
        return;
    }
    for (const auto& condition : db::records_of<schema::Condition>(book, application.patient)) {
        const bool is_named =
            condition.substance &&
            (clinical::names_substance(schema::spaced(application.active), *condition.substance) ||
             clinical::names_substance(application.product.value_or(""), *condition.substance));
        const clinical::Period period{condition.from, condition.until};
        if (is_named && period.holds_on(application.at.day())) {
            asking.ask(question(
                "product",
                fmt::format("the patient is allergic to it, by condition {}", condition.id.value),
                "allergic"));
        }
    }
}

// Why this is hardly anybody's name. The name itself is never in it.
std::optional<Question> unlikely_name(std::string_view field,
                                      const std::optional<std::string>& name) {
    if (name && schema::is_odd_name(*name)) {
        return question(field,
                        fmt::format("{} has no letter, or a mark that names have not", field),
                        "odd_name");
    }
    const bool is_nobody =
        name && (schema::is_placeholder(*name) || schema::is_summary_label(*name, false));
    return is_nobody ? std::optional(
                           question(field, fmt::format("{} is a word for nobody", field), "nobody"))
                     : std::nullopt;
}

std::optional<Question> unknown(std::string_view field, const std::optional<std::string>& text) {
    return text && schema::is_placeholder(*text)
               ? std::optional(question(
                     field, fmt::format("{} is a word for \"not known\"", field), "not_known"))
               : std::nullopt;
}

void ask_of(const schema::Patient& patient, schema::Date today, Asking& asking) {
    asking.ask(unlikely_chart(patient.chart));
    asking.ask(unlikely_name("name", patient.name));
    asking.ask(unlikely_name("name_ar", patient.name_ar));
    asking.ask(unknown("telephone", patient.telephone));
    asking.ask(unknown("address", patient.address));
    const auto age = patient.born ? schema::age_on(today, *patient.born) : std::nullopt;
    if (age && age->most > usual_age) {
        asking.ask(question("born",
                            fmt::format("the patient {} older than {}",
                                        age->least > usual_age ? "is" : "may be",
                                        usual_age),
                            "old_age",
                            {{"years", usual_age}}));
    }
}

void ask_of(const db::Book& book, const schema::Condition& condition, Asking& asking) {
    using schema::ConditionKind;
    if (condition.kind != ConditionKind::pregnancy &&
        condition.kind != ConditionKind::breastfeeding) {
        return;
    }
    const auto patient = db::find(book, condition.patient);
    if (patient && patient->sex == schema::Sex::male) {
        asking.ask(question("kind",
                            fmt::format("kind {} of a male patient", schema::word(condition.kind)),
                            "of_a_man",
                            {{"kind", schema::word_name(schema::word(condition.kind))}}));
    }
}

template <class Record>
const Record* in(const kinds::ConstRecord& record) {
    return &record.kind() == &kinds::of<Record>() ? static_cast<const Record*>(record.at())
                                                  : nullptr;
}

// 1001.0
bool has_empty_decimals(std::string_view chart) {
    const auto point = chart.find_first_not_of("0123456789");
    return point != std::string_view::npos && point > 0 && chart[point] == '.' &&
           point + 1 < chart.size() &&
           chart.find_first_not_of('0', point + 1) == std::string_view::npos;
}

}  // namespace

// Rollers reach 3 mm, pens less; radiofrequency 3.5 mm on the face and 8 mm elsewhere.
Usual usual_depth(schema::Device device, schema::Region region) {
    if (!is_radiofrequency(device)) {
        return {least_depth_mm, 3, "the depths of rollers, stamps and pens, in mm"};
    }
    return is_body(region) ? Usual{least_depth_mm, 8, "radiofrequency beside the face, in mm"}
                           : Usual{least_depth_mm, 3.5, "radiofrequency on the face, in mm"};
}

const Usual* usual_reading(std::string_view measure) {
    const auto* found = std::find_if(usual_readings.begin(),
                                     usual_readings.end(),
                                     [&](const auto& each) { return each.measure == measure; });
    return found == usual_readings.end() ? nullptr : &found->usual;
}

std::optional<Question> unlikely_chart(std::string_view chart) {
    if (schema::is_summary_label(chart, true)) {
        return question("chart",
                        fmt::format("chart \"{}\" looks like the row of totals of a sheet", chart),
                        "chart_of_totals",
                        {{"chart", std::string(chart)}});
    }
    if (has_empty_decimals(chart)) {
        return question(
            "chart",
            fmt::format("chart \"{}\" looks like a number to which a sheet added decimals", chart),
            "chart_decimals",
            {{"chart", std::string(chart)}});
    }
    return schema::is_placeholder(chart)
               ? std::optional(question("chart",
                                        fmt::format("chart \"{}\" stands for \"not known\"", chart),
                                        "chart_not_known",
                                        {{"chart", std::string(chart)}}))
               : std::nullopt;
}

std::vector<Question> implausible(const db::Book& book,
                                  const kinds::ConstRecord& record,
                                  schema::Date today) {
    std::vector<Question> questions;
    if (record.kind().made_by_program) {
        return questions;
    }
    Asking asking(record, questions);
    asking.numbers();
    asking.days(today);
    if (const auto* session = in<schema::Session>(record)) {
        ask_of(*session, asking);
    } else if (const auto* appointment = in<schema::Appointment>(record)) {
        ask_of(*appointment, today, asking);
    } else if (const auto* reading = in<schema::Reading>(record)) {
        ask_of_value(schema::word(reading->what), reading->value, asking);
    } else if (const auto* score = in<schema::EnteredScore>(record)) {
        ask_of_value(score->instrument, score->value, asking);
    } else if (const auto* patient = in<schema::Patient>(record)) {
        ask_of(*patient, today, asking);
    } else if (const auto* application = in<schema::Application>(record)) {
        ask_of(book, *application, asking);
    } else if (const auto* condition = in<schema::Condition>(record)) {
        ask_of(book, *condition, asking);
    }
    return questions;
}

}  // namespace tracking
