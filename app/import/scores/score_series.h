#pragma once
// The series that the scores of a file belong to: a scale, as a whole or at one region.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/import/import_patients.h"
#include "app/import/scores/added_scales.h"
#include "schema/records/instrument.h"
#include "schema/types/region.h"

namespace exchange {

class ScoreSeries {
  public:
    using Place = std::uint32_t;  // in this list

    struct Series {
        const schema::Instrument* scale = nullptr;
        std::optional<schema::Region> region;
    };

    // `scales` must outlive this.
    explicit ScoreSeries(const std::vector<schema::Instrument>& scales)
        : scales_(scales), added_(scales) {}

    const Series& operator[](Place place) const { return series_[place]; }

    Place add(const schema::Instrument& scale, std::optional<schema::Region> region);

    enum class Unknown { scale, region };
    // The series that "tewl" or "tewl@left_cheek" names, or what in it is unknown.
    std::variant<Place, Unknown> named(std::string_view name);

    // By its code, or its name as the book has it.
    const schema::Instrument* find_scale(std::string_view code) const;

    // The scales that only the file names.
    AddedScales& added() { return added_; }

    // The place of each series in the order of the score table's key, once all are known; equal for
    // series that are the same.
    std::vector<std::uint32_t> order() const;

  private:
    const std::vector<schema::Instrument>& scales_;
    AddedScales added_;
    std::vector<Series> series_;
    TextMap<Place> by_name_;
};

}  // namespace exchange
