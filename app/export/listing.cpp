#include "app/export/listing.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/text/csv.h"
#include "schema/kinds/record_text.h"
#include "schema/kinds/value_text.h"
#include "schema/types/error.h"

namespace exchange {

namespace {

ListingCell cell_of(const kinds::Field& field, const kinds::Value& value) {
    ListingCell cell{kinds::text_of(field, value)};
    if (value.is_absent()) {
        return cell;
    }
    switch (field.type) {
        case kinds::Type::whole:
            cell.value = static_cast<double>(value.as<int>());
            break;
        case kinds::Type::number:
            cell.value = value.as<double>();
            break;
        case kinds::Type::id:
            cell.value = static_cast<double>(value.as<kinds::Reference>().id);
            break;
        case kinds::Type::day:
            cell.value = value.as<schema::Date>();
            break;
        case kinds::Type::partial_day:
            if (const auto& day = value.as<schema::PartialDate>(); day.is_full()) {
                cell.value = day.first_day();
            }
            break;
        case kinds::Type::moment:
            cell.value = value.as<schema::CivilTime>();
            break;
        default:
            break;
    }
    return cell;
}

}  // namespace

Listing listing_of(const kinds::Kind& kind,
                   const std::vector<schema::AnyRecord>& records,
                   const std::function<std::string(std::int64_t)>& chart) {
    const bool is_of_patients = kind.owner == schema::Owner::patient;
    Listing listing;
    if (is_of_patients) {
        listing.columns.push_back({"patient"});
    }
    listing.columns.push_back({"id"});
    for (const auto& field : kind.fields) {
        listing.columns.push_back({std::string(field.name), std::string(field.facets.unit)});
    }
    if (kind.parts) {
        listing.columns.push_back({std::string(kind.parts->name)});
    }
    listing.columns.push_back({"voided"});
    for (const auto& any : records) {
        const kinds::ConstRecord record(any);
        const auto kept = record.kept();
        std::vector<ListingCell> row;
        if (is_of_patients) {
            row.push_back({chart(kept.patient)});
        }
        row.push_back({std::to_string(kept.id), static_cast<double>(kept.id)});
        for (const auto& field : kind.fields) {
            row.push_back(cell_of(field, record.get(field)));
        }
        if (kind.parts) {
            row.push_back({kinds::parts_text(record)});
        }
        row.push_back({kept.voided ? "yes" : "no"});
        listing.rows.push_back(std::move(row));
    }
    return listing;
}

Listing only_columns(const Listing& listing, const std::vector<std::string>& names) {
    std::vector<std::size_t> places;
    Listing only;
    for (const auto& name : names) {
        const auto found = std::find_if(listing.columns.begin(),
                                        listing.columns.end(),
                                        [&](const auto& column) { return column.name == name; });
        if (found == listing.columns.end()) {
            std::vector<std::string_view> known;
            for (const auto& column : listing.columns) {
                known.push_back(column.name);
            }
            throw schema::refused("--columns",
                                  fmt::format("\"{}\" is no column of this list", name),
                                  fmt::format("give some of {}", fmt::join(known, ", ")));
        }
        places.push_back(static_cast<std::size_t>(found - listing.columns.begin()));
        only.columns.push_back(*found);
    }
    for (const auto& row : listing.rows) {
        auto& kept = only.rows.emplace_back();
        for (const auto place : places) {
            kept.push_back(row[place]);
        }
    }
    return only;
}

namespace {

template <class Line>
std::string lines_of(const Listing& listing, const Line& line) {
    std::vector<std::string> cells;
    for (const auto& column : listing.columns) {
        cells.push_back(column.name);
    }
    auto text = line(cells);
    for (const auto& row : listing.rows) {
        cells.clear();
        for (const auto& cell : row) {
            cells.push_back(cell.text);
        }
        text += line(cells);
    }
    return text;
}

}  // namespace

std::string delimited(const Listing& listing, char delimiter) {
    return lines_of(listing, [&](const auto& cells) { return csv_line(cells, delimiter); });
}

std::string guarded_csv(const Listing& listing) {
    return lines_of(listing, [](const auto& cells) { return guarded_csv_line(cells); });
}

}  // namespace exchange
