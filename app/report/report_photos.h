#pragma once
// The two photographs that a report shows beside each other, with what differs between them.

#include <optional>
#include <string>

#include "app/json/json_value.h"
#include "app/report/report_file.h"
#include "app/tracking/photos/compared.h"
#include "db/book.h"

namespace exchange {

struct ReportPhotos {
    tracking::ComparedPhotos compared;
    // Their pictures for the screen, JPEG; nothing where one cannot be read.
    std::optional<std::string> first{};
    std::optional<std::string> second{};
};

// Of those that the patient agreed to: the clinic's report shows what may be shown for the record,
// the patient's own what belongs to the patient's file (tracking::showing). Nothing where no two of
// them may stand beside each other.
std::optional<ReportPhotos> report_photos(const db::Book& book,
                                          schema::Id<schema::Patient> patient,
                                          Audience audience,
                                          const tracking::PhotoDays& days);

// {"first","second": {"id","taken_at","view","region","side","image"}, "comparison"}: each image an
// address of data, or null; comparison as comparison_json.
OrderedJson report_photos_json(const ReportPhotos& photos);

}  // namespace exchange
