#include "app/tracking/clinic/begin.h"

#include <fmt/format.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/clinic/clinic_records.h"
#include "app/tracking/wall_clock.h"
#include "schema/kinds/record_text.h"
#include "schema/types/error.h"

namespace tracking {

namespace {

// As the clinic's own records are written, each by an entry; what is wrong is named by its place.
template <class Record>
void record_all(db::Book& book, const std::vector<Record>& records, const std::string& actor) {
    const std::string noun(schema::Description<Record>::noun);
    for (std::size_t i = 0; i < records.size(); ++i) {
        try {
            record(book, {.actor = actor, .action = noun + " add"}, records[i]);
        } catch (const schema::Error& error) {
            if (error.fault() != schema::Fault::refused) {
                throw;
            }
            auto problems = error.problems();
            for (auto& each : problems) {
                each.where = fmt::format("{}/{}", schema::Description<Record>::plural, i);
            }
            throw schema::Error(error.fault(), std::move(problems));
        }
    }
}

}  // namespace

db::Book begin_book(const std::filesystem::path& file,
                    const Beginning& beginning,
                    const std::string& actor) {
    if (kinds::is_blank(beginning.clinic.name)) {
        throw schema::refused("name", "the clinic has no name", "give the clinic's name")
            .as("lacking_text");
    }
    refuse_unknown_zone(beginning.clinic.time_zone);
    return create_book(file, beginning.clinic, actor, [&](db::Book& book) {
        record_all(book, beginning.protocols, actor);
        record_all(book, beginning.stock, actor);
    });
}

}  // namespace tracking
