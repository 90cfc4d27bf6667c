#include "app/import/import_patients.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/text/utf8.h"
#include "app/tracking/write.h"
#include "db/records/records.h"
#include "schema/types/folding.h"

namespace exchange {

ImportPatients::ImportPatients(const db::Book& book) {
    std::vector<schema::Patient> in_force;
    const auto know = [&](const schema::Patient& patient) {
        auto& known = patients_[add(patient.chart, 0)];
        known.id = patient.id;
        known.voided = patient.voided;
        known.born = patient.born;
    };
    db::for_each_record<schema::Patient>(book, [&](const schema::Patient& patient) {
        if (patient.voided) {
            know(patient);
        } else {
            in_force.push_back(patient);
        }
    });
    std::for_each(in_force.begin(), in_force.end(), know);
}

bool ImportPatients::is_of_voided(std::string_view chart) const {
    const auto known = find(chart);
    return known && patients_[*known].voided;
}

std::optional<ImportPatients::Place> ImportPatients::find(std::string_view chart) const {
    const auto found = places_.find(chart);
    if (found != places_.end() && !patients_[found->second].voided) {
        return found->second;
    }
    const auto alike = identities_.find(schema::identity(chart));
    return alike == identities_.end() ? std::nullopt : alike->second;
}

bool ImportPatients::has(const schema::Patient& patient) const {
    return std::any_of(patients_.begin(), patients_.end(), [&](const Known& known) {
        return (known.wanted || known.line > 0) &&
               (known.id == patient.id || *known.chart == patient.chart);
    });
}

ImportPatients::Place ImportPatients::add(std::string_view chart, std::size_t line) {
    const auto place = static_cast<Place>(patients_.size());
    const auto at = places_.insert_or_assign(std::string(chart), place).first;
    patients_.push_back({.chart = &at->first, .line = line});
    auto& alike = identities_.try_emplace(schema::identity(chart), place).first->second;
    const bool is_only = alike && (*alike == place || patients_[*alike].voided);
    alike = is_only ? std::optional(place) : std::nullopt;
    return place;
}

ImportPatients::Place ImportPatients::add_voided(const std::string& chart) {
    patients_.push_back({.chart = &voided_charts_.emplace_back(chart), .voided = true});
    return static_cast<Place>(patients_.size() - 1);
}

void ImportPatients::name_too(std::string_view chart, Place place) {
    places_.insert_or_assign(std::string(chart), place);
}

void ImportPatients::set_id(Place place, schema::Id<schema::Patient> id) {
    patients_[place].id = id;
    by_id_[id.value] = place;
}

std::vector<std::string> ImportPatients::new_charts() const {
    std::vector<std::string> charts;
    for (const auto& known : patients_) {
        if (known.wanted && known.id.value == 0) {
            charts.push_back(*known.chart);
        }
    }
    return charts;
}

std::size_t ImportPatients::create_wanted(db::Write& write, tracking::Scorer& scorer) {
    std::size_t created = 0;
    for (auto& known : patients_) {
        if (known.wanted && known.id.value == 0) {
            schema::Patient patient;
            patient.chart = *known.chart;
            known.id = tracking::store(write, scorer, patient);
            ++created;
        }
    }
    return created;
}

std::optional<schema::Problem> ImportPatients::voided(Place place, const std::string& where) const {
    if (!patients_[place].voided) {
        return std::nullopt;
    }
    return schema::Problem{where,
                           fmt::format("patient {} was voided", excerpt(chart(place))),
                           "give the chart number under which the patient is kept now"}
        .as("chart_voided", {{"chart", std::string(chart(place))}});
}

std::optional<schema::Problem> ImportPatients::taken(std::string_view chart,
                                                     const std::string& where) const {
    const auto alike = identities_.find(schema::identity(chart));
    if (alike == identities_.end() || is_of_voided(chart)) {
        return std::nullopt;
    }
    const auto known = alike->second ? patients_[*alike->second] : Known{};
    if (known.line == 0) {
        return schema::Problem{
            where,
            fmt::format("chart {} is in the book already", excerpt(chart)),
            "say --update to bring who is in the book up to date, or take the row out"}
            .as("chart_in_book", {{"chart", std::string(chart)}});
    }
    return schema::Problem{where,
                           fmt::format("chart {} is also on line {}", excerpt(chart), known.line),
                           "give each patient a chart number of their own, or take the row out"}
        .as("chart_on_line",
            {{"chart", std::string(chart)}, {"line", static_cast<int>(known.line)}});
}

}  // namespace exchange
