#pragma once
// What is possible and unusual, so that it is worth a question: a slip of a digit, of a unit or of
// a day looks like this. The ranges stand in the descriptions of the kinds (schema/records), each
// with its reason; here stand those that depend on something else in the record or in the book.

#include <optional>
#include <string_view>
#include <vector>

#include "app/tracking/questions.h"
#include "db/book.h"
#include "schema/kinds/kinds.h"
#include "schema/records/facets.h"
#include "schema/records/session.h"
#include "schema/types/date.h"

namespace tracking {

// What a reading of this measure, or a value of the scale with this code, usually lies within;
// nothing where no bounds are known.
const schema::Usual* usual_reading(std::string_view measure);

// How deep the device usually goes there.
schema::Usual usual_depth(schema::Device device, schema::Region region);

// Why this is hardly a chart number: a word for "not known", or a row of totals; else nothing.
std::optional<Question> unlikely_chart(std::string_view chart);

// All that is unusual in the record, on this day by the clinic's clock. Empty for what only the
// program makes.
std::vector<Question> implausible(const db::Book& book,
                                  const kinds::ConstRecord& record,
                                  schema::Date today);

}  // namespace tracking
