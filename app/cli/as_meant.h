#pragma once
// What was typed, as it was surely meant: today, a moment with a blank in it, a word in another
// case or as clinics have it, a decimal comma, "4 weeks".

#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include "schema/kinds/kinds.h"
#include "schema/types/civil_time.h"

namespace cli {

// A day or a moment as somebody types one: today, now, 5.1.2026, 2026-01-05 10:30. Nothing for what
// is none.
std::optional<schema::Date> day_as_meant(std::string_view typed,
                                         const std::function<schema::CivilTime()>& now);
std::optional<schema::CivilTime> moment_as_meant(std::string_view typed,
                                                 const std::function<schema::CivilTime()>& now);

class AsMeant {
  public:
    // What the clinic's wall clock shows, asked where a day or a moment is named only.
    using Now = std::function<schema::CivilTime()>;

    // What is read otherwise than it was typed is told on `told`, but not of a field that is
    // confidential.
    AsMeant(Now now, std::ostream& told) : now_(std::move(now)), told_(told) {}

    // In the form that the field takes. What is certain of nothing comes back as it was typed.
    std::string field(const kinds::Field& field, std::string_view typed) const;

    // The same of the places of one part, as left_cheek:1.5:4; of a part of named counts its key.
    std::string part(const kinds::Parts& parts, std::string_view typed) const;

  private:
    std::string told(std::string_view name, std::string_view typed, std::string meant) const;

    Now now_;
    std::ostream& told_;
};

}  // namespace cli
