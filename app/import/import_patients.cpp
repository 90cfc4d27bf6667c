#include "app/import/import_patients.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/text/utf8.h"
#include "app/tracking/write.h"
#include "db/records/records.h"
#include "schema/types/folding.h"

namespace exchange {

ImportPatients::ImportPatients(const db::Book& book) {
    db::for_each_record<schema::Patient>(book, [&](const schema::Patient& patient) {
        auto& known = patients_[add(patient.chart, 0)];
        known.id = patient.id;
        known.voided = patient.voided;
        known.born = patient.born;
    });
}

std::optional<ImportPatients::Place> ImportPatients::find(std::string_view chart) const {
    if (const auto found = places_.find(chart); found != places_.end()) {
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
    const auto [at, added] = places_.emplace(std::string(chart), place);
    patients_.push_back({.chart = &at->first, .line = line});
    const auto [alike, is_first] = identities_.try_emplace(schema::identity(chart), place);
    if (!is_first) {
        alike->second.reset();
    }
    return place;
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
                           "give the chart number under which the patient is kept now"};
}

std::optional<schema::Problem> ImportPatients::taken(std::string_view chart,
                                                     const std::string& where) const {
    const auto alike = identities_.find(schema::identity(chart));
    if (alike == identities_.end()) {
        return std::nullopt;
    }
    const auto known = alike->second ? patients_[*alike->second] : Known{};
    return schema::Problem{
        where,
        known.line == 0 ? fmt::format("chart {} is in the book already", excerpt(chart))
                        : fmt::format("chart {} is also on line {}", excerpt(chart), known.line),
        "give each patient a chart number of their own, or take the row out"};
}

}  // namespace exchange
