// What contradicts itself in the records of the clinic's day: appointments, stock, protocols,
// consent forms.

#include <fmt/format.h>

#include "app/clinical/contradictions.h"
#include "app/clinical/protocol_products.h"
#include "schema/kinds/record_text.h"

namespace clinical {

using schema::Problem;

namespace {

template <class Record>
Problem day_problem(std::string what, std::string remedy) {
    return {.where = std::string(schema::Description<Record>::noun),
            .what = std::move(what),
            .remedy = std::move(remedy)};
}

}  // namespace

std::vector<Problem> contradictions(const schema::Appointment& appointment) {
    if (appointment.at.has_clock()) {
        return {};
    }
    return {day_problem<schema::Appointment>(
                fmt::format("at {} names no time of day", appointment.at.text()),
                "give the day and the time, YYYY-MM-DDTHH:MM")
                .as("appointment_clock")};
}

std::vector<Problem> contradictions(const schema::Stock& stock) {
    constexpr std::size_t year_alone = 4;
    std::vector<Problem> problems;
    if (kinds::is_blank(stock.product) || kinds::is_blank(stock.lot)) {
        problems.push_back(day_problem<schema::Stock>("product or lot is blank",
                                                      "give both as they stand on the label")
                               .as("label_blank"));
    }
    if (stock.expiry && stock.expiry->text().size() == year_alone) {
        problems.push_back(day_problem<schema::Stock>(
                               fmt::format("expiry {} names no month", stock.expiry->text()),
                               "give what stands on the label: YYYY-MM, or YYYY-MM-DD")
                               .as("expiry_month", {{"expiry", schema::When{*stock.expiry}}}));
    }
    return problems;
}

std::vector<Problem> contradictions(const schema::Protocol& protocol) {
    std::vector<Problem> problems;
    if (kinds::is_blank(protocol.name)) {
        problems.push_back(
            day_problem<schema::Protocol>("name is blank", "say what the clinic calls it")
                .as("blank_name"));
    }
    if (protocol.areas.empty()) {
        problems.push_back(
            day_problem<schema::Protocol>(
                "no area is named", "give at least one area with its depth in mm and its passes")
                .as("no_area"));
    }
    if (protocol.products && !read_products(*protocol.products)) {
        problems.push_back(
            day_problem<schema::Protocol>(
                fmt::format("products \"{}\" is not ACTIVE or ACTIVE=PRODUCT, parted by ;",
                            *protocol.products),
                fmt::format("write niacinamide=Serum 5 %; peptides; each once, of {}",
                            schema::word_list<schema::Active>()))
                .as("protocol_products", {{"value", *protocol.products}}));
    }
    return problems;
}

std::vector<Problem> contradictions(const schema::ConsentForm& form) {
    std::vector<Problem> problems;
    if (kinds::is_blank(form.name) || kinds::is_blank(form.edition)) {
        problems.push_back(day_problem<schema::ConsentForm>("name or edition is blank",
                                                            "say what the clinic calls it")
                               .as("blank_name"));
    }
    if (kinds::is_blank(form.text_en.value_or("")) && kinds::is_blank(form.text_ar.value_or(""))) {
        problems.push_back(
            day_problem<schema::ConsentForm>(
                "has no text", "give the words that are signed, in English, Arabic or both")
                .as("form_without_text"));
    }
    return problems;
}

}  // namespace clinical
