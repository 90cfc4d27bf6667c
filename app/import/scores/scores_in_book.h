#pragma once
// Values that the book has already: entered directly, of the same patient, scale, region and
// moment. Where the file names no rater, anybody may have rated.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/import/rows/rows_in_book.h"
#include "app/tracking/questions.h"
#include "db/book.h"
#include "schema/records/score.h"

namespace exchange {

class ScoresInBook {
  public:
    explicit ScoresInBook(const db::Book& book) : book_(book) {}

    // Whether the book has it, with all labels that are said; each of its scores stands for one
    // value only, best for one with the same labels. Without a rater, anybody's.
    InBook take(const schema::Score& score);
    // What to ask of a value that was not taken while another is in force under no other condition;
    // nothing if there is none. `code` is that of its scale.
    std::optional<tracking::Question> twin(const schema::Score& score, std::string_view code);

  private:
    struct Known {
        std::int64_t id;
        std::int64_t instrument;
        std::optional<schema::Region> region;
        schema::CivilTime at;
        double value;
        std::uint32_t rater;  // in `raters_`; 0: not recorded
        schema::Labels labels;
        bool voided;
        bool is_taken;
    };
    struct Range {
        std::vector<Known>::iterator first;
        std::vector<Known>::iterator last;
    };

    // Those of the same scale, region and moment.
    Range of(const schema::Score& score);
    std::vector<Known> read(schema::Id<schema::Patient> patient);
    bool is_by(const Known& known, const schema::Score& score) const;

    const db::Book& book_;
    std::unordered_map<std::int64_t, std::vector<Known>> known_;  // by patient
    std::vector<std::string> raters_{""};
    std::unordered_map<std::string, std::uint32_t> rater_places_;
};

}  // namespace exchange
